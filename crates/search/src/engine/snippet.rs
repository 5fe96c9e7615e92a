//! Cutting snippets and marking words in them.

use super::matches::Match;
use crate::outcome::Fragment;
use std::collections::BTreeSet;
use std::ops::Range;

/// Letters of a snippet, about.
const LENGTH: usize = 230;
/// Letters shown before the first match.
const BEFORE: usize = 60;

/// Marks the matches in the whole text.
pub(super) fn mark(text: &str, matches: &[Match]) -> Vec<Fragment> {
    fragments(text, 0..text.len(), matches)
}

/// Cuts the stretch that holds most of the different matches, and marks them.
pub(super) fn cut(text: &str, matches: &[Match]) -> Vec<Fragment> {
    let start = best_start(text, matches);
    let start = word_start(text, back(text, start, BEFORE));
    let end = word_end(text, forward(text, start, LENGTH));
    let mut fragments = fragments(text, start..end, matches);
    if start > 0
        && let Some(first) = fragments.first_mut()
    {
        first.text.insert(0, '…');
    }
    if end < text.trim_end().len() {
        fragments.push(Fragment { text: "…".to_owned(), marked: false });
    }
    join(fragments)
}

/// Finds the match from which a snippet shows the most units.
fn best_start(text: &str, matches: &[Match]) -> usize {
    let mut best = (0, 0, 0);
    for (i, first) in matches.iter().enumerate() {
        let Some(start) = first.ranges.first().map(|range| range.start) else { continue };
        let end = forward(text, start, LENGTH - BEFORE);
        let within = matches[i..].iter().take_while(|m| m.ranges.iter().all(|range| range.end <= end));
        let (mut units, mut count) = (BTreeSet::new(), 0);
        for found in within {
            units.insert(found.unit);
            count += 1;
        }
        if (units.len(), count) > (best.0, best.1) {
            best = (units.len(), count, start);
        }
    }
    best.2
}

fn forward(text: &str, from: usize, letters: usize) -> usize {
    text[from..].char_indices().nth(letters).map_or(text.len(), |(i, _)| from + i)
}

fn back(text: &str, from: usize, letters: usize) -> usize {
    text[..from].char_indices().rev().nth(letters.saturating_sub(1)).map_or(0, |(i, _)| i)
}

/// Moves on to the beginning of a word, unless the text begins here.
fn word_start(text: &str, at: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let rest = &text[at..];
    let space = rest.find(char::is_whitespace).unwrap_or(0);
    at + space + rest[space..].len() - rest[space..].trim_start().len()
}

/// Moves back to the end of a word, unless the text ends here.
fn word_end(text: &str, at: usize) -> usize {
    if at == text.len() {
        return text.trim_end().len();
    }
    text[..at].rfind(char::is_whitespace).map_or(at, |space| text[..space].trim_end().len())
}

fn fragments(text: &str, window: Range<usize>, matches: &[Match]) -> Vec<Fragment> {
    let inside = |range: &&Range<usize>| range.start >= window.start && range.end <= window.end;
    let mut ranges: Vec<Range<usize>> =
        matches.iter().flat_map(|m| &m.ranges).filter(inside).cloned().collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut fragments = Vec::new();
    let mut at = window.start;
    for range in ranges {
        if range.start < at {
            continue;
        }
        push(&mut fragments, text, at..range.start, false);
        push(&mut fragments, text, range.clone(), true);
        at = range.end;
    }
    push(&mut fragments, text, at..window.end, false);
    fragments
}

/// Appends a stretch of the text on one line.
fn push(fragments: &mut Vec<Fragment>, text: &str, stretch: Range<usize>, marked: bool) {
    let mut line = String::with_capacity(stretch.len());
    let mut before = text.get(..stretch.start).and_then(|past| past.chars().next_back());
    // White space that is still to be written, and whether a line ends in it.
    let mut space: Option<bool> = None;
    for c in text.get(stretch).unwrap_or_default().chars() {
        if c.is_whitespace() {
            space = Some(space == Some(true) || c == '\n');
            continue;
        }
        line.push_str(space.take().map_or("", |ends| between(before, ends)));
        line.push(c);
        before = Some(c);
    }
    line.push_str(space.map_or("", |ends| between(before, ends)));
    if !line.is_empty() {
        fragments.push(Fragment { text: line, marked });
    }
}

/// What stands for white space. Where a line ends without a sign that ends a sentence or a part of one, a point keeps
/// it apart from the next.
fn between(before: Option<char>, line_ends: bool) -> &'static str {
    let open = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '»' | '"' | '%'));
    if open && line_ends { " · " } else { " " }
}

/// Joins neighbours of the same kind.
fn join(fragments: Vec<Fragment>) -> Vec<Fragment> {
    let mut joined: Vec<Fragment> = Vec::with_capacity(fragments.len());
    for fragment in fragments {
        match joined.last_mut() {
            Some(last) if last.marked == fragment.marked => last.text.push_str(&fragment.text),
            _ => joined.push(fragment),
        }
    }
    joined
}
