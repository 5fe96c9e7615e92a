//! A day and a time of day as people write them; what does not exist of it is named.

use jiff::civil::{Date, Time};

use crate::dates;
use crate::field::Moment;

/// Why a text is no moment.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Fault {
    /// It is not understood as one.
    Unclear,
    /// The month has fewer days: the year, the month, and its last day.
    Day(i16, i8, i8),
    /// There are twelve.
    Month(i16),
    /// A day has no such hour.
    Hour(i16),
    /// `24:00`: the midnight at the end of this day is the first of the next.
    Midnight(Date),
    /// An hour has no such minute.
    Minute(i16),
    /// The year is not told: the day and the month.
    Year(i16, i16),
    /// A number by which programs of tables keep this day.
    Serial(Date),
}

/// A day of which the month or the year may be told elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Day {
    /// The day of the month.
    day: i16,
    /// The month, from one.
    month: Option<i16>,
    /// The year.
    year: Option<i16>,
}

impl Day {
    /// The day with what it leaves out taken from another.
    pub(super) fn filled(self, from: Self) -> Self {
        Self { month: self.month.or(from.month), year: self.year.or(from.year), ..self }
    }

    /// The date, if there is such a day.
    pub(super) fn date(self) -> Result<Date, Fault> {
        let Some(month) = self.month else { return Err(Fault::Unclear) };
        let Some(year) = self.year else { return Err(Fault::Year(self.day, month)) };
        let narrow = i8::try_from(month).ok().filter(|month| (1..=12).contains(month));
        let month = narrow.ok_or(Fault::Month(month))?;
        let first = Date::new(year, month, 1).map_err(|_| Fault::Unclear)?;
        let none = Fault::Day(year, month, first.days_in_month());
        i8::try_from(self.day).ok().and_then(|day| Date::new(year, month, day).ok()).ok_or(none)
    }
}

/// What stands on one side of a period: a day and a time, each of which may be missing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Side {
    /// The day.
    pub(super) day: Option<Day>,
    /// The hour and the minute, as written.
    pub(super) clock: Option<(i16, i16, i16)>,
}

impl Side {
    /// Reads a side in lower case, its words apart by single spaces. `clock_first` tells whether `10.12` is rather
    /// a time than a day.
    pub(super) fn read(text: &str, clock_first: bool) -> Option<Self> {
        let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty() && !is_idle(word)).collect();
        let alone = clock(&words).map(|clock| Self { day: None, clock: Some(clock) });
        let dated = || {
            let (day, rest) = day(&words)?;
            let clock = if rest.is_empty() { None } else { Some(clock(rest)?) };
            Some(Self { day: Some(day), clock })
        };
        // «с 10:00 01.12.2026»: the hour before the day.
        let led = || {
            let (first, rest) = words.split_first().filter(|(first, _)| first.contains(':'))?;
            let ((day, none), clock) = (day(rest)?, clock(&[first])?);
            none.is_empty().then_some(Self { day: Some(day), clock: Some(clock) })
        };
        if clock_first { alone.or_else(dated) } else { dated().or(alone).or_else(led) }
    }

    /// The moment of this side, its day filled from another.
    pub(super) fn moment(self, from: Day) -> Result<Moment, Fault> {
        let date = self.day.ok_or(Fault::Unclear)?.filled(from).date()?;
        let Some((hour, minute, second)) = self.clock else { return Ok(Moment { date, time: None }) };
        if (hour, minute, second) == (24, 0, 0) {
            return Err(Fault::Midnight(date.tomorrow().unwrap_or(date)));
        }
        let narrow = |number: i16| i8::try_from(number).unwrap_or(i8::MAX);
        let time = Time::new(narrow(hour), narrow(minute), narrow(second), 0);
        match time {
            Ok(time) => Ok(Moment { date, time: Some(time) }),
            Err(_) if !(0..24).contains(&hour) => Err(Fault::Hour(hour)),
            Err(_) => Err(Fault::Minute(if (0..60).contains(&minute) { second } else { minute })),
        }
    }
}

/// Words that say nothing beyond the date: the word for the year, days of the week.
fn is_idle(word: &str) -> bool {
    let word = word.trim_matches(['.', '(', ')']);
    matches!(word, "г" | "год" | "года" | "году") || dates::weekday_meant(word).is_some()
}

/// The day that some words begin with, and the words after it.
fn day<'w, 't>(words: &'w [&'t str]) -> Option<(Day, &'w [&'t str])> {
    let (first, rest) = words.split_first()?;
    if first.contains(['.', '/']) {
        return Some((figures(first)?, rest));
    }
    let number = number(first.trim_end_matches("-го").trim_end_matches("-е"), 2)?;
    let Some((word, rest)) = rest.split_first() else {
        return Some((Day { day: number, ..Day::default() }, rest));
    };
    let month = Some(i16::from(dates::month_meant(word.trim_end_matches('.'))?));
    match rest.split_first().and_then(|(year, rest)| Some((number_of_year(year)?, rest))) {
        Some((year, rest)) => Some((Day { day: number, month, year: Some(year) }, rest)),
        None => Some((Day { day: number, month, year: None }, rest)),
    }
}

/// `21.12.2026`, `21.12.26`, `21.12`, `2026.12.21`, with points or slashes.
fn figures(text: &str) -> Option<Day> {
    let parts: Vec<&str> = text.trim_end_matches(['.', 'г']).split(['.', '/']).collect();
    match parts[..] {
        [year, month, day] if year.len() == 4 => {
            Some(Day { day: number(day, 2)?, month: Some(number(month, 2)?), year: Some(number(year, 4)?) })
        }
        [day, month, year] => {
            let year = Some(number_of_year(year)?);
            Some(Day { day: number(day, 2)?, month: Some(number(month, 2).or_else(|| roman(month))?), year })
        }
        [day, month] => Some(Day { day: number(day, 2)?, month: Some(number(month, 2)?), year: None }),
        _ => None,
    }
}

/// `xii`: months in Roman figures, as on old papers.
fn roman(text: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    i16::try_from(MONTHS.iter().position(|month| *month == text)? + 1).ok()
}

/// The day that programs of tables keep as a number of days: `46357`.
pub(super) fn serial(text: &str) -> Option<Date> {
    const FIRST: Date = jiff::civil::date(1899, 12, 30);
    let days: i64 = text.trim().parse().ok().filter(|days| (36_000..73_000).contains(days))?;
    FIRST.checked_add(jiff::Span::new().days(days)).ok()
}

/// Four figures, or the last two where they can mean one century only.
fn number_of_year(text: &str) -> Option<i16> {
    let text = text.trim_end_matches('г');
    match (text.len(), number(text, 4)?) {
        (4, year) => Some(year),
        (2, year @ 0..=49) => Some(2000 + year),
        (2, year @ 80..=99) => Some(1900 + year),
        _ => None,
    }
}

/// Figures alone, at most so many.
fn number(text: &str, most: usize) -> Option<i16> {
    let figures = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    figures.then(|| text.parse().ok())?
}

/// `10:00`, `10.00`, `10-00`, `в 10`, `10 ч. 30 мин.`, `10 часов`, `6 вечера`.
fn clock(words: &[&str]) -> Option<(i16, i16, i16)> {
    if let Some((part @ ("утра" | "дня" | "вечера"), words)) =
        words.split_last().map(|(last, rest)| (*last, rest))
    {
        let alone = || number(words.last()?.trim_end_matches('.'), 2).map(|hour| (hour, 0, 0));
        let (hour, minute, second) = clock(words).or_else(|| alone().filter(|_| words.len() == 1))?;
        let later = if part != "утра" && hour < 12 { 12 } else { 0 };
        return Some((hour + later, minute, second));
    }
    let led = words.first().is_some_and(|word| matches!(*word, "в" | "с" | "к"));
    let words = if led { &words[1..] } else { words };
    let unit = |word: &str, units: &[&str]| units.contains(&word.trim_end_matches('.'));
    let hours = ["ч", "час", "часа", "часов"];
    match words {
        [time] if time.contains(':') => parts(time, ':', 1),
        [time] if time.matches('.').count() == 1 => parts(time, '.', 2),
        [time] if time.contains('-') => parts(time, '-', 2),
        [hour] if led => Some((number(hour, 2)?, 0, 0)),
        [time, word] if unit(word, &hours) => {
            parts(time, ':', 1).or_else(|| parts(time, '.', 2)).or(number(time, 2).map(|hour| (hour, 0, 0)))
        }
        [hour, word, minute, last] if unit(word, &hours) && unit(last, &["мин", "минут"]) => {
            Some((number(hour, 2)?, number(minute, 2)?, 0))
        }
        _ => None,
    }
}

/// Hour and minute, perhaps a second, between signs; the minute has at least so many figures.
fn parts(text: &str, sign: char, figures: usize) -> Option<(i16, i16, i16)> {
    let mut parts = text.trim_end_matches('.').split(sign);
    let hour = number(parts.next()?, 2)?;
    let minute = parts.next().filter(|minute| minute.len() >= figures)?;
    // Fractions of a second come from programs and say nothing here.
    let second = parts.next().map_or(Some(0), |second| number(second.split('.').next()?, 2))?;
    parts.next().is_none().then_some((hour, number(minute, 2)?, second))
}
