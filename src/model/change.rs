//! What changed since the site before: its documents and its pages beside those of now.

use std::sync::Arc;

use super::kept::Kept;
use super::memory::Before;
use super::{Page, PageId, Site, terms};
use crate::load::Document;
use crate::schema::Schema;

/// The documents of now beside those of before.
pub(super) struct Documents<'d> {
    before: &'d [Arc<Document>],
    now: &'d [Arc<Document>],
    /// The places of those that are others; none when some came or went.
    others: Option<Vec<usize>>,
}

impl<'d> Documents<'d> {
    /// Compares them.
    pub(super) fn new(before: &'d [Arc<Document>], now: &'d [Arc<Document>]) -> Self {
        let other = |at: &usize| !Arc::ptr_eq(&before[*at], &now[*at]);
        let others = (before.len() == now.len()).then(|| (0..now.len()).filter(other).collect());
        Self { before, now, others }
    }

    /// The places of those that are others; none when some came or went.
    pub(super) fn others(&self) -> Option<&[usize]> {
        self.others.as_deref()
    }

    /// Whether all are alike to those of before.
    pub(super) fn alike(&self, alike: impl Fn(&Document, &Document) -> bool) -> bool {
        let alike = |at: &usize| alike(&self.before[*at], &self.now[*at]);
        self.others.as_ref().is_some_and(|others| others.iter().all(alike))
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
    pub(super) fn between(before: &'b Before, schema: &Arc<Schema>, now: &[Arc<Kept>]) -> Self {
        let pairs = || before.typed.pages.iter().zip(now).enumerate();
        let others = pairs().filter(|(_, (a, b))| !Arc::ptr_eq(a, b));
        let head = |a: &Kept, b: &Kept| {
            let same = !Arc::ptr_eq(&a.document, &b.document) && a.document.says_the_same(&b.document);
            !(same && a.asked == b.asked)
        };
        let heads = others.clone().filter(|(_, (a, b))| head(a, b));
        let id = |(at, _)| PageId(at);
        Self {
            before: Some(before),
            same_schema: Arc::ptr_eq(&before.site.schema, schema),
            others: others.map(id).collect(),
            heads: heads.map(id).collect(),
        }
    }

    /// The pages of the site: those of before, with the others in their places.
    pub(super) fn pages(&self, now: &[Arc<Kept>]) -> Vec<Arc<Page>> {
        let page = |kept: &Arc<Kept>| Arc::clone(&kept.page);
        let Some(before) = self.before else { return now.iter().map(page).collect() };
        let mut pages = before.site.pages.clone();
        self.others.iter().for_each(|id| pages[id.0] = page(&now[id.0]));
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
    pub(super) fn alike(
        &self,
        now: &[Arc<Page>],
        alike: impl Fn(&Page, &Page) -> bool,
    ) -> Option<&'b Before> {
        let alike = |before: &Before, id: &PageId| alike(&before.site.pages[id.0], &now[id.0]);
        self.before.filter(|before| self.heads.iter().all(|id| alike(before, id)))
    }
}
