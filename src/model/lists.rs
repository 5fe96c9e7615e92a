//! Lists: the pages of each kind in order, and the pages that bear each term.

use std::collections::{BTreeMap, BTreeSet};

use super::order::{SortBy, place, sort_pages};
use super::{Page, PageId, Pages};
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
    (before, now): (&Pages, &Pages),
    schema: &Schema,
) -> BTreeMap<KindIndex, Vec<PageId>> {
    for (id, page) in among(before, moved) {
        take(&mut lists, page.kind, id);
    }
    for (id, page) in among(now, moved).filter(|(_, page)| page.is_published()) {
        let list = lists.entry(page.kind).or_default();
        list.insert(place(id, list, now, &sorted_by(page.kind, schema)), id);
    }
    lists
}

/// Those of some pages that there are.
fn among<'p>(pages: &'p Pages, moved: &[PageId]) -> impl Iterator<Item = (PageId, &'p Page)> {
    moved.iter().filter_map(|id| Some((*id, &**pages.get(*id)?)))
}

/// The lists of terms as they were, with some pages moved to their places of now.
pub(super) fn by_term_anew(
    mut lists: BTreeMap<TermRef, Vec<PageId>>,
    moved: &[PageId],
    (before, now): (&Pages, &Pages),
) -> BTreeMap<TermRef, Vec<PageId>> {
    for (id, page) in among(before, moved) {
        terms(&page.fields).into_iter().for_each(|term| take(&mut lists, term, id));
    }
    for (id, page) in among(now, moved).filter(|(_, page)| page.is_published()) {
        let borne: BTreeSet<TermRef> = terms(&page.fields).into_iter().collect();
        for term in borne {
            let list = lists.entry(term).or_default();
            list.insert(place(id, list, now, &newest_first()), id);
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
pub(super) fn listed(pages: &Pages, schema: &Schema) -> BTreeMap<KindIndex, Vec<PageId>> {
    let mut lists: BTreeMap<KindIndex, Vec<PageId>> = BTreeMap::new();
    for (id, page) in pages.iter().filter(|(_, page)| page.is_published()) {
        lists.entry(page.kind).or_default().push(id);
    }
    for (kind, list) in &mut lists {
        sort_pages(list, pages, &sorted_by(*kind, schema));
    }
    lists
}

/// The published pages that bear each term, newest first.
pub(super) fn by_term(pages: &Pages) -> BTreeMap<TermRef, Vec<PageId>> {
    // Sorted once for all terms: a term borne by thousands of pages is none the dearer.
    let published = pages.iter().filter(|(_, page)| page.is_published());
    let mut newest: Vec<PageId> = published.map(|(id, _)| id).collect();
    sort_pages(&mut newest, pages, &newest_first());
    let mut lists: BTreeMap<TermRef, Vec<PageId>> = BTreeMap::new();
    for id in newest {
        for term in terms(&pages[id].fields) {
            let list = lists.entry(term).or_default();
            if list.last() != Some(&id) {
                list.push(id);
            }
        }
    }
    lists
}

/// How many pages of each list are of each year of their days; those without a day are of none.
pub(crate) type Years = BTreeMap<KindIndex, BTreeMap<Option<i16>, usize>>;

/// How many pages of each list are of each year.
pub(super) fn years(listed: &BTreeMap<KindIndex, Vec<PageId>>, pages: &Pages) -> Years {
    let mut years = Years::new();
    for id in listed.values().flatten() {
        *count(&mut years, &pages[*id]) += 1;
    }
    years
}

/// The same when some pages are others than before.
pub(super) fn years_anew(mut years: Years, moved: &[PageId], (before, now): (&Pages, &Pages)) -> Years {
    for (_, page) in among(before, moved).filter(|(_, page)| page.is_published()) {
        *count(&mut years, page) -= 1;
    }
    for (_, page) in among(now, moved).filter(|(_, page)| page.is_published()) {
        *count(&mut years, page) += 1;
    }
    years.values_mut().for_each(|years| years.retain(|_, pages| *pages > 0));
    years.retain(|_, years| !years.is_empty());
    years
}

fn count<'y>(years: &'y mut Years, page: &Page) -> &'y mut usize {
    let year = page.date.map(|day| day.date.year());
    years.entry(page.kind).or_default().entry(year).or_default()
}

/// Whether lists are as long as others of the same names.
pub(super) fn are_as_long<K: Eq>(a: &BTreeMap<K, Vec<PageId>>, b: &BTreeMap<K, Vec<PageId>>) -> bool {
    a.iter().map(|(name, list)| (name, list.len())).eq(b.iter().map(|(name, list)| (name, list.len())))
}

/// The terms a document bears, in the order of its fields.
pub(crate) fn terms(fields: &Values) -> Vec<TermRef> {
    fields.values().flat_map(|typed| typed.value.items()).filter_map(|value| value.term()).collect()
}
