//! Everything between Markdown text and a page: structure, links, plain text, HTML, and the clause engine.
//!
//! `load` asks for an [`Outline`] (parts with their plain text and anchors, links, numbering problems),
//! `render` for [`Rendered`] HTML. Both walk the steps of one shared pass (`annotate`), so the anchors of the
//! search index, of the checks and of the page are the same by construction. This module reads no file and
//! knows no document but the text it is given: a [`Resolver`] answers for all other documents.

mod annotate;
mod autolink;
mod clause;
mod escape;
mod html;
mod link;
mod lookalike;
mod outline;
mod plain;
mod raw;
pub mod rules;
mod sanitize;
mod step;
mod translit;

pub use html::{
    HtmlOptions, Image, Labels, NoResolver, Rendered, Resolver, Target, TocEntry, html, inline_html,
};
pub use link::{LinkKind, of_target};
pub use outline::{Frame, Link, Outline, Section, SectionKind, outline};
pub use plain::plain;
pub use sanitize::frame_allowed;
pub use translit::slug;

/// What a kind's behaviours switch on in its documents' text.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Features {
    /// The clause engine for regulations.
    pub clauses: bool,
}

#[cfg(test)]
mod tests;
