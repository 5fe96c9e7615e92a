//! Lists in blocks: a copy of one shares its blocks, and another value in one place makes a single block anew.
//!
//! A preview keeps lists of all pages, documents and texts. To copy ten thousand shared values is to touch each of them
//! in memory; to copy a list in blocks is to touch one of sixty-four, and two lists are compared by their blocks.

use std::ops::Index;
use std::sync::Arc;

use rayon::prelude::*;

/// So many values lie in a block: about as many as a list of ten thousand has blocks.
const BLOCK: usize = 64;

/// A list that shares what is the same with the lists that it was copied from.
#[derive(Clone, Debug)]
pub(crate) struct Blocks<T> {
    /// All are full but the last, and none is empty.
    blocks: Vec<Arc<Vec<T>>>,
}

impl<T> Blocks<T> {
    /// How many values there are.
    pub(crate) fn len(&self) -> usize {
        let last = self.blocks.last().map_or(0, |last| last.len());
        self.blocks.len().saturating_sub(1) * BLOCK + last
    }

    /// The value at a place, if there is one.
    pub(crate) fn get(&self, at: usize) -> Option<&T> {
        self.blocks.get(at / BLOCK)?.get(at % BLOCK)
    }

    /// All values in their order.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.blocks.iter().flat_map(|block| block.iter())
    }

    /// The places of values that are others than in a list before, by a comparison of two; of a longer list also those
    /// that the other does not have. Blocks that are shared are not looked into.
    pub(crate) fn others(&self, before: &Self, same: impl Fn(&T, &T) -> bool) -> Vec<usize> {
        let blocks = self.blocks.iter().zip(&before.blocks).enumerate();
        let unshared = blocks.filter(|(_, (now, before))| !Arc::ptr_eq(now, before));
        let others = unshared.flat_map(|(at, (now, before))| {
            let others =
                now.iter().zip(&**before).enumerate().filter(|(_, (now, before))| !same(now, before));
            others.map(move |(within, _)| at * BLOCK + within).collect::<Vec<_>>()
        });
        let (short, long) = (self.len().min(before.len()), self.len().max(before.len()));
        others.chain(short..long).collect()
    }
}

impl<T: Clone> Blocks<T> {
    /// Puts another value into a place that there is.
    pub(crate) fn put(&mut self, at: usize, value: T) {
        Arc::make_mut(&mut self.blocks[at / BLOCK])[at % BLOCK] = value;
    }

    /// Adds a value behind the last.
    pub(crate) fn push(&mut self, value: T) {
        match self.blocks.last_mut().filter(|last| last.len() < BLOCK) {
            Some(last) => Arc::make_mut(last).push(value),
            None => {
                let mut block = Vec::with_capacity(BLOCK);
                block.push(value);
                self.blocks.push(Arc::new(block));
            }
        }
    }
}

impl<T: Send + Sync> Blocks<T> {
    /// All values in their order, by several threads at once.
    pub(crate) fn par_iter(&self) -> impl IndexedParallelIterator<Item = &T> {
        (0..self.len()).into_par_iter().map(|at| &self[at])
    }
}

impl<T> Default for Blocks<T> {
    fn default() -> Self {
        Self { blocks: Vec::new() }
    }
}

impl<T> Index<usize> for Blocks<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        &self.blocks[at / BLOCK][at % BLOCK]
    }
}

impl<T: Clone> FromIterator<T> for Blocks<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut list = Self::default();
        values.into_iter().for_each(|value| list.push(value));
        list
    }
}

impl<T: Clone + Send> FromParallelIterator<T> for Blocks<T> {
    fn from_par_iter<I: IntoParallelIterator<Item = T>>(values: I) -> Self {
        let values: Vec<T> = values.into_par_iter().collect();
        values.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_share_all_but_the_block_of_what_is_another() {
        let list: Blocks<usize> = (0..200).collect();
        let mut copy = list.clone();
        copy.put(70, 7);
        copy.put(199, 9);
        copy.put(0, 0);
        assert_eq!(copy.others(&list, |a, b| a == b), vec![70, 199]);
        assert_eq!((copy[70], list[70], copy.len(), copy.get(200)), (7, 70, 200, None));
        assert!(
            Arc::ptr_eq(&copy.blocks[2], &list.blocks[2]) && !Arc::ptr_eq(&copy.blocks[1], &list.blocks[1])
        );
        copy.push(200);
        assert_eq!(copy.others(&list, |a, b| a == b), vec![70, 199, 200]);
        assert_eq!(list.others(&copy, |a, b| a == b), vec![70, 199, 200]);
        assert_eq!(list.iter().sum::<usize>(), (0..200).sum::<usize>());
        assert_eq!(copy.par_iter().copied().max(), Some(200));
    }

    #[test]
    fn a_list_of_any_length_is_whole() {
        for length in [0, 1, 63, 64, 65, 128] {
            let list: Blocks<usize> = (0..length).collect();
            assert_eq!(list.len(), length);
            assert!(list.iter().copied().eq(0..length) && (0..length).all(|at| list[at] == at));
        }
    }
}
