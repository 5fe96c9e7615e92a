//! Reading an expression of days at the beginning of some words.

use super::span::Days;
use crate::calendar::{Date, MONTHS, month, stem_of_month, weekday};
use std::ops::RangeInclusive;

const SMALL: &[&str] = &["в", "во", "на", "за", "к", "с", "со", "до", "от", "по", "о", "об", "про"];
const YEARS: RangeInclusive<i32> = 1900..=2199;
const YEAR_WORDS: &[&str] = &["год", "года", "году", "г"];
const SCHOOL_WORDS: &[&str] = &["учебный", "учебного", "учебном", "уч"];
const NEAR: &[&str] = &["эт", "текущ", "нынешн"];
const NEXT: &[&str] = &["следующ", "будущ", "ближайш", "предстоящ"];
/// Of these, what says «to come» before whatever it is.
const COMING: &[&str] = &["следующ", "предстоящ"];
const LAST: &[&str] = &["прошл", "прошедш", "минувш", "предыдущ"];
/// Days of the week as they stand after «в».
const WEEKDAYS: [&str; 7] =
    ["понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"];
/// Seasons as they stand alone, with their first months.
const SEASONS: [(&str, i32); 4] = [("весной", 3), ("летом", 6), ("осенью", 9), ("зимой", 12)];
/// What a spelling counts that says less than the days.
const LESS: f32 = 0.6;

/// Reads an expression at the beginning of some words.
pub(super) struct Reader<'w> {
    pub(super) words: &'w [String],
    pub(super) today: Option<i32>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    /// Reads the expression; its chunks are counted from the first word.
    pub(super) fn read(&self) -> Option<Days> {
        let small = usize::from(SMALL.contains(&self.word(0)));
        let read = |at: usize| {
            (self.dotted(at).or_else(|| self.day_and_month(at)))
                .or_else(|| self.school_year(at))
                .or_else(|| self.relative_day(at))
                .or_else(|| self.stretch(at))
                .or_else(|| self.whole_month(at))
                .or_else(|| self.season(at))
        };
        let weekday = (small == 1).then(|| self.day_of_week(1)).flatten();
        weekday.or_else(|| self.ahead()).or_else(|| read(small)).or_else(|| read(0))
    }

    /// `4.12`, `09.12.26`, `9.12.2026`, `2026-12-09`.
    fn dotted(&self, at: usize) -> Option<Days> {
        let word = self.word(at);
        let parts: Vec<&str> = word.split(['.', '-']).collect();
        let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 4);
        let date = match parts.as_slice() {
            [year, month, day] if year.len() == 4 && word.contains('-') => {
                (number(day)?, number(month)?, i32::try_from(number(year)?).ok())
            }
            [day, month, year] if word.matches('.').count() == 2 && matches!(year.len(), 2 | 4) => {
                let typed = i32::try_from(number(year)?).ok()?;
                let year = if year.len() == 2 { self.century(typed)? } else { typed };
                (number(day)?, number(month)?, Some(year))
            }
            [day, month] if word.contains('.') && day.len() <= 2 && month.len() == 2 => {
                (number(day)?, number(month)?, None)
            }
            _ => return None,
        };
        let (day, month, year) = date;
        let more = usize::from(year.is_some() && YEAR_WORDS.contains(&self.word(at + 1)));
        let mut days = self.day(at + 1 + more, day, month, year)?;
        // Nobody numbers a clause 03.12.
        days.ambiguous = !(parts.len() == 2 && word.starts_with('0'));
        if parts.iter().any(|part| part.len() == 4) {
            days.said = None;
        }
        Some(days)
    }

    /// A year of two digits is one that a reader may mean: not long past, not far ahead.
    fn century(&self, year: i32) -> Option<i32> {
        let now = Date::of(self.today?).year;
        let full = now - now % 100 + year;
        (now - 15..=now + 5).contains(&full).then_some(full)
    }

    /// `9 декабря`, `9-го декабря 2026 года`, `5-7 декабря`, `12/13 декабря`, `с 5 по 7 декабря`.
    fn day_and_month(&self, at: usize) -> Option<Days> {
        let (first, last, next) = self.numbers(at)?;
        let month = month_of(self.word(next), true)?;
        let (year, end) = self.year(next + 1);
        if first == last {
            let days = self.day(end, first, month, year)?;
            return Some(if year.is_some() { Days { said: None, ..days } } else { days });
        }
        let from = self.day(end, first, month, year)?.span?.0;
        let until = self.day(end, last, month, year)?.span?.1;
        (from <= until).then(|| self.span(end, from, until, Vec::new()))
    }

    /// One number or two, and where the words go on.
    fn numbers(&self, at: usize) -> Option<(u32, u32, usize)> {
        let day = |text: &str| text.parse::<u32>().ok().filter(|day| (1..=31).contains(day));
        let word = self.word(at);
        if let Some(first) = day(word) {
            return match (self.word(at + 1), day(self.word(at + 2))) {
                ("по" | "до" | "и", Some(last)) => Some((first, last, at + 3)),
                _ => Some((first, first, at + 1)),
            };
        }
        let (first, rest) = word.split_once(['-', '/'])?;
        let first = day(first)?;
        let ordinal = !rest.is_empty() && rest.chars().all(|c| matches!(c, 'а'..='я'));
        if ordinal { Some((first, first, at + 1)) } else { Some((first, day(rest)?, at + 1)) }
    }

    /// A year of four digits, with the word after it; where the words go on.
    fn year(&self, at: usize) -> (Option<i32>, usize) {
        match self.word(at).parse::<i32>() {
            Ok(year) if YEARS.contains(&year) => {
                (Some(year), at + 1 + usize::from(YEAR_WORDS.contains(&self.word(at + 1))))
            }
            _ => (None, at),
        }
    }

    /// One day; without a year the nearest to today.
    fn day(&self, end: usize, day: u32, month: u32, year: Option<i32>) -> Option<Days> {
        let of = |year: i32| Date { year, month, day }.days();
        let (name, number) = (MONTHS.get(month as usize - 1)?, day.to_string());
        let days = match (year, self.today) {
            (Some(year), _) => of(year).filter(|_| YEARS.contains(&year)),
            (None, Some(today)) => {
                let now = Date::of(today).year;
                (now - 1..=now + 1).filter_map(of).min_by_key(|days| days.abs_diff(today))
            }
            (None, None) => return None,
        }?;
        let full = Date::of(days).year;
        let mut texts = vec![
            (vec![number.clone(), (*name).to_owned(), full.to_string()], 1.0),
            (vec![format!("{day:02}.{month:02}.{full}")], 1.0),
        ];
        texts.push((vec![number, (*name).to_owned()], LESS));
        Some(self.span(end, days, days, texts))
    }

    /// `сегодня`, `завтра`.
    fn relative_day(&self, at: usize) -> Option<Days> {
        let away = match self.word(at) {
            "позавчера" => -2,
            "вчера" => -1,
            "сегодня" => 0,
            "завтра" => 1,
            "послезавтра" => 2,
            _ => return None,
        };
        let day = self.today? + away;
        Some(self.span(at + 1, day, day, Vec::new()))
    }

    /// `в пятницу`: the next one, today included.
    fn day_of_week(&self, at: usize) -> Option<Days> {
        let next = usize::from(step(self.word(at)).is_some());
        let wanted = WEEKDAYS.iter().position(|name| *name == self.word(at + next))? as i32;
        let today = self.today?;
        let day = today + (wanted - weekday(today)).rem_euclid(7);
        // What is on every Friday is on no day.
        let weekly = self.word(at + next).to_owned();
        Some(self.span(at + next + 1, day, day, vec![(vec![weekly], LESS)]))
    }

    /// `через неделю`, `через 3 дня`.
    fn ahead(&self) -> Option<Days> {
        if self.word(0) != "через" {
            return None;
        }
        let (count, at) = self.word(1).parse::<i32>().map_or((1, 1), |count| (count, 2));
        let unit = self.word(at);
        let away = if unit.starts_with("недел") {
            7
        } else if matches!(unit, "день" | "дня" | "дней") {
            1
        } else {
            0
        };
        let away = Some(away * count).filter(|away| (1..=366).contains(away))?;
        let day = self.today? + away;
        Some(self.span(at + 1, day, day, Vec::new()))
    }

    /// `этой неделе`, `следующем месяце`, `выходные`, `прошлом учебном году`, `ближайшие`.
    fn stretch(&self, at: usize) -> Option<Days> {
        let today = self.today?;
        let named = step(self.word(at));
        let (step, unit) = (named.unwrap_or(0), at + usize::from(named.is_some()));
        let word = self.word(unit);
        let monday = today - weekday(today);
        let now = Date::of(today);
        if matches!(word, "выходные" | "выходных" | "выходным") {
            // On a Monday the weekend to come is meant by «следующие» as well.
            let saturday = monday + 5 + 7 * step.min(0);
            return Some(self.span(unit + 1, saturday, saturday + 1, Vec::new()));
        }
        named?;
        let (from, until, end) = match word {
            "неделя" | "неделе" | "неделю" | "недели" => {
                (monday + 7 * step, monday + 7 * step + 6, unit + 1)
            }
            "месяц" | "месяце" | "месяца" => {
                let (from, until) = month(now.year, now.month as i32 + step)?;
                (from, until, unit + 1)
            }
            "год" | "году" | "года" => {
                let year = now.year + step;
                (month(year, 1)?.0, month(year, 12)?.1, unit + 1)
            }
            _ if SCHOOL_WORDS.contains(&word) && YEAR_WORDS.contains(&self.word(unit + 1)) => {
                return Some(self.school(unit + 2, now.year - i32::from(now.month < 9) + step));
            }
            _ if self.word(at).starts_with("ближайш") => (today, today + 30, at + 1),
            // «Следующий семинар» is one to come; a following chapter is looked for by its words.
            _ if !word.is_empty() && COMING.iter().any(|coming| self.word(at).starts_with(coming)) => {
                let days = self.span(at + 1, today, today + 60, Vec::new());
                return Some(Days { ambiguous: true, ..days });
            }
            _ => return None,
        };
        Some(self.span(end, from, until, Vec::new()))
    }

    /// `декабре`, `декабрь 2026`.
    fn whole_month(&self, at: usize) -> Option<Days> {
        let number = month_of(self.word(at), false)?;
        let (year, end) = self.year(at + 1);
        let name = (*MONTHS.get(number as usize - 1)?).to_owned();
        let (from, until) = match (year, self.today) {
            (Some(year), _) => month(year, number as i32),
            (None, Some(today)) => self.nearest(number as i32, today, 1),
            (None, None) => None,
        }?;
        let text = std::iter::once(name).chain(year.map(|year| year.to_string())).collect();
        Some(self.span(end, from, until, vec![(text, 1.0)]))
    }

    /// `весной`, `летом 2027`.
    fn season(&self, at: usize) -> Option<Days> {
        let (name, first) = SEASONS.iter().find(|(name, _)| *name == self.word(at))?;
        let (year, end) = self.year(at + 1);
        let (from, until) = match year {
            Some(year) => (month(year, *first)?.0, month(year, first + 2)?.1),
            None => self.nearest(*first, self.today?, 3)?,
        };
        Some(self.span(end, from, until, vec![(vec![(*name).to_owned()], 1.0)]))
    }

    /// The stretch of months that today lies in or nearest to.
    fn nearest(&self, first: i32, today: i32, months: i32) -> Option<(i32, i32)> {
        let now = Date::of(today).year;
        let stretch = |year: i32| Some((month(year, first)?.0, month(year, first + months - 1)?.1));
        let away = |&(from, until): &(i32, i32)| {
            if today < from {
                from.abs_diff(today)
            } else {
                today.saturating_sub(until).max(0).unsigned_abs()
            }
        };
        (now - 1..=now + 1).filter_map(stretch).min_by_key(away)
    }

    /// `26/27`, `2026-27 учебный год`.
    fn school_year(&self, at: usize) -> Option<Days> {
        let (from, until) = self.word(at).split_once(['/', '-'])?;
        let (typed, next) = (from.parse::<i32>().ok()?, until.parse::<i32>().ok()?);
        let start = if from.len() == 2 { self.century(typed)? } else { typed };
        let proper = YEARS.contains(&start) && until.len() == 2 && (start + 1) % 100 == next;
        let school = SCHOOL_WORDS.contains(&self.word(at + 1));
        // «26-27» alone may be days, or pages.
        if !proper || !(self.word(at).contains('/') || school || from.len() == 4) {
            return None;
        }
        let year = at + 1 + usize::from(school);
        let end = year + usize::from(YEAR_WORDS.contains(&self.word(year)));
        Some(self.school(end, start))
    }

    fn school(&self, end: usize, start: i32) -> Days {
        let written = format!("{start}/{}", start + 1);
        let said = Some(format!("{written} учебный год"));
        Days { chunks: 0..end, span: None, texts: vec![(vec![written], 1.0)], ambiguous: false, said }
    }

    fn span(&self, end: usize, from: i32, until: i32, texts: Vec<(Vec<String>, f32)>) -> Days {
        Days {
            chunks: 0..end,
            span: Some((from, until)),
            texts,
            ambiguous: false,
            said: Some(said(from, until)),
        }
    }
}

/// How many weeks, months or years away an adjective says: `следующей` is one.
fn step(word: &str) -> Option<i32> {
    let begins = |list: &[&str]| list.iter().any(|beginning| word.starts_with(beginning));
    match () {
        () if begins(NEXT) => Some(i32::from(!word.starts_with("ближайш"))),
        () if begins(LAST) => Some(-1),
        () if begins(NEAR) && word.chars().count() <= 9 => Some(0),
        () => None,
    }
}

/// Reads the name of a month in any case, or shortened after a day.
pub(super) fn month_of(word: &str, after_day: bool) -> Option<u32> {
    let ends = |rest: &str| matches!(rest, "" | "ь" | "я" | "е" | "ю" | "ем" | "а" | "у" | "ом");
    let number = MONTHS.iter().position(|name| {
        let beginning = stem_of_month(name);
        let rest = word.strip_prefix(beginning);
        rest.is_some_and(|rest| {
            if beginning == "ма" { matches!(rest, "й" | "я" | "е" | "ю") } else { ends(rest) }
        })
    });
    let short = || {
        let letters = word.chars().count();
        let number = MONTHS.iter().position(|name| stem_of_month(name).starts_with(word) && letters >= 3);
        number.filter(|_| after_day && letters <= 4)
    };
    number.or_else(short).map(|number| number as u32 + 1)
}

/// Writes days in words: `4 декабря 2026`, `30 ноября – 6 декабря 2026`, `декабрь` as its first and last day.
fn said(from: i32, until: i32) -> String {
    let (first, last) = (Date::of(from), Date::of(until));
    let name = |date: Date| MONTHS.get(date.month as usize - 1).copied().unwrap_or_default();
    let end = format!("{} {} {}", last.day, name(last), last.year);
    if from == until {
        end
    } else if first.year != last.year {
        format!("{} {} {} – {end}", first.day, name(first), first.year)
    } else if first.month != last.month {
        format!("{} {} – {end}", first.day, name(first))
    } else {
        format!("{}–{end}", first.day)
    }
}
