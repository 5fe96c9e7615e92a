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

/// The next day on which another week is shown.
pub(super) fn next_change(today: Date) -> Date {
    let friday = monday(today).saturating_add(4.days());
    if friday > today { friday } else { friday.saturating_add(7.days()) }
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
        assert_eq!(next_change(date(2026, 11, 26)), date(2026, 11, 27));
        assert_eq!(next_change(date(2026, 11, 27)), date(2026, 12, 4));
        for day in 1..=30 {
            let today = date(2026, 11, day);
            let next = next_change(today);
            assert!(next > today && first_day(next) != first_day(today), "{today}");
            assert_eq!(first_day(next.yesterday().unwrap()), first_day(today), "{today}");
        }
    }
}
