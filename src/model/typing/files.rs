//! Files that documents name.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization as _;

use super::Typing;
use crate::diagnostic::suggest::{Names, nearest};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::load::Found;
use crate::model::{FileId, Image};
use crate::schema::Field;
use crate::yaml::{Node, Yaml};

pub(crate) const FILE_MISSING: RuleId = RuleId("file-missing");
pub(crate) const PATH_LEAVES_SITE: RuleId = RuleId("path-leaves-site");
pub(crate) const IMAGE_WITHOUT_ALT: RuleId = RuleId("image-without-alt");

/// The files of a site by their paths.
#[derive(Debug, Default)]
pub(crate) struct FileTable {
    by_path: BTreeMap<String, FileId>,
    near: OnceLock<Names>,
}

/// Why a path names no file.
pub(in crate::model) enum NoFile {
    /// It leads out of `content/`.
    Outside,
    /// There is none.
    Missing,
}

impl FileTable {
    /// Makes the table of files in the order of their ids.
    pub(in crate::model) fn new<'a>(files: impl IntoIterator<Item = &'a Found>) -> Self {
        let by_path = files.into_iter().enumerate().map(|(i, file)| (file.path.clone(), FileId(i))).collect();
        Self { by_path, near: OnceLock::new() }
    }

    /// Finds a file by its path as written in a document of a folder.
    pub(in crate::model) fn find(&self, folder: &str, written: &str) -> Result<FileId, NoFile> {
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
    fn similar(&self, folder: &str, written: &str) -> Option<&str> {
        let prefix = format!("{folder}/");
        let near = self
            .near
            .get_or_init(|| Names::new(self.by_path.keys().map(|path| (path.as_str(), path.as_str()))));
        let written = composed(written);
        let paths = near.candidates(&format!("{prefix}{written}")).into_iter();
        nearest(&written, paths.filter_map(|path| path.strip_prefix(prefix.as_str()))).first().copied()
    }
}

/// A path with `/` between its parts, its letters composed, as the table of files keeps them.
pub(in crate::model) fn composed(written: &str) -> String {
    written.trim().trim_start_matches("./").replace('\\', "/").nfc().collect()
}

/// Joins a path to a folder; `None` when it leads out of `content/`.
pub(in crate::model) fn join(folder: &str, path: &str) -> Option<String> {
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

/// A path with `%20` and the like turned back.
pub(in crate::model) fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let escape =
            (first == b'%').then(|| path.get(path.len() - tail.len()..path.len() - tail.len() + 2)).flatten();
        match escape.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

/// What people call the file of a picture, and what is to be read instead of it.
const FILE_KEYS: [&str; 6] = ["src", "file", "файл", "имя файла", "картинка", "фото"];
const ALT_KEYS: [&str; 4] = ["alt", "описание", "подпись", "что на картинке"];

impl Typing<'_> {
    /// A file: a path, or a mapping with `file`.
    pub(super) fn file(&mut self, node: &Node, field: &Field) -> Option<FileId> {
        let node = match &node.value {
            Yaml::Map(_) => node.get_any(&FILE_KEYS).unwrap_or(node),
            _ => node,
        };
        let Some(written) = node.text().filter(|text| !text.trim().is_empty()) else {
            self.invalid(node.span, field);
            return None;
        };
        match self.context.files.find(self.context.folder, written) {
            Ok(file) => Some(file),
            Err(NoFile::Outside) => {
                let outside = Diagnostic::error(PATH_LEAVES_SITE).at(node.span).arg("path", written);
                self.problems.push(outside.help("help"));
                None
            }
            Err(NoFile::Missing) => {
                let missing = Diagnostic::error(FILE_MISSING).at(node.span).arg("path", written);
                let missing = missing.arg("folder", self.context.folder);
                self.problems.push(match self.context.files.similar(self.context.folder, written) {
                    Some(similar) => missing.arg("similar", similar).help("help-similar"),
                    None => missing.help("help"),
                });
                None
            }
        }
    }

    /// A picture: a path, or a mapping with `src` and `alt`.
    pub(super) fn image(&mut self, node: &Node, field: &Field) -> Option<Image> {
        if self.cut_by_comma(node, field) {
            return None;
        }
        let file = self.file(node, field)?;
        let alt = node.get_any(&ALT_KEYS).and_then(Node::text).map(str::to_owned);
        if alt.is_none() {
            let problem = Diagnostic::error(IMAGE_WITHOUT_ALT).at(node.span).arg("field", &field.label);
            self.problems.push(problem.help("help-field"));
        }
        Some(Image { file, alt: alt.unwrap_or_default() })
    }
}
