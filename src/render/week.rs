//! The sheet of a week, to be put up on a wall: what takes place in it. It says its days, so it changes once a week.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use tera::{Context as Variables, Value};

use super::map::map;
use super::months;
use super::shared::Shared;
use crate::model::month::monday;
use crate::model::{Agenda, Moment};

/// Fills the sheet.
pub(super) fn fill(shared: &Shared, mut variables: Variables) -> Variables {
    let site = &shared.context.site;
    let from = first_day(site.today);
    let after = from.saturating_add(7.days());
    let day = |date: Date| shared.context.calendar.moment(Moment { date, time: None });
    let week = [("from", day(from)), ("to", day(after.saturating_sub(1.day()))), ("after", day(after))];
    variables.insert_value("week", map(week));
    let taking_place = site.agenda(Agenda::All).filter(|(_, occasion)| {
        occasion.starts.date < after && occasion.last_day() >= from && !occasion.called_off
    });
    let (before, events): (Vec<_>, Vec<_>) =
        taking_place.partition(|(_, occasion)| occasion.starts.date < from);
    for (name, events) in [("events", events), ("before", before)] {
        let items: Vec<Value> = events.iter().map(|event| months::item(shared, event)).collect();
        variables.insert_value(name, items.into());
    }
    variables
}

/// The Monday of the week that is shown on a day: from Friday on people want the next one.
fn first_day(today: Date) -> Date {
    let monday = monday(today);
    match today.weekday() {
        Weekday::Friday | Weekday::Saturday | Weekday::Sunday => monday.saturating_add(7.days()),
        _ => monday,
    }
}

/// The next day on which the sheet changes because of what takes place from one day to another: on Fridays it begins to
/// show a week and ends to show one. A sheet that shows nothing names no week, so other Fridays change nothing.
pub(super) fn change(from: Date, to: Date, today: Date) -> Option<Date> {
    let friday = monday(today).saturating_add(4.days());
    let next = if friday > today { friday } else { friday.saturating_add(7.days()) };
    let (enters, leaves) = (monday(from).saturating_sub(3.days()), monday(to).saturating_add(4.days()));
    Some(next.max(enters)).filter(|day| *day <= leaves)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn from_friday_on_the_next_week_is_shown() {
        // The thirtieth of November 2026 is a Monday.
        let november = |day| first_day(date(2026, 11, day));
        assert_eq!((november(30), november(26)), (date(2026, 11, 30), date(2026, 11, 23)));
        assert_eq!([27, 28, 29].map(november), [date(2026, 11, 30); 3]);
    }

    #[test]
    fn the_sheet_changes_when_a_week_with_something_comes_or_goes() {
        let day = |month, day| date(2026, month, day);
        // A day in the week from the thirtieth of November: on the sheet from the 27th, off it on the fourth.
        let change = |today| super::change(day(12, 2), day(12, 2), today);
        assert_eq!(change(day(11, 1)), Some(day(11, 27)));
        assert_eq!(change(day(11, 27)), Some(day(12, 4)));
        assert_eq!(change(day(12, 4)), None);
        // What goes on for weeks is on each of their sheets.
        assert_eq!(super::change(day(11, 2), day(12, 2), day(11, 12)), Some(day(11, 13)));
        for today in (1..=30).map(|at| day(11, at)) {
            let shown = |on: Date| {
                (first_day(on) <= day(12, 2)) && day(12, 2) < first_day(on).saturating_add(7.days())
            };
            let days = (1..40).map(|ahead| today.saturating_add(i64::from(ahead).days()));
            let first = days.into_iter().find(|on| shown(*on) != shown(on.yesterday().unwrap()));
            assert_eq!(change(today), first, "{today}");
        }
    }
}
