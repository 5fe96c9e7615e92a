//! A tree on the disk as it is: its files, its manifest, and which files still are what the manifest says.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::io;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::PublishError;
use super::digest::Digest;
use super::disk::Disk;
use super::error::At;
use super::manifest::Manifest;
use super::names::{self, PREVIOUS, RESERVED, is_reserved};
use super::{platform, write};

/// Made by the file system at the root of a disk, readable by nobody.
pub(super) const LOST_AND_FOUND: &str = "lost+found";

/// What the disk says about a file.
pub(super) struct Entry {
    is_file: bool,
    is_open: bool,
    size: u64,
    changed: i128,
    modified: Option<SystemTime>,
}

/// A tree as it was when it was opened. Paths kept for kabinet (its manifest, superseded search files) are not
/// listed. Links are entries like files and are never followed.
pub(super) struct Tree {
    /// The folder.
    pub root: PathBuf,
    /// Its manifest, when it has one.
    pub manifest: Option<Manifest>,
    /// Everything that is not a folder, by its path from the root.
    pub files: BTreeMap<PathBuf, Entry>,
    /// Every folder below the root.
    pub folders: BTreeSet<PathBuf>,
    stamp: i128,
}

impl Tree {
    /// Reads a tree; one that is not there is empty.
    pub(super) fn open(root: &Path) -> Result<Self, PublishError> {
        let manifest = Manifest::of_tree(root);
        let stamp = std::fs::metadata(root.join(names::MANIFEST))
            .map_or(i128::MIN, |meta| platform::changed_at(&meta));
        let mut tree =
            Self { root: root.to_owned(), manifest, files: BTreeMap::new(), folders: BTreeSet::new(), stamp };
        if root.is_dir() {
            let (files, folders) = scan(root, Path::new("")).at(root)?;
            tree.files = files.into_iter().collect();
            tree.folders = folders.into_iter().collect();
        }
        Ok(tree)
    }

    /// Believes nothing without reading it.
    pub(super) fn distrust(&mut self) {
        self.stamp = i128::MIN;
    }

    /// Whether the file at `path` has these bytes.
    ///
    /// The manifest is the last file written into a tree, so a file that changed (by its change time, which
    /// cannot be set by hand) strictly before the manifest and has the right size is what the manifest says.
    /// Only others are read: files touched by hand, torn by a crash, or restored from a copy.
    pub(super) fn holds(&self, path: &str, digest: &Digest) -> bool {
        let Some(entry) = self.files.get(Path::new(path)).filter(|e| e.is_file && e.size == digest.size)
        else {
            return false;
        };
        let listed = self.manifest.as_ref().and_then(|manifest| manifest.files.get(path));
        let trusted = entry.changed < self.stamp && listed == Some(digest);
        trusted || write::digest_file(&self.root.join(path)).is_ok_and(|found| found == *digest)
    }

    /// When the file with these bytes was published; `None` when the tree does not hold it.
    pub(super) fn time_of(&self, path: &str, digest: &Digest) -> Option<SystemTime> {
        let listed = self.manifest.as_ref()?.files.get(path)? == digest && self.holds(path, digest);
        listed.then(|| self.modified(path)).flatten()
    }

    /// The time of modification of a file.
    pub(super) fn modified(&self, path: &str) -> Option<SystemTime> {
        self.files.get(Path::new(path))?.modified
    }

    /// Whether everybody may read the file.
    pub(super) fn is_open(&self, path: &str) -> bool {
        self.files.get(Path::new(path)).is_some_and(|entry| entry.is_open)
    }

    /// Whether the file is listed in the manifest and is what it says.
    pub(super) fn is_whole(&self, path: &Path) -> bool {
        let Some((key, manifest)) = key(path).zip(self.manifest.as_ref()) else { return false };
        manifest.files.get(&*key).is_some_and(|digest| self.holds(&key, digest))
    }

    /// The first file of a manifest that the tree does not hold.
    pub(super) fn first_damaged(&self, manifest: &Manifest) -> Result<Option<String>, PublishError> {
        let files: Vec<_> = manifest.files.iter().collect();
        let damaged = files.par_iter().find_first(|(path, digest)| !self.holds(path, digest));
        Ok(damaged.map(|(path, _)| (*path).clone()))
    }

    /// Files that kabinet did not write.
    pub(super) fn foreign_files(&self) -> impl Iterator<Item = &Path> {
        self.files.keys().map(PathBuf::as_path).filter(|path| !self.lists(path))
    }

    /// Folders in which kabinet wrote nothing.
    pub(super) fn foreign_folders(&self) -> Vec<&Path> {
        let ours = self.manifest.as_ref().map(folders_of).unwrap_or_default();
        self.folders.iter().map(PathBuf::as_path).filter(|folder| !ours.contains(folder)).collect()
    }

    /// Whether the manifest lists a file.
    pub(super) fn lists(&self, path: &Path) -> bool {
        let manifest = self.manifest.as_ref();
        manifest.is_some_and(|manifest| key(path).is_some_and(|key| manifest.files.contains_key(&*key)))
    }

    /// Removes the folders that are empty by now and hold nothing of `manifest`.
    pub(super) fn prune(&self, disk: &Disk, manifest: &Manifest) -> Result<(), PublishError> {
        let wanted = folders_of(manifest);
        for folder in self.folders.iter().rev().filter(|folder| !wanted.contains(folder.as_path())) {
            let folder = self.root.join(folder);
            disk.remove_if_empty(&folder).at(&folder)?;
        }
        Ok(())
    }
}

/// All folders above the files of a manifest.
pub(super) fn folders_of(manifest: &Manifest) -> BTreeSet<&Path> {
    let mut folders = BTreeSet::new();
    for path in manifest.files.keys() {
        // Neighbours share their folders: stop at the first that is known.
        let above = Path::new(path).ancestors().skip(1).take_while(|folder| !folder.as_os_str().is_empty());
        above.take_while(|folder| folders.insert(*folder)).for_each(drop);
    }
    folders
}

/// A path as the manifest writes it; `None` for names that no output has.
pub(super) fn key(path: &Path) -> Option<Cow<'_, str>> {
    let text = path.to_str()?;
    let slashes = if MAIN_SEPARATOR == '/' { text.into() } else { text.replace(MAIN_SEPARATOR, "/").into() };
    Some(slashes)
}

/// Removes a folder of ours. What is in it and is not `ours` was put there by somebody else: then nothing is removed.
pub(super) fn remove_own(
    disk: &Disk,
    folder: &Path,
    ours: impl Fn(&Tree, &Path) -> bool,
) -> Result<(), PublishError> {
    let tree = Tree::open(folder)?;
    if let Some(strange) = tree.files.keys().find(|path| !ours(&tree, path)) {
        return Err(PublishError::NotOurs { path: folder.join(strange) });
    }
    disk.remove_tree(folder).at(folder)
}

/// Refuses a tree in which something else lies at the names that are kept for kabinet: a link there would lead
/// what is written and removed out of the tree.
pub(super) fn keeps_our_names(root: &Path) -> Result<(), PublishError> {
    let is_link = |path: &Path| std::fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink());
    let incoming = format!("{RESERVED}/incoming");
    let names = [RESERVED, names::MANIFEST, &incoming, "search", PREVIOUS];
    match names.iter().map(|name| root.join(name)).find(|path| is_link(path)) {
        Some(path) => Err(PublishError::NotOurs { path }),
        None => Ok(()),
    }
}

type Found = (Vec<(PathBuf, Entry)>, Vec<PathBuf>);

fn scan(root: &Path, folder: &Path) -> io::Result<Found> {
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if is_reserved(&path) || path == Path::new(LOST_AND_FOUND) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            folders.push(path);
        } else {
            files.push((path, Entry::new(&entry.metadata()?)));
        }
    }
    let below: Vec<Found> = folders.par_iter().map(|folder| scan(root, folder)).collect::<io::Result<_>>()?;
    for (more_files, more_folders) in below {
        files.extend(more_files);
        folders.extend(more_folders);
    }
    Ok((files, folders))
}

impl Entry {
    fn new(meta: &Metadata) -> Self {
        Self {
            is_file: meta.is_file(),
            is_open: platform::is_open_to_readers(meta),
            size: meta.len(),
            changed: platform::changed_at(meta),
            modified: meta.modified().ok(),
        }
    }
}
