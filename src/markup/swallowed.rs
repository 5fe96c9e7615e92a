//! What turns more of a text into something else than its author meant: a block of code or a note that is never closed, a
//! line of dashes under a sentence.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::at::At;
use super::rules;
use super::step::{Annotated, What};
use crate::diagnostic::Diagnostic;

/// Headings are shorter. In characters.
const LONGEST_HEADING: usize = 120;

/// Finds them, each at its place.
pub(super) fn check(text: &str, annotated: &Annotated<'_>, at: At) -> Vec<Diagnostic> {
    let starts = annotated.steps.iter().filter_map(|step| match &step.what {
        What::Event(Event::Start(tag)) => Some((tag, &step.range)),
        _ => None,
    });
    let found = starts.filter_map(|(tag, range)| {
        let block = text.get(range.clone())?;
        match tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => unfenced(text, block, range, at),
            Tag::HtmlBlock => uncommented(block, range, at),
            Tag::Heading { .. } => underlined(block, range, at),
            _ => None,
        }
    });
    found.collect()
}

/// A block of code that goes on to the end of the text.
fn unfenced(text: &str, block: &str, range: &Range<usize>, at: At) -> Option<Diagnostic> {
    let first = block.lines().next()?.trim_end();
    let sign = first.chars().next()?;
    let fence = first.chars().take_while(|c| *c == sign).count();
    let closes = |line: &str| {
        let line = line.trim_start_matches(['>', ' ']).trim_end();
        line.chars().count() >= fence && line.chars().all(|c| c == sign)
    };
    let open = text[range.end..].trim().is_empty() && !block.lines().skip(1).last().is_some_and(closes);
    let place = at.span(&(range.start..range.start + first.len()));
    open.then(|| {
        Diagnostic::warning(rules::CODE_UNCLOSED).at(place).arg("mark", &first[..fence]).help("help")
    })
}

/// A note for oneself whose end is missing: nothing after it is shown.
fn uncommented(block: &str, range: &Range<usize>, at: At) -> Option<Diagnostic> {
    let start = block.rfind("<!--").filter(|start| !block[*start..].contains("-->"))?;
    let end = block[start..].find('\n').map_or(block.len(), |end| start + end);
    let place = at.span(&(range.start + start..range.start + end));
    Some(Diagnostic::warning(rules::COMMENT_UNCLOSED).at(place).help("help"))
}

/// A sentence or a whole paragraph that the line under it made a heading.
fn underlined(block: &str, range: &Range<usize>, at: At) -> Option<Diagnostic> {
    let block = block.trim_end();
    let (words, line) = block.rsplit_once('\n')?;
    let ruled = !line.trim().is_empty() && line.trim().chars().all(|c| matches!(c, '-' | '='));
    let sentence = words.contains('\n')
        || words.trim_end().ends_with(['.', ';', ',', ':'])
        || words.chars().count() > LONGEST_HEADING;
    let start = range.start + block.len() - line.trim_start().len();
    let place = at.span(&(start..range.start + block.len()));
    (ruled && sentence).then(|| Diagnostic::warning(rules::HEADING_UNDERLINED).at(place).help("help"))
}
