//! Everything between Markdown text and a page: structure, links, plain text, HTML, and the clause engine.
//!
//! `load` asks for an [`Outline`] (parts with their plain text and anchors, links, numbering problems),
//! `render` for [`Rendered`] HTML. Both walk the steps of one shared pass (`annotate`), so the anchors of the
//! search index, of the checks and of the page are the same by construction. This module reads no file and
//! knows no document but the text it is given: a [`Resolver`] answers for all other documents.

mod annotate;
mod at;
mod autolink;
mod builder;
mod cells;
mod clause;
mod decoration;
mod dialect;
mod entity;
mod escape;
mod event;
mod excess;
mod features;
mod flat;
mod footnotes;
mod foreign;
mod formula;
mod html;
mod ids;
pub(crate) mod leaf;
mod lines;
mod link;
pub(crate) mod lookalike;
mod meant;
mod outline;
mod parse;
mod places;
mod plain;
mod raw;
mod red_line;
pub(crate) mod rules;
mod sanitize;
mod section;
mod shape;
mod spaces;
mod step;
mod stray;
mod swallowed;
mod tag;
mod translit;
mod unseen;
mod walk;

pub(crate) use decoration::is_decoration;
pub(crate) use escape::escaped;
pub(crate) use features::Features;
pub(crate) use html::{HtmlOptions, Image, Labels, Rendered, Resolver, Target, html};
pub(crate) use link::{LinkKind, of_target};
pub(crate) use outline::{Frame, Link, Outline};
pub(crate) use plain::plain;
pub(crate) use sanitize::frame_allowed;
pub(crate) use section::{Section, SectionKind};
pub(crate) use translit::slug;
pub(crate) use walk::outline;

#[cfg(test)]
mod tests;
