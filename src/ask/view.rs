//! What answers are found in: the site and the order of its lists, read only.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{PageId, Site};
use crate::schema::{KindIndex, TermIndex, TermRef, VocabularyIndex};

/// A read-only view of a site.
pub(crate) struct View {
    pub(super) site: Arc<Site>,
    /// The pages of each kind in the order of its list.
    pub(super) of_kind: BTreeMap<KindIndex, Vec<PageId>>,
    /// The place of each page in the list of its kind.
    places: Vec<usize>,
}

impl View {
    /// Looks through the lists of a site.
    pub(super) fn new(site: &Arc<Site>) -> Self {
        let of_kind = of_kind(site);
        Self { places: places(&of_kind, site.pages.len()), of_kind, site: Arc::clone(site) }
    }

    /// The pages of a kind in the order of its list.
    pub(crate) fn of_kind(&self, kind: KindIndex) -> &[PageId] {
        self.of_kind.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The place of a page in the list of its kind.
    pub(crate) fn place(&self, id: PageId) -> usize {
        self.places[id.0]
    }

    /// The terms of a vocabulary that pages bear: in the declared order, or by the alphabet where authors
    /// may add their own.
    pub(crate) fn terms_in_use(&self, vocabulary: VocabularyIndex) -> Vec<(TermRef, usize)> {
        let declared = self.site.schema.vocabulary(vocabulary);
        let all = (0..declared.terms.len()).map(|at| TermRef { vocabulary, term: TermIndex(at) });
        let count = |term: TermRef| self.site.by_term.get(&term).map_or(0, Vec::len);
        let mut used: Vec<_> = all.map(|term| (term, count(term))).filter(|(_, count)| *count > 0).collect();
        if declared.open {
            used.sort_by_cached_key(|(term, _)| crate::text::key(&self.site.schema.term(*term).label));
        }
        used
    }
}

/// Kinds without a list of their own have their pages here too.
fn of_kind(site: &Site) -> BTreeMap<KindIndex, Vec<PageId>> {
    let mut all = BTreeMap::<KindIndex, Vec<PageId>>::new();
    for (id, page) in site.published() {
        all.entry(page.kind).or_default().push(id);
    }
    all.extend(site.listed.iter().map(|(kind, pages)| (*kind, pages.clone())));
    all
}

fn places(of_kind: &BTreeMap<KindIndex, Vec<PageId>>, pages: usize) -> Vec<usize> {
    let mut places = vec![usize::MAX; pages];
    for (place, id) in of_kind.values().flat_map(|pages| pages.iter().enumerate()) {
        places[id.0] = place;
    }
    places
}
