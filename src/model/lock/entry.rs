//! A line of the lock.

use std::collections::BTreeSet;

use jiff::civil::Date;

/// One document's addresses.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Entry {
    /// Of the document, or the day from which readers see it: `2026-12-24`. Empty in the lines of pages that readers see,
    /// which tell it themselves.
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

    /// Whether readers see the document only from a day on that is still to come.
    pub(super) fn is_awaited(&self, today: Date) -> bool {
        // Fingerprints are sixteen signs long and no days.
        self.fingerprint.parse::<Date>().is_ok_and(|day| day > today)
    }
}
