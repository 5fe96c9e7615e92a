//! Dates as they are written in headers of official papers.

use std::ops::Range;

use jiff::civil::Date;

use crate::dates::month_meant;

/// A date and where it stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Found {
    /// The date.
    pub(crate) date: Date,
    /// Its bytes in the text.
    pub(crate) range: Range<usize>,
    /// The year had only two digits; the century was guessed.
    pub(crate) short_year: bool,
}

/// Finds the first date in a text.
pub(crate) fn find(text: &str) -> Option<Found> {
    let starts = text.char_indices().filter(|&(at, c)| {
        c.is_ascii_digit() && !text[..at].ends_with(|before: char| before.is_ascii_digit() || before == '.')
    });
    starts
        .into_iter()
        .find_map(|(at, _)| numeric(text, at).or_else(|| iso(text, at)).or_else(|| worded(text, at)))
}

/// Takes up to `most` digits off the start of a text.
fn digits(text: &str, most: usize) -> Option<(&str, &str)> {
    let length = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (1..=most).contains(&length).then(|| text.split_at(length))
}

/// `20.11.2019`, `09.03.04`, `1/9/2026`, `20. 11. 2019`.
fn numeric(text: &str, at: usize) -> Option<Found> {
    let (day, rest) = digits(&text[at..], 2)?;
    let (month, rest) = digits(rest.strip_prefix(['.', '/'])?.trim_start(), 2)?;
    let (year, rest) = digits(rest.strip_prefix(['.', '/'])?.trim_start(), 4)?;
    made(day, month.parse().ok()?, year, at..text.len() - rest.len())
}

/// Whether a word is the name of a month.
pub(crate) fn is_month(word: &str) -> bool {
    month_meant(word).is_some()
}

/// `2019-11-20`.
fn iso(text: &str, at: usize) -> Option<Found> {
    let (year, rest) = digits(&text[at..], 4)?;
    let (month, rest) = digits(rest.strip_prefix('-')?, 2)?;
    let (day, rest) = digits(rest.strip_prefix('-')?, 2)?;
    (year.len() == 4).then(|| made(day, month.parse().ok()?, year, at..text.len() - rest.len()))?
}

/// `«30» августа 2023г`, `18 ноября 2019`, `26 ноября 2020 года`, `5 сент. 2026`, `3-го мая 2026`.
fn worded(text: &str, at: usize) -> Option<Found> {
    let (day, rest) = digits(&text[at..], 2)?;
    let rest = rest.strip_prefix("-го").unwrap_or(rest);
    let rest =
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '»' | '"' | '”' | '“' | '\''));
    let name_length = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
    let month = month_meant(&rest[..name_length])?;
    let (year, rest) = digits(rest[name_length..].trim_start_matches('.').trim_start(), 4)?;
    made(day, month, year, at..text.len() - rest.len())
}

fn made(day: &str, month: i8, year: &str, range: Range<usize>) -> Option<Found> {
    let number: i16 = year.parse().ok()?;
    let (year, short_year) = match (year.len(), number) {
        (4, _) => (number, false),
        // Papers older than 1950 are not on these portals.
        (2, 0..50) => (2000 + number, true),
        (2, _) => (1900 + number, true),
        _ => return None,
    };
    let date = Date::new(year, month, day.parse().ok()?).ok()?;
    (1900..2100).contains(&year).then_some(Found { date, range, short_year })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_met_in_headers_is_read() {
        let cases = [
            ("От «30» августа 2023г", Some("2023-08-30")),
            ("приказ от «30» августа 2023г", Some("2023-08-30")),
            ("от 18 ноября 2019", Some("2019-11-18")),
            ("Приказ № _____ от 20.11.2019", Some("2019-11-20")),
            ("№133 от 26 ноября 2020 года", Some("2020-11-26")),
            ("от 09.03.2004г №03-51-48ин/42-03", Some("2004-03-09")),
            ("от 29.12.2012 №273-ФЗ", Some("2012-12-29")),
            ("от 1 мая 2024 г.", Some("2024-05-01")),
            ("от \"5\" марта 2024 г.", Some("2024-03-05")),
            ("от 2024-09-01", Some("2024-09-01")),
            ("от 01.09.24", Some("2024-09-01")),
            ("от 01. 09. 2026 г.", Some("2026-09-01")),
            ("от “5” сент. 2026 г.", Some("2026-09-05")),
            ("3-го мая 2026 года", Some("2026-05-03")),
            ("от 12.03.98 г.", Some("1998-03-12")),
            ("«___» ____________ 20__ г.", None),
            ("от 31.02.2024", None),
            ("протокол № 3", None),
            ("п. 1.1.1.1", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let found = find(text).map(|found| found.date.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_range_covers_the_date_and_a_short_year_is_told() {
        let text = "от 01.09.24 №5";
        let found = find(text).unwrap();
        assert_eq!((&text[found.range], found.short_year), ("01.09.24", true));
    }
}
