//! The page that explains calendars, with the addresses of all of them.

use tera::{Context as Variables, Value};

use super::calendar;
use super::context::Context;
use super::feeds;
use super::hours;
use super::map::map;
use crate::model::{Agenda, Owner};
use crate::schema::KindIndex;

/// Fills the page.
pub(super) fn fill(context: &Context, mut variables: Variables) -> Variables {
    let mut shelves: Vec<(String, Vec<Value>)> = Vec::new();
    for agenda in
        context.site.agendas.keys().filter(|agenda| context.site.routes.calendar(**agenda).is_some())
    {
        let Some(shelf) = shelf(context, *agenda) else { continue };
        let item = item(context, *agenda);
        match shelves.iter_mut().find(|(title, _)| *title == shelf) {
            Some((_, items)) => items.push(item),
            None => shelves.push((shelf, vec![item])),
        }
    }
    let shelves =
        shelves.into_iter().map(|(title, items)| map([("title", title.into()), ("calendars", items.into())]));
    variables.insert_value("shelves", shelves.collect::<Vec<_>>().into());
    variables.insert_value("feeds", feeds_of_all(context).into());
    let kinds = (0..context.site.schema.kinds.len()).map(KindIndex);
    let hours = kinds.map(|kind| hours::of_kind(context, kind)).filter(|hours| !hours.is_none());
    variables.insert_value("hours", hours.collect::<Vec<_>>().into());
    variables.insert_value("calendar", calendar::value(context, None, Agenda::All));
    variables
}

/// The feeds of what is new: those of sections together, then those of pages by their kinds.
fn feeds_of_all(context: &Context) -> Vec<Value> {
    let site = &context.site;
    let feed =
        |title: &str, address: &str| map([("title", title.into()), ("url", context.href(address).into())]);
    let of_kinds = site.routes.feeds().filter_map(|(kind, address)| Some((kind?, address)));
    let of_kinds = of_kinds.map(|(kind, address)| feed(&site.schema.kind(kind).title, address));
    let mut shelves = vec![(String::new(), of_kinds.collect::<Vec<_>>())];
    for (id, page) in site.published() {
        let address = site.routes.of(Owner::PageFeed(id)).filter(|_| feeds::has_news(context, id));
        let Some(address) = address else { continue };
        let (shelf, item) = (&site.schema.kind(page.kind).title, feed(&page.title, address));
        match shelves.iter_mut().find(|(title, _)| title == shelf) {
            Some((_, items)) => items.push(item),
            None => shelves.push((shelf.clone(), vec![item])),
        }
    }
    let shelves = shelves.into_iter().filter(|(_, items)| !items.is_empty());
    shelves.map(|(title, items)| map([("title", title.into()), ("feeds", items.into())])).collect()
}

/// What calendars of one sort are called together; that of everything stands by itself.
fn shelf(context: &Context, agenda: Agenda) -> Option<String> {
    let schema = &context.site.schema;
    match agenda {
        Agenda::All => None,
        Agenda::Page(id) => Some(schema.kind(context.site.page(id).kind).title.clone()),
        Agenda::Term(term) => Some(schema.vocabulary(term.vocabulary).label.clone()),
    }
}

fn item(context: &Context, agenda: Agenda) -> Value {
    let page = match agenda {
        Agenda::All => None,
        Agenda::Page(id) => Some(context.href(&context.site.page(id).url)),
        Agenda::Term(term) => context.term_href(term),
    };
    map([
        ("title", calendar::title(context, agenda).into()),
        ("anchor", agenda.anchor(&context.site.pages, &context.site.schema).into()),
        ("url", page.into()),
        ("count", context.site.agenda(agenda).count().into()),
        ("calendar", calendar::value(context, None, agenda)),
    ])
}
