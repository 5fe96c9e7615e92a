//! Where things lie in the repository.

use std::path::PathBuf;

/// Returns the root of the workspace: of the one that Cargo runs us in, for clones may share a target folder.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or(here.clone(), PathBuf::from)
}

/// Returns a path below the root.
pub(crate) fn at(path: &str) -> PathBuf {
    root().join(path)
}
