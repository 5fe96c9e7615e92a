//! The exchange of the two trees, and what the next start does when it was interrupted.

use std::io;

use super::error::At;
use super::manifest::Manifest;
use super::store::Place;
use super::tree::remove_if_empty;
use super::{PublishError, Strategy, absent_is_fine, foreign, mirror, platform, tree, undo, write};

/// Exchanges the staged tree with the published one.
pub(super) fn switch(place: &Place, staged: &Manifest) -> Result<(), PublishError> {
    if !place.exchanges_target() {
        write::replace(&place.mirroring(), b"").at(&place.mirroring())?;
    }
    write::replace(&place.journal(), staged.identity().as_bytes()).at(&place.journal())?;
    exchange(place)?;
    settle(place)
}

fn exchange(place: &Place) -> Result<(), PublishError> {
    let (live, other) = (place.live(), place.other());
    let result = match std::fs::symlink_metadata(&live) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => std::fs::rename(&other, &live),
        _ if place.strategy == Strategy::Renames => by_renames(place),
        _ => match platform::exchange(&live, &other) {
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
    let (live, other, retiring) = (place.live(), place.other(), place.retiring());
    std::fs::rename(&live, &retiring)?;
    if let Err(error) = std::fs::rename(&other, &live) {
        std::fs::rename(&retiring, &live)?;
        return Err(error);
    }
    std::fs::rename(&retiring, &other)
}

/// What remains to be done once the new tree is in its place.
fn settle(place: &Place) -> Result<(), PublishError> {
    for folder in [place.live().parent(), Some(place.store())].into_iter().flatten() {
        platform::sync_folder(folder).at(folder)?;
    }
    if place.exchanges_target() && place.other().exists() {
        foreign::sweep(&place.other(), &place.target)?;
    }
    tree::remove_tree(&place.undo())?;
    absent_is_fine(std::fs::remove_file(place.journal())).at(&place.journal())
}

/// Finishes an exchange that happened, takes back one that did not, and completes a replacement file by file.
pub(super) fn recover(place: &Place) -> Result<(), PublishError> {
    finish_renames(place)?;
    match write::read_if_exists(&place.journal()).at(&place.journal())? {
        Some(staged) if happened(place, &staged) => settle(place)?,
        Some(_) => {
            undo::restore(place)?;
            std::fs::remove_file(place.journal()).at(&place.journal())?;
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
    let (live, other, retiring) = (place.live(), place.other(), place.retiring());
    if !retiring.exists() {
        return Ok(());
    }
    if other.exists() {
        if live.is_dir() {
            // Somebody made the missing folder anew; if only to look, it is empty.
            remove_if_empty(&live)?;
        }
        if live.exists() {
            return tree::remove_tree(&retiring);
        }
        std::fs::rename(&other, &live).at(&live)?;
    }
    let home = if live.exists() { &other } else { &live };
    std::fs::rename(&retiring, home).at(home)
}
