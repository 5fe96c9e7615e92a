//! The pages by their addresses.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{PageId, Pages, Site};

/// Pages by their addresses.
pub(super) type ByUrl = Arc<BTreeMap<String, PageId>>;

/// The pages that readers see, or those that they do not, in the order of `ids`: of two at one address the last has it.
pub(super) fn by_url(ids: &[PageId], pages: &Pages, seen: bool) -> ByUrl {
    let all = ids.iter().map(|id| (*id, &pages[*id])).filter(|(_, page)| page.is_published() == seen);
    Arc::new(all.map(|(id, page)| (page.url.clone(), id)).collect())
}

/// The same as in a site before with some pages moved to their addresses of now. Nothing where two want one.
pub(super) fn by_url_anew(before: &Site, moved: &[PageId], pages: &Pages, seen: bool) -> Option<ByUrl> {
    let mut known = (**if seen { &before.by_url } else { &before.hidden }).clone();
    let there = |pages: &Pages| {
        let all = moved.iter().filter_map(|id| Some((*id, Arc::clone(pages.get(*id)?))));
        all.filter(|(_, page)| page.is_published() == seen).collect::<Vec<_>>()
    };
    for (id, page) in there(&before.pages) {
        known.remove(&page.url).filter(|one| *one == id)?;
    }
    for (id, page) in there(pages) {
        if known.insert(page.url.clone(), id).is_some() {
            return None;
        }
    }
    Some(Arc::new(known))
}
