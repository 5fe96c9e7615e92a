//! The names inside a published folder that kabinet keeps for itself.

/// The folder of its own.
pub(super) const RESERVED: &str = ".kabinet";
/// Where the manifest lies.
pub(super) const MANIFEST: &str = ".kabinet/manifest";
/// Superseded search files lie here for one build; not output.
pub(super) const PREVIOUS: &str = "search/previous";
