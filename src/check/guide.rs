//! Tells where a link that leads nowhere may have been meant to lead.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::suggest::Names;
use crate::markup::slug;
use crate::model::{Goal, Owner, PageId, Site};

/// A site with what is sought among: prepared for the first dead link of a sort, it serves all others.
pub(super) struct Guide<'s> {
    pub(super) site: &'s Site,
    addresses: OnceLock<Names>,
    /// Names and titles.
    names: OnceLock<Names>,
    /// The last parts of former addresses of pages.
    former: OnceLock<BTreeMap<String, PageId>>,
    /// The numbers of clauses and sections by page.
    places: Mutex<BTreeMap<PageId, Arc<Names>>>,
}

impl<'s> Guide<'s> {
    /// Makes ready.
    pub(super) fn new(site: &'s Site) -> Self {
        let (addresses, names, former, places) = Default::default();
        Self { site, addresses, names, former, places }
    }

    /// Adds the nearest address.
    pub(super) fn no_address(&self, address: &str, dead: Diagnostic) -> Diagnostic {
        let suggested = || self.site.routes.all().filter(|route| route.is_suggested());
        if let Some(page) =
            address.strip_suffix(".html").and_then(|address| self.site.routes.at(&format!("{address}/")))
        {
            return dead.arg("similar", page.address.as_str()).help("help-similar");
        }
        let known = self.addresses.get_or_init(|| names(suggested().map(|route| route.address.as_str())));
        similar(known, address, dead, ("help-similar", "help-address"))
    }

    /// Adds the nearest place of a page.
    pub(super) fn no_place(&self, id: PageId, place: &str, dead: Diagnostic) -> Diagnostic {
        let page = self.site.page(id);
        let numbers =
            || names(page.outline.sections.iter().filter_map(|section| section.number.as_deref())).into();
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let known = Arc::clone(places.entry(id).or_insert_with(numbers));
        drop(places);
        let dead = dead.arg("title", &page.title).arg("place", place);
        similar(&known, place, dead, ("help-place-similar", "help-place"))
    }

    /// Adds the names of the pages that are titled so, else the nearest name or title.
    pub(super) fn no_name(&self, name: &str, dead: Diagnostic) -> Diagnostic {
        let titled = self.site.titled(name);
        if titled.len() > 1 {
            let names = titled.iter().map(|id| format!("[[{}]]", self.site.page(*id).name));
            return dead.arg("names", names.collect::<Vec<_>>().join(", ")).help("help-titles");
        }
        if let Some(renamed) = self.renamed(name) {
            return dead.arg("similar", format!("[[{}]]", self.site.page(renamed).name)).help("help-renamed");
        }
        let known = self.names.get_or_init(|| names(self.site.names.all().chain(self.titles())));
        similar(known, name, dead, ("help-similar", "help-id"))
    }

    /// The page that an earlier name of a file stands for: its former address leads there.
    fn renamed(&self, name: &str) -> Option<PageId> {
        let end = format!("/{}/", slug(name.strip_suffix(".md").unwrap_or(name)));
        let former = self.former.get_or_init(|| {
            let routes = self.site.routes.all();
            let of_pages = routes.filter_map(|route| match route.owner {
                Owner::Redirect(Goal::Page(id)) => Some((route.address.as_str(), id)),
                _ => None,
            });
            let last = |address: &str| Some(address[address.trim_end_matches('/').rfind('/')?..].to_owned());
            of_pages.filter_map(|(address, id)| Some((last(address)?, id))).collect()
        });
        former.get(&end).copied()
    }

    /// Adds the page or the file of the same name written otherwise: `b.html` for `b.md`, `План.pdf` for `план.pdf`.
    pub(super) fn no_file(&self, folder: &str, path: &str, dead: Diagnostic) -> Diagnostic {
        let path = path.split(['?', '#']).next().unwrap_or(path).trim_end_matches('/');
        let name = path.rsplit('/').next().unwrap_or(path);
        let page =
            ["", ".md", ".html", ".htm"].iter().find_map(|end| self.site.named_as(name.strip_suffix(end)?));
        if let Some(page) = page {
            return dead.arg("similar", format!("[[{}]]", self.site.page(page).name)).help("help-similar");
        }
        match self.site.file_table.similar(folder, path) {
            Some(similar) => dead.arg("similar", similar).help("help-similar"),
            None => dead.help("help-file"),
        }
    }

    /// The titles that name one page: the others would not help.
    fn titles(&self) -> impl Iterator<Item = &str> {
        let titles = self.site.published().map(|(_, page)| page.title.as_str());
        titles.filter(|title| self.site.titled(title).len() == 1)
    }
}

fn names<'a>(names: impl Iterator<Item = &'a str>) -> Names {
    Names::new(names.map(|name| (name, name)))
}

/// Offers the nearest name with the first help, or gives the second.
fn similar(known: &Names, written: &str, dead: Diagnostic, help: (&'static str, &'static str)) -> Diagnostic {
    match known.nearest(written).first() {
        Some(similar) => dead.arg("similar", *similar).help(help.0),
        None => dead.help(help.1),
    }
}
