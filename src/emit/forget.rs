//! Publications after which nothing of what was published before is left on the disk: somebody has withdrawn the
//! consent to be named.
//!
//! The marks of all purges stand in the manifest of the published tree. A publication that lacks one of them is of
//! content from before that purge and would bring back what it took: it is refused. One that knows more marks than the
//! tree forgets. That it does so is written down first and removed last, so that an interrupted one is followed by one
//! that forgets as well.

use super::error::At;
use super::manifest::Manifest;
use super::names::PREVIOUS;
use super::store::Place;
use super::tree::{self, Tree};
use super::{PublishError, undo, write};

/// Refuses what was made before a purge that is published already.
pub(super) fn refuse_older(published: Option<&Manifest>, outputs: &Manifest) -> Result<(), PublishError> {
    let lacking = published.and_then(|published| published.marks.difference(&outputs.marks).next());
    match lacking {
        Some(mark) => Err(PublishError::BeforePurge { mark: mark.clone() }),
        None => Ok(()),
    }
}

/// Whether the publication that begins must forget.
pub(super) fn begin(
    place: &Place,
    published: Option<&Manifest>,
    outputs: &Manifest,
    asked: bool,
) -> Result<bool, PublishError> {
    let newer = published.is_some_and(|published| published.marks != outputs.marks);
    let forgets = asked || newer || place.forgetting().exists();
    if forgets {
        write::replace(&place.disk, &place.forgetting(), b"").at(&place.forgetting())?;
    }
    Ok(forgets)
}

/// Removes what is left.
pub(super) fn finish(place: &Place) -> Result<(), PublishError> {
    let disk = &place.disk;
    for tree in [&place.target, &place.live()] {
        let previous = tree.join(PREVIOUS);
        disk.remove_tree(&previous).at(&previous)?;
        disk.sync_folder(tree).at(tree)?;
    }
    undo::remove(place)?;
    for folder in [place.other(), place.retiring(), place.seed_folder()] {
        tree::remove_own(disk, &folder, Tree::lists)?;
    }
    disk.sync_folder(place.store()).at(place.store())?;
    disk.remove_file(&place.forgetting()).at(&place.forgetting())
}
