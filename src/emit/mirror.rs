//! Replacing files one by one, each whole at any instant: where the target cannot be exchanged, and to mend
//! what was changed by hand in an otherwise current tree.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::digest::Digest;
use super::disk::Disk;
use super::error::At;
use super::manifest::Manifest;
use super::names::{self, PREVIOUS, RESERVED};
use super::outputs::Outputs;
use super::store::Place;
use super::tree::{self, Tree, folders_of};
use super::{PublishError, sync, write};
use crate::artifact::Content;

/// Puts back what was changed or removed by hand in a tree whose manifest is the output's.
pub(super) fn repair(disk: &Disk, tree: &Tree, outputs: &Outputs) -> Result<(), PublishError> {
    let source = |path: &str| outputs.content(path).cloned().map(|content| (content, None));
    let mended = bring(disk, tree, &outputs.manifest, source)?;
    if mended.is_empty() { Ok(()) } else { sync::sync(disk, &tree.root, &mended).at(&tree.root) }
}

/// Makes the target equal to the live tree of the store: assets first, pages after them, removals at the end,
/// the manifest last. What is already in place is not touched, so an interrupted run is simply repeated.
pub(super) fn apply(place: &Place) -> Result<(), PublishError> {
    if place.exchanges_target() {
        return Ok(());
    }
    let (live, disk) = (Tree::open(&place.live())?, &place.disk);
    let Some(wanted) = &live.manifest else { return Ok(()) };
    disk.create_folders(&place.target).at(&place.target)?;
    tree::keeps_our_names(&place.target)?;
    let target = Tree::open(&place.target)?;
    let gone = gone(&target, wanted);
    let (blocking, late) = split_blocking(&gone, wanted);
    remove(disk, &target, &blocking)?;
    let source = |path: &str| Some((Content::File(live.root.join(path)), live.modified(path)));
    let mut touched = bring(disk, &target, wanted, source)?;
    superseded(disk, &live.root, &target.root)?;
    remove(disk, &target, &late)?;
    touched.extend(gone.iter().map(|path| target.root.join(path)));
    if !touched.is_empty() || target.manifest.as_ref() != Some(wanted) {
        sync::sync(disk, &target.root, &touched).at(&target.root)?;
        let list = target.root.join(names::MANIFEST);
        write::replace(disk, &list, wanted.print().as_bytes()).at(&list)?;
    }
    disk.remove_file(&place.mirroring()).at(&place.mirroring())
}

/// Replaces every file that the tree does not hold; returns those.
fn bring(
    disk: &Disk,
    tree: &Tree,
    wanted: &Manifest,
    source: impl Fn(&str) -> Option<(Content, Option<SystemTime>)> + Sync,
) -> Result<Vec<PathBuf>, PublishError> {
    let files: Vec<_> = wanted.files.iter().collect();
    let stale: Vec<_> = files.into_par_iter().filter(|(path, digest)| !tree.holds(path, digest)).collect();
    if stale.is_empty() {
        return Ok(Vec::new());
    }
    let incoming = tree.root.join(RESERVED).join("incoming");
    let is_number = |path: &Path| path.to_str().is_some_and(|name| name.parse::<usize>().is_ok());
    tree::remove_own(disk, &incoming, |_, path| is_number(path))?;
    let numbered: Vec<(usize, &str, &Digest)> =
        stale.iter().enumerate().map(|(i, (path, digest))| (i, path.as_str(), *digest)).collect();
    for pages in [false, true] {
        numbered.par_iter().filter(|(_, path, _)| path.ends_with(".html") == pages).try_for_each(
            |(i, path, digest)| {
                let Some((content, time)) = source(path) else { return Ok(()) };
                let (new, file) = (incoming.join(i.to_string()), tree.root.join(path));
                write::create(disk, &new, &content, digest, time)?;
                write::rename(disk, &new, &file).at(&file)
            },
        )?;
    }
    disk.remove_tree(&incoming).at(&incoming)?;
    Ok(stale.into_iter().map(|(path, _)| tree.root.join(path)).collect())
}

/// Files that kabinet wrote and that are no longer output.
fn gone<'a>(target: &'a Tree, wanted: &Manifest) -> Vec<&'a str> {
    let listed = target.manifest.iter().flat_map(|manifest| manifest.files.keys());
    listed.filter(|path| !wanted.files.contains_key(*path)).map(String::as_str).collect()
}

/// Old files at the place of a new folder, or below the place of a new file, must go before anything comes.
fn split_blocking<'a>(gone: &[&'a str], wanted: &Manifest) -> (Vec<&'a str>, Vec<&'a str>) {
    let folders = folders_of(wanted);
    let is_wanted = |path: &Path| path.to_str().is_some_and(|path| wanted.files.contains_key(path));
    gone.iter().partition(|path| {
        let path = Path::new(path);
        folders.contains(path) || path.ancestors().skip(1).any(is_wanted)
    })
}

/// Removes files and the folders that are empty without them. What an interrupted run, or a person, has removed
/// already is not there, and its place may be taken.
fn remove(disk: &Disk, tree: &Tree, paths: &[&str]) -> Result<(), PublishError> {
    for path in paths.iter().filter(|path| tree.files.contains_key(Path::new(path))) {
        let file = tree.root.join(path);
        disk.remove_file(&file).at(&file)?;
    }
    let folders: BTreeSet<&Path> =
        paths.iter().flat_map(|path| Path::new(path).ancestors().skip(1)).collect();
    let mut below_root = folders.iter().rev().filter(|folder| !folder.as_os_str().is_empty());
    below_root.try_for_each(|folder| {
        let folder = tree.root.join(folder);
        disk.remove_if_empty(&folder).at(&folder)
    })
}

/// Makes `search/previous/` of the target that of the live tree.
fn superseded(disk: &Disk, live: &Path, target: &Path) -> Result<(), PublishError> {
    let (from, to) = (Tree::open(&live.join(PREVIOUS))?, Tree::open(&target.join(PREVIOUS))?);
    for path in from.files.keys().filter(|path| !to.files.contains_key(*path)) {
        let (source, kept) = (from.root.join(path), to.root.join(path));
        let digest = write::digest_file(&source).at(&source)?;
        write::create(disk, &kept, &Content::File(source), &digest, None)?;
    }
    for path in to.files.keys().filter(|path| !from.files.contains_key(*path)) {
        let file = to.root.join(path);
        disk.remove_file(&file).at(&file)?;
    }
    if from.files.is_empty() { disk.remove_tree(&to.root).at(&to.root) } else { Ok(()) }
}

/// Whether the target still is what it was: all of its manifest whole, and none of the files that were to be new.
pub(super) fn is_untouched(target: &Path, before: Option<&Manifest>, new: &Manifest) -> bool {
    let Ok(tree) = Tree::open(target) else { return false };
    let none = Manifest::default();
    let known = before.unwrap_or(&none);
    let came = new
        .files
        .keys()
        .any(|path| !known.files.contains_key(path) && tree.files.contains_key(Path::new(path)));
    tree.manifest.as_ref() == before && !came && matches!(tree.first_damaged(known), Ok(None))
}
