//! Lists: the pages of each kind in order, and the pages that bear each term.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::order::{SortBy, place, sort_pages};
use super::{Page, PageId};
use crate::field::Values;
use crate::schema::{KindIndex, Schema, TermRef, known};

/// By what pages of a term are sorted: the newest first.
fn newest_first() -> [SortBy; 1] {
    [SortBy::parse(&format!("-{}", known::DATE))]
}

/// By what the pages of a kind are sorted.
fn sorted_by(kind: KindIndex, schema: &Schema) -> Vec<SortBy> {
    let sort = schema.kind(kind).list.as_ref().map_or(&[][..], |list| &list.sort);
    sort.iter().map(|field| SortBy::parse(field)).collect()
}

/// The lists of kinds as they were, with some pages moved to their places of now.
pub(super) fn listed_anew(
    mut lists: BTreeMap<KindIndex, Vec<PageId>>,
    moved: &[PageId],
    pages: &[Arc<Page>],
    schema: &Schema,
) -> BTreeMap<KindIndex, Vec<PageId>> {
    // Of the same name is of the same kind.
    let kind = |id: &PageId| pages[id.0].kind;
    moved.iter().for_each(|id| take(&mut lists, kind(id), *id));
    for id in moved.iter().filter(|id| pages[id.0].is_published()) {
        let list = lists.entry(kind(id)).or_default();
        list.insert(place(*id, list, pages, &sorted_by(kind(id), schema)), *id);
    }
    lists
}

/// The lists of terms as they were, with some pages moved to their places of now.
pub(super) fn by_term_anew(
    mut lists: BTreeMap<TermRef, Vec<PageId>>,
    moved: &[PageId],
    (before, now): (&[Arc<Page>], &[Arc<Page>]),
) -> BTreeMap<TermRef, Vec<PageId>> {
    for id in moved {
        terms(&before[id.0].fields).into_iter().for_each(|term| take(&mut lists, term, *id));
    }
    for id in moved.iter().filter(|id| now[id.0].is_published()) {
        let borne: BTreeSet<TermRef> = terms(&now[id.0].fields).into_iter().collect();
        for term in borne {
            let list = lists.entry(term).or_default();
            list.insert(place(*id, list, now, &newest_first()), *id);
        }
    }
    lists
}

/// Takes a page out of a list; a list without pages is none.
fn take<K: Ord>(lists: &mut BTreeMap<K, Vec<PageId>>, of: K, id: PageId) {
    let Some(list) = lists.get_mut(&of) else { return };
    list.retain(|one| *one != id);
    if list.is_empty() {
        lists.remove(&of);
    }
}

/// The published pages of each kind in the order its list declares.
pub(super) fn listed(pages: &[Arc<Page>], schema: &Schema) -> BTreeMap<KindIndex, Vec<PageId>> {
    let mut lists: BTreeMap<KindIndex, Vec<PageId>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate().filter(|(_, page)| page.is_published()) {
        lists.entry(page.kind).or_default().push(PageId(at));
    }
    for (kind, list) in &mut lists {
        sort_pages(list, pages, &sorted_by(*kind, schema));
    }
    lists
}

/// The published pages that bear each term, newest first.
pub(super) fn by_term(pages: &[Arc<Page>]) -> BTreeMap<TermRef, Vec<PageId>> {
    // Sorted once for all terms: a term borne by thousands of pages is none the dearer.
    let published = pages.iter().enumerate().filter(|(_, page)| page.is_published());
    let mut newest: Vec<PageId> = published.map(|(at, _)| PageId(at)).collect();
    sort_pages(&mut newest, pages, &newest_first());
    let mut lists: BTreeMap<TermRef, Vec<PageId>> = BTreeMap::new();
    for id in newest {
        for term in terms(&pages[id.0].fields) {
            let list = lists.entry(term).or_default();
            if list.last() != Some(&id) {
                list.push(id);
            }
        }
    }
    lists
}

/// The pages of each year of their days, the newest first, those without a day last. Their order in each stays.
pub(crate) fn by_year(pages: &[Arc<Page>], list: &[PageId]) -> Vec<(Option<i16>, Vec<PageId>)> {
    let mut years: BTreeMap<Option<i16>, Vec<PageId>> = BTreeMap::new();
    for id in list {
        years.entry(pages[id.0].date.map(|day| day.date.year())).or_default().push(*id);
    }
    years.into_iter().rev().collect()
}

/// Whether lists are as long as others of the same names.
pub(super) fn are_as_long<K: Eq>(a: &BTreeMap<K, Vec<PageId>>, b: &BTreeMap<K, Vec<PageId>>) -> bool {
    a.iter().map(|(name, list)| (name, list.len())).eq(b.iter().map(|(name, list)| (name, list.len())))
}

/// The terms a document bears, in the order of its fields.
pub(crate) fn terms(fields: &Values) -> Vec<TermRef> {
    fields.values().flat_map(|typed| typed.value.items()).filter_map(|value| value.term()).collect()
}
