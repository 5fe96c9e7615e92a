//! What changed since the site before: its documents and its pages beside those of now.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::kept::Kept;
use super::memory::Before;
use super::names::Directory;
use super::{ByPage, Page, PageId, Pages, Site, terms};
use crate::load::{self, Document};
use crate::schema::{KindIndex, Schema};

/// A document as it was and as it is; what went is no longer, and what came was not yet.
type Pair<'d> = (Option<&'d Arc<Document>>, Option<&'d Arc<Document>>);

/// The documents of now beside those of before.
pub(super) struct Documents<'d> {
    /// Those that are others, that came and that went; nothing when there was no site before.
    others: Option<Vec<Pair<'d>>>,
}

impl<'d> Documents<'d> {
    /// Compares them. A document is another than before when it was read anew, and the same one by its kind and name.
    pub(super) fn new(before: Option<&'d load::Documents>, now: &'d load::Documents) -> Self {
        Self { others: before.map(|before| pairs(before, now)) }
    }

    /// Whether all are alike to those of before, and none came or went.
    pub(super) fn alike(&self, alike: impl Fn(&Document, &Document) -> bool) -> bool {
        let both = |pair: &Pair<'_>| matches!(pair, (Some(was), Some(is)) if alike(was, is));
        self.others.as_ref().is_some_and(|others| others.iter().all(both))
    }

    /// Whether what went and came comes to the same: all that was beside all that is.
    pub(super) fn are_together<T: PartialEq>(
        &self,
        of: impl Fn(&mut dyn Iterator<Item = &'d Document>) -> T,
    ) -> bool {
        let Some(others) = &self.others else { return false };
        let was = of(&mut others.iter().filter_map(|(was, _)| was.map(|one| &**one)));
        was == of(&mut others.iter().filter_map(|(_, is)| is.map(|one| &**one)))
    }

    /// What went and what came where names or places are others, if that is little.
    pub(super) fn moved(
        &self,
        alike: impl Fn(&Document, &Document) -> bool,
        all: usize,
    ) -> Option<Moved<'d>> {
        let stays = |pair: &&Pair<'_>| matches!(pair, (Some(was), Some(is)) if alike(was, is));
        let moved: Vec<&Pair<'d>> = self.others.as_ref()?.iter().filter(|pair| !stays(pair)).collect();
        let both = || {
            let gone = moved.iter().filter_map(|(was, _)| *was).collect();
            (gone, moved.iter().filter_map(|(_, is)| *is).collect())
        };
        are_few(moved.len(), all).then(both)
    }

    /// All that are others, as they were and as they are.
    pub(super) fn others(&self) -> impl Iterator<Item = &Pair<'d>> {
        self.others.iter().flatten()
    }
}

/// The documents that went, and those that came.
pub(super) type Moved<'d> = (Vec<&'d Arc<Document>>, Vec<&'d Arc<Document>>);

/// Pairs those that are not in both lists, by their kinds and names.
fn pairs<'d>(before: &'d load::Documents, now: &'d load::Documents) -> Vec<Pair<'d>> {
    let places = now.others(before, Arc::ptr_eq);
    let was: Vec<&Arc<Document>> = places.iter().filter_map(|at| before.get(*at)).collect();
    let is: Vec<&Arc<Document>> = places.iter().filter_map(|at| now.get(*at)).collect();
    // Where a file came or went, all behind it lie elsewhere in the list.
    let lies = |list: &[&Arc<Document>]| {
        let mut lies: Vec<usize> = list.iter().map(|one| Arc::as_ptr(one).addr()).collect();
        lies.sort_unstable();
        lies
    };
    let [in_was, in_is] = [lies(&was), lies(&is)];
    let is_new =
        |one: &&Arc<Document>, other: &[usize]| other.binary_search(&Arc::as_ptr(one).addr()).is_err();
    let mut pairs: BTreeMap<(KindIndex, &str), [Vec<&Arc<Document>>; 2]> = BTreeMap::new();
    let went = was.into_iter().filter(|one| is_new(one, &in_is)).map(|one| (0, one));
    let came = is.into_iter().filter(|one| is_new(one, &in_was)).map(|one| (1, one));
    for (side, one) in went.chain(came) {
        pairs.entry((one.kind, &one.called.slug)).or_default()[side].push(one);
    }
    let both = |[was, is]: [Vec<&'d Arc<Document>>; 2]| {
        (0..was.len().max(is.len())).map(move |at| (was.get(at).copied(), is.get(at).copied()))
    };
    pairs.into_values().flat_map(both).collect()
}

/// One page of so many may have changed for it to be quicker to move those than to put all together.
const FEW: usize = 8;
/// So many may in any case.
const ANYWAY: usize = 8;

/// Whether it is quicker to move some pages than to put all together.
fn are_few(some: usize, all: usize) -> bool {
    some <= ANYWAY.max(all / FEW)
}

/// The pages of now beside those of before.
pub(super) struct Change<'b> {
    /// What the site before was made of; none when kinds, settings, the day or the numbers of pages are others: then
    /// nothing that knows of pages may be taken.
    pub(super) before: Option<&'b Before>,
    /// Whether its vocabularies are the same too.
    pub(super) same_schema: bool,
    /// The pages that are others, that came and that went.
    pub(super) others: Vec<PageId>,
    /// Those of them of which more is another than the text.
    heads: Vec<PageId>,
}

impl<'b> Change<'b> {
    /// Nothing may be taken.
    pub(super) fn all() -> Self {
        Self { before: None, same_schema: false, others: Vec::new(), heads: Vec::new() }
    }

    /// Compares pages that are numbered alike.
    pub(super) fn between(before: &'b Before, schema: &Arc<Schema>, now: &ByPage<Arc<Kept>>) -> Self {
        let others = now.others(&before.typed.pages, Arc::ptr_eq);
        let says_the_same = |a: &Kept, b: &Kept| {
            !Arc::ptr_eq(&a.document, &b.document)
                && a.document.says_the_same(&b.document)
                && a.asked == b.asked
        };
        let head = |id: &PageId| match (before.typed.pages.get(*id), now.get(*id)) {
            (Some(a), Some(b)) => !says_the_same(a, b),
            _ => true,
        };
        Self {
            before: Some(before),
            same_schema: Arc::ptr_eq(&before.site.schema, schema),
            heads: others.iter().copied().filter(head).collect(),
            others,
        }
    }

    /// The pages of the site: those of before, with the others in their places.
    pub(super) fn pages(&self, now: &ByPage<Arc<Kept>>) -> Pages {
        let page = |kept: &Arc<Kept>| Arc::clone(&kept.page);
        let Some(before) = self.before else {
            return now.iter().map(|(id, kept)| (id, page(kept))).collect();
        };
        let mut pages = before.site.pages.clone();
        for id in &self.others {
            match now.get(*id) {
                Some(kept) => pages.put(*id, page(kept)),
                None => pages.take(*id),
            }
        }
        pages
    }

    /// The site before, if vocabularies are the same, and all pages say the same as in it but
    /// for their texts.
    pub(super) fn same_edition(&self) -> Option<&'b Site> {
        self.before.filter(|_| self.same_schema && self.heads.is_empty()).map(|before| &*before.site)
    }

    /// The site before and the pages of which more than the text is another, that came and that went, if these are few
    /// and the terms of before are those of now: then it is quicker to move them than to put all together.
    pub(super) fn moved(&self, schema: &Schema) -> Option<(&'b Site, &[PageId])> {
        let before = &*self.before?.site;
        let few = are_few(self.heads.len(), before.names.ids().len());
        let same_terms = self.same_schema || terms::are_addressed_alike(&before.schema, schema);
        (few && same_terms).then_some((before, &self.heads[..]))
    }

    /// What the site before was made of, if all pages are alike in something to those of before, and none came or went.
    /// It may be anything but their texts.
    pub(super) fn alike(&self, now: &Pages, alike: impl Fn(&Page, &Page) -> bool) -> Option<&'b Before> {
        let both = |before: &Before, id: &PageId| match (before.site.pages.get(*id), now.get(*id)) {
            (Some(was), Some(is)) => alike(was, is),
            _ => false,
        };
        self.before.filter(|before| self.heads.iter().all(|id| both(before, id)))
    }

    /// What the site before was made of, if the pages with folders of their own are those of before, at the same
    /// addresses.
    pub(super) fn same_folders(&self, names: &Directory, now: &Pages) -> Option<&'b Before> {
        let lies = |pages: &Pages, id: &PageId| pages.get(*id).map(|page| page.url.clone());
        let alike = |before: &Before, id: &PageId| {
            !names.has_folder(*id) || lies(&before.site.pages, id) == lies(now, id)
        };
        let before = self.before.filter(|before| before.site.names.has_folders_of(names))?;
        self.heads.iter().all(|id| alike(before, id)).then_some(before)
    }
}
