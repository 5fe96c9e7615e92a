//! Who a value points to.

/// A page of a site. Pages compare as they stand, by kind and name; and a page keeps its number while others come and
/// go, so that nothing that knows it need be made anew for them.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct PageId {
    /// Where it stands among all. There is room between two, for pages that will come.
    rank: u32,
    /// Where what is known of it lies in lists of all pages.
    slot: u32,
}

impl PageId {
    /// The number of a page that stands at a rank and whose values lie in a slot.
    pub(crate) const fn new(rank: u32, slot: u32) -> Self {
        Self { rank, slot }
    }

    /// Where it stands among all.
    pub(crate) const fn rank(self) -> u32 {
        self.rank
    }

    /// Where what is known of it lies in lists of all pages.
    pub(crate) const fn slot(self) -> usize {
        self.slot as usize
    }
}

/// The place of a file in its site.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct FileId(pub(crate) usize);
