//! Lists, and the labels that browsers print.

use super::tag::Tag;
use crate::model::Label;
use crate::numerals::Numerals;

/// The lists that are open, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<List>);

#[derive(Debug)]
struct List {
    numerals: Option<Numerals>,
    next: u32,
}

impl Lists {
    /// A list begins.
    pub(super) fn start(&mut self, tag: &Tag) {
        let numerals = (tag.name == "ol").then(|| match tag.get("type") {
            Some("a") => Numerals::LatinLower,
            Some("A") => Numerals::LatinUpper,
            Some("i") => Numerals::RomanLower,
            Some("I") => Numerals::RomanUpper,
            _ => Numerals::Decimal,
        });
        let next = tag.number("start").and_then(|start| u32::try_from(start).ok()).unwrap_or(1);
        self.0.push(List { numerals, next });
    }

    /// The innermost list ends.
    pub(super) fn end(&mut self) {
        self.0.pop();
    }

    /// How many are open.
    pub(super) fn depth(&self) -> usize {
        self.0.len()
    }

    /// The label of an item.
    pub(super) fn item(&mut self, tag: &Tag) -> Label {
        let level = u8::try_from(self.0.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let numbered = self.0.last_mut().and_then(|list| {
            let numerals = list.numerals?;
            let number = tag.number("value").and_then(|value| u32::try_from(value).ok()).unwrap_or(list.next);
            list.next = number.saturating_add(1);
            Some(format!("{}.", numerals.print(number)))
        });
        let bullet = numbered.is_none();
        Label { text: numbered.unwrap_or_else(|| "•".to_owned()), bullet, level, tight: false }
    }
}
