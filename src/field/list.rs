//! Several values of a field.

use super::{Datum, Lookup, Order, Plain, Typed, Value};

/// What parts the values of a list that are written in one text.
pub(super) const SEPARATORS: [char; 3] = [',', ';', '\n'];

/// The values that are written in one text, without the marks that people put before the lines of a list.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = &str> {
    let marked = text.contains('\n');
    let parts = text.split(SEPARATORS).map(move |part| if marked { unmarked(part) } else { part });
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// The values that are written as people say them: `математика и физика`, `математика/физика`.
pub(super) fn spoken(text: &str) -> Vec<&str> {
    text.split([',', ';', '/', '+'])
        .flat_map(|part| part.split(" и "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// A line of a list without the mark that people put before it: `1. `, `2) `, `• `.
fn unmarked(line: &str) -> &str {
    let line = line.trim();
    let figures = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numbered = line[figures..]
        .strip_prefix(['.', ')'])
        .filter(|rest| (1..3).contains(&figures) && rest.starts_with(' '));
    numbered.or_else(|| line.strip_prefix(['•', '·', '–', '—', '-', '*'])).unwrap_or(line)
}

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
