//! What answers are found in: the site and the order of its lists, read only.

use std::sync::Arc;

use super::lists::Lists;
use crate::model::{PageId, Site};
use crate::schema::{KindIndex, TermIndex, TermRef, VocabularyIndex};

/// A read-only view of a site.
pub(crate) struct View {
    pub(super) site: Arc<Site>,
    pub(super) lists: Arc<Lists>,
}

impl View {
    /// Looks at a site through its lists.
    pub(super) fn new(site: &Arc<Site>, lists: &Arc<Lists>) -> Self {
        Self { site: Arc::clone(site), lists: Arc::clone(lists) }
    }

    /// The pages of a kind in the order of its list.
    pub(crate) fn of_kind(&self, kind: KindIndex) -> &[PageId] {
        self.site.listed.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The place of a page in the list of its kind.
    pub(crate) fn place(&self, id: PageId) -> usize {
        self.lists.place(id)
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
