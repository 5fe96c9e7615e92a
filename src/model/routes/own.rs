//! The addresses of each page: its own, and those of the files that are made of it and lie below.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::archive::{self, Archive};
use super::super::{Agenda, Page, PageId, Site, agenda};
use super::{Letter, Owner, Route, RoutePlan};
use crate::artifact::file_of;
use crate::theme::Theme;

/// The template of the text in an archive of files.
pub(crate) const ARCHIVE: &str = "archive.txt";
/// The text of a document with clauses as a file of Word, below its address.
const WORD: &str = "editable.docx";
/// The template of a document beside the one whose place it took.
pub(crate) const CHANGES: &str = "changes.html";

/// What lies at the addresses of a page: its own, then those of files and pages that are made of it.
pub(super) fn of_page(site: &Site, id: PageId, theme: &Theme) -> Vec<Route> {
    let Some(page) = site.pages.get(id).filter(|page| page.is_published()) else { return Vec::new() };
    let is_event = agenda::standing(page, &site.schema, &site.pages).is_some();
    let has_changes = site.former.contains_key(&id) && theme.has_template(CHANGES);
    let archive = archived(site, page, theme);
    let packed = archive.as_ref().map_or("", |archive| archive.name.as_str());
    let all = [
        (!page.name.is_empty(), "", Owner::Page(id), page.is_listed()),
        (is_event, "event.ics", Owner::Event(id), false),
        (
            site.agendas.contains_key(&Agenda::Page(id)),
            "calendar.ics",
            Owner::Calendar(Agenda::Page(id)),
            false,
        ),
        (has_feed(site, page), "feed.xml", Owner::PageFeed(id), false),
        (site.hours(page).is_some(), "hours.ics", Owner::Hours(id), false),
        (archive.is_some(), packed, Owner::Archive(id), false),
        (is_taken_back(site, page), WORD, Owner::Word(id), false),
        (has_changes, "changes/", Owner::Changes(id), page.is_listed()),
    ];
    let routes = all.into_iter().filter(|(is, ..)| *is).filter_map(|(_, below, owner, listed)| {
        let address = format!("{}{below}", page.url);
        // What can be no path has its message where it is written.
        file_of(&address).map(|path| Route { address, path, owner, listed })
    });
    routes.collect()
}

/// Whether what belongs to a page is told of in a feed, as its kind says.
fn has_feed(site: &Site, page: &Page) -> bool {
    page.is_listed() && site.schema.kind(page.kind).list.as_ref().is_some_and(|list| list.page_feeds)
}

/// Whether a document is for others to adapt: it has clauses, and words in them.
fn is_taken_back(site: &Site, page: &Page) -> bool {
    site.schema.kind(page.kind).behaviours.have_clauses() && !page.outline.sections.is_empty()
}

/// The archive of a page's files, where the theme draws the text that goes with them.
fn archived(site: &Site, page: &Page, theme: &Theme) -> Option<Archive> {
    archive::of(site, page).filter(|_| theme.has_template(ARCHIVE))
}

impl RoutePlan {
    /// The plan of a site that has the addresses of one before but for those of pages that changed, came or went. Nothing
    /// where two want one address: then all is planned in its order.
    pub(crate) fn followed(
        before: &Site,
        site: &Site,
        moved: &[PageId],
        (letters, theme): (&Arc<Vec<Letter>>, &Theme),
    ) -> Option<Self> {
        let plan = &before.routes;
        let mut next = Self { letters: Arc::clone(letters), former: Arc::default(), ..plan.clone() };
        if next.clashes().next().is_some() {
            return None;
        }
        let agendas = |site: &Site| {
            let page = |agenda: &Agenda| if let Agenda::Page(id) = agenda { Some(*id) } else { None };
            site.agendas.keys().filter_map(page).collect::<BTreeSet<_>>()
        };
        let former = |site: &Site| site.former.keys().copied().collect::<BTreeSet<_>>();
        // A file may have grown too large although its page is the same.
        let packed = |site: &Site| {
            let all = site.published().filter(|(_, page)| archive::of(site, page).is_some());
            all.map(|(id, _)| id).collect::<BTreeSet<_>>()
        };
        let of_others = &(&agendas(before) ^ &agendas(site)) | &(&former(before) ^ &former(site));
        let of_others = &of_others | &(&packed(before) ^ &packed(site));
        let asked = of_others.into_iter().chain(moved.iter().copied());
        let routes: BTreeMap<PageId, Vec<Route>> = asked.map(|id| (id, of_page(site, id, theme))).collect();
        let others: Vec<(PageId, Vec<Route>)> =
            routes.into_iter().filter(|(id, routes)| !plan.pages.of_page(*id).eq(routes)).collect();
        if others.is_empty() {
            return Some(next);
        }
        let pages = Arc::make_mut(&mut next.pages);
        others.iter().for_each(|(id, _)| pages.take(*id));
        for route in others.into_iter().flat_map(|(_, routes)| routes) {
            if next.owner_of(&route.path, route.owner.is_made()).is_some() {
                return None;
            }
            Arc::make_mut(&mut next.pages).put(route);
        }
        (next.parts_of_map() == plan.parts_of_map()).then_some(next)
    }
}
