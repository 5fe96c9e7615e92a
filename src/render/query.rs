//! The function `query`: pages by kind, field values and dates.

use jiff::civil::Date;
use tera::{Error, Kwargs, TeraResult, Value};

use super::args;
use super::desk::Desk;
use crate::field::field_at;
use crate::field::types::school_year;
use crate::model::order::{SortBy, sort_pages};
use crate::model::{Page, PageId};
use crate::schema::{KindIndex, SCHOOL_YEAR, TermRef, known};

/// A question, understood.
struct Query {
    /// All kinds when empty.
    kinds: Vec<KindIndex>,
    wanted: Vec<Wanted>,
    from: Option<Date>,
    before: Option<Date>,
    /// The first of these fields that is filled gives the date.
    date_fields: Vec<String>,
    order: Option<Vec<SortBy>>,
    limit: Option<usize>,
    offset: usize,
}

/// A field and the values of which it must have one.
struct Wanted {
    field: String,
    values: Vec<String>,
}

impl Desk {
    /// The cards that answer a question.
    pub(super) fn query(&self, kwargs: &Kwargs) -> TeraResult<Value> {
        let query = self.understand(kwargs)?;
        let mut found: Vec<PageId> =
            self.candidates(&query).into_iter().filter(|id| self.meets(*id, &query)).collect();
        if let Some(order) = &query.order {
            sort_pages(&mut found, &self.site.pages, order);
        }
        let limit = query.limit.unwrap_or(usize::MAX);
        let shown: Vec<PageId> = found.into_iter().skip(query.offset).take(limit).collect();
        Ok(self.cards(&shown))
    }

    fn understand(&self, kwargs: &Kwargs) -> TeraResult<Query> {
        args::only(
            self,
            kwargs,
            &["kind", "where", "on_or_after", "before", "date_field", "sort", "limit", "offset"],
        )?;
        let names = args::texts(kwargs, "kind")?;
        let kinds = names.iter().map(|name| args::kind(self, name)).collect::<TeraResult<Vec<_>>>()?;
        let wanted = self.wanted(kwargs, &kinds)?;
        let date_fields = args::texts(kwargs, "date_field")?;
        let sort = args::texts(kwargs, "sort")?;
        let order: Vec<SortBy> = sort.iter().map(|field| SortBy::parse(field)).collect();
        for field in date_fields.iter().chain(order.iter().map(|order| &order.field)) {
            self.check_field(field, &kinds)?;
        }
        // A kind by itself already stands in the order of its list.
        let by_list = order.is_empty() && kinds.len() == 1;
        let order = if order.is_empty() { vec![SortBy::parse("-date")] } else { order };
        Ok(Query {
            wanted,
            from: args::day(self, kwargs, "on_or_after")?,
            before: args::day(self, kwargs, "before")?,
            date_fields,
            order: (!by_list).then_some(order),
            limit: kwargs.get::<usize>("limit")?,
            offset: kwargs.get::<usize>("offset")?.unwrap_or(0),
            kinds,
        })
    }

    fn wanted(&self, kwargs: &Kwargs, kinds: &[KindIndex]) -> TeraResult<Vec<Wanted>> {
        let Some(value) = kwargs.get::<&Value>("where")? else { return Ok(Vec::new()) };
        let map = value.as_map().ok_or_else(|| Error::message(self.word("render-where-map", &[])))?;
        let mut wanted = Vec::new();
        for (name, value) in map {
            let field = name.as_str().unwrap_or_default().to_owned();
            self.check_field(&field, kinds)?;
            wanted.push(Wanted { field, values: args::values(value) });
        }
        Ok(wanted)
    }

    /// Refuses a field that none of the kinds has.
    fn check_field(&self, path: &str, kinds: &[KindIndex]) -> TeraResult<()> {
        let all = &self.site.schema.kinds;
        let asked =
            || all.iter().enumerate().filter(|(at, _)| kinds.is_empty() || kinds.contains(&KindIndex(*at)));
        let known = known::ANSWERED.contains(&path)
            || asked().any(|(_, kind)| field_at(&kind.fields, path).is_some());
        if known {
            return Ok(());
        }
        let names = asked().flat_map(|(_, kind)| kind.fields.iter().map(|field| field.name.as_str()));
        Err(args::unknown(self, "render-unknown-field", path, names))
    }

    /// Pages that may answer: the shortest list at hand that holds all answers.
    fn candidates(&self, query: &Query) -> Vec<PageId> {
        let narrow = query.wanted.iter().filter_map(|wanted| self.bearers(wanted, query));
        let Some(mut found) = narrow.min_by_key(Vec::len) else {
            let kinds =
                self.of_kind.iter().filter(|(kind, _)| query.kinds.is_empty() || query.kinds.contains(kind));
            return kinds.flat_map(|(_, pages)| pages.iter().copied()).collect();
        };
        found.retain(|id| self.site.page(*id).is_published());
        if query.order.is_none() {
            // What was found by a value comes in the order of dates; the list's own order is wanted.
            found.sort_by_key(|id| self.place(*id));
        }
        found
    }

    /// The pages that bear one of the wanted values, where the site keeps lists of them.
    fn bearers(&self, wanted: &Wanted, query: &Query) -> Option<Vec<PageId>> {
        let mut found = Vec::new();
        for kind in query.kinds.iter().map(|kind| self.site.schema.kind(*kind)) {
            let asked = &field_at(&kind.fields, &wanted.field)?.kind;
            if let Some(index) = asked.vocabulary() {
                let vocabulary = self.site.schema.vocabulary(index);
                for term in wanted.values.iter().filter_map(|value| vocabulary.find(value)) {
                    let term = TermRef { vocabulary: index, term };
                    found.extend(self.site.by_term.get(&term).into_iter().flatten().copied());
                }
            } else if asked.targets().is_some() {
                for id in &wanted.values {
                    // What is no document may still be written in words.
                    let target = self.site.named(id)?;
                    found.extend(self.site.backlinks.get(target.0)?.iter().map(|link| link.from));
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
        let page = self.site.page(id);
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
                typed.value.items().any(|value| values.iter().any(|wanted| value.is(wanted, &*self.site)))
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
