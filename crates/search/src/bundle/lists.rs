//! The stream of lists, cut into chunk files. Which bytes belong to a word the dictionary says.
//!
//! A read never waits: what is missing is noted.

use super::names::INDEX_DIR;
use super::pack::Tables;
use super::store::Store;
use crate::bytes::Bytes;
use crate::dictionary::List;
use crate::error::SearchError;
use crate::postings::{Cursor, Pages, exact};
use std::ops::Range;

/// Reads lists.
pub(crate) struct Lists {
    tables: Tables,
    store: Store,
}

impl Lists {
    pub(crate) fn new(tables: Tables, store: Store) -> Self {
        Self { tables, store }
    }

    /// Returns the table of the chunk files.
    pub(crate) fn tables(&self) -> &Tables {
        &self.tables
    }

    /// Asks for a chunk without waiting for it.
    pub(crate) fn touch(&self, number: usize) {
        drop(self.chunk(number));
    }

    /// Reads the pages of a list with their counts.
    pub(crate) fn pages(&self, list: &List) -> Result<Pages, SearchError> {
        Pages::read(&self.read(&list.postings)?, list.pages as usize).ok_or_else(damaged)
    }

    /// Opens a list with its positions.
    pub(crate) fn cursor(&self, list: &List) -> Result<Cursor, SearchError> {
        Ok(Cursor::new(self.pages(list)?, self.read(&list.positions)?))
    }

    /// Puts together what stands in one form of the word that these lists are of.
    pub(crate) fn exact(
        &self,
        lists: &[List],
        forms: &Range<usize>,
        number: u32,
    ) -> Result<Cursor, SearchError> {
        let zone = |list: &List| Ok((self.pages(list)?, self.read(&list.positions)?));
        let zones = lists.iter().map(zone).collect::<Result<Vec<_>, SearchError>>()?;
        exact(&zones, &self.read(forms)?, number).ok_or_else(damaged)
    }

    /// Reads a chunk without its tag.
    fn chunk(&self, number: usize) -> Result<Bytes, SearchError> {
        let bytes = self.store.unpacked(&self.tables.file(INDEX_DIR, number))?;
        let len = self.tables.start(number + 1) - self.tables.start(number);
        if bytes.len() != len + 1 {
            return Err(damaged());
        }
        Ok(bytes.slice(1..bytes.len()))
    }

    /// Reads from the chunks; asks for all of them before it fails, so that one round fetches all.
    fn read(&self, range: &Range<usize>) -> Result<Bytes, SearchError> {
        if range.is_empty() {
            return Ok(Bytes::default());
        }
        let numbers = self.tables.holding(range);
        let parts: Vec<_> = numbers.clone().map(|number| self.chunk(number)).collect();
        let parts = parts.into_iter().collect::<Result<Vec<_>, _>>()?;
        let base = self.tables.start(numbers.start);
        let within = range.start.saturating_sub(base)..range.end - base.min(range.end);
        let joined = match parts.as_slice() {
            [only] => only.clone(),
            parts => Bytes::new(parts.iter().flat_map(|part| part.iter().copied()).collect()),
        };
        if within.end > joined.len() {
            return Err(damaged());
        }
        Ok(joined.slice(within))
    }
}

/// Tells that a list is none.
pub(crate) fn damaged() -> SearchError {
    SearchError::Damaged("a list of the index cannot be read".to_owned())
}
