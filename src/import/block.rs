//! What a text is put together from: headings, clauses, paragraphs, list items, tables.

use std::ops::Range;
use std::sync::Arc;

use super::starts::{ClauseNumber, Mark, SectionNumber};

/// One block of the body.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its text without number or bullet.
    pub(crate) text: String,
    /// Where it lies in the source.
    pub(crate) span: Range<usize>,
    /// Field codes that stood in it.
    pub(crate) hidden: Vec<String>,
    /// How deep an item stands in a list, how deep a heading below the title; from 0.
    pub(crate) depth: usize,
}

/// The kind of a block.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    /// A heading with its number.
    Section(SectionNumber),
    /// A numbered clause.
    Clause(ClauseNumber),
    /// A paragraph with a number of one level: a section that is itself one clause.
    Numbered(Mark),
    /// A paragraph with a letter: `а)`.
    Lettered(Mark),
    /// A paragraph without a number.
    Paragraph,
    /// A heading without a number of its own: «Раздел I. …», a line in capitals over numbered points.
    Heading,
    /// A list item.
    Item,
    /// A table: rows of cells, the header first.
    Table(Vec<Vec<String>>),
    /// A table that is written already.
    Made(Arc<str>),
    /// Nothing but field codes.
    Hidden,
}
