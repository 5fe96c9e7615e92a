//! The walk over `content/`: which files there are and what each is for.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use unicode_normalization::UnicodeNormalization as _;
use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::{Diagnostic, RuleId};

pub(crate) const LINK_LEAVES_SITE: RuleId = RuleId("link-leaves-site");
pub(crate) const LINK_NOT_FOLLOWED: RuleId = RuleId("link-not-followed");
pub(crate) const FILE_UNREADABLE: RuleId = RuleId("file-unreadable");
pub(crate) const FILE_TOO_LARGE: RuleId = RuleId("file-too-large");
pub(crate) const DOCUMENT_WITHOUT_FOLDER: RuleId = RuleId("document-without-folder");

/// Texts longer than this are not read: no document of a person is so long. In bytes.
pub(crate) const TEXT_LIMIT: u64 = 16 * 1024 * 1024;

/// A file of the site.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Found {
    /// Its path relative to the site's root, with `/` between its parts.
    pub(crate) path: String,
    /// Where it lies.
    pub(crate) disk: PathBuf,
    /// Its size in bytes.
    pub(crate) size: u64,
}

/// The files below `content/`, each list in the order of paths.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// `content/site.yaml`.
    pub(crate) site: Option<Found>,
    /// `content/addresses.lock`.
    pub(crate) addresses: Option<Found>,
    /// `content/purge.lock`.
    pub(crate) purges: Option<Found>,
    /// `content/kinds/*.yaml`.
    pub(crate) kinds: Vec<Found>,
    /// `content/vocabularies/*.yaml`.
    pub(crate) vocabularies: Vec<Found>,
    /// Markdown and YAML below the folders of kinds.
    pub(crate) documents: Vec<Found>,
    /// `content/static/**`.
    pub(crate) statics: Vec<Found>,
    /// All other files.
    pub(crate) files: Vec<Found>,
}

/// What operating systems leave in folders by themselves, in lower case.
const LITTER: [&str; 2] = ["thumbs.db", "desktop.ini"];

/// Walks `content/` below the root. Hidden files are passed over.
///
/// # Errors
/// When there is no folder `content/`.
pub(crate) fn walk(root: &Path, problems: &mut Vec<Diagnostic>) -> anyhow::Result<Tree> {
    let content = root.join("content");
    let home = fs::canonicalize(root).with_context(|| root.display().to_string())?;
    let mut found = Vec::new();
    for entry in WalkDir::new(&content).sort_by_file_name().into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) => found.extend(file(&entry, root, &home, problems)),
            Err(error) => {
                let path = error.path().map_or_else(String::new, |path| relative(path, root));
                problems.push(Diagnostic::error(FILE_UNREADABLE).in_file(path).help("help"));
            }
        }
    }
    // The walk sorts each folder by names; whole paths are in another order («a-b/» before «a/»).
    found.sort();
    Ok(sort(found, problems))
}

fn visible(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy().to_lowercase();
    entry.depth() == 0 || !(name.starts_with(['.', '~']) || LITTER.contains(&name.as_str()))
}

/// A plain file, or a symbolic link that stays inside the site.
fn file(entry: &DirEntry, root: &Path, home: &Path, problems: &mut Vec<Diagnostic>) -> Option<Found> {
    let path = relative(entry.path(), root);
    if entry.path_is_symlink() {
        let rule = match fs::canonicalize(entry.path()) {
            Ok(real) if !real.starts_with(home) => Some(LINK_LEAVES_SITE),
            Ok(real) if real.is_file() => None,
            _ => Some(LINK_NOT_FOLLOWED),
        };
        if let Some(rule) = rule {
            problems.push(Diagnostic::error(rule).in_file(path).help("help"));
            return None;
        }
    } else if !entry.file_type().is_file() {
        return None;
    }
    let size = fs::metadata(entry.path()).map(|data| data.len()).unwrap_or_default();
    Some(Found { path, disk: entry.path().to_owned(), size })
}

/// A path below the root, its letters composed: some systems keep `й` as two characters.
fn relative(path: &Path, root: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/").nfc().collect()
}

/// The ending of a file's name, in lower case and without its dot.
pub(super) fn ending(path: &str) -> String {
    path.rsplit('/')
        .next()
        .and_then(|name| name.rsplit_once('.'))
        .map_or_else(String::new, |(_, end)| end.to_lowercase())
}

fn sort(found: Vec<Found>, problems: &mut Vec<Diagnostic>) -> Tree {
    let mut tree = Tree::default();
    let own_folders: Vec<String> = found.iter().filter_map(|file| own_folder(&file.path)).collect();
    for file in found {
        let path = file.path.strip_prefix("content/").unwrap_or(&file.path).to_owned();
        let ending = ending(&path);
        let yaml = matches!(ending.as_str(), "yaml" | "yml");
        match path.split_once('/') {
            None if matches!(path.as_str(), "site.yaml" | "site.yml") => tree.site = Some(file),
            None if path == "addresses.lock" => tree.addresses = Some(file),
            None if path == "purge.lock" => tree.purges = Some(file),
            None if yaml || ending == "md" => {
                problems.push(Diagnostic::error(DOCUMENT_WITHOUT_FOLDER).in_file(&file.path).help("help"));
            }
            Some(("kinds", _)) if yaml => tree.kinds.push(file),
            Some(("vocabularies", _)) if yaml => tree.vocabularies.push(file),
            Some(("static", _)) => tree.statics.push(file),
            Some(_) if is_document(&file.path, &own_folders) => tree.documents.push(file),
            _ => tree.files.push(file),
        }
    }
    tree
}

/// The folder of a document that has a folder of its own.
fn own_folder(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let below_kind = folder.matches('/').count() >= 2;
    (below_kind && matches!(name.to_lowercase().as_str(), "index.md" | "index.yaml" | "index.yml"))
        .then(|| format!("{folder}/"))
}

/// Markdown and YAML are documents, but inside a document's own folder only its index is.
fn is_document(path: &str, own_folders: &[String]) -> bool {
    let text = matches!(ending(path).as_str(), "md" | "yaml" | "yml");
    let inside = own_folders.binary_search_by(|folder| order(folder, path)).is_ok();
    text && (!inside || own_folder(path).is_some())
}

/// Equal when the path lies in the folder; else the order of paths.
fn order(folder: &str, path: &str) -> std::cmp::Ordering {
    if path.starts_with(folder) { std::cmp::Ordering::Equal } else { folder.cmp(path) }
}
