//! `text`: a line of text.

use std::borrow::Cow;

use crate::field::bounds::scalar;
use crate::field::{Context, Datum, Field, FieldType, Lookup, Order, Plain, Reader, Type, TypeEntry, Value};
use crate::text::key;
use crate::yaml::Node;

pub(super) const ENTRY: TypeEntry = ("text", |_| Some(FieldType::new(Text)));

#[derive(Debug)]
struct Text;

impl Type for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn help(&self) -> &'static str {
        "help-text"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        scalar(node, field, reader, |text| Some(Value::new(Words(text.to_owned()))))
    }

    fn fits(&self, _text: &str, _context: &Context<'_>) -> bool {
        true
    }

    fn is_wordy(&self) -> bool {
        true
    }
}

/// A line of text.
#[derive(Debug)]
struct Words(String);

impl Datum for Words {
    fn plain(&self) -> Plain<'_> {
        Plain::Text(Cow::Borrowed(&self.0))
    }

    fn order(&self) -> Option<Order> {
        Some(Order::Text(key(&self.0)))
    }

    fn is(&self, wanted: &str, _lookup: &dyn Lookup) -> bool {
        self.0 == wanted
    }

    fn label(&self, _lookup: &dyn Lookup) -> String {
        self.0.clone()
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
