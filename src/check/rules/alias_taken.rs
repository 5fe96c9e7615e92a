//! A former address of one page is the address, or a former address, of another: only one redirect can work.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{PageId, Site};
use crate::source::Span;

const RULE: RuleId = RuleId("alias-taken");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut claimed: BTreeMap<&str, PageId> = BTreeMap::new();
    for id in site.apart.aliased.iter().copied() {
        for (address, span) in &site.page(id).former {
            let address = address.as_str();
            let owner = site.by_url.get(address).or_else(|| claimed.get(address)).copied();
            match owner.filter(|owner| *owner != id) {
                Some(owner) => problems.push(taken(site, address, *span, owner)),
                None => drop(claimed.insert(address, id)),
            }
        }
    }
    problems
}

fn taken(site: &Site, alias: &str, span: Span, owner: PageId) -> Diagnostic {
    let owner = site.page(owner);
    let problem = Diagnostic::error(RULE).at(span).label_key(owner.span, "label-owner");
    problem.arg("address", alias).arg("title", &owner.title).help("help")
}
