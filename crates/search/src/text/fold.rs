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

#[cfg(test)]
mod tests {
    use super::fold;

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
