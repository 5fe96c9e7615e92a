//! What a message shows of a file: the lines of its marks, whole unless they are long.
//!
//! A file may be one line, and a mark may lie at its end and another at its beginning: what is shown stays short, so
//! that a thousand messages about a long text do not each take the whole of it.

use std::ops::Range;

use super::{Diagnostic, Label};
use crate::source::{Source, SourceId};

/// Bytes of a line that are shown before and after a mark, far more than a terminal is wide.
const AROUND: usize = 1024;
/// Bytes of a mark that are drawn.
const MARKED: usize = 2048;
/// Bytes between two marks that are shown in one piece.
const BETWEEN: usize = 4096;

/// A piece of a file with marks in it.
pub(super) struct Excerpt<'d> {
    /// Its bytes in the file.
    pub(super) window: Range<usize>,
    /// The line it begins in.
    pub(super) line: usize,
    /// Whether the beginning of that line is left out, so that columns cannot be counted in the piece.
    pub(super) headless: bool,
    /// The marks: whether it is the main one, the label, its bytes in the file.
    pub(super) marks: Vec<(bool, &'d Label, Range<usize>)>,
}

/// The pieces of one file that a message shows, the one with its first mark first.
pub(super) fn excerpts<'d>(diagnostic: &'d Diagnostic, file: SourceId, source: &Source) -> Vec<Excerpt<'d>> {
    let text = source.text();
    let labels = diagnostic.labels.iter().enumerate().filter(|(_, label)| label.span.source == file);
    let mut marks: Vec<_> =
        labels.map(|(index, label)| (index, label, drawn(text, label.span.range()))).collect();
    let first = marks.first().map(|(index, ..)| *index);
    marks.sort_by_key(|(index, _, range)| (range.start, *index));
    let mut pieces: Vec<Vec<(usize, &Label, Range<usize>)>> = Vec::new();
    for mark in marks {
        match pieces.last_mut() {
            Some(piece) if piece.iter().any(|(.., last)| mark.2.start <= last.end + BETWEEN) => {
                piece.push(mark)
            }
            _ => pieces.push(vec![mark]),
        }
    }
    pieces.sort_by_key(|piece| !piece.iter().any(|(index, ..)| Some(*index) == first));
    pieces.into_iter().map(|piece| excerpt(piece, source)).collect()
}

fn excerpt<'d>(mut marks: Vec<(usize, &'d Label, Range<usize>)>, source: &Source) -> Excerpt<'d> {
    let text = source.text();
    // Labels of one place keep the order of the message.
    marks.sort_by_key(|(index, ..)| *index);
    let first = marks.iter().map(|(.., range)| range.start).min().unwrap_or(0);
    let last = marks.iter().map(|(.., range)| range.end).max().unwrap_or(0);
    let from = floor(text, first.saturating_sub(AROUND));
    let begin = text[from..first].rfind('\n').map(|at| from + at + 1);
    let until = floor(text, last + AROUND);
    let end = text[last..until].find('\n').map_or(until, |at| last + at);
    let start = begin.unwrap_or(from);
    let position = source.position(u32::try_from(start).unwrap_or(u32::MAX));
    Excerpt {
        window: start..end,
        line: position.line as usize,
        headless: position.column > 1,
        marks: marks.into_iter().map(|(index, label, range)| (index == 0, label, range)).collect(),
    }
}

/// A range inside the text and on character boundaries, whatever was asked for.
pub(super) fn clip(text: &str, range: Range<usize>) -> Range<usize> {
    let start = floor(text, range.start);
    let end = floor(text, range.end).max(start);
    start..end
}

/// As [`clip`], and no longer than is drawn.
fn drawn(text: &str, range: Range<usize>) -> Range<usize> {
    clip(text, range.start..range.end.min(range.start.saturating_add(MARKED)))
}

fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
