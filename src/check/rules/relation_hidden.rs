//! A field points to a document that is not published: readers will not see the link.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::Typed;
use crate::model::Site;

const RULE: RuleId = RuleId("relation-hidden");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (_, page) in site.published() {
        for (name, typed) in &page.fields {
            typed.leaves(name, &mut |_, leaf| problems.extend(hidden(site, leaf)));
        }
    }
    problems
}

fn hidden(site: &Site, typed: &Typed) -> Option<Diagnostic> {
    let page = Some(site.page(typed.value.page()?)).filter(|page| !page.is_published())?;
    let problem = Diagnostic::warning(RULE).at(typed.span).arg("id", &page.name);
    Some(problem.arg("title", &page.title).help("help"))
}
