//! A document that another one supersedes still says that it is in force.

use std::collections::{BTreeMap, BTreeSet};

use super::lifecycle_cycle::{circles, role, superseded};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Page, PageId, Site};
use crate::schema::TermState;

const RULE: RuleId = RuleId("lifecycle-superseded-in-force");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let in_circle: BTreeSet<PageId> = circles(site).into_iter().flatten().collect();
    for (old, new) in successors(site) {
        let page = site.page(old);
        let in_force = says_in_force(site, page);
        let successor = site.page(new);
        // A successor that is only a draft or a project has superseded nothing yet.
        let adopted = successor.state.as_ref().is_none_or(|state| state.state != TermState::Draft);
        // Of documents in a circle none can be told to be the older one.
        if in_force && adopted && page.is_published() && !in_circle.contains(&old) {
            let span = role(site, page, "status").map_or(page.span, |typed| typed.span);
            let at = role(site, successor, "supersedes").map_or(successor.span, |typed| typed.span);
            let problem = Diagnostic::error(RULE).at(span).label_key(at, "label-successor");
            problems.push(problem.arg("title", &page.title).arg("successor", &successor.title).help("help"));
        }
    }
    problems
}

/// Whether a document calls itself in force, be its time over or not: readers and search believe the word.
fn says_in_force(site: &Site, page: &Page) -> bool {
    match role(site, page, "status").and_then(|typed| typed.value.term()) {
        Some(term) => site.schema.term(term).state == Some(TermState::InForce),
        None => page.state.as_ref().is_some_and(|state| state.state == TermState::InForce),
    }
}

/// Superseded documents and what supersedes them, from both sides of the relation.
fn successors(site: &Site) -> BTreeMap<PageId, PageId> {
    let mut successors = BTreeMap::new();
    for (id, page) in site.published() {
        successors.extend(superseded(site, page).into_iter().map(|old| (old, id)));
        let by = role(site, page, "superseded_by").into_iter().flat_map(|typed| typed.value.items());
        successors.extend(by.filter_map(|value| value.page()).map(|new| (id, new)));
    }
    successors
}
