//! Atom feeds: one of everything new, and one for each kind that asks for it.

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text};
use jiff::tz::TimeZone;

use super::context::Context;
use super::shared::Shared;
use crate::model::{Moment, Page, PageId};
use crate::schema::KindIndex;

/// How many entries a feed keeps.
const ENTRIES: usize = 30;

/// What a feed is about: an address, a title, and the pages that may be news in it.
fn subject(shared: &Shared, kind: Option<KindIndex>) -> Option<(&str, String, Vec<PageId>)> {
    let context = &shared.context;
    let config = &context.site.config;
    let pages = |kind| shared.answers.view().of_kind(kind).iter().copied();
    let Some(kind) = kind else {
        let all = context.site.routes.feeds().filter_map(|(kind, _)| kind).flat_map(pages);
        return Some(("/", config.title.clone(), all.collect()));
    };
    let title = format!("{} — {}", context.site.schema.kind(kind).title, config.short_title);
    Some((context.site.routes.list(kind, 1)?, title, pages(kind).collect()))
}

/// The feed of a kind, or of everything.
pub(super) fn feed(shared: &Shared, address: &str, kind: Option<KindIndex>) -> Option<String> {
    let context = &shared.context;
    let zone = &TimeZone::get(&context.site.config.time_zone).unwrap_or(TimeZone::UTC);
    let (about, title, pages) = subject(shared, kind)?;
    let listed =
        |id: &PageId| context.site.routes.at(&context.site.page(*id).url).is_some_and(|route| route.listed);
    let mut dated: Vec<(Moment, PageId)> = pages
        .into_iter()
        .filter(listed)
        .filter_map(|id| Some((changed(context, context.site.page(id))?, id)))
        .collect();
    // The newest first; those of one day in the order of kinds and names.
    dated.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    dated.truncate(ENTRIES);
    let entries = dated.iter().filter_map(|(moment, id)| entry(context, zone, *moment, *id));
    let feed = Feed {
        title: Text::plain(title),
        id: context.absolute(address),
        updated: dated.iter().find_map(|(moment, _)| instant(zone, *moment)).unwrap_or_default(),
        authors: vec![Person { name: context.site.config.organization.name.clone(), ..Person::default() }],
        links: vec![
            link(context.absolute(address), "self", Some("application/atom+xml")),
            link(context.absolute(about), "alternate", Some("text/html")),
        ],
        subtitle: Some(context.site.config.description.clone())
            .filter(|text| !text.is_empty())
            .map(Text::plain),
        lang: Some(context.site.config.language.clone()),
        entries: entries.collect(),
        ..Feed::default()
    };
    Some(feed.to_string())
}

fn entry(context: &Context, zone: &TimeZone, moment: Moment, id: PageId) -> Option<Entry> {
    let page = context.site.page(id);
    let permalink = context.absolute(&page.url);
    let summary = (!page.summary.is_empty()).then(|| Text::plain(page.summary.clone()));
    Some(Entry {
        title: Text::plain(page.title.clone()),
        id: permalink.clone(),
        updated: instant(zone, moment)?,
        links: vec![link(permalink, "alternate", Some("text/html"))],
        summary,
        ..Entry::default()
    })
}

fn link(href: String, rel: &str, mime: Option<&str>) -> Link {
    Link { href, rel: rel.to_owned(), mime_type: mime.map(str::to_owned), ..Link::default() }
}

/// When a page became news, as its author says: the clock does not know it. A day to come is no news yet: an event to
/// come stands under the day of its announcement, and where none is known it waits for its own.
fn changed(context: &Context, page: &Page) -> Option<Moment> {
    let behaviours = &context.site.schema.kind(page.kind).behaviours;
    let said = ["updated", "publish_at", "date"].into_iter().filter_map(|name| page.moment(name));
    let past = |moment: &Moment| moment.date <= context.site.today;
    said.chain(behaviours.announced(&page.fields)).chain(page.date).find(past)
}

fn instant(zone: &TimeZone, moment: Moment) -> Option<FixedDateTime> {
    let time = moment.time.unwrap_or_default();
    let zoned = moment.date.to_datetime(time).to_zoned(zone.clone()).ok()?;
    zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string().parse().ok()
}
