//! The sums of the files that certificates name: of no others, since it costs reading them whole.

use std::collections::BTreeMap;

use super::store::Store;
use super::tree::Found;
use crate::ledger::Ledger;
use crate::office::Authors;

/// The sums by paths; none of a file that is not there or is not published.
pub(super) fn of(
    ledger: &Ledger,
    files: &[Found],
    keep_authors: bool,
    store: &mut Store,
) -> BTreeMap<String, Vec<String>> {
    let named = ledger.entries().flat_map(|entry| entry.files.iter().map(|(path, _)| path));
    let mut sums = BTreeMap::new();
    for path in named {
        let at = files.binary_search_by(|found| found.path.cmp(path)).ok();
        let found = at.map(|at| &files[at]).filter(|found| !found.refused && !sums.contains_key(path));
        let alike =
            found.and_then(|found| store.sums(found, found.authors == Authors::Told && !keep_authors));
        sums.extend(alike.map(|alike| (path.clone(), alike)));
    }
    sums
}
