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

/// A number without the words after it that only say of what it is: `36 часов`, `4 ак. ч.`, `25 человек`.
pub(super) fn alone<'t>(text: &'t str, field: &Field) -> &'t str {
    let mut text = text.trim().trim_end_matches('%').trim_end();
    while text.ends_with(|c: char| c.is_alphabetic() || c == '.') {
        let bare = without_unit(text, field);
        if bare.len() == text.len() {
            break;
        }
        text = bare;
    }
    text
}

/// A text without a last word that repeats one of the name of its field, perhaps shortened, or counts people.
fn without_unit<'t>(text: &'t str, field: &Field) -> &'t str {
    const PEOPLE: [&str; 3] = ["чел", "человек", "человека"];
    let Some((rest, word)) = text.rsplit_once([' ', '\u{a0}']) else { return text };
    let word = word.to_lowercase();
    let (bare, short) = (word.trim_end_matches('.'), word.ends_with('.'));
    let stem: String = bare.chars().take(if short { 4 } else { 3 }).collect();
    let ways = [&field.label].into_iter().chain(&field.aliases).map(|way| key(way));
    let mut words =
        ways.flat_map(|way| way.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>());
    let sound = stem.chars().all(char::is_alphabetic) && (short || stem.chars().count() == 3);
    let same = sound && !stem.is_empty() && words.any(|word| word.starts_with(&stem));
    if same || PEOPLE.contains(&bare) { rest.trim_end() } else { text }
}
