//! A former address of one page is the address, or a former address, of another: only one redirect can work.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{PageId, Site, Typed, Value, former_address};
use crate::schema::known::ALIASES;
use crate::source::Span;

const RULE: RuleId = RuleId("alias-taken");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut claimed: BTreeMap<String, PageId> = BTreeMap::new();
    for (id, page) in site.published() {
        for (alias, span) in page.field(ALIASES).into_iter().flat_map(aliases) {
            let address = former_address(alias);
            let owner = site.by_url.get(&address).or_else(|| claimed.get(&address)).copied();
            match owner.filter(|owner| *owner != id) {
                Some(owner) => problems.push(taken(site, alias, span, owner)),
                None => drop(claimed.insert(address, id)),
            }
        }
    }
    problems
}

/// The former addresses as written, each with its place.
fn aliases(typed: &Typed) -> Vec<(&str, Span)> {
    let all = match &typed.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(typed),
    };
    let texts = all.iter().filter_map(|item| match &item.value {
        Value::Text(text) => Some((text.as_str(), item.span)),
        _ => None,
    });
    texts.collect()
}

fn taken(site: &Site, alias: &str, span: Span, owner: PageId) -> Diagnostic {
    let owner = site.page(owner);
    let problem = Diagnostic::error(RULE).at(span).label_key(owner.span, "label-owner");
    problem.arg("address", alias).arg("title", &owner.title).help("help")
}
