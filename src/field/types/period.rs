//! Moments and periods as people write them: `21.12.2026 10.00`, `21–23.12.2026`, `с 21 по 23 декабря 2026`.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use super::day::{Day, Fault, Side};
use super::english;
use crate::field::Moment;

/// A moment, and the end of the period that it begins, if one was written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct When {
    /// The moment.
    pub(super) from: Moment,
    /// The last of the period.
    pub(super) to: Option<Moment>,
}

/// Stands between the two sides of a period.
const TO: char = '~';

/// Reads a moment or a period. What names its zone (`…Z`, `+03:00`, `мск`) is told by the clock of the centre.
///
/// # Errors
/// What does not exist of it, or that it is not understood.
pub(super) fn when(text: &str, zone: &TimeZone) -> Result<When, Fault> {
    if let Some(from) = text.trim().parse::<Timestamp>().ok().map(|at| local(at, zone)) {
        return Ok(When { from, to: None });
    }
    // `Sat, 12 Dec 2026 10:00:00 +0300`: the day of a letter.
    if let Ok(at) = jiff::fmt::rfc2822::parse(text.trim()) {
        return Ok(When { from: local(at.timestamp(), zone), to: None });
    }
    if let Some((moment, there)) = offset(text) {
        let When { from, to: None } = read(&plain(moment))? else { return Err(Fault::Unclear) };
        return Ok(When { from: between(from, &there, zone), to: None });
    }
    let plain = plain(text);
    if let Some(rest) = plain.strip_suffix("мск").or_else(|| plain.strip_suffix("(мск)")) {
        let When { from, to } = read(rest.trim())?;
        let moscow = TimeZone::get("Europe/Moscow").unwrap_or(TimeZone::UTC);
        let here = |moment: Moment| between(moment, &moscow, zone);
        return Ok(When { from: here(from), to: to.map(here) });
    }
    read(without_zone(&plain))
}

/// The end of what begins at a written moment, when only the hour of the end is written: `13:00`.
pub(in crate::field) fn end_of_day(start: &str, end: &str, zone: &TimeZone) -> Option<Moment> {
    if when(end, zone).is_ok() {
        return None;
    }
    let When { from, to } = when(&format!("{start} - {end}"), zone).ok()?;
    to.filter(|to| to.date == from.date)
}

/// An instant by the clock of the centre.
fn local(at: Timestamp, zone: &TimeZone) -> Moment {
    let there = at.to_zoned(zone.clone());
    Moment { date: there.date(), time: Some(there.time()) }
}

/// A moment of one zone by the clock of another; a day stays the day it is.
fn between(moment: Moment, from: &TimeZone, to: &TimeZone) -> Moment {
    let zoned = moment.time.and_then(|time| from.to_zoned(moment.date.to_datetime(time)).ok());
    zoned.map_or(moment, |zoned| local(zoned.timestamp(), to))
}

/// `2026-12-01 21:30:00 +0500`, `01.12.2026 21:30+05:00`: a moment and the clock that tells it, whoever wrote it. A `-`
/// is one of an offset only behind seconds: `10:00-12:00` is a period.
fn offset(text: &str) -> Option<(&str, TimeZone)> {
    let text = text.trim();
    let at = text.rfind(['+', '-', '−'])?;
    let sign = text[at..].chars().next()?;
    let (moment, figures) = (text[..at].trim_end(), &text[at + sign.len_utf8()..]);
    let clock = moment.rsplit([' ', 'T', 't']).next()?;
    let figured = clock.contains(':') && clock.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let behind = clock.matches(':').count() == 2 && (text[..at].ends_with(' ') || !figures.contains(':'));
    if !figured || (sign != '+' && !behind) {
        return None;
    }
    let (hours, minutes) = match (figures.len(), figures.split_once(':')) {
        (1 | 2, None) => (figures, "0"),
        (4, None) => figures.split_at_checked(2)?,
        (4 | 5, Some(parts)) => parts,
        _ => return None,
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let seconds = (hours * 60 + minutes) * if sign == '+' { 60 } else { -60 };
    let there = Offset::from_seconds(seconds)
        .ok()
        .filter(|_| (0..=14).contains(&hours) && (0..60).contains(&minutes));
    Some((moment, TimeZone::fixed(there?)))
}

/// What is left of an instant that does not exist, so that what is wrong in it can be named.
fn without_zone(text: &str) -> &str {
    let zulu = text.strip_suffix('z').filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    zulu.or_else(|| text.rsplit_once('+').map(|(moment, _)| moment)).unwrap_or(text)
}

/// A text in lower case, with single spaces, days of the ISO form with points, and [`TO`] between its sides.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace(['–', '—', '−', '‑'], "-");
    let commas = text.matches(',').count() == 2 && text.chars().all(|c| c.is_ascii_digit() || c == ',');
    let text = if commas { text.replace(',', ".") } else { text };
    let text = text.replace(['«', '»', '"', '“', '”', '„', ',', ';'], " ");
    let mut words: Vec<String> = text.split_whitespace().map(|word| pointed(&figured(word))).collect();
    if words.first().is_some_and(|word| word == "с" || word == "со") {
        words.remove(0);
    }
    let mut words = english::days(words);
    for word in &mut words {
        if matches!(word.as_str(), "-" | "по" | "до") {
            *word = TO.to_string();
        }
    }
    words.join(" ")
}

/// `O1.12.2026` as `01.12.2026`: letters that look like figures, where the rest of a day is figures.
fn figured(word: &str) -> Cow<'_, str> {
    let figures = word.chars().filter(char::is_ascii_digit).count();
    let like = |c: char| matches!(c, 'o' | 'о' | 'з');
    let day = figures >= 5 && word.matches('.').count() == 2;
    if !day || !word.contains(like) || word.chars().any(|c| !(c.is_ascii_digit() || c == '.' || like(c))) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.replace(['o', 'о'], "0").replace('з', "3"))
}

/// `2026-12-21T10:00` as `2026.12.21 10:00`, `1-12-2026` as `1.12.2026`.
fn pointed(word: &str) -> String {
    let end = word.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(word.len());
    let (day, rest) = word.split_at(end);
    let lengths: Vec<usize> = day.split('-').map(str::len).collect();
    if !matches!(lengths[..], [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4]) {
        return word.to_owned();
    }
    let gap = if rest.starts_with('t') { " " } else { "" };
    format!("{}{gap}{}", day.replace('-', "."), rest.strip_prefix('t').unwrap_or(rest))
}

fn read(text: &str) -> Result<When, Fault> {
    let (left, right) = match text.split_once(TO).or_else(|| dash(text)) {
        Some((left, right)) => (left, Some(right)),
        None => (text, None),
    };
    let from = Side::read(left, false).ok_or(Fault::Unclear)?;
    let Some(right) = right else {
        return Ok(When { from: from.moment(Day::default())?, to: None });
    };
    let to = Side::read(right, from.clock.is_some()).ok_or(Fault::Unclear)?;
    let (from, to) = match (from.day, to.day) {
        // «10:00–12:00» of one day.
        (Some(_), None) if from.clock.is_some() => {
            (from.moment(Day::default())?, Side { day: from.day, ..to }.moment(Day::default())?)
        }
        // A time at the end alone: of which day it is meant is unclear.
        (Some(_), Some(day)) if from.clock.is_some() || to.clock.is_none() => {
            (from.moment(day)?, to.moment(Day::default())?)
        }
        _ => return Err(Fault::Unclear),
    };
    if (from.date, from.time) > (to.date, to.time.or(from.time)) {
        return Err(Fault::Unclear);
    }
    Ok(When { from, to: Some(to) })
}

/// The two sides of a single dash, unless it stands in a time (`10-00`).
fn dash(text: &str) -> Option<(&str, &str)> {
    let (left, right) = text.split_once('-').filter(|(_, right)| !right.contains('-'))?;
    let minute = right.len() == 2 && right.parse::<u8>().is_ok_and(|number| number == 0 || number > 24);
    let ends = left.ends_with(|c: char| c.is_ascii_digit() || c.is_alphabetic());
    (ends && !minute && !right.starts_with(char::is_alphabetic)).then_some((left, right))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let zone = TimeZone::get("Europe/Moscow").unwrap();
        let one = |moment: Moment| match moment.time {
            Some(time) => format!("{} {}", moment.date, time.strftime("%H:%M")),
            None => moment.date.to_string(),
        };
        match when(text, &zone) {
            Ok(When { from, to: None }) => one(from),
            Ok(When { from, to: Some(to) }) => format!("{} … {}", one(from), one(to)),
            Err(fault) => format!("{fault:?}"),
        }
    }

    fn all(texts: &[&str], meaning: &str) {
        for text in texts {
            assert_eq!(shown(text), meaning, "{text}");
        }
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let days = [
            "2026-11-21",
            "2026.11.21",
            "21-11-2026",
            "21.11.2026",
            "21.11.2026 г.",
            "21.11.2026г.",
            "21.11.26",
            "21/11/2026",
        ];
        all(&days, "2026-11-21");
        all(&["21 ноября 2026 года", "«21» ноября 2026", "суббота, 21 ноября 2026"], "2026-11-21");
        all(&["05.02.98"], "1998-02-05");
        all(&["1-12-2026", "2026-12-1", "01.12.2026"], "2026-12-01");
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let dotted = ["21.11.2026 10.30", "21.11.2026 в 10.30", "21.11.2026, 10:30", "21.11.2026 10-30"];
        all(&dotted, "2026-11-21 10:30");
        all(&["2026-11-21 10:30", "2026-11-21T10:30", "2026-11-21T10:30:00"], "2026-11-21 10:30");
        all(&["21 ноября 2026 г. в 10:30", "21.11.26 10 ч. 30 мин."], "2026-11-21 10:30");
        all(&["21.11.2026 в 10", "21.11.2026 в 10 часов", "21.11.2026 10 ч."], "2026-11-21 10:00");
        all(&["21.11.2026 в 10 утра", "21.11.2026 10:00 утра", "2026-11-21T10:00"], "2026-11-21 10:00");
        all(&["21.11.2026 в 6 вечера", "21 ноября 2026, 6 часов вечера"], "2026-11-21 18:00");
        all(&["21.11.2026 в 2 дня", "21.11.2026 2:00 дня"], "2026-11-21 14:00");
        all(&["21.11.2026 в 12 дня"], "2026-11-21 12:00");
    }

    #[test]
    fn an_instant_is_told_by_the_clock_of_the_centre() {
        all(
            &["2026-12-01T21:30:00Z", "2026-12-02T00:30:00+03:00", "2026-12-02T00:30+03:00"],
            "2026-12-02 00:30",
        );
        all(&["2026-12-01 22:30:00+01:00", "02.12.2026 0:30 мск"], "2026-12-02 00:30");
        all(
            &[
                "2026-12-02 02:30:00 +0500",
                "2026-12-02 02:30:00 +05:00",
                "2026-12-02 02:30 +05",
                "02.12.2026 02:30+05:00",
                "2026-12-01 18:30:00 -0300",
                "2026-12-01 18:30:00 −03:00",
            ],
            "2026-12-02 00:30",
        );
        all(&["21.12.2026 10:00-12:30"], "2026-12-21 10:00 … 2026-12-21 12:30");
    }

    #[test]
    fn periods_are_read_as_people_write_them() {
        let days = ["21-23.12.2026", "21–23.12.2026", "21.12-23.12.2026", "21.12.2026 - 23.12.2026"];
        all(&days, "2026-12-21 … 2026-12-23");
        all(
            &["с 21 по 23 декабря 2026", "21—23 декабря 2026 г.", "2026-12-21 – 2026-12-23"],
            "2026-12-21 … 2026-12-23",
        );
        all(&["с 30 ноября по 2 декабря 2026 года"], "2026-11-30 … 2026-12-02");
        let hours =
            ["21.12.2026 10:00-12:30", "21.12.2026 с 10.00 до 12.30", "21 декабря 2026, 10:00 – 12:30"];
        all(&hours, "2026-12-21 10:00 … 2026-12-21 12:30");
    }

    #[test]
    fn what_does_not_exist_is_named() {
        all(&["31.02.2026", "31 февраля 2026", "2026-02-31T10:00:00Z"], "Day(2026, 2, 28)");
        all(&["21.13.2026"], "Month(13)");
        all(&["21.11.2026 25:00"], "Hour(25)");
        all(&["21.11.2026 24:00"], "Midnight(2026-11-22)");
        all(&["21.11.2026 10:60", "21.11.2026 10.60"], "Minute(60)");
        all(&["21.11"], "Year(21, 11)");
        let unclear = ["2026", "завтра", "21.11.55", "2026-11-21-30", "21.11.2026 10", "23-21.12.2026", ""];
        all(&unclear, "Unclear");
    }
}
