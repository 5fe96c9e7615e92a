//! What is known of every page at once: date, standing, links, facets; for filters, counts and ranking.

use crate::bytes::Reader;

/// The columns of all pages, by the number of the page.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    pages: Vec<Page>,
    /// The facets of all pages, page after page.
    facets: Vec<u32>,
}

/// A page in the columns.
#[derive(Debug, Clone, Copy, Default)]
struct Page {
    date: Option<i32>,
    standing: u8,
    links: u32,
    /// The first and the last day of what happens.
    occasion: Option<(i32, i32)>,
    /// Where its facets end.
    facets: u32,
}

impl Columns {
    /// Reads what [`write()`] has written; each column stands on its own, so that it packs well.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let count = reader.size()?;
        let mut columns = Self::default();
        for standing in reader.take(count)? {
            columns.pages.push(Page { standing: *standing, ..Page::default() });
        }
        for page in &mut columns.pages {
            page.links = reader.short()?;
        }
        for page in &mut columns.pages {
            page.date = reader.day()?;
        }
        for page in &mut columns.pages {
            page.occasion = match reader.day()? {
                None => None,
                Some(from) => Some((from, from.checked_add(i32::try_from(reader.number()?).ok()?)?)),
            };
        }
        for page in &mut columns.pages {
            for _ in 0..reader.size()? {
                columns.facets.push(reader.short()?);
            }
            page.facets = u32::try_from(columns.facets.len()).ok()?;
        }
        Some(columns)
    }

    pub(crate) fn len(&self) -> usize {
        self.pages.len()
    }

    fn page(&self, page: u32) -> Page {
        self.pages.get(page as usize).copied().unwrap_or_default()
    }

    /// Returns the date in days since 1970-01-01.
    pub(crate) fn date(&self, page: u32) -> Option<i32> {
        self.page(page).date
    }

    /// Returns the first and the last day of what happens.
    pub(crate) fn occasion(&self, page: u32) -> Option<(i32, i32)> {
        self.page(page).occasion
    }

    /// Lists the pages that happen on some of the days, with their first days.
    pub(crate) fn happening(&self, days: (i32, i32)) -> impl Iterator<Item = (u32, i32)> {
        let pages = self.pages.iter().enumerate();
        let occasions = pages.filter_map(|(number, page)| Some((number as u32, page.occasion?)));
        occasions
            .filter(move |(_, (from, until))| *from <= days.1 && *until >= days.0)
            .map(|(page, (from, _))| (page, from))
    }

    /// Returns the code of the standing.
    pub(crate) fn standing(&self, page: u32) -> u8 {
        self.page(page).standing
    }

    /// Counts the pages that point to the page.
    pub(crate) fn links(&self, page: u32) -> u32 {
        self.page(page).links
    }

    /// Returns the numbers of the page's facets.
    pub(crate) fn facets(&self, page: u32) -> &[u32] {
        let start = page.checked_sub(1).map_or(0, |before| self.page(before).facets);
        self.facets.get(start as usize..self.page(page).facets as usize).unwrap_or_default()
    }
}

/// A page as it is written.
#[cfg(feature = "build")]
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    pub(crate) standing: u8,
    pub(crate) links: u32,
    pub(crate) date: Option<i32>,
    pub(crate) occasion: Option<(i32, i32)>,
    pub(crate) facets: Vec<u32>,
}

/// Writes the columns of pages: standing, links, date, occasion, facets of each.
#[cfg(feature = "build")]
pub(crate) fn write(pages: &[Row]) -> Vec<u8> {
    use crate::bytes::{push_day, push_number};
    let mut out = Vec::new();
    push_number(pages.len() as u64, &mut out);
    out.extend(pages.iter().map(|page| page.standing));
    pages.iter().for_each(|page| push_number(u64::from(page.links), &mut out));
    pages.iter().for_each(|page| push_day(page.date, &mut out));
    for page in pages {
        push_day(page.occasion.map(|(from, _)| from), &mut out);
        if let Some((from, until)) = page.occasion {
            push_number(u64::from(until.abs_diff(from.min(until))), &mut out);
        }
    }
    for page in pages {
        push_number(page.facets.len() as u64, &mut out);
        page.facets.iter().for_each(|&facet| push_number(u64::from(facet), &mut out));
    }
    out
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{Columns, Row, write};

    #[test]
    fn columns_come_back() {
        let row = |standing, links, date, occasion, facets| Row { standing, links, date, occasion, facets };
        let pages = [
            row(1, 0, None, None, vec![3, 300]),
            row(2, 7, Some(-5), Some((-5, -5)), vec![]),
            row(0, 1000, Some(20_778), Some((20_778, 20_900)), vec![0]),
            row(1, 0, Some(0), None, vec![1]),
        ];
        let bytes = write(&pages);
        let columns = Columns::read(&bytes).unwrap();
        for (number, page) in pages.iter().enumerate() {
            let number = number as u32;
            let read = (columns.standing(number), columns.links(number), columns.date(number));
            assert_eq!(read, (page.standing, page.links, page.date));
            assert_eq!(columns.facets(number), page.facets);
            assert_eq!(columns.occasion(number), page.occasion);
        }
        assert_eq!(columns.happening((20_800, 20_801)).collect::<Vec<_>>(), [(2, 20_778)]);
        assert_eq!(columns.happening((-9, 20_777)).collect::<Vec<_>>(), [(1, -5)]);
        assert!(Columns::read(&bytes[..bytes.len() - 1]).is_none());
    }
}
