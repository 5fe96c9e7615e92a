//! `markdown`: formatted text, parsed like the text of a page, so that a link in one is a link like any other.

use crate::field::bounds::scalar;
use crate::field::{
    Context, Datum, Field, FieldText, FieldType, Lookup, Order, Plain, Reader, Type, TypeEntry, Value,
};
use crate::markup::{self, Features};
use crate::source::Span;
use crate::text::key;
use crate::yaml::{Node, Within};

pub(super) const ENTRY: TypeEntry = ("markdown", |_| Some(FieldType::new(Markdown)));

#[derive(Debug)]
struct Markdown;

impl Type for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn help(&self) -> &'static str {
        "help-text"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        let value = scalar(node, field, reader, |text| Some(Value::new(Formatted(text.to_owned()))))?;
        parse(value.text().unwrap_or_default(), node.span, reader);
        Some(value)
    }

    fn fits(&self, _text: &str, _context: &Context<'_>) -> bool {
        true
    }

    fn is_wordy(&self) -> bool {
        true
    }
}

/// What a text links to is kept with the page, what is wrong in it is told at its place.
fn parse<'a>(text: &str, span: Span, reader: &mut dyn Reader<'a>) {
    let mut outline = markup::outline(text, 0, span.source, Features::default());
    if outline.links.is_empty() && outline.frames.is_empty() && outline.diagnostics.is_empty() {
        return;
    }
    let within = Within::of(text, reader.context().sources, span);
    outline.moved(|range| within.place(range));
    outline.diagnostics.into_iter().for_each(|problem| reader.report(problem));
    reader.keep(FieldText { links: outline.links, frames: outline.frames });
}

/// Formatted text, as written.
#[derive(Debug)]
struct Formatted(String);

impl Datum for Formatted {
    fn plain(&self) -> Plain<'_> {
        Plain::Markdown(&self.0)
    }

    fn order(&self) -> Option<Order> {
        Some(Order::Text(key(&self.0)))
    }

    fn is(&self, wanted: &str, _lookup: &dyn Lookup) -> bool {
        self.0 == wanted
    }

    fn label(&self, _lookup: &dyn Lookup) -> String {
        markup::plain(&self.0)
    }

    fn size(&self) -> Option<f64> {
        Some(self.0.chars().count() as f64)
    }

    fn is_lengthy(&self) -> bool {
        true
    }

    fn text(&self) -> Option<&str> {
        Some(&self.0)
    }
}
