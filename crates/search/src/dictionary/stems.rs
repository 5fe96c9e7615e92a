//! StemBlock with the places of their lists in the stream of lists.
//!
//! All lists of a word lie side by side: the pages of all zones, the positions of all zones, the forms, so that mostly
//! one chunk file has all of a word.

use super::words::Words;
use crate::bytes::Reader;
#[cfg(feature = "build")]
use crate::bytes::push_number;
use crate::schema::{RELATED, ZONES};
use std::ops::Range;

/// Where the list of a word in a zone lies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct List {
    pub(crate) zone: usize,
    /// How many pages hold the word there.
    pub(crate) pages: u32,
    /// Bytes of the pages and counts in the stream of lists.
    pub(crate) postings: Range<usize>,
    /// Bytes of the positions; none of related titles, in which there is no phrase.
    pub(crate) positions: Range<usize>,
}

/// The lists of a word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WordLists<'b> {
    /// In each zone that has the word.
    pub(crate) zones: &'b [List],
    /// Bytes of the forms; none where the word has one form.
    pub(crate) forms: (usize, usize),
}

impl WordLists<'_> {
    /// Counts the pages of the zone that has most.
    pub(crate) fn pages(&self) -> u32 {
        self.zones.iter().map(|list| list.pages).max().unwrap_or(0)
    }
}

/// A stretch of stems.
#[derive(Debug, Default)]
pub(crate) struct StemBlock {
    pub(crate) words: Words,
    /// Where the lists of each word end, and its forms.
    ends: Vec<(u32, (usize, usize))>,
    lists: Vec<List>,
}

/// The bit of the zones that tells that forms follow.
const FORMED: usize = 1 << ZONES;

impl StemBlock {
    /// Reads a stretch written by [`write()`].
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let words = Words::read(&mut reader)?;
        let mut at = reader.size()?;
        let (mut lists, mut ends) =
            (Vec::with_capacity(words.len() * 3 / 2), Vec::with_capacity(words.len()));
        for _ in 0..words.len() {
            let forms = read_lists(&mut reader, &mut at, &mut lists)?;
            ends.push((u32::try_from(lists.len()).ok()?, forms));
        }
        Some(Self { words, ends, lists })
    }

    /// Returns the lists of the word of this number.
    pub(crate) fn lists(&self, index: usize) -> WordLists<'_> {
        let (end, forms) = self.ends.get(index).copied().unwrap_or_default();
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| end.0);
        let zones = self.lists.get(start as usize..end as usize).unwrap_or_default();
        WordLists { zones, forms }
    }

    /// Finds a word.
    pub(crate) fn find(&self, word: &str) -> Option<WordLists<'_>> {
        Some(self.lists(self.words.find(word)?))
    }
}

/// Reads the lists of the next word, which begin where those of the word before end; returns its forms.
fn read_lists(reader: &mut Reader<'_>, at: &mut usize, lists: &mut Vec<List>) -> Option<(usize, usize)> {
    let first = lists.len();
    let zones = reader.size()?;
    for zone in (0..ZONES).filter(|zone| zones >> zone & 1 == 1) {
        let (pages, postings) = (reader.short()?, reader.size()?);
        let positions = if zone == RELATED { 0 } else { reader.size()? };
        lists.push(List { zone, pages, postings: 0..postings, positions: 0..positions });
    }
    let forms = if zones & FORMED == 0 { 0 } else { reader.size()? };
    let mut place = |len: usize| {
        let start = *at;
        *at = start.checked_add(len)?;
        Some(start..*at)
    };
    for list in &mut lists[first..] {
        list.postings = place(list.postings.end)?;
    }
    for list in &mut lists[first..] {
        list.positions = place(list.positions.end)?;
    }
    let forms = place(forms)?;
    Some((forms.start, forms.end))
}

/// A stem as it is written.
#[cfg(feature = "build")]
#[derive(Debug, Clone, Default)]
pub(crate) struct Entry {
    pub(crate) lists: Vec<List>,
    pub(crate) forms: Range<usize>,
}

/// Writes sorted stems whose lists follow each other in the stream.
#[cfg(feature = "build")]
pub(crate) fn write<'w>(words: impl Iterator<Item = (&'w str, &'w Entry)> + Clone) -> Vec<u8> {
    let mut out = Vec::new();
    super::words::write(words.clone().map(|(word, _)| word), &mut out);
    let mut entries = words.map(|(_, entry)| entry).peekable();
    let base = entries.peek().and_then(|entry| entry.lists.first()).map_or(0, |list| list.postings.start);
    push_number(base as u64, &mut out);
    for entry in entries {
        let formed = if entry.forms.is_empty() { 0 } else { FORMED };
        let zones = entry.lists.iter().map(|list| 1 << list.zone).sum::<usize>();
        push_number((zones + formed) as u64, &mut out);
        for list in &entry.lists {
            push_number(u64::from(list.pages), &mut out);
            push_number(list.postings.len() as u64, &mut out);
            if list.zone != RELATED {
                push_number(list.positions.len() as u64, &mut out);
            }
        }
        if formed != 0 {
            push_number(entry.forms.len() as u64, &mut out);
        }
    }
    out
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{Entry, List, StemBlock, write};
    use crate::schema::{RELATED, TEXT, TITLE};

    #[test]
    fn stems_come_back_with_the_places_of_their_lists() {
        let list = |zone, pages, postings, positions| List { zone, pages, postings, positions };
        let entries = [
            Entry { lists: vec![list(TEXT, 3, 100..104, 104..110)], forms: 110..111 },
            Entry {
                lists: vec![list(TITLE, 1, 111..114, 116..117), list(TEXT, 2, 114..116, 117..119)],
                forms: 119..119,
            },
            Entry { lists: vec![list(RELATED, 9, 119..125, 125..125)], forms: 125..125 },
        ];
        let words = ["метод", "методик", "план"];
        let bytes = write(words.into_iter().zip(&entries));
        let stems = StemBlock::read(&bytes).unwrap();
        for (word, entry) in words.iter().zip(&entries) {
            let found = stems.find(word).unwrap();
            assert_eq!(found.zones, entry.lists, "{word}");
            assert_eq!(found.forms, (entry.forms.start, entry.forms.end), "{word}");
        }
        assert_eq!(stems.find("методик").map(|lists| lists.pages()), Some(2));
        assert!(stems.find("мет").is_none());
        for cut in 0..bytes.len() {
            assert!(StemBlock::read(&bytes[..cut]).is_none(), "cut at {cut}");
        }
    }
}
