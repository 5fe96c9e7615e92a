//! Atom feeds: one of everything new, and one for each kind that asks for it.

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text};
use jiff::tz::TimeZone;

use super::desk::Desk;
use super::keys;
use super::lists::feed_address;
use super::sheet::Origin;
use crate::artifact::Artifact;
use crate::model::{self, Moment, Page, PageId};
use crate::schema::{KindIndex, SCHEDULE};

/// How many entries a feed keeps.
const ENTRIES: usize = 30;

/// All feeds of a site.
pub(super) fn artifacts(desk: &Desk) -> Vec<(Artifact, Origin)> {
    let zone = TimeZone::get(&desk.site.config.time_zone).unwrap_or(TimeZone::UTC);
    let kinds = desk.site.schema.kinds.iter().enumerate();
    let feeding = kinds.filter_map(|(at, kind)| Some((KindIndex(at), kind, kind.list.as_ref()?)));
    let feeding: Vec<_> = feeding.filter(|(.., listing)| listing.feed).collect();
    let all = feeding.iter().flat_map(|(index, ..)| desk.of_kind.get(index).into_iter().flatten().copied());
    let title = desk.site.config.title.clone();
    let main = feed(desk, &zone, "/feed.xml", "/", title, all.collect());
    let own = feeding.iter().map(|(index, kind, listing)| {
        let pages = desk.of_kind.get(index).cloned().unwrap_or_default();
        let title = format!("{} — {}", kind.title, desk.site.config.short_title);
        feed(desk, &zone, &feed_address(listing), &listing.address, title, pages)
    });
    std::iter::once(main).chain(own).flatten().collect()
}

fn feed(
    desk: &Desk,
    zone: &TimeZone,
    address: &str,
    about: &str,
    title: String,
    pages: Vec<PageId>,
) -> Option<(Artifact, Origin)> {
    let mut dated: Vec<(Moment, PageId)> = pages
        .into_iter()
        .filter(|id| !is_hidden(desk.site.page(*id)))
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
    let path = super::address::file_of(address)?;
    Some((Artifact::bytes(path, feed.to_string()), Origin::Own("feed.xml")))
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

/// When a page became news, as its author says: the clock does not know it. A day to come is no news yet, so
/// an event to come stands under the day of its announcement where one is known.
fn changed(desk: &Desk, page: &Page) -> Option<Moment> {
    let behaviours = &desk.site.schema.kind(page.kind).behaviours;
    let opens = behaviours.role(SCHEDULE, "registration_opens");
    let names = ["updated", "publish_at", "date"].into_iter().chain(opens);
    let past = |moment: &Moment| moment.date <= desk.site.today;
    names.filter_map(|name| keys::moment(page, name)).find(past).or(page.date)
}

/// Whether a page asks not to be listed by machines.
pub(super) fn is_hidden(page: &Page) -> bool {
    matches!(page.field("noindex").map(|typed| &typed.value), Some(model::Value::Boolean(true)))
}

fn instant(zone: &TimeZone, moment: Moment) -> Option<FixedDateTime> {
    let time = moment.time.unwrap_or_default();
    let zoned = moment.date.to_datetime(time).to_zoned(zone.clone()).ok()?;
    zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string().parse().ok()
}
