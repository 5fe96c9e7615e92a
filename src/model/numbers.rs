//! The numbers of pages: ranks with room between them, and slots that are free.

use super::PageId;

/// The numbers that were given, in the order of pages.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    all: Vec<PageId>,
    /// So many slots were ever needed.
    slots: u32,
    /// Those of pages that went before the last change.
    free: Vec<u32>,
    /// Those of pages that went with the last change. Nobody gets one at once: where a page went and another came, both
    /// are told of.
    left: Vec<u32>,
}

impl Numbers {
    /// Numbers for so many pages, as far apart as there is room for.
    pub(super) fn of(pages: usize) -> Self {
        let slots = u32::try_from(pages).unwrap_or(u32::MAX - 1);
        let apart = u32::MAX / (slots + 1);
        let all = (0..slots).map(|at| PageId::new((at + 1) * apart, at)).collect();
        Self { all, slots, ..Self::default() }
    }

    /// All numbers, in the order of pages.
    pub(super) fn all(&self) -> &[PageId] {
        &self.all
    }

    /// The same, for another change.
    pub(super) fn again(&self) -> Self {
        let mut next = self.clone();
        next.free.append(&mut next.left);
        next
    }

    /// Takes the number of a page that went.
    pub(super) fn take(&mut self, id: PageId) {
        if let Ok(at) = self.all.binary_search(&id) {
            self.all.remove(at);
            self.left.extend(u32::try_from(id.slot()));
        }
    }

    /// Gives a number to a page that came to stand at a place among all. Nothing when there is no room left there.
    pub(super) fn give(&mut self, at: usize) -> Option<PageId> {
        let before = at.checked_sub(1).and_then(|before| self.all.get(before)).map_or(0, |id| id.rank());
        let after = self.all.get(at).map_or(u32::MAX, |id| id.rank());
        let rank = before + (after - before) / 2;
        if rank == before {
            return None;
        }
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots += 1;
            self.slots - 1
        });
        let id = PageId::new(rank, slot);
        self.all.insert(at, id);
        Some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_and_a_new_one_stands_where_its_page_does() {
        let mut numbers = Numbers::of(3);
        let [a, b, c] = numbers.all()[..] else { panic!("three pages have three numbers") };
        let new = numbers.give(1);
        numbers.take(b);
        assert!(new.is_some_and(|new| a < new && new < b && new.slot() == 3));
        assert_eq!(numbers.all(), [a, new.unwrap(), c]);
        // A slot that became free is another page's with the next change only.
        assert_eq!(numbers.give(3).map(PageId::slot), Some(4));
        assert_eq!(numbers.again().give(0).map(PageId::slot), Some(b.slot()));
    }

    #[test]
    fn where_there_is_no_room_there_is_no_number() {
        let mut numbers = Numbers::of(1);
        assert!((0..64).any(|_| numbers.give(1).is_none()));
        assert!(numbers.all().is_sorted() && numbers.give(0).is_some());
    }
}
