//! Atom feeds: one of everything new, one for each kind that asks for it, and one of what belongs to a page, such as an
//! association.

use std::collections::BTreeSet;

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text};
use jiff::tz::TimeZone;

use super::context::Context;
use super::shared::Shared;
use crate::model::{Moment, Page, PageId};
use crate::schema::KindIndex;

/// How many entries a feed keeps.
const ENTRIES: usize = 30;

/// What a feed is about: an address, a title, and the pages that may be news in it.
struct Subject<'a> {
    about: &'a str,
    title: String,
    pages: Vec<PageId>,
}

/// The feed of a kind, or of everything.
pub(super) fn feed(shared: &Shared, address: &str, kind: Option<KindIndex>) -> Option<String> {
    let context = &shared.context;
    let (site, config) = (&context.site, &context.site.config);
    let pages = |kind| shared.answers.view().of_kind(kind).iter().copied();
    let subject = match kind {
        None => {
            let all = site.routes.feeds().filter_map(|(kind, _)| kind).flat_map(pages);
            Subject { about: "/", title: config.title.clone(), pages: all.collect() }
        }
        Some(kind) => Subject {
            about: site.routes.list(kind, 1)?,
            title: titled(context, &site.schema.kind(kind).title),
            pages: pages(kind).collect(),
        },
    };
    Some(written(context, address, subject))
}

/// The feed of what belongs to a page: of those that point to it by a field, what kinds call news.
pub(super) fn of_page(shared: &Shared, address: &str, id: PageId) -> String {
    let context = &shared.context;
    let page = context.site.page(id);
    let pages: BTreeSet<PageId> = belonging(context, id).collect();
    let subject =
        Subject { about: &page.url, title: titled(context, &page.title), pages: pages.into_iter().collect() };
    written(context, address, subject)
}

/// Whether anything stands in the feed of a page.
pub(super) fn has_news(context: &Context, id: PageId) -> bool {
    belonging(context, id).any(|id| context.site.page(id).is_listed())
}

/// What points to a page by a field and is of a kind that has news.
fn belonging(context: &Context, id: PageId) -> impl Iterator<Item = PageId> {
    let links = context.site.backlinks[id].iter().filter(|link| link.field.is_some());
    let is_news = |id: &PageId| context.site.routes.feed(Some(context.site.page(*id).kind)).is_some();
    links.map(|link| link.from).filter(is_news)
}

/// What a feed is called among feeds of others.
fn titled(context: &Context, title: &str) -> String {
    format!("{title} — {}", context.site.config.short_title)
}

fn written(context: &Context, address: &str, subject: Subject<'_>) -> String {
    let zone = &TimeZone::get(&context.site.config.time_zone).unwrap_or(TimeZone::UTC);
    let listed =
        |id: &PageId| context.site.routes.at(&context.site.page(*id).url).is_some_and(|route| route.listed);
    let mut dated: Vec<(Moment, PageId)> = subject
        .pages
        .into_iter()
        .filter(listed)
        .filter_map(|id| Some((changed(context, context.site.page(id))?, id)))
        .collect();
    // The newest first; those of one day in the order of kinds and names.
    dated.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    dated.truncate(ENTRIES);
    let entries = dated.iter().filter_map(|(moment, id)| entry(context, zone, *moment, *id));
    let feed = Feed {
        title: Text::plain(subject.title),
        id: context.absolute(address),
        updated: dated.iter().find_map(|(moment, _)| instant(zone, *moment)).unwrap_or_default(),
        authors: vec![Person { name: context.site.config.organization.name.clone(), ..Person::default() }],
        links: vec![
            link(context.absolute(address), "self", Some("application/atom+xml")),
            link(context.absolute(subject.about), "alternate", Some("text/html")),
        ],
        subtitle: Some(context.site.config.description.clone())
            .filter(|text| !text.is_empty())
            .map(Text::plain),
        lang: Some(context.site.config.language.clone()),
        entries: entries.collect(),
        ..Feed::default()
    };
    feed.to_string()
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
