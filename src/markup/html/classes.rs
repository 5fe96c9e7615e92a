//! Classes by which the theme knows what it draws.

use pulldown_cmark::{BlockQuoteKind, Event, Tag};

use super::super::step::{MarkKind, Step, What};

/// The class of a printed number. One that touches its text is set apart by the theme, since no space is added.
pub(super) fn mark_class(kind: MarkKind, tight: bool) -> &'static str {
    match (kind, tight) {
        (MarkKind::Section, false) => "section-number",
        (MarkKind::Section, true) => "section-number tight",
        (MarkKind::Clause, false) => "clause-number",
        (MarkKind::Clause, true) => "clause-number tight",
        (MarkKind::Item, false) => "item-number",
        (MarkKind::Item, true) => "item-number tight",
    }
}

/// Whether a step goes on right where the one before ended.
pub(super) fn touches(step: &Step<'_>) -> bool {
    match &step.what {
        What::Event(Event::Text(text)) => !text.starts_with(char::is_whitespace),
        What::Event(event) => matches!(event, Event::Code(_) | Event::Start(Tag::Strong | Tag::Emphasis)),
        _ => false,
    }
}

/// The class of what is set apart from a text, and its place among the words for it.
pub(super) fn alert(kind: BlockQuoteKind) -> (&'static str, usize) {
    match kind {
        BlockQuoteKind::Note => ("note", 0),
        BlockQuoteKind::Tip => ("tip", 1),
        BlockQuoteKind::Important => ("important", 2),
        BlockQuoteKind::Warning => ("warning", 3),
        BlockQuoteKind::Caution => ("caution", 4),
    }
}
