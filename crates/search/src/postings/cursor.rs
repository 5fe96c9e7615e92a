//! Reading a list: its pages and counts at once, its positions block by block as they are wanted.

use super::{BLOCK, bits};
use crate::bytes::{Bytes, Reader};

/// The pages of a word with their counts.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    pub(crate) pages: Vec<u32>,
    pub(crate) counts: Vec<u32>,
    /// Where the positions of each block begin.
    blocks: Vec<usize>,
}

impl Pages {
    /// Reads so many pages.
    pub(crate) fn read(bytes: &[u8], count: usize) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let mut pages = Self { blocks: vec![0], ..Self::default() };
        let blocks = count.div_ceil(BLOCK);
        let mut at = 0_usize;
        for _ in 0..if blocks > 1 { blocks } else { 0 } {
            at = at.checked_add(reader.size()?)?;
            pages.blocks.push(at);
        }
        let mut next = 0_u32;
        while pages.pages.len() < count {
            let (start, more) = (pages.pages.len(), BLOCK.min(count - pages.pages.len()));
            group(&mut reader, more, &mut pages.pages)?;
            for page in pages.pages.get_mut(start..)? {
                *page = page.checked_add(next)?;
                next = page.checked_add(1)?;
            }
            group(&mut reader, more, &mut pages.counts)?;
            for count in pages.counts.get_mut(start..)? {
                *count = count.checked_add(1)?;
            }
        }
        Some(pages)
    }
}

/// Reads a group of numbers.
fn group(reader: &mut Reader<'_>, count: usize, numbers: &mut Vec<u32>) -> Option<()> {
    let taken = bits::read(reader.rest(), count, numbers)?;
    reader.take(taken).map(drop)
}

/// A list of which one page is at hand.
#[derive(Debug)]
pub(crate) struct Cursor {
    pages: Pages,
    at: usize,
    positions: Bytes,
    /// Pages of a block.
    span: usize,
    /// The block whose positions are at hand, and where those of each of its pages begin.
    block: Option<usize>,
    places: Vec<u32>,
    starts: Vec<u32>,
}

impl Cursor {
    pub(crate) fn new(pages: Pages, positions: Bytes) -> Self {
        let (places, starts) = (Vec::new(), Vec::new());
        Self { pages, at: 0, positions, span: BLOCK, block: None, places, starts }
    }

    pub(crate) fn without_positions(pages: Pages) -> Self {
        Self::new(pages, Bytes::default())
    }

    /// Makes a list of pages and positions in order: all of it one block at hand.
    fn of(found: &[(u32, u32)]) -> Self {
        let (mut pages, mut starts) = (Pages::default(), Vec::new());
        for (at, run) in found.chunk_by(|a, b| a.0 == b.0).scan(0, |at, run| {
            *at += run.len();
            Some((*at - run.len(), run))
        }) {
            pages.pages.push(run[0].0);
            pages.counts.push(run.len() as u32);
            starts.push(at as u32);
        }
        starts.push(found.len() as u32);
        let places = found.iter().map(|found| found.1).collect();
        Self { block: Some(0), span: usize::MAX, places, starts, ..Self::new(pages, Bytes::default()) }
    }

    /// Iterates over the pages with their counts.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (u32, u32)> {
        self.pages.pages.iter().copied().zip(self.pages.counts.iter().copied())
    }

    /// Returns the page at hand, or what is after all pages.
    pub(crate) fn page(&self) -> u32 {
        self.pages.pages.get(self.at).copied().unwrap_or(u32::MAX)
    }

    /// Goes on to the first page that is not before this one.
    pub(crate) fn seek(&mut self, page: u32) {
        let rest = self.pages.pages.get(self.at..).unwrap_or_default();
        self.at += rest.partition_point(|&next| next < page);
    }

    /// Appends the positions on the page at hand.
    pub(crate) fn positions(&mut self, out: &mut Vec<u32>) -> Option<()> {
        let block = self.at / self.span;
        if self.block != Some(block) {
            self.open(block)?;
        }
        let within = self.at - block * self.span;
        let (start, end) = (*self.starts.get(within)?, *self.starts.get(within + 1)?);
        out.extend_from_slice(self.places.get(start as usize..end as usize)?);
        Some(())
    }

    /// Reads the positions of a block.
    fn open(&mut self, block: usize) -> Option<()> {
        let counts = self.pages.counts.get(block * BLOCK..)?;
        let counts = &counts[..counts.len().min(BLOCK)];
        let bytes = self.positions.get(*self.pages.blocks.get(block)?..)?;
        self.block = Some(block);
        self.places.clear();
        read_positions(bytes, counts, &mut self.places, &mut self.starts)?;
        Some(())
    }
}

/// Appends the positions of pages with these counts, and notes where those of each page begin; returns how many bytes
/// they took.
fn read_positions(
    bytes: &[u8],
    counts: &[u32],
    places: &mut Vec<u32>,
    starts: &mut Vec<u32>,
) -> Option<usize> {
    let first = places.len();
    let all = counts.iter().try_fold(0_u32, |all, &count| all.checked_add(count))?;
    let taken = bits::read(bytes, all as usize, places)?;
    starts.clear();
    starts.push(u32::try_from(first).ok()?);
    let mut at = first;
    for &count in counts {
        let end = at + count as usize;
        let mut before = 0_u32;
        for place in places.get_mut(at..end)? {
            before = before.checked_add(*place)?;
            *place = before;
        }
        at = end;
        starts.push(u32::try_from(at).ok()?);
    }
    Some(taken)
}

/// Puts together what stands in one form of a word: of the lists of all zones, those places whose form has this number.
///
/// `forms` are the forms of all zones one after another; none where the word has one form. Positions of different zones
/// never meet.
pub(crate) fn exact(zones: &[(Pages, Bytes)], forms: &[u8], number: u32) -> Option<Cursor> {
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut forms_left = forms;
    for (zone, (list, positions)) in (0_u32..).zip(zones) {
        let (mut places, mut starts, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        let mut positions = &positions[..];
        for (pages, counts) in list.pages.chunks(BLOCK).zip(list.counts.chunks(BLOCK)) {
            places.clear();
            let taken = read_positions(positions, counts, &mut places, &mut starts)?;
            positions = positions.get(taken..)?;
            numbers.clear();
            if forms.is_empty() {
                numbers.resize(places.len(), 0);
            } else {
                let taken = bits::read(forms_left, places.len(), &mut numbers)?;
                forms_left = forms_left.get(taken..)?;
            }
            for (page, span) in pages.iter().zip(starts.windows(2)) {
                let span = span[0] as usize..span[1] as usize;
                let places = places.get(span.clone())?.iter().zip(numbers.get(span)?);
                let of_form = places.filter(|(_, form)| **form == number);
                found.extend(of_form.map(|(place, _)| (*page, zone * APART + (*place).min(APART - 1))));
            }
        }
    }
    found.sort_unstable();
    Some(Cursor::of(&found))
}

/// Positions of a zone; no page is longer.
const APART: u32 = 1 << 28;
