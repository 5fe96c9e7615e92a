//! A line of the lock.

use std::collections::BTreeSet;

/// One document's addresses.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Entry {
    pub(super) fingerprint: String,
    pub(super) address: String,
    pub(super) former: BTreeSet<String>,
    /// Where the line stands in the file.
    pub(super) line: (usize, usize),
}

impl Entry {
    /// The address, then the former ones.
    pub(super) fn addresses(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.address).chain(&self.former)
    }
}
