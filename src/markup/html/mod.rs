//! Markdown to HTML: safe, accessible, and with the same anchors as the outline.
//!
//! No word is added that the text does not have: the table of contents is handed over beside the HTML, and
//! buttons are the theme's. Every element that the writer makes is known to the sanitiser's allow-list, but for those of
//! formulas, which have their own.

mod classes;
mod links;
mod notes;
mod options;
mod render;
mod resolver;
mod table;
mod toc;
mod writer;

pub(crate) use options::{HtmlOptions, Labels};
pub(crate) use render::{Rendered, html};
pub(crate) use resolver::{Image, Resolver, Target};
