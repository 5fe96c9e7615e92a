//! Answers: ids of pages and terms, never what templates are shown of them.

use crate::model::PageId;
use crate::schema::{KindIndex, TermRef};

/// What a question was answered.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Answer {
    /// These pages, in this order.
    Pages(Vec<PageId>),
    /// Groups of pages that point to one.
    Groups(Vec<Group>),
    /// Places of a page, by their numbers in its text, with the pages that point there.
    Places {
        /// The page.
        of: PageId,
        /// Its places.
        places: Vec<(usize, Vec<PageId>)>,
    },
    /// Documents that change a page, with the places of it that they name.
    Changes {
        /// The page.
        of: PageId,
        /// The documents.
        by: Vec<(PageId, Vec<usize>)>,
    },
    /// Terms in use, with how many pages bear each.
    Terms(Vec<(TermRef, usize)>),
}

/// Pages that point to one in the same way.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Group {
    /// Their kind, where they point by a field.
    pub(crate) kind: KindIndex,
    /// The field that points; none for links in texts.
    pub(crate) field: Option<String>,
    /// The pages.
    pub(crate) pages: Vec<PageId>,
}
