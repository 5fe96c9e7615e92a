//! Staging: the tree before becomes the new output, and is synced, before anybody can see it.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::error::At;
use super::manifest::Manifest;
use super::names;
use super::outputs::Outputs;
use super::store::Place;
use super::tree::Tree;
use super::{PublishError, foreign, platform, superseded, sync, undo, write};

/// Brings the tree before to the new output by the difference of the two.
pub(super) fn stage(place: &Place, live: &Tree, outputs: &Outputs) -> Result<(), PublishError> {
    let (older, disk) = (Tree::open(&place.other())?, &place.disk);
    let root = &older.root;
    disk.create_folders(root).at(root)?;
    let kept: std::collections::BTreeSet<&Path> = outputs
        .par_iter()
        .filter(|(path, digest, _)| older.holds(path, digest))
        .map(|(path, ..)| Path::new(path))
        .collect();
    let gone: Vec<&PathBuf> = older.files.keys().filter(|path| !kept.contains(path.as_path())).collect();
    undo::announce(place, live, &outputs.manifest)?;
    undo::set_aside(place, &older, &gone)?;
    older.prune(disk, &outputs.manifest)?;
    outputs.par_iter().try_for_each(|(path, digest, content)| {
        let file = root.join(path);
        // A file whose bytes stay the same keeps its time, in whichever tree it lies: mirrors compare times.
        let time = live.time_of(path, digest);
        if !kept.contains(Path::new(path)) {
            return write::create(disk, &file, content, digest, time);
        }
        let stale = time.filter(|time| Some(*time) != older.modified(path));
        keep(place, &file, stale, older.is_open(path)).at(&file)
    })?;
    let new = outputs.manifest.files.keys().filter(|path| !kept.contains(Path::new(path.as_str())));
    let touched =
        new.map(PathBuf::from).chain(gone.into_iter().cloned()).map(|path| root.join(path)).collect();
    finish(place, live, &outputs.manifest, touched)?;
    undo::keep_manifest(place)?;
    let list = root.join(names::MANIFEST);
    write::replace(disk, &list, outputs.manifest.print().as_bytes()).at(&list)
}

/// Makes the tree before, as it is, ready to be published once more.
pub(super) fn restage(place: &Place, live: &Tree, manifest: &Manifest) -> Result<(), PublishError> {
    undo::announce(place, live, manifest)?;
    finish(place, live, manifest, Vec::new())
}

fn finish(
    place: &Place,
    live: &Tree,
    manifest: &Manifest,
    touched: Vec<PathBuf>,
) -> Result<(), PublishError> {
    let root = place.other();
    superseded::keep(place, &root, live, manifest)?;
    let mut touched = touched;
    if place.exchanges_target() {
        touched.extend(foreign::carry(&place.disk, live, &root, manifest)?);
        // The web server may need the published folder to be readable just as its owner made it.
        place.disk.copy_permissions(&live.root, &root).at(&root)?;
    }
    verify(&root, manifest)?;
    sync::sync(&place.disk, &root, &touched).at(&root)
}

/// Every file of the manifest is there in its full length.
fn verify(root: &Path, manifest: &Manifest) -> Result<(), PublishError> {
    let files: Vec<_> = manifest.files.iter().collect();
    files.par_iter().try_for_each(|(path, digest)| {
        let file = root.join(path);
        let meta = std::fs::symlink_metadata(&file).at(&file)?;
        let whole = meta.is_file() && meta.len() == digest.size;
        if whole { Ok(()) } else { Err(io::Error::from(io::ErrorKind::UnexpectedEof)).at(&file) }
    })
}

/// Brings what is not bytes of a kept file to what it should be.
fn keep(place: &Place, file: &Path, time: Option<SystemTime>, open: bool) -> io::Result<()> {
    if time.is_none() && open {
        return Ok(());
    }
    let file = File::options().write(true).open(file)?;
    if !open {
        platform::open_to_readers(&file)?;
    }
    time.map_or(Ok(()), |time| place.disk.set_modified(&file, time))
}
