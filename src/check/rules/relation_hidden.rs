//! A field points to a document that is not published: readers will not see the link.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Site, Typed, Value};

const RULE: RuleId = RuleId("relation-hidden");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (_, page) in site.published() {
        page.fields.values().for_each(|typed| hidden(site, typed, &mut problems));
    }
    problems
}

fn hidden(site: &Site, typed: &Typed, problems: &mut Vec<Diagnostic>) {
    match &typed.value {
        Value::Relation(relation) => {
            let page = relation.page.map(|id| site.page(id)).filter(|page| !page.is_published());
            problems.extend(page.map(|page| {
                Diagnostic::warning(RULE)
                    .at(typed.span)
                    .arg("id", &relation.id)
                    .arg("title", &page.title)
                    .help("help")
            }));
        }
        Value::List(items) => items.iter().for_each(|item| hidden(site, item, problems)),
        Value::Group(fields) => fields.values().for_each(|inner| hidden(site, inner, problems)),
        _ => {}
    }
}
