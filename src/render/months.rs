//! The pages of the calendar: what is to come, and each month that has events as a grid of its days.
//!
//! What depends on the day of the build says with which days it changes ([`changes`]); which day is today, and what has
//! passed since the build, is left to a script.

use std::collections::BTreeMap;
use std::ops::Bound;

use jiff::ToSpan as _;
use jiff::civil::Date;
use tera::{Context as Variables, Value};

use super::calendar;
use super::dates::iso;
use super::map::map;
use super::shared::Shared;
use super::sheet::{Origin, Sheet};
use crate::behaviour::Occasion;
use crate::model::month::monday;
use crate::model::routes::{MONTH, System};
use crate::model::{Agenda, Moment, Month, Owner, PageId, years};

/// So many events stand on the page of what is to come; the others are found by their months.
const MOST: usize = 100;

type Event<'s> = (PageId, Occasion<'s>);

/// Fills the page of what is to come.
pub(super) fn ahead(shared: &Shared, mut variables: Variables) -> Variables {
    let context = &*shared.context;
    let today = shared.context.site.today;
    let (past, coming): (Vec<Event<'_>>, Vec<Event<'_>>) =
        shared.context.site.agenda(Agenda::All).partition(|(_, occasion)| occasion.last_day() < today);
    let sunday = monday(today).saturating_add(6.days());
    let week: Vec<&Event<'_>> =
        coming.iter().filter(|(_, occasion)| occasion.starts.date <= sunday).take(MOST).collect();
    let this_year = |occasion: &Occasion<'_>| years::of_day(occasion.last_day()) == years::of_day(today);
    let mut past: Vec<&Event<'_>> =
        past.iter().rev().filter(|(_, occasion)| this_year(occasion)).take(MOST).collect();
    past.reverse();
    variables
        .insert_value("week", week.into_iter().map(|event| item(shared, event)).collect::<Vec<_>>().into());
    variables.insert_value("coming", by_month(shared, coming.iter().take(MOST), today));
    variables.insert_value("past_count", past.len().into());
    variables.insert_value("past", by_month(shared, past.into_iter(), Date::MIN));
    variables.insert_value("years", school_years(shared));
    variables.insert_value("calendar", calendar::value(context, None, Agenda::All));
    variables
}

/// The days on which the page of what is to come changes because of an event, beside those of its state: it comes into
/// its week, a new month begins while it goes on, the school year ends.
pub(super) fn changes(occasion: &Occasion<'_>, today: Date) -> impl Iterator<Item = Date> {
    let first = Month::of(today).next().first_day();
    let goes_on = occasion.starts.date < first && occasion.last_day() >= first;
    let september = years::first_day(years::of_day(occasion.last_day()) + 1);
    [Some(monday(occasion.starts.date)), goes_on.then_some(first), september].into_iter().flatten()
}

/// The page of a month.
pub(super) fn sheet(shared: &Shared, month: Month) -> Option<Sheet> {
    let site = &shared.context.site;
    let address = site.routes.of(Owner::Month(month))?;
    let title = shared.context.calendar.month(month);
    let over = site.routes.of(Owner::System(System::Calendar));
    let calendar = shared.context.word("render-calendar", &[]);
    let over = over.map(|over| (calendar.as_str(), over));
    let crumbs: Vec<(&str, &str)> = over.into_iter().chain([(title.as_str(), address)]).collect();
    let mut variables = shared.variables(address, &crumbs);
    let of_month = site.months.get(&month)?.iter();
    let events: Vec<Event<'_>> =
        of_month.filter_map(|id| Some((*id, site.occasion(site.page(*id))?))).collect();
    let before = events.iter().filter(|(_, occasion)| occasion.starts.date < month.first_day());
    let before: Vec<Value> = before.map(|event| item(shared, event)).collect();
    variables.insert_value("title", title.into());
    variables.insert_value("before", before.into());
    variables.insert_value("weeks", weeks(shared, month, &events));
    let earlier = site.months.range(..month).next_back();
    let later = site.months.range((Bound::Excluded(month), Bound::Unbounded)).next();
    variables.insert_value("prev", earlier.map(|(month, events)| link(shared, *month, events.len())).into());
    variables.insert_value("next", later.map(|(month, events)| link(shared, *month, events.len())).into());
    variables.insert_value("ahead", over.map(|(_, over)| shared.context.href(over)).into());
    variables.insert_value("calendar", calendar::value(&shared.context, None, Agenda::All));
    Some(Sheet { template: MONTH.to_owned(), variables, origin: Origin::Own(MONTH) })
}

/// An event in a calendar: its card, its days, and what a cell of a grid has room for.
pub(super) fn item(shared: &Shared, (id, occasion): &Event<'_>) -> Value {
    let (from, to) = (occasion.starts.date, occasion.last_day());
    let hour = occasion
        .starts
        .time
        .filter(|_| !occasion.all_day)
        .map(|time| format!("{:02}:{:02}", time.hour(), time.minute()));
    map([
        ("card", shared.cards.card(*id)),
        ("from", iso(whole(from)).into()),
        ("to", iso(whole(to)).into()),
        ("time", hour.into()),
        ("until", (to > from).then(|| shared.context.calendar.moment(whole(to))).into()),
        ("off", occasion.called_off.into()),
    ])
}

fn whole(date: Date) -> Moment {
    Moment { date, time: None }
}

/// Events under the month in which each begins, or under that of `since` when it began before.
fn by_month<'e, 's: 'e>(shared: &Shared, events: impl Iterator<Item = &'e Event<'s>>, since: Date) -> Value {
    let mut months: BTreeMap<Month, Vec<Value>> = BTreeMap::new();
    for event in events {
        months.entry(Month::of(event.1.starts.date.max(since))).or_default().push(item(shared, event));
    }
    let months = months.into_iter().map(|(month, items)| {
        map([
            ("title", shared.context.calendar.month(month).into()),
            ("url", href(shared, month)),
            ("events", items.into()),
        ])
    });
    months.collect::<Vec<_>>().into()
}

/// The months that have events, by school years, the newest first.
fn school_years(shared: &Shared) -> Value {
    let mut found: BTreeMap<i16, Vec<Value>> = BTreeMap::new();
    for (month, events) in &*shared.context.site.months {
        found.entry(month.school_year()).or_default().push(link(shared, *month, events.len()));
    }
    let found = found.into_iter().rev().map(|(year, months)| {
        map([("title", format!("{year}/{}", year + 1).into()), ("months", months.into())])
    });
    found.collect::<Vec<_>>().into()
}

fn link(shared: &Shared, month: Month, count: usize) -> Value {
    map([
        ("title", shared.context.calendar.month(month).into()),
        ("url", href(shared, month)),
        ("count", count.into()),
    ])
}

fn href(shared: &Shared, month: Month) -> Value {
    shared.context.site.routes.of(Owner::Month(month)).map(|address| shared.context.href(address)).into()
}

/// The weeks of a month, seven days each; days of other months are none. An event stands on the day on which it begins.
fn weeks(shared: &Shared, month: Month, events: &[Event<'_>]) -> Value {
    let mut by_day: BTreeMap<Date, Vec<Value>> = BTreeMap::new();
    for event in events {
        by_day.entry(event.1.starts.date).or_default().push(item(shared, event));
    }
    let mut weeks: Vec<Value> = Vec::new();
    let mut first = monday(month.first_day());
    while first <= month.last_day() && weeks.len() < 6 {
        let days = (0..7).map(|offset| {
            let date = first.saturating_add(i64::from(offset).days());
            if Month::of(date) != month {
                return Value::none();
            }
            let events = by_day.remove(&date).unwrap_or_default();
            map([("date", shared.context.calendar.moment(whole(date))), ("events", events.into())])
        });
        weeks.push(days.collect::<Vec<_>>().into());
        first = first.saturating_add(7.days());
    }
    weeks.into()
}
