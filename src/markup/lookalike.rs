//! Letters and digits that only look like the right ones. They are found and shown, never corrected: but a
//! word with one of them is invisible to search.

use std::ops::Range;

use super::rules;
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// Latin letters and the Cyrillic ones that look the same.
const PAIRS: [(char, char); 26] = [
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('k', 'к'),
    ('i', 'і'),
    ('I', 'І'),
    ('S', 'Ѕ'),
    ('s', 'ѕ'),
    ('J', 'Ј'),
    ('j', 'ј'),
];

/// Finds words with look-alike characters, each with the right spelling.
pub(crate) fn find(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(suspect) = next_suspect(bytes, at) {
        let word = word_around(text, suspect);
        at = word.end.max(suspect + 1);
        if let Some(right) = mixed(&text[word.clone()]).or_else(|| law_mark(&text[word.clone()])) {
            found.push((word, right));
        }
    }
    found
}

/// The warning for one word.
pub(crate) fn warning(found: &str, right: &str, span: Span) -> Diagnostic {
    Diagnostic::warning(rules::LOOKALIKE_CHARACTER)
        .at(span)
        .arg("found", found)
        .arg("right", right)
        .help("help")
}

/// The next place where a Latin letter or the digit 3 touches a Cyrillic letter. Bytes suffice to see it, and
/// nearly all text has none.
fn next_suspect(bytes: &[u8], from: usize) -> Option<usize> {
    let odd = |b: u8| b.is_ascii_alphabetic() || b == b'3';
    let lead = |b: u8| (0xd0..=0xd3).contains(&b);
    let tail = |b: u8| (0x80..=0xbf).contains(&b);
    (from.max(1)..bytes.len()).find(|&at| {
        let (before, here) = (bytes[at - 1], bytes[at]);
        (odd(before) && lead(here)) || (tail(before) && odd(here))
    })
}

fn word_around(text: &str, at: usize) -> Range<usize> {
    let inside = |c: char| c.is_alphanumeric();
    let at = (0..=at).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    let start = text[..at].char_indices().rev().take_while(|(_, c)| inside(*c)).last().map_or(at, |(i, _)| i);
    let length = text[at..].char_indices().find(|(_, c)| !inside(*c)).map_or(text.len() - at, |(i, _)| i);
    start..at + length
}

/// A word of two alphabets in which all letters of the rarer one have a double in the other.
fn mixed(word: &str) -> Option<String> {
    let latin = word.chars().filter(char::is_ascii_alphabetic).count();
    let cyrillic = word.chars().filter(|c| is_cyrillic(*c)).count();
    if latin == 0 || cyrillic == 0 {
        return None;
    }
    let to_cyrillic = |c: char| PAIRS.iter().find(|(l, _)| *l == c).map(|(_, c)| *c);
    let to_latin = |c: char| PAIRS.iter().find(|(_, other)| *other == c).map(|(l, _)| *l);
    let turn = |foreign: fn(char) -> bool, double: &dyn Fn(char) -> Option<char>| -> Option<String> {
        word.chars().map(|c| if foreign(c) { double(c) } else { Some(c) }).collect()
    };
    if latin <= cyrillic {
        turn(|c| c.is_ascii_alphabetic(), &to_cyrillic).or_else(|| turn(is_cyrillic, &to_latin))
    } else {
        turn(is_cyrillic, &to_latin).or_else(|| turn(|c| c.is_ascii_alphabetic(), &to_cyrillic))
    }
}

/// `ФЗ` and `ФКЗ` written with the digit.
fn law_mark(word: &str) -> Option<String> {
    matches!(word, "Ф3" | "ФК3" | "ф3").then(|| word.replace('3', if word == "ф3" { "з" } else { "З" }))
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, String)> {
        find(text).into_iter().map(|(range, right)| (&text[range], right)).collect()
    }

    #[test]
    fn look_alikes_are_found_with_the_right_spelling() {
        assert_eq!(words("от 29.12.2012 №273-Ф3, письмом"), [("Ф3", "ФЗ".to_owned())]);
        assert_eq!(
            words("Cеминар и вeбинар"),
            [("Cеминар", "Семинар".to_owned()), ("вeбинар", "вебинар".to_owned())]
        );
        assert_eq!(words("формат PDF и DОCX"), [("DОCX", "DOCX".to_owned())]);
    }

    #[test]
    fn honest_neighbours_are_left_alone() {
        for text in ["IT-технологии", "Zoom-встреча", "3D и 3-й", "класс 3А", "273-ФЗ", "VKонтакте", "ё3"]
        {
            assert_eq!(words(text), [], "{text}");
        }
    }
}
