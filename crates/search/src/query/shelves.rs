//! The files of sorted words: which of them holds a word, and those that were taken apart.

use crate::dictionary::{FormBlock, StemBlock};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Files of sorted words, by the first word of each.
pub(super) struct Shelf {
    pub(super) firsts: Vec<String>,
    pub(super) files: Vec<String>,
}

impl Shelf {
    /// Returns the number of the file that holds the word if any does.
    pub(super) fn number(&self, word: &str) -> Option<usize> {
        self.firsts.partition_point(|first| first.as_str() <= word).checked_sub(1)
    }
}

/// Which dictionary a file belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Rare,
    Forms,
}

/// Files of words that were read, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Opened {
    pub(super) rare: BTreeMap<usize, Arc<StemBlock>>,
    pub(super) forms: BTreeMap<usize, Arc<FormBlock>>,
}

impl Opened {
    /// Takes a file from those that were read before; tells whether it was among them.
    pub(super) fn take(&mut self, kind: Kind, number: usize, read: &Self) -> bool {
        match kind {
            Kind::Rare => {
                read.rare.get(&number).map(|block| drop(self.rare.insert(number, Arc::clone(block))))
            }
            Kind::Forms => {
                read.forms.get(&number).map(|block| drop(self.forms.insert(number, Arc::clone(block))))
            }
        }
        .is_some()
    }

    /// Takes a file apart.
    pub(super) fn read(&mut self, kind: Kind, number: usize, bytes: &[u8]) -> Option<()> {
        match kind {
            Kind::Rare => drop(self.rare.insert(number, Arc::new(StemBlock::read(bytes)?))),
            Kind::Forms => drop(self.forms.insert(number, Arc::new(FormBlock::read(bytes)?))),
        }
        Some(())
    }
}
