//! What the check said of the site before, and of which pages it is to be asked again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::{PageId, Site};

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

    /// Some are asked, if there are such pages; of the others stands what was said.
    fn some(site: &Site, mut said: ByPage, ask: BTreeSet<PageId>) -> Self {
        said.retain(|id, _| !ask.contains(id));
        Self { said, ask: ask.into_iter().filter(|id| site.pages.get(*id).is_some()).collect() }
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
        let pointed = site.backlinks.others(&self.site.backlinks, Arc::ptr_eq);
        Some(Again::some(site, said, changed.into_iter().chain(pointed).collect()))
    }

    /// Of which pages rules about texts are asked, if not of all: those that changed or whose links lead elsewhere, and
    /// where addresses came or went those with a link that leads to no page. Fields of other pages only change what is
    /// proposed instead of a link, so that what was sound is sound in another edition too.
    pub(super) fn texts(&mut self, site: &Site) -> Option<Again> {
        let before = &self.site;
        let said = std::mem::take(&mut self.said.texts);
        let changed = self.changed(site).filter(|_| Arc::ptr_eq(&before.files, &site.files))?;
        let led = site.targets.others(&before.targets, Arc::ptr_eq);
        let mut ask: BTreeSet<PageId> = changed.into_iter().chain(led).collect();
        if before.edition != site.edition {
            ask.extend(said.keys().chain(&before.stray).chain(&site.stray));
        }
        Some(Again::some(site, said, ask))
    }

    /// Of which pages rules about a page alone are asked, if not of all: those that changed.
    pub(super) fn pages(&mut self, site: &Site) -> Option<Again> {
        let said = std::mem::take(&mut self.said.pages);
        self.changed(site).map(|changed| Again::some(site, said, changed.into_iter().collect()))
    }

    /// The pages that are others, that came and that went; nothing when pages are numbered otherwise.
    fn changed(&self, site: &Site) -> Option<Vec<PageId>> {
        let same_numbers = self.site.names.is_numbered_like(&site.names);
        same_numbers.then(|| site.pages.others(&self.site.pages, Arc::ptr_eq))
    }
}
