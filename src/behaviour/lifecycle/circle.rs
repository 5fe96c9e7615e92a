//! Documents supersede each other in a circle: none of them could be the one in force.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::behaviour::{Subject, Subjects, Succession};
use crate::diagnostic::suggest::several;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::PageId;
use crate::vocabulary::Vocabulary;

const RULE: RuleId = RuleId("lifecycle-cycle");

pub(super) fn check(subjects: &dyn Subjects, _vocabularies: &[Vocabulary]) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for circle in circles(subjects) {
        // Each circle is reported once: at the page that comes first.
        let Some(first) = circle.iter().copied().filter(|id| subjects.of(*id).published).min() else {
            continue;
        };
        let path = way_around(subjects, first, &circle);
        let titles = several(path.iter().map(|id| subjects.of(*id).title), " → ");
        let subject = subjects.of(first);
        let span = subject.typed(succession(&subject).supersedes).map_or(subject.span, |typed| typed.span);
        problems.push(Diagnostic::error(RULE).at(span).arg("titles", titles).help("help"));
    }
    problems
}

/// The groups of documents that supersede each other in circles: the strongly connected ones, found in one walk
/// over all documents (Tarjan 1972).
pub(super) fn circles(subjects: &dyn Subjects) -> Vec<BTreeSet<PageId>> {
    let mut walk = Walk { low: BTreeMap::new(), path: Vec::new(), circles: Vec::new() };
    for id in followers(subjects) {
        walk.from(subjects, id);
    }
    walk.circles
}

/// The state of the walk.
struct Walk {
    /// The least number that a page on the path reaches; greater than any once the page is done with.
    low: BTreeMap<PageId, usize>,
    /// The pages of which it is not known yet whether they are in a circle.
    path: Vec<PageId>,
    circles: Vec<BTreeSet<PageId>>,
}

impl Walk {
    fn from(&mut self, subjects: &dyn Subjects, start: PageId) {
        if self.low.contains_key(&start) {
            return;
        }
        let mut stack = vec![self.enter(subjects, start)];
        while let Some((id, number, rest)) = stack.last_mut() {
            let (id, number) = (*id, *number);
            match rest.pop() {
                Some(next) if self.low.contains_key(&next) => self.reach(id, next),
                Some(next) => stack.push(self.enter(subjects, next)),
                None => {
                    stack.pop();
                    if let Some((outer, ..)) = stack.last() {
                        self.reach(*outer, id);
                    }
                    self.leave(subjects, id, number);
                }
            }
        }
    }

    /// A page reaches what another one reaches.
    fn reach(&mut self, id: PageId, other: PageId) {
        let least = self.low[&id].min(self.low[&other]);
        self.low.insert(id, least);
    }

    /// Goes on to a page: with its number and what it leads to.
    fn enter(&mut self, subjects: &dyn Subjects, id: PageId) -> (PageId, usize, Vec<PageId>) {
        let number = self.path.len();
        self.low.insert(id, number);
        self.path.push(id);
        (id, number, superseded(&subjects.of(id)))
    }

    /// Takes a whole group off the path, once its first page is left.
    fn leave(&mut self, subjects: &dyn Subjects, id: PageId, number: usize) {
        if self.low[&id] != number {
            return;
        }
        let group: BTreeSet<PageId> = self.path.split_off(number).into_iter().collect();
        self.low.extend(group.iter().map(|id| (*id, usize::MAX)));
        if group.len() > 1 || superseded(&subjects.of(id)).contains(&id) {
            self.circles.push(group);
        }
    }
}

/// The shortest way from a page of a circle back to itself.
fn way_around(subjects: &dyn Subjects, start: PageId, circle: &BTreeSet<PageId>) -> Vec<PageId> {
    let mut before: BTreeMap<PageId, PageId> = BTreeMap::new();
    let mut next = VecDeque::from([start]);
    while let Some(id) = next.pop_front() {
        for to in superseded(&subjects.of(id)).into_iter().filter(|to| circle.contains(to)) {
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

/// The pages of kinds whose documents follow each other.
pub(super) fn followers(subjects: &dyn Subjects) -> Vec<PageId> {
    subjects.those(&|behaviours| behaviours.succession().is_some())
}

/// What a document says it supersedes.
pub(super) fn superseded(subject: &Subject<'_>) -> Vec<PageId> {
    subject.pages(succession(subject).supersedes)
}

/// The fields by which documents follow each other.
pub(super) fn succession<'s>(subject: &Subject<'s>) -> Succession<'s> {
    subject.behaviours.succession().unwrap_or_default()
}
