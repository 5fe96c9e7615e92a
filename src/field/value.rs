//! Values of fields with their places.

use std::collections::BTreeMap;
use std::ops::Deref;

use super::{Datum, Lookup, Order, Plain};
use crate::source::Span;

/// A value of a field, typed by its declaration. It is asked ([`Datum`]), never taken apart.
#[derive(Debug)]
pub(crate) struct Value(Box<dyn Datum>);

/// A value and where it was written.
#[derive(Debug)]
pub(crate) struct Typed {
    /// The value.
    pub(crate) value: Value,
    /// Its place; for defaults, the place of the kind's declaration.
    pub(crate) span: Span,
}

/// The values of a document or a group by field name.
pub(crate) type Values = BTreeMap<String, Typed>;

impl Value {
    /// A value.
    pub(crate) fn new(datum: impl Datum + 'static) -> Self {
        Self(Box::new(datum))
    }

    /// Several values.
    pub(crate) fn several(items: Vec<Typed>) -> Self {
        Self::new(List(items))
    }

    /// The items of a list; any other value is a list of one.
    pub(crate) fn items(&self) -> impl Iterator<Item = &Self> {
        let items = self.list();
        let alone = items.is_none().then_some(self);
        items.unwrap_or_default().iter().map(|typed| &typed.value).chain(alone)
    }
}

impl Deref for Value {
    type Target = dyn Datum;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl Typed {
    /// Comes to every single value, however deep, with the way to it: `registration.closes`.
    pub(crate) fn leaves<'v>(&'v self, path: &str, see: &mut dyn FnMut(&str, &'v Self)) {
        if let Some(items) = self.value.list() {
            items.iter().for_each(|item| item.leaves(path, see));
        } else if let Some(fields) = self.value.fields() {
            for (name, inner) in fields {
                inner.leaves(&format!("{path}.{name}"), see);
            }
        } else {
            see(path, self);
        }
    }
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
