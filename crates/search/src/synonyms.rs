//! Abbreviations and synonyms, compiled for matching: every member of a group stands for the others.

use crate::query::{Slot, is_idle};
use crate::stems::Stems;
use crate::text::{runs, split};
use std::ops::Range;

/// The groups of the site.
pub(crate) struct Synonyms {
    groups: Vec<Group>,
}

/// Members that stand for each other, and what one counts beside another.
struct Group {
    members: Vec<Member>,
    weight: f32,
}

/// What a spelling counts beside the one that was typed, and what a word counts that is only close to it.
const SAME: f32 = 0.8;
const NEAR: f32 = 0.45;

/// An abbreviation, a word or a phrase.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    /// As it is written.
    pub(crate) text: String,
    pub(crate) slots: Vec<Slot>,
}

/// A member of a group found in a query.
pub(crate) struct Found {
    /// The words that spell it.
    pub(crate) words: Range<usize>,
    /// The other members of the group.
    pub(crate) others: Vec<Member>,
    /// What they count beside what was typed.
    pub(crate) weight: f32,
}

impl Synonyms {
    pub(crate) fn new(groups: &[Vec<String>], near: &[Vec<String>], stems: &Stems) -> Self {
        let slot = |form: String| Slot { stems: stems.of(&form).into_iter().collect(), form, exact: false };
        let member = |text: &String| Member {
            text: text.clone(),
            slots: runs(text)
                .flat_map(|run| split(&text[run.range]))
                .filter(|piece| !piece.whole)
                .map(|piece| slot(piece.form))
                .collect(),
        };
        let members = |group: &Vec<String>| -> Vec<Member> {
            group.iter().map(member).filter(|member| !member.slots.is_empty()).collect()
        };
        let same = groups.iter().map(|group| Group { members: members(group), weight: SAME });
        let near = near.iter().map(|group| Group { members: members(group), weight: NEAR });
        Self { groups: same.chain(near).filter(|group| group.members.len() > 1).collect() }
    }

    /// Tells whether the word belongs to some member.
    pub(crate) fn knows(&self, stems: &[String]) -> bool {
        let mut slots = self.groups.iter().flat_map(|group| &group.members).flat_map(|member| &member.slots);
        slots.any(|slot| stems.iter().any(|stem| slot.stems.contains(stem)))
    }

    /// Finds members spelled by successive words; each word is given by the slots of its parts.
    pub(crate) fn find(&self, words: &[Vec<Slot>]) -> Vec<Found> {
        let mut found = Vec::new();
        for Group { members: group, weight } in &self.groups {
            for (number, member) in group.iter().enumerate() {
                for start in 0..words.len() {
                    if let Some(end) = spelled(&member.slots, &words[start..]) {
                        let others = group.iter().enumerate().filter(|(i, _)| *i != number);
                        let others = others.map(|(_, member)| member.clone()).collect();
                        found.push(Found { words: start..start + end, others, weight: *weight });
                    }
                }
            }
        }
        found
    }
}

/// Returns how many words spell the member from the beginning; small words are gone from queries.
fn spelled(member: &[Slot], words: &[Vec<Slot>]) -> Option<usize> {
    let telling: Vec<&Slot> =
        member.iter().filter(|slot| member.len() == 1 || !is_idle(&slot.form)).collect();
    let mut rest = telling.as_slice();
    if rest.is_empty() {
        return None;
    }
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
