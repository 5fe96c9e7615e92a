//! The page that explains calendars, with the addresses of all of them.

use tera::{Context, Value};

use super::calendar;
use super::desk::Desk;
use super::map::map;
use crate::model::Agenda;

/// Fills the page.
pub(super) fn context(desk: &Desk, mut context: Context) -> Context {
    let mut shelves: Vec<(String, Vec<Value>)> = Vec::new();
    for agenda in desk.site.agendas.keys().filter(|agenda| desk.site.routes.calendar(**agenda).is_some()) {
        let Some(shelf) = shelf(desk, *agenda) else { continue };
        let item = item(desk, *agenda);
        match shelves.iter_mut().find(|(title, _)| *title == shelf) {
            Some((_, items)) => items.push(item),
            None => shelves.push((shelf, vec![item])),
        }
    }
    let shelves =
        shelves.into_iter().map(|(title, items)| map([("title", title.into()), ("calendars", items.into())]));
    context.insert_value("shelves", shelves.collect::<Vec<_>>().into());
    context.insert_value("calendar", calendar::value(desk, None, Agenda::All));
    context
}

/// What calendars of one sort are called together; that of everything stands by itself.
fn shelf(desk: &Desk, agenda: Agenda) -> Option<String> {
    let schema = &desk.site.schema;
    match agenda {
        Agenda::All => None,
        Agenda::Page(id) => Some(schema.kind(desk.site.page(id).kind).title.clone()),
        Agenda::Term(term) => Some(schema.vocabulary(term.vocabulary).label.clone()),
    }
}

fn item(desk: &Desk, agenda: Agenda) -> Value {
    let page = match agenda {
        Agenda::All => None,
        Agenda::Page(id) => Some(desk.href(&desk.site.page(id).url)),
        Agenda::Term(term) => desk.term_href(term),
    };
    map([
        ("title", calendar::title(desk, agenda).into()),
        ("anchor", calendar::anchor(desk, agenda).into()),
        ("url", page.into()),
        ("count", desk.site.agenda(agenda).count().into()),
        ("calendar", calendar::value(desk, None, agenda)),
    ])
}
