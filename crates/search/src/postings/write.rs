//! Writing a list.

use super::{BLOCK, bits};
use crate::bytes::push_number;

/// Where a word stands, and in which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Occurrence {
    pub(crate) page: u32,
    pub(crate) position: u32,
    pub(crate) form: u32,
}

/// The parts of a list.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) pages: u32,
    pub(crate) postings: Vec<u8>,
    pub(crate) positions: Vec<u8>,
    pub(crate) forms: Vec<u8>,
}

/// Writes the places of a word, in order.
pub(crate) fn write(places: &[Occurrence]) -> Written {
    let mut written = Written::default();
    let pages: Vec<&[Occurrence]> = places.chunk_by(|a, b| a.page == b.page).collect();
    written.pages = pages.len() as u32;
    let (mut next, mut lengths, mut blocks) = (0, Vec::new(), Vec::new());
    let mut numbers: Vec<u32> = Vec::new();
    for block in pages.chunks(BLOCK) {
        numbers.clear();
        for page in block {
            numbers.push(page[0].page - next);
            next = page[0].page + 1;
        }
        bits::write(&numbers, &mut blocks);
        numbers.clear();
        numbers.extend(block.iter().map(|page| page.len() as u32 - 1));
        bits::write(&numbers, &mut blocks);
        numbers.clear();
        for page in block {
            let before = std::iter::once(0).chain(page.iter().map(|place| place.position));
            numbers.extend(page.iter().zip(before).map(|(place, before)| place.position - before));
        }
        let start = written.positions.len();
        bits::write(&numbers, &mut written.positions);
        push_number((written.positions.len() - start) as u64, &mut lengths);
        numbers.clear();
        numbers.extend(block.iter().copied().flatten().map(|place| place.form));
        bits::write(&numbers, &mut written.forms);
    }
    if pages.len() > BLOCK {
        written.postings = lengths;
    }
    written.postings.append(&mut blocks);
    written
}

#[cfg(test)]
mod tests {
    use super::{Occurrence, write};
    use crate::bytes::Bytes;
    use crate::postings::{Cursor, Pages, exact};

    fn places(pages: u32) -> Vec<Occurrence> {
        let on = |page: u32| {
            let count = 1 + page * 7 % 5;
            (0..count).map(move |i| Occurrence { page: page * 3, position: i * i * (page % 11), form: i % 3 })
        };
        (0..pages).flat_map(on).collect()
    }

    #[test]
    fn lists_come_back() {
        for pages in [0, 1, 127, 128, 129, 700] {
            let places = places(pages);
            let written = write(&places);
            assert_eq!(written.pages, pages);
            let read = || Pages::read(&written.postings, pages as usize).unwrap();
            let mut list = Cursor::new(read(), Bytes::new(written.positions.clone()));
            for (page, count) in list.pages().collect::<Vec<_>>() {
                list.seek(page);
                let mut positions = Vec::new();
                list.positions(&mut positions).unwrap();
                let expected = places.iter().filter(|place| place.page == page);
                let expected: Vec<u32> = expected.map(|place| place.position).collect();
                assert_eq!((positions, count as usize), (expected.clone(), expected.len()), "page {page}");
            }
            list.seek(pages * 3);
            assert_eq!(list.page(), u32::MAX);
            let zones = [(read(), Bytes::new(written.positions.clone()))];
            for form in 0..3 {
                let of_form = exact(&zones, &written.forms, form).unwrap();
                let found: usize = of_form.pages().map(|(_, count)| count as usize).sum();
                assert_eq!(found, places.iter().filter(|place| place.form == form).count());
            }
        }
    }

    #[test]
    fn a_list_cut_short_cannot_be_read() {
        let written = write(&places(300));
        for cut in 0..written.postings.len() {
            assert!(Pages::read(&written.postings[..cut], 300).is_none(), "cut at {cut}");
        }
        let read = || Pages::read(&written.postings, 300).unwrap();
        let mut list = Cursor::new(read(), Bytes::new(written.positions[..40].to_vec()));
        list.seek(700);
        assert_eq!(list.positions(&mut Vec::new()), None);
        assert!(exact(&[(read(), Bytes::new(written.positions))], &written.forms[..9], 0).is_none());
    }
}
