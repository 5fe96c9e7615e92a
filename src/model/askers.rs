//! Who was answered with what: while documents are typed again, only those are asked whose answer may be another.

use std::collections::{BTreeMap, BTreeSet};

use super::PageId;
use super::asked::{Asked, Found};

/// The pages that were answered with a page or a term.
#[derive(Clone, Debug, Default)]
pub(super) struct Askers(BTreeMap<Found, BTreeSet<PageId>>);

impl Askers {
    /// Those that were answered with this.
    pub(super) fn of(&self, found: Found) -> impl Iterator<Item = PageId> {
        self.0.get(&found).into_iter().flatten().copied()
    }

    /// Notes what a page was answered.
    pub(super) fn put(&mut self, id: PageId, asked: &[Asked]) {
        for found in asked.iter().filter_map(Asked::found) {
            self.0.entry(found).or_default().insert(id);
        }
    }

    /// Forgets what a page was answered.
    pub(super) fn take(&mut self, id: PageId, asked: &[Asked]) {
        for found in asked.iter().filter_map(Asked::found) {
            if let Some(askers) = self.0.get_mut(&found) {
                askers.remove(&id);
                if askers.is_empty() {
                    self.0.remove(&found);
                }
            }
        }
    }
}
