//! The order of pages: by their fields, then by title and name. Lists, answers to templates and pages of terms stand in
//! it alike.

use std::cmp::Ordering;

use super::{Page, PageId, Pages};
use crate::field::{Order, types};
use crate::schema::{SCHOOL_YEAR, STATE, known};

/// A field to sort by.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) struct SortBy {
    /// Its path, or a name of [`known::ANSWERED`].
    pub(crate) field: String,
    down: bool,
}

impl SortBy {
    /// Reads `start`, or `-start` for downwards.
    pub(crate) fn parse(text: &str) -> Self {
        let bare = text.trim();
        Self { field: bare.trim_start_matches('-').to_owned(), down: bare.starts_with('-') }
    }

    fn compare(&self, a: Option<&Order>, b: Option<&Order>) -> Ordering {
        match (a, b) {
            (Some(a), Some(b)) => {
                let up = a.partial_cmp(b).unwrap_or(Ordering::Equal);
                if self.down { up.reverse() } else { up }
            }
            // What is missing comes last either way.
            (a, b) => b.is_some().cmp(&a.is_some()),
        }
    }
}

/// Sorts pages; those of the archive stand behind all others.
pub(crate) fn sort_pages(list: &mut [PageId], pages: &Pages, sort: &[SortBy]) {
    let mut rows: Vec<Row<'_>> = list.iter().map(|id| Row::of(*id, &pages[*id], sort)).collect();
    rows.sort_by(|a, b| a.compare(b, sort));
    for (slot, row) in list.iter_mut().zip(rows) {
        *slot = row.id;
    }
}

/// The place of a page in a list that is sorted so and does not have it.
pub(super) fn place(id: PageId, list: &[PageId], pages: &Pages, sort: &[SortBy]) -> usize {
    let row = Row::of(id, &pages[id], sort);
    list.partition_point(|other| Row::of(*other, &pages[*other], sort).compare(&row, sort).is_lt())
}

/// What a page is sorted by.
struct Row<'p> {
    id: PageId,
    archived: bool,
    fields: Vec<Option<Order>>,
    title: &'p str,
    name: &'p str,
}

impl<'p> Row<'p> {
    fn of(id: PageId, page: &'p Page, sort: &[SortBy]) -> Self {
        let fields = sort.iter().map(|by| order(page, &by.field)).collect();
        Self { id, archived: page.archived, fields, title: &page.title_key, name: &page.name }
    }

    fn compare(&self, other: &Self, sort: &[SortBy]) -> Ordering {
        let fields = self.fields.iter().zip(&other.fields).zip(sort);
        let by_fields = fields.map(|((a, b), by)| by.compare(a.as_ref(), b.as_ref()));
        let first = by_fields.into_iter().find(|ordering| ordering.is_ne()).unwrap_or(Ordering::Equal);
        let before = self.archived.cmp(&other.archived).then(first);
        before.then_with(|| self.title.cmp(other.title)).then_with(|| self.name.cmp(other.name))
    }
}

fn order(page: &Page, field: &str) -> Option<Order> {
    match field {
        known::TITLE => Some(Order::Text(page.title_key.clone())),
        known::ID => Some(Order::Text(page.name.clone())),
        known::DATE => page.date.map(types::order_of),
        STATE => page.state.as_ref().map(|state| Order::Text(state.state.name().to_owned())),
        SCHOOL_YEAR => page.school_year.map(|start| Order::Number(start.into())),
        path => page.field(path)?.value.order(),
    }
}
