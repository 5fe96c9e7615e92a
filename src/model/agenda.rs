//! Agendas: which events stand together in a calendar.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Moment, Month, Page, PageId, Pages, years};
use crate::behaviour::Occasion;
use crate::schema::{Kind, Schema, TermRef};

/// Whose events a calendar has.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Agenda {
    /// All of them.
    All,
    /// Those of a page to which they point, such as an association.
    Page(PageId),
    /// Those that bear a term.
    Term(TermRef),
}

/// What decides where a page stands in calendars: when it begins and ends, and whose it is.
pub(super) fn standing(page: &Page, schema: &Schema, pages: &Pages) -> Option<(Moment, Date, Vec<Agenda>)> {
    let kind = schema.kind(page.kind);
    let occasion = kind.behaviours.occasion(&page.fields, &schema.vocabularies)?;
    let seen = page.is_published() && !page.broken && !page.name.is_empty();
    seen.then(|| (occasion.starts, occasion.last_day(), subjects(page, kind, pages)))
}

/// The published events of each agenda by their beginnings. There is none without events.
pub(super) fn agendas(pages: &Pages, schema: &Schema) -> BTreeMap<Agenda, Vec<PageId>> {
    let told = |(id, page): (PageId, &Arc<Page>)| {
        let (starts, _, subjects) = standing(page, schema, pages)?;
        Some((starts, id, subjects))
    };
    let mut events: Vec<_> = pages.par_iter().filter_map(told).collect();
    events.sort_by_key(|(starts, id, _)| (*starts, *id));
    let mut agendas: BTreeMap<Agenda, Vec<PageId>> = BTreeMap::new();
    for (_, id, subjects) in events {
        for agenda in std::iter::once(Agenda::All).chain(subjects) {
            let list = agendas.entry(agenda).or_default();
            if list.last() != Some(&id) {
                list.push(id);
            }
        }
    }
    agendas
}

/// The agendas as they were, with some pages moved to their places of now. No other page has become seen or unseen.
pub(super) fn agendas_anew(
    mut agendas: BTreeMap<Agenda, Vec<PageId>>,
    moved: &[PageId],
    (before, was): (&Schema, &Pages),
    (now, is): (&Schema, &Pages),
) -> BTreeMap<Agenda, Vec<PageId>> {
    for (id, page) in moved.iter().filter_map(|id| Some((*id, was.get(*id)?))) {
        let Some((.., subjects)) = standing(page, before, was) else { continue };
        for agenda in std::iter::once(Agenda::All).chain(subjects) {
            let Some(list) = agendas.get_mut(&agenda) else { continue };
            list.retain(|one| *one != id);
            if list.is_empty() {
                agendas.remove(&agenda);
            }
        }
    }
    let begins = |id: PageId| {
        let occasion = now.kind(is[id].kind).behaviours.occasion(&is[id].fields, &now.vocabularies);
        (occasion.map(|occasion| occasion.starts), id)
    };
    for (id, page) in moved.iter().filter_map(|id| Some((*id, is.get(*id)?))) {
        let Some((starts, _, subjects)) = standing(page, now, is) else { continue };
        let subjects: BTreeSet<Agenda> = subjects.into_iter().collect();
        for agenda in std::iter::once(Agenda::All).chain(subjects) {
            let list = agendas.entry(agenda).or_default();
            list.insert(list.partition_point(|one| begins(*one) < (Some(starts), id)), id);
        }
    }
    agendas
}

/// No event stands in the calendar of more months than this.
const LONGEST: usize = 24;

/// The events of each month in which any begins or ends: those that take place in it, by their beginnings. A month in
/// which nothing begins or ends is none of the calendar's: it would only repeat the one before.
pub(super) fn months(pages: &Pages, schema: &Schema, all: &[PageId]) -> BTreeMap<Month, Vec<PageId>> {
    let days = |id: &PageId| {
        let page = &pages[*id];
        let occasion = schema.kind(page.kind).behaviours.occasion(&page.fields, &schema.vocabularies)?;
        Some((*id, Month::of(occasion.starts.date), Month::of(occasion.last_day())))
    };
    let events: Vec<(PageId, Month, Month)> = all.iter().filter_map(days).collect();
    let ends = events.iter().flat_map(|(_, first, last)| [*first, *last]);
    let mut months: BTreeMap<Month, Vec<PageId>> = ends.map(|month| (month, Vec::new())).collect();
    for (id, first, last) in events {
        months.range_mut(first..=last).take(LONGEST).for_each(|(_, list)| list.push(id));
    }
    months
}

/// The pages and terms in whose calendars an event stands.
fn subjects(page: &Page, kind: &Kind, pages: &Pages) -> Vec<Agenda> {
    let fields = kind.list.iter().flat_map(|list| &list.calendars);
    let values = fields.filter_map(|path| page.field(path)).flat_map(|typed| typed.value.items());
    let subjects = values.filter_map(|value| {
        let of_page = value.page().filter(|id| pages[*id].is_published()).map(Agenda::Page);
        of_page.or_else(|| value.term().map(Agenda::Term))
    });
    subjects.collect()
}

impl Agenda {
    /// Where the page on calendars tells of it.
    pub(crate) fn anchor(self, pages: &Pages, schema: &Schema) -> String {
        match self {
            Self::All => "calendar-all".to_owned(),
            Self::Page(id) => format!("calendar-{}", pages[id].name),
            Self::Term(term) => {
                format!("calendar-{}-{}", schema.vocabulary(term.vocabulary).id, schema.term(term).id)
            }
        }
    }

    /// What its events have in common; nothing for that of everything, which the site's words name.
    pub(crate) fn title<'s>(self, pages: &'s Pages, schema: &'s Schema) -> &'s str {
        match self {
            Self::All => "",
            Self::Page(id) => &pages[id].title,
            Self::Term(term) => &schema.term(term).label,
        }
    }
}

/// The day on which an event is dropped from what calendars fetch day by day: a school year after its own, so that
/// they stay short however long a site lives. Its own file stays.
pub(crate) fn dropped(occasion: &Occasion<'_>) -> Option<Date> {
    years::first_day(years::of_day(occasion.last_day()) + 2)
}
