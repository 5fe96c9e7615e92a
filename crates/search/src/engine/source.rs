//! What of the index tells where a word stands: a list of it, or the lists of the word that it is a form of.

use crate::bundle::Lists;
use crate::dictionary::List;
use crate::error::SearchError;
use crate::postings::Cursor;
use crate::query::{Slot, Vocabulary};
use crate::schema::{FORMS, PRINTED};
use std::ops::Range;

/// Where a word stands.
#[derive(Debug, Clone)]
pub(super) enum Source {
    /// In one zone, in any form.
    Stem(List),
    /// Wherever it is printed, in one form only: of the lists of all zones, what has this number among the forms.
    Form { pages: u32, lists: Vec<List>, forms: Range<usize>, number: u32 },
}

impl Source {
    /// Returns the lists of a slot's stems.
    pub(super) fn of<'v>(slot: &'v Slot, vocabulary: &'v Vocabulary<'_>) -> impl Iterator<Item = Self> + 'v {
        let words = slot.stems.iter().filter_map(|stem| vocabulary.stem(stem));
        words.flat_map(|lists| lists.zones).cloned().map(Self::Stem)
    }

    /// Returns where a form is printed: every place of it is a place of the first of its stems.
    pub(super) fn exact(form: &str, vocabulary: &Vocabulary<'_>) -> Option<Self> {
        let found = vocabulary.form(form);
        let word = vocabulary.stem(vocabulary.stems.of(form).first()?);
        let (found, word) = (found.filter(|form| form.printed > 0)?, word?);
        let lists = word.zones.iter().filter(|list| PRINTED.contains(&list.zone)).cloned().collect();
        let forms = word.forms.0..word.forms.1;
        Some(Self::Form { pages: found.printed, lists, forms, number: found.number })
    }

    /// Returns the zone.
    pub(super) fn zone(&self) -> usize {
        match self {
            Self::Stem(list) => list.zone,
            Self::Form { .. } => FORMS,
        }
    }

    /// Counts the pages.
    pub(super) fn pages(&self) -> u32 {
        match self {
            Self::Stem(list) => list.pages,
            Self::Form { pages, .. } => *pages,
        }
    }

    /// Lists what is read to learn on which pages the word stands: of a form all.
    pub(super) fn postings(&self) -> Vec<Range<usize>> {
        match self {
            Self::Stem(list) => vec![list.postings.clone()],
            Self::Form { lists, forms, .. } => {
                let all = lists.iter().flat_map(|list| [list.postings.clone(), list.positions.clone()]);
                all.chain([forms.clone()]).collect()
            }
        }
    }

    /// Lists what is read besides to learn where on the pages.
    pub(super) fn positions(&self) -> Vec<Range<usize>> {
        match self {
            Self::Stem(list) => vec![list.positions.clone()],
            Self::Form { .. } => Vec::new(),
        }
    }

    /// Opens the list; the positions are read only where they are wanted.
    pub(super) fn open(&self, lists: &Lists, positions: bool) -> Result<Cursor, SearchError> {
        match self {
            Self::Stem(list) if positions => lists.cursor(list),
            Self::Stem(list) => Ok(Cursor::without_positions(lists.pages(list)?)),
            Self::Form { lists: of, forms, number, .. } => lists.exact(of, forms, *number),
        }
    }
}
