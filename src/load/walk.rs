//! The walk over `content/`: which files there are and what each is for.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::Context;
use unicode_normalization::UnicodeNormalization as _;
use walkdir::{DirEntry, WalkDir};

use super::links::{self, LINK_NOT_FOLLOWED};
use super::stamp::Stamp;
use super::tree::{Found, Tree, ending, own_folder};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::office::Authors;

pub(crate) const FILE_UNREADABLE: RuleId = RuleId("file-unreadable");
pub(crate) const FILE_TOO_LARGE: RuleId = RuleId("file-too-large");
pub(crate) const FILE_SPECIAL: RuleId = RuleId("file-special");
pub(crate) const STATIC_HIDDEN: RuleId = RuleId("static-hidden");

/// What operating systems leave in folders by themselves, in lower case.
const LITTER: [&str; 2] = ["thumbs.db", "desktop.ini"];

/// Files in whose place no folder may lie: what they keep would be forgotten in silence.
const KEPT: [&str; 3] = ["content/site.yaml", "content/purge.lock", "content/proofs.lock"];

/// Hidden files that nobody means to publish: those of systems, editors and git.
const DEBRIS: [&str; 8] = [
    ".ds_store",
    ".directory",
    ".gitkeep",
    ".gitignore",
    ".gitattributes",
    ".keep",
    ".editorconfig",
    ".stfolder",
];

/// What the walk met, before it is known what each is for.
#[derive(Default)]
struct Met {
    files: Vec<Found>,
    links: Vec<Found>,
}

/// Walks `content/` below the root. Hidden files are passed over; links are judged once all files are known.
///
/// # Errors
/// When there is no folder `content/`.
pub(crate) fn walk(root: &Path, problems: &mut Vec<Diagnostic>) -> anyhow::Result<Tree> {
    let content = root.join("content");
    fs::canonicalize(root).with_context(|| root.display().to_string())?;
    if content.is_symlink() {
        problems.push(Diagnostic::error(LINK_NOT_FOLLOWED).in_file("content").help("help-folder"));
        return Ok(Tree { refused: true, ..Tree::default() });
    }
    let mut met = Met::default();
    let mut passed_over = Vec::new();
    let mut visible = |entry: &DirEntry| {
        let shown = entry.depth() == 0 || is_visible(&entry.file_name().to_string_lossy());
        if !shown {
            passed_over.push(relative(entry.path(), root));
        }
        shown
    };
    for entry in WalkDir::new(&content).sort_by_file_name().into_iter().filter_entry(&mut visible) {
        match entry {
            Ok(entry) => sort_entry(&entry, root, &mut met, problems),
            Err(error) => {
                let path = error.path().map_or_else(String::new, |path| relative(path, root));
                problems.push(Diagnostic::error(FILE_UNREADABLE).in_file(path).help("help"));
            }
        }
    }
    problems.extend(passed_over.iter().filter_map(|path| hidden_static(path)));
    // The walk sorts each folder by names; whole paths are in another order («a-b/» before «a/»).
    met.files.sort_by(|a, b| a.path.cmp(&b.path));
    let own_folders: Vec<String> = met.files.iter().filter_map(|file| own_folder(&file.path)).collect();
    let mut tree = Tree::default();
    tree.take(met.files, &own_folders, problems);
    let links = links::resolve(met.links, &content, &tree, problems);
    tree.take(links, &own_folders, problems);
    Ok(tree)
}

/// Takes the new stamp of a file that was met before; whether it is a plain file still, where it was.
pub(super) fn renew(found: &mut Found, path: &Path) -> bool {
    let plain = std::fs::symlink_metadata(path).ok().filter(std::fs::Metadata::is_file);
    let Some(data) = plain.filter(|_| found.disk == path) else { return false };
    found.stamp = Stamp::of(&data);
    true
}

/// Whether nothing lies at a place on disk.
pub(super) fn is_gone(disk: &Path) -> bool {
    std::fs::symlink_metadata(disk).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// A plain file that the walk would meet in a folder that it looks into.
pub(super) fn met(path: &str, disk: &Path) -> Option<Found> {
    let data = std::fs::symlink_metadata(disk).ok().filter(std::fs::Metadata::is_file)?;
    let visible = is_visible(&disk.file_name()?.to_string_lossy());
    visible.then(|| found(path.to_owned(), disk, Stamp::of(&data)))
}

/// A file of which nothing more is known yet.
fn found(path: String, disk: &Path, stamp: Stamp) -> Found {
    Found {
        path,
        disk: disk.to_owned(),
        stamp,
        picture: None,
        paper: None,
        authors: Authors::Untold,
        signs: None,
        refused: false,
        said: None,
    }
}

/// Whether a file or folder of this name is looked at.
pub(super) fn is_visible(name: &str) -> bool {
    let name = name.to_lowercase();
    !(name.starts_with(['.', '~']) || LITTER.contains(&name.as_str()))
}

/// A hidden file in `content/static/` that somebody may believe to be published: `.htaccess`, `.well-known`.
fn hidden_static(path: &str) -> Option<Diagnostic> {
    let inside = path.strip_prefix("content/static/")?;
    let name = inside.rsplit('/').next().unwrap_or_default().to_lowercase();
    let debris = !name.starts_with('.')
        || DEBRIS.contains(&name.as_str())
        || name.starts_with("._")
        || name.starts_with(".~")
        || name.starts_with(".nfs")
        || ending(&name).starts_with("sw");
    (!debris).then(|| Diagnostic::warning(STATIC_HIDDEN).in_file(path).help("help"))
}

/// Puts what was met where it belongs: plain files, links; anything else is an error.
fn sort_entry(entry: &DirEntry, root: &Path, met: &mut Met, problems: &mut Vec<Diagnostic>) {
    let kind = entry.file_type();
    if kind.is_dir() {
        let path = relative(entry.path(), root);
        if KEPT.contains(&path.as_str()) {
            problems.push(Diagnostic::error(FILE_SPECIAL).in_file(path).help("help"));
        }
        return;
    }
    let stamp = entry.metadata().map(|data| Stamp::of(&data)).unwrap_or_default();
    let found = found(relative(entry.path(), root), entry.path(), stamp);
    if kind.is_symlink() {
        met.links.push(found);
    } else if kind.is_file() {
        met.files.push(found);
    } else {
        problems.push(Diagnostic::error(FILE_SPECIAL).in_file(found.path).help("help"));
    }
}

/// A path below the root, its letters composed: some systems keep `й` as two characters.
pub(super) fn relative(path: &Path, root: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/").nfc().collect()
}
