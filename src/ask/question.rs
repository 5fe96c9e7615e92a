//! Questions: everything that a page may ask of the site beside itself.

use super::query::Query;
use crate::model::PageId;
use crate::schema::{KindIndex, VocabularyIndex};

/// A question. Equal ones have equal answers while the site is the same.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Question {
    /// Which pages are of a kind, have values, fall into a time?
    Query(Query),
    /// What points to a page, and how?
    Reverse(PageId),
    /// Which pages share the most with a page?
    Related {
        /// The page.
        of: PageId,
        /// Of this kind alone.
        kind: Option<KindIndex>,
        /// At most so many.
        limit: usize,
    },
    /// Which places of a page do others point to?
    Mentions(PageId),
    /// Which documents took the place of a page?
    ReplacedBy(PageId),
    /// Which documents change a page, and where?
    AmendedBy(PageId),
    /// Which terms of a vocabulary are in use?
    Terms(VocabularyIndex),
}
