//! Lists: the pages of each kind in order, and the pages that bear each term.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::{Fields, Page, PageId, Value};
use crate::schema::known;
use crate::schema::{KindIndex, SCHOOL_YEAR, Schema, TermRef};
use crate::text::key;

/// The published pages of each kind in the order its list declares.
pub(super) fn listed(pages: &[Page], schema: &Schema) -> BTreeMap<KindIndex, Vec<PageId>> {
    let mut lists: BTreeMap<KindIndex, Vec<PageId>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate().filter(|(_, page)| page.is_published()) {
        lists.entry(page.kind).or_default().push(PageId(at));
    }
    for (kind, list) in &mut lists {
        let sort = schema.kind(*kind).list.as_ref().map_or(&[][..], |list| &list.sort);
        sort_pages(list, pages, sort);
    }
    lists
}

/// Sorts pages by field names, a leading `-` downwards; archived ones last, ties by title and name.
pub(crate) fn sort_pages(list: &mut [PageId], pages: &[Page], sort: &[String]) {
    list.sort_by_cached_key(|id| {
        let page = &pages[id.0];
        let fields = sort.iter().map(|name| Key::of(page, name)).collect::<Vec<_>>();
        (page.archived, fields, key(&page.title), page.name.clone())
    });
}

/// A field of a page as something to sort by. Missing values come last either way.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Key {
    value: Option<Sortable>,
    down: bool,
}

#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Sortable {
    Number(i64),
    Text(String),
}

impl Key {
    fn of(page: &Page, name: &str) -> Self {
        let (name, down) = name.strip_prefix('-').map_or((name, false), |name| (name, true));
        let value = match name {
            known::TITLE => Some(Sortable::Text(key(&page.title))),
            SCHOOL_YEAR => page.school_year.map(|year| Sortable::Number(i64::from(year))),
            known::DATE => page.date.map(|moment| sortable_date(&moment)),
            name => page.field(name).and_then(|typed| sortable(&typed.value)),
        };
        Self { value, down }
    }
}

fn sortable(value: &Value) -> Option<Sortable> {
    Some(match value {
        Value::Date(moment) => sortable_date(moment),
        Value::Integer(number) => Sortable::Number(*number),
        Value::Number(number) => Sortable::Number((number * 1000.0) as i64),
        Value::SchoolYear(year) => Sortable::Number(i64::from(*year)),
        Value::Boolean(flag) => Sortable::Number(i64::from(*flag)),
        Value::Term(term) => Sortable::Number(term.term.0 as i64),
        Value::Text(text) => Sortable::Text(key(text)),
        Value::List(items) => return sortable(&items.first()?.value),
        _ => return None,
    })
}

/// Minutes, so that days and moments sort together.
fn sortable_date(moment: &super::Moment) -> Sortable {
    let days = moment.date.since(jiff::civil::date(1970, 1, 1)).map_or(0, |span| i64::from(span.get_days()));
    let minutes = moment.time.map_or(0, |time| i64::from(time.hour()) * 60 + i64::from(time.minute()));
    Sortable::Number(days * 1440 + minutes)
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.value, &other.value) {
            (Some(a), Some(b)) if self.down => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The published pages that bear each term, newest first.
pub(super) fn by_term(pages: &[Page]) -> BTreeMap<TermRef, Vec<PageId>> {
    let mut lists: BTreeMap<TermRef, Vec<PageId>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate().filter(|(_, page)| page.is_published()) {
        for term in terms(&page.fields) {
            let list = lists.entry(term).or_default();
            if list.last() != Some(&PageId(at)) {
                list.push(PageId(at));
            }
        }
    }
    for list in lists.values_mut() {
        sort_pages(list, pages, &[format!("-{}", known::DATE)]);
    }
    lists
}

/// The terms a document bears, in the order of its fields.
pub(crate) fn terms(fields: &Fields) -> Vec<TermRef> {
    let mut terms = Vec::new();
    for typed in fields.values() {
        for value in typed.value.items() {
            if let Value::Term(term) = value {
                terms.push(*term);
            }
        }
    }
    terms
}
