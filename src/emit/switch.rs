//! The exchange of the two trees, and what the next start does when it was interrupted.

use std::io;

use super::error::At;
use super::manifest::Manifest;
use super::store::Place;
use super::tree::{self, Tree};
use super::{PublishError, Strategy, foreign, mirror, platform, undo, write};

/// Exchanges the staged tree with the published one.
pub(super) fn switch(place: &Place, staged: &Manifest) -> Result<(), PublishError> {
    if !place.exchanges_target() {
        write::replace(&place.disk, &place.mirroring(), b"").at(&place.mirroring())?;
    }
    write::replace(&place.disk, &place.journal(), staged.identity().as_bytes()).at(&place.journal())?;
    exchange(place)?;
    settle(place)
}

fn exchange(place: &Place) -> Result<(), PublishError> {
    let (live, other) = (place.live(), place.other());
    let result = match std::fs::symlink_metadata(&live) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => place.disk.rename(&other, &live),
        _ if place.strategy == Strategy::Renames => by_renames(place),
        _ => match place.disk.exchange(&live, &other) {
            Err(error) if platform::no_exchange(&error) => by_renames(place),
            result => result,
        },
    };
    match result {
        Err(error) if place.exchanges_target() && cannot_move(&error) => Err(PublishError::CannotExchange),
        result => result.at(&live),
    }
}

fn cannot_move(error: &io::Error) -> bool {
    platform::not_movable(error) || error.kind() == io::ErrorKind::PermissionDenied
}

fn by_renames(place: &Place) -> io::Result<()> {
    let (live, other, retiring, disk) = (place.live(), place.other(), place.retiring(), &place.disk);
    disk.rename(&live, &retiring)?;
    if let Err(error) = disk.rename(&other, &live) {
        disk.rename(&retiring, &live)?;
        return Err(error);
    }
    disk.rename(&retiring, &other)
}

/// What remains to be done once the new tree is in its place.
fn settle(place: &Place) -> Result<(), PublishError> {
    for folder in [place.live().parent(), Some(place.store())].into_iter().flatten() {
        place.disk.sync_folder(folder).at(folder)?;
    }
    if place.exchanges_target() && place.other().exists() {
        foreign::sweep(&place.disk, &place.other(), &place.target)?;
    }
    undo::remove(place)?;
    place.disk.remove_file(&place.journal()).at(&place.journal())
}

/// Finishes an exchange that happened, takes back one that did not, and completes a replacement file by file.
pub(super) fn recover(place: &Place) -> Result<(), PublishError> {
    finish_renames(place)?;
    match write::read_if_exists(&place.journal()).at(&place.journal())? {
        Some(staged) if happened(place, &staged) => settle(place)?,
        Some(_) => {
            undo::restore(place)?;
            place.disk.remove_file(&place.journal()).at(&place.journal())?;
        }
        None => undo::restore(place)?,
    }
    if place.mirroring().exists() { mirror::apply(place) } else { Ok(()) }
}

/// The manifest moves with its tree, and no two outputs that are exchanged have the same one.
fn happened(place: &Place, staged: &[u8]) -> bool {
    Manifest::of_tree(&place.live()).is_some_and(|manifest| manifest.identity().as_bytes() == staged)
}

fn finish_renames(place: &Place) -> Result<(), PublishError> {
    let (live, other, retiring, disk) = (place.live(), place.other(), place.retiring(), &place.disk);
    if !retiring.exists() {
        return Ok(());
    }
    if other.exists() {
        if live.is_dir() {
            // Somebody made the missing folder anew; if only to look, it is empty.
            disk.remove_if_empty(&live).at(&live)?;
        }
        if live.exists() {
            foreign::look(&live, true)?;
            return tree::remove_own(disk, &retiring, Tree::lists);
        }
        disk.rename(&other, &live).at(&live)?;
    }
    let home = if live.exists() { &other } else { &live };
    disk.rename(&retiring, home).at(home)
}

/// Takes back an exchange of the trees in the store that the target, file by file, has not begun to follow. The tree
/// before was changed for it and is gone.
pub(super) fn take_back(place: &Place, before: Option<&Manifest>) -> Result<(), PublishError> {
    if before.is_some() {
        exchange(place)?;
        tree::remove_own(&place.disk, &place.other(), Tree::lists)?;
    } else {
        tree::remove_own(&place.disk, &place.live(), Tree::lists)?;
    }
    place.disk.remove_file(&place.mirroring()).at(&place.mirroring())
}
