//! The files of a build by their addresses.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use super::PageNote;
use super::attachment::Attachment;
use crate::artifact::{Artifact, Content};

/// A built site in memory.
pub(super) struct Site {
    files: BTreeMap<String, Held>,
    notes: BTreeMap<String, PageNote>,
    /// The paths of pages by the files that they are written in.
    pages: BTreeMap<String, String>,
    /// Equal for equal sites: a page that is open need not be loaded again.
    pub fingerprint: String,
}

/// What is shown of one output file.
pub(super) enum Held {
    /// Bytes made by the build.
    Bytes(Vec<u8>),
    /// A file of the site.
    File(Attachment),
    /// A file of the site that may not be shown any more.
    Gone,
}

/// What lies at an address.
pub(super) enum Found<'a> {
    /// A file, with its path.
    File(String, &'a Held),
    /// A folder asked for without its closing slash.
    Folder,
    /// Nothing.
    Nothing,
}

impl Site {
    /// Takes over the output of a build. Files are shown out of these folders only.
    pub(super) fn new(
        artifacts: Vec<Artifact>,
        notes: BTreeMap<String, PageNote>,
        folders: &[PathBuf],
    ) -> Self {
        let held = |content| match content {
            Content::Bytes(bytes) => Held::Bytes(bytes),
            Content::File(path) => Attachment::find(&path, folders).map_or(Held::Gone, Held::File),
        };
        let files = artifacts.into_iter().map(|one| (one.path.as_str().to_owned(), held(one.content)));
        let files: BTreeMap<String, Held> = files.collect();
        let fingerprint = fingerprint(&files, &notes);
        let pages = notes.iter().rev().map(|(path, note)| (note.source.clone(), path.clone())).collect();
        Self { files, notes, pages, fingerprint }
    }

    /// What is known of the page at a path.
    pub(super) fn note(&self, path: &str) -> Option<&PageNote> {
        self.notes.get(path)
    }

    /// The address, below the base path, of the page that is written in a file; the first of several.
    pub(super) fn written_in(&self, source: &str) -> Option<&str> {
        self.pages.get(source).map(|path| path.strip_suffix("index.html").unwrap_or(path))
    }

    /// Looks an address up; `path` is decoded, below the base path, without its first slash.
    pub(super) fn find(&self, path: &str) -> Found<'_> {
        let is_folder = path.is_empty() || path.ends_with('/');
        let name = if is_folder { format!("{path}index.html") } else { path.to_owned() };
        match self.files.get(&name) {
            Some(content) => Found::File(name, content),
            None if !is_folder && self.files.contains_key(&format!("{path}/index.html")) => Found::Folder,
            None => Found::Nothing,
        }
    }

    /// The site's own page for addresses with nothing behind them.
    pub(super) fn not_found(&self) -> Option<&Held> {
        self.files.get("404.html")
    }
}

fn fingerprint(files: &BTreeMap<String, Held>, notes: &BTreeMap<String, PageNote>) -> String {
    let mut hasher = DefaultHasher::new();
    for (path, held) in files {
        path.hash(&mut hasher);
        match held {
            Held::Bytes(bytes) => bytes.hash(&mut hasher),
            Held::File(file) => file.state().hash(&mut hasher),
            Held::Gone => {}
        }
    }
    notes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
