//! Pages that share the most terms and relations with a page.
//!
//! Some terms are borne by thousands of pages. A page looks only at the newest bearers of each of its marks,
//! the rarest marks first, so that the cost for a page does not grow with the site. What a mark is borne by and which
//! marks a page bears is found when it is first asked for: a preview draws few pages of a site.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::field::Moment;
use crate::model::{PageId, Site, terms};
use crate::schema::TermRef;

/// How many pages are weighed at most for one page.
const WEIGHED: usize = 300;
/// How many bearers of one mark are weighed.
const OF_ONE_MARK: usize = 60;
/// Among how many bearers of one mark these are sought.
const SOUGHT: usize = 600;

/// What a page may have in common with others: a term of an open vocabulary or of one with pages of its own, or a page
/// that a field points to.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Mark {
    Term(TermRef),
    Page(PageId),
}

/// What pages have in common.
#[derive(Debug, Default)]
pub(super) struct Related {
    /// The marks of each page, sorted, by its slot.
    marks: Vec<OnceLock<Box<[Mark]>>>,
    /// The pages that bear each term, newest first.
    bearers: BTreeMap<TermRef, OnceLock<Box<[PageId]>>>,
    /// The pages whose fields point to each page, newest first, by its slot.
    pointing: Vec<OnceLock<Box<[PageId]>>>,
}

impl Related {
    /// Makes room for what will be found.
    pub(super) fn new(site: &Site) -> Self {
        let telling = site.by_term.keys().filter(|term| {
            let vocabulary = site.schema.vocabulary(term.vocabulary);
            vocabulary.open || vocabulary.address.is_some()
        });
        let slots = site.pages.slots();
        Self {
            marks: (0..slots).map(|_| OnceLock::new()).collect(),
            bearers: telling.map(|term| (*term, OnceLock::new())).collect(),
            pointing: (0..slots).map(|_| OnceLock::new()).collect(),
        }
    }

    /// The wanted pages nearest to a page, at most `limit`.
    pub(super) fn nearest(
        &self,
        site: &Site,
        id: PageId,
        limit: usize,
        wanted: impl Fn(PageId) -> bool,
    ) -> Vec<PageId> {
        let mut marks: Vec<(&[PageId], Mark)> =
            self.marks(site, id).iter().map(|mark| (self.bearers(site, *mark), *mark)).collect();
        marks.sort_by_key(|(bearers, mark)| (bearers.len(), *mark));
        let mut weighed: Vec<PageId> = Vec::with_capacity(WEIGHED);
        for (bearers, _) in marks {
            let newest = bearers.iter().take(SOUGHT).filter(|other| **other != id && wanted(**other));
            weighed.extend(newest.take(OF_ONE_MARK));
            if weighed.len() >= WEIGHED {
                break;
            }
        }
        weighed.sort_unstable();
        weighed.dedup();
        let mut scored: Vec<_> = weighed
            .into_iter()
            .map(|other| (Reverse(self.shared(site, id, other)), newest_first(site, other)))
            .collect();
        scored.sort_unstable();
        scored.into_iter().take(limit).map(|(_, (_, other))| other).collect()
    }

    /// The marks of a page, sorted.
    fn marks(&self, site: &Site, id: PageId) -> &[Mark] {
        self.marks[id.slot()].get_or_init(|| {
            let page = site.page(id);
            let mut marks = BTreeSet::new();
            if page.is_published() {
                let terms = terms(&page.fields).into_iter().filter(|term| self.bearers.contains_key(term));
                marks.extend(terms.map(Mark::Term));
                for (name, typed) in &page.fields {
                    typed.leaves(name, &mut |_, leaf| marks.extend(leaf.value.page().map(Mark::Page)));
                }
            }
            marks.into_iter().collect()
        })
    }

    /// The pages that bear a mark, newest first.
    fn bearers(&self, site: &Site, mark: Mark) -> &[PageId] {
        let sorted = |mut pages: Vec<PageId>| {
            pages.sort_by_key(|id| newest_first(site, *id));
            pages.into_boxed_slice()
        };
        match mark {
            Mark::Term(term) => self.bearers.get(&term).map_or(&[], |bearers| {
                bearers.get_or_init(|| sorted(site.by_term.get(&term).cloned().unwrap_or_default()))
            }),
            Mark::Page(id) => self.pointing[id.slot()].get_or_init(|| {
                let links = site.backlinks[id].iter().filter(|link| link.field.is_some());
                let from: BTreeSet<PageId> = links.map(|link| link.from).collect();
                sorted(from.into_iter().filter(|id| site.page(*id).is_published()).collect())
            }),
        }
    }

    /// How many marks two pages share.
    fn shared(&self, site: &Site, a: PageId, b: PageId) -> usize {
        let (a, b) = (self.marks(site, a), self.marks(site, b));
        a.iter().filter(|mark| b.binary_search(mark).is_ok()).count()
    }
}

/// By what pages stand so that the newest come first, then in the order of kinds and names.
fn newest_first(site: &Site, id: PageId) -> (Reverse<Option<Moment>>, PageId) {
    (Reverse(site.page(id).date), id)
}
