//! A field of a kind that was read from a source.

use std::ops::Range;

use super::plan::Value;

/// A field that was read.
#[derive(Clone, Debug)]
pub(crate) struct Filled {
    /// Its name.
    pub(crate) name: String,
    /// Its value.
    pub(crate) value: Value,
    /// Where it was read.
    pub(crate) span: Range<usize>,
    /// Whether it was concluded.
    pub(crate) guessed: bool,
}
