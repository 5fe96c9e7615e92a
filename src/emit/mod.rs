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

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::artifact::Artifact;

mod digest;
mod disk;
mod error;
mod foreign;
mod forget;
mod lock;
mod manifest;
mod mirror;
mod names;
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
pub use publication::{Publication, recover, rollback};
pub use records::{Record, record};
pub use verify::{Verified, verify};
pub use write::{read_if_exists, write_atomic, write_through};

/// How the new output takes the place of the old one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Strategy {
    /// The two trees are exchanged by one system call.
    Exchange,
    /// The two trees are exchanged by renames; an interrupted exchange is finished at the next start.
    Renames,
    /// The target stays where it is and its files are replaced one by one.
    FileByFile,
}

/// Settings of publishing.
#[derive(Clone, Debug, Default)]
pub struct PublishOptions {
    /// Where the trees are kept when they cannot lie beside the target: the `.kabinet` folder of the site.
    pub fallback_store: Option<PathBuf>,
    /// What the site is made from: the target may neither lie in these folders nor hold them.
    pub sources: Vec<PathBuf>,
    /// Forces a way of exchange; `None` takes the best one that the target allows.
    pub strategy: Option<Strategy>,
    /// The way to the disk.
    pub disk: Disk,
}

/// What is published.
#[derive(Clone, Debug, Default)]
pub struct Release {
    /// The whole content of the target.
    pub artifacts: Vec<Artifact>,
    /// The purges that the content knows of, a line each. Of what was published without one of them nothing is kept:
    /// neither the tree before nor superseded files; and nothing without one of them is published over it.
    pub marks: BTreeSet<String>,
    /// Keeps nothing of what was published before, even with the same marks.
    pub forget: bool,
    /// Files elsewhere that must say the same as the site: written just before it takes its place.
    pub records: Vec<Record>,
}

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

/// Removes a file or an empty folder, or nothing when it is not there.
fn absent_is_fine(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
