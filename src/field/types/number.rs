//! `number`: a number with or without a fraction.

use super::figures;
use crate::field::bounds::scalar;
use crate::field::{Context, Datum, Field, FieldType, Lookup, Order, Plain, Reader, Type, TypeEntry, Value};
use crate::yaml::Node;

pub(super) const ENTRY: TypeEntry = ("number", |_| Some(FieldType::new(Number)));

#[derive(Debug)]
struct Number;

impl Type for Number {
    fn name(&self) -> &'static str {
        "number"
    }

    fn help(&self) -> &'static str {
        "help-number"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        scalar(node, field, reader, |text| {
            figures::number(figures::alone(text, field)).map(|number| Value::new(Real(number)))
        })
    }

    fn fits(&self, text: &str, _context: &Context<'_>) -> bool {
        figures::number(text).is_some()
    }
}

/// A number.
#[derive(Debug)]
struct Real(f64);

impl Datum for Real {
    fn plain(&self) -> Plain<'_> {
        Plain::Number(self.0)
    }

    fn order(&self) -> Option<Order> {
        Some(Order::Number(self.0))
    }

    fn is(&self, wanted: &str, _lookup: &dyn Lookup) -> bool {
        self.0.to_string() == wanted
    }

    fn label(&self, _lookup: &dyn Lookup) -> String {
        self.0.to_string().replace('.', ",")
    }

    fn size(&self) -> Option<f64> {
        Some(self.0)
    }
}
