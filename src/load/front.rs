//! Front matter: finding it, and turning YAML mistakes into messages.

use std::collections::BTreeMap;
use std::ops::Range;

use super::syntax::{self, is_fence};
use crate::diagnostic::{Diagnostic, MOST_TOLD, RuleId, Severity};
use crate::source::{SourceId, Span};
use crate::text::key;
use crate::text::signs::{self, Cleaned};
use crate::yaml::{self, Node, Twice};

pub(crate) const FRONT_MATTER_MISSING: RuleId = RuleId("front-matter-missing");
pub(crate) const FRONT_MATTER_UNCLOSED: RuleId = RuleId("front-matter-unclosed");
pub(crate) const YAML_DUPLICATE_KEY: RuleId = RuleId("yaml-duplicate-key");
/// Signs that nobody sees stood in a text and were left out.
pub(crate) const TEXT_INVISIBLE: RuleId = RuleId("text-invisible");
pub(crate) const YAML_ANCHOR: RuleId = RuleId("yaml-anchor");
pub(crate) const HASH_CUTS_TEXT: RuleId = RuleId("hash-cuts-text");

/// What is known about words that stand before a colon.
pub(super) struct Words<'a> {
    /// Whether a word is a known field.
    pub(super) is_field: &'a dyn Fn(&str) -> bool,
    /// Whether the value of a word is a text, in which any sign may be meant.
    pub(super) holds_words: &'a dyn Fn(&str) -> bool,
    /// Whether the value of a word may be a text where it names no page.
    pub(super) takes_words: &'a dyn Fn(&str) -> bool,
}

/// Settings: fields are known to those who read them, and their texts by name.
pub(super) const SETTINGS: Words<'static> =
    Words { is_field: &|_| false, holds_words: &is_spoken, takes_words: &|_| false };

fn is_spoken(word: &str) -> bool {
    SPOKEN.contains(&key(word).as_str())
}

/// Settings that readers see as they are written.
const SPOKEN: [&str; 9] =
    ["title", "short title", "description", "name", "short name", "address", "hours", "label", "название"];

/// The two parts of a Markdown file, as byte ranges.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Parts {
    /// The YAML between the `---` lines.
    pub(super) front: Range<usize>,
    /// The text after it.
    pub(super) body: Range<usize>,
}

/// Splits a Markdown file. `is_field` tells whether a word is a known field.
pub(super) fn split(
    text: &str,
    source: SourceId,
    is_field: &dyn Fn(&str) -> bool,
) -> Result<Parts, Diagnostic> {
    let lead = text.len() - text.trim_start().len();
    let first = text[lead..].split_inclusive('\n').next().unwrap_or_default();
    if !is_fence(first) {
        let end = lead + first.trim_end().len();
        let help = match first.trim_end() {
            first if first.starts_with("+++") => "help-toml",
            first if first.starts_with("{\\rtf") => "help-rtf",
            first if is_web_page(first) => "help-web-page",
            first if first.starts_with('{') => "help-json",
            first if is_other_fence(first) && fields_follow(&text[end..], is_field) => "help-fence",
            _ if fields_follow(&text[lead..], is_field) => "help-open",
            _ if holds_front(&text[lead..], is_field) => "help-late",
            _ => "help",
        };
        return Err(Diagnostic::error(FRONT_MATTER_MISSING).at(source.span(lead, end)).help(help));
    }
    let start = lead + first.len();
    let mut position = start;
    for line in text[start..].split_inclusive('\n') {
        let end = position + line.len();
        if is_fence(line) {
            return Ok(Parts { front: start..position, body: end..text.len() });
        }
        position = end;
    }
    Err(unclosed(text, lead, start, source, is_field))
}

/// A page that a browser saved, under an ending that is not its own.
fn is_web_page(line: &str) -> bool {
    let line = line.to_lowercase();
    ["<!doctype", "<html", "<?xml", "<head"].iter().any(|mark| line.starts_with(mark))
}

/// What other programs, or habit, put around fields: `***`, `===`, a block of code.
fn is_other_fence(line: &str) -> bool {
    let sign = |sign: char| line.len() >= 3 && line.chars().all(|c| c == sign);
    ['*', '=', '_', '#', '~'].into_iter().any(sign) || line.starts_with("```")
}

/// Whether the first line of a text is a known field.
fn fields_follow(text: &str, is_field: &dyn Fn(&str) -> bool) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty());
    first.and_then(|line| line.split_once(':')).is_some_and(|(key, _)| is_field(key.trim()))
}

/// Whether a front matter begins somewhere in a text, a few lines below its beginning.
fn holds_front(text: &str, is_field: &dyn Fn(&str) -> bool) -> bool {
    const LINES: usize = 40;
    let mut position = 0;
    text.split_inclusive('\n').take(LINES).any(|line| {
        position += line.len();
        is_fence(line) && fields_follow(&text[position..], is_field)
    })
}

/// Where a YAML file ends: a last line `---` or `...` closes it as it closes a front matter.
pub(super) fn end(text: &str) -> usize {
    let written = text.trim_end();
    let line = written.rfind('\n').map_or(0, |newline| newline + 1);
    let closes = is_fence(&written[line..]) || written[line..].trim() == "...";
    if closes && line > 0 { line } else { text.len() }
}

/// Points at the last line that looks like a field: after it the closing line is missing.
fn unclosed(
    text: &str,
    lead: usize,
    start: usize,
    source: SourceId,
    is_field: &dyn Fn(&str) -> bool,
) -> Diagnostic {
    let (mut position, mut last, mut gap) = (start, lead..start, false);
    for line in text[start..].split_inclusive('\n') {
        if line.trim().is_empty() {
            gap = true;
        } else if looks_like_field(line, gap, is_field) {
            last = position..position + line.trim_end().len();
            gap = false;
        } else {
            break;
        }
        position += line.len();
    }
    let line = text[..last.end].trim_end().matches('\n').count() + 1;
    let end = last.start + text[last.clone()].trim_end().len();
    let problem = Diagnostic::error(FRONT_MATTER_UNCLOSED).at(source.span(last.start, end));
    problem.number("line", line as i64).help("help")
}

/// After an empty line only a known field is believed to be one: «Внимание: …» begins many a text.
fn looks_like_field(line: &str, after_gap: bool, is_field: &dyn Fn(&str) -> bool) -> bool {
    let body = line.trim_start();
    let Some(key) = body.split_once(':').map(|(key, _)| key.trim_start_matches("- ").trim()) else {
        return !after_gap && (line.starts_with([' ', '\t']) || body.starts_with('-'));
    };
    is_field(key) || (!after_gap && key.chars().count() <= 40 && key.split_whitespace().count() <= 4)
}

/// Parses a stretch of a file as YAML, kindly.
pub(super) fn yaml(
    text: &str,
    range: Range<usize>,
    source: SourceId,
    words: &Words<'_>,
) -> (Option<Node>, Vec<Diagnostic>) {
    let base = range.start;
    let anchors = yaml::anchors(&text[range.clone()]);
    if !anchors.is_empty() {
        // What such values would be is not known, so that nothing else is said of them.
        let told = |at: Range<usize>| {
            Diagnostic::error(YAML_ANCHOR).at(source.span(base + at.start, base + at.end)).help("help")
        };
        return (None, anchors.into_iter().take(MOST_TOLD).map(told).collect());
    }
    let mended = yaml::mend(&text[range.clone()], words.is_field);
    let cut = mended.cut_by_hash.iter().map(|at| {
        let place = source.span(base + at.start, base + at.end);
        let line = &text[..base + at.start];
        let key =
            line[line.rfind('\n').map_or(0, |end| end + 1)..].split(':').next().unwrap_or_default().trim();
        // Where words are a value nothing of them may vanish; elsewhere it is a note whose space was forgotten.
        let told = if (words.holds_words)(key) { Diagnostic::error } else { Diagnostic::warning };
        told(HASH_CUTS_TEXT).at(place).help("help")
    });
    let mut messages: Vec<Diagnostic> = cut.collect();
    let cuts = |(key, note): &&(Range<usize>, Range<usize>)| {
        let name = text[base..][key.clone()].trim();
        let line = &text[..base + note.start];
        let value = line[line.rfind(['\n', ':']).map_or(0, |end| end + 1)..].trim().trim_start_matches("- ");
        (words.holds_words)(name) || ((words.takes_words)(name) && value.contains(' '))
    };
    let notes = mended.notes.iter().filter(cuts);
    messages.extend(notes.map(|(_, at)| {
        Diagnostic::error(HASH_CUTS_TEXT).at(source.span(base + at.start, base + at.end)).help("help-note")
    }));
    if let Some((line, depth)) = yaml::joined_item(&text[range.clone()]) {
        let place = source.span(base + line.start, base + line.end);
        messages
            .push(Diagnostic::error(syntax::YAML_SYNTAX).at(place).number("depth", depth).help("help-deep"));
        return (None, messages);
    }
    match yaml::parse(&mended, base, source) {
        Ok(parsed) => {
            messages.extend(twice(&parsed.twice, text));
            let debris = parsed.debris.iter().map(|(span, cleaned, address)| match address {
                true => {
                    Diagnostic { severity: Severity::Error, help: vec!["help-address"], ..invisible(cleaned) }
                        .at(*span)
                }
                false => invisible(cleaned).at(*span),
            });
            messages.extend(debris);
            (Some(parsed.node), messages)
        }
        Err(error) => {
            messages.push(syntax::message(&error, text, range, source, words.is_field));
            (None, messages)
        }
    }
}

/// Keys written twice. Several of one item of a list are another item whose dash is missing.
fn twice(found: &[Twice], text: &str) -> Vec<Diagnostic> {
    let item = |at: &Span| {
        let line = text[..at.start as usize].rfind('\n').map_or(0, |end| end + 1);
        text[line..at.start as usize].trim() == "-"
    };
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    found.iter().for_each(|one| *counts.entry(one.head.start).or_default() += 1);
    let several =
        |one: &Twice| counts.get(&one.head.start).is_some_and(|count| *count > 1) && item(&one.head);
    let mut messages = Vec::new();
    let mut told: Option<Span> = None;
    for one in found {
        let problem = Diagnostic::error(YAML_DUPLICATE_KEY).at(one.again).label_key(one.first, "label-first");
        let problem = problem.arg("key", &one.key);
        if !several(one) {
            messages.push(problem.help("help"));
        } else if told != Some(one.head) {
            told = Some(one.head);
            messages.push(problem.help("help-dash"));
        }
    }
    messages
}

/// The message about signs that nobody sees and that were left out, without its place.
pub(super) fn invisible(cleaned: &Cleaned) -> Diagnostic {
    let names: Vec<String> = cleaned.signs.iter().take(5).copied().map(signs::named).collect();
    let problem = Diagnostic::warning(TEXT_INVISIBLE).arg("signs", names.join(", "));
    problem.number("count", cleaned.count).help("help")
}
