//! While staging changes the tree before, what it takes out lies in `undo/`, so that a build which fails or is
//! killed leaves that tree whole for `kabinet rollback`.

use std::path::PathBuf;

use rayon::prelude::*;

use super::error::At;
use super::manifest::{self, Digest, Manifest};
use super::store::Place;
use super::tree::{Tree, key, remove_tree};
use super::{PublishError, write};

/// Takes files out of the tree before: its own are kept for [`restore`], anything else is dropped.
pub(super) fn set_aside(place: &Place, older: &Tree, gone: &[&PathBuf]) -> Result<(), PublishError> {
    let undo = place.undo();
    std::fs::create_dir_all(&undo).at(&undo)?;
    gone.par_iter().try_for_each(|path| {
        let file = older.root.join(path);
        let kept = key(path).filter(|_| older.is_whole(path)).map(|path| undo.join(name(&path)));
        match kept {
            Some(kept) => std::fs::rename(&file, kept),
            None => std::fs::remove_file(&file),
        }
        .at(&file)
    })
}

/// One flat folder is far cheaper than the same folders once more; the manifest knows the paths.
fn name(path: &str) -> String {
    Digest::of(path.as_bytes()).name()
}

/// Keeps the manifest of the tree before; the last step before the new one is written.
pub(super) fn keep_manifest(place: &Place) -> Result<(), PublishError> {
    let (from, to) = (place.other().join(manifest::PATH), place.undo().join(manifest::PATH));
    if from.exists() { write::link(&from, &to).at(&to) } else { Ok(()) }
}

/// Puts the tree before together again. Can be interrupted and repeated: its manifest comes last.
pub(super) fn restore(place: &Place) -> Result<(), PublishError> {
    let (undo, root) = (place.undo(), place.other());
    if !undo.exists() {
        return Ok(());
    }
    let Some(manifest) = Manifest::of_tree(&undo).or_else(|| Manifest::of_tree(&root)) else {
        // There was no tree before.
        remove_tree(&root)?;
        return remove_tree(&undo);
    };
    let mut tree = Tree::open(&root)?;
    tree.manifest = Some(manifest.clone());
    tree.distrust();
    let paths: Vec<&PathBuf> = tree.files.keys().collect();
    paths.par_iter().filter(|path| !tree.is_whole(path)).try_for_each(|path| {
        let file = root.join(path);
        std::fs::remove_file(&file).at(&file)
    })?;
    tree.prune(&manifest)?;
    for path in manifest.files.keys() {
        let file = root.join(path);
        write::rename_if_there(&undo.join(name(path)), &file).at(&file)?;
    }
    let list = undo.join(manifest::PATH);
    write::rename_if_there(&list, &root.join(manifest::PATH)).at(&list)?;
    remove_tree(&undo)
}
