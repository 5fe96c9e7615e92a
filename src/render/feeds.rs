//! Atom feeds: one of everything new, and one for each kind that asks for it.

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text};
use jiff::tz::TimeZone;

use super::desk::Desk;
use crate::model::{Moment, Page, PageId};
use crate::schema::KindIndex;

/// How many entries a feed keeps.
const ENTRIES: usize = 30;

/// What a feed is about: an address, a title, and the pages that may be news in it.
fn subject(desk: &Desk, kind: Option<KindIndex>) -> Option<(&str, String, Vec<PageId>)> {
    let config = &desk.site.config;
    let pages = |kind| desk.answers.view().of_kind(kind).iter().copied();
    let Some(kind) = kind else {
        let all = desk.site.routes.feeds().filter_map(|(kind, _)| kind).flat_map(pages);
        return Some(("/", config.title.clone(), all.collect()));
    };
    let title = format!("{} — {}", desk.site.schema.kind(kind).title, config.short_title);
    Some((desk.site.routes.list(kind, 1)?, title, pages(kind).collect()))
}

/// The feed of a kind, or of everything.
pub(super) fn feed(desk: &Desk, address: &str, kind: Option<KindIndex>) -> Option<String> {
    let zone = &TimeZone::get(&desk.site.config.time_zone).unwrap_or(TimeZone::UTC);
    let (about, title, pages) = subject(desk, kind)?;
    let listed =
        |id: &PageId| desk.site.routes.at(&desk.site.page(*id).url).is_some_and(|route| route.listed);
    let mut dated: Vec<(Moment, PageId)> = pages
        .into_iter()
        .filter(listed)
        .filter_map(|id| Some((changed(desk, desk.site.page(id))?, id)))
        .collect();
    // The newest first; those of one day in the order of kinds and names.
    dated.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    dated.truncate(ENTRIES);
    let entries = dated.iter().filter_map(|(moment, id)| entry(desk, zone, *moment, *id));
    let feed = Feed {
        title: Text::plain(title),
        id: desk.absolute(address),
        updated: dated.iter().find_map(|(moment, _)| instant(zone, *moment)).unwrap_or_default(),
        authors: vec![Person { name: desk.site.config.organization.name.clone(), ..Person::default() }],
        links: vec![
            link(desk.absolute(address), "self", Some("application/atom+xml")),
            link(desk.absolute(about), "alternate", Some("text/html")),
        ],
        subtitle: Some(desk.site.config.description.clone()).filter(|text| !text.is_empty()).map(Text::plain),
        lang: Some(desk.site.config.language.clone()),
        entries: entries.collect(),
        ..Feed::default()
    };
    Some(feed.to_string())
}

fn entry(desk: &Desk, zone: &TimeZone, moment: Moment, id: PageId) -> Option<Entry> {
    let page = desk.site.page(id);
    let permalink = desk.absolute(&page.url);
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
fn changed(desk: &Desk, page: &Page) -> Option<Moment> {
    let behaviours = &desk.site.schema.kind(page.kind).behaviours;
    let said = ["updated", "publish_at", "date"].into_iter().filter_map(|name| page.moment(name));
    let past = |moment: &Moment| moment.date <= desk.site.today;
    said.chain(behaviours.announced(&page.fields)).chain(page.date).find(past)
}

fn instant(zone: &TimeZone, moment: Moment) -> Option<FixedDateTime> {
    let time = moment.time.unwrap_or_default();
    let zoned = moment.date.to_datetime(time).to_zoned(zone.clone()).ok()?;
    zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string().parse().ok()
}
