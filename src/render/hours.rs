//! Calendars of hours at which somebody can be asked: each slot is an event that repeats week after week for a school
//! year, without holidays and what is left out.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time, Weekday, date};
use jiff::tz::{Offset, TimeZone};
use tera::Value;

use super::calendar::{begun, ended, known_since, told, webcal, words};
use super::context::Context;
use super::ical::Ical;
use super::map::map;
use crate::behaviour::{Hours, Slot};
use crate::model::routes::System;
use crate::model::{Owner, Page, PageId, years};
use crate::schema::KindIndex;

/// The calendar file of a page's hours.
pub(super) fn file(context: &Context, id: PageId) -> Option<String> {
    of_pages(context, begun(context), &[id])
}

/// The calendar of all hours that a list has, to subscribe to.
pub(super) fn of_list(context: &Context, address: &str, kind: KindIndex) -> Option<String> {
    let title = &context.site.schema.kind(kind).title;
    let site = context.site.config.short_title.as_str();
    let name = context.word("render-calendar-of", &[("title", title.as_str().into()), ("site", site.into())]);
    let mut file = begun(context);
    told(context, &mut file, address, &name);
    of_pages(context, file, context.site.listed.get(&kind)?)
}

/// A calendar file with the hours of pages; nothing where none has any.
fn of_pages(context: &Context, mut file: Ical, pages: &[PageId]) -> Option<String> {
    let year = years::of_day(context.site.today);
    let (from, after) = (years::first_day(year)?, years::first_day(year + 1)?);
    let name = &context.site.config.time_zone;
    let zone = TimeZone::get(name).unwrap_or(TimeZone::UTC);
    let pages = pages.iter().map(|id| (*id, context.site.page(*id)));
    let mut all = pages.filter_map(|(id, page)| Some((id, page, context.site.hours(page)?))).peekable();
    all.peek()?;
    rules(&mut file, name, &zone, from, after);
    for (id, page, hours) in all {
        for slot in &hours.slots {
            write(context, &mut file, (id, page), (&hours, slot), (from, after), (name, &zone));
        }
    }
    Some(ended(file))
}

/// What templates are told of the hours of a page: for the script that knows the hour, and where their calendar is.
pub(super) fn value(context: &Context, id: PageId) -> Value {
    let Some(hours) = context.site.hours(context.site.page(id)) else { return Value::none() };
    let slot = |slot: &Slot| {
        let days: String = slot.days.iter().map(|day| day.to_monday_one_offset().to_string()).collect();
        format!("{days} {} {}", slot.from.strftime("%H:%M"), slot.to.strftime("%H:%M"))
    };
    let file = context.site.routes.of(Owner::Hours(id)).map(|address| context.href(address));
    map([
        ("when", hours.slots.iter().map(slot).collect::<Vec<_>>().join(";").into()),
        ("except", hours.except.told().into()),
        ("file", file.into()),
    ])
}

/// What templates are told of the calendar of all hours that a list has; none where there is none.
pub(super) fn of_kind(context: &Context, kind: KindIndex) -> Value {
    let routes = &context.site.routes;
    let Some(feed) = routes.of(Owner::AllHours(kind)).map(|address| context.absolute(address)) else {
        return Value::none();
    };
    let kind = context.site.schema.kind(kind);
    let anchor = format!("hours-{}", kind.id);
    let how = routes.of(Owner::System(System::Subscribe));
    let how = how.map(|address| format!("{}#{anchor}", context.href(address)));
    map([
        ("title", kind.title.as_str().into()),
        ("anchor", anchor.into()),
        ("webcal", webcal(&feed).into()),
        ("feed", feed.into()),
        ("how", how.into()),
    ])
}

fn write(
    context: &Context,
    file: &mut Ical,
    (id, page): (PageId, &Page),
    (hours, slot): (&Hours<'_>, &Slot),
    (from, after): (Date, Date),
    (name, zone): (&str, &TimeZone),
) {
    let days = || {
        from.series(1.day()).take_while(|day| *day < after).filter(|day| slot.days.contains(&day.weekday()))
    };
    let Some(first) = days().next() else { return };
    let host = context.site.config.origin.split_once("://").map_or("", |(_, host)| host);
    let codes: Vec<&str> = slot.days.iter().map(|day| code(*day)).collect();
    let local = |day: Date, time: Time| day.to_datetime(time).strftime("%Y%m%dT%H%M%S").to_string();
    let uid =
        format!("{}-{}-{}@{host}", context.site.first_name(id), codes.concat(), slot.from.strftime("%H%M"));
    file.put("BEGIN", "VEVENT");
    file.text("UID", &uid.to_lowercase());
    file.put("DTSTAMP", &format!("{}T000000Z", known_since(page, None, from).strftime("%Y%m%d")));
    file.put(&format!("DTSTART;TZID={name}"), &local(first, slot.from));
    file.put(&format!("DTEND;TZID={name}"), &local(first, slot.to));
    // The end is told in universal time, as the standard wants it beside a time zone.
    let last = days().last().unwrap_or(first).to_datetime(slot.from).to_zoned(zone.clone());
    let until = last.map(|last| format!(";UNTIL={}", last.timestamp().strftime("%Y%m%dT%H%M%SZ")));
    file.put("RRULE", &format!("FREQ=WEEKLY;BYDAY={}{}", codes.join(","), until.unwrap_or_default()));
    for day in days().filter(|day| hours.except.has(*day)) {
        file.put(&format!("EXDATE;TZID={name}"), &local(day, slot.from));
    }
    file.text("SUMMARY", &context.word("render-hours-of", &[("title", page.title.as_str().into())]));
    file.put("STATUS", "CONFIRMED");
    file.put("TRANSP", "TRANSPARENT");
    file.text("LOCATION", &words(context, page, hours.place));
    file.put("URL", &context.absolute(&page.url));
    file.text("DESCRIPTION", &page.summary);
    file.put("END", "VEVENT");
}

/// The rules of a time zone for a stretch of days: how far it is from universal time at its beginning, and when that
/// changes.
fn rules(file: &mut Ical, name: &str, zone: &TimeZone, from: Date, after: Date) {
    let moment =
        |day: Date| day.to_datetime(Time::midnight()).to_zoned(zone.clone()).map(|zoned| zoned.timestamp());
    let (Ok(start), Ok(end)) = (moment(from), moment(after)) else { return };
    file.put("BEGIN", "VTIMEZONE");
    file.put("TZID", name);
    let mut before = zone.to_offset(start);
    observance(file, false, date(1970, 1, 1).to_datetime(Time::midnight()), (before, before));
    for change in zone.following(start).take_while(|change| change.timestamp() < end) {
        let local = before.to_datetime(change.timestamp());
        observance(file, change.dst().is_dst(), local, (before, change.offset()));
        before = change.offset();
    }
    file.put("END", "VTIMEZONE");
}

fn observance(file: &mut Ical, summer: bool, at: DateTime, (before, now): (Offset, Offset)) {
    let kind = if summer { "DAYLIGHT" } else { "STANDARD" };
    file.put("BEGIN", kind);
    file.put("DTSTART", &at.strftime("%Y%m%dT%H%M%S").to_string());
    file.put("TZOFFSETFROM", &offset(before));
    file.put("TZOFFSETTO", &offset(now));
    file.put("END", kind);
}

fn offset(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
