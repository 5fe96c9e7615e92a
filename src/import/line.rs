//! A line of a text, clean: what all that reads a text goes by.

use std::ops::Range;
use std::sync::Arc;

/// A line with text on it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    /// Where it lies in the decoded file.
    pub(crate) span: Range<usize>,
    /// The clean text, without spaces at its ends.
    pub(crate) text: String,
    /// The parts between tabs, when there are at least two that are not a bare number or bullet.
    pub(crate) cells: Vec<String>,
    /// How many empty lines stand before it.
    pub(crate) gap: u32,
    /// Field codes of Word that were taken out of the text.
    pub(crate) hidden: Vec<String>,
    /// How many runs of several spaces became one.
    pub(crate) wide_spaces: usize,
    /// How many invisible characters were dropped.
    pub(crate) invisible: usize,
    /// Words with a space after their hyphen: `учебно- методическую`.
    pub(crate) parted: Vec<String>,
    /// It is an entry of a table of contents.
    pub(crate) contents: bool,
    /// What is known of it besides its letters.
    pub(crate) origin: Origin,
}

/// Where a line comes from, and what is known of it from there and needs no guess.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) enum Origin {
    /// A line of a plain text: whether a paragraph ends with it must be guessed.
    #[default]
    Typed,
    /// A whole paragraph of a word processor, or its first line.
    Paragraph {
        /// The level of a heading, from 1.
        heading: Option<u8>,
        /// How deep it stands in a list, from 0.
        depth: usize,
    },
    /// A further line of the paragraph before.
    Continued,
    /// A table of a word processor, as Markdown.
    Table(Arc<str>),
}

impl Line {
    /// Whether a word processor tells where its paragraph begins and ends.
    pub(crate) fn is_known(&self) -> bool {
        self.origin != Origin::Typed
    }

    /// Whether it is a table of a word processor.
    pub(crate) fn table(&self) -> Option<&str> {
        if let Origin::Table(markdown) = &self.origin { Some(markdown) } else { None }
    }

    /// The level of a heading that a word processor tells; a whole sentence is none, whatever its style.
    pub(crate) fn heading(&self) -> Option<u8> {
        let Origin::Paragraph { heading: Some(level), .. } = self.origin else { return None };
        let sentence = self.text.ends_with(['.', ';', ',', ':']) && self.text.split(' ').count() > 12;
        let fits = !sentence && self.text.chars().count() <= 250 && !self.contents;
        fits.then_some(level)
    }

    /// How deep it stands in a list.
    pub(crate) fn depth(&self) -> usize {
        if let Origin::Paragraph { depth, .. } = self.origin { depth } else { 0 }
    }
}
