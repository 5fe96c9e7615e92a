//! Beside a date stands a day of the week on which it does not fall: «вторник, 3 декабря 2026», a Thursday.
//!
//! Looked through are the texts of a page as their author wrote them, fields and body. A date without a year is told by
//! the event that it is written about; elsewhere it may be of any year and says nothing.

use std::ops::Range;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::dates;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::i18n::Arg;
use crate::model::{Page, Site};
use crate::source::Span;

const RULE: RuleId = RuleId("weekday-wrong");
/// The names of the days of the week among the translations.
const NAMES: [&str; 7] = [
    "render-weekday-1",
    "render-weekday-2",
    "render-weekday-3",
    "render-weekday-4",
    "render-weekday-5",
    "render-weekday-6",
    "render-weekday-7",
];
/// The longest name of a day: «понедельника».
const LONGEST_NAME: usize = 12;
/// So many words may a date have: «3 декабря 2026».
const LONGEST_DATE: usize = 3;
/// A date without a year is that of the event only so many days around it: «в прошлый раз» may be another year.
const NEAR_DAYS: i32 = 31;

pub(super) fn check(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let mut texts: Vec<(&str, Span)> = Vec::new();
    for (name, typed) in &page.fields {
        typed.leaves(name, &mut |_, leaf| texts.push((site.sources.slice(leaf.span), leaf.span)));
    }
    texts.extend(page.body.place().map(|span| (site.sources.slice(span), span)));
    let around = site.occasion(page).map(|occasion| occasion.starts.date);
    let mut said = Vec::new();
    for (text, place) in texts {
        for found in find(text, around).into_iter().filter(|found| found.date.weekday() != found.weekday) {
            let start = place.start as usize;
            let span = place.source.span(start + found.range.start, start + found.range.end);
            said.push(message(&found, &text[found.range.clone()]).at(span));
        }
    }
    said.sort_by_key(|one| one.labels.first().map(|label| label.span));
    said.dedup_by_key(|one| one.labels.first().map(|label| label.span));
    said
}

fn message(found: &Found, written: &str) -> Diagnostic {
    let name = |day: Weekday| Arg::Key(NAMES[usize::from(day.to_monday_zero_offset().unsigned_abs())]);
    let back = i64::from(found.weekday.until(found.date.weekday()));
    let near = |days: i64| dates::dotted(found.date.saturating_add(days.days()));
    let mut message = Diagnostic::warning(RULE)
        .arg("written", written.split_whitespace().collect::<Vec<_>>().join(" "))
        .arg("day", dates::dotted(found.date))
        .arg("before", near(-back))
        .arg("after", near(7 - back))
        .help("help");
    message.args.extend([("right", name(found.date.weekday())), ("said", name(found.weekday))]);
    message
}

/// A date with a day of the week beside it.
#[derive(Debug, Eq, PartialEq)]
struct Found {
    weekday: Weekday,
    date: Date,
    range: Range<usize>,
}

/// Finds the dates beside which a day of the week stands; those without a year are of the year that brings them near
/// to a day.
fn find(text: &str, around: Option<Date>) -> Vec<Found> {
    if !names_a_day(text) {
        return Vec::new();
    }
    let folded = |range: Range<usize>| Word { folded: text[range.clone()].to_lowercase(), range };
    let words: Vec<Word> = words(text).map(folded).collect();
    let days =
        words.iter().enumerate().filter_map(|(at, word)| Some((at, dates::weekday_meant(&word.folded)?)));
    let found = days.filter(|(at, _)| !is_surroundings(&words, *at)).filter_map(|(at, weekday)| {
        let (date, first, last) = beside(text, &words, at)?;
        let date = date.of_year(around)?;
        Some(Found { weekday, date, range: words[first].range.start..words[last].range.end })
    });
    found.collect()
}

/// Whether a text names a day of the week at all. Nearly none does, so that every text is read once, letter by letter,
/// before anything is made of its words.
fn names_a_day(text: &str) -> bool {
    let mut before = ' ';
    text.char_indices().any(|(at, letter)| {
        let begins = !is_letter(before) && matches!(letter, 'п' | 'П' | 'в' | 'В' | 'с' | 'С' | 'ч' | 'Ч');
        before = letter;
        begins && begins_with_day(&text[at..])
    })
}

/// A letter of the words that texts are made of: other letters only have a word looked at in vain.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'А'..='я' | 'ё' | 'Ё')
}

fn begins_with_day(text: &str) -> bool {
    let mut letters = text.chars().flat_map(char::to_lowercase).skip(1);
    if !letters.next().is_some_and(|second| "онятсрубче".contains(second)) {
        return false;
    }
    let word = text.chars().take_while(|c| is_letter(*c)).take(LONGEST_NAME + 1);
    dates::weekday_meant(&word.flat_map(char::to_lowercase).collect::<String>()).is_some()
}

/// «Образовательная среда» is no Wednesday.
fn is_surroundings(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| &*words[before].folded);
    let adjective = ["ая", "ой", "ую", "яя", "ей", "юю"].iter().any(|end| before.ends_with(end));
    words[at].folded.starts_with("сред") && adjective
}

/// The date after or before the day of the week, with the first and the last word of both.
fn beside(text: &str, words: &[Word], at: usize) -> Option<(Written, usize, usize)> {
    if let Some((date, last)) = date(text, words, at + 1).filter(|_| is_near(text, words, at)) {
        return Some((date, at, last));
    }
    let mut end = at.checked_sub(1)?;
    for idle in [["в", "во"].as_slice(), &["г", "год", "года", "году"]] {
        if idle.contains(&&*words[end].folded) {
            end = end.checked_sub(1)?;
        }
    }
    if !(end..at).all(|one| is_near(text, words, one)) {
        return None;
    }
    (end.saturating_sub(LONGEST_DATE - 1)..=end).find_map(|first| {
        let (date, last) = date(text, words, first)?;
        (last == end).then_some((date, first, at))
    })
}

/// Whether nothing but signs that hold a date together stands between a word and the next.
fn is_near(text: &str, words: &[Word], at: usize) -> bool {
    let Some(next) = words.get(at + 1) else { return false };
    let between = &text[words[at].range.end..next.range.start];
    // A full stop ends a sentence unless it stands after a shortened word.
    let short = words[at].folded.chars().count() <= 2;
    let holds = |c: char| c.is_whitespace() || ",()-–—:*_".contains(c) || (c == '.' && short);
    between.len() <= 12 && between.matches('\n').count() < 2 && between.chars().all(holds)
}

/// A date as it is written.
#[derive(Clone, Copy, Debug)]
struct Written {
    day: i8,
    month: i8,
    year: Option<i16>,
}

impl Written {
    /// The date; without a year, the one near to a day.
    fn of_year(self, around: Option<Date>) -> Option<Date> {
        let of = |year| Date::new(year, self.month, self.day).ok();
        match (self.year, around) {
            (Some(year), _) => of(year),
            (None, Some(day)) => {
                let days = |date: Date| date.since(day).map_or(i32::MAX, |span| span.get_days().abs());
                (day.year() - 1..=day.year() + 1).filter_map(of).find(|date| days(*date) <= NEAR_DAYS)
            }
            (None, None) => None,
        }
    }
}

/// The date that begins at a word, with its last word: `3 декабря 2026`, `3 декабря`, `03.12.2026`, `2026-12-03`.
fn date(text: &str, words: &[Word], at: usize) -> Option<(Written, usize)> {
    let number = |at: usize, most: usize| words.get(at)?.number(most);
    let joined = |at: usize, sign: &str| {
        words.get(at + 1).is_some_and(|next| &text[words[at].range.end..next.range.start] == sign)
    };
    let narrow = |number: i16| i8::try_from(number).ok();
    let figures = |sign| joined(at, sign) && joined(at + 1, sign);
    if figures("-") {
        let (year, month, day) = (number(at, 4)?, number(at + 1, 2)?, number(at + 2, 2)?);
        return Some((Written { day: narrow(day)?, month: narrow(month)?, year: Some(year) }, at + 2));
    }
    let day = narrow(number(at, 2)?)?;
    if figures(".") || figures("/") {
        let year = number(at + 2, 4)?;
        let year = if year < 100 { 2000 + year } else { year };
        return Some((Written { day, month: narrow(number(at + 1, 2)?)?, year: Some(year) }, at + 2));
    }
    let month = dates::month_number(&words.get(at + 1)?.folded).filter(|_| is_near(text, words, at))?;
    let year = number(at + 2, 4).filter(|year| *year > 999 && is_near(text, words, at + 1));
    Some((Written { day, month, year }, if year.is_some() { at + 2 } else { at + 1 }))
}

/// A word of a text: letters and figures in a row, in lower case.
struct Word {
    folded: String,
    range: Range<usize>,
}

impl Word {
    /// The number that it is, of so many figures at most.
    fn number(&self, most: usize) -> Option<i16> {
        let figures = self.folded.len() <= most && self.folded.bytes().all(|byte| byte.is_ascii_digit());
        figures.then(|| self.folded.parse().ok())?
    }
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(char::is_alphanumeric)?;
        let rest = &text[start..];
        from = start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        Some(start..from)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn found(text: &str, around: Option<Date>) -> Vec<(i8, String, &str)> {
        let found = find(text, around).into_iter();
        found
            .map(|one| (one.weekday.to_monday_one_offset(), one.date.to_string(), &text[one.range]))
            .collect()
    }

    #[test]
    fn a_date_and_its_day_are_found_however_they_stand() {
        for (text, day, written) in [
            ("Ждём вас во вторник, 3 декабря 2026 года.", 2, "вторник, 3 декабря 2026"),
            ("Ждём во **вторник,\n3 декабря 2026**", 2, "вторник,\n3 декабря 2026"),
            ("3 декабря 2026 г. (вторник) в 10:00", 2, "3 декабря 2026 г. (вторник"),
            ("03.12.2026, чт, 10.00", 4, "03.12.2026, чт"),
            ("Пт. 03.12.26", 5, "Пт. 03.12.26"),
            ("2026-12-03 — среда", 3, "2026-12-03 — среда"),
            ("В среду 3/12/2026", 3, "среду 3/12/2026"),
        ] {
            assert_eq!(found(text, None), [(day, "2026-12-03".to_owned(), written)], "{text}");
        }
    }

    #[test]
    fn a_date_without_a_year_is_of_the_event() {
        let text = "Встречаемся 11 января, в понедельник";
        assert_eq!(found(text, None), []);
        let near = [(1, "2027-01-11".to_owned(), "11 января, в понедельник")];
        assert_eq!(found(text, Some(date(2026, 12, 28))), near);
        assert_eq!(found(text, Some(date(2026, 5, 5))), []);
    }

    #[test]
    fn what_only_looks_like_one_is_left_alone() {
        for text in [
            "Образовательная среда, 3 декабря 2026",
            "по вторникам 3 декабря 2026",
            "Во вторник. 3 декабря 2026 года",
            "пятница 10.30",
            "понедельник – пятница, 9.00–17.00",
            "вторник 31.02.2026",
            "вторник и четверг, 3 и 5 декабря",
            "Вторник, 3 класс",
        ] {
            assert_eq!(found(text, None), [], "{text}");
        }
    }
}
