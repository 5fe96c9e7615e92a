//! Everything between Markdown text and a page: structure, links, plain text, HTML, and the clause engine.
//!
//! `load` asks for an [`Outline`] (parts with their plain text and anchors, links, numbering problems),
//! `render` for [`Rendered`](html::Rendered) HTML. Both walk the steps of one shared pass (`annotate`), so the anchors of the
//! search index, of the checks and of the page are the same by construction. This module reads no file and
//! knows no document but the text it is given: a [`Resolver`] answers for all other documents.

mod annotate;
mod autolink;
mod clause;
mod escape;
mod excess;
mod html;
mod link;
pub(crate) mod lookalike;
mod outline;
mod places;
mod plain;
mod raw;
pub(crate) mod rules;
mod sanitize;
mod step;
mod tag;
mod translit;

pub(crate) use html::{HtmlOptions, Image, Labels, NoResolver, Resolver, Target, html};
pub(crate) use link::{LinkKind, of_target};
pub(crate) use outline::{Link, Outline, Section, SectionKind, outline};
pub(crate) use plain::plain;
pub(crate) use sanitize::frame_allowed;
pub(crate) use translit::slug;

use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// What a kind's behaviours switch on in its documents' text.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub(crate) struct Features {
    /// The clause engine for regulations.
    pub(crate) clauses: bool,
}

/// What must not be in a text that is drawn without an outline: a field of formatted text. Positions inside a value
/// of YAML are not those of the file, so the message points at the whole.
pub(crate) fn excess(text: &str, span: Span) -> Option<Diagnostic> {
    let mut watch = excess::Watch::new(text.len());
    step::parse(text, Features::default()).iter().for_each(|(event, range)| watch.event(event, range));
    watch.message(|_| span)
}

#[cfg(test)]
mod tests;
