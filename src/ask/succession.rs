//! What changed a document and what took its place, by the roles that fields play in its life.

use std::collections::BTreeSet;

use super::view::View;
use crate::behaviour::Succession;
use crate::field::FieldPath;
use crate::model::{Page, PageId};

/// The documents that took the place of a page, whichever side says so.
pub(super) fn replaced_by(all: &View, id: PageId) -> Vec<PageId> {
    let page = all.site.page(id);
    let own = succession(all, page).superseded_by.and_then(|path| path.value(&page.fields));
    let own = own.into_iter().flat_map(|value| value.items()).filter_map(|value| value.page());
    let shown = own.filter(|by| all.site.page(*by).is_published());
    let mut found = pointing(all, id, |succession| succession.supersedes);
    found.extend(shown.map(|by| (all.place(by), by)));
    found.into_iter().map(|(_, by)| by).collect()
}

/// The documents that change a page, each with the places of it that their texts name.
pub(super) fn amended_by(all: &View, id: PageId) -> Vec<(PageId, Vec<usize>)> {
    let by = pointing(all, id, |succession| succession.amends).into_iter();
    by.map(|(_, by)| (by, named_places(all, id, by))).collect()
}

/// The published pages that point to a page by the field that plays a role, in the order of lists.
fn pointing(
    all: &View,
    id: PageId,
    role: impl for<'b> Fn(Succession<'b>) -> Option<&'b FieldPath>,
) -> BTreeSet<(usize, PageId)> {
    let plays = |from: PageId, field: &str| {
        role(succession(all, all.site.page(from))).is_some_and(|path| path.as_str() == field)
    };
    let links = all.site.backlinks[id].iter().filter(|link| link.from != id);
    let links = links.filter(|link| link.field.as_deref().is_some_and(|field| plays(link.from, field)));
    links.map(|link| (all.place(link.from), link.from)).collect()
}

fn succession<'a>(all: &'a View, page: &Page) -> Succession<'a> {
    all.site.schema.kind(page.kind).behaviours.succession().unwrap_or_default()
}

/// The places of a page that the text of another one points to, in their order.
fn named_places(all: &View, id: PageId, by: PageId) -> Vec<usize> {
    let page = all.site.page(id);
    let links = all.site.backlinks[id].iter().filter(|link| link.from == by);
    let places: BTreeSet<usize> = links.filter_map(|link| page.outline.place(&link.anchor)).collect();
    places.into_iter().collect()
}
