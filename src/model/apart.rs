//! Pages that are few and that is to be known of each time: found once, and followed while others change.

use std::collections::BTreeSet;

use super::{Page, PageId, Pages};

/// Pages that something is to be done about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Apart {
    /// Those that readers do not see.
    pub(crate) unseen: BTreeSet<PageId>,
    /// Those that readers see and that give former addresses of theirs.
    pub(crate) aliased: BTreeSet<PageId>,
}

impl Apart {
    /// Those of a site.
    pub(super) fn of(pages: &Pages) -> Self {
        let mut apart = Self::default();
        pages.iter().for_each(|(id, page)| apart.put(id, Some(page)));
        apart
    }

    /// Those of a site in which some pages are others.
    pub(super) fn moved(mut self, moved: &[PageId], pages: &Pages) -> Self {
        moved.iter().for_each(|id| self.put(*id, pages.get(*id).map(|page| &**page)));
        self
    }

    fn put(&mut self, id: PageId, page: Option<&Page>) {
        let set = |set: &mut BTreeSet<PageId>, is: bool| if is { set.insert(id) } else { set.remove(&id) };
        set(&mut self.unseen, page.is_some_and(|page| !page.is_published()));
        set(&mut self.aliased, page.is_some_and(|page| page.is_published() && !page.former.is_empty()));
    }
}
