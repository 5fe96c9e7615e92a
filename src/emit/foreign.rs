//! Files of the target that kabinet did not write: never replaced, never deleted, carried over.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::disk::Disk;
use super::error::At;
use super::manifest::Manifest;
use super::names::RESERVED;
use super::tree::{self, Tree, folders_of, key};
use super::{PublishError, platform, write};

/// What a folder may hold before its first publication.
const WELCOME: [&str; 8] = [
    ".git",
    ".gitignore",
    ".gitattributes",
    ".gitkeep",
    ".nojekyll",
    ".well-known",
    "CNAME",
    super::tree::LOST_AND_FOUND,
];

/// Whether the target is ours to replace, by a look at its top alone: it may be somebody's whole disk. `known` tells
/// whether a site was published there before.
pub(super) fn look(target: &Path, known: bool) -> Result<(), PublishError> {
    tree::keeps_our_names(target)?;
    if Manifest::read(target)?.is_some() || !target.exists() {
        return Ok(());
    }
    let mut unknown = Vec::new();
    for entry in std::fs::read_dir(target).at(target)? {
        let name = entry.at(target)?.file_name();
        if name != RESERVED && !WELCOME.iter().any(|known| name == **known) {
            unknown.push(name);
        }
    }
    let Some(name) = unknown.into_iter().min() else { return Ok(()) };
    let (folder, example) = (target.to_owned(), name.to_string_lossy().into_owned());
    Err(match known || target.join(RESERVED).is_dir() {
        true => PublishError::ManifestLost { folder, example },
        false => PublishError::ForeignFolder { folder, example },
    })
}

/// Whether nothing in the target lies where the site wants to write.
pub(super) fn accept(target: &Tree, outputs: &Manifest) -> Result<(), PublishError> {
    let foreign: Vec<&Path> = target.foreign_files().collect();
    let folders = target.foreign_folders();
    if foreign.is_empty() && folders.is_empty() {
        return Ok(());
    }
    let wanted = folders_of(outputs);
    let blocked = foreign.iter().find(|path| wanted.contains(*path) || differs(target, path, outputs));
    let hidden = folders.iter().find(|path| listed(path, outputs));
    match blocked.or(hidden) {
        Some(path) => Err(PublishError::FileInTheWay { path: target.root.join(path) }),
        None => Ok(()),
    }
}

fn listed(path: &Path, outputs: &Manifest) -> bool {
    key(path).is_some_and(|key| outputs.files.contains_key(&*key))
}

/// Whether the site wants to write other bytes at this path.
fn differs(target: &Tree, path: &Path, outputs: &Manifest) -> bool {
    let Some(key) = key(path) else { return false };
    outputs.files.get(&*key).is_some_and(|digest| !target.holds(&key, digest))
}

/// Gives the foreign files of the published tree a second name in the tree to be, so that they are there from
/// the instant of the exchange. Returns what was made.
pub(super) fn carry(
    disk: &Disk,
    live: &Tree,
    to: &Path,
    outputs: &Manifest,
) -> Result<Vec<PathBuf>, PublishError> {
    for folder in live.foreign_folders() {
        // Empty ones too: git knows a repository by its folder `refs`.
        disk.create_folders(&to.join(folder)).at(&to.join(folder))?;
    }
    let mut carried = Vec::new();
    for path in live.foreign_files().filter(|path| !listed(path, outputs)) {
        let new = to.join(path);
        write::link(disk, &live.root.join(path), &new).at(&new)?;
        carried.push(new);
    }
    Ok(carried)
}

/// After the exchange: takes the foreign files out of the old tree. What appeared in it after [`carry`] (a git
/// commit amid the build) is moved to the new one.
pub(super) fn sweep(disk: &Disk, old: &Path, new: &Path) -> Result<(), PublishError> {
    let tree = Tree::open(old)?;
    for path in tree.foreign_files() {
        let (from, to) = (old.join(path), new.join(path));
        if is_carried(&from, &to) {
            disk.remove_file(&from).at(&from)?;
        } else {
            write::rename(disk, &from, &to).at(&to)?;
        }
    }
    let folders = tree.foreign_folders();
    for folder in &folders {
        disk.create_folders(&new.join(folder)).at(&new.join(folder))?;
    }
    folders.iter().rev().try_for_each(|folder| {
        let folder = old.join(folder);
        disk.remove_if_empty(&folder).at(&folder)
    })
}

/// Whether the new tree has the file already, or a newer one.
fn is_carried(from: &Path, to: &Path) -> bool {
    let (Ok(from), Ok(to)) = (std::fs::symlink_metadata(from), std::fs::symlink_metadata(to)) else {
        return false;
    };
    let time = |meta: &std::fs::Metadata| meta.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    platform::same_file(&from, &to) || time(&from) <= time(&to)
}
