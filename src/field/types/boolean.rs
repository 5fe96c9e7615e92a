//! `boolean`: yes or no.

use crate::field::bounds::scalar;
use crate::field::{Context, Datum, Field, FieldType, Lookup, Order, Plain, Reader, Type, TypeEntry, Value};
use crate::yaml::{self, Node};

pub(super) const ENTRY: TypeEntry = ("boolean", |_| Some(FieldType::new(Boolean)));

#[derive(Debug)]
struct Boolean;

impl Type for Boolean {
    fn name(&self) -> &'static str {
        "boolean"
    }

    fn help(&self) -> &'static str {
        "help-boolean"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        scalar(node, field, reader, |text| yaml::boolean(text).map(|yes| Value::new(Flag(yes))))
    }

    fn fits(&self, text: &str, _context: &Context<'_>) -> bool {
        yaml::boolean(text).is_some()
    }

    fn is_flag(&self) -> bool {
        true
    }
}

/// Yes or no. It has no words of its own: without the name of its field it says nothing.
#[derive(Debug)]
struct Flag(bool);

impl Datum for Flag {
    fn plain(&self) -> Plain<'_> {
        Plain::Boolean(self.0)
    }

    fn order(&self) -> Option<Order> {
        Some(Order::Number(f64::from(u8::from(self.0))))
    }

    fn is(&self, wanted: &str, _lookup: &dyn Lookup) -> bool {
        self.0.to_string() == wanted
    }

    fn flag(&self) -> Option<bool> {
        Some(self.0)
    }
}
