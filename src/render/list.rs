//! Lists: what the pages of one list have in common, made when the first of them is drawn.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use tera::Value;

use super::calendar;
use super::cards::Cards;
use super::context::Context;
use super::groups::Grouped;
use super::hours;
use super::map::{map, optional};
use super::open;
use super::pager;
use crate::model::routes::Leaf;
use crate::model::{Agenda, Owner};
use crate::schema::KindIndex;

/// What the pages of one list have in common.
pub(super) struct List {
    pub(super) title: String,
    pub(super) intro: Value,
    pub(super) address: String,
    /// The kind of its pages; empty where kinds are mixed.
    pub(super) kind: String,
    pub(super) kind_label: String,
    pub(super) feed: Option<String>,
    /// The years that have pages of their own, with their addresses and how much is of each.
    pub(super) years: Vec<(String, String, usize)>,
    /// The kind of which it has open data.
    pub(super) data: Option<KindIndex>,
    /// The kind of which the hours of all pages are one calendar.
    pub(super) hours: Option<KindIndex>,
    /// Whose events a calendar has that is offered with it.
    pub(super) agenda: Option<Agenda>,
    pub(super) grouped: Grouped,
}

impl List {
    /// The value `list` of one page; the owner of a page of the list is told by its number.
    pub(super) fn value(
        &self,
        context: &Context,
        cards: &Cards,
        owner: &dyn Fn(usize) -> Owner,
        leaf: Leaf,
    ) -> Value {
        map([
            ("title", self.title.as_str().into()),
            ("intro", self.intro.clone()),
            ("url", context.href(&self.address).into()),
            ("kind", optional(&self.kind)),
            ("kind_label", optional(&self.kind_label)),
            ("total", self.grouped.pages.len().into()),
            ("pages", cards.of(&self.grouped.pages[leaf.from..leaf.to])),
            ("groups", self.grouped.value(context, cards, leaf.from, leaf.to)),
            ("pager", pager::value(context, owner, leaf)),
            ("feed", self.feed.as_ref().map(|feed| context.href(feed)).into()),
            ("years", self.years(context)),
            ("data", self.data.map_or_else(Value::none, |kind| open::ways(context, kind))),
            ("hours", self.hours.map_or_else(Value::none, |kind| hours::of_kind(context, kind))),
            ("calendar", self.agenda.map(|agenda| calendar::value(context, None, agenda)).into()),
        ])
    }
}

impl List {
    /// The years that have pages of their own.
    fn years(&self, context: &Context) -> Value {
        let year = |(title, address, count): &(String, String, usize)| {
            map([
                ("label", title.as_str().into()),
                ("url", context.href(address).into()),
                ("count", (*count).into()),
                ("current", (*address == self.address).into()),
            ])
        };
        self.years.iter().map(year).collect::<Vec<_>>().into()
    }
}

/// Lists that were asked for, by the owner of their first page.
#[derive(Default)]
pub(super) struct Listed(RwLock<BTreeMap<Owner, Arc<List>>>);

impl Listed {
    /// The list whose first page has this owner.
    pub(super) fn list(&self, first: Owner, make: impl FnOnce() -> List) -> Arc<List> {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&first) {
            return Arc::clone(known);
        }
        let made = Arc::new(make());
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(first, Arc::clone(&made));
        made
    }
}
