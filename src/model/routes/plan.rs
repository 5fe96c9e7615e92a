//! Planning: who wants which address, in the order of precedence. What the program makes comes first, so that
//! nothing of the content takes its place; former addresses come last.

use super::super::{Agenda, FileId, Redirect, Site};
use super::letters::{self, MAP};
use super::paging::{self, PER_TERM_PAGE, leaves};
use super::{Clash, Owner, Route, RoutePlan, System, feed_of, term_address, vocabulary_root};
use crate::artifact::file_of;
use crate::schema::{KindIndex, VocabularyIndex, known};
use crate::theme::Theme;

/// The standard of maps for search engines allows so many addresses in one file.
pub(crate) const IN_ONE_SITEMAP: usize = 50_000;

/// The template of what is to come.
pub(crate) const CALENDAR: &str = "calendar.html";
/// The template of a month.
pub(crate) const MONTH: &str = "month.html";
/// The template of the page on calendars.
pub(crate) const SUBSCRIBE: &str = "subscribe.html";

impl RoutePlan {
    /// Plans all but former addresses.
    pub(crate) fn of_site(site: &Site, theme: &Theme) -> Self {
        let mut plan = Self { letters: letters::letters(site.published()), ..Self::default() };
        plan.system(site, theme.has_worker());
        plan.lists(site);
        plan.vocabularies(site);
        plan.calendars(site);
        plan.calendar_pages(site, theme);
        for (id, page) in site.published().filter(|(_, page)| !page.name.is_empty()) {
            let listed = page.field(known::NOINDEX).and_then(|typed| typed.value.flag()) != Some(true);
            plan.add(page.url.clone(), Owner::Page(id), listed);
        }
        plan.sitemap();
        for (at, file) in site.files.iter().enumerate().filter(|(_, file)| file.used) {
            let (address, path) = (format!("/{}", file.path.as_str()), file.path.clone());
            plan.put(Route { address, path, owner: Owner::File(FileId(at)), listed: false });
        }
        plan.pictures(site);
        plan
    }

    fn pictures(&mut self, site: &Site) {
        for (at, file) in site.files.iter().enumerate().filter(|(_, file)| file.shown) {
            for (number, operation) in site.pictures_of(FileId(at)).iter().enumerate() {
                let Some(path) = file.path_of(operation) else { continue };
                let address = format!("/{}", path.as_str());
                self.put(Route { address, path, owner: Owner::Picture(FileId(at), number), listed: false });
            }
        }
    }

    /// Adds former addresses.
    pub(crate) fn redirect(&mut self, redirects: &[Redirect]) {
        for redirect in redirects {
            self.add(redirect.from.clone(), Owner::Redirect(redirect.to), false);
        }
    }

    fn system(&mut self, site: &Site, has_worker: bool) {
        // A document may take the place of the home page, a file that of the rules for robots.
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
        if !site.files.iter().any(|file| file.path.as_str() == "robots.txt") {
            self.add("/robots.txt".into(), Owner::Robots, false);
        }
        self.add("/licenses.txt".into(), Owner::Licenses, false);
        if has_worker {
            self.add("/sw.js".into(), Owner::Worker, false);
        }
    }

    fn lists(&mut self, site: &Site) {
        for (at, kind) in site.schema.kinds.iter().enumerate() {
            let (index, Some(list)) = (KindIndex(at), &kind.list) else { continue };
            let total = site.listed.get(&index).map_or(0, Vec::len);
            self.pages(&list.address, total, list.per_page, |number| Owner::List(index, number));
            if list.feed {
                self.add(feed_of(list), Owner::Feed(Some(index)), false);
            }
        }
    }

    fn vocabularies(&mut self, site: &Site) {
        for (at, vocabulary) in site.schema.vocabularies.iter().enumerate() {
            if let Some(root) = vocabulary_root(vocabulary) {
                self.add(root.to_owned(), Owner::Vocabulary(VocabularyIndex(at)), true);
            }
        }
        for (term, pages) in &site.by_term {
            if let Some(address) = term_address(&site.schema, *term) {
                self.pages(&address, pages.len(), PER_TERM_PAGE, |number| Owner::Term(*term, number));
            }
        }
    }

    /// Calendar files, for what has events.
    fn calendars(&mut self, site: &Site) {
        for (agenda, events) in &site.agendas {
            let below = match agenda {
                Agenda::All => {
                    for id in events {
                        self.add(format!("{}event.ics", site.page(*id).url), Owner::Event(*id), false);
                    }
                    Some("/".to_owned())
                }
                Agenda::Page(page) => Some(site.page(*page).url.clone()),
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
        let parts = self.listed().count().div_ceil(IN_ONE_SITEMAP);
        for part in (1..=parts).filter(|_| parts > 1) {
            self.add(format!("/sitemap-{part}.xml"), Owner::Sitemap(part), false);
        }
    }

    /// What can be no path has its message where it is written.
    fn add(&mut self, address: String, owner: Owner, listed: bool) {
        if let Some(path) = file_of(&address) {
            self.put(Route { address, path, owner, listed });
        }
    }

    fn put(&mut self, route: Route) {
        if let Some(owner) = self.owner_of(&route.path, route.owner.is_made()) {
            self.clashes.push(Clash { owner, other: route });
            return;
        }
        let at = self.routes.len();
        self.by_file.insert(route.path.as_str().to_lowercase(), at);
        if route.owner.is_made() {
            self.by_owner.insert(route.owner, at);
        }
        self.routes.push(route);
    }
}
