//! Dates as people write them.

use jiff::civil::{Date, Time};

use crate::dates;
use crate::model::Moment;

/// Reads `2026-11-21`, `21.11.2026`, `21 ноября 2026 г.`, each with or without a time.
pub(in crate::model) fn moment(text: &str) -> Option<Moment> {
    let text = text.trim().to_lowercase().replace('\u{a0}', " ");
    let text = text.trim_end_matches("г.").trim_end_matches("года").trim_end_matches(" г").trim();
    let (day, clock) = split_time(text);
    let date = iso(day).or_else(|| dotted(day)).or_else(|| worded(day))?;
    match clock {
        None => Some(Moment { date, time: None }),
        Some(clock) => Some(Moment { date, time: Some(time(clock)?) }),
    }
}

/// Reads `2026/2027`, `2026-2027`, `2026/27`, with or without «учебный год»; returns the first year.
pub(super) fn school_year(text: &str) -> Option<i16> {
    let digits = text.replace(['–', '—', '-', '\\'], "/");
    let digits = digits.split_whitespace().next()?;
    let (first, second) = digits.split_once('/')?;
    let start: i16 = first.parse().ok().filter(|year| (1990..=2100).contains(year))?;
    let next = start + 1;
    (second == next.to_string() || second == format!("{:02}", next % 100)).then_some(start)
}

/// Splits off what follows the day: `T10:00`, ` 10:00`, ` в 10.00`.
fn split_time(text: &str) -> (&str, Option<&str>) {
    if let Some((day, clock)) = text.split_once(" в ").or_else(|| text.split_once('t')) {
        return (day.trim_end_matches(['г', '.', ' ', ',']), Some(clock));
    }
    match text.rsplit_once(' ') {
        Some((day, clock)) if clock.contains(':') => (day.trim_end_matches([',', ' ']), Some(clock)),
        _ => (text, None),
    }
}

fn time(text: &str) -> Option<Time> {
    let text = text.trim().trim_end_matches('z');
    let mut parts = text.split([':', '.']);
    let hour = parts.next()?.trim().parse().ok()?;
    let minute = parts.next().unwrap_or("0").trim().parse().ok()?;
    let second = parts.next().unwrap_or("0").trim().parse().ok()?;
    Time::new(hour, minute, second, 0).ok()
}

fn iso(text: &str) -> Option<Date> {
    let mut parts = text.split(['-', '.', '/']);
    let year = parts.next().filter(|year| year.len() == 4)?;
    let (month, day) = (parts.next()?, parts.next()?);
    parts.next().is_none().then(|| build(year, month, day))?
}

fn dotted(text: &str) -> Option<Date> {
    let mut parts = text.split(['.', '/']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some_and(|rest| !rest.is_empty()) || year.len() != 4 {
        return None;
    }
    build(year, month, day)
}

fn worded(text: &str) -> Option<Date> {
    let mut parts = text.split_whitespace();
    let day = parts.next()?.trim_matches(['«', '»', '"']);
    let word = parts.next()?;
    let month = dates::month_number(word)?;
    build(parts.next()?, &month.to_string(), day)
}

fn build(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in [
            "2026-11-21",
            "2026.11.21",
            "21.11.2026",
            "21.11.2026 г.",
            "21 ноября 2026 года",
            "«21» ноября 2026",
        ] {
            assert_eq!(moment(text).map(|m| m.date.to_string()).as_deref(), Some("2026-11-21"), "{text}");
        }
        for text in [
            "2026-11-21 10:30",
            "2026-11-21T10:30",
            "21.11.2026 в 10.30",
            "21.11.2026, 10:30",
            "21 ноября 2026 г. в 10:30",
        ] {
            let time = moment(text).and_then(|m| m.time);
            assert_eq!(time.map(|t| t.to_string()).as_deref(), Some("10:30:00"), "{text}");
        }
        for text in ["31.02.2026", "21.11", "2026", "завтра", "21.11.26", "2026-11-21-30", "21.11.2026 25:00"]
        {
            assert_eq!(moment(text), None, "{text}");
        }
    }

    #[test]
    fn school_years_are_two_years_in_a_row() {
        for text in ["2026/2027", "2026-2027", "2026/27", "2026–2027 учебный год"] {
            assert_eq!(school_year(text), Some(2026), "{text}");
        }
        for text in ["2026", "2026/2028", "26/27"] {
            assert_eq!(school_year(text), None, "{text}");
        }
    }
}
