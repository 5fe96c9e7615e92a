//! The words of a text, and the law that an import neither loses, adds nor reorders one.
//!
//! A word is a run of letters or of digits; a boundary between a letter and a digit separates words too, so
//! that a space between `4.1` and `Информационно` changes nothing.

use super::lines;

/// The words of a text.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut last = Class::Other;
    for c in text.chars().filter(|&c| !lines::is_invisible(c)) {
        let class = Class::of(c);
        match (class, out.last_mut()) {
            (Class::Other, _) => {}
            (_, Some(word)) if class == last => word.push(c),
            _ => out.push(c.to_string()),
        }
        last = class;
    }
    out
}

/// The words of a source: without Word's field codes and without letters that are bullets.
pub(crate) fn source_words(text: &str) -> Vec<String> {
    let lines: Vec<String> = lines::split(text).into_iter().map(|line| line.text).collect();
    words(&lines.join("\n"))
}

/// The words of imported Markdown: without comments, in which field codes are kept.
pub(crate) fn markdown_words(body: &str) -> Vec<String> {
    let mut shown = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find("<!--") {
        shown.push_str(&rest[..at]);
        shown.push(' ');
        rest = rest[at..].split_once("-->").map_or("", |(_, after)| after);
    }
    shown.push_str(rest);
    words(&shown)
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Class {
    Letter,
    Digit,
    Other,
}

impl Class {
    fn of(c: char) -> Self {
        match c {
            c if c.is_alphabetic() => Self::Letter,
            c if c.is_numeric() => Self::Digit,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_or_digits() {
        assert_eq!(
            words("4.1Информационно-метод\u{ad}ический №273"),
            ["4", "1", "Информационно", "методический", "273"]
        );
        assert_eq!(markdown_words("а <!-- [bookmark: _GoBack] --> б"), ["а", "б"]);
        assert_eq!(source_words("o пункт [bookmark: x]\n"), ["пункт"]);
    }
}
