//! Reading files: bytes, encodings, and YAML with its messages.

use std::path::Path;
use std::sync::Arc;

use super::declared::Texts;
use super::store::{Parsed, Store};
use super::tree::{Found, Tree, ending};
use super::walk::{FILE_TOO_LARGE, FILE_UNREADABLE};
use super::{debris, front};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::disk::{self, Links, STATE_LIMIT, TEXT_LIMIT};
use crate::encoding::{self, Decoded, Encoding, Flaw};
use crate::source::SourceId;
use crate::text::signs;
use crate::theme::{THEME_MISSING, Theme};
use crate::yaml::Node;

pub(crate) const SITE_FILE_MISSING: RuleId = RuleId("site-file-missing");
pub(crate) const ENCODING_FOREIGN: RuleId = RuleId("encoding-foreign");
/// The file is in an old encoding that is guessed by its letters.
pub(crate) const ENCODING_UNSURE: RuleId = RuleId("encoding-unsure");
/// A zero byte stands in a text.
pub(crate) const TEXT_ZERO: RuleId = RuleId("text-zero");
pub(crate) const TEXT_LOSSY: RuleId = RuleId("text-lossy");
pub(crate) const FILE_NOT_TEXT: RuleId = RuleId("file-not-text");

/// The settings of a site.
pub(super) const SITE_FILE: &str = "content/site.yaml";
/// Stands for a letter that could not be read.
const LOST: char = '\u{fffd}';

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

    /// What was reported so far.
    pub(super) fn said(&self) -> &[Diagnostic] {
        self.problems
    }

    /// The texts at some places.
    pub(super) fn texts_of<'s>(&self, places: impl Iterator<Item = &'s Option<SourceId>>) -> Texts {
        let text = |id: SourceId| (id, Arc::clone(self.store.sources.get(id).text()));
        places.map(|place| place.map(text)).collect()
    }

    /// `content/site.yaml`, or the defaults and a message; and the place of its text.
    pub(super) fn site_file(&mut self, tree: &Tree) -> (Config, Option<SourceId>) {
        let Some(found) = &tree.site else {
            let root = self.root.display().to_string();
            let missing = (!tree.refused).then(|| {
                Diagnostic::error(SITE_FILE_MISSING).in_file(SITE_FILE).arg("root", root).help("help")
            });
            self.problems.extend(missing);
            return (Config::bare(), None);
        };
        let source = self.text(found);
        let Some(node) = source.and_then(|source| self.parse(source)) else {
            return (Config::bare(), source);
        };
        let (config, messages) = Config::read(&node);
        self.problems.extend(messages);
        (config, source)
    }

    /// One text.
    pub(super) fn text(&mut self, found: &Found) -> Option<SourceId> {
        if self.store.kept(found).is_none() {
            take(self.store, found, decode(found));
        }
        let kept = self.store.kept(found)?;
        self.problems.extend(kept.messages.iter().cloned());
        kept.source
    }

    /// The whole of a text.
    pub(super) fn whole(&self, id: SourceId) -> Arc<str> {
        Arc::clone(self.store.sources.get(id).text())
    }

    /// A text of the theme.
    pub(super) fn theme_text(&mut self, path: &str, bytes: &[u8]) -> SourceId {
        let text = encoding::decode(bytes).text;
        self.store.add(path, text)
    }

    /// The theme of a site: as it was `before`, if it has this name and could be had; the built-in one, and a message, when
    /// the named one cannot be had.
    pub(super) fn theme(&mut self, config: &Config, before: Option<Arc<Theme>>) -> Arc<Theme> {
        if let Some(before) = before.filter(|before| before.is_whole(&config.theme)) {
            return before;
        }
        let theme = Theme::load(self.root, &config.theme).unwrap_or_else(|problem| {
            let named = config.theme_at.filter(|_| problem.rule == THEME_MISSING);
            self.problems.push(match named {
                Some(span) => problem.at(span),
                None => problem,
            });
            Theme::instead()
        });
        Arc::new(theme)
    }

    /// Parses a text as YAML.
    pub(super) fn parse(&mut self, id: SourceId) -> Option<Arc<Node>> {
        let text = Arc::clone(self.store.sources.get(id).text());
        let parsed = self.store.parsed(id, &text).unwrap_or_else(|| {
            // Two versions at once are none.
            let (node, messages) = match debris::merge(&text, id) {
                Some(merge) => (None, vec![merge]),
                None => front::yaml(&text, 0..front::end(&text), id, &front::SETTINGS),
            };
            self.store.keep_parsed(id, Parsed { text, node: node.map(Arc::new), messages })
        });
        self.problems.extend(parsed.messages.iter().cloned());
        parsed.node.clone()
    }
}

/// What was read of a file, and what is wrong with it as a text.
pub(super) type Decode = (Option<Decoded>, Vec<Diagnostic>);

/// Takes in what was read of a file.
pub(super) fn take(store: &mut Store, found: &Found, (decoded, mut messages): Decode) {
    if decoded.is_none() {
        store.add(&found.path, "");
    }
    let source = decoded.and_then(|decoded| {
        if decoded.is_text() {
            return Some(add(store, found, decoded, &mut messages));
        }
        messages.extend(decoded.flaw().map(|flaw| spoilt(store, found, &decoded, flaw)));
        None
    });
    store.keep(found, source, messages);
}

/// Takes a text in, and says where letters of it could not be read.
fn add(store: &mut Store, found: &Found, decoded: Decoded, messages: &mut Vec<Diagnostic>) -> SourceId {
    let lossy = decoded.lossy;
    // What stands in YAML is cleaned value by value, where it is known what it is (`yaml::parse`).
    let (head, body) = decoded.text.split_at(body_start(&found.path, &decoded.text));
    let cleaned = signs::cleaned(body);
    let text = cleaned.as_ref().map_or_else(|| decoded.text.clone(), |one| format!("{head}{}", one.text));
    let id = store.add(&found.path, text.as_str());
    messages.extend(cleaned.as_ref().map(|cleaned| {
        // Nothing before the first sign has moved; the sign itself cannot be marked any more.
        let at = (head.len() + cleaned.first).min(text.len());
        let next = text[at..].chars().next().map_or(0, char::len_utf8);
        front::invisible(cleaned).at(id.span(at, at + next))
    }));
    // Lost here, or by another program that saved the sign of a lost letter.
    messages.extend(text.find(LOST).map(|at| {
        let place = id.span(at, at + LOST.len_utf8());
        let count = text.matches(LOST).count();
        let saved = || Diagnostic::warning(debris::TEXT_GARBLED).number("count", count);
        if lossy { Diagnostic::error(TEXT_LOSSY) } else { saved() }.at(place).help("help")
    }));
    id
}

/// What spoilt a text, at its place; nothing is made of such a file.
fn spoilt(store: &mut Store, found: &Found, decoded: &Decoded, flaw: Flaw) -> Diagnostic {
    let shown = |c: char| if matches!(c, '\0' | '\u{80}'..='\u{9f}') { '\u{fffd}' } else { c };
    let (rule, help, first) = match flaw {
        Flaw::Zero(first) => (TEXT_ZERO, "help", first),
        Flaw::Misread(first) => (debris::TEXT_GARBLED, "help-whole", first),
    };
    let count = decoded.text.matches('\0').count().max(1);
    let at = decoded.text[..first].chars().map(|c| shown(c).len_utf8()).sum();
    let text: String = decoded.text.chars().map(shown).collect();
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    let id = store.add(&found.path, text.as_str());
    Diagnostic::error(rule).at(id.span(at, at + length)).number("count", count).help(help)
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
pub(super) fn decode(found: &Found) -> Decode {
    let ending = ending(&found.path);
    let limit = if ending == "lock" { STATE_LIMIT } else { TEXT_LIMIT };
    let bytes = match disk::read(&found.disk, limit, Links::Refused) {
        Ok(bytes) => bytes,
        Err(error) => {
            let large = error.kind() == std::io::ErrorKind::FileTooLarge;
            let (rule, help) = match ending.as_str() {
                "yaml" | "yml" if large => (FILE_TOO_LARGE, "help-list"),
                _ if large => (FILE_TOO_LARGE, "help"),
                _ => (FILE_UNREADABLE, "help"),
            };
            return (None, vec![Diagnostic::error(rule).in_file(&found.path).help(help)]);
        }
    };
    let decoded = encoding::decode(&bytes);
    // A document of a word processor with a wrong ending, a picture, an archive.
    if !decoded.is_text() && decoded.flaw().is_none() {
        return (None, vec![Diagnostic::error(FILE_NOT_TEXT).in_file(&found.path).help("help")]);
    }
    let name = decoded.encoding.name();
    if decoded.encoding.is_guess() {
        let unsure = Diagnostic::error(ENCODING_UNSURE).in_file(&found.path).arg("encoding", name);
        return (None, vec![unsure.help("help")]);
    }
    let mut messages = Vec::new();
    if decoded.encoding != Encoding::Utf8 {
        messages.push(
            Diagnostic::warning(ENCODING_FOREIGN).in_file(&found.path).arg("encoding", name).help("help"),
        );
    }
    (Some(decoded), messages)
}
