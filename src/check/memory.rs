//! What the check said of the site before.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::{Page, PageId, Site};

/// What is remembered of the check before; nothing at first.
#[derive(Debug, Default)]
pub(crate) struct Memory(Option<Before>);

/// What was said of a site.
#[derive(Debug)]
pub(super) struct Said {
    /// By rules about fields.
    pub(super) fields: Vec<Diagnostic>,
    /// By rules about texts, by page.
    pub(super) texts: Vec<Vec<Diagnostic>>,
    /// By rules about a page alone, by page.
    pub(super) pages: Vec<Vec<Diagnostic>>,
}

/// A site and what was said of it.
#[derive(Debug)]
pub(super) struct Before {
    site: Arc<Site>,
    said: Said,
    /// The places of the pages by where they lie in memory: as long as their site is kept, nothing else lies there.
    places: HashMap<usize, usize>,
    /// Whether it has the same addresses and files.
    is_alike: bool,
    /// Whether it is of the same edition too: rules that ask for no text say the same again.
    is_same: bool,
}

impl Memory {
    /// What was said of the site before, to be used for this one.
    pub(super) fn take(&mut self, site: &Site) -> Option<Before> {
        let mut before = self.0.take()?;
        before.is_alike =
            before.site.routes.is_shared_with(&site.routes) && Arc::ptr_eq(&before.site.files, &site.files);
        before.is_same = before.is_alike && before.site.edition == site.edition;
        Some(before)
    }

    /// Remembers what was said of a site.
    pub(super) fn keep(&mut self, site: &Arc<Site>, said: Said) {
        let places = site.pages.iter().enumerate().map(|(at, page)| (lies_at(page), at)).collect();
        self.0 = Some(Before { site: Arc::clone(site), said, places, is_alike: false, is_same: false });
    }
}

impl Before {
    /// What rules about fields say of the site, if nothing that they ask for is another.
    pub(super) fn of_fields(&self) -> Option<Vec<Diagnostic>> {
        self.is_same.then(|| self.said.fields.clone())
    }

    /// What rules about texts say of a page, if it is the same and its links lead where they led. Fields of other pages
    /// only change what is proposed instead of a link, so that what was sound is sound in another edition too.
    pub(super) fn of_text(&self, site: &Site, id: PageId) -> Option<Vec<Diagnostic>> {
        // A page that came may have moved all the others.
        let (page, targets) = (self.site.pages.get(id.0)?, self.site.targets.get(id.0)?);
        let same = self.is_alike
            && Arc::ptr_eq(page, &site.pages[id.0])
            && Arc::ptr_eq(targets, &site.targets[id.0]);
        let said = &self.said.texts[id.0];
        (same && (self.is_same || said.is_empty())).then(|| said.clone())
    }

    /// What rules about a page alone say of it, if it is the same.
    pub(super) fn of_page(&self, page: &Arc<Page>) -> Option<Vec<Diagnostic>> {
        self.places.get(&lies_at(page)).map(|at| self.said.pages[*at].clone())
    }
}

fn lies_at(page: &Arc<Page>) -> usize {
    Arc::as_ptr(page).addr()
}
