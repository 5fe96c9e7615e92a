//! What an expression of days says.

use std::ops::Range;

/// Days found in a query.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::query) struct Days {
    /// The chunks of the query that name them.
    pub(in crate::query) chunks: Range<usize>,
    /// The first and the last of them; none for a school year, which is only written.
    pub(in crate::query) span: Option<(i32, i32)>,
    /// How texts may name them, words that follow each other, and what each spelling counts.
    pub(in crate::query) texts: Vec<(Vec<String>, f32)>,
    /// The words typed may also mean something else, as `4.12` a clause.
    pub(in crate::query) ambiguous: bool,
    /// The days in words, where they were not typed so.
    pub(in crate::query) said: Option<String>,
}
