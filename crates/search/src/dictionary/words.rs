//! Sorted words, of which each is written as what it does not share with the one before.

use super::slips::Rows;
use crate::bytes::Reader;
#[cfg(feature = "build")]
use crate::bytes::push_number;
use crate::text::codepage;

/// Words in order.
#[derive(Debug, Default)]
pub(crate) struct Words {
    text: String,
    /// Where each word ends in the text.
    ends: Vec<u32>,
}

impl Words {
    /// Reads words written by [`write()`].
    pub(crate) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let count = reader.size()?;
        if count > reader.left() {
            return None;
        }
        let (mut text, mut ends) = (Vec::with_capacity(count * 16), Vec::with_capacity(count));
        let mut word: Vec<u8> = Vec::new();
        for _ in 0..count {
            let (shared, rest) = (reader.size()?, reader.size()?);
            if shared > word.len() {
                return None;
            }
            word.truncate(shared);
            word.extend_from_slice(reader.take(rest)?);
            codepage::push(&word, &mut text)?;
            ends.push(u32::try_from(text.len()).ok()?);
        }
        Some(Self { text: String::from_utf8(text).ok()?, ends })
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the word of this number.
    pub(crate) fn word(&self, index: usize) -> &str {
        let end = |index: usize| self.ends.get(index).map_or(0, |&end| end as usize);
        self.text.get(index.checked_sub(1).map_or(0, end)..end(index)).unwrap_or_default()
    }

    /// Returns the number of the first word that is not before this one.
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

    /// Returns the number of a word.
    pub(crate) fn find(&self, word: &str) -> Option<usize> {
        let index = self.position(word);
        (index < self.len() && self.word(index) == word).then_some(index)
    }

    /// Iterates over the numbers of the words that begin so.
    pub(crate) fn beginning(&self, prefix: &str) -> impl Iterator<Item = usize> {
        (self.position(prefix)..self.len()).take_while(move |&index| self.word(index).starts_with(prefix))
    }

    /// Finds the words that are at most so many slips away; what neighbours share is compared once.
    pub(crate) fn near(&self, word: &str, slips: u8) -> Vec<&str> {
        let mut rows = Rows::new(word, slips);
        let mut before = "";
        let mut found = Vec::new();
        for index in 0..self.len() {
            let word = self.word(index);
            let shared = word.chars().zip(before.chars()).take_while(|(a, b)| a == b).count();
            before = word;
            if rows.lead_to(word, shared) {
                found.push(word);
            }
        }
        found
    }
}

/// Writes sorted words.
#[cfg(feature = "build")]
pub(crate) fn write<'w>(words: impl Iterator<Item = &'w str> + Clone, out: &mut Vec<u8>) {
    push_number(words.clone().count() as u64, out);
    let mut before: Vec<u8> = Vec::new();
    for word in words {
        let word = codepage::write(word);
        let shared = word.iter().zip(&before).take_while(|(a, b)| a == b).count();
        push_number(shared as u64, out);
        push_number((word.len() - shared) as u64, out);
        out.extend_from_slice(&word[shared..]);
        before = word;
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{Words, write};
    use crate::bytes::Reader;

    #[test]
    fn words_come_back() {
        let words = ["x-ray", "метод", "методик", "методист", "план", "планет", "文"];
        let mut bytes = Vec::new();
        write(words.into_iter(), &mut bytes);
        let read = Words::read(&mut Reader::new(&bytes)).unwrap();
        assert!(words.iter().enumerate().all(|(index, word)| read.find(word) == Some(index)));
        assert_eq!((read.find("мет"), read.len()), (None, 7));
        assert_eq!(read.beginning("мето").collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(read.near("методис", 1), ["методик", "методист"]);
        assert_eq!(read.near("плон", 1), ["план"]);
        for cut in 0..bytes.len() {
            assert!(Words::read(&mut Reader::new(&bytes[..cut])).is_none(), "cut at {cut}");
        }
    }
}
