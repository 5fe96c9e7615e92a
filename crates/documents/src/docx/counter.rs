//! The counting of lists: what number a paragraph gets, as Word counts.

use std::collections::{BTreeMap, BTreeSet};

use super::numbering::{LEVELS, Level, List};
use crate::model::Label;
use crate::numerals::Numerals;
use crate::symbols;

/// The numbers reached so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Counter {
    reached: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// Lists that have started a level with a number of their own: they do so once.
    started: BTreeSet<(String, usize)>,
}

impl Counter {
    /// Counts a paragraph and gives its label; `None` when nothing is printed.
    pub(super) fn count(&mut self, id: &str, list: &List, level: u8) -> Option<Label> {
        let at = usize::from(level).min(LEVELS - 1);
        self.step(id, list, at);
        let reached = self.reached.get(&list.counter)?;
        let own = &list.levels[at];
        let text = if own.numerals == Numerals::Bullet {
            symbols::bullet(&own.text)
        } else {
            label(own, list, reached)
        };
        let bullet = own.numerals == Numerals::Bullet;
        let shown = !own.hidden && !text.trim().is_empty();
        shown.then(|| Label { text: text.trim().to_owned(), bullet, level: at as u8, tight: own.tight })
    }

    fn step(&mut self, id: &str, list: &List, at: usize) {
        let reached = self.reached.entry(list.counter.clone()).or_default();
        let anew = list.levels[at].anew.filter(|_| self.started.insert((id.to_owned(), at)));
        // A level above that was never counted counts as begun.
        for (number, level) in reached[..at].iter_mut().zip(&list.levels) {
            number.get_or_insert(level.start);
        }
        let next = reached[at].map_or(list.levels[at].start, |number| number.saturating_add(1));
        reached[at] = Some(anew.unwrap_or(next));
        for (below, level) in list.levels.iter().enumerate().skip(at + 1) {
            let begins = level.restart.is_none_or(|after| after > 0 && at < usize::from(after));
            if begins {
                reached[below] = None;
            }
        }
    }
}

/// The label of a level with its numbers.
fn label(level: &Level, list: &List, reached: &[Option<u32>; LEVELS]) -> String {
    let mut out = String::new();
    let mut signs = level.text.chars().peekable();
    while let Some(sign) = signs.next() {
        let place =
            signs.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| sign == '%' && *digit > 0);
        let Some(place) = place else {
            out.push(sign);
            continue;
        };
        signs.next();
        let at = place as usize - 1;
        let numerals = if level.legal { Numerals::Decimal } else { list.levels[at].numerals };
        out.push_str(&numerals.print(reached[at].unwrap_or(list.levels[at].start)));
    }
    out
}
