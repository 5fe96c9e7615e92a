//! Hours as people write them: «вторник 10:00–12:00; пн–чт 14:00–17:00», and when they are not kept: «праздники и июль».
//!
//! What is not understood whole is not understood at all: better no promise than a wrong one.

use jiff::civil::{Date, Time, Weekday};

use crate::dates;
use crate::diagnostic::RuleId;
use crate::field::FieldPath;
use crate::source::Span;

/// The days on which nobody works anywhere in the country, by month and day: article 112 of the Labour Code.
const HOLIDAYS: [(i8, i8); 14] = [
    (1, 1),
    (1, 2),
    (1, 3),
    (1, 4),
    (1, 5),
    (1, 6),
    (1, 7),
    (1, 8),
    (2, 23),
    (3, 8),
    (5, 1),
    (5, 9),
    (6, 12),
    (11, 4),
];

/// Words that stand beside days and say nothing of them.
const IDLE: [&str; 9] = ["с", "до", "по", "в", "и", "каждый", "каждую", "from", "to"];
/// Words for every working day.
const DAILY: [&str; 4] = ["ежедневно", "рабочий", "рабочим", "daily"];
/// Words beside the months and days that are left out.
const EXCEPT: [&str; 9] = ["и", "в", "во", "с", "по", "кроме", "дни", "and", "in"];

/// When somebody receives.
#[derive(Clone, Debug)]
pub(crate) struct Hours<'b> {
    /// The hours of a week.
    pub(crate) slots: Vec<Slot>,
    /// When they are not kept.
    pub(crate) except: Except,
    /// Where it is.
    pub(crate) place: Option<&'b FieldPath>,
}

/// What is written and was not understood.
#[derive(Clone, Debug)]
pub(crate) struct Unclear {
    /// What is said of it.
    pub(crate) rule: RuleId,
    /// The words.
    pub(crate) written: String,
    /// Where they stand.
    pub(crate) span: Span,
}

/// The same hours on some days of the week.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Slot {
    /// The days, from Monday on.
    pub(crate) days: Vec<Weekday>,
    /// When they begin.
    pub(crate) from: Time,
    /// When they end.
    pub(crate) to: Time,
}

/// When hours are not kept, beside holidays: whole months and stretches of days of a month.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Except(Vec<(i8, i8, i8)>);

impl Except {
    /// Whether hours are not kept on a day.
    pub(crate) fn has(&self, day: Date) -> bool {
        let within =
            |(month, from, to): &(i8, i8, i8)| *month == day.month() && (*from..=*to).contains(&day.day());
        HOLIDAYS.contains(&(day.month(), day.day())) || self.0.iter().any(within)
    }

    /// The same for the script of pages: months as `07`, days as `0101`.
    pub(crate) fn told(&self) -> String {
        let holidays = HOLIDAYS.iter().map(|(month, day)| format!("{month:02}{day:02}"));
        let own = self.0.iter().flat_map(|(month, from, to)| match (from, to) {
            (1, 31) => vec![format!("{month:02}")],
            (from, to) => (*from..=*to).map(|day| format!("{month:02}{day:02}")).collect(),
        });
        own.chain(holidays).collect::<Vec<_>>().join(" ")
    }
}

/// Reads hours; nothing when not all of it is understood.
pub(super) fn slots(text: &str) -> Option<Vec<Slot>> {
    let (mut slots, mut days, mut open) = (Vec::new(), Vec::new(), true);
    for part in text.to_lowercase().split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
        let named = days_of(part)?;
        if !named.is_empty() {
            if !open {
                days.clear();
            }
            days.extend(named);
            open = true;
        }
        match times(part)?.as_slice() {
            [] if open => {}
            [from, to] if from < to && !days.is_empty() => {
                days.sort_unstable_by_key(|day: &Weekday| day.to_monday_zero_offset());
                days.dedup();
                slots.push(Slot { days: days.clone(), from: *from, to: *to });
                open = false;
            }
            _ => return None,
        }
    }
    (!open).then_some(slots)
}

/// The days of the week that a part names: one, some, from one to another, or all working days.
fn days_of(part: &str) -> Option<Vec<Weekday>> {
    let words: Vec<&str> = part.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let working = || (0..5).filter_map(|day| Weekday::from_monday_zero_offset(day).ok()).collect();
    if words.iter().any(|word| DAILY.contains(word)) {
        return Some(working());
    }
    let known = |word: &&str| weekday(word).is_some() || IDLE.contains(word);
    if !words.iter().all(known) {
        return None;
    }
    let days: Vec<Weekday> = words.iter().filter_map(|word| weekday(word)).collect();
    let [first, last] = days.as_slice() else { return Some(days) };
    if !is_stretch(part, &words) {
        return Some(days);
    }
    let (first, last) = (first.to_monday_zero_offset(), last.to_monday_zero_offset());
    let stretch = (first..=last).filter_map(|day| Weekday::from_monday_zero_offset(day).ok());
    (first < last).then(|| stretch.collect())
}

/// Whether two days are the ends of a stretch: «пн–чт», «с понедельника по четверг».
fn is_stretch(part: &str, words: &[&str]) -> bool {
    let Some(at) = words.iter().position(|word| weekday(word).is_some()) else { return false };
    let worded = at > 0 && words[at - 1] == "с" && words.get(at + 1) == Some(&"по");
    let after =
        part.split_once(words[at]).map_or("", |(_, after)| after.trim_start_matches('.').trim_start());
    worded || after.starts_with(['–', '—', '-'])
}

/// A day of the week in the singular, in the plural («по вторникам») or in English.
fn weekday(word: &str) -> Option<Weekday> {
    const ENGLISH: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let plural = || dates::weekday_meant(word.strip_suffix("ам").or_else(|| word.strip_suffix("ям"))?);
    let english = || {
        let at = ENGLISH.iter().position(|day| *day == word || word.len() == 3 && day.starts_with(word))?;
        Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok()
    };
    dates::weekday_meant(word).or_else(plural).or_else(english)
}

/// The times of a part: `10:00`, `9.30`, `14`.
fn times(part: &str) -> Option<Vec<Time>> {
    let numbers = part.split(|c: char| !c.is_ascii_digit() && c != ':' && c != '.');
    let numbers = numbers.map(|number| number.trim_matches(['.', ':'])).filter(|number| !number.is_empty());
    numbers
        .map(|number| {
            let (hour, minute) = number.split_once([':', '.']).unwrap_or((number, "0"));
            Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
        })
        .collect()
}

/// Reads when hours are not kept; nothing when not all of it is understood. Holidays need not be named.
pub(super) fn except(text: &str) -> Option<Except> {
    let (mut except, mut numbers) = (Except::default(), Vec::<i8>::new());
    for word in text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if let Ok(number) = word.parse() {
            numbers.push(number);
        } else if let Some(month) = dates::month_meant(word).filter(|_| word.chars().count() > 2) {
            except.0.push(match std::mem::take(&mut numbers).as_slice() {
                [] => (month, 1, 31),
                [day] => (month, *day, *day),
                [from, to] if from < to => (month, *from, *to),
                _ => return None,
            });
        } else if !(EXCEPT.contains(&word)
            || ["праздн", "выходн", "holiday"].iter().any(|own| word.starts_with(own)))
        {
            return None;
        }
    }
    numbers.is_empty().then_some(except)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn told(text: &str) -> Option<String> {
        let slot = |slot: &Slot| {
            let days: String = slot.days.iter().map(|day| day.to_monday_one_offset().to_string()).collect();
            format!("{days} {}-{}", slot.from.strftime("%H:%M"), slot.to.strftime("%H:%M"))
        };
        Some(slots(text)?.iter().map(slot).collect::<Vec<_>>().join("; "))
    }

    #[test]
    fn hours_are_understood_as_people_write_them() {
        for (written, meant) in [
            ("вторник 14:00–17:00", "2 14:00-17:00"),
            ("Вторник 10:00–12:00; четверг 14:00–16:00", "2 10:00-12:00; 4 14:00-16:00"),
            ("пн–чт 14:00–17:00, пт 14–16", "1234 14:00-17:00; 5 14:00-16:00"),
            ("пн, ср 9.30-11.00", "13 09:30-11:00"),
            ("по вторникам и четвергам с 14:00 до 17:00", "24 14:00-17:00"),
            ("с понедельника по среду 9:00–11:00", "123 09:00-11:00"),
            ("с 14:00 до 17:00 по вторникам и четвергам", "24 14:00-17:00"),
            ("вторник 10:00–12:00, 14:00–16:00", "2 10:00-12:00; 2 14:00-16:00"),
            ("каждый рабочий день 9:00–17:00", "12345 09:00-17:00"),
            ("ежедневно 10:00–11:00", "12345 10:00-11:00"),
            ("Tuesday 10:00–12:00", "2 10:00-12:00"),
        ] {
            assert_eq!(told(written).as_deref(), Some(meant), "{written}");
        }
        for unclear in [
            "",
            "по договорённости",
            "вторник",
            "14:00–17:00",
            "вторник 17:00–14:00",
            "второй вторник месяца 14:00–17:00",
            "вторник 14:00–17:00 по записи",
            "вторник 14:00",
            "вторник 25:00–26:00",
        ] {
            assert_eq!(told(unclear), None, "{unclear}");
        }
    }

    #[test]
    fn what_is_left_out_is_months_and_days() {
        let has = |text: &str, month, day| except(text).unwrap().has(date(2026, month, day));
        assert!(has("праздники и июль", 7, 15) && !has("праздники и июль", 8, 15));
        assert!(has("", 1, 5) && has("", 11, 4) && !has("", 1, 9));
        assert!(has("1–15 августа", 8, 15) && !has("1–15 августа", 8, 16));
        assert!(has("31 декабря, июль", 12, 31) && !has("31 декабря, июль", 12, 30));
        for unclear in ["каникулы", "каждая вторая неделя", "5"] {
            assert_eq!(except(unclear), None, "{unclear}");
        }
        assert!(except("июль").unwrap().told().starts_with("07 0101 0102"));
    }
}
