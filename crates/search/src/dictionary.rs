//! Sorted words with the places of their lists, written so that neighbours share their beginnings.
//!
//! A list is what tantivy holds of one word in one field: the pages (with counts) and the positions. All lists of a
//! word lie side by side in the stream of lists, pages first, so that mostly one chunk file has all of a word.

use crate::bytes::Reader;
use crate::text::Surface;
use levenshtein_automata::{DFA, Distance, SINK_STATE};
use std::ops::Range;

/// The zones of stems are those below; those of unstemmed forms follow: of what is printed, and of what is not.
pub(crate) const FORMS: usize = 6;
pub(crate) const UNPRINTED: usize = 7;
/// All zones.
pub(crate) const ZONES: usize = 8;

/// Where the list of a word in a zone lies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct List {
    pub(crate) zone: usize,
    /// How many pages hold the word there.
    pub(crate) pages: u32,
    /// Bytes of the pages and counts in the stream of lists.
    pub(crate) postings: Range<usize>,
    /// Bytes of the positions.
    pub(crate) positions: Range<usize>,
}

/// A stretch of a dictionary.
#[derive(Debug, Default)]
pub(crate) struct Block {
    text: String,
    /// Where each word ends in the text, and its lists among the lists.
    ends: Vec<(u32, u32)>,
    lists: Vec<List>,
    /// The words that are written otherwise than folded, by their numbers in order.
    surfaces: Vec<(u32, Surface)>,
}

impl Block {
    /// Reads a block written by [`write()`].
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let (count, mut at) = (reader.size()?, reader.size()?);
        if count > reader.left() {
            return None;
        }
        let mut text: Vec<u8> = Vec::with_capacity(count * 12);
        let mut ends: Vec<(u32, u32)> = Vec::with_capacity(count);
        let mut last = 0;
        for _ in 0..count {
            let start = text.len();
            let (shared, rest) = (reader.size()?, reader.size()?);
            if shared > start - last {
                return None;
            }
            text.extend_from_within(last..last + shared);
            text.extend_from_slice(reader.take(rest)?);
            ends.push((u32::try_from(text.len()).ok()?, 0));
            last = start;
        }
        let mut lists = Vec::with_capacity(count * 3 / 2);
        for end in &mut ends {
            read_lists(&mut reader, &mut at, &mut lists)?;
            end.1 = u32::try_from(lists.len()).ok()?;
        }
        let surfaces = read_surfaces(&mut reader)?;
        Some(Self { text: String::from_utf8(text).ok()?, ends, lists, surfaces })
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    fn start(&self, index: usize) -> (usize, usize) {
        let before = index.checked_sub(1).and_then(|before| self.ends.get(before));
        before.map_or((0, 0), |&(text, lists)| (text as usize, lists as usize))
    }

    pub(crate) fn word(&self, index: usize) -> &str {
        let end = self.ends.get(index).map_or(0, |end| end.0 as usize);
        self.text.get(self.start(index).0..end).unwrap_or_default()
    }

    pub(crate) fn lists(&self, index: usize) -> &[List] {
        let end = self.ends.get(index).map_or(0, |end| end.1 as usize);
        self.lists.get(self.start(index).1..end).unwrap_or_default()
    }

    /// Returns the first word that is not before this one.
    fn position(&self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.word(middle) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Finds a word.
    pub(crate) fn find(&self, word: &str) -> Option<&[List]> {
        let index = self.position(word);
        (index < self.len() && self.word(index) == word).then(|| self.lists(index))
    }

    /// Returns how a word is written that the block has.
    pub(crate) fn surface(&self, word: &str) -> Option<Surface> {
        let index = self.position(word);
        if index >= self.len() || self.word(index) != word {
            return None;
        }
        let found = self.surfaces.binary_search_by_key(&(index as u32), |surface| surface.0);
        Some(found.map_or(Surface::default(), |at| self.surfaces[at].1))
    }

    /// Iterates over the words that begin so.
    pub(crate) fn beginning(&self, prefix: &str) -> impl Iterator<Item = (&str, &[List])> {
        let words = (self.position(prefix)..self.len()).map(|index| (self.word(index), self.lists(index)));
        words.take_while(move |(word, _)| word.starts_with(prefix))
    }

    /// Finds the words that the automaton accepts; what neighbours share is walked once.
    pub(crate) fn near(&self, dfa: &DFA) -> Vec<&str> {
        let mut found = Vec::new();
        let mut states = vec![dfa.initial_state()];
        let mut before: &[u8] = &[];
        for index in 0..self.len() {
            let word = self.word(index).as_bytes();
            let shared = word.iter().zip(before).take_while(|(a, b)| a == b).count();
            before = word;
            if states.len() <= shared {
                // What they share is refused already.
                continue;
            }
            states.truncate(shared + 1);
            for &byte in &word[shared..] {
                let state = dfa.transition(states[states.len() - 1], byte);
                if state == SINK_STATE {
                    break;
                }
                states.push(state);
            }
            if states.len() == word.len() + 1
                && matches!(dfa.distance(states[word.len()]), Distance::Exact(_))
            {
                found.push(self.word(index));
            }
        }
        found
    }
}

/// Reads the lists of the next word, which begin where those of the word before end.
fn read_lists(reader: &mut Reader<'_>, at: &mut usize, lists: &mut Vec<List>) -> Option<()> {
    let first = lists.len();
    let zones = reader.size()?;
    for zone in (0..ZONES).filter(|zone| zones >> zone & 1 == 1) {
        let (pages, postings, positions) = (reader.short()?, reader.size()?, reader.size()?);
        lists.push(List { zone, pages, postings: 0..postings, positions: 0..positions });
    }
    let mut place = |range: &mut Range<usize>| {
        let end = at.checked_add(range.end)?;
        *range = *at..end;
        *at = end;
        Some(())
    };
    lists[first..].iter_mut().try_for_each(|list| place(&mut list.postings))?;
    lists[first..].iter_mut().try_for_each(|list| place(&mut list.positions))
}

/// Reads the surfaces: how many, and of each how far its word is from the one before, its capitals, its dots.
fn read_surfaces(reader: &mut Reader<'_>) -> Option<Vec<(u32, Surface)>> {
    let count = reader.size()?;
    if count > reader.left() {
        return None;
    }
    let mut at = 0_u32;
    let mut surface = || {
        at = at.checked_add(reader.short()?)?;
        Some((at, Surface { capitals: reader.number()?, dots: reader.number()? }))
    };
    (0..count).map(|_| surface()).collect()
}

/// Writes a block of sorted words whose lists follow each other in the stream from `base` on.
#[cfg(feature = "build")]
pub(crate) fn write<'w>(
    words: impl Iterator<Item = (&'w str, &'w [List])> + Clone,
    base: usize,
    surface: impl Fn(&str) -> Surface,
) -> Vec<u8> {
    use crate::bytes::push_number;
    let mut out = Vec::new();
    push_number(words.clone().count() as u64, &mut out);
    push_number(base as u64, &mut out);
    let mut before: &[u8] = &[];
    for (word, _) in words.clone() {
        let word = word.as_bytes();
        let shared = word.iter().zip(before).take_while(|(a, b)| a == b).count();
        push_number(shared as u64, &mut out);
        push_number((word.len() - shared) as u64, &mut out);
        out.extend_from_slice(&word[shared..]);
        before = word;
    }
    for (_, lists) in words.clone() {
        push_number(lists.iter().map(|list| 1 << list.zone).sum(), &mut out);
        for list in lists {
            push_number(u64::from(list.pages), &mut out);
            push_number(list.postings.len() as u64, &mut out);
            push_number(list.positions.len() as u64, &mut out);
        }
    }
    let surfaces = words.enumerate().map(|(number, (word, _))| (number as u64, surface(word)));
    let surfaces: Vec<(u64, Surface)> = surfaces.filter(|(_, surface)| !surface.is_plain()).collect();
    push_number(surfaces.len() as u64, &mut out);
    let mut before = 0;
    for (number, surface) in surfaces {
        push_number(number - before, &mut out);
        push_number(surface.capitals, &mut out);
        push_number(surface.dots, &mut out);
        before = number;
    }
    out
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{Block, List, write};
    use crate::text::Surface;
    use levenshtein_automata::LevenshteinAutomatonBuilder;

    fn list(zone: usize, pages: u32, at: usize, postings: usize, positions: usize) -> List {
        let end = at + postings;
        List { zone, pages, postings: at..end, positions: end..end + positions }
    }

    #[test]
    fn words_come_back_with_the_places_of_their_lists() {
        let words = ["метод", "методик", "методист", "план", "планет"];
        let lists: Vec<[List; 1]> = (0..5).map(|i| [list(3, i + 1, 100 + i as usize * 5, 3, 2)]).collect();
        let entries = words.iter().zip(&lists).map(|(word, lists)| (*word, lists.as_slice()));
        let surface =
            |word: &str| Surface::of(&word.replace("планет", "ПЛАНёТ").replace("метод", "Метод"), word);
        let bytes = write(entries, 100, |word| surface(word).unwrap());
        let block = Block::read(&bytes).unwrap();
        for (word, lists) in words.iter().zip(&lists) {
            assert_eq!(block.find(word), Some(lists.as_slice()), "{word}");
        }
        assert_eq!(block.find("мет"), None);
        let written = |word| block.surface(word).map(|surface| surface.write(word));
        assert_eq!(written("планет").as_deref(), Some("ПЛАНёТ"));
        assert_eq!(written("методист").as_deref(), Some("Методист"));
        assert_eq!(written("план").as_deref(), Some("план"));
        assert_eq!(written("плани"), None);
        assert_eq!(block.beginning("мето").count(), 3);
        let builder = LevenshteinAutomatonBuilder::new(1, true);
        assert_eq!(block.near(&builder.build_dfa("методис")), ["методик", "методист"]);
        assert_eq!(block.near(&builder.build_dfa("плон")), ["план"]);
        for cut in 0..bytes.len() {
            assert!(Block::read(&bytes[..cut]).is_none(), "cut at {cut}");
        }
    }
}
