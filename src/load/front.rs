//! Front matter: finding it, and turning YAML mistakes into messages.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, RuleId, Severity};
use crate::source::{SourceId, Span};
use crate::text::key;
use crate::text::signs::{self, Cleaned};
use crate::yaml::{self, Node, Problem, SlipKind, Twice, YamlError};

pub(crate) const FRONT_MATTER_MISSING: RuleId = RuleId("front-matter-missing");
pub(crate) const FRONT_MATTER_UNCLOSED: RuleId = RuleId("front-matter-unclosed");
pub(crate) const YAML_SYNTAX: RuleId = RuleId("yaml-syntax");
pub(crate) const YAML_DUPLICATE_KEY: RuleId = RuleId("yaml-duplicate-key");
pub(crate) const YAML_TOO_LARGE: RuleId = RuleId("yaml-too-large");
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

/// Three or more dashes alone on a line; long dashes count, since word processors make them of `---`.
fn is_fence(line: &str) -> bool {
    let line = line.trim();
    let long = line.contains(['—', '–']);
    line.chars().all(|c| matches!(c, '-' | '—' | '–')) && (long || line.len() >= 3)
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
        return (None, anchors.into_iter().map(told).collect());
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
            messages.push(message(&error, text, range, source));
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

/// Points at the line where the parser stopped, or at the value that was opened and never closed.
fn message(error: &YamlError, text: &str, range: Range<usize>, source: SourceId) -> Diagnostic {
    let at = (error.span.start as usize).clamp(range.start, range.end);
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let indent = line.len() - line.trim_start().len();
    let whole = source.span(start + indent.min(line.trim_end().len()), start + line.trim_end().len());
    if error.problem == Problem::TooLarge || yaml::too_deep(&text[range.clone()]) {
        return Diagnostic::error(YAML_TOO_LARGE).at(whole).help("help");
    }
    let syntax = Diagnostic::error(YAML_SYNTAX);
    if let Some(slip) = yaml::indentation(&text[range.clone()]) {
        let place = source.span(range.start + slip.line.start, range.start + slip.line.end);
        let (depth, help) = match slip.kind {
            SlipKind::Deep(depth) => (depth, "help-deep"),
            SlipKind::Between(depth) => (depth, "help-between"),
            SlipKind::Beside => return syntax.at(place).help("help-beside"),
        };
        let syntax = if depth == 0 { syntax.help("help-edge") } else { syntax.help(help) };
        return syntax.at(place).number("depth", depth);
    }
    let told = |place: Range<usize>, help| {
        let place = source.span(range.start + place.start, range.start + place.end);
        Diagnostic::error(YAML_SYNTAX).at(place).help(help)
    };
    if let Some(line) = second_part(&text[range.clone()]) {
        return told(line, "help-parts");
    }
    if let Some(line) = yaml::outside_list(&text[range.clone()]) {
        return told(line, "help-outside-list");
    }
    match yaml::unfinished(&text[range.clone()]) {
        Some(open) => {
            let (start, end) = (range.start + open.start, range.start + open.end);
            let help = if text[start..].starts_with(['"', '\'']) { "help-quote" } else { "help-bracket" };
            syntax.at(source.span(start, end)).help(help)
        }
        None => match yaml::no_field(&text[range.clone()]) {
            Some(line) => {
                let help = without_colon(&text[range.start + line.start..range.start + line.end]);
                told(line, help)
            }
            None => match odd_line(&text[range.clone()]) {
                Some((line, help)) => told(line, help),
                None => syntax.at(whole).help(hint(line)),
            },
        },
    }
}

/// What is said of a line without a colon.
fn without_colon(line: &str) -> &'static str {
    let figures = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let item = line[figures..].starts_with([')', '.']) && figures > 0 || line.starts_with("* ");
    if line.starts_with("//") || line.starts_with("<!--") {
        "help-note-sign"
    } else if line.starts_with("...") {
        "help-parts"
    } else if item {
        "help-item"
    } else if line.contains('：') || line.contains(" = ") {
        "help-colon"
    } else {
        "help-no-colon"
    }
}

/// A line whose first signs mean something to YAML, so that its parser tells no place: `* пункт`, `**поле**: …`,
/// `- поле: …` among fields, a quotation mark that no other answers, a list with an empty place, a folder of Windows in
/// quotes.
fn odd_line(text: &str) -> Option<(Range<usize>, &'static str)> {
    let (mut start, mut field) = (0, false);
    for line in text.split_inclusive('\n') {
        let body = line.trim();
        // A field with its value, at the edge: no list goes on below it.
        let below = std::mem::replace(&mut field, is_whole_field(line));
        let at = start + line.len() - line.trim_start().len();
        start += line.len();
        let help = if body.starts_with("* ") {
            "help-item"
        } else if body.starts_with(['*', '`', '@', '%']) && body.contains(':') {
            "help-signs"
        } else if body.contains(['[', '{']) && body.matches('"').count() % 2 == 1 {
            "help-quote"
        } else if below && line.starts_with("- ") && body.contains(": ") {
            "help-dash"
        } else if has_empty_place(body) {
            "help-comma"
        } else if has_folder(body) {
            "help-folder"
        } else {
            continue;
        };
        return Some((at..at + body.len(), help));
    }
    None
}

/// `поле: значение` at the edge.
fn is_whole_field(line: &str) -> bool {
    let value = line.split_once(": ").map(|(_, value)| value.trim());
    !line.starts_with([' ', '\t', '-', '#']) && value.is_some_and(|value| !value.is_empty() && value != "|")
}

/// `[а, , б]`, `[, а]`
fn has_empty_place(body: &str) -> bool {
    let list = body.find('[').map(|at| &body[at..]).filter(|list| !list.contains(['"', '\'']));
    let signs: String = list.unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect();
    signs.contains(",,") || signs.contains("[,")
}

/// `"C:\план.pdf"`: in double quotes a backslash begins a sign.
fn has_folder(body: &str) -> bool {
    let mut quoted = body.split('"').skip(1).step_by(2);
    quoted.any(|inside| inside.contains('\\')) && !body.contains('\'')
}

/// A line `---` with something before it and after it: its place in the text.
fn second_part(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if is_fence(line) && !text[..start].trim().is_empty() && !text[end..].trim().is_empty() {
            return Some(start..end);
        }
        start += line.len();
    }
    None
}

/// The likeliest mistake in a line that YAML does not understand.
fn hint(line: &str) -> &'static str {
    let body = line.trim_start();
    if body.matches('"').count() % 2 == 1 {
        "help-quote"
    } else if body.matches('[').count() != body.matches(']').count() {
        "help-bracket"
    } else if !body.contains(':') && !body.starts_with('-') {
        "help-no-colon"
    } else if line.starts_with(' ') {
        "help-indent"
    } else {
        "help"
    }
}
