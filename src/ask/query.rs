//! Pages by kind, field values and dates.

use jiff::civil::Date;

use super::view::View;
use crate::field::field_at;
use crate::field::types::school_year;
use crate::model::order::{SortBy, sort_pages};
use crate::model::{Page, PageId};
use crate::schema::{KindIndex, SCHOOL_YEAR, TermRef};

/// What pages are wanted.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) struct Query {
    /// All kinds when empty.
    pub(crate) kinds: Vec<KindIndex>,
    /// Each of these.
    pub(crate) wanted: Vec<Wanted>,
    /// On this day or after it.
    pub(crate) from: Option<Date>,
    /// Before this day.
    pub(crate) before: Option<Date>,
    /// The first of these fields that is filled gives the day; that of the page where none is named.
    pub(crate) date_fields: Vec<String>,
    /// The order; that of lists when there is none.
    pub(crate) order: Option<Vec<SortBy>>,
    /// At most so many.
    pub(crate) limit: Option<usize>,
    /// Without so many of the first.
    pub(crate) offset: usize,
}

/// A field and the values of which it must have one.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) struct Wanted {
    /// Its path, or a name that every page answers to.
    pub(crate) field: String,
    /// The values, as templates write them.
    pub(crate) values: Vec<String>,
}

/// The pages that a query wants.
pub(super) fn pages(all: &View, query: &Query) -> Vec<PageId> {
    let asked = Asked(all);
    let mut found: Vec<PageId> =
        asked.candidates(query).into_iter().filter(|id| asked.meets(*id, query)).collect();
    if let Some(order) = &query.order {
        sort_pages(&mut found, &all.site.pages, order);
    }
    found.into_iter().skip(query.offset).take(query.limit.unwrap_or(usize::MAX)).collect()
}

struct Asked<'a>(&'a View);

impl Asked<'_> {
    /// Pages that may answer: the shortest list at hand that holds all answers.
    fn candidates(&self, query: &Query) -> Vec<PageId> {
        let narrow = query.wanted.iter().filter_map(|wanted| self.bearers(wanted, query));
        let Some(mut found) = narrow.min_by_key(Vec::len) else {
            let kinds = self
                .0
                .site
                .listed
                .iter()
                .filter(|(kind, _)| query.kinds.is_empty() || query.kinds.contains(kind));
            return kinds.flat_map(|(_, pages)| pages.iter().copied()).collect();
        };
        found.retain(|id| self.0.site.page(*id).is_published());
        if query.order.is_none() {
            // What was found by a value comes in the order of dates; the list's own order is wanted.
            found.sort_by_key(|id| self.0.place(*id));
        }
        found
    }

    /// The pages that bear one of the wanted values, where the site keeps lists of them.
    fn bearers(&self, wanted: &Wanted, query: &Query) -> Option<Vec<PageId>> {
        let mut found = Vec::new();
        for kind in query.kinds.iter().map(|kind| self.0.site.schema.kind(*kind)) {
            let asked = &field_at(&kind.fields, &wanted.field)?.kind;
            if let Some(index) = asked.vocabulary() {
                let vocabulary = self.0.site.schema.vocabulary(index);
                for term in wanted.values.iter().filter_map(|value| vocabulary.find(value)) {
                    let term = TermRef { vocabulary: index, term };
                    found.extend(self.0.site.by_term.get(&term).into_iter().flatten().copied());
                }
            } else if asked.targets().is_some() {
                for id in &wanted.values {
                    // What is no document may still be written in words.
                    let target = self.0.site.named(id)?;
                    found.extend(self.0.site.backlinks.get(target)?.iter().map(|link| link.from));
                }
            } else {
                return None;
            }
        }
        if query.kinds.is_empty() {
            return None;
        }
        found.sort_unstable();
        found.dedup();
        Some(found)
    }

    fn meets(&self, id: PageId, query: &Query) -> bool {
        let page = self.0.site.page(id);
        (query.kinds.is_empty() || query.kinds.contains(&page.kind))
            && query.wanted.iter().all(|wanted| self.has(page, wanted))
            && self.in_time(page, query)
    }

    fn has(&self, page: &Page, Wanted { field, values }: &Wanted) -> bool {
        match field.as_str() {
            "state" => {
                page.state.as_ref().is_some_and(|state| values.iter().any(|v| v == state.state.name()))
            }
            "id" => values.contains(&page.name),
            "title" => values.contains(&page.title),
            SCHOOL_YEAR => page.school_year.is_some_and(|start| {
                values.iter().any(|wanted| *wanted == start.to_string() || *wanted == school_year(start))
            }),
            path => page.field(path).is_some_and(|typed| {
                typed.value.items().any(|value| values.iter().any(|wanted| value.is(wanted, &*self.0.site)))
            }),
        }
    }

    fn in_time(&self, page: &Page, query: &Query) -> bool {
        if query.from.is_none() && query.before.is_none() {
            return true;
        }
        let given = query.date_fields.iter().find_map(|field| page.moment(field));
        let date = if query.date_fields.is_empty() { page.date } else { given };
        date.is_some_and(|moment| {
            query.from.is_none_or(|from| moment.date >= from)
                && query.before.is_none_or(|before| moment.date < before)
        })
    }
}
