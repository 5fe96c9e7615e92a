//! Calendar files: one for each event, and calendars to subscribe to.
//!
//! They are a function of the content: nothing in them is taken from the clock. An event keeps its id whatever its file
//! is called, so that a calendar changes the entry that it has instead of adding another.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use tera::Value;

use super::context::Context;
use super::ical::Ical;
use super::map::map;
use crate::behaviour::Occasion;
use crate::field::{FieldPath, Plain};
use crate::i18n::Arg;
use crate::model::routes::System;
use crate::model::{Agenda, Moment, Owner, Page, PageId, years};
use crate::schema::known;

/// The calendar file of one event.
pub(super) fn event(context: &Context, id: PageId) -> Option<String> {
    let page = context.site.page(id);
    let mut file = begun(context);
    write(context, &mut file, id, page, &context.site.occasion(page)?);
    Some(ended(file))
}

/// A calendar to subscribe to.
pub(super) fn calendar(context: &Context, address: &str, agenda: Agenda) -> String {
    let mut file = begun(context);
    told(context, &mut file, address, &name(context, agenda));
    for (id, occasion) in context.site.agenda(agenda) {
        write(context, &mut file, id, context.site.page(id), &occasion);
    }
    ended(file)
}

/// Says how a calendar is called, where it comes from and how often it is to be fetched.
pub(super) fn told(context: &Context, file: &mut Ical, address: &str, name: &str) {
    file.text("NAME", name);
    file.text("X-WR-CALNAME", name);
    file.put("X-WR-TIMEZONE", &context.site.config.time_zone);
    file.put("SOURCE;VALUE=URI", &context.absolute(address));
    file.put("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    file.put("X-PUBLISHED-TTL", "P1D");
}

/// What templates are told of calendars: the file of an event, and where to subscribe to an agenda; where that has
/// none of its own, the page on calendars begins with that of everything.
pub(super) fn value(context: &Context, event: Option<PageId>, agenda: Agenda) -> Value {
    let routes = &context.site.routes;
    let file = event.and_then(|id| routes.of(Owner::Event(id)));
    let feed = routes.calendar(agenda);
    if file.is_none() && feed.is_none() {
        return Value::none();
    }
    let feed = feed.map(|address| context.absolute(address));
    let page = routes.of(Owner::System(System::Calendar));
    let how = routes.of(Owner::System(System::Subscribe));
    let week = routes.of(Owner::System(System::Week));
    let told = if feed.is_some() { agenda } else { Agenda::All };
    map([
        ("file", file.map(|address| context.href(address)).into()),
        ("webcal", feed.as_ref().map(|feed| webcal(feed)).into()),
        ("feed", feed.into()),
        ("page", page.map(|address| context.href(address)).into()),
        ("week", week.map(|address| context.href(address)).into()),
        (
            "how",
            how.map(|address| {
                format!(
                    "{}#{}",
                    context.href(address),
                    told.anchor(&context.site.pages, &context.site.schema)
                )
            })
            .into(),
        ),
    ])
}

/// The address by which devices that know such addresses subscribe at once.
pub(super) fn webcal(feed: &str) -> String {
    let bare = feed.split_once("://").map_or(feed, |(_, rest)| rest);
    format!("webcal://{bare}")
}

/// What an agenda is called by itself.
pub(super) fn title(context: &Context, agenda: Agenda) -> String {
    match agenda {
        Agenda::All => context.word("render-calendar-all", &[]),
        of_one => of_one.title(&context.site.pages, &context.site.schema).to_owned(),
    }
}

/// What it is called among calendars of others.
fn name(context: &Context, agenda: Agenda) -> String {
    let args =
        [("title", title(context, agenda).into()), ("site", context.site.config.short_title.as_str().into())];
    context.word("render-calendar-of", &args)
}

/// A calendar file, begun.
pub(super) fn begun(context: &Context) -> Ical {
    let mut file = Ical::default();
    file.put("BEGIN", "VCALENDAR");
    file.put("VERSION", "2.0");
    let language = context.site.config.language.to_uppercase();
    file.put("PRODID", &format!("-//kabinet//kabinet//{language}"));
    file.put("CALSCALE", "GREGORIAN");
    file
}

/// A calendar file, ended.
pub(super) fn ended(mut file: Ical) -> String {
    file.put("END", "VCALENDAR");
    file.finish()
}

fn write(context: &Context, file: &mut Ical, id: PageId, page: &Page, occasion: &Occasion<'_>) {
    let config = &context.site.config;
    let host = config.origin.split_once("://").map_or(config.origin.as_str(), |(_, host)| host);
    file.put("BEGIN", "VEVENT");
    file.text("UID", &format!("{}@{host}", context.site.first_name(id)));
    file.put(
        "DTSTAMP",
        &format!("{}T000000Z", day(known_since(page, occasion.changed, occasion.starts.date))),
    );
    file.put("SEQUENCE", &occasion.changes.to_string());
    for (name, value) in times(occasion, &config.time_zone) {
        file.put(name, &value);
    }
    let title = match occasion.called_off {
        true => context.word("render-calendar-cancelled", &[("title", page.title.as_str().into())]),
        false => page.title.clone(),
    };
    file.text("SUMMARY", &title);
    file.put("STATUS", if occasion.called_off { "CANCELLED" } else { "CONFIRMED" });
    if occasion.called_off {
        file.put("TRANSP", "TRANSPARENT");
    }
    file.text("LOCATION", &words(context, page, occasion.place));
    file.put("URL", &context.absolute(&page.url));
    file.text("DESCRIPTION", &described(context, page, occasion));
    file.put("END", "VEVENT");
}

/// The day since which an event is known as it is told: of its last change, else of its announcement. An event of a
/// plan without any is known since its school year began.
pub(super) fn known_since(page: &Page, changed: Option<Date>, day: Date) -> Date {
    let said = |name: &str| Some(page.field(name)?.value.moment()?.date);
    let said = [changed, said(known::UPDATED), said(known::DATE)].into_iter().flatten().max();
    said.or_else(|| years::first_day(years::of_day(day))).unwrap_or(day)
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// Whether an event is told by days. The format has no event whose beginning has an hour and whose end has none.
fn is_whole_days(occasion: &Occasion<'_>) -> bool {
    let open_end = occasion.ends.is_some_and(|ends| ends.time.is_none() && ends.date > occasion.starts.date);
    occasion.all_day || occasion.starts.time.is_none() || open_end
}

/// When an event begins and ends. Moments are told in universal time, which every calendar shows in the reader's own
/// zone and which asks for no rules of zones; whole days end before the day after the last. An end that nobody knows is
/// not told.
fn times(occasion: &Occasion<'_>, zone: &str) -> Vec<(&'static str, String)> {
    if is_whole_days(occasion) {
        let after = occasion.last_day().tomorrow().unwrap_or(Date::MAX);
        return vec![("DTSTART;VALUE=DATE", day(occasion.starts.date)), ("DTEND;VALUE=DATE", day(after))];
    }
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let universal = |moment: Moment| {
        let zoned = moment.date.to_datetime(moment.time?).to_zoned(zone.clone()).ok()?;
        Some(zoned.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string())
    };
    let ends = occasion.ends.filter(|ends| *ends > occasion.starts);
    let all = [("DTSTART", Some(occasion.starts)), ("DTEND", ends)].into_iter();
    all.filter_map(|(name, moment)| Some((name, universal(moment?)?))).collect()
}

/// What a field says, in a line.
pub(super) fn words(context: &Context, page: &Page, path: Option<&FieldPath>) -> String {
    path.and_then(|path| path.value(&page.fields))
        .map_or_else(String::new, |value| value.label(&*context.site))
}

/// What is to be known of an event at a glance, a line for each thing, its page last.
fn described(context: &Context, page: &Page, occasion: &Occasion<'_>) -> String {
    let when = |moment: Moment| context.calendar.spoken(moment);
    let told = |key: &str, name: &'static str, text: String| context.word(key, &[(name, Arg::Text(text))]);
    let moved = occasion.moved_from.filter(|_| !occasion.called_off);
    let reason = words(context, page, occasion.reason);
    let lines = [
        occasion.called_off.then(|| context.word("render-calendar-off", &[])),
        moved.map(|from| told("render-calendar-moved", "date", when(from))),
        (!reason.is_empty()).then(|| told("render-calendar-reason", "reason", reason)),
        Some(page.summary.clone()),
        (is_whole_days(occasion) && occasion.starts.time.is_some())
            .then(|| told("render-calendar-begins", "date", when(occasion.starts))),
        (!occasion.called_off).then(|| sign_up(context, page, occasion)).flatten(),
        (!occasion.called_off).then(|| online(page, occasion)).flatten(),
        Some(told("render-calendar-more", "url", context.absolute(&page.url))),
    ];
    let lines = lines.into_iter().flatten().filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Until when and how one can sign up.
fn sign_up(context: &Context, page: &Page, occasion: &Occasion<'_>) -> Option<String> {
    let until = occasion.closes.map(|closes| {
        context.word("render-calendar-until", &[("date", Arg::Text(context.calendar.spoken(closes)))])
    });
    let ways = ways(context, page, occasion).join(", ");
    match (until, ways.is_empty()) {
        (until, true) => until.map(|until| format!("{until}.")),
        (until, false) => {
            let head = until.unwrap_or_else(|| context.word("render-calendar-sign-up", &[]));
            Some(format!("{head}: {ways}"))
        }
    }
}

/// The addresses and telephones of a group, in the order of its declaration.
fn ways(context: &Context, page: &Page, occasion: &Occasion<'_>) -> Vec<String> {
    let kind = context.site.schema.kind(page.kind);
    let declared = occasion.sign_up.and_then(|path| path.field(&kind.fields)?.kind.fields());
    let given = occasion.sign_up.and_then(|path| path.value(&page.fields)?.fields());
    let (Some(declared), Some(given)) = (declared, given) else { return Vec::new() };
    let filled = declared.iter().filter_map(|field| given.get(&field.name));
    filled.filter_map(|typed| way(&typed.value.plain())).collect()
}

/// What a link leads to, as it is read: an address whole, mail and telephone without their scheme.
fn way(plain: &Plain<'_>) -> Option<String> {
    let Plain::Map(parts) = plain else { return None };
    let part = |wanted| parts.iter().find(|(name, _)| *name == wanted).map(|(_, part)| part);
    match (part("href")?, part("text")?) {
        (Plain::Href(href), _) if href.starts_with("http") => Some((*href).to_owned()),
        (_, Plain::Text(text)) => Some(text.clone().into_owned()),
        _ => None,
    }
}

/// Where it is seen from afar.
fn online(page: &Page, occasion: &Occasion<'_>) -> Option<String> {
    let path = occasion.online?;
    Some(format!("{}: {}", path.label(), way(&path.value(&page.fields)?.plain())?))
}
