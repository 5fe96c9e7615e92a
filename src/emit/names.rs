//! The names inside a published folder that kabinet keeps for itself.

use std::path::Path;

/// The folder of its own.
pub(super) const RESERVED: &str = ".kabinet";
/// Where the manifest lies.
pub(super) const MANIFEST: &str = ".kabinet/manifest";
/// Superseded search files lie here for one build; not output.
pub(super) const PREVIOUS: &str = "search/previous";

/// Whether a path inside a tree is kept for kabinet and is not output.
pub(super) fn is_reserved(path: &Path) -> bool {
    path.starts_with(RESERVED) || path.starts_with(PREVIOUS)
}
