//! What is said of a text that is no YAML: where it stops being one, and what its author most likely meant.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::SourceId;
use crate::yaml::{self, Problem, SlipKind, YamlError};

pub(crate) const YAML_SYNTAX: RuleId = RuleId("yaml-syntax");
pub(crate) const YAML_TOO_LARGE: RuleId = RuleId("yaml-too-large");

/// Three or more dashes alone on a line; long dashes count, since word processors make them of `---`.
pub(super) fn is_fence(line: &str) -> bool {
    let line = line.trim();
    let long = line.contains(['—', '–']);
    line.chars().all(|c| matches!(c, '-' | '—' | '–')) && (long || line.len() >= 3)
}

/// Points at the line where the parser stopped, or at the value that was opened and never closed.
pub(super) fn message(
    error: &YamlError,
    text: &str,
    range: Range<usize>,
    source: SourceId,
    is_field: &dyn Fn(&str) -> bool,
) -> Diagnostic {
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
                None => match yaml::first_bad(&text[range.clone()], is_field, source) {
                    Some(line) => {
                        let bad = &text[range.start + line.start..range.start + line.end];
                        let inside = text[..range.start + line.start].ends_with([' ', '\t']);
                        let help = if inside && !bad.contains(':') { "help-item" } else { hint(bad) };
                        told(line, help)
                    }
                    None => syntax.at(whole).help(hint(line)),
                },
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
    } else if line.contains(['：', ':']) || line.contains(" = ") {
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
    } else if body.contains(" #") && body.contains(['[', '{']) {
        "help-hash"
    } else if !body.contains(':') && !body.starts_with('-') {
        "help-no-colon"
    } else if line.starts_with(' ') {
        "help-indent"
    } else {
        "help"
    }
}
