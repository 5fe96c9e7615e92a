//! Documents supersede each other in a circle: none of them could be the one in force.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Page, PageId, Site, Typed, Value};
use crate::schema::LIFECYCLE;

const RULE: RuleId = RuleId("lifecycle-cycle");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (id, page) in site.published() {
        // Each circle is reported once: at the page that comes first.
        if let Some(path) = circle(site, id)
            && path.iter().min() == Some(&id)
        {
            let titles: Vec<&str> = path.iter().map(|id| site.page(*id).title.as_str()).collect();
            let span = role(site, page, "supersedes").map_or(page.span, |typed| typed.span);
            problems.push(Diagnostic::error(RULE).at(span).arg("titles", titles.join(" → ")).help("help"));
        }
    }
    problems
}

/// The documents on the way from a page back to itself.
pub(super) fn circle(site: &Site, start: PageId) -> Option<Vec<PageId>> {
    if superseded(site, site.page(start)).is_empty() {
        return None;
    }
    let (mut path, mut stack, mut seen) = (Vec::new(), vec![(start, 0)], vec![false; site.pages.len()]);
    while let Some((id, depth)) = stack.pop() {
        path.truncate(depth);
        path.push(id);
        for next in superseded(site, site.page(id)) {
            if next == start {
                return Some(path);
            }
            if !std::mem::replace(&mut seen[next.0], true) {
                stack.push((next, depth + 1));
            }
        }
    }
    None
}

/// What a document says it supersedes.
pub(super) fn superseded(site: &Site, page: &Page) -> Vec<PageId> {
    let values = role(site, page, "supersedes").into_iter().flat_map(|typed| typed.value.items());
    values
        .filter_map(|value| if let Value::Relation(relation) = value { relation.page } else { None })
        .collect()
}

/// The field that plays a role in the life of a document.
pub(super) fn role<'a>(site: &Site, page: &'a Page, role: &str) -> Option<&'a Typed> {
    page.field(site.schema.kind(page.kind).behaviours.role(LIFECYCLE, role)?)
}
