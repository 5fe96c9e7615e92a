//! `school_year`: from September to August, written by both years.

use std::borrow::Cow;

use crate::field::bounds::scalar;
use crate::field::{Datum, Field, FieldType, Lookup, Order, Plain, Reader, Type, TypeEntry, Value};
use crate::yaml::Node;

pub(super) const ENTRY: TypeEntry = ("school_year", |_| Some(FieldType::new(Year)));

#[derive(Debug)]
struct Year;

impl Type for Year {
    fn name(&self) -> &'static str {
        "school_year"
    }

    fn help(&self) -> &'static str {
        "help-school-year"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        scalar(node, field, reader, |text| read(text).map(|start| Value::new(SchoolYear(start))))
    }

    fn splits(&self) -> bool {
        true
    }
}

/// Reads `2026/2027`, `2026-2027`, `2026/27`, `26/27`, with or without «учебный год»; returns the first year.
fn read(text: &str) -> Option<i16> {
    let digits = text.replace(['–', '—', '-', '\\'], "/");
    let digits = digits.split_whitespace().next()?;
    let (first, second) = digits.split_once('/')?;
    let century = if first.len() == 2 && second.len() == 2 { 2000 } else { 0 };
    let start: i16 =
        first.parse::<i16>().ok().map(|year| century + year).filter(|year| (1990..=2100).contains(year))?;
    let next = start + 1;
    (second == next.to_string() || second == format!("{:02}", next % 100)).then_some(start)
}

/// «2026/2027», by the year in which it begins.
pub(crate) fn written(start: i16) -> String {
    format!("{start}/{}", start + 1)
}

/// A school year by the calendar year it begins in.
#[derive(Debug)]
struct SchoolYear(i16);

impl Datum for SchoolYear {
    fn plain(&self) -> Plain<'_> {
        let text = Plain::Text(Cow::Owned(written(self.0)));
        Plain::Map(vec![("text", text), ("start", Plain::Integer(self.0.into()))])
    }

    fn order(&self) -> Option<Order> {
        Some(Order::Number(self.0.into()))
    }

    fn is(&self, wanted: &str, _lookup: &dyn Lookup) -> bool {
        self.0.to_string() == wanted || written(self.0) == wanted
    }

    fn label(&self, _lookup: &dyn Lookup) -> String {
        written(self.0)
    }

    fn school_year(&self) -> Option<i16> {
        Some(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn school_years_are_two_years_in_a_row() {
        for text in ["2026/2027", "2026-2027", "2026/27", "26/27", "2026–2027 учебный год"] {
            assert_eq!(read(text), Some(2026), "{text}");
        }
        for text in ["2026", "2026/2028", "26/28", "26/2027"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
