//! What the check said of the site before, and of which pages it is to be asked again.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::{Page, PageId, Site};

/// What is remembered of the check before; nothing at first.
#[derive(Debug, Default)]
pub(crate) struct Memory(Option<Before>);

/// What rules say page by page: of those alone of which there is something to say.
pub(super) type ByPage = BTreeMap<PageId, Vec<Diagnostic>>;

/// What was said of a site.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// By rules that look at all pages together.
    pub(super) together: Vec<Diagnostic>,
    /// By rules about fields of a page and who points to it.
    pub(super) pointed: ByPage,
    /// By rules about texts.
    pub(super) texts: ByPage,
    /// By rules about a page alone.
    pub(super) pages: ByPage,
}

/// A site and what was said of it.
#[derive(Debug)]
pub(super) struct Before {
    site: Arc<Site>,
    said: Said,
}

/// Of which pages rules of a sort are to be asked, and what they said of all others.
pub(super) struct Again {
    pub(super) said: ByPage,
    pub(super) ask: Vec<PageId>,
}

impl Memory {
    /// What was said of the site before, to be used for another one.
    pub(super) fn take(&mut self) -> Option<Before> {
        self.0.take()
    }

    /// Remembers what was said of a site.
    pub(super) fn keep(&mut self, site: &Arc<Site>, said: Said) {
        self.0 = Some(Before { site: Arc::clone(site), said });
    }
}

impl Again {
    /// All of these are asked, and nobody else has anything to say.
    pub(super) fn all(ask: impl Iterator<Item = PageId>) -> Self {
        Self { said: ByPage::new(), ask: ask.collect() }
    }

    /// Some are asked; of the others stands what was said.
    fn some(mut said: ByPage, ask: BTreeSet<PageId>) -> Self {
        said.retain(|id, _| !ask.contains(id));
        Self { said, ask: ask.into_iter().collect() }
    }
}

impl Before {
    /// What rules that look at all pages together say of a site, if none of the pages that changed `concerns` them.
    pub(super) fn together(
        &mut self,
        site: &Site,
        concerns: impl Fn(&Site, PageId) -> bool,
    ) -> Option<Vec<Diagnostic>> {
        let concerned = |id: &PageId| concerns(&self.site, *id) || concerns(site, *id);
        // Of other kinds all documents are others too, so that words alone may have changed beside pages.
        let same = self.site.edition == site.edition
            || self.site.schema.means_the_same(&site.schema) && !self.changed(site)?.iter().any(concerned);
        same.then(|| std::mem::take(&mut self.said.together))
    }

    /// Of which pages rules about fields and pointers are asked: those that changed, and those to which others point
    /// otherwise. Nothing where words changed too.
    pub(super) fn pointed(&mut self, site: &Site) -> Option<Again> {
        let said = std::mem::take(&mut self.said.pointed);
        let changed = self.changed(site).filter(|_| Arc::ptr_eq(&self.site.schema, &site.schema))?;
        let pointed = site.backlinks.others(&self.site.backlinks, Arc::ptr_eq)?.into_iter().map(PageId);
        Some(Again::some(said, changed.into_iter().chain(pointed).collect()))
    }

    /// Of which pages rules about texts are asked, if not of all: those that changed or whose links lead elsewhere. Fields
    /// of other pages only change what is proposed instead of a link, so that what was sound is sound in another edition
    /// too.
    pub(super) fn texts(&mut self, site: &Site) -> Option<Again> {
        let before = &self.site;
        let said = std::mem::take(&mut self.said.texts);
        let is_alike = before.routes.is_shared_with(&site.routes) && Arc::ptr_eq(&before.files, &site.files);
        let led = || site.targets.others(&before.targets, Arc::ptr_eq);
        let (changed, led) = (self.changed(site).filter(|_| is_alike)?, led()?);
        let mut ask: BTreeSet<PageId> = changed.into_iter().chain(led.into_iter().map(PageId)).collect();
        if before.edition != site.edition {
            ask.extend(said.keys());
        }
        Some(Again::some(said, ask))
    }

    /// Of which pages rules about a page alone are asked, if not of all: those that changed.
    pub(super) fn pages(&mut self, site: &Site) -> Option<Again> {
        let mut said = std::mem::take(&mut self.said.pages);
        if let Some(changed) = self.changed(site) {
            return Some(Again::some(said, changed.into_iter().collect()));
        }
        // A page that came or went moved all behind it. As long as their site is kept, nothing else lies where they lie.
        let before = self.site.pages.iter().enumerate();
        let places: HashMap<usize, PageId> = before.map(|(at, page)| (lies_at(page), PageId(at))).collect();
        let mut again = Again { said: ByPage::new(), ask: Vec::new() };
        for (at, page) in site.pages.iter().enumerate() {
            match places.get(&lies_at(page)) {
                Some(was) => again.said.extend(said.remove(was).map(|said| (PageId(at), said))),
                None => again.ask.push(PageId(at)),
            }
        }
        Some(again)
    }

    /// The pages that are others; nothing when their numbers are others.
    fn changed(&self, site: &Site) -> Option<Vec<PageId>> {
        let same_names = Arc::ptr_eq(&self.site.names, &site.names);
        let changed = same_names.then(|| site.pages.others(&self.site.pages, Arc::ptr_eq)).flatten()?;
        Some(changed.into_iter().map(PageId).collect())
    }
}

fn lies_at(page: &Arc<Page>) -> usize {
    Arc::as_ptr(page).addr()
}
