//! List pages: the list of each kind, page by page.

use tera::Value;

use super::body;
use super::desk::Desk;
use super::groups::Grouped;
use super::map::{map, optional};
use super::pager;
use super::sheet::{Origin, Sheet};
use crate::model::Owner;
use crate::model::routes::{Leaf, leaves};
use crate::schema::{Kind, KindIndex, Listing};

/// What the list pages of one list have in common.
pub(super) struct List {
    pub(super) title: String,
    pub(super) intro: Value,
    pub(super) address: String,
    /// The kind of its pages; empty where kinds are mixed.
    pub(super) kind: String,
    pub(super) kind_label: String,
    pub(super) feed: Option<String>,
    pub(super) grouped: Grouped,
}

impl List {
    /// The value `list` of one page; the owner of a page of the list is told by its number.
    pub(super) fn value(&self, desk: &Desk, owner: &dyn Fn(usize) -> Owner, leaf: Leaf) -> Value {
        map([
            ("title", self.title.as_str().into()),
            ("intro", self.intro.clone()),
            ("url", desk.href(&self.address).into()),
            ("kind", optional(&self.kind)),
            ("kind_label", optional(&self.kind_label)),
            ("total", self.grouped.pages.len().into()),
            ("pages", desk.cards(&self.grouped.pages[leaf.from..leaf.to])),
            ("groups", self.grouped.value(desk, leaf.from, leaf.to)),
            ("pager", pager::value(desk, owner, leaf)),
            ("feed", self.feed.as_ref().map(|feed| desk.href(feed)).into()),
        ])
    }
}

/// The list pages of all kinds.
pub(super) fn sheets(desk: &Desk) -> Vec<Sheet> {
    let kinds = desk.site.schema.kinds.iter().enumerate();
    let lists = kinds.filter_map(|(at, kind)| Some((KindIndex(at), kind, kind.list.as_ref()?)));
    lists.flat_map(|(index, kind, listing)| of_kind(desk, index, kind, listing)).collect()
}

fn of_kind(desk: &Desk, index: KindIndex, kind: &Kind, listing: &Listing) -> Vec<Sheet> {
    let pages = desk.of_kind.get(&index).map_or(&[][..], Vec::as_slice);
    let grouped = match listing.group.as_deref() {
        None | Some("none" | "") => Grouped::plain(pages.to_vec()),
        Some(by) => Grouped::new(desk, pages, by),
    };
    let list = List {
        title: kind.title.clone(),
        intro: Value::safe_string(&body::markdown(desk, &listing.intro)),
        address: listing.address.clone(),
        kind: kind.id.clone(),
        kind_label: kind.label.clone(),
        feed: desk.site.routes.feed(Some(index)).map(str::to_owned),
        grouped,
    };
    let sheet = |leaf: Leaf| {
        let address = desk.site.routes.list(index, leaf.number)?.to_owned();
        let mut context = desk.context(&address, &[(&list.title, &list.address)]);
        context.insert_value("list", list.value(desk, &|number| Owner::List(index, number), leaf));
        let (template, origin) = (listing.template.clone(), Origin::List(kind.id.clone()));
        Some(Sheet { address, template, context, origin })
    };
    leaves(list.grouped.pages.len(), listing.per_page).filter_map(sheet).collect()
}
