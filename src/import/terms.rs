//! Words of a list found in a text, in whatever case they stand there.

use super::field_names::Terms;
use crate::text::key;

/// A term in a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Found {
    /// What people read.
    pub(crate) label: String,
    /// The first of its words in the text.
    pub(crate) at: usize,
    /// How many words it has there.
    pub(crate) words: usize,
}

/// All terms in a text, in its order. Of those that share a word, the longest counts.
pub(crate) fn all(text: &str, terms: &Terms) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::new();
    for one in places(text, terms) {
        if kept.iter().all(|other| other.label != one.label) {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| one.at);
    kept
}

/// Whether a text says nothing beside its terms: «школы и детские сады» does not, «учителя биологии» does.
pub(crate) fn cover(text: &str, terms: &Terms) -> bool {
    const IDLE: [&str; 7] = ["и", "а", "также", "для", "все", "всех", "по"];
    let found = places(text, terms);
    let within = |at: usize| found.iter().any(|one| (one.at..one.at + one.words).contains(&at));
    words(&key(text)).enumerate().all(|(at, word)| within(at) || IDLE.contains(&word))
}

/// Whether a text takes something out of what it names: «все школы, кроме № 5».
pub(crate) fn excepts(text: &str) -> bool {
    words(&key(text)).any(|word| matches!(word, "кроме" | "без" | "не" | "исключением" | "исключая"))
}

/// The terms in a text and where they stand, the longest first; no two share a word.
fn places(text: &str, terms: &Terms) -> Vec<Found> {
    let folded = key(text);
    let words: Vec<&str> = words(&folded).collect();
    let mut found: Vec<Found> = Vec::new();
    for (spelling, label) in terms {
        let own: Vec<&str> = self::words(spelling).collect();
        if own.is_empty() || (own.len() == 1 && own[0].chars().count() < 3) {
            continue;
        }
        let places = words.windows(own.len()).enumerate();
        let mine = places.filter(|(_, window)| window.iter().zip(&own).all(|(a, b)| same(a, b)));
        found.extend(mine.map(|(at, _)| Found { label: label.clone(), at, words: own.len() }));
    }
    found.sort_by_key(|one| (std::cmp::Reverse(one.words), one.at));
    let mut kept: Vec<Found> = Vec::new();
    for one in found {
        let apart = |other: &Found| one.at + one.words <= other.at || other.at + other.words <= one.at;
        if kept.iter().all(apart) {
            kept.push(one);
        }
    }
    kept
}

/// What a text is by its first words: the first term in it, the longest where several begin.
pub(crate) fn first(text: &str, terms: &Terms) -> Option<Found> {
    all(text, terms).into_iter().next()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether two words differ in their ending only.
fn same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a_length, b_length) = (a.chars().count(), b.chars().count());
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a_length.min(b_length);
    let near = shorter >= 4 && shared >= 4 && shared + 3 >= a_length.max(b_length) && shared + 2 >= shorter;
    near && [a, b]
        .iter()
        .all(|word| is_ending(word.char_indices().nth(shared).map_or("", |(at, _)| &word[at..])))
}

/// Whether a word may end so in one of its cases: «слова» is none of «словарь».
fn is_ending(rest: &str) -> bool {
    const INNER: [&str; 7] = ["х", "м", "ми", "мя", "го", "му", "в"];
    let soft = |c: char| matches!(c, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'й' | 'ь');
    rest.is_empty() || rest.starts_with(soft) || INNER.contains(&rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_found_in_any_case_and_the_longest_counts() {
        let terms: Terms = [
            ("семинар", "семинар"),
            ("семинар практикум", "семинар-практикум"),
            ("учителя", "учителя"),
            ("молодые специалисты", "молодые специалисты"),
        ]
        .into_iter()
        .map(|(spelling, label)| (spelling.to_owned(), label.to_owned()))
        .collect();
        let labels = |text: &str| all(text, &terms).into_iter().map(|one| one.label).collect::<Vec<_>>();
        assert_eq!(labels("Районный семинар-практикум «Оценивание»"), ["семинар-практикум"]);
        assert_eq!(labels("для учителей и молодых специалистов"), ["учителя", "молодые специалисты"]);
        assert_eq!(labels("Семинары для всех"), ["семинар"]);
        assert!(labels("Семена и учёт").is_empty());
        assert!(cover("учителя и молодые специалисты", &terms) && cover("для всех учителей", &terms));
        assert!(!cover("учителя биологии", &terms) && !cover("учителя (2-я смена)", &terms));
        assert!(excepts("учителя, кроме физкультуры") && !excepts("учителя и методисты"));
        let dictionary: Terms = [("словарь".to_owned(), "словарь".to_owned())].into_iter().collect();
        assert_eq!(first("Слова для всех", &dictionary), None);
        assert!(first("Словари для всех", &dictionary).is_some());
    }
}
