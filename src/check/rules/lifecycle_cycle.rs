//! Documents supersede each other in a circle: none of them could be the one in force.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::diagnostic::suggest::several;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::Typed;
use crate::model::{Page, PageId, Site};
use crate::schema::LIFECYCLE;

const RULE: RuleId = RuleId("lifecycle-cycle");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for circle in circles(site) {
        // Each circle is reported once: at the page that comes first.
        let Some(first) = circle.iter().copied().filter(|id| site.page(*id).is_published()).min() else {
            continue;
        };
        let path = way_around(site, first, &circle);
        let titles = several(path.iter().map(|id| site.page(*id).title.as_str()), " → ");
        let page = site.page(first);
        let span = role(site, page, "supersedes").map_or(page.span, |typed| typed.span);
        problems.push(Diagnostic::error(RULE).at(span).arg("titles", titles).help("help"));
    }
    problems
}

/// The groups of documents that supersede each other in circles: the strongly connected ones, found in one walk
/// over all documents (Tarjan 1972).
pub(super) fn circles(site: &Site) -> Vec<BTreeSet<PageId>> {
    let mut walk = Walk { low: vec![None; site.pages.len()], path: Vec::new(), circles: Vec::new() };
    for at in 0..site.pages.len() {
        walk.from(site, PageId(at));
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
    fn from(&mut self, site: &Site, start: PageId) {
        if self.low[start.0].is_some() {
            return;
        }
        let mut stack = vec![self.enter(site, start)];
        while let Some((id, number, rest)) = stack.last_mut() {
            let (id, number) = (*id, *number);
            match rest.pop() {
                Some(next) if self.low[next.0].is_none() => stack.push(self.enter(site, next)),
                Some(next) => self.low[id.0] = self.low[id.0].min(self.low[next.0]),
                None => {
                    stack.pop();
                    if let Some((outer, ..)) = stack.last() {
                        self.low[outer.0] = self.low[outer.0].min(self.low[id.0]);
                    }
                    self.leave(site, id, number);
                }
            }
        }
    }

    /// Goes on to a page: with its number and what it leads to.
    fn enter(&mut self, site: &Site, id: PageId) -> (PageId, usize, Vec<PageId>) {
        let number = self.path.len();
        self.low[id.0] = Some(number);
        self.path.push(id);
        (id, number, superseded(site, site.page(id)))
    }

    /// Takes a whole group off the path, once its first page is left.
    fn leave(&mut self, site: &Site, id: PageId, number: usize) {
        if self.low[id.0] != Some(number) {
            return;
        }
        let group: BTreeSet<PageId> = self.path.split_off(number).into_iter().collect();
        group.iter().for_each(|id| self.low[id.0] = Some(usize::MAX));
        if group.len() > 1 || superseded(site, site.page(id)).contains(&id) {
            self.circles.push(group);
        }
    }
}

/// The shortest way from a page of a circle back to itself.
fn way_around(site: &Site, start: PageId, circle: &BTreeSet<PageId>) -> Vec<PageId> {
    let mut before: BTreeMap<PageId, PageId> = BTreeMap::new();
    let mut next = VecDeque::from([start]);
    while let Some(id) = next.pop_front() {
        for to in superseded(site, site.page(id)).into_iter().filter(|to| circle.contains(to)) {
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
pub(super) fn superseded(site: &Site, page: &Page) -> Vec<PageId> {
    let values = role(site, page, "supersedes").into_iter().flat_map(|typed| typed.value.items());
    values.filter_map(|value| value.page()).collect()
}

/// The field that plays a role in the life of a document.
pub(super) fn role<'a>(site: &Site, page: &'a Page, role: &str) -> Option<&'a Typed> {
    page.field(site.schema.kind(page.kind).behaviours.role(LIFECYCLE, role)?)
}
