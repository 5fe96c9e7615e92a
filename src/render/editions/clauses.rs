//! Clauses of two documents, paired.
//!
//! What says the same is the same clause, whatever its number has become. Between such clauses, those of one number are
//! taken for two wordings of one; what is left was added or removed.

use std::collections::HashMap;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::markup::SectionKind;
use crate::model::{Page, Site};

/// With more pairs of clauses or words than this nothing is searched for that says the same: a search costs their
/// product at worst, and no reader compares a text that is another one altogether.
pub(super) const MOST_PAIRS: usize = 4_000_000;

/// A clause, or a stretch under a heading.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Clause {
    /// Its anchor in its document.
    pub(super) anchor: String,
    /// Its number, else its heading.
    pub(super) name: String,
    /// What it says, a line for each paragraph.
    pub(super) text: String,
}

/// What became of a clause.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Change<'c> {
    /// It says the same under the same name.
    Same(&'c Clause, &'c Clause),
    /// It says the same under another number.
    Moved(&'c Clause, &'c Clause),
    /// It says something else.
    Changed(&'c Clause, &'c Clause),
    /// It is new.
    Added(&'c Clause),
    /// It is gone.
    Removed(&'c Clause),
}

/// A change and its place among all.
#[derive(Debug)]
pub(super) struct Piece<'c> {
    /// Its place from 1.
    pub(super) number: usize,
    /// What became of the clause.
    pub(super) change: Change<'c>,
}

impl Clause {
    /// The clauses of a text. What stands before the first of them are requisites, which pages show by themselves.
    pub(super) fn of(site: &Site, page: &Page) -> Vec<Self> {
        let parts = page.outline.sections.iter().filter(|section| section.kind != SectionKind::Lead);
        let clauses = parts.map(|section| {
            let words = [section.heading.clone(), section.text_with(|link| site.words_of_link(page, link))];
            Self {
                anchor: section.anchor.clone(),
                name: section.number.clone().unwrap_or_else(|| section.heading.clone()),
                text: words.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"),
            }
        });
        clauses.collect()
    }
}

impl<'c> Change<'c> {
    /// The word used in templates.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Same(..) => "same",
            Self::Moved(..) => "moved",
            Self::Changed(..) => "changed",
            Self::Added(_) => "added",
            Self::Removed(_) => "removed",
        }
    }

    /// The clause as it was, and as it is.
    pub(super) fn clauses(&self) -> (Option<&'c Clause>, Option<&'c Clause>) {
        match *self {
            Self::Same(old, new) | Self::Moved(old, new) | Self::Changed(old, new) => (Some(old), Some(new)),
            Self::Added(new) => (None, Some(new)),
            Self::Removed(old) => (Some(old), None),
        }
    }
}

/// What became of each clause, in the order of the new document; what is gone stands where it was.
pub(super) fn compared<'c>(old: &'c [Clause], new: &'c [Clause]) -> Vec<Piece<'c>> {
    let mut changes = Vec::with_capacity(new.len());
    // How far both are told.
    let (mut from_old, mut from_new) = (0, 0);
    for (at_old, at_new, length) in alike(old, new) {
        between(&old[from_old..at_old], &new[from_new..at_new], &mut changes);
        let pairs = old[at_old..at_old + length].iter().zip(&new[at_new..at_new + length]);
        changes.extend(pairs.map(|(old, new)| match old.name == new.name {
            true => Change::Same(old, new),
            false => Change::Moved(old, new),
        }));
        (from_old, from_new) = (at_old + length, at_new + length);
    }
    between(&old[from_old..], &new[from_new..], &mut changes);
    changes.into_iter().zip(1..).map(|(change, number)| Piece { number, change }).collect()
}

/// Runs of clauses that say the same: where each begins in both, and how long it is.
fn alike(old: &[Clause], new: &[Clause]) -> Vec<(usize, usize, usize)> {
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let texts = |clauses: &[Clause]| clauses.iter().map(said).collect::<Vec<_>>();
    let runs = capture_diff_slices(Algorithm::Myers, &texts(old), &texts(new));
    let equal = runs.iter().filter(|run| run.tag() == DiffTag::Equal);
    equal.map(|run| (run.old_range().start, run.new_range().start, run.old_range().len())).collect()
}

/// What a clause says, however its lines are broken.
fn said(clause: &Clause) -> String {
    clause.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Pairs clauses by their names.
fn between<'c>(old: &'c [Clause], new: &'c [Clause], changes: &mut Vec<Change<'c>>) {
    let places: HashMap<&str, usize> =
        old.iter().enumerate().rev().map(|(at, clause)| (clause.name.as_str(), at)).collect();
    let mut paired = vec![false; old.len()];
    let partner: Vec<Option<usize>> = new
        .iter()
        .map(|clause| {
            let at = *places.get(clause.name.as_str())?;
            (!std::mem::replace(&mut paired[at], true)).then_some(at)
        })
        .collect();
    let mut told = 0;
    for (clause, at) in new.iter().zip(partner) {
        let Some(at) = at else {
            changes.push(Change::Added(clause));
            continue;
        };
        changes.extend((told..at).filter(|gone| !paired[*gone]).map(|gone| Change::Removed(&old[gone])));
        told = told.max(at + 1);
        changes.push(if said(&old[at]) == said(clause) {
            Change::Same(&old[at], clause)
        } else {
            Change::Changed(&old[at], clause)
        });
    }
    changes.extend((told..old.len()).filter(|gone| !paired[*gone]).map(|gone| Change::Removed(&old[gone])));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clauses(lines: &[&str]) -> Vec<Clause> {
        let clause = |line: &&str| {
            let (name, text) = line.split_once(' ').unwrap();
            Clause { anchor: format!("p-{name}"), name: name.into(), text: text.into() }
        };
        lines.iter().map(clause).collect()
    }

    fn told(old: &[&str], new: &[&str]) -> Vec<String> {
        let (old, new) = (clauses(old), clauses(new));
        let name = |clause: Option<&Clause>| clause.map_or("", |clause| &clause.name).to_owned();
        let one = |piece: Piece<'_>| {
            let (old, new) = piece.change.clauses();
            format!("{} {}>{}", piece.change.name(), name(old), name(new))
        };
        compared(&old, &new).into_iter().map(one).collect()
    }

    #[test]
    fn clauses_are_added_removed_and_changed() {
        assert_eq!(
            told(
                &["1.1 один", "1.2 два", "1.3 три", "1.4 четыре"],
                &["1.1 один", "1.2 другое", "1.4 четыре", "1.5 пять"]
            ),
            ["same 1.1>1.1", "changed 1.2>1.2", "removed 1.3>", "same 1.4>1.4", "added >1.5"]
        );
    }

    #[test]
    fn a_clause_put_between_others_is_one_change() {
        assert_eq!(
            told(&["1.1 один", "1.2 два", "1.3 три"], &["1.1 один", "1.2 новый", "1.3 два", "1.4 три"]),
            ["same 1.1>1.1", "added >1.2", "moved 1.2>1.3", "moved 1.3>1.4"]
        );
    }

    #[test]
    fn texts_that_share_nothing_are_compared_by_numbers() {
        let many = |word: &str| (0..3000).map(|at| format!("{at} {word}{at}")).collect::<Vec<_>>();
        let (old, new) = (many("было"), many("стало"));
        let refs = |lines: &[String]| lines.iter().map(String::as_str).collect::<Vec<_>>().join("\n");
        let (old, new) = (refs(&old), refs(&new));
        let all = told(&old.lines().collect::<Vec<_>>(), &new.lines().collect::<Vec<_>>());
        assert_eq!(
            (all.len(), all[0].as_str(), all[2999].as_str()),
            (3000, "changed 0>0", "changed 2999>2999")
        );
    }

    #[test]
    fn nothing_is_lost_whatever_repeats() {
        let told = told(&["1 а", "1 б", "2 в"], &["2 г", "1 а", "1 д"]);
        let mut olds: Vec<&str> = told
            .iter()
            .filter_map(|one| one.split_once(' ')?.1.split_once('>'))
            .map(|(old, _)| old)
            .filter(|old| !old.is_empty())
            .collect();
        olds.sort_unstable();
        assert_eq!(olds, ["1", "1", "2"], "{told:?}");
    }
}
