//! Publications after which nothing of what was published before is left on the disk: somebody has withdrawn the
//! consent to be named.
//!
//! The era in the store is spoiled first and written last, so that an interrupted publication is followed by one
//! that forgets as well.

use super::error::At;
use super::outputs::PREVIOUS;
use super::store::Place;
use super::tree::remove_tree;
use super::{PublishError, PublishOptions, platform, write};

/// No era is called so.
const UNSETTLED: &[u8] = b"?";

/// Whether the publication that begins must forget.
pub(super) fn begin(place: &Place, options: &PublishOptions) -> Result<bool, PublishError> {
    let known = write::read_if_exists(&place.era()).at(&place.era())?.unwrap_or_default();
    let forgets = options.forget || known != options.era.as_bytes();
    if forgets {
        write::replace(&place.era(), UNSETTLED).at(&place.era())?;
    }
    Ok(forgets)
}

/// Removes what is left, and settles the era.
pub(super) fn finish(place: &Place, era: &str) -> Result<(), PublishError> {
    for tree in [&place.target, &place.live()] {
        remove_tree(&tree.join(PREVIOUS))?;
        platform::sync_folder(tree).at(tree)?;
    }
    for folder in [place.other(), place.undo(), place.retiring(), place.seed_folder()] {
        remove_tree(&folder)?;
    }
    platform::sync_folder(place.store()).at(place.store())?;
    write::replace(&place.era(), era.as_bytes()).at(&place.era())
}
