//! List pages: the list of each kind, page by page.

use tera::Value;

use super::body;
use super::calendar;
use super::desk::Desk;
use super::groups::Grouped;
use super::map::{map, optional};
use super::pager;
use super::sheet::{Origin, Sheet};
use crate::model::routes::{Leaf, leaves};
use crate::model::{Agenda, Owner};
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
    /// Whose events a calendar has that is offered with it.
    pub(super) agenda: Option<Agenda>,
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
            ("calendar", self.agenda.map(|agenda| calendar::value(desk, None, agenda)).into()),
        ])
    }
}

/// A page of the list of a kind, by its number from 1.
pub(super) fn sheet(desk: &Desk, index: KindIndex, number: usize) -> Option<Sheet> {
    let kind = desk.site.schema.kind(index);
    let listing = kind.list.as_ref()?;
    let list = desk.list(Owner::List(index, 1), || of_kind(desk, index, kind, listing));
    let leaf = leaves(list.grouped.pages.len(), listing.per_page).nth(number.checked_sub(1)?)?;
    let address = desk.site.routes.list(index, number)?;
    let mut context = desk.context(address, &[(&list.title, &list.address)]);
    context.insert_value("list", list.value(desk, &|number| Owner::List(index, number), leaf));
    Some(Sheet { template: listing.template.clone(), context, origin: Origin::List(kind.id.clone()) })
}

fn of_kind(desk: &Desk, index: KindIndex, kind: &Kind, listing: &Listing) -> List {
    let pages = desk.answers.view().of_kind(index);
    let grouped = match listing.group.as_deref() {
        None | Some("none" | "") => Grouped::plain(pages.to_vec()),
        Some(by) => Grouped::new(desk, pages, by),
    };
    List {
        title: kind.title.clone(),
        intro: Value::safe_string(&body::markdown(desk, &listing.intro)),
        address: listing.address.clone(),
        kind: kind.id.clone(),
        kind_label: kind.label.clone(),
        feed: desk.site.routes.feed(Some(index)).map(str::to_owned),
        agenda: pages
            .iter()
            .any(|id| desk.site.occasion(desk.site.page(*id)).is_some())
            .then_some(Agenda::All),
        grouped,
    }
}
