//! Abbreviations and synonyms, compiled for matching: every member of a group stands for the others.

use crate::query::Slot;
use crate::stems::Stems;
use std::ops::Range;

/// The groups of the site.
pub(crate) struct Synonyms {
    groups: Vec<Vec<Vec<Slot>>>,
}

/// A member of a group found in a query.
pub(crate) struct Found {
    /// The words that spell it.
    pub(crate) words: Range<usize>,
    /// The other members of the group.
    pub(crate) others: Vec<Vec<Slot>>,
}

impl Synonyms {
    pub(crate) fn new(groups: &[Vec<Vec<String>>], stems: &Stems) -> Self {
        let slot = |form: &String| Slot {
            stems: stems.of(form).into_iter().collect(),
            form: form.clone(),
            exact: false,
        };
        let member = |words: &Vec<String>| words.iter().map(slot).collect();
        Self { groups: groups.iter().map(|group| group.iter().map(member).collect()).collect() }
    }

    /// Tells whether some member is this one word.
    pub(crate) fn knows(&self, stems: &[String]) -> bool {
        let is = |member: &Vec<Slot>| matches!(member.as_slice(), [one] if stems.iter().any(|s| one.stems.contains(s)));
        self.groups.iter().flatten().any(is)
    }

    /// Finds members spelled by successive words; each word is given by the slots of its parts.
    pub(crate) fn find(&self, words: &[Vec<Slot>]) -> Vec<Found> {
        let mut found = Vec::new();
        for group in &self.groups {
            for (number, member) in group.iter().enumerate() {
                for start in 0..words.len() {
                    if let Some(end) = spelled(member, &words[start..]) {
                        let others = group.iter().enumerate().filter(|(i, _)| *i != number);
                        let others = others.map(|(_, member)| member.clone()).collect();
                        found.push(Found { words: start..start + end, others });
                    }
                }
            }
        }
        found
    }
}

/// Returns how many words spell the member from the beginning.
fn spelled(member: &[Slot], words: &[Vec<Slot>]) -> Option<usize> {
    let mut rest = member;
    for (count, word) in words.iter().enumerate() {
        if rest.is_empty() {
            return Some(count);
        }
        if word.is_empty() || word.len() > rest.len() || !word.iter().zip(rest).all(|(a, b)| same(a, b)) {
            return None;
        }
        rest = &rest[word.len()..];
    }
    rest.is_empty().then_some(words.len())
}

fn same(a: &Slot, b: &Slot) -> bool {
    a.stems.intersection(&b.stems).next().is_some()
}
