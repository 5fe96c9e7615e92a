//! Source texts by [`SourceId`], and the way from a byte offset to a line and a column.
//!
//! Every position in kabinet is a [`Span`]: a byte range of the decoded text of one file. Offsets are
//! absolute in the file from the start (front matter included), so that no later stage adds an offset.

use std::sync::{Arc, OnceLock};

use crate::blocks::Blocks;

/// Identifies one source file within one build.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct SourceId(u32);

/// A byte range in the decoded text of one source.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A place as a person counts it: both numbers start at 1, the column counts characters.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Position {
    /// Line number from 1.
    pub line: u32,
    /// Column in characters from 1.
    pub column: u32,
}

/// One file: its path as the author knows it and its decoded text.
#[derive(Debug)]
pub struct Source {
    path: String,
    text: Arc<str>,
    line_starts: OnceLock<Vec<u32>>,
    /// How many characters stand before each block of [`BLOCK`] bytes.
    characters: OnceLock<Vec<u32>>,
}

/// Bytes that are read at most to count the characters before a place: a line may be as long as its file.
const BLOCK: usize = 1024;

/// All sources of one build. A copy shares the texts.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Blocks<Arc<Source>>,
}

impl SourceId {
    /// Makes a span of this source from byte offsets.
    #[must_use]
    pub fn span(self, start: usize, end: usize) -> Span {
        Span { source: self, start: to_u32(start), end: to_u32(end) }
    }
}

impl Span {
    /// The range as `usize`, to slice a text with.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Source {
    /// The path relative to the site's root, with `/` between its parts.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    fn new(path: String, text: Arc<str>) -> Self {
        Self { path, text, line_starts: OnceLock::new(), characters: OnceLock::new() }
    }

    /// The decoded text.
    #[must_use]
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// Where a byte offset lies.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let starts = self.line_starts.get_or_init(|| line_starts(&self.text));
        let line = starts.partition_point(|&start| start <= offset).max(1);
        let begin = starts[line - 1] as usize;
        let end = floor_char(&self.text, offset as usize).max(begin);
        let column = self.characters_before(end) - self.characters_before(begin) + 1;
        Position { line: to_u32(line), column }
    }

    /// How many characters end before a byte on the border of one.
    fn characters_before(&self, end: usize) -> u32 {
        let counted = self.characters.get_or_init(|| characters(&self.text));
        let block = end / BLOCK;
        counted[block] + to_u32(beginnings(&self.text.as_bytes()[block * BLOCK..end]))
    }
}

impl Sources {
    /// Adds a file. `path` is relative to the site's root, with `/` between its parts.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> SourceId {
        let id = SourceId(to_u32(self.files.len()));
        self.files.push(Arc::new(Source::new(path.into(), text.into())));
        id
    }

    /// Puts another text in the place of a file's. Spans of the former one are then without meaning here.
    pub(crate) fn replace(&mut self, id: SourceId, text: Arc<str>) {
        let source = &self.files[id.0 as usize];
        if *source.text != *text {
            let source = Source::new(source.path.clone(), text);
            self.files.put(id.0 as usize, Arc::new(source));
        }
    }

    /// The file of an id made by [`Sources::add`] of this value.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// The text under a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.get(span.source).text[span.range()]
    }

    /// Every source with its id, in the order of adding.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.files.iter().enumerate().map(|(i, source)| (SourceId(to_u32(i)), &**source))
    }
}

/// Texts are read under a limit far below 4 GiB; see `load`.
fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn line_starts(text: &str) -> Vec<u32> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| to_u32(i + 1))).collect()
}

/// How many characters begin before each block, the one past the end included.
fn characters(text: &str) -> Vec<u32> {
    let mut before = vec![0];
    for block in text.as_bytes().chunks(BLOCK) {
        let count = before.last().copied().unwrap_or(0) + to_u32(beginnings(block));
        before.push(count);
    }
    before
}

/// How many characters begin in a stretch of UTF-8.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}

/// The largest character boundary not past `offset`.
fn floor_char(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_start_at_one() {
        let mut sources = Sources::default();
        let id = sources.add("content/a.md", "дата: 1\nещё: два\n");
        let second = sources.get(id).text().find("два").unwrap_or_default();
        assert_eq!(sources.get(id).position(0), Position { line: 1, column: 1 });
        assert_eq!(sources.get(id).position(second as u32), Position { line: 2, column: 6 });
        // The columns of a long line are counted by blocks, whose borders may cut a character.
        let long = "xщ€".repeat(2_000);
        let id = sources.add("content/b.md", format!("\n{long}"));
        for (column, (offset, _)) in long.char_indices().enumerate() {
            let place = sources.get(id).position(offset as u32 + 1);
            assert_eq!(place, Position { line: 2, column: column as u32 + 1 });
        }
    }
}
