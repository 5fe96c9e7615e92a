//! Several values of a field.

use super::{Datum, Lookup, Order, Plain, Typed, Value};

/// Several values.
pub(crate) fn several(items: Vec<Typed>) -> Value {
    Value::new(List(items))
}

/// Several values of a field.
#[derive(Debug)]
struct List(Vec<Typed>);

impl List {
    fn joined(&self, words: impl Fn(&Value) -> String) -> String {
        joined(self.0.iter().map(|item| words(&item.value)), "; ")
    }
}

impl Datum for List {
    fn plain(&self) -> Plain<'_> {
        Plain::List(&self.0)
    }

    fn order(&self) -> Option<Order> {
        self.0.first()?.value.order()
    }

    fn is(&self, wanted: &str, lookup: &dyn Lookup) -> bool {
        self.0.iter().any(|item| item.value.is(wanted, lookup))
    }

    fn label(&self, lookup: &dyn Lookup) -> String {
        self.joined(|item| item.label(lookup))
    }

    fn heading(&self, lookup: &dyn Lookup) -> String {
        self.0.first().map_or_else(String::new, |item| item.value.heading(lookup))
    }

    fn words(&self, lookup: &dyn Lookup) -> String {
        self.joined(|item| item.words(lookup))
    }

    fn keywords(&self, lookup: &dyn Lookup, found: &mut Vec<String>) {
        self.0.iter().for_each(|item| item.value.keywords(lookup, found));
    }

    fn list(&self) -> Option<&[Typed]> {
        Some(&self.0)
    }
}

/// Puts what is not empty side by side.
pub(super) fn joined(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}
