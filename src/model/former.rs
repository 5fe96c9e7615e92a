//! Which documents took the place of which, where both can be read beside each other.

use std::collections::{BTreeMap, BTreeSet};

use super::{Page, PageId, Pages};
use crate::behaviour::Succession;
use crate::field::FieldPath;
use crate::schema::Schema;

/// The documents that each one took the place of, whichever side says so, both shown to readers and with numbered
/// clauses.
pub(super) fn former(pages: &Pages, schema: &Schema) -> BTreeMap<PageId, BTreeSet<PageId>> {
    let mut former: BTreeMap<PageId, BTreeSet<PageId>> = BTreeMap::new();
    for (id, page) in pages.iter() {
        let Some(Succession { supersedes, superseded_by, .. }) =
            schema.kind(page.kind).behaviours.succession()
        else {
            continue;
        };
        let pairs = named(page, supersedes).map(|old| (id, old));
        let pairs = pairs.chain(named(page, superseded_by).map(|new| (new, id)));
        let shown = |id: PageId| {
            let page = &pages[id];
            page.is_published() && schema.kind(page.kind).behaviours.have_clauses()
        };
        for (new, old) in pairs.filter(|(new, old)| new != old && shown(*new) && shown(*old)) {
            former.entry(new).or_default().insert(old);
        }
    }
    former
}

/// What a page says of whose place it or another took.
pub(super) fn told(page: &Page, schema: &Schema) -> Vec<[Vec<PageId>; 2]> {
    let succession = schema.kind(page.kind).behaviours.succession();
    let both =
        |said: Succession<'_>| [said.supersedes, said.superseded_by].map(|path| named(page, path).collect());
    succession.into_iter().map(both).collect()
}

/// The pages that a field names.
fn named<'p>(page: &'p Page, path: Option<&FieldPath>) -> impl Iterator<Item = PageId> + use<'p> {
    let value = path.and_then(|path| path.value(&page.fields));
    value.into_iter().flat_map(|value| value.items()).filter_map(|item| item.page())
}
