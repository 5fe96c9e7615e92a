//! A value for each page of a site.

use std::ops::Index;

use rayon::prelude::*;

use super::PageId;
use crate::blocks::Blocks;

/// A value for each page, found by its number. A copy shares what is the same. Values lie in slots, of which some may
/// be free: their order is nobody's business, and whoever needs pages in theirs compares numbers.
#[derive(Clone, Debug)]
pub(crate) struct ByPage<T>(Blocks<Option<(PageId, T)>>);

impl<T> ByPage<T> {
    /// The value of a page, if there is such a page.
    pub(crate) fn get(&self, id: PageId) -> Option<&T> {
        let (page, value) = self.0.get(id.slot())?.as_ref()?;
        (*page == id).then_some(value)
    }

    /// The slots that there are, free ones too.
    pub(crate) fn slots(&self) -> usize {
        self.0.len()
    }

    /// All values with their pages, in no order that anybody may see.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (PageId, &T)> {
        self.0.iter().flatten().map(|(id, value)| (*id, value))
    }

    /// The pages whose value is another than in a list before, by a comparison of two, and those that came or went, in
    /// their order. What both lists share is not looked into.
    pub(crate) fn others(&self, before: &Self, same: impl Fn(&T, &T) -> bool) -> Vec<PageId> {
        let alike = |now: &Option<(PageId, T)>, was: &Option<(PageId, T)>| match (now, was) {
            (Some((now, a)), Some((was, b))) => now == was && same(a, b),
            (now, was) => now.is_none() && was.is_none(),
        };
        let at = |list: &Self, slot: usize| Some(list.0.get(slot)?.as_ref()?.0);
        let slots = self.0.others(&before.0, alike).into_iter();
        let mut others: Vec<PageId> =
            slots.flat_map(|slot| [at(self, slot), at(before, slot)]).flatten().collect();
        others.sort_unstable();
        others.dedup();
        others
    }
}

impl<T: Clone> ByPage<T> {
    /// Puts the value of a page in its place.
    pub(crate) fn put(&mut self, id: PageId, value: T) {
        while self.0.len() <= id.slot() {
            self.0.push(None);
        }
        self.0.put(id.slot(), Some((id, value)));
    }

    /// Takes a page away, if it is there.
    pub(crate) fn take(&mut self, id: PageId) {
        if self.get(id).is_some() {
            self.0.put(id.slot(), None);
        }
    }
}

impl<T: Send + Sync> ByPage<T> {
    /// All values with their pages, by several threads at once.
    pub(crate) fn par_iter(&self) -> impl ParallelIterator<Item = (PageId, &T)> {
        self.0.par_iter().flatten().map(|(id, value)| (*id, value))
    }
}

impl<T> Default for ByPage<T> {
    fn default() -> Self {
        Self(Blocks::default())
    }
}

impl<T> Index<PageId> for ByPage<T> {
    type Output = T;

    fn index(&self, id: PageId) -> &T {
        match self.get(id) {
            Some(value) => value,
            None => panic!("no page has this number: {id:?}"),
        }
    }
}

impl<T: Clone> FromIterator<(PageId, T)> for ByPage<T> {
    fn from_iter<I: IntoIterator<Item = (PageId, T)>>(values: I) -> Self {
        let mut list = Self::default();
        values.into_iter().for_each(|(id, value)| list.put(id, value));
        list
    }
}

impl<T: Clone + Send> FromParallelIterator<(PageId, T)> for ByPage<T> {
    fn from_par_iter<I: IntoParallelIterator<Item = (PageId, T)>>(values: I) -> Self {
        let values: Vec<(PageId, T)> = values.into_par_iter().collect();
        values.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_came_who_went_and_who_is_another_are_told() {
        let id = |rank: u32, slot: u32| PageId::new(rank, slot);
        let before: ByPage<u8> = (0..3).map(|at| (id(at * 10, at), 0)).collect();
        let mut now = before.clone();
        now.take(id(10, 1));
        now.put(id(5, 3), 0);
        now.put(id(20, 2), 1);
        assert_eq!(now.others(&before, |a, b| a == b), [id(5, 3), id(10, 1), id(20, 2)]);
        assert_eq!((now.get(id(10, 1)), now.get(id(11, 2)), now[id(5, 3)]), (None, None, 0));
        assert_eq!(now.iter().map(|(id, _)| id.rank()).collect::<Vec<_>>(), [0, 20, 5]);
    }
}
