//! What the behaviours of kinds have to say: of each document by itself, and of all together.

use crate::behaviour::{ALL, Subject};
use crate::diagnostic::Diagnostic;
use crate::model::{Page, PageId, Site};

/// What there is to say of a page by itself.
pub(super) fn alone(site: &Site, page: &Page) -> Vec<Diagnostic> {
    site.schema.kind(page.kind).behaviours.check(&page.fields)
}

/// What there is to say of all pages together.
pub(super) fn together(site: &Site) -> Vec<Diagnostic> {
    let subjects: Vec<Subject<'_>> = (0..site.pages.len()).map(|at| subject(site, PageId(at))).collect();
    let rules = ALL.iter().flat_map(|entry| entry.rules);
    rules.flat_map(|rule| rule(&subjects, &site.schema.vocabularies)).collect()
}

fn subject(site: &Site, id: PageId) -> Subject<'_> {
    let page = site.page(id);
    let behaviours = &site.schema.kind(page.kind).behaviours;
    // Nobody asks who points to anything but the page to which others belong.
    let links = site.backlinks[id.0].iter().filter(|_| behaviours.facets().next().is_some());
    Subject {
        values: &page.fields,
        behaviours,
        title: &page.title,
        span: page.span,
        published: page.is_published(),
        state: page.state.as_ref(),
        pointed: links.filter_map(|link| link.field.as_deref()).collect(),
    }
}
