//! A document that another one supersedes still says that it is in force.

use std::collections::{BTreeMap, BTreeSet};

use super::circle::{circles, followers, succession, superseded};
use crate::behaviour::{State, Subject, Subjects};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::PageId;
use crate::vocabulary::{TermState, Vocabulary};

const RULE: RuleId = RuleId("lifecycle-superseded-in-force");

pub(super) fn check(subjects: &dyn Subjects, vocabularies: &[Vocabulary]) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let in_circle: BTreeSet<PageId> = circles(subjects).into_iter().flatten().collect();
    for (old, new) in successors(subjects) {
        let (subject, successor) = (&subjects.of(old), &subjects.of(new));
        // A successor that is only a project, or whose first day is still to come, has superseded nothing yet.
        let waits = |state: &State| matches!(state.state, TermState::Draft | TermState::Awaited);
        let adopted = successor.state.is_none_or(|state| !waits(state));
        // Of documents in a circle none can be told to be the older one.
        if says_in_force(subject, vocabularies) && adopted && subject.published && !in_circle.contains(&old) {
            let span = subject.typed(succession(subject).status).map_or(subject.span, |typed| typed.span);
            let at = successor.typed(succession(successor).supersedes);
            let at = at.map_or(successor.span, |typed| typed.span);
            let problem = Diagnostic::error(RULE).at(span).label_key(at, "label-successor");
            problems.push(problem.arg("title", subject.title).arg("successor", successor.title).help("help"));
        }
    }
    problems
}

/// Whether a document calls itself in force, be its time over or not: readers and search believe the word.
fn says_in_force(subject: &Subject<'_>, vocabularies: &[Vocabulary]) -> bool {
    let term = subject.typed(succession(subject).status).and_then(|typed| typed.value.term());
    match term {
        Some(term) => State::chosen(term, vocabularies).is_some_and(|said| said.state == TermState::InForce),
        None => subject.state.is_some_and(|state| state.state == TermState::InForce),
    }
}

/// Superseded documents and what supersedes them, from both sides of the relation.
fn successors(subjects: &dyn Subjects) -> BTreeMap<PageId, PageId> {
    let mut successors = BTreeMap::new();
    let all = followers(subjects).into_iter().map(|id| (id, subjects.of(id)));
    for (id, subject) in all.filter(|(_, subject)| subject.published) {
        let subject = &subject;
        successors.extend(superseded(subject).into_iter().map(|old| (old, id)));
        let by = subject.pages(succession(subject).superseded_by);
        successors.extend(by.into_iter().map(|new| (id, new)));
    }
    successors
}
