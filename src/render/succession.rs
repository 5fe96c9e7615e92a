//! What changed a document and what took its place, by the roles that fields play in its life.

use std::collections::BTreeSet;

use tera::Value;

use super::desk::Desk;
use super::map::map;
use crate::behaviour::Succession;
use crate::field::FieldPath;
use crate::model::{Page, PageId};

impl Desk {
    /// The cards of the documents that took the place of a page, whichever side says so.
    pub(super) fn replaced_by(&self, id: PageId) -> Value {
        let page = self.site.page(id);
        let own = self.succession(page).superseded_by.and_then(|path| path.value(&page.fields));
        let own = own.into_iter().flat_map(|value| value.items()).filter_map(|value| value.page());
        let shown = own.filter(|by| self.site.page(*by).is_published());
        let mut all = self.pointing(id, |succession| succession.supersedes);
        all.extend(shown.map(|by| (self.place(by), by)));
        self.cards(&all.into_iter().map(|(_, by)| by).collect::<Vec<_>>())
    }

    /// The documents that change a page, each with the places of it that their texts name.
    pub(super) fn amended_by(&self, id: PageId) -> Value {
        let by = self.pointing(id, |succession| succession.amends).into_iter();
        let one = |by: PageId| map([("page", self.card(by)), ("places", self.named_places(id, by))]);
        by.map(|(_, by)| one(by)).collect::<Vec<_>>().into()
    }

    /// The published pages that point to a page by the field that plays a role, in the order of lists.
    fn pointing(
        &self,
        id: PageId,
        role: impl for<'b> Fn(Succession<'b>) -> Option<&'b FieldPath>,
    ) -> BTreeSet<(usize, PageId)> {
        let plays = |from: PageId, field: &str| {
            role(self.succession(self.site.page(from))).is_some_and(|path| path.as_str() == field)
        };
        let links = self.site.backlinks[id.0].iter().filter(|link| link.from != id);
        let links = links.filter(|link| link.field.as_deref().is_some_and(|field| plays(link.from, field)));
        links.map(|link| (self.place(link.from), link.from)).collect()
    }

    fn succession(&self, page: &Page) -> Succession<'_> {
        self.site.schema.kind(page.kind).behaviours.succession().unwrap_or_default()
    }

    /// The places of a page that the text of another one points to, in their order.
    fn named_places(&self, id: PageId, by: PageId) -> Value {
        let page = self.site.page(id);
        let links = self.site.backlinks[id.0].iter().filter(|link| link.from == by);
        let places: BTreeSet<usize> = links.filter_map(|link| page.outline.place(&link.anchor)).collect();
        let value = |place: usize| {
            let anchor = page.outline.anchors[place].as_str();
            let name = self.site.place_name(page, anchor).unwrap_or_default();
            map([("anchor", anchor.into()), ("name", name.into())])
        };
        places.into_iter().map(value).collect::<Vec<_>>().into()
    }
}
