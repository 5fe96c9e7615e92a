//! Reading files: bytes, encodings, and YAML with its messages.

use std::path::Path;

use rayon::prelude::*;

use super::store::Store;
use super::tree::{Found, Tree, ending};
use super::walk::{FILE_TOO_LARGE, FILE_UNREADABLE};
use super::{attachments, front};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::disk::{self, Links, TEXT_LIMIT};
use crate::encoding::{self, Decoded, Encoding};
use crate::media::Shelf;
use crate::source::SourceId;
use crate::text::signs;
use crate::theme::{BUILT_IN, THEME_MISSING, Theme};
use crate::yaml::Node;

pub(crate) const SITE_FILE_MISSING: RuleId = RuleId("site-file-missing");
pub(crate) const ENCODING_FOREIGN: RuleId = RuleId("encoding-foreign");
pub(crate) const TEXT_LOSSY: RuleId = RuleId("text-lossy");
pub(crate) const FILE_NOT_TEXT: RuleId = RuleId("file-not-text");

/// Reads texts into the store and gathers messages on the way.
pub(super) struct Reader<'a> {
    root: &'a Path,
    store: &'a mut Store,
    problems: &'a mut Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(root: &'a Path, store: &'a mut Store, problems: &'a mut Vec<Diagnostic>) -> Self {
        Self { root, store, problems }
    }

    pub(super) fn report(&mut self, messages: Vec<Diagnostic>) {
        self.problems.extend(messages);
    }

    /// Equal for equal texts of kinds and of these vocabularies.
    pub(super) fn declared(&self, vocabularies: impl Iterator<Item = String>) -> u64 {
        self.store.declared(vocabularies)
    }

    /// Says which files tell what documents look like.
    pub(super) fn read_by(&mut self, kinds: impl Iterator<Item = String>) {
        self.store.read_by(kinds);
    }

    /// `content/site.yaml`, or the defaults and a message.
    pub(super) fn site_file(&mut self, tree: &Tree) -> Config {
        let Some(found) = &tree.site else {
            let root = self.root.display().to_string();
            let missing = (!tree.refused).then(|| {
                Diagnostic::error(SITE_FILE_MISSING)
                    .in_file("content/site.yaml")
                    .arg("root", root)
                    .help("help")
            });
            self.problems.extend(missing);
            return Config { theme: BUILT_IN.to_owned(), language: "ru".to_owned(), ..Config::default() };
        };
        let Some(node) = self.yaml(found) else {
            return Config { theme: BUILT_IN.to_owned(), language: "ru".to_owned(), ..Config::default() };
        };
        let (config, messages) = Config::read(&node);
        self.problems.extend(messages);
        config
    }

    /// Judges the files that are published as they are.
    pub(super) fn attachments(&mut self, tree: &mut Tree) {
        let beside = attachments::check(&mut tree.files, Shelf::Beside, self.store);
        let statics = attachments::check(&mut tree.statics, Shelf::Static, self.store);
        self.problems.extend(beside.into_iter().chain(statics));
    }

    /// One text.
    pub(super) fn text(&mut self, found: &Found) -> Option<SourceId> {
        if let Some(kept) = self.store.kept(found) {
            self.problems.extend(kept.messages.iter().cloned());
            return kept.source;
        }
        self.take(found, decode(found))
    }

    /// Takes in what was read of a file, and says what is wrong with it as a text.
    fn take(&mut self, found: &Found, read: (Option<Decoded>, Vec<Diagnostic>)) -> Option<SourceId> {
        let (decoded, mut messages) = read;
        let source = decoded.map(|decoded| self.add(found, decoded, &mut messages));
        self.problems.extend(messages.iter().cloned());
        self.store.keep(found, source, messages);
        source
    }

    /// Takes a text in, and says where letters of it could not be read.
    fn add(&mut self, found: &Found, decoded: Decoded, messages: &mut Vec<Diagnostic>) -> SourceId {
        let lossy = decoded.lossy;
        // What stands in YAML is cleaned value by value, where it is known what it is (`yaml::parse`).
        let (head, body) = decoded.text.split_at(body_start(&found.path, &decoded.text));
        let cleaned = signs::cleaned(body);
        let text = cleaned.as_ref().map_or_else(|| decoded.text.clone(), |one| format!("{head}{}", one.text));
        let id = self.store.add(&found.path, text.as_str());
        messages.extend(cleaned.as_ref().map(|cleaned| {
            // Nothing before the first sign has moved; the sign itself cannot be marked any more.
            let at = (head.len() + cleaned.first).min(text.len());
            let next = text[at..].chars().next().map_or(0, char::len_utf8);
            front::invisible(cleaned).at(id.span(at, at + next))
        }));
        let lost = text.find('\u{fffd}').filter(|_| lossy);
        messages.extend(lost.map(|at| {
            Diagnostic::error(TEXT_LOSSY).at(id.span(at, at + '\u{fffd}'.len_utf8())).help("help")
        }));
        id
    }

    /// Many texts, read in parallel.
    pub(super) fn texts<'f>(&mut self, found: &'f [Found]) -> Vec<(&'f Found, SourceId)> {
        let new: Vec<bool> = found.iter().map(|found| self.store.kept(found).is_none()).collect();
        let read: Vec<_> = found.par_iter().zip(new).map(|(found, new)| new.then(|| decode(found))).collect();
        let mut texts = Vec::with_capacity(found.len());
        for (found, read) in found.iter().zip(read) {
            let id = match read {
                Some(read) => self.take(found, read),
                None => self.text(found),
            };
            texts.extend(id.map(|id| (found, id)));
        }
        texts
    }

    /// A YAML file of the site.
    pub(super) fn yaml(&mut self, found: &Found) -> Option<Node> {
        let id = self.text(found)?;
        self.parse(id)
    }

    /// A YAML file of the theme.
    pub(super) fn theme_yaml(&mut self, path: &str, bytes: &[u8]) -> Option<Node> {
        let text = encoding::decode(bytes).text;
        let id = self.store.add(path, text);
        self.parse(id)
    }

    /// The theme of a site; the built-in one, and a message, when the named one cannot be had.
    pub(super) fn theme(&mut self, config: &Config) -> Theme {
        Theme::load(self.root, &config.theme).unwrap_or_else(|problem| {
            let named = config.theme_at.filter(|_| problem.rule == THEME_MISSING);
            self.problems.push(match named {
                Some(span) => problem.at(span),
                None => problem,
            });
            Theme::built_in()
        })
    }

    fn parse(&mut self, id: SourceId) -> Option<Node> {
        let text = self.store.sources.get(id).text().clone();
        let (node, messages) = front::yaml(&text, 0..text.len(), id, &front::SETTINGS);
        self.problems.extend(messages);
        node
    }
}

/// Where the text of a page begins in its file, behind its fields; at the end of a file that is all fields.
fn body_start(path: &str, text: &str) -> usize {
    if ending(path) != "md" {
        return text.len();
    }
    let open =
        text.find("---").filter(|at| text[..*at].chars().all(|c| c.is_whitespace() || signs::is_debris(c)));
    open.map_or(0, |open| text[open + 3..].find("\n---").map_or(text.len(), |at| open + 3 + at))
}

/// A file's text, with a message where it had to be guessed or could not be had.
fn decode(found: &Found) -> (Option<Decoded>, Vec<Diagnostic>) {
    let bytes = match disk::read(&found.disk, TEXT_LIMIT, Links::Refused) {
        Ok(bytes) => bytes,
        Err(error) => {
            let large = error.kind() == std::io::ErrorKind::FileTooLarge;
            let rule = if large { FILE_TOO_LARGE } else { FILE_UNREADABLE };
            return (None, vec![Diagnostic::error(rule).in_file(&found.path).help("help")]);
        }
    };
    let decoded = encoding::decode(&bytes);
    // A document of a word processor with a wrong ending, a picture, an archive.
    if !decoded.is_text() {
        return (None, vec![Diagnostic::error(FILE_NOT_TEXT).in_file(&found.path).help("help")]);
    }
    let mut messages = Vec::new();
    if decoded.encoding != Encoding::Utf8 {
        let name = decoded.encoding.name();
        messages.push(
            Diagnostic::warning(ENCODING_FOREIGN).in_file(&found.path).arg("encoding", name).help("help"),
        );
    }
    (Some(decoded), messages)
}
