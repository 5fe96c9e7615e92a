//! Pages that share the most terms and relations with a page.
//!
//! Some terms are borne by thousands of pages. A page looks only at the newest bearers of each of its marks,
//! the rarest marks first, so that the cost for a page does not grow with the site.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::{PageId, Site};

/// How many pages are weighed at most for one page.
const WEIGHED: usize = 300;
/// How many bearers of one mark are weighed.
const OF_ONE_MARK: usize = 60;
/// Among how many bearers of one mark these are sought.
const SOUGHT: usize = 600;

/// What pages may have in common, made in one pass.
#[derive(Debug, Default)]
pub(super) struct Related {
    /// The marks of each page, sorted.
    marks: Vec<Vec<usize>>,
    /// The pages that bear each mark, newest first.
    bearers: Vec<Vec<PageId>>,
    /// The place of each page when the newest come first, within the order of lists.
    ranks: Vec<u32>,
}

impl Related {
    /// Collects terms of open vocabularies and of those with pages of their own, and relations.
    pub(super) fn new(site: &Site) -> Self {
        let ranks = ranks(site);
        let telling = site.by_term.iter().filter(|(term, _)| {
            let vocabulary = site.schema.vocabulary(term.vocabulary);
            vocabulary.open || vocabulary.address.is_some()
        });
        let terms = telling.map(|(_, pages)| pages.clone());
        let targets = site.backlinks.iter().map(|links| {
            let from: BTreeSet<PageId> =
                links.iter().filter(|link| link.field.is_some()).map(|link| link.from).collect();
            from.into_iter().filter(|id| site.page(*id).is_published()).collect()
        });
        let shared = terms.chain(targets).filter(|pages: &Vec<PageId>| pages.len() > 1);
        let mut related =
            Self { marks: vec![Vec::new(); site.pages.len()], bearers: shared.collect(), ranks };
        for (mark, pages) in related.bearers.iter_mut().enumerate() {
            pages.sort_by_key(|id| related.ranks[id.0]);
            pages.iter().for_each(|id| related.marks[id.0].push(mark));
        }
        related
    }

    /// The place of a page among all, the newest first.
    pub(super) fn rank(&self, id: PageId) -> u32 {
        self.ranks[id.0]
    }

    /// The wanted pages nearest to a page, at most `limit`.
    pub(super) fn nearest(&self, id: PageId, limit: usize, wanted: impl Fn(PageId) -> bool) -> Vec<PageId> {
        let mut marks: Vec<usize> = self.marks[id.0].clone();
        marks.sort_by_key(|mark| (self.bearers[*mark].len(), *mark));
        let mut weighed: Vec<PageId> = Vec::with_capacity(WEIGHED);
        for mark in marks {
            let newest =
                self.bearers[mark].iter().take(SOUGHT).filter(|other| **other != id && wanted(**other));
            weighed.extend(newest.take(OF_ONE_MARK));
            if weighed.len() >= WEIGHED {
                break;
            }
        }
        weighed.sort_unstable();
        weighed.dedup();
        let mut scored: Vec<_> = weighed
            .into_iter()
            .map(|other| (Reverse(self.shared(id, other)), self.rank(other), other))
            .collect();
        scored.sort_unstable();
        scored.into_iter().take(limit).map(|(_, _, other)| other).collect()
    }

    /// How many marks two pages share.
    fn shared(&self, a: PageId, b: PageId) -> usize {
        let (a, b) = (&self.marks[a.0], &self.marks[b.0]);
        a.iter().filter(|mark| b.binary_search(mark).is_ok()).count()
    }
}

/// Newest first; then in the order of kinds and names.
fn ranks(site: &Site) -> Vec<u32> {
    let mut order: Vec<usize> = (0..site.pages.len()).collect();
    order.sort_by_key(|at| (Reverse(site.pages[*at].date), *at));
    let mut ranks = vec![0; order.len()];
    for (rank, at) in order.into_iter().enumerate() {
        ranks[at] = u32::try_from(rank).unwrap_or(u32::MAX);
    }
    ranks
}
