//! What may be wrong with a drawing.

use std::ops::Range;

/// What is wrong with a drawing.
#[derive(Debug, Eq, PartialEq)]
pub(in crate::media) enum What {
    /// It cannot be read as a drawing: `xml`, `encoding`, `root`, `complex`, `entities`.
    Unreadable(&'static str),
    /// Something of this sort and name acts or reaches out: `element`, `attribute`, `style`, `outside`,
    /// `instruction`.
    Acts(&'static str, String),
}

/// What is wrong, and where.
#[derive(Debug)]
pub(in crate::media) struct Fault {
    pub(in crate::media) what: What,
    /// The decoded text and the place in it.
    pub(in crate::media) place: Option<(String, Range<usize>)>,
}

/// A fault that does not hold its text yet.
pub(super) type Found = (What, Range<usize>);
