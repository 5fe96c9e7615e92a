//! Publishing: artifacts → the published folder, all of them or none.
//!
//! Two whole trees lie on one file system: the published one and the one before it. A build brings the older
//! tree to the new output by the difference of the manifests, syncs it, and exchanges the two in one step, so
//! that a crash, a full disk or a kill at any instant leaves the old site or the new one. What becomes of a call of the
//! system that fails is told truly: not published, published and not finished ([`Published::unfinished`]), or, where
//! files are replaced one by one, cut short. The lock is taken before anything of the site is read ([`Publication`]), so
//! that older content never takes the place of newer. The store with the
//! older tree lies at `.kabinet/publish/<name>/` beside the target ([`store`]); where the target cannot be
//! exchanged both trees lie in the store and the target is made equal to the first of them file by file
//! ([`mirror`]). Files of the target that kabinet did not write are carried over ([`foreign`]).
//!
//! Must not know: pages, kinds, templates, search. It is given artifacts and sees bytes.

use std::path::{Path, PathBuf};

mod digest;
mod disk;
mod error;
mod foreign;
mod forget;
mod lock;
mod manifest;
mod mirror;
mod names;
mod options;
mod outputs;
mod platform;
mod publication;
mod records;
mod stage;
mod store;
mod superseded;
mod switch;
mod sync;
mod tree;
mod undo;
mod verify;
mod write;

pub use disk::Disk;
pub use error::{PublishError, RULES};
pub use manifest::Published;
pub use options::{PublishOptions, Release, Strategy};
pub use publication::{Publication, recover, rollback};
pub use records::{Record, record};
pub use verify::{Verified, verify};
pub use write::{read_if_exists, write_atomic, write_through};

/// Refuses a folder that is mixed up with what the site is made from.
///
/// # Errors
/// The folder lies in one of `sources` or holds one.
pub fn keep_apart(folder: &Path, sources: &[PathBuf]) -> Result<(), PublishError> {
    store::refuse_sources(folder, sources)
}

/// Whether a folder holds a published site, by the manifest in it.
#[must_use]
pub fn holds_site(folder: &Path) -> bool {
    manifest::Manifest::of_tree(folder).is_some()
}
