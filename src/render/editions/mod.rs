//! A document beside the one whose place it took: what was added, removed and changed, clause by clause.

mod clauses;
mod words;

use tera::{Map, Value};

use super::context::Context;
use super::map::map;
use super::shared::Shared;
use super::sheet::{Origin, Sheet};
use crate::i18n::Arg;
use crate::model::routes::CHANGES;
use crate::model::{Owner, Page, PageId};
use clauses::{Change, Clause, Piece};

/// The page that compares a document with those whose place it took.
pub(super) fn sheet(shared: &Shared, id: PageId) -> Option<Sheet> {
    let context = &*shared.context;
    let (site, page) = (&context.site, context.site.page(id));
    let address = site.routes.of(Owner::Changes(id))?;
    let title = context.word("render-changes", &[("title", Arg::from(page.title.as_str()))]);
    let list = site.schema.kind(page.kind).list.as_ref();
    let list = list.map(|list| (site.schema.kind(page.kind).title.as_str(), list.address.as_str()));
    let short = context.word("render-changes-short", &[]);
    // The titles of both documents stand on the page, and are too long for the way to it.
    let crumbs: Vec<(&str, &str)> = list.into_iter().chain([(short.as_str(), address)]).collect();
    let mut variables = shared.variables(address, &crumbs);
    variables.insert_value("title", title.into());
    variables.insert_value("after", shared.cards.card(id));
    let compared = site.former.get(&id)?.iter().map(|old| comparison(shared, *old, page));
    variables.insert_value("comparisons", compared.collect::<Vec<_>>().into());
    Some(Sheet { template: CHANGES.to_owned(), variables, origin: Origin::Own(CHANGES) })
}

/// Where a page is compared: with those before it, and with those that took its place.
pub(super) fn ways(shared: &Shared, id: PageId) -> Value {
    let context = &*shared.context;
    let site = &context.site;
    let later = site.former.iter().filter(|(_, old)| old.contains(&id)).map(|(new, _)| *new);
    let own = site.former.contains_key(&id).then_some(id);
    let ways = own.into_iter().chain(later).filter_map(|new| {
        let url = context.href(site.routes.of(Owner::Changes(new))?);
        Some(map([("url", url.into()), ("after", shared.cards.card(new)), ("own", (new == id).into())]))
    });
    ways.collect::<Vec<_>>().into()
}

fn comparison(shared: &Shared, old: PageId, page: &Page) -> Value {
    let context = &*shared.context;
    let before = context.site.page(old);
    let (old_clauses, new_clauses) = (Clause::of(&context.site, before), Clause::of(&context.site, page));
    let pieces = clauses::compared(&old_clauses, &new_clauses);
    let counted = |name: &'static str| {
        let count = pieces.iter().filter(|piece| piece.change.name() == name).count();
        (name.into(), count.into())
    };
    let counts: Map = ["added", "removed", "changed", "moved", "same"].into_iter().map(counted).collect();
    let labels = ["render-changes-was", "render-changes-now"].map(|key| context.word(key, &[]));
    let shown = pieces.iter().filter(|piece| !matches!(piece.change, Change::Same(..)));
    let told = |piece: &Piece<'_>| {
        let (old, new) = piece.change.clauses();
        map([
            ("change", piece.change.name().into()),
            ("anchor", format!("c-{}", piece.number).into()),
            ("old", old.map(|clause| place(context, before, clause)).into()),
            ("new", new.map(|clause| place(context, page, clause)).into()),
            ("html", Value::safe_string(&words::html(old, new, &labels))),
        ])
    };
    map([
        ("before", shared.cards.card(old)),
        ("counts", Value::from(counts)),
        ("pieces", shown.map(told).collect::<Vec<_>>().into()),
    ])
}

/// How a clause is cited, and where it stands.
fn place(context: &Context, page: &Page, clause: &Clause) -> Value {
    let name = context.site.place_name(page, &clause.anchor).unwrap_or_else(|| clause.name.clone());
    let address = format!("{}#{}", page.url, clause.anchor);
    map([("name", name.into()), ("url", context.href(&address).into())])
}
