//! Lists: the pages of each kind in order, and the pages that bear each term.

use std::collections::BTreeMap;

use super::order::{SortBy, sort_pages};
use super::{Page, PageId};
use crate::field::Values;
use crate::schema::{KindIndex, Schema, TermRef, known};

/// The published pages of each kind in the order its list declares.
pub(super) fn listed(pages: &[Page], schema: &Schema) -> BTreeMap<KindIndex, Vec<PageId>> {
    let mut lists: BTreeMap<KindIndex, Vec<PageId>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate().filter(|(_, page)| page.is_published()) {
        lists.entry(page.kind).or_default().push(PageId(at));
    }
    for (kind, list) in &mut lists {
        let sort = schema.kind(*kind).list.as_ref().map_or(&[][..], |list| &list.sort);
        let sort: Vec<SortBy> = sort.iter().map(|field| SortBy::parse(field)).collect();
        sort_pages(list, pages, &sort);
    }
    lists
}

/// The published pages that bear each term, newest first.
pub(super) fn by_term(pages: &[Page]) -> BTreeMap<TermRef, Vec<PageId>> {
    let mut lists: BTreeMap<TermRef, Vec<PageId>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate().filter(|(_, page)| page.is_published()) {
        for term in terms(&page.fields) {
            let list = lists.entry(term).or_default();
            if list.last() != Some(&PageId(at)) {
                list.push(PageId(at));
            }
        }
    }
    for list in lists.values_mut() {
        sort_pages(list, pages, &[SortBy::parse(&format!("-{}", known::DATE))]);
    }
    lists
}

/// The terms a document bears, in the order of its fields.
pub(crate) fn terms(fields: &Values) -> Vec<TermRef> {
    fields.values().flat_map(|typed| typed.value.items()).filter_map(|value| value.term()).collect()
}
