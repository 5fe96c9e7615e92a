//! What the check said of the site before.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::{PageId, Site};

/// What is remembered of the check before; nothing at first.
#[derive(Debug, Default)]
pub(crate) struct Memory(Option<Before>);

/// A site and what was said of it.
#[derive(Debug)]
pub(super) struct Before {
    site: Arc<Site>,
    fields: Vec<Diagnostic>,
    /// By page.
    texts: Vec<Vec<Diagnostic>>,
}

impl Memory {
    /// What was said of a site of the same edition, addresses and files: rules that ask for no text say it again.
    pub(super) fn take(&mut self, site: &Site) -> Option<Before> {
        self.0.take().filter(|before| {
            let before = &before.site;
            before.edition == site.edition
                && before.routes.is_shared_with(&site.routes)
                && Arc::ptr_eq(&before.files, &site.files)
        })
    }

    /// Remembers what was said of a site.
    pub(super) fn keep(&mut self, site: &Arc<Site>, fields: Vec<Diagnostic>, texts: Vec<Vec<Diagnostic>>) {
        self.0 = Some(Before { site: Arc::clone(site), fields, texts });
    }
}

impl Before {
    /// What rules about fields say of the site.
    pub(super) fn of_fields(&self) -> Vec<Diagnostic> {
        self.fields.clone()
    }

    /// What rules about texts say of a page, if it is the same and its links lead where they led.
    pub(super) fn of_text(&self, site: &Site, id: PageId) -> Option<Vec<Diagnostic>> {
        let before = &self.site;
        let same = Arc::ptr_eq(&before.pages[id.0], &site.pages[id.0])
            && Arc::ptr_eq(&before.targets[id.0], &site.targets[id.0]);
        same.then(|| self.texts[id.0].clone())
    }
}
