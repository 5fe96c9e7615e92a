//! Fields of formatted text: parsed like the text of a page, so that a link in one is a link like any other.

use super::Typing;
use crate::markup::{self, Features};
use crate::model::{FieldText, Value};
use crate::source::Span;
use crate::yaml::Within;

impl Typing<'_> {
    /// Types a formatted text: what it links to is kept with the page, what is wrong in it is told at its place.
    pub(super) fn markdown(&mut self, text: &str, span: Span) -> Value {
        let mut outline = markup::outline(text, 0, span.source, Features::default());
        let quiet = outline.links.is_empty() && outline.frames.is_empty() && outline.diagnostics.is_empty();
        if !quiet {
            let within = Within::of(text, self.context.sources, span);
            outline.moved(|range| within.place(range));
            self.problems.append(&mut outline.diagnostics);
            self.texts.push(FieldText { links: outline.links, frames: outline.frames });
        }
        Value::Markdown(text.to_owned())
    }
}
