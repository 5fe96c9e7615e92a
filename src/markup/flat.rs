//! What Markdown puts side by side and its author meant otherwise: lines that become one, items that were meant to stand
//! inside another item.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::at::At;
use super::rules;
use super::step::{Annotated, What};
use crate::diagnostic::Diagnostic;

/// From so many lines a paragraph is told: two may be a sentence that was broken.
const FEWEST: usize = 3;
/// Longer lines are those of a text that was broken by width.
const LONGEST: usize = 60;

/// Finds items that stand beside the one above them, of each list the first.
pub(super) fn check(text: &str, annotated: &Annotated<'_>, at: At) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // The list that has just ended, and the column of each list that is open, with whether it was told of.
    let (mut ended, mut open): (Option<usize>, Vec<(usize, bool)>) = (None, Vec::new());
    for step in &annotated.steps {
        let What::Event(event) = &step.what else { continue };
        match event {
            Event::Start(Tag::List(_)) => {
                let column = indent(text, step.range.start).unwrap_or(0);
                let below = column > 0 && ended.is_some_and(|end| adjoin(text, end, step.range.start));
                found.extend(below.then(|| apart(text, step.range.start, at)));
                open.push((column, below));
            }
            Event::Start(Tag::Item) => {
                let column = indent(text, step.range.start);
                if let (Some(column), Some((first, told))) = (column, open.last_mut())
                    && column > *first
                    && !std::mem::replace(told, true)
                {
                    found.push(apart(text, step.range.start, at));
                }
            }
            Event::End(TagEnd::List(_)) => drop(open.pop()),
            _ => {}
        }
        ended = matches!(event, Event::End(TagEnd::List(_))).then_some(step.range.end);
    }
    found
}

/// How far in something stands that begins its line.
fn indent(text: &str, start: usize) -> Option<usize> {
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let column = text[line..].bytes().take_while(|byte| *byte == b' ').count();
    // The parser may begin it before its spaces.
    (line + column >= start).then_some(column)
}

/// Whether no empty line parts two places.
fn adjoin(text: &str, end: usize, start: usize) -> bool {
    let before = text[..start].trim_end();
    let between = &text[before.len().min(end)..start];
    between.matches('\n').count() < 2
}

/// An item that stands further in than the one above it, and yet not inside it.
fn apart(text: &str, start: usize, at: At) -> Diagnostic {
    let start = text.len() - text[start..].trim_start().len();
    let line = text[start..].split('\n').next().unwrap_or_default().trim_end();
    Diagnostic::warning(rules::LIST_FLAT).at(at.span(&(start..start + line.len()))).help("help")
}

/// Lines of a paragraph that were meant one below the other: an address with its telephone, a poem.
pub(super) fn joined(text: &str, range: &Range<usize>, at: At) -> Option<Diagnostic> {
    let paragraph = text.get(range.clone())?.trim_end();
    let lines: Vec<&str> = paragraph.lines().collect();
    let broken = |line: &&str| line.ends_with("  ") || line.ends_with('\\') || line.ends_with("<br>");
    let alone = |line: &&str| stands_alone(line.trim_start_matches(['>', ' ']));
    let sentences = lines.iter().all(|line| line.trim_end().ends_with(['.', '!', '?', '…']));
    if lines.len() < FEWEST || sentences || lines.iter().any(broken) || !lines.iter().all(alone) {
        return None;
    }
    let first = lines.first()?.trim_end();
    let place = at.span(&(range.start..range.start + first.len()));
    Some(Diagnostic::warning(rules::LINES_JOINED).at(place).help("help"))
}

/// A short line that begins as one of its own: with a capital, a figure or a link, or with a figure in it.
fn stands_alone(line: &str) -> bool {
    let begins = line.starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '['))
        || line.contains(|c: char| c.is_ascii_digit() || c == ':');
    begins && !line.ends_with('-') && line.chars().count() <= LONGEST
}
