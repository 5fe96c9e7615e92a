//! Folding: letters and their marks in one, lower case, `ё` → `е`, and nothing else.
//!
//! The breve is never stripped: that turns `й` into `и` and breaks Russian stemming. Marks that only
//! help the eye (soft hyphens, zero-width characters, the stress accent) carry no letter and are dropped.

use super::letters::{composed, lower};
use std::borrow::Cow;

/// Tells whether the character is invisible or a stress mark.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{301}')
}

/// Writes letters and their marks as one character, where the Latin and the Cyrillic script have one.
pub(crate) fn compose(text: &str) -> Cow<'_, str> {
    let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}');
    if !text.contains(is_mark) {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    for c in text.chars() {
        match whole.pop() {
            Some(letter) if is_mark(c) => match composed(letter, c) {
                Some(one) => whole.push(one),
                None => whole.extend([letter, c]),
            },
            before => whole.extend(before.into_iter().chain([c])),
        }
    }
    Cow::Owned(whole)
}

/// Folds a text for matching.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in compose(text).chars().filter(|&c| !is_ignorable(c)) {
        let c = lower(c);
        folded.push(if c == 'ё' { 'е' } else { c });
    }
    folded
}

/// Folds a word of Russian letters and nothing else, as most words are, byte by byte; `None` for any other text.
pub(super) fn fold_russian(text: &str) -> Option<String> {
    let mut folded = Vec::with_capacity(text.len());
    for letter in text.as_bytes().chunks(2) {
        folded.extend_from_slice(&match *letter {
            // А–П, Р–Я, а–п, р–я, Ё and ё.
            [0xD0, low @ 0x90..=0x9F] => [0xD0, low + 0x20],
            [0xD0, low @ 0xA0..=0xAF] => [0xD1, low - 0x20],
            [0xD0, low @ 0xB0..=0xBF] => [0xD0, low],
            [0xD1, low @ 0x80..=0x8F] => [0xD1, low],
            [0xD0, 0x81] | [0xD1, 0x91] => [0xD0, 0xB5],
            _ => return None,
        });
    }
    String::from_utf8(folded).ok()
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_russian};

    #[test]
    fn russian_words_fold_alike_byte_by_byte() {
        let letters: String = ('А'..='я').chain(['Ё', 'ё']).collect();
        assert_eq!(fold_russian(&letters), Some(fold(&letters)));
        for other in ["план-", "Plan", "№", "і", "и\u{306}", "а1", "文"] {
            assert_eq!(fold_russian(other), None, "{other}");
        }
    }

    #[test]
    fn folds_case_and_yo_and_keeps_short_i() {
        assert_eq!(fold("Учёба"), "учеба");
        assert_eq!(fold("РАЙОННЫЙ"), "районный");
        assert_eq!(fold("и\u{306}"), "й", "decomposed й is й, not и");
        assert_eq!(fold("е\u{308}ж"), "еж", "decomposed ё is ё");
        assert_eq!(fold("за\u{301}мок"), "замок");
        assert_eq!(fold("мето\u{ad}дика"), "методика");
    }
}
