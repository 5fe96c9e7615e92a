//! Which places of a page the texts and fields of other pages point to.

use std::collections::{BTreeMap, BTreeSet};

use super::view::View;
use crate::model::PageId;

/// The places of a page that others point to, by their numbers in its text, with those pages in the order of lists.
pub(super) fn places(all: &View, target: PageId) -> Vec<(usize, Vec<PageId>)> {
    let page = all.site.page(target);
    let mut places = BTreeMap::<usize, BTreeSet<(usize, PageId)>>::new();
    for link in all.site.backlinks[target].iter() {
        let shown = all.site.page(link.from).is_published() && link.from != target;
        let place = page.outline.place(&link.anchor);
        if let Some(place) = place.filter(|_| shown) {
            places.entry(place).or_default().insert((all.place(link.from), link.from));
        }
    }
    places.into_iter().map(|(place, pages)| (place, pages.into_iter().map(|(_, id)| id).collect())).collect()
}
