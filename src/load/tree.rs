//! The files below `content/`, each where its path says.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::paper::Paper;
use super::stamp::Stamp;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::office::Authors;
use crate::picture::Picture;

pub(crate) const DOCUMENT_WITHOUT_FOLDER: RuleId = RuleId("document-without-folder");
pub(crate) const PAGE_MISNAMED: RuleId = RuleId("page-misnamed");
pub(crate) const PAGE_COPY: RuleId = RuleId("page-copy");

/// A file of the site.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Found {
    /// Its path relative to the site's root, with `/` between its parts.
    pub(crate) path: String,
    /// Where it lies.
    pub(crate) disk: PathBuf,
    /// What tells it from what lay there before.
    pub(crate) stamp: Stamp,
    /// What it shows, if it is a picture whose size is known.
    pub(crate) picture: Option<Picture>,
    /// What it says, if it is a document whose text was read.
    pub(crate) paper: Option<Arc<Paper>>,
    /// Whether it names people where no reader looks.
    pub(crate) authors: Authors,
    /// The path of the document beside it that it signs.
    pub(crate) signs: Option<String>,
    /// Whether an error says already that it is not published. Its name is still known, so that what names it
    /// is not reported as well.
    pub(crate) refused: bool,
    /// What is to be said of it if something names it; a file that nobody names is not published anyway.
    pub(crate) said: Option<Diagnostic>,
}

/// The files below `content/`, each list in the order of paths.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tree {
    /// `content/site.yaml`.
    pub(crate) site: Option<Found>,
    /// `content/addresses.lock`.
    pub(crate) addresses: Option<Found>,
    /// `content/purge.lock`.
    pub(crate) purges: Option<Found>,
    /// `content/proofs.lock`.
    pub(crate) proofs: Option<Found>,
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
    /// Whether an error says already why nothing was read.
    pub(crate) refused: bool,
}

/// What a file is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sort {
    /// The file of documents at this place of the tree.
    Document(usize),
    /// It tells what documents are read by.
    Declaration,
    /// It is published as it is.
    Published,
    /// A lock of the program.
    Lock,
}

/// The files that are published as they are, judged.
#[derive(Clone, Debug)]
pub(super) struct Files {
    /// Those beside documents.
    pub(super) beside: Arc<Vec<Found>>,
    /// Those below `content/static/`.
    pub(super) statics: Arc<Vec<Found>>,
    /// What there is to say of them.
    pub(super) messages: Vec<Diagnostic>,
}

impl Tree {
    /// A file by its path, and what it is for.
    pub(super) fn find(&mut self, path: &str) -> Option<(Sort, &mut Found)> {
        let at = |list: &[Found]| list.binary_search_by(|found| found.path.as_str().cmp(path)).ok();
        if let Some(at) = at(&self.documents) {
            return Some((Sort::Document(at), &mut self.documents[at]));
        }
        let locks = [&mut self.addresses, &mut self.purges, &mut self.proofs].into_iter().flatten();
        let declared = self.site.iter_mut().chain(&mut self.kinds).chain(&mut self.vocabularies);
        let published = self.files.iter_mut().chain(&mut self.statics);
        let all = locks.map(|found| (Sort::Lock, found));
        let all = all.chain(declared.map(|found| (Sort::Declaration, found)));
        all.chain(published.map(|found| (Sort::Published, found))).find(|(_, found)| found.path == path)
    }

    /// Whether a link stands for the file of a path on disk.
    pub(super) fn has_link_to(&self, path: &str, disk: &Path) -> bool {
        self.files.iter().chain(&self.statics).any(|found| found.disk == disk && found.path != path)
    }

    /// Whether any file lies in what has this path.
    pub(super) fn has_below(&self, path: &str) -> bool {
        let inside = |found: &Found| found.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        let single = self.site.iter().chain(&self.addresses).chain(&self.purges).chain(&self.proofs);
        let lists = [&self.documents, &self.files, &self.statics, &self.kinds, &self.vocabularies];
        single.chain(lists.into_iter().flatten()).any(inside)
    }

    /// Puts a document that came beside others among them and returns its place; nothing when it is not as simple as
    /// that.
    pub(super) fn join(&mut self, found: Found) -> Option<usize> {
        let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
        let home = folder(&found.path);
        let is_beside = |one: &Found| is_simple(&one.path) && folder(&one.path) == home;
        let text = matches!(ending(&found.path).as_str(), "md" | "yaml" | "yml");
        if !(text && is_simple(&found.path) && self.documents.iter().any(is_beside)) {
            return None;
        }
        let at = self.documents.binary_search_by(|one| one.path.cmp(&found.path)).err()?;
        self.documents.insert(at, found);
        Some(at)
    }

    /// Takes a document that went out of the others and returns where it was; nothing when it is not as simple as that.
    pub(super) fn part(&mut self, path: &str) -> Option<usize> {
        let at = self.documents.binary_search_by(|found| found.path.as_str().cmp(path)).ok();
        let at = at.filter(|_| is_simple(path))?;
        self.documents.remove(at);
        Some(at)
    }

    /// Puts files where their paths say. Called for all files at once, and for links.
    pub(super) fn take(&mut self, found: Vec<Found>, own_folders: &[String], problems: &mut Vec<Diagnostic>) {
        for file in found {
            self.place(file, own_folders, problems);
        }
        for list in
            [&mut self.kinds, &mut self.vocabularies, &mut self.documents, &mut self.statics, &mut self.files]
        {
            list.sort_by(|a, b| a.path.cmp(&b.path));
        }
    }

    fn place(&mut self, file: Found, own_folders: &[String], problems: &mut Vec<Diagnostic>) {
        let path = file.path.strip_prefix("content/").unwrap_or(&file.path).to_owned();
        let ending = ending(&path);
        let yaml = matches!(ending.as_str(), "yaml" | "yml");
        match path.split_once('/') {
            None if matches!(path.as_str(), "site.yaml" | "site.yml") => self.site = Some(file),
            None if path == "addresses.lock" => self.addresses = Some(file),
            None if path == "purge.lock" => self.purges = Some(file),
            None if path == "proofs.lock" => self.proofs = Some(file),
            None if yaml || ending == "md" => {
                problems.push(Diagnostic::error(DOCUMENT_WITHOUT_FOLDER).in_file(&file.path).help("help"));
            }
            Some(("kinds", _)) if yaml => self.kinds.push(file),
            Some(("vocabularies", _)) if yaml => self.vocabularies.push(file),
            Some(("static", _)) => self.statics.push(file),
            Some(_) if is_document(&file.path, own_folders) => {
                problems.extend(misnamed(&file.path, true));
                self.documents.push(file);
            }
            Some(_) => {
                let wrong = misnamed(&file.path, false);
                self.files.push(Found { refused: file.refused || wrong.is_some(), ..file });
                problems.extend(wrong);
            }
            _ => self.files.push(file),
        }
    }

    /// The files that may be published as they are, by where they lie: what a link may stand for.
    pub(super) fn publishable(&self) -> BTreeSet<&Path> {
        let text = |file: &&Found| !matches!(ending(&file.path).as_str(), "md" | "yaml" | "yml" | "lock");
        self.files.iter().chain(&self.statics).filter(text).map(|file| file.disk.as_path()).collect()
    }
}

/// Whether a document says nothing about what lies around it, and nothing is said of its name.
fn is_simple(path: &str) -> bool {
    own_folder(path).is_none() && misnamed(path, true).is_none()
}

/// Says of a file in a folder of pages that it looks like a page and is none by its name, or like a copy of one.
fn misnamed(path: &str, document: bool) -> Option<Diagnostic> {
    let name = path.rsplit('/').next().unwrap_or_default().to_lowercase();
    if !document {
        let (stem, last) = name.rsplit_once('.')?;
        let inner = stem.rsplit_once('.').map_or("", |(_, inner)| inner);
        let hidden = last == "txt" && matches!(inner, "md" | "markdown" | "yaml" | "yml");
        let right = if hidden { stem.to_owned() } else { format!("{stem}.md") };
        let problem = Diagnostic::error(PAGE_MISNAMED).in_file(path).arg("right", right);
        return (hidden || last == "mdx").then(|| problem.help("help"));
    }
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let word = stem.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | ' '));
    let copy = ["копия", "copy"].iter().any(|end| {
        let before = word.strip_suffix(end).map(str::trim_end);
        before.is_some_and(|before| before.ends_with(['-', '—', '–', '_']))
    });
    let numbered = stem.strip_suffix(')').and_then(|stem| stem.rsplit_once(" ("));
    let numbered =
        numbered.is_some_and(|(_, number)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    let copy = copy || numbered || ["копия ", "copy of "].iter().any(|start| stem.starts_with(start));
    copy.then(|| Diagnostic::warning(PAGE_COPY).in_file(path).help("help"))
}

/// The ending of a file's name, in lower case and without its dot; that of Markdown has one spelling.
pub(super) fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or_else(String::new, |(_, end)| end.to_lowercase());
    if matches!(ending.as_str(), "markdown" | "mdown" | "mkd") { "md".to_owned() } else { ending }
}

/// The folder of a document that has a folder of its own.
pub(super) fn own_folder(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let below_kind = folder.matches('/').count() >= 2;
    (below_kind
        && matches!(name.to_lowercase().as_str(), "index.md" | "index.markdown" | "index.yaml" | "index.yml"))
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
