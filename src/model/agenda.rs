//! Agendas: which events stand together in a calendar.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Page, PageId, years};
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

/// The published events of each agenda by their beginnings. There is none without events.
pub(super) fn agendas(pages: &[Arc<Page>], schema: &Schema) -> BTreeMap<Agenda, Vec<PageId>> {
    let told = |(at, page): (usize, &Arc<Page>)| {
        let kind = schema.kind(page.kind);
        let occasion = kind.behaviours.occasion(&page.fields, &schema.vocabularies)?;
        let seen = page.is_published() && !page.broken && !page.name.is_empty();
        seen.then(|| (occasion.starts, PageId(at), subjects(page, kind, pages)))
    };
    let mut events: Vec<_> = pages.iter().enumerate().filter_map(told).collect();
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

/// The pages and terms in whose calendars an event stands.
fn subjects(page: &Page, kind: &Kind, pages: &[Arc<Page>]) -> Vec<Agenda> {
    let fields = kind.list.iter().flat_map(|list| &list.calendars);
    let values = fields.filter_map(|path| page.field(path)).flat_map(|typed| typed.value.items());
    let subjects = values.filter_map(|value| {
        let of_page = value.page().filter(|id| pages[id.0].is_published()).map(Agenda::Page);
        of_page.or_else(|| value.term().map(Agenda::Term))
    });
    subjects.collect()
}

/// The day on which an event is dropped from what calendars fetch day by day: a school year after its own, so that
/// they stay short however long a site lives. Its own file stays.
pub(crate) fn dropped(occasion: &Occasion<'_>) -> Option<Date> {
    years::first_day(years::of_day(occasion.last_day()) + 2)
}
