//! Publishing: artifacts → the published folder, all of them or none.
//!
//! Two whole trees lie on one file system: the published one and the one before it. A build brings the older
//! tree to the new output by the difference of the manifests, syncs it, and exchanges the two in one step, so
//! that a crash, a full disk or a kill at any instant leaves the old site or the new one. The store with the
//! older tree lies at `.kabinet/publish/<name>/` beside the target ([`store`]); where the target cannot be
//! exchanged both trees lie in the store and the target is made equal to the first of them file by file
//! ([`mirror`]). Files of the target that kabinet did not write are carried over ([`foreign`]).
//!
//! Must not know: pages, kinds, templates, search. It is given artifacts and sees bytes.

use std::io;
use std::path::{Path, PathBuf};

use crate::artifact::Artifact;

mod error;
mod foreign;
mod forget;
mod manifest;
mod mirror;
mod outputs;
mod platform;
mod stage;
mod store;
mod superseded;
mod switch;
mod tree;
mod undo;
mod write;

pub use error::{PublishError, RULES};
pub use manifest::Published;
pub use write::{read_if_exists, write_atomic, write_through};

use outputs::Outputs;
use store::Place;
use tree::Tree;

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
    /// What the trees belong to. Nothing that was published under another era is kept: neither the tree before nor
    /// superseded files.
    pub era: String,
    /// Keeps nothing of what was published before, even of the same era.
    pub forget: bool,
    /// Forces a way of exchange; `None` takes the best one that the target allows.
    pub strategy: Option<Strategy>,
}

/// Publishes the artifacts as the whole content of `target`.
///
/// # Errors
/// The target is then as it was before, or (a failure amid [`Strategy::FileByFile`]) is completed by the next
/// call of [`publish`], [`rollback`] or [`recover`].
pub fn publish(
    artifacts: Vec<Artifact>,
    target: &Path,
    options: &PublishOptions,
) -> Result<Published, PublishError> {
    let mut place = Place::find(target, options)?;
    let _lock = place.lock()?;
    switch::recover(&place)?;
    let outputs = Outputs::new(artifacts)?;
    place.forgets = forget::begin(&place, options)?;
    let result = publish_at(&place, &outputs);
    if result.is_err() {
        // Leaves the tree before whole, and the disk as full as it was. What it cannot do, the next start does.
        let _ = switch::recover(&place);
    }
    let mut published = match result {
        Err(PublishError::CannotExchange) => {
            place.mark_file_by_file()?;
            place = place.file_by_file();
            publish_at(&place, &outputs)?
        }
        result => result?,
    };
    if place.forgets {
        forget::finish(&place, &options.era)?;
        published.forgotten = true;
    }
    Ok(published)
}

fn publish_at(place: &Place, outputs: &Outputs) -> Result<Published, PublishError> {
    let target = Tree::open(&place.target)?;
    foreign::accept(&target, &outputs.manifest)?;
    place.prepare(&target)?;
    let published = Published::between(target.manifest.as_ref(), &outputs.manifest);
    let live = if place.exchanges_target() { target } else { Tree::open(&place.live())? };
    if live.manifest.as_ref() == Some(&outputs.manifest) {
        // Nothing new: the tree before stays what it is, and only what was changed by hand is mended.
        mirror::repair(&live, outputs)?;
    } else {
        stage::stage(place, &live, outputs)?;
        switch::switch(place, &outputs.manifest)?;
    }
    mirror::apply(place)?;
    Ok(published)
}

/// Publishes the tree before once more; a second rollback returns to the present one.
///
/// # Errors
/// There is no tree before, or it is not whole, or the exchange failed. The target is then as it was.
pub fn rollback(target: &Path, options: &PublishOptions) -> Result<Published, PublishError> {
    let place = Place::find(target, options)?;
    let _lock = place.lock()?;
    switch::recover(&place)?;
    let target = Tree::open(&place.target)?;
    place.prepare(&target)?;
    let older = Tree::open(&place.other())?;
    let Some(manifest) = older.manifest.clone() else { return Err(PublishError::NothingToRollBack) };
    if target.manifest.as_ref() == Some(&manifest) {
        return Err(PublishError::NothingToRollBack);
    }
    if let Some(path) = older.first_damaged(&manifest)? {
        return Err(PublishError::PreviousDamaged { path });
    }
    foreign::accept(&target, &manifest)?;
    stage::restage(&place, &Tree::open(&place.live())?, &manifest)?;
    switch::switch(&place, &manifest)?;
    mirror::apply(&place)?;
    Ok(Published::between(target.manifest.as_ref(), &manifest))
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

/// Finishes or takes back what an interrupted run left; [`publish`] and [`rollback`] begin with it.
///
/// # Errors
/// The disk refused, or another run holds the lock.
pub fn recover(target: &Path, options: &PublishOptions) -> Result<(), PublishError> {
    let place = Place::find(target, options)?;
    let _lock = place.lock()?;
    switch::recover(&place)
}

/// Removes a file or an empty folder, or nothing when it is not there.
fn absent_is_fine(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
