//! Search files of the tree that is being replaced stay at `search/previous/` for one publication, so that a
//! search page opened before it can still fetch what it knows by name.

use std::path::Path;

use super::error::At;
use super::manifest::Manifest;
use super::names::PREVIOUS;
use super::store::Place;
use super::tree::Tree;
use super::{PublishError, write};

const SEARCH: &str = "search/";

/// Fills `search/previous/` of the tree to be with the search files that only the published tree has. Their
/// names hold a hash of their content, so a name that vanished will not come back with other bytes; the search
/// page itself is not such a file. A publication that forgets keeps none.
pub(super) fn keep(place: &Place, root: &Path, live: &Tree, outputs: &Manifest) -> Result<(), PublishError> {
    let previous = root.join(PREVIOUS);
    place.disk.remove_tree(&previous).at(&previous)?;
    if place.forgets {
        return Ok(());
    }
    let published = live.manifest.iter().flat_map(|manifest| manifest.files.keys());
    for path in published.filter(|path| !outputs.files.contains_key(*path) && !path.ends_with(".html")) {
        let Some(name) = path.strip_prefix(SEARCH) else { continue };
        if live.is_whole(Path::new(path)) {
            let kept = previous.join(name);
            write::link(&place.disk, &live.root.join(path), &kept).at(&kept)?;
        }
    }
    Ok(())
}
