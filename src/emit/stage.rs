//! Staging: the tree before becomes the new output, and is synced, before anybody can see it.

use std::fs::{File, FileTimes};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::At;
use super::manifest::{self, Manifest};
use super::outputs::Outputs;
use super::store::Place;
use super::tree::Tree;
use super::{PublishError, foreign, platform, superseded, undo, write};

/// Brings the tree before to the new output by the difference of the two.
pub(super) fn stage(place: &Place, live: &Tree, outputs: &Outputs) -> Result<(), PublishError> {
    let older = Tree::open(&place.other())?;
    let root = &older.root;
    std::fs::create_dir_all(root).at(root)?;
    let kept: std::collections::BTreeSet<&Path> = outputs
        .par_iter()
        .filter(|(path, digest, _)| older.holds(path, digest))
        .map(|(path, ..)| Path::new(path))
        .collect();
    let gone: Vec<&PathBuf> = older.files.keys().filter(|path| !kept.contains(path.as_path())).collect();
    undo::set_aside(place, &older, &gone)?;
    older.prune(&outputs.manifest)?;
    outputs.par_iter().try_for_each(|(path, digest, content)| {
        let file = root.join(path);
        // A file whose bytes stay the same keeps its time, in whichever tree it lies: mirrors compare times.
        let time = live.time_of(path, digest);
        if !kept.contains(Path::new(path)) {
            write::create(&file, content, digest, time)
        } else if time.is_some() && time != older.modified(path) {
            set_time(&file, time).at(&file)
        } else {
            Ok(())
        }
    })?;
    let new = outputs.manifest.files.keys().filter(|path| !kept.contains(Path::new(path.as_str())));
    let touched =
        new.map(PathBuf::from).chain(gone.into_iter().cloned()).map(|path| root.join(path)).collect();
    finish(place, live, &outputs.manifest, touched)?;
    undo::keep_manifest(place)?;
    let list = root.join(manifest::PATH);
    write::replace(&list, outputs.manifest.print().as_bytes()).at(&list)
}

/// Makes the tree before, as it is, ready to be published once more.
pub(super) fn restage(place: &Place, live: &Tree, manifest: &Manifest) -> Result<(), PublishError> {
    finish(place, live, manifest, Vec::new())
}

fn finish(
    place: &Place,
    live: &Tree,
    manifest: &Manifest,
    touched: Vec<PathBuf>,
) -> Result<(), PublishError> {
    let root = place.other();
    superseded::keep(&root, live, manifest, place.forgets)?;
    let mut touched = touched;
    if place.exchanges_target() {
        touched.extend(foreign::carry(live, &root, manifest)?);
        keep_permissions(&live.root, &root).at(&root)?;
    }
    verify(&root, manifest)?;
    platform::sync(&root, &touched).at(&root)
}

/// The web server may need the published folder to be readable just as its owner made it.
fn keep_permissions(from: &Path, to: &Path) -> io::Result<()> {
    match std::fs::metadata(from) {
        Ok(meta) => std::fs::set_permissions(to, meta.permissions()),
        Err(_) => Ok(()),
    }
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

fn set_time(path: &Path, time: Option<std::time::SystemTime>) -> io::Result<()> {
    let Some(time) = time else { return Ok(()) };
    File::options().write(true).open(path)?.set_times(FileTimes::new().set_modified(time))
}
