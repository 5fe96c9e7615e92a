//! Did you mean: the candidates nearest to what was written.
//!
//! Forgives letter case, `ё`, spaces for hyphens, Latin letters that look Cyrillic, a wrong keyboard layout,
//! a typo or two, and an unfinished name. A candidate may be written in several ways (a field's name and its
//! Russian label): the caller gives each way with the answer it stands for. Few candidates are read through for
//! each question ([`nearest`]); those of a whole site are prepared once and then asked often ([`Names`]).

mod names;

pub(crate) use names::Names;

use crate::i18n::{self, Arg, Lang};
use std::cmp::Reverse;
use unicode_normalization::UnicodeNormalization;

/// How many answers are worth a reader's time.
const MOST: usize = 3;

/// Names of more letters are texts: they are not compared letter by letter.
const LONGEST: usize = 160;

/// Keys of the two layouts, in the same order.
const LATIN_KEYS: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC_KEYS: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";

/// Latin letters and the Cyrillic ones that look the same.
const LOOKALIKES: (&str, &str) = ("aceopxyktmhb", "асеорхуктмнв");

/// The names nearest to what was written, best first, at most three.
#[must_use]
pub(crate) fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    nearest_of(written, names.into_iter().map(|name| (name, name)))
}

/// Like [`nearest`], for candidates with several ways to write them: pairs of the answer and one of its ways.
#[must_use]
pub(crate) fn nearest_of<'a>(
    written: &str,
    ways: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Vec<&'a str> {
    let readings = readings(written);
    best(ways.into_iter().filter_map(|(answer, way)| Some((score(&readings, &fold(way))?, answer))))
}

/// The best of scored answers.
fn best<'a>(scored: impl Iterator<Item = (u32, &'a str)>) -> Vec<&'a str> {
    let mut scored: Vec<(u32, &str)> = scored.collect();
    scored.sort_unstable_by_key(|(score, answer)| (Reverse(*score), *answer));
    let best = scored.first().map_or(0, |(score, _)| *score);
    let mut answers: Vec<&str> = Vec::new();
    // An answer far behind the best is noise beside it.
    for (_, answer) in scored.into_iter().filter(|(score, _)| *score + 200 > best) {
        if !answers.contains(&answer) && answers.len() < MOST {
            answers.push(answer);
        }
    }
    answers
}

/// «дата» или «место»; `None` when there is nothing to offer.
#[must_use]
pub(crate) fn spoken(answers: &[&str], lang: Lang) -> Option<String> {
    let quoted: Vec<String> =
        answers.iter().map(|one| i18n::text(lang, "quoted", &[("text", Arg::from(*one))])).collect();
    let or = format!(" {} ", i18n::text(lang, "or", &[]));
    (!quoted.is_empty()).then(|| quoted.join(&or))
}

/// So many names are told where none is near; more are no help.
const TOLD: usize = 60;

/// Names one after another, the first of many.
#[must_use]
pub(crate) fn several<'a>(names: impl IntoIterator<Item = &'a str>, between: &str) -> String {
    let mut names = names.into_iter();
    let mut told: Vec<&str> = names.by_ref().take(TOLD).collect();
    told.extend(names.next().map(|_| "…"));
    told.join(between)
}

/// What a person may have meant to type, with the price of each reading.
fn readings(written: &str) -> Vec<(String, u32)> {
    let plain = fold(written);
    let swapped = [
        (translate(&plain, LATIN_KEYS, CYRILLIC_KEYS), 50),
        (translate(&plain, CYRILLIC_KEYS, LATIN_KEYS), 50),
        (translate(&plain, LOOKALIKES.0, LOOKALIKES.1), 10),
        (translate(&plain, LOOKALIKES.1, LOOKALIKES.0), 10),
    ];
    let mut readings = vec![(plain.clone(), 0)];
    readings.extend(swapped.into_iter().filter(|(reading, _)| *reading != plain));
    readings
}

/// 1000 for the same name, less for each flaw; `None` when it is another name altogether. The way is folded.
fn score(readings: &[(String, u32)], way: &str) -> Option<u32> {
    readings.iter().filter_map(|(reading, price)| Some(likeness(reading, way)? - price)).max()
}

fn likeness(reading: &str, way: &str) -> Option<u32> {
    let (short, long) = (reading.chars().count(), way.chars().count());
    let longest = short.max(long).max(1);
    if longest > LONGEST {
        return (reading == way).then_some(1000);
    }
    let allowed = allowance(longest);
    // The lengths tell most names apart before letters are compared: an id is sought among thousands.
    if short.abs_diff(long) <= allowed {
        let distance = strsim::osa_distance(reading, way);
        if distance <= allowed {
            return u32::try_from(1000 - 600 * distance / longest).ok();
        }
    }
    let unfinished = short >= 3 && (way.starts_with(reading) || way.split('-').any(|word| word == reading));
    unfinished.then_some(500)
}

/// How many slips a name of this many letters may hold and still be the same name.
fn allowance(letters: usize) -> usize {
    match letters {
        0..=2 => 0,
        3..=4 => 1,
        5..=8 => 2,
        _ => letters / 4,
    }
}

fn fold(name: &str) -> String {
    let lower = name.trim().to_lowercase().nfc().collect::<String>().replace('ё', "е");
    lower.replace([' ', '_', '\u{a0}'], "-")
}

fn translate(text: &str, from: &str, to: &str) -> String {
    let key = |c: char| from.chars().position(|one| one == c).and_then(|at| to.chars().nth(at));
    fold(&text.chars().map(|c| key(c).unwrap_or(c)).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: [&str; 6] = ["title", "date", "место", "организатор", "учебный год", "приём заявок"];

    #[test]
    fn slips_of_the_hand_are_understood() {
        for (written, meant) in [
            ("tilte", "title"),
            ("Date", "date"),
            ("Мест0", "место"),
            ("оргнизатор", "организатор"),
            ("учебный_год", "учебный год"),
            ("прием заявок", "приём заявок"),
            ("vtcnj", "место"),
            ("ешеду", "title"),
            ("opганизатоp", "организатор"),
            ("организ", "организатор"),
            ("заявок", "приём заявок"),
        ] {
            assert_eq!(nearest(written, FIELDS).first(), Some(&meant), "{written}");
        }
    }

    #[test]
    fn another_name_altogether_is_not_offered() {
        for written in ["описание", "x", "", "no", "кот"] {
            assert!(nearest(written, FIELDS).is_empty(), "{written}: {:?}", nearest(written, FIELDS));
        }
    }

    #[test]
    fn a_label_leads_to_the_name() {
        let ways = [("date", "date"), ("date", "дата"), ("place", "место проведения")];
        assert_eq!(nearest_of("дтаа", ways), ["date"]);
        assert_eq!(nearest_of("место", ways), ["place"]);
    }

    #[test]
    fn answers_are_spoken() {
        assert_eq!(spoken(&["дата", "место"], Lang::Ru).as_deref(), Some("«дата» или «место»"));
        assert_eq!(spoken(&["date"], Lang::En).as_deref(), Some("“date”"));
        assert_eq!(spoken(&[], Lang::Ru), None);
    }
}
