//! The page of a document.

use tera::Value;

use super::archive;
use super::body;
use super::calendar;
use super::cards::state;
use super::editions;
use super::hours;
use super::map::map;
use super::open;
use super::proofs;
use super::shared::Shared;
use super::sheet::{Origin, Sheet};
use super::values::{Shaper, attachments};
use super::word;
use crate::ask::Question;
use crate::behaviour::Registration;
use crate::model::routes::ARCHIVE;
use crate::model::{Agenda, Owner, Page, PageId};
use crate::schema::{Kind, known};

/// The page of a document.
pub(super) fn sheet(shared: &Shared, id: PageId) -> Sheet {
    let site = &shared.context.site;
    sheet_of(shared, id, &site.schema.kind(site.page(id).kind).template)
}

/// The same drawn by the template of what goes with its files in an archive.
pub(super) fn note(shared: &Shared, id: PageId) -> Sheet {
    sheet_of(shared, id, ARCHIVE)
}

fn sheet_of(shared: &Shared, id: PageId, template: &str) -> Sheet {
    let site = &shared.context.site;
    let page = site.page(id);
    let kind = site.schema.kind(page.kind);
    let list = kind.list.as_ref().map(|list| (kind.title.as_str(), list.address.as_str()));
    let own = (page.title.as_str(), page.url.as_str());
    let crumbs: Vec<(&str, &str)> = list.into_iter().chain([own]).collect();
    let mut variables = shared.variables(&page.url, if page.url == "/" { &[] } else { &crumbs });
    variables.insert_value("page", value(shared, id, page, kind));
    Sheet { template: template.to_owned(), variables, origin: Origin::Page(id) }
}

fn value(shared: &Shared, id: PageId, page: &Page, kind: &Kind) -> Value {
    let context = &*shared.context;
    let shaper = Shaper { context, owner: page, related: &|id| shared.cards.card(id) };
    let fields = shaper.fields(&page.fields);
    let registration = kind.behaviours.registration(&page.fields, context.site.today);
    let body = body::page(context, page);
    let list = kind.list.as_ref().map(|list| {
        map([
            ("title", kind.title.as_str().into()),
            ("url", context.href(&list.address).into()),
            ("data", open::ways(context, page.kind)),
        ])
    });
    let behaviours = kind.behaviours.names().into_iter().map(Value::from);
    let updated = page.field(known::UPDATED).and_then(|typed| shaper.value(&typed.value));
    map([
        ("id", page.name.as_str().into()),
        ("kind", kind.id.as_str().into()),
        ("kind_label", kind.label.as_str().into()),
        ("title", page.title.as_str().into()),
        ("url", context.href(&page.url).into()),
        ("permalink", context.absolute(&page.url).into()),
        ("summary", page.summary.as_str().into()),
        ("date", page.date.map(|date| context.calendar.moment(date)).into()),
        ("updated", updated.into()),
        ("html", Value::safe_string(&body.html)),
        ("toc", body.toc),
        ("has_table", body.has_table.into()),
        ("has_frame", body.has_frame.into()),
        ("rows", shaper.rows(&kind.fields, (&page.fields, &fields), &|name| is_elsewhere(kind, name)).into()),
        ("fields", fields),
        ("attachments", attachments(context, page).into()),
        ("data", kind.document.as_ref().map_or_else(Value::none, |_| open::ways(context, page.kind))),
        ("archive", archive::offer(context, id)),
        ("word", word::offer(context, id)),
        ("state", state(context, page)),
        ("calendar", calendar::value(context, Some(id), Agenda::Page(id))),
        ("feed", context.site.routes.of(Owner::PageFeed(id)).map(|feed| context.href(feed)).into()),
        ("hours", hours::value(context, id)),
        ("registration", registration.map(Registration::name).into()),
        ("compared", editions::ways(shared, id)),
        ("proofs", proofs::of_page(context, id)),
        ("replaced_by", shared.answers.answer(&Question::ReplacedBy(id))),
        ("amended_by", shared.answers.answer(&Question::AmendedBy(id))),
        ("list", list.into()),
        ("behaviours", behaviours.collect::<Vec<_>>().into()),
        ("source", context.site.sources.get(page.source).path().into()),
    ])
}

/// Whether a field is shown outside the table of fields: in the head of the page, or as its status.
pub(super) fn is_elsewhere(kind: &Kind, name: &str) -> bool {
    known::is_elsewhere(name) || kind.behaviours.show_elsewhere(name)
}
