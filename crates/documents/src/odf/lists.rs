//! The counting of lists: a list begins anew unless it says that it goes on.

use std::collections::BTreeMap;

use super::styles::Level;
use crate::model::Label;
use crate::numerals::Numerals;

/// The numbers of the lists so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    /// By the style, and by the list's own name.
    kept: BTreeMap<String, Vec<u32>>,
    /// Of headings.
    pub(super) outline: Vec<u32>,
}

/// A list that is being read.
#[derive(Clone, Debug, Default)]
pub(super) struct Open {
    /// Its style.
    pub(super) style: String,
    /// Its own name.
    pub(super) id: Option<String>,
    /// The numbers of its levels.
    pub(super) numbers: Vec<u32>,
}

impl Counts {
    /// Begins a list, after another one that it goes on from, if it does.
    pub(super) fn begin(&self, style: &str, id: Option<&str>, after: Option<&str>, goes_on: bool) -> Open {
        let numbers = match after {
            Some(id) => self.kept.get(&format!("#{id}")).cloned(),
            None if goes_on => self.kept.get(style).cloned(),
            None => None,
        };
        Open { style: style.to_owned(), id: id.map(str::to_owned), numbers: numbers.unwrap_or_default() }
    }

    /// Keeps the numbers of a list for those that go on from it.
    pub(super) fn end(&mut self, list: Open) {
        if let Some(id) = list.id {
            self.kept.insert(format!("#{id}"), list.numbers.clone());
        }
        self.kept.insert(list.style, list.numbers);
    }
}

/// Counts an item of a level and gives its label.
pub(super) fn count(
    numbers: &mut Vec<u32>,
    levels: &[Level],
    at: usize,
    start: Option<u32>,
) -> Option<Label> {
    let level = levels.get(at)?;
    for above in numbers.len()..at {
        numbers.push(levels.get(above).map_or(1, |level| level.start));
    }
    let next = numbers.get(at).map_or(level.start, |number| number.saturating_add(1));
    numbers.truncate(at);
    numbers.push(start.unwrap_or(next));
    let text = match &level.bullet {
        Some(sign) => sign.clone(),
        None if level.numerals == Numerals::None => format!("{}{}", level.prefix, level.suffix),
        None => {
            let first = (at + 1).saturating_sub(level.shown.max(1));
            let parts: Vec<String> = (first..=at)
                .filter(|&part| levels[part].numerals != Numerals::None)
                .map(|part| levels[part].numerals.print(numbers[part]))
                .collect();
            format!("{}{}{}", level.prefix, parts.join("."), level.suffix)
        }
    };
    let text = text.trim().to_owned();
    let bullet = level.bullet.is_some();
    (!text.is_empty()).then(|| Label {
        text,
        bullet,
        level: u8::try_from(at).unwrap_or(u8::MAX),
        tight: false,
    })
}
