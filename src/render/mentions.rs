//! The function `mentions`: which places of a page the texts and fields of other pages point to.

use std::collections::{BTreeMap, BTreeSet};

use tera::{Kwargs, TeraResult, Value};

use super::args;
use super::desk::Desk;
use super::map::map;
use crate::model::PageId;

impl Desk {
    /// The places of a page that others point to, in the order of its text, with the cards of those pages.
    pub(super) fn mentions(&self, kwargs: &Kwargs) -> TeraResult<Value> {
        args::only(self, kwargs, &["id"])?;
        let target = self.named(kwargs)?;
        let page = self.site.page(target);
        let mut places = BTreeMap::<usize, BTreeSet<(usize, PageId)>>::new();
        for link in self.site.backlinks.get(target.0).into_iter().flatten() {
            let shown = self.site.page(link.from).is_published() && link.from != target;
            let place = page.outline.place(&link.anchor);
            if let Some(place) = place.filter(|_| shown) {
                places.entry(place).or_default().insert((self.place(link.from), link.from));
            }
        }
        let values = places.into_iter().map(|(place, pages)| {
            let anchor = page.outline.anchors[place].as_str();
            let pages: Vec<PageId> = pages.into_iter().map(|(_, id)| id).collect();
            map([
                ("anchor", anchor.into()),
                ("name", self.site.place_name(page, anchor).unwrap_or_default().into()),
                ("pages", self.cards(&pages)),
            ])
        });
        Ok(values.collect::<Vec<_>>().into())
    }
}
