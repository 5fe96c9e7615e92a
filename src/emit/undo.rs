//! While staging changes the tree before, what it takes out lies in `undo/`, so that a build which fails or is
//! killed leaves that tree whole for `kabinet rollback`.
//!
//! What staging may put in is written down first ([`announce`]). Whatever else is found in the tree, and is not in its
//! manifest, was put there by somebody else and is neither published nor removed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::digest::Digest;
use super::error::At;
use super::manifest::Manifest;
use super::names;
use super::store::Place;
use super::tree::{self, Tree, key};
use super::{PublishError, write};
use crate::text::unhex;

/// Writes down all that staging may put into the tree before: the outputs, and files of others that are carried over.
pub(super) fn announce(place: &Place, live: &Tree, outputs: &Manifest) -> Result<(), PublishError> {
    let foreign = live.foreign_files().map(name);
    let names: Vec<String> = outputs.files.keys().cloned().chain(foreign).collect();
    let list = place.staging();
    write::replace(&place.disk, &list, names.join("\0").as_bytes()).at(&list)
}

/// What [`announce`] wrote down; nothing when no staging was cut short.
fn announced(place: &Place) -> Result<BTreeSet<String>, PublishError> {
    let list = write::read_if_exists(&place.staging()).at(&place.staging())?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&list).split('\0').map(str::to_owned).collect())
}

/// The name of a file in that list.
fn name(path: &Path) -> String {
    key(path).map_or_else(|| path.to_string_lossy().into_owned(), std::borrow::Cow::into_owned)
}

/// Takes files out of the tree before: its own are kept for [`restore`]; what somebody else put there is refused.
pub(super) fn set_aside(place: &Place, older: &Tree, gone: &[&PathBuf]) -> Result<(), PublishError> {
    if let Some(strange) = gone.iter().find(|path| !older.lists(path)) {
        return Err(PublishError::NotOurs { path: older.root.join(strange) });
    }
    let (undo, disk) = (place.undo(), &place.disk);
    disk.create_folders(&undo).at(&undo)?;
    gone.par_iter().try_for_each(|path| {
        let file = older.root.join(path);
        let kept = key(path).filter(|_| older.is_whole(path)).map(|path| undo.join(hashed(&path)));
        match kept {
            Some(kept) => disk.rename(&file, &kept),
            None => disk.remove_file(&file),
        }
        .at(&file)
    })
}

/// One flat folder is far cheaper than the same folders once more; the manifest knows the paths.
fn hashed(path: &str) -> String {
    Digest::of(path.as_bytes()).name()
}

/// Keeps the manifest of the tree before; the last step before the new one is written.
pub(super) fn keep_manifest(place: &Place) -> Result<(), PublishError> {
    let (from, to) = (place.other().join(names::MANIFEST), place.undo().join(names::MANIFEST));
    if from.exists() { write::link(&place.disk, &from, &to).at(&to) } else { Ok(()) }
}

/// Puts the tree before together again. Can be interrupted and repeated: its manifest comes last.
pub(super) fn restore(place: &Place) -> Result<(), PublishError> {
    let (undo, root, disk) = (place.undo(), place.other(), &place.disk);
    if !undo.exists() && !place.staging().exists() {
        return Ok(());
    }
    let announced = announced(place)?;
    let Some(manifest) = Manifest::of_tree(&undo).or_else(|| Manifest::of_tree(&root)) else {
        // There was no tree before.
        tree::remove_own(disk, &root, |_, path| announced.contains(&name(path)))?;
        return remove(place);
    };
    let mut tree = Tree::open(&root)?;
    tree.manifest = Some(manifest.clone());
    tree.distrust();
    let staged: Vec<&PathBuf> =
        tree.files.keys().collect::<Vec<_>>().into_par_iter().filter(|path| !tree.is_whole(path)).collect();
    if let Some(strange) = staged.iter().find(|path| !tree.lists(path) && !announced.contains(&name(path))) {
        return Err(PublishError::NotOurs { path: root.join(strange) });
    }
    staged.par_iter().try_for_each(|path| disk.remove_file(&root.join(path)).at(&root.join(path)))?;
    tree.prune(disk, &manifest)?;
    for path in manifest.files.keys() {
        let file = root.join(path);
        write::rename_if_there(disk, &undo.join(hashed(path)), &file).at(&file)?;
    }
    let list = undo.join(names::MANIFEST);
    write::rename_if_there(disk, &list, &root.join(names::MANIFEST)).at(&list)?;
    remove(place)
}

/// Removes what was kept for [`restore`]: the tree before is whole, or no longer the tree before.
pub(super) fn remove(place: &Place) -> Result<(), PublishError> {
    let is_hash = |name: &str| unhex::<32>(name).is_some();
    tree::remove_own(&place.disk, &place.undo(), |_, path| path.to_str().is_some_and(is_hash))?;
    place.disk.remove_file(&place.staging()).at(&place.staging())
}
