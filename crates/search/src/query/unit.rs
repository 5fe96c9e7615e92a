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
    /// Instead of words: what happens on some of these days.
    pub(crate) days: Option<(i32, i32)>,
}

impl Alternative {
    pub(crate) fn one(slot: Slot, weight: f32) -> Self {
        Self::sequence(vec![slot], weight)
    }

    /// Words that follow each other.
    pub(crate) fn sequence(slots: Vec<Slot>, weight: f32) -> Self {
        Self { slots, slop: 0, weight, days: None }
    }

    /// What happens on some of the days.
    pub(crate) fn happening(days: (i32, i32), weight: f32) -> Self {
        Self { slots: Vec::new(), slop: 0, weight, days: Some(days) }
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
