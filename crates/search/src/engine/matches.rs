//! Finding a plan's units in a text.

use crate::query::{Plan, Slot};
use crate::stems::{Sought, Stems};
use crate::text::{pieces, runs, width};
use rustc_hash::FxHashMap;
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

/// The slots of a plan by what fills them.
struct Slots<'e> {
    all: Vec<&'e Slot>,
    sought: Sought<'e>,
    by_stem: FxHashMap<&'e str, Vec<usize>>,
    by_form: FxHashMap<&'e str, Vec<usize>>,
}

impl<'e> Slots<'e> {
    fn of(plan: &'e Plan, stems: &'e Stems) -> Self {
        let all: Vec<&Slot> =
            plan.units.iter().flat_map(|unit| &unit.alternatives).flat_map(|a| &a.slots).collect();
        let mut by_stem: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let mut by_form: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (number, slot) in all.iter().enumerate() {
            if slot.exact {
                by_form.entry(&slot.form).or_default().push(number);
            } else {
                for stem in &slot.stems {
                    by_stem.entry(stem).or_default().push(number);
                }
            }
        }
        let stemmed = all.iter().filter(|slot| !slot.exact).flat_map(|slot| &slot.stems);
        let sought = Sought::new(stems, stemmed.map(String::as_str));
        Self { all, sought, by_stem, by_form }
    }

    /// Says what a run fills.
    fn filled(&self, run: &str, numbered: bool) -> Filled {
        let pieces = pieces(run, numbered);
        let mut filled = Filled { slots: Vec::new(), width: width(&pieces) };
        for piece in &pieces {
            for &slot in self.by_form.get(piece.form.as_str()).into_iter().flatten() {
                filled.slots.push((slot, piece.offset, true));
            }
            for stem in self.sought.of(&piece.form) {
                for &slot in self.by_stem.get(stem.as_str()).into_iter().flatten() {
                    filled.slots.push((slot, piece.offset, self.all[slot].form == piece.form));
                }
            }
        }
        filled
    }
}

/// Finds units in texts; remembers runs that were seen: a text has most of its words many times.
pub(super) struct Matcher<'e, 't> {
    plan: &'e Plan,
    slots: Slots<'e>,
    /// What stands in each run, and in each run after a number sign.
    seen: FxHashMap<(&'t str, bool), Filled>,
}

impl<'e, 't> Matcher<'e, 't> {
    pub(super) fn new(plan: &'e Plan, stems: &'e Stems) -> Self {
        Self { plan, slots: Slots::of(plan, stems), seen: FxHashMap::default() }
    }

    /// Finds all matches in the text, by position; also returns the length of the text in positions.
    pub(super) fn find(&mut self, text: &'t str) -> (Vec<Match>, u32) {
        let mut filled: Vec<Vec<Occurrence>> = vec![Vec::new(); self.slots.all.len()];
        let (mut position, mut any) = (0, false);
        for run in runs(text) {
            let key = (&text[run.range.clone()], run.numbered);
            let found = self.seen.entry(key).or_insert_with(|| self.slots.filled(key.0, key.1));
            for &(slot, offset, exact) in &found.slots {
                let range = run.range.clone();
                filled[slot].push(Occurrence { position: position + offset, range, exact });
                any = true;
            }
            position += found.width;
        }
        if !any {
            return (Vec::new(), position);
        }
        let mut matches = self.matches(&filled);
        matches.sort_by(|a, b| {
            (a.position, a.unit).cmp(&(b.position, b.unit)).then(b.weight.total_cmp(&a.weight))
        });
        matches.dedup_by(|later, first| (later.position, later.unit) == (first.position, first.unit));
        (matches, position)
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
