//! Documents supersede each other in a circle: none of them could be the one in force.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::behaviour::{Subject, Succession};
use crate::diagnostic::suggest::several;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::PageId;
use crate::vocabulary::Vocabulary;

const RULE: RuleId = RuleId("lifecycle-cycle");

pub(super) fn check(subjects: &[Subject<'_>], _vocabularies: &[Vocabulary]) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for circle in circles(subjects) {
        // Each circle is reported once: at the page that comes first.
        let Some(first) = circle.iter().copied().filter(|id| subjects[id.0].published).min() else {
            continue;
        };
        let path = way_around(subjects, first, &circle);
        let titles = several(path.iter().map(|id| subjects[id.0].title), " → ");
        let subject = &subjects[first.0];
        let span = subject.typed(succession(subject).supersedes).map_or(subject.span, |typed| typed.span);
        problems.push(Diagnostic::error(RULE).at(span).arg("titles", titles).help("help"));
    }
    problems
}

/// The groups of documents that supersede each other in circles: the strongly connected ones, found in one walk
/// over all documents (Tarjan 1972).
pub(super) fn circles(subjects: &[Subject<'_>]) -> Vec<BTreeSet<PageId>> {
    let mut walk = Walk { low: vec![None; subjects.len()], path: Vec::new(), circles: Vec::new() };
    for at in 0..subjects.len() {
        walk.from(subjects, PageId(at));
    }
    walk.circles
}

/// The state of the walk.
struct Walk {
    /// The least number that a page on the path reaches; greater than any once the page is done with.
    low: Vec<Option<usize>>,
    /// The pages of which it is not known yet whether they are in a circle.
    path: Vec<PageId>,
    circles: Vec<BTreeSet<PageId>>,
}

impl Walk {
    fn from(&mut self, subjects: &[Subject<'_>], start: PageId) {
        if self.low[start.0].is_some() {
            return;
        }
        let mut stack = vec![self.enter(subjects, start)];
        while let Some((id, number, rest)) = stack.last_mut() {
            let (id, number) = (*id, *number);
            match rest.pop() {
                Some(next) if self.low[next.0].is_none() => stack.push(self.enter(subjects, next)),
                Some(next) => self.low[id.0] = self.low[id.0].min(self.low[next.0]),
                None => {
                    stack.pop();
                    if let Some((outer, ..)) = stack.last() {
                        self.low[outer.0] = self.low[outer.0].min(self.low[id.0]);
                    }
                    self.leave(subjects, id, number);
                }
            }
        }
    }

    /// Goes on to a page: with its number and what it leads to.
    fn enter(&mut self, subjects: &[Subject<'_>], id: PageId) -> (PageId, usize, Vec<PageId>) {
        let number = self.path.len();
        self.low[id.0] = Some(number);
        self.path.push(id);
        (id, number, superseded(&subjects[id.0]))
    }

    /// Takes a whole group off the path, once its first page is left.
    fn leave(&mut self, subjects: &[Subject<'_>], id: PageId, number: usize) {
        if self.low[id.0] != Some(number) {
            return;
        }
        let group: BTreeSet<PageId> = self.path.split_off(number).into_iter().collect();
        group.iter().for_each(|id| self.low[id.0] = Some(usize::MAX));
        if group.len() > 1 || superseded(&subjects[id.0]).contains(&id) {
            self.circles.push(group);
        }
    }
}

/// The shortest way from a page of a circle back to itself.
fn way_around(subjects: &[Subject<'_>], start: PageId, circle: &BTreeSet<PageId>) -> Vec<PageId> {
    let mut before: BTreeMap<PageId, PageId> = BTreeMap::new();
    let mut next = VecDeque::from([start]);
    while let Some(id) = next.pop_front() {
        for to in superseded(&subjects[id.0]).into_iter().filter(|to| circle.contains(to)) {
            if to == start {
                let mut way: Vec<PageId> =
                    std::iter::successors(Some(id), |id| before.get(id).copied()).collect();
                way.reverse();
                return way;
            }
            before.entry(to).or_insert_with(|| {
                next.push_back(to);
                id
            });
        }
    }
    vec![start]
}

/// What a document says it supersedes.
pub(super) fn superseded(subject: &Subject<'_>) -> Vec<PageId> {
    subject.pages(succession(subject).supersedes)
}

/// The fields by which documents follow each other.
pub(super) fn succession<'s>(subject: &Subject<'s>) -> Succession<'s> {
    subject.behaviours.succession().unwrap_or_default()
}
