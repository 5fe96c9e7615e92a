//! One publication from its lock to what is said of it.

use std::path::Path;

use super::lock::Lock;
use super::manifest::{Manifest, Published};
use super::outputs::Outputs;
use super::records::Records;
use super::store::Place;
use super::tree::Tree;
use super::{PublishError, PublishOptions, Release, foreign, forget, mirror, stage, switch};

/// A publication that has begun: the target was found to be ours and is locked, so that whatever is read from now on
/// is newer than what is published.
pub struct Publication {
    place: Place,
    locks: Vec<Lock>,
}

impl Publication {
    /// Finds and locks the target, and completes or takes back what an interrupted run left.
    ///
    /// # Errors
    /// Another run holds the lock, the folder is not ours to replace, or the disk refused. Nothing has changed.
    pub fn begin(target: &Path, options: &PublishOptions) -> Result<Self, PublishError> {
        let place = Place::find(target, options)?;
        let locks = place.lock()?;
        switch::recover(&place)?;
        // Its store was there or was just made beside an empty folder.
        foreign::look(&place.target, true)?;
        Ok(Self { place, locks })
    }

    /// Publishes the artifacts as the whole content of the target.
    ///
    /// # Errors
    /// The target is as it was, but for [`PublishError::Interrupted`], which the next publication, [`rollback`] or
    /// [`recover`] completes.
    pub fn publish(mut self, release: Release) -> Result<Published, PublishError> {
        let outputs = Outputs::new(release.artifacts, release.marks)?;
        let before = Manifest::of_tree(&self.place.target);
        let new = &outputs.manifest;
        forget::refuse_older(before.as_ref(), new)?;
        self.place.forgets = forget::begin(&self.place, before.as_ref(), new, release.forget)?;
        let mut records = Records::new(&release.records);
        let mut result = self.bring(&outputs, &mut records);
        if matches!(result, Err(PublishError::CannotExchange)) {
            result = self.go_file_by_file().and_then(|()| self.bring(&outputs, &mut records));
        }
        let mut published = match result {
            Ok(published) => published,
            Err(error) => account(&self.place, before.as_ref(), new, error).inspect_err(|error| {
                if !matches!(error, PublishError::Interrupted { .. }) {
                    records.take_back(&self.place.disk);
                }
            })?,
        };
        if self.place.forgets && published.unfinished.is_none() {
            match forget::finish(&self.place) {
                Ok(()) => published.forgotten = true,
                Err(error) => published.unfinished = Some(error),
            }
        }
        Ok(published)
    }

    fn go_file_by_file(&mut self) -> Result<(), PublishError> {
        self.place.mark_file_by_file()?;
        self.place = self.place.file_by_file();
        // The first lock is held already; the target has one of its own now.
        let store = std::mem::take(&mut self.locks);
        drop(store);
        self.locks = self.place.lock()?;
        Ok(())
    }

    fn bring(&self, outputs: &Outputs, records: &mut Records<'_>) -> Result<Published, PublishError> {
        let (place, disk) = (&self.place, &self.place.disk);
        let target = Tree::open(&place.target)?;
        foreign::accept(&target, &outputs.manifest)?;
        place.prepare(&target)?;
        let published = Published::between(target.manifest.as_ref(), &outputs.manifest);
        let live = if place.exchanges_target() { target } else { Tree::open(&place.live())? };
        if live.manifest.as_ref() == Some(&outputs.manifest) {
            // Nothing new: the tree before stays what it is, and only what was changed by hand is mended.
            records.write(disk)?;
            mirror::repair(disk, &live, outputs)?;
        } else {
            stage::stage(place, &live, outputs)?;
            records.write(disk)?;
            self.locks.iter().try_for_each(Lock::still_held)?;
            switch::switch(place, &outputs.manifest)?;
        }
        mirror::apply(place)?;
        Ok(published)
    }
}

/// Publishes the tree before once more; a second rollback returns to the present one.
///
/// # Errors
/// There is no tree before, or it is not whole, or the exchange failed. The target is as it was, but for
/// [`PublishError::Interrupted`].
pub fn rollback(target: &Path, options: &PublishOptions) -> Result<Published, PublishError> {
    // Where no site is and none was, nothing is begun.
    if !target.exists() && !Place::is_known(target) {
        return Err(PublishError::NothingToRollBack);
    }
    let Publication { place, locks } = Publication::begin(target, options)?;
    let target = Tree::open(&place.target)?;
    place.prepare(&target)?;
    let older = Tree::open(&place.other())?;
    let manifest = older.manifest.clone().filter(|older| {
        // What was published before a purge is not brought back.
        target.manifest.as_ref().is_some_and(|present| present != older && present.marks == older.marks)
    });
    let Some(manifest) = manifest else { return Err(PublishError::NothingToRollBack) };
    if let Some(path) = older.first_damaged(&manifest)? {
        return Err(PublishError::PreviousDamaged { path });
    }
    foreign::accept(&target, &manifest)?;
    let brought = stage::restage(&place, &Tree::open(&place.live())?, &manifest)
        .and_then(|()| locks.iter().try_for_each(Lock::still_held))
        .and_then(|()| switch::switch(&place, &manifest))
        .and_then(|()| mirror::apply(&place));
    match brought {
        Ok(()) => Ok(Published::between(target.manifest.as_ref(), &manifest)),
        Err(error) => account(&place, target.manifest.as_ref(), &manifest, error),
    }
}

/// Finishes or takes back what an interrupted run left; [`Publication::begin`] and [`rollback`] begin with it.
///
/// # Errors
/// The disk refused, or another run holds the lock.
pub fn recover(target: &Path, options: &PublishOptions) -> Result<(), PublishError> {
    let place = Place::find(target, options)?;
    let _locks = place.lock()?;
    switch::recover(&place)
}

/// Finds out what is published after a refusal of the disk, since only that may be said.
///
/// What is in its place is left to be finished by the next start; what is not is taken back.
fn account(
    place: &Place,
    before: Option<&Manifest>,
    new: &Manifest,
    error: PublishError,
) -> Result<Published, PublishError> {
    let stands = |wanted: Option<&Manifest>| {
        let whole = place.exchanges_target() || !place.mirroring().exists();
        whole && Manifest::of_tree(&place.target).as_ref() == wanted
    };
    if !stands(Some(new)) {
        // Leaves the tree before whole, and the disk as full as it was. What it cannot do, the next start does.
        let _ = switch::recover(place);
    }
    if !place.exchanges_target()
        && place.mirroring().exists()
        && mirror::is_untouched(&place.target, before, new)
    {
        let _ = switch::take_back(place, before);
    }
    if before != Some(new) && stands(Some(new)) {
        let published = Published::between(before, new);
        return Ok(Published { unfinished: Some(error), ..published });
    }
    if stands(before) { Err(error) } else { Err(PublishError::Interrupted { error: Box::new(error) }) }
}
