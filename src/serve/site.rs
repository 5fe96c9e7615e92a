//! The files of a build by their addresses.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::artifact::{Artifact, Content};

/// A built site in memory.
pub(super) struct Site {
    files: BTreeMap<String, Content>,
    /// Equal for equal sites: a page that is open need not be loaded again.
    pub fingerprint: String,
}

/// What lies at an address.
pub(super) enum Found<'a> {
    /// A file, with its path.
    File(String, &'a Content),
    /// A folder asked for without its closing slash.
    Folder,
    /// Nothing.
    Nothing,
}

impl Site {
    /// Takes over the output of a build.
    pub(super) fn new(artifacts: Vec<Artifact>) -> Self {
        let files: BTreeMap<String, Content> = artifacts
            .into_iter()
            .map(|artifact| (artifact.path.as_str().to_owned(), artifact.content))
            .collect();
        let fingerprint = fingerprint(&files);
        Self { files, fingerprint }
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
    pub(super) fn not_found(&self) -> Option<&Content> {
        self.files.get("404.html")
    }
}

fn fingerprint(files: &BTreeMap<String, Content>) -> String {
    let mut hasher = DefaultHasher::new();
    for (path, content) in files {
        path.hash(&mut hasher);
        match content {
            Content::Bytes(bytes) => bytes.hash(&mut hasher),
            Content::File(source) => {
                let meta = std::fs::metadata(source).ok();
                meta.map(|meta| (meta.len(), meta.modified().ok())).hash(&mut hasher);
            }
        }
    }
    format!("{:016x}", hasher.finish())
}
