//! A line of a text, clean: what all that reads a text goes by.

use std::ops::Range;

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
}
