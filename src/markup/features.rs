//! What of Markdown and beyond it a text understands.

/// What a kind's behaviours switch on in its documents' text.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub(crate) struct Features {
    /// The clause engine for regulations.
    pub(crate) clauses: bool,
}
