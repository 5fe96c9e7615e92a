//! Bytes that are shared, and numbers and texts in as few of them as they need.

use crate::text::codepage;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// Bytes that many hold and nobody copies.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bytes {
    whole: Arc<Vec<u8>>,
    range: Range<usize>,
}

impl Bytes {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        Self { range: 0..bytes.len(), whole: Arc::new(bytes) }
    }

    /// Returns a part of the bytes; what lies outside of them is left out.
    pub(crate) fn slice(&self, part: Range<usize>) -> Self {
        let end = self.range.start.saturating_add(part.end).min(self.range.end);
        let start = self.range.start.saturating_add(part.start).min(end);
        Self { whole: Arc::clone(&self.whole), range: start..end }
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.whole.get(self.range.clone()).unwrap_or_default()
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

/// Reads numbers and texts from bytes; `None` when they end too early.
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
}

impl<'b> Reader<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes }
    }

    /// Reads a number written by [`push_number`].
    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// Reads a number that must be small.
    pub(crate) fn size(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    /// Reads a number of 32 bits.
    pub(crate) fn short(&mut self) -> Option<u32> {
        u32::try_from(self.number()?).ok()
    }

    /// Reads a day that may be missing, written by [`push_day`].
    #[expect(clippy::option_option, reason = "no day, or no more bytes")]
    pub(crate) fn day(&mut self) -> Option<Option<i32>> {
        let Some(folded) = self.number()?.checked_sub(1) else { return Some(None) };
        let day = (folded >> 1) as i64 ^ -((folded & 1) as i64);
        i32::try_from(day).ok().map(Some)
    }

    /// Takes so many bytes.
    pub(crate) fn take(&mut self, len: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(len)?;
        self.bytes = rest;
        Some(taken)
    }

    /// Reads a text written by [`push_text`].
    pub(crate) fn text(&mut self) -> Option<String> {
        let len = self.size()?;
        codepage::read(self.take(len)?)
    }

    /// Goes past a text.
    pub(crate) fn pass_text(&mut self) -> Option<()> {
        let len = self.size()?;
        self.take(len).map(drop)
    }

    /// Reads how many members a list has, and the members.
    pub(crate) fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.size()?;
        let mut list = Vec::with_capacity(count.min(self.left()));
        for _ in 0..count {
            list.push(read(self)?);
        }
        Some(list)
    }

    /// Returns what is left.
    pub(crate) fn rest(&self) -> &'b [u8] {
        self.bytes
    }

    /// How many bytes are left: no list can have more members.
    pub(crate) fn left(&self) -> usize {
        self.bytes.len()
    }
}

/// Writes a number, seven bits a byte, the low ones first.
#[cfg(feature = "build")]
pub(crate) fn push_number(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Writes a day that may be missing: days around the first one take few bytes.
#[cfg(feature = "build")]
pub(crate) fn push_day(day: Option<i32>, out: &mut Vec<u8>) {
    let fold = |day: i32| (i64::from(day) << 1 ^ i64::from(day) >> 63) as u64 + 1;
    push_number(day.map_or(0, fold), out);
}

/// Writes a text: its length in bytes, and a byte for most letters.
#[cfg(feature = "build")]
pub(crate) fn push_text(text: &str, out: &mut Vec<u8>) {
    let bytes = codepage::write(text);
    push_number(bytes.len() as u64, out);
    out.extend_from_slice(&bytes);
}

/// Writes how many members a list has, and the members.
#[cfg(feature = "build")]
pub(crate) fn push_list<T>(
    members: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
    out: &mut Vec<u8>,
    write: impl Fn(T, &mut Vec<u8>),
) {
    let members = members.into_iter();
    push_number(members.len() as u64, out);
    members.for_each(|member| write(member, out));
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{Bytes, Reader, push_list, push_number, push_text};

    #[test]
    fn numbers_come_back() {
        let numbers = [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX];
        let mut bytes = Vec::new();
        numbers.iter().for_each(|&number| push_number(number, &mut bytes));
        let mut reader = Reader::new(&bytes);
        assert!(numbers.iter().all(|&number| reader.number() == Some(number)));
        assert_eq!(reader.number(), None);
    }

    #[test]
    fn texts_and_lists_come_back() {
        let texts = ["", "Отчёт № 5 «план»", "naïve ≠ 文 🙂"];
        let mut bytes = Vec::new();
        push_list(texts, &mut bytes, push_text);
        assert_eq!(Reader::new(&bytes).list(Reader::text).unwrap(), texts);
        assert_eq!(Reader::new(&bytes[..bytes.len() - 1]).list(Reader::text), None);
    }

    #[test]
    fn a_part_never_leaves_the_whole() {
        let bytes = Bytes::new(vec![1, 2, 3, 4]).slice(1..3);
        assert_eq!((&bytes[..], &bytes.slice(1..9)[..], bytes.slice(7..9).len()), (&[2, 3][..], &[3][..], 0));
    }
}
