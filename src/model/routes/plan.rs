//! Planning: who wants which address, in the order of precedence. What the program makes comes first, so that
//! nothing of the content takes its place; former addresses come last.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::{Agenda, FileId, PageId, Pages, Proof, Redirect, Site, SiteFile};
use super::letters::{Letter, MAP};
use super::own::of_page;
use super::paging::{self, PER_TERM_PAGE, leaves};
use super::{
    DataForm, Owner, Route, RoutePlan, System, data_of, feed_of, term_address, vocabulary_root, year_of,
};
use crate::artifact::{OutPath, file_of};
use crate::picture;
use crate::schema::{KindIndex, VocabularyIndex};
use crate::theme::Theme;

/// The standard of maps for search engines allows so many addresses in one file.
pub(crate) const IN_ONE_SITEMAP: usize = 50_000;

/// The template of what is to come.
pub(crate) const CALENDAR: &str = "calendar.html";
/// The template of a month.
pub(crate) const MONTH: &str = "month.html";
/// The template of what concerns one reader.
pub(crate) const MINE: &str = "my.html";
/// The template of how pages are shown.
pub(crate) const VIEW: &str = "view.html";
/// The template of what browsers are told of the search.
pub(crate) const OPEN_SEARCH: &str = "opensearch.xml";
/// The template of what phones are told of the site, to put it among their programs.
pub(crate) const MANIFEST: &str = "manifest.json";
/// The template of the text of an attachment.
pub(crate) const TWIN: &str = "twin.html";
/// The template of the register of certificates.
pub(crate) const PROOFS: &str = "proofs.html";
/// The template of the sheet of a week.
pub(crate) const WEEK: &str = "week.html";
/// The template of the page on calendars.
pub(crate) const SUBSCRIBE: &str = "subscribe.html";

impl RoutePlan {
    /// Plans all but files and former addresses.
    pub(crate) fn of_site(site: &Site, letters: Arc<Vec<Letter>>, theme: &Theme) -> Self {
        let mut plan = Self { letters, ..Self::default() };
        plan.system(site, theme.has_worker());
        plan.told(site, theme);
        plan.lists(site);
        plan.vocabularies(site);
        plan.calendars(site);
        plan.calendar_pages(site, theme);
        if !site.ledger.is_empty() && theme.has_template(PROOFS) {
            plan.add("/proofs/".into(), Owner::System(System::Proofs), true);
        }
        if theme.has_template(MINE) {
            plan.add("/my/".into(), Owner::System(System::Mine), true);
        }
        if theme.has_template(VIEW) {
            plan.add("/view/".into(), Owner::System(System::View), true);
        }
        for id in site.names.ids() {
            of_page(site, *id, theme).into_iter().for_each(|route| plan.put(route));
        }
        plan.sitemap();
        plan
    }

    /// Plans the files that are taken along, the pages of their texts where the theme draws them, and the pictures that are
    /// made to be shown.
    pub(crate) fn publish(&mut self, files: &[SiteFile], settings: &picture::Settings, theme: &Theme) {
        self.files = Arc::default();
        for (at, file) in files.iter().enumerate().filter(|(_, file)| file.used) {
            let (address, path) = (format!("/{}", file.path.as_str()), file.path.clone());
            self.put(Route { address, path, owner: Owner::File(FileId(at)), listed: false });
        }
        if theme.has_template(TWIN) {
            for (at, file) in files.iter().enumerate() {
                file.twin().into_iter().for_each(|twin| self.add(twin, Owner::Twin(FileId(at)), false));
            }
        }
        for (at, file) in files.iter().enumerate().filter(|(_, file)| file.shown) {
            for (number, operation) in file.pictures(settings).iter().enumerate() {
                let Some(path) = file.path_of(operation) else { continue };
                let (address, owner) = (format!("/{}", path.as_str()), Owner::Picture(FileId(at), number));
                self.put(Route { address, path, owner, listed: false });
            }
        }
    }

    /// Adds the wordings of documents that have a certificate.
    pub(crate) fn certify(&mut self, proofs: &[Proof], pages: &Pages) {
        let certified: BTreeSet<PageId> = proofs.iter().filter_map(|proof| proof.page).collect();
        for id in certified {
            self.add(format!("{}proof.txt", pages[id].url), Owner::Wording(id), false);
        }
    }

    /// Takes the former addresses of a plan that is the same but for these.
    pub(crate) fn redirected_as(&mut self, other: &Self) {
        self.former = Arc::clone(&other.former);
    }

    /// Whether another plan has the same pages.
    pub(crate) fn is_own_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.made, &other.made) && Arc::ptr_eq(&self.pages, &other.pages)
    }

    /// Whether another plan has the same files.
    pub(crate) fn has_files_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.files, &other.files)
    }

    /// Adds former addresses.
    pub(crate) fn redirect(&mut self, redirects: &[Redirect]) {
        for redirect in redirects {
            self.add(redirect.from.clone(), Owner::Redirect(redirect.to), false);
        }
    }

    fn system(&mut self, site: &Site, has_worker: bool) {
        // A document may take the place of the home page, files those of the rules for robots and of the headers.
        if !site.by_url.contains_key("/") {
            self.add("/".into(), Owner::System(System::Home), true);
        }
        self.add("/404.html".into(), Owner::System(System::Lost), false);
        self.add("/search/".into(), Owner::System(System::Search), false);
        self.add(MAP.into(), Owner::System(System::Map), true);
        if self.letters_alone() {
            for at in 0..self.letters.len() {
                self.add(self.letters[at].address.clone(), Owner::System(System::Letter(at)), true);
            }
        }
        self.add("/feed.xml".into(), Owner::Feed(None), false);
        self.add("/sitemap.xml".into(), Owner::Sitemap(0), false);
        let own = |name: &str| site.files.iter().any(|file| file.path.as_str() == name);
        if !own("robots.txt") {
            self.add("/robots.txt".into(), Owner::Robots, false);
        }
        if site.config.headers && !own("_headers") {
            // A name without an ending is no page, as addresses of this form are elsewhere.
            let path = OutPath::new("_headers");
            let route = path.map(|path| Route {
                address: "/_headers".into(),
                path,
                owner: Owner::Headers,
                listed: false,
            });
            route.into_iter().for_each(|route| self.put(route));
        }
        self.add("/licenses.txt".into(), Owner::Licenses, false);
        if has_worker {
            self.add("/sw.js".into(), Owner::Worker, false);
        }
    }

    /// What programs of readers are told of the site, unless the site has files of its own in their places.
    fn told(&mut self, site: &Site, theme: &Theme) {
        for (name, page) in [(OPEN_SEARCH, System::OpenSearch), (MANIFEST, System::Manifest)] {
            if theme.has_template(name) && site.files.iter().all(|file| file.path.as_str() != name) {
                self.add(format!("/{name}"), Owner::System(page), false);
            }
        }
    }

    fn lists(&mut self, site: &Site) {
        for (at, kind) in site.schema.kinds.iter().enumerate() {
            let index = KindIndex(at);
            let total = site.listed.get(&index).map_or(0, Vec::len);
            for form in DataForm::ALL.into_iter().filter(|_| total > 0) {
                let address = data_of(kind, form).into_iter();
                address.for_each(|address| self.add(address, Owner::Data(index, form), false));
            }
            let Some(list) = &kind.list else { continue };
            // Of what is not due a centre tells nothing, not even by an empty page.
            if total == 0 && kind.document.is_some() {
                continue;
            }
            self.pages(&list.address, total, list.per_page, |number| Owner::List(index, number));
            if list.years {
                for (year, pages) in site.years_of(index) {
                    let owner = |number| Owner::Year(index, year, number);
                    self.pages(&year_of(list, year), pages, list.per_page, owner);
                }
            }
            if list.feed {
                self.add(feed_of(list), Owner::Feed(Some(index)), false);
            }
            if site.has_hours(index) {
                self.add(format!("{}hours.ics", list.address), Owner::AllHours(index), false);
            }
        }
    }

    fn vocabularies(&mut self, site: &Site) {
        for (at, vocabulary) in site.schema.vocabularies.iter().enumerate() {
            if let Some(root) = vocabulary_root(vocabulary) {
                let index = VocabularyIndex(at);
                self.add(root.to_owned(), Owner::Vocabulary(index), true);
                for form in DataForm::ALL {
                    let address = format!("{root}{}.{}", vocabulary.id, form.ending());
                    self.add(address, Owner::Terms(index, form), false);
                }
            }
        }
        for (term, pages) in &*site.by_term {
            if let Some(address) = term_address(&site.schema, *term) {
                self.pages(&address, pages.len(), PER_TERM_PAGE, |number| Owner::Term(*term, number));
            }
        }
    }

    /// Calendar files, for what has events.
    fn calendars(&mut self, site: &Site) {
        for agenda in site.agendas.keys() {
            let below = match agenda {
                Agenda::All => Some("/".to_owned()),
                // It lies with its page.
                Agenda::Page(_) => None,
                Agenda::Term(term) => {
                    term_address(&site.schema, *term).filter(|folder| folder.ends_with('/'))
                }
            };
            if let Some(folder) = below {
                self.add(format!("{folder}calendar.ics"), Owner::Calendar(*agenda), false);
            }
        }
    }

    /// The pages of calendars that the theme has templates for, on a site with events.
    fn calendar_pages(&mut self, site: &Site, theme: &Theme) {
        if site.agendas.is_empty() {
            return;
        }
        if theme.has_template(CALENDAR) {
            self.add("/calendar/".into(), Owner::System(System::Calendar), true);
        }
        if theme.has_template(WEEK) {
            self.add("/calendar/week/".into(), Owner::System(System::Week), false);
        }
        if theme.has_template(SUBSCRIBE) {
            self.add("/calendar/subscribe/".into(), Owner::System(System::Subscribe), true);
        }
        for month in site.months.keys().filter(|_| theme.has_template(MONTH)) {
            self.add(format!("/calendar/{}/", month.code()), Owner::Month(*month), true);
        }
    }

    /// The first page of a list is listed; its further pages change with every document.
    fn pages(&mut self, address: &str, total: usize, per_page: usize, owner: impl Fn(usize) -> Owner) {
        for leaf in leaves(total, per_page) {
            self.add(paging::address(address, leaf.number), owner(leaf.number), leaf.number == 1);
        }
    }

    /// A plan of so many listed addresses.
    #[cfg(test)]
    pub(crate) fn of_many(count: usize) -> Self {
        let mut plan = Self::default();
        (0..count).for_each(|at| plan.add(format!("/list/{at}/"), Owner::System(System::Letter(at)), true));
        plan.add("/sitemap.xml".into(), Owner::Sitemap(0), false);
        plan.sitemap();
        plan
    }

    /// Cuts the map for search engines when it is too long for one file.
    fn sitemap(&mut self) {
        let parts = self.parts_of_map();
        for part in (1..=parts).filter(|_| parts > 1) {
            self.add(format!("/sitemap-{part}.xml"), Owner::Sitemap(part), false);
        }
    }

    /// Into so many parts the map is cut.
    pub(super) fn parts_of_map(&self) -> usize {
        self.listed().count().div_ceil(IN_ONE_SITEMAP)
    }

    /// What can be no path has its message where it is written.
    fn add(&mut self, address: String, owner: Owner, listed: bool) {
        if let Some(path) = file_of(&address) {
            self.put(Route { address, path, owner, listed });
        }
    }

    fn put(&mut self, route: Route) {
        let taken = self.owner_of(&route.path, route.owner.is_made());
        let layer = match route.owner {
            Owner::Redirect(_) => &mut self.former,
            Owner::File(_) | Owner::Picture(..) | Owner::Twin(_) | Owner::Wording(_) => &mut self.files,
            owner if owner.page().is_some() => &mut self.pages,
            _ => &mut self.made,
        };
        // Nobody shares a layer that is still being made.
        let layer = Arc::make_mut(layer);
        match taken {
            Some(owner) => layer.refuse(owner, route),
            None => layer.put(route),
        }
    }
}
