//! What the behaviours of kinds have to say: of each document by itself, and of all together.

use crate::behaviour::{ALL, Behaviours, Subject, Subjects};
use crate::diagnostic::Diagnostic;
use crate::model::{Page, PageId, Site};

/// What there is to say of a page by itself.
pub(super) fn alone(site: &Site, page: &Page) -> Vec<Diagnostic> {
    site.schema.kind(page.kind).behaviours.check(&page.fields)
}

/// What there is to say of a page and of what points to it.
pub(in crate::check) fn pointed(site: &Site, id: PageId) -> Vec<Diagnostic> {
    let subject = subject(site, id);
    let rules = ALL.iter().flat_map(|entry| entry.of_one);
    rules.flat_map(|rule| rule(&subject, &site.schema.vocabularies)).collect()
}

/// The pages of which something may be said so.
pub(in crate::check) fn pointed_at(site: &Site) -> Vec<PageId> {
    let rules = || ALL.iter().filter(|entry| !entry.of_one.is_empty());
    All(site).those(&|behaviours| rules().any(|entry| behaviours.has(entry.name)))
}

/// What there is to say of all pages together.
pub(in crate::check) fn together(site: &Site) -> Vec<Diagnostic> {
    let rules = ALL.iter().flat_map(|entry| entry.of_all);
    rules.flat_map(|rule| rule(&All(site), &site.schema.vocabularies)).collect()
}

/// Whether what is said of all pages together may hang on a page, if there is such a page: it is of a kind of which something is said so, or
/// a page of such a kind points to it.
pub(in crate::check) fn concerns(site: &Site, id: PageId) -> bool {
    let of_all = || ALL.iter().filter(|entry| !entry.of_all.is_empty());
    let is = |id: PageId| {
        let behaviours = &site.schema.kind(site.page(id).kind).behaviours;
        of_all().any(|entry| behaviours.has(entry.name))
    };
    let links = || site.backlinks.get(id).into_iter().flat_map(|links| links.iter());
    site.pages.get(id).is_some() && (is(id) || links().any(|link| link.field.is_some() && is(link.from)))
}

/// All documents of a site.
struct All<'s>(&'s Site);

impl Subjects for All<'_> {
    fn of(&self, page: PageId) -> Subject<'_> {
        subject(self.0, page)
    }

    fn those(&self, wanted: &dyn Fn(&Behaviours) -> bool) -> Vec<PageId> {
        let Self(site) = self;
        let is = |kind| wanted(&site.schema.kind(kind).behaviours);
        let seen = site.listed.iter().filter(|(kind, _)| is(**kind)).flat_map(|(_, pages)| pages);
        let unseen = site.apart.unseen.iter().filter(|id| is(site.names.kind(**id)));
        let mut those: Vec<PageId> = seen.chain(unseen).copied().collect();
        those.sort_unstable();
        those
    }
}

fn subject(site: &Site, id: PageId) -> Subject<'_> {
    let page = site.page(id);
    let behaviours = &site.schema.kind(page.kind).behaviours;
    // Nobody asks who points to anything but the page to which others belong.
    let links = || site.backlinks[id].iter();
    let pointed =
        behaviours.facets().next().map(|_| links().filter_map(|link| link.field.as_deref()).collect());
    Subject {
        values: &page.fields,
        behaviours,
        title: &page.title,
        span: page.span,
        published: page.is_published(),
        state: page.state.as_ref(),
        pointed: pointed.unwrap_or_default(),
    }
}
