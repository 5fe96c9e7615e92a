//! What the behaviours of kinds have to say: of each document by itself, and of all together.

use crate::behaviour::{ALL, Subject};
use crate::diagnostic::Diagnostic;
use crate::model::{PageId, Site};

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let subjects: Vec<Subject<'_>> = (0..site.pages.len()).map(|at| subject(site, PageId(at))).collect();
    let alone = subjects.iter().flat_map(|subject| subject.behaviours.check(subject.values));
    let rules = ALL.iter().flat_map(|entry| entry.rules);
    let together = rules.flat_map(|rule| rule(&subjects, &site.schema.vocabularies));
    alone.chain(together).collect()
}

fn subject(site: &Site, id: PageId) -> Subject<'_> {
    let page = site.page(id);
    Subject {
        values: &page.fields,
        behaviours: &site.schema.kind(page.kind).behaviours,
        title: &page.title,
        span: page.span,
        published: page.is_published(),
        state: page.state.as_ref(),
        pointed: site.backlinks[id.0].iter().filter_map(|link| link.field.as_deref()).collect(),
    }
}
