//! A former address of one page is the address of another, living one: the redirect could never work.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Site, Value};

const RULE: RuleId = RuleId("alias-taken");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (id, page) in site.published() {
        for typed in page.field("aliases").into_iter().flat_map(|typed| match &typed.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(typed),
        }) {
            let Value::Text(alias) = &typed.value else { continue };
            let taken =
                site.by_url.get(&format!("/{}/", alias.trim_matches('/'))).filter(|taken| **taken != id);
            if let Some(taken) = taken {
                let problem =
                    Diagnostic::error(RULE).at(typed.span).label_key(site.page(*taken).span, "label-owner");
                problems
                    .push(problem.arg("address", alias).arg("title", &site.page(*taken).title).help("help"));
            }
        }
    }
    problems
}
