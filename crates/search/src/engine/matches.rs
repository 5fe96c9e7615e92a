//! Finding a plan's units in a text.

use crate::query::{Plan, Slot};
use crate::stems::Stems;
use crate::text::{pieces, runs, width};
use std::collections::HashMap;
use std::ops::Range;

/// A place where a slot is filled.
#[derive(Debug, Clone)]
struct Occurrence {
    position: u32,
    range: Range<usize>,
    exact: bool,
}

/// A place where a unit is satisfied.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Match {
    pub(super) unit: usize,
    pub(super) position: u32,
    pub(super) weight: f32,
    pub(super) ranges: Vec<Range<usize>>,
}

/// What stands in a run: the slots it fills, each with its offset and whether the form is the one asked for.
#[derive(Debug, Clone, Default)]
struct Filled {
    slots: Vec<(usize, u32, bool)>,
    width: u32,
}

/// Finds units in texts; remembers runs that were seen.
pub(super) struct Matcher<'e> {
    plan: &'e Plan,
    stems: &'e Stems,
    by_stem: HashMap<&'e str, Vec<usize>>,
    by_form: HashMap<&'e str, Vec<usize>>,
    slots: Vec<&'e Slot>,
    seen: HashMap<(String, bool), Filled>,
}

impl<'e> Matcher<'e> {
    pub(super) fn new(plan: &'e Plan, stems: &'e Stems) -> Self {
        let slots: Vec<&Slot> =
            plan.units.iter().flat_map(|unit| &unit.alternatives).flat_map(|a| &a.slots).collect();
        let mut by_stem: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut by_form: HashMap<&str, Vec<usize>> = HashMap::new();
        for (number, slot) in slots.iter().enumerate() {
            if slot.exact {
                by_form.entry(&slot.form).or_default().push(number);
            } else {
                for stem in &slot.stems {
                    by_stem.entry(stem).or_default().push(number);
                }
            }
        }
        Self { plan, stems, by_stem, by_form, slots, seen: HashMap::new() }
    }

    /// Finds all matches in the text, by position; also returns the length of the text in positions.
    pub(super) fn find(&mut self, text: &str) -> (Vec<Match>, u32) {
        let mut filled: Vec<Vec<Occurrence>> = vec![Vec::new(); self.slots.len()];
        let mut position = 0;
        for run in runs(text) {
            let found = self.run(&text[run.range.clone()], run.numbered);
            for &(slot, offset, exact) in &found.slots {
                let range = run.range.clone();
                filled[slot].push(Occurrence { position: position + offset, range, exact });
            }
            position += found.width;
        }
        let mut matches = self.matches(&filled);
        matches.sort_by(|a, b| {
            (a.position, a.unit).cmp(&(b.position, b.unit)).then(b.weight.total_cmp(&a.weight))
        });
        matches.dedup_by(|later, first| (later.position, later.unit) == (first.position, first.unit));
        (matches, position)
    }

    fn run(&mut self, run: &str, numbered: bool) -> &Filled {
        let key = (run.to_owned(), numbered);
        if !self.seen.contains_key(&key) {
            let filled = self.fill(run, numbered);
            self.seen.insert(key.clone(), filled);
        }
        &self.seen[&key]
    }

    fn fill(&self, run: &str, numbered: bool) -> Filled {
        let pieces = pieces(run, numbered);
        let mut filled = Filled { slots: Vec::new(), width: width(&pieces) };
        for piece in &pieces {
            for &slot in self.by_form.get(piece.form.as_str()).into_iter().flatten() {
                filled.slots.push((slot, piece.offset, true));
            }
            for stem in self.stems.of(&piece.form) {
                for &slot in self.by_stem.get(stem.as_str()).into_iter().flatten() {
                    filled.slots.push((slot, piece.offset, self.slots[slot].form == piece.form));
                }
            }
        }
        filled
    }

    fn matches(&self, filled: &[Vec<Occurrence>]) -> Vec<Match> {
        let mut matches = Vec::new();
        let mut slot = 0;
        for (unit, of) in self.plan.units.iter().enumerate() {
            for alternative in &of.alternatives {
                let places = &filled[slot..slot + alternative.slots.len()];
                slot += alternative.slots.len();
                for first in places.first().into_iter().flatten() {
                    if let Some((ranges, exact)) = follow(first, &places[1..], alternative.slop) {
                        let weight = alternative.weight * if exact { EXACT } else { 1.0 };
                        matches.push(Match { unit, position: first.position, weight, ranges });
                    }
                }
            }
        }
        matches
    }
}

/// What the form as typed counts beside another form of the word.
const EXACT: f32 = 1.2;

/// Follows a sequence from its first place.
fn follow(first: &Occurrence, rest: &[Vec<Occurrence>], slop: u32) -> Option<(Vec<Range<usize>>, bool)> {
    let mut ranges = vec![first.range.clone()];
    let (mut at, mut exact) = (first.position, first.exact);
    for places in rest {
        let next = places.iter().find(|o| o.position > at && o.position <= at + 1 + slop)?;
        ranges.push(next.range.clone());
        (at, exact) = (next.position, exact && next.exact);
    }
    ranges.dedup();
    Some((ranges, exact))
}
