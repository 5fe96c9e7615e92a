//! Numbers as people write them, alone and as a range.

use std::ops::RangeInclusive;

use crate::field::Field;
use crate::text::key;

/// So many numbers a range may stand for.
const MOST: i64 = 200;

/// A whole number; figures may stand in groups.
pub(super) fn integer(text: &str) -> Option<i64> {
    text.replace(['\u{a0}', '\u{202f}', ' '], "").parse().ok()
}

/// A number with a comma or a point.
pub(super) fn number(text: &str) -> Option<f64> {
    let number: f64 = text.replace(['\u{a0}', '\u{202f}', ' '], "").replace(',', ".").parse().ok()?;
    number.is_finite().then_some(number)
}

/// `5-7`, `5–7 классы`, `с 5 по 7 класс`, `7 класс`: the numbers, where the word after them is that of the field.
pub(super) fn range(text: &str, field: &Field) -> Option<RangeInclusive<i64>> {
    let text = text.trim().to_lowercase();
    let figures = without_unit(&text, field);
    let led = figures.strip_prefix("с ");
    let (first, last) = match led.and_then(|rest| rest.split_once(" по ")) {
        Some(sides) => sides,
        None => figures
            .split_once(['-', '–', '—'])
            .filter(|(first, _)| !first.is_empty())
            .unwrap_or((figures, figures)),
    };
    let (first, last) = (integer(first)?, integer(last)?);
    (first <= last && last.saturating_sub(first) < MOST).then_some(first..=last)
}

/// A text without a last word that repeats the name of its field.
fn without_unit<'t>(text: &'t str, field: &Field) -> &'t str {
    let Some((rest, word)) = text.rsplit_once([' ', '\u{a0}']) else { return text };
    let stem: String = word.trim_end_matches('.').chars().take(4).collect();
    let ways = [&field.label].into_iter().chain(&field.aliases);
    let same = stem.chars().count() >= 2 && stem.chars().all(char::is_alphabetic);
    if same && ways.map(|way| key(way)).any(|way| way.starts_with(&stem)) { rest.trim_end() } else { text }
}
