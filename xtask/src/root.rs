//! Where things lie in the repository.

use std::path::PathBuf;

/// Returns the root of the workspace.
pub(crate) fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or(here.clone(), PathBuf::from)
}

/// Returns a path below the root.
pub(crate) fn at(path: &str) -> PathBuf {
    root().join(path)
}
