//! The files of a site, as documents name them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization as _;

use super::FileId;
use crate::diagnostic::suggest::{Names, nearest};
use crate::markup::slug;

/// The files of a site by their paths.
#[derive(Debug, Default)]
pub(crate) struct FileTable {
    by_path: BTreeMap<String, FileId>,
    near: OnceLock<Names>,
}

/// Why a path names no file.
pub(crate) enum NoFile {
    /// It leads out of `content/`.
    Outside,
    /// There is none.
    Missing,
}

impl FileTable {
    /// Makes the table of the paths of files, in the order of their ids.
    pub(crate) fn new<'a>(paths: impl IntoIterator<Item = &'a str>) -> Self {
        let by_path = paths.into_iter().enumerate().map(|(i, path)| (path.to_owned(), FileId(i))).collect();
        Self { by_path, near: OnceLock::new() }
    }

    /// Finds a file by its path as written in a document of a folder.
    pub(crate) fn find(&self, folder: &str, written: &str) -> Result<FileId, NoFile> {
        let written = composed(written);
        let path = match written.strip_prefix('/') {
            Some(rooted) => join("content/static", rooted),
            None => join(folder, &written),
        };
        let path = path.ok_or(NoFile::Outside)?;
        if let Some(id) = self.by_path.get(&path).or_else(|| self.by_path.get(&decoded(&path))) {
            return Ok(*id);
        }
        Err(NoFile::Missing)
    }

    /// The file of a folder whose name is nearest to what was written.
    pub(crate) fn similar(&self, folder: &str, written: &str) -> Option<&str> {
        let prefix = format!("{folder}/");
        let wanted = name_key(written);
        let alike = |path: &&String| path.strip_prefix(&prefix).is_some_and(|name| name_key(name) == wanted);
        let below = self.by_path.range(prefix.clone()..).map(|(path, _)| path);
        let mut below = below.take_while(|path| path.starts_with(&prefix)).take(MOST_BESIDE);
        if let Some(path) = below.find(alike) {
            return path.strip_prefix(prefix.as_str());
        }
        let near = self
            .near
            .get_or_init(|| Names::new(self.by_path.keys().map(|path| (path.as_str(), path.as_str()))));
        let written = composed(written);
        let paths = near.candidates(&format!("{prefix}{written}")).into_iter();
        nearest(&written, paths.filter_map(|path| path.strip_prefix(prefix.as_str()))).first().copied()
    }
}

/// So many files of a folder are looked at for one of the same letters.
const MOST_BESIDE: usize = 200;

/// What is left of a name when case, signs and the alphabet are forgotten: `План №1.PDF` and `plan-no1.pdf` are alike.
fn name_key(name: &str) -> String {
    slug(&composed(&decoded(name)).to_lowercase())
}

/// A path with `/` between its parts, its letters composed, as the table of files keeps them.
pub(crate) fn composed(written: &str) -> String {
    written.trim().trim_start_matches("./").replace('\\', "/").nfc().collect()
}

/// Joins a path to a folder; `None` when it leads out of `content/`.
pub(crate) fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.len() > 1 => {
                parts.pop();
            }
            ".." => return None,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A path with `%20` and the like turned back, where that is a text.
pub(crate) fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8().map_or_else(|_| path.to_owned(), Cow::into_owned)
}
