//! A field points to a document that is not published: readers will not see the link.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Backlink, Page, Site};

const RULE: RuleId = RuleId("relation-hidden");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let pointed = site.apart.unseen.iter().flat_map(|id| {
        let links = site.backlinks[*id].iter().filter(|link| link.field.is_some());
        links.map(|link| told(site.page(*id), link))
    });
    pointed.collect()
}

fn told(page: &Page, link: &Backlink) -> Diagnostic {
    let problem = Diagnostic::warning(RULE).at(link.span).arg("id", &page.name);
    problem.arg("title", &page.title).help("help")
}
