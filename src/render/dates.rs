//! Days and times in the words of the site's language.

use jiff::civil::{Date, Time};
use jiff::{Span, Unit};
use tera::Value;

use super::map::map;
use crate::i18n::{self, Arg, Lang};
use crate::model::{Moment, Month};

/// The words of a language for days, made once.
#[derive(Debug)]
pub(super) struct Calendar {
    lang: Lang,
    today: Date,
    /// «января», as it stands in a date.
    months: Vec<String>,
    /// «январь», as it stands alone.
    month_names: Vec<String>,
    weekdays: Vec<String>,
}

impl Calendar {
    /// The calendar of a language, seen from a day.
    pub(super) fn new(lang: Lang, today: Date) -> Self {
        let words = |key: &str, count| {
            (1..=count).map(|n| i18n::text(lang, &format!("render-{key}-{n}"), &[])).collect()
        };
        let months = words("month", 12);
        Self { lang, today, months, month_names: words("month-name", 12), weekdays: words("weekday", 7) }
    }

    /// A day for templates.
    pub(super) fn moment(&self, moment: Moment) -> Value {
        let Moment { date, time } = moment;
        let month = &self.months[usize::from(date.month().unsigned_abs()) - 1];
        let name = &self.month_names[usize::from(date.month().unsigned_abs()) - 1];
        let weekday = &self.weekdays[usize::from(date.weekday().to_monday_one_offset().unsigned_abs()) - 1];
        map([
            ("iso", iso(moment).into()),
            ("text", self.text(date, month).into()),
            ("short", format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year()).into()),
            ("time", time.map(clock).unwrap_or_default().into()),
            ("day", date.day().into()),
            ("month", date.month().into()),
            ("month_name", month.as_str().into()),
            ("month_title", name.as_str().into()),
            ("weekday", weekday.as_str().into()),
            ("year", date.year().into()),
            ("days_from_today", days_between(self.today, date).into()),
        ])
    }

    /// A month by itself: «Декабрь 2026».
    pub(super) fn month(&self, month: Month) -> String {
        let first = month.first_day();
        let name = &self.month_names[usize::from(first.month().unsigned_abs()) - 1];
        let mut letters = name.chars();
        let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        format!("{capital}{} {}", letters.as_str(), first.year())
    }

    /// A day, with its hour if it has one, in a text that nobody lays out.
    pub(super) fn spoken(&self, Moment { date, time }: Moment) -> String {
        let month = &self.months[usize::from(date.month().unsigned_abs()) - 1];
        let hour = time.map(|time| format!(", {}", clock(time))).unwrap_or_default();
        format!("{}{hour}", self.text(date, month)).replace('\u{a0}', " ")
    }

    fn text(&self, date: Date, month: &str) -> String {
        let args = [
            ("day", Arg::Text(date.day().to_string())),
            ("month", Arg::Text(month.to_owned())),
            ("year", Arg::Text(date.year().to_string())),
        ];
        i18n::text(self.lang, "render-date", &args)
    }
}

/// `2026-11-21`, or `2026-11-21T10:00`.
pub(super) fn iso(moment: Moment) -> String {
    match moment.time {
        Some(time) => format!("{}T{}", moment.date, clock(time)),
        None => moment.date.to_string(),
    }
}

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Days from one day to another; negative when the other is earlier.
fn days_between(from: Date, to: Date) -> i32 {
    from.until((Unit::Day, to)).map_or(0, |span: Span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn a_moment_speaks_russian() {
        let calendar = Calendar::new(Lang::Ru, date(2026, 11, 20));
        let value = calendar.moment(Moment { date: date(2026, 11, 21), time: Some(time(10, 0, 0, 0)) });
        let get = |name: &str| value.get_from_path(name).unwrap().to_string();
        assert_eq!(get("text"), "21\u{a0}ноября 2026\u{a0}г.");
        assert_eq!((get("iso"), get("short")), ("2026-11-21T10:00".into(), "21.11.2026".into()));
        assert_eq!(
            (get("weekday"), get("month_title"), get("time")),
            ("суббота".into(), "ноябрь".into(), "10:00".into())
        );
        assert_eq!(get("days_from_today"), "1");
    }
}
