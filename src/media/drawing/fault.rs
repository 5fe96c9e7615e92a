//! What may be wrong with a drawing.

use std::ops::Range;

use roxmltree::Node;

/// No drawing of a person has more elements and texts.
pub(super) const MOST_NODES: u32 = 1_000_000;

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

/// The name of an element, to point at.
pub(super) fn start_of(node: Node<'_, '_>) -> Range<usize> {
    let start = node.range().start;
    start..(start + 1 + node.tag_name().name().len()).min(node.range().end)
}
