//! What a word of the query stands for: alternatives, each a sequence of slots.

use std::collections::BTreeSet;

/// A place that one of several stems (or one exact form) fills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slot {
    /// Stems that fill the place.
    pub(crate) stems: BTreeSet<String>,
    /// The folded form as typed or corrected; matching it exactly ranks higher.
    pub(crate) form: String,
    /// Only the form counts.
    pub(crate) exact: bool,
}

/// One way to satisfy a unit: slots that follow each other.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Alternative {
    pub(crate) slots: Vec<Slot>,
    /// Words that may stand between or be swapped.
    pub(crate) slop: u32,
    pub(crate) weight: f32,
}

impl Alternative {
    pub(crate) fn one(slot: Slot, weight: f32) -> Self {
        Self { slots: vec![slot], slop: 0, weight }
    }
}

/// A word, a phrase or a mark of the query with all that may stand for it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unit {
    pub(crate) alternatives: Vec<Alternative>,
    /// Stays required when other words are given up.
    pub(crate) firm: bool,
    /// How rare the unit is on this site; filled in when the plan is complete.
    pub(crate) rarity: f32,
}

impl Unit {
    pub(crate) fn new(alternatives: Vec<Alternative>) -> Self {
        Self { alternatives, firm: false, rarity: 1.0 }
    }
}
