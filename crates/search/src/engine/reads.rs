//! What a query reads of the index, settled before anything is read: the same everywhere, and never too much.
//!
//! On a large site the lists of common words are long, and above all their positions. What would go beyond the
//! budget is left out in this order: nearness of words that nobody asked to be near (the texts of the best pages
//! still tell), the order of words in a sequence (its words must then only stand on one page), the commonest words.

use super::source::Source;
use crate::bundle::Tables;
use crate::query::{Alternative, Plan, Slot, Unit, Vocabulary};
use crate::schema::{FORMS, RELATED, SPOKEN_OF, TEXT, TITLE};
use std::collections::BTreeSet;
use std::ops::Range;

/// Bytes that one query may read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Budget {
    pub(super) postings: usize,
    /// Postings, and positions of what was asked for as a sequence.
    pub(super) together: usize,
    /// All that, and positions of words that are only better near to each other.
    pub(super) nearness: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { postings: 110 << 10, together: 140 << 10, nearness: 110 << 10 }
    }
}

/// What words side by side add, in titles and in texts.
const CLOSE: [(usize, f32); 2] = [(TITLE, 1.5), (TEXT, 0.7)];

/// The words that may stand at one place of a sequence.
pub(super) type Place = Vec<Source>;

/// An alternative with its lists.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub(super) places: Vec<Place>,
    pub(super) slop: u32,
    pub(super) weight: f32,
    /// The order of its words is looked at.
    pub(super) ordered: bool,
    /// Instead of words: what happens on some of these days.
    pub(super) days: Option<(i32, i32)>,
}

impl Way {
    /// Looks an alternative up; what was asked for as it is printed, only where something is printed.
    fn of(alternative: &Alternative, printed: bool, vocabulary: &Vocabulary<'_>) -> Self {
        let sequence = alternative.slots.len() > 1;
        let counts = |source: &Source| {
            let zone = source.zone();
            let unread = (printed && SPOKEN_OF.contains(&zone)) || (sequence && zone == RELATED);
            !unread
        };
        let exact = alternative.slots.iter().any(|slot| slot.exact);
        let place = |slot: &Slot| -> Place {
            if exact {
                return Source::exact(&slot.form, vocabulary).into_iter().collect();
            }
            Source::of(slot, vocabulary).filter(counts).collect()
        };
        let places = alternative.slots.iter().map(place).collect();
        let (slop, weight, days) = (alternative.slop, alternative.weight, alternative.days);
        Self { places, slop, weight, ordered: false, days }
    }

    /// Returns the words that count: those of zones where every place has some.
    pub(super) fn sources(&self) -> impl Iterator<Item = &Source> {
        let everywhere = |zone: usize| self.places.iter().all(|place| place.iter().any(|l| l.zone() == zone));
        let zones: Vec<usize> = (0..=FORMS).filter(|&zone| everywhere(zone)).collect();
        self.places.iter().flatten().filter(move |source| zones.contains(&source.zone()))
    }

    fn is_sequence(&self) -> bool {
        self.places.len() > 1
    }
}

/// A unit with its lists.
#[derive(Debug, Clone)]
pub(super) struct Read {
    pub(super) ways: Vec<Way>,
    pub(super) firm: bool,
}

/// Two units whose nearness is rewarded in a zone.
#[derive(Debug, Clone)]
pub(super) struct Near {
    pub(super) zone: usize,
    pub(super) weight: f32,
    pub(super) places: [Place; 2],
}

/// What a query reads.
#[derive(Debug)]
pub(super) struct Reads<'e> {
    pub(super) units: Vec<Read>,
    pub(super) minus: Vec<Read>,
    pub(super) near: Vec<Near>,
    /// Something that was asked for is not looked at.
    pub(super) cut: bool,
    budget: Budget,
    files: &'e Tables,
    /// The numbers of the chunk files, and their bytes together.
    chunks: BTreeSet<usize>,
    bytes: usize,
}

impl<'e> Reads<'e> {
    /// Settles what is read for the plan.
    pub(super) fn of(plan: &Plan, vocabulary: &Vocabulary<'_>, files: &'e Tables, budget: Budget) -> Self {
        let mut reads = Self {
            units: Vec::new(),
            minus: Vec::new(),
            near: Vec::new(),
            cut: false,
            budget,
            files,
            chunks: BTreeSet::new(),
            bytes: 0,
        };
        let read = |unit: &Unit| Read {
            ways: unit.alternatives.iter().map(|a| Way::of(a, unit.firm, vocabulary)).collect(),
            firm: unit.firm,
        };
        reads.take_units(plan.units.iter().map(read).collect());
        for unit in plan.minus.iter().map(read) {
            if reads.take(postings(&unit), budget.together) {
                reads.minus.push(unit);
            }
        }
        reads.take_orders();
        for pair in plan.units.windows(2) {
            reads.take_nearness(&pair[0], &pair[1], vocabulary);
        }
        reads
    }

    /// Returns the numbers of the chunk files to read.
    pub(super) fn chunks(&self) -> impl Iterator<Item = usize> {
        self.chunks.iter().copied()
    }

    /// Adds the chunk files of ranges when they fit into the budget, all or none.
    fn take(&mut self, ranges: Vec<Range<usize>>, budget: usize) -> bool {
        let new = ranges.iter().filter(|range| !range.is_empty()).flat_map(|range| self.files.holding(range));
        let new: BTreeSet<usize> = new.filter(|number| !self.chunks.contains(number)).collect();
        let bytes = self.size(new.iter().copied());
        if self.bytes + bytes > budget {
            return false;
        }
        self.bytes += bytes;
        self.chunks.extend(new);
        true
    }

    fn size(&self, chunks: impl Iterator<Item = usize>) -> usize {
        chunks.map(|number| self.files.start(number + 1) - self.files.start(number)).sum()
    }

    /// Takes the units, the rarest first; at least one, whatever it weighs.
    fn take_units(&mut self, units: Vec<Read>) {
        let pages = |unit: &Read| unit.ways.iter().flat_map(Way::sources).map(Source::pages).max();
        let mut order: Vec<usize> = (0..units.len()).collect();
        order.sort_by_key(|&number| (!units[number].firm, pages(&units[number]), number));
        let mut taken = BTreeSet::new();
        for number in order {
            let budget = if taken.is_empty() { usize::MAX } else { self.budget.postings };
            if self.take(postings(&units[number]), budget) {
                taken.insert(number);
            } else {
                self.cut = true;
            }
        }
        let units = units.into_iter().enumerate().filter(|(number, _)| taken.contains(number));
        self.units = units.map(|(_, unit)| unit).collect();
    }

    /// Takes positions of sequences, those that were asked for in quotes first.
    fn take_orders(&mut self) {
        for (firm, minus) in [(true, false), (true, true), (false, false)] {
            let mut units = std::mem::take(if minus { &mut self.minus } else { &mut self.units });
            for unit in units.iter_mut().filter(|unit| unit.firm == firm) {
                for way in unit.ways.iter_mut().filter(|way| way.is_sequence()) {
                    let positions = way.sources().flat_map(Source::positions).collect();
                    way.ordered = self.take(positions, self.budget.together);
                    self.cut |= !way.ordered && firm;
                }
            }
            *(if minus { &mut self.minus } else { &mut self.units }) = units;
        }
    }

    /// Takes positions of two plain words that stand side by side in the query.
    fn take_nearness(&mut self, first: &Unit, second: &Unit, vocabulary: &Vocabulary<'_>) {
        let (Some(first), Some(second)) = (plain(first), plain(second)) else { return };
        for (zone, weight) in CLOSE {
            let place = |slot: &Slot| -> Place {
                Source::of(slot, vocabulary).filter(|source| source.zone() == zone).collect()
            };
            let places = [place(first), place(second)];
            if places.iter().any(Vec::is_empty) {
                continue;
            }
            let sources = || places.iter().flatten();
            // A word that was left out is not read for the sake of nearness.
            let has = |range: Range<usize>| self.files.holding(&range).all(|n| self.chunks.contains(&n));
            let read = sources().flat_map(Source::postings).all(has);
            let positions = sources().flat_map(Source::positions).collect();
            if read && self.take(positions, self.budget.nearness) {
                self.near.push(Near { zone, weight, places });
            }
        }
    }
}

fn postings(unit: &Read) -> Vec<Range<usize>> {
    unit.ways.iter().flat_map(Way::sources).flat_map(Source::postings).collect()
}

/// Returns the slot of a unit that is one word with few readings.
fn plain(unit: &Unit) -> Option<&Slot> {
    match unit.alternatives.first()?.slots.as_slice() {
        [slot] if !slot.exact && slot.stems.len() <= 3 => Some(slot),
        _ => None,
    }
}
