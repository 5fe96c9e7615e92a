//! Folding: NFC, lower case, `ё` → `е`, and nothing else.
//!
//! The breve is never stripped: that turns `й` into `и` and breaks Russian stemming. Marks that only
//! help the eye (soft hyphens, zero-width characters, the stress accent) carry no letter and are dropped.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Tells whether the character is invisible or a stress mark.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{301}')
}

/// Folds a text for matching.
pub(crate) fn fold(text: &str) -> String {
    if is_nfc(text) { fold_chars(text.chars()) } else { fold_chars(text.nfc()) }
}

fn fold_chars(chars: impl Iterator<Item = char>) -> String {
    let mut folded = String::new();
    for c in chars.filter(|&c| !is_ignorable(c)).flat_map(char::to_lowercase) {
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
