//! Where a text lies in its file.

use std::ops::Range;

use crate::source::{SourceId, Span};

/// Where the text lies in its file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At {
    pub(super) source: SourceId,
    pub(super) base: usize,
}

impl At {
    /// The absolute span of a range of the text.
    pub(crate) fn span(self, range: &Range<usize>) -> Span {
        self.source.span(self.base + range.start, self.base + range.end)
    }
}
