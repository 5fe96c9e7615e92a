//! `integer`: a whole number.

use super::figures;
use crate::field::bounds::scalar;
use crate::field::{Context, Datum, Field, FieldType, Lookup, Order, Plain, Reader, Type, TypeEntry, Value};
use crate::yaml::Node;

pub(super) const ENTRY: TypeEntry = ("integer", |_| Some(FieldType::new(Integer)));

#[derive(Debug)]
struct Integer;

impl Type for Integer {
    fn name(&self) -> &'static str {
        "integer"
    }

    fn help(&self) -> &'static str {
        "help-integer"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        scalar(node, field, reader, |text| {
            figures::integer(figures::alone(text, field)).map(|number| Value::new(Whole(number)))
        })
    }

    fn range(&self, text: &str, field: &Field) -> Option<Vec<Value>> {
        Some(figures::range(text, field)?.map(|number| Value::new(Whole(number))).collect())
    }

    fn splits(&self) -> bool {
        true
    }

    fn fits(&self, text: &str, _context: &Context<'_>) -> bool {
        figures::integer(text).is_some()
    }
}

/// A whole number.
#[derive(Debug)]
struct Whole(i64);

impl Datum for Whole {
    fn plain(&self) -> Plain<'_> {
        Plain::Integer(self.0)
    }

    #[expect(clippy::cast_precision_loss, reason = "only compared; such numbers do not occur")]
    fn order(&self) -> Option<Order> {
        Some(Order::Number(self.0 as f64))
    }

    fn is(&self, wanted: &str, _lookup: &dyn Lookup) -> bool {
        self.0.to_string() == wanted
    }

    fn label(&self, _lookup: &dyn Lookup) -> String {
        self.0.to_string()
    }

    #[expect(clippy::cast_precision_loss, reason = "only compared; such numbers do not occur")]
    fn size(&self) -> Option<f64> {
        Some(self.0 as f64)
    }
}
