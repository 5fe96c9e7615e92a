//! Finding runs: the unbroken stretches of letters, digits and inner joiners of a text.
//!
//! A run is what stands between spaces without its outer punctuation: `учебно-методический`, `273-ФЗ`,
//! `3.2.5`, `2026/2027`. [`super::split()`] takes it apart. A Latin `N` before a number is the number sign, as banks
//! of laws write it.

use super::fold::is_ignorable;
use std::ops::Range;

/// A run of a text, by its bytes, with a note whether the number sign `№` stands before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// The bytes of the run, without the number sign.
    pub(crate) range: Range<usize>,
    /// Whether `№` stands right before.
    pub(crate) numbered: bool,
}

/// Iterates over the runs of a text.
pub(crate) struct Runs<'t> {
    text: &'t str,
    at: usize,
}

/// Returns the runs of the text in order.
pub(crate) fn runs(text: &str) -> Runs<'_> {
    Runs { text, at: 0 }
}

/// Tells whether the character is a letter or a digit; quick for Russian text.
pub(super) fn is_alphanumeric(c: char) -> bool {
    match c {
        'А'..='я' | 'ё' | 'Ё' | '0'..='9' | 'a'..='z' | 'A'..='Z' => true,
        c if c.is_ascii() || matches!(c, '«' | '»' | '\u{a0}' | '\u{2010}'..='\u{2026}') => false,
        c => c.is_alphanumeric(),
    }
}

fn is_word(c: char) -> bool {
    is_alphanumeric(c) || matches!(c, '\u{300}'..='\u{36f}') || is_ignorable(c)
}

pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–' | '\u{2212}')
}

fn is_joiner(c: char) -> bool {
    is_hyphen(c) || matches!(c, '.' | '/')
}

impl Iterator for Runs<'_> {
    type Item = Run;

    fn next(&mut self) -> Option<Run> {
        let rest = &self.text[self.at..];
        let mut numbered = false;
        let mut start = None;
        for (i, c) in rest.char_indices() {
            if is_alphanumeric(c) && !is_number_sign(&rest[i..]) {
                start = Some(i);
                break;
            }
            numbered = matches!(c, '№' | 'N') || (numbered && c.is_whitespace());
        }
        let Some(start) = start else {
            self.at = self.text.len();
            return None;
        };
        let end = start + run_len(&rest[start..]);
        let range = self.at + start..self.at + end;
        self.at += end;
        Some(Run { range, numbered })
    }
}

/// Tells whether the text begins with a Latin letter that stands for the number sign: `N 133`.
fn is_number_sign(text: &str) -> bool {
    let after = text.strip_prefix('N').unwrap_or_default();
    after.starts_with(char::is_whitespace) && after.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// Measures the run at the beginning of the text.
fn run_len(text: &str) -> usize {
    let mut end = 0;
    loop {
        end = past_letters(text.as_bytes(), end);
        let mut chars = text[end..].chars();
        match chars.next() {
            Some(c) if is_word(c) => end += c.len_utf8(),
            Some(c) if is_joiner(c) && chars.next().is_some_and(is_alphanumeric) => end += c.len_utf8(),
            _ => return end,
        }
    }
}

/// Goes past Russian and Latin letters and digits, byte by byte: they are nearly all of every text that is looked into.
fn past_letters(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z'), _) => 1,
            // А–п, р–я, Ё, ё.
            (Some(0xD0), Some(0x90..=0xBF | 0x81)) | (Some(0xD1), Some(0x80..=0x8F | 0x91)) => 2,
            _ => return at,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::runs;

    fn found(text: &str) -> Vec<&str> {
        runs(text).map(|run| &text[run.range]).collect()
    }

    #[test]
    fn runs_keep_inner_joiners_and_drop_outer_punctuation() {
        assert_eq!(
            found("(учебно-методической), п. 3.2.5. и 273-ФЗ — 2026/2027!"),
            ["учебно-методической", "п", "3.2.5", "и", "273-ФЗ", "2026/2027"]
        );
        assert_eq!(found("- пункт; опытно- экспериментальной"), ["пункт", "опытно", "экспериментальной"]);
        assert_eq!(found(""), [""; 0]);
    }

    #[test]
    fn the_number_sign_is_noticed() {
        let text = "приказ №\u{a0}133 от № 01-14/7 и 8";
        let numbered: Vec<&str> = runs(text).filter(|r| r.numbered).map(|r| &text[r.range]).collect();
        assert_eq!(numbered, ["133", "01-14/7"]);
        let latin = "от 3 мая N\u{a0}14, N 15-п; класс N, N2O и N";
        let numbered: Vec<&str> = runs(latin).filter(|r| r.numbered).map(|r| &latin[r.range]).collect();
        assert_eq!(numbered, ["14", "15-п"]);
        assert_eq!(found(latin), ["от", "3", "мая", "14", "15-п", "класс", "N", "N2O", "и", "N"]);
    }
}
