//! What changed since the site before: its documents and its pages beside those of now.

use std::sync::Arc;

use super::kept::Kept;
use super::memory::Before;
use super::{Page, PageId, Pages, Site, terms};
use crate::blocks::Blocks;
use crate::load::{self, Document};
use crate::schema::Schema;

/// The documents of now beside those of before.
pub(super) struct Documents<'d> {
    /// Those of before, if there was a site before.
    before: Option<&'d load::Documents>,
    now: &'d load::Documents,
    /// The places of those that are others; none when some came or went.
    others: Option<Vec<usize>>,
}

impl<'d> Documents<'d> {
    /// Compares them.
    pub(super) fn new(before: Option<&'d load::Documents>, now: &'d load::Documents) -> Self {
        Self { before, now, others: before.and_then(|before| now.others(before, Arc::ptr_eq)) }
    }

    /// The places of those that are others; none when some came or went.
    pub(super) fn others(&self) -> Option<&[usize]> {
        self.others.as_deref()
    }

    /// Whether all are alike to those of before.
    pub(super) fn alike(&self, alike: impl Fn(&Document, &Document) -> bool) -> bool {
        let Some((before, others)) = self.before.zip(self.others.as_ref()) else { return false };
        others.iter().all(|at| alike(&before[*at], &self.now[*at]))
    }
}

/// One page of so many may have changed for it to be quicker to move those than to put all together.
const FEW: usize = 8;

/// The pages of now beside those of before.
pub(super) struct Change<'b> {
    /// What the site before was made of; none when names, files, kinds, settings or the day are others: then nothing
    /// that knows of pages may be taken.
    pub(super) before: Option<&'b Before>,
    /// Whether its vocabularies are the same too.
    pub(super) same_schema: bool,
    /// The pages that are others.
    pub(super) others: Vec<PageId>,
    /// Those of them of which more is another than the text.
    heads: Vec<PageId>,
}

impl<'b> Change<'b> {
    /// Nothing may be taken.
    pub(super) fn all() -> Self {
        Self { before: None, same_schema: false, others: Vec::new(), heads: Vec::new() }
    }

    /// Compares pages of the same names.
    pub(super) fn between(before: &'b Before, schema: &Arc<Schema>, now: &Blocks<Arc<Kept>>) -> Self {
        // Of the same names there are as many.
        let others = now.others(&before.typed.pages, Arc::ptr_eq).unwrap_or_default();
        let others: Vec<PageId> = others.into_iter().map(PageId).collect();
        let head = |id: &PageId| {
            let (a, b) = (&before.typed.pages[id.0], &now[id.0]);
            let same = !Arc::ptr_eq(&a.document, &b.document) && a.document.says_the_same(&b.document);
            !(same && a.asked == b.asked)
        };
        Self {
            before: Some(before),
            same_schema: Arc::ptr_eq(&before.site.schema, schema),
            heads: others.iter().copied().filter(head).collect(),
            others,
        }
    }

    /// The pages of the site: those of before, with the others in their places.
    pub(super) fn pages(&self, now: &Blocks<Arc<Kept>>) -> Pages {
        let page = |kept: &Arc<Kept>| Arc::clone(&kept.page);
        let Some(before) = self.before else { return now.iter().map(page).collect() };
        let mut pages = before.site.pages.clone();
        self.others.iter().for_each(|id| pages.put(id.0, page(&now[id.0])));
        pages
    }

    /// The site before, if vocabularies are the same, and all pages say the same as in it but
    /// for their texts.
    pub(super) fn same_edition(&self) -> Option<&'b Site> {
        self.before.filter(|_| self.same_schema && self.heads.is_empty()).map(|before| &*before.site)
    }

    /// The site before and the pages of which more than the text is another, if these are few and the terms of before
    /// are those of now: then it is quicker to move them than to put all together.
    pub(super) fn moved(&self, schema: &Schema) -> Option<(&'b Site, &[PageId])> {
        let before = &*self.before?.site;
        let few = self.heads.len() * FEW <= before.pages.len();
        let same_terms = self.same_schema || terms::are_addressed_alike(&before.schema, schema);
        (few && same_terms).then_some((before, &self.heads[..]))
    }

    /// What the site before was made of, if all pages are alike in something to those of before. It may be anything but
    /// their texts.
    pub(super) fn alike(&self, now: &Pages, alike: impl Fn(&Page, &Page) -> bool) -> Option<&'b Before> {
        let alike = |before: &Before, id: &PageId| alike(&before.site.pages[id.0], &now[id.0]);
        self.before.filter(|before| self.heads.iter().all(|id| alike(before, id)))
    }
}
