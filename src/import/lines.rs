//! The text of a file as a list of lines with something on them.
//!
//! A [`Line`] is already clean: spaces of justification are one space, invisible characters are gone, field
//! codes of Word stand apart. What was cleaned away is counted, so that the report can tell of it.

use std::ops::Range;

use super::furniture;
use super::line::Line;
use crate::office::{collapse, is_invisible};

/// Splits a text into its lines.
pub(crate) fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut gap = 0;
    let mut half_word = false;
    for span in physical(text) {
        let mut line = clean(&text[span.clone()]);
        if line.text.is_empty() && line.hidden.is_empty() {
            gap += 1;
            continue;
        }
        let soft_end = text[span.clone()].trim_end().ends_with('\u{ad}');
        (line.span, line.gap) = (trimmed(text, span), gap);
        gap = 0;
        if half_word && line.text.starts_with(char::is_lowercase) {
            finish_word(&mut lines, &mut line);
        }
        half_word = soft_end && !line.text.is_empty();
        if !line.text.is_empty() || !line.hidden.is_empty() {
            lines.push(line);
        }
    }
    furniture::hide_page_numbers(&mut lines);
    mark_starred(&mut lines);
    lines
}

/// Stars of a list become bullets. One alone is the mark of a footnote, a sign of the text: «* Указывается при наличии.»
pub(crate) fn mark_starred(lines: &mut [Line]) {
    let starred: Vec<bool> = lines.iter().map(|line| line.text.starts_with("* ")).collect();
    for (at, _) in starred.iter().enumerate().filter(|(_, starred)| **starred) {
        let before = at.checked_sub(1);
        let listed = before.is_some_and(|before| starred[before] || lines[before].text.ends_with(':'));
        if listed || starred.get(at + 1) == Some(&true) {
            lines[at].text.replace_range(..1, "•");
        }
    }
}

/// Moves the second half of a word, broken at a soft hyphen, to the line of the first half.
fn finish_word(lines: &mut [Line], line: &mut Line) {
    let Some(last) = lines.last_mut() else { return };
    let (half, rest) = line.text.split_once(' ').unwrap_or((&line.text, ""));
    last.text.push_str(half);
    line.text = rest.to_owned();
    (last.cells, line.cells) = (Vec::new(), Vec::new());
}

/// Characters that end a line: Word writes a page break as a form feed and a soft break as a vertical tab.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}')
}

fn physical(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, found) in text.match_indices(is_break) {
        // The line feed of `\r\n` ends nothing: the line ended before it.
        let second_half = found == "\n" && at == start && text[..at].ends_with('\r');
        if !second_half {
            spans.push(start..at);
        }
        start = at + found.len();
    }
    spans.push(start..text.len());
    spans
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let raw = &text[span.clone()];
    let start = span.start + (raw.len() - raw.trim_start().len());
    start..(start + raw.trim().len())
}

/// The line that a raw one is, without its place.
pub(crate) fn clean(raw: &str) -> Line {
    let (visible, hidden) = take_field_codes(&letter_bullet(raw));
    let invisible = visible.chars().filter(|&c| is_invisible(c)).count();
    let shown: String = visible.chars().filter(|&c| !is_invisible(c)).collect();
    let cells: Vec<String> =
        shown.split('\t').map(|cell| collapse(cell).0).filter(|cell| !cell.is_empty()).collect();
    let (text, wide_spaces) = collapse(&shown);
    let parted = parted(&text);
    Line { text, cells, hidden, wide_spaces, invisible, parted, ..Line::default() }
}

/// Courier's hollow bullet is the Latin letter `o`, Wingdings' square a `§`: shown as the bullets they were. Before a
/// number a `§` is the sign of a paragraph: «§ 1. …», «§ IV».
fn letter_bullet(raw: &str) -> std::borrow::Cow<'_, str> {
    let text = raw.trim_start();
    let numbered = |rest: &str| {
        let rest = rest.trim_start();
        let token = rest.split(['.', ' ', '\u{a0}']).next().unwrap_or_default();
        let roman = !token.is_empty() && token.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        text.starts_with('§') && (roman || rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    match text.strip_prefix(['o', '§']) {
        Some(rest) if rest.starts_with(char::is_whitespace) && !numbered(rest) => format!("•{rest}").into(),
        _ => raw.into(),
    }
}

/// Finds words like `учебно- методическую`; in «кино- и видеоматериалы» the space is right.
fn parted(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let open = |word: &str| {
        let letters = word.strip_suffix('-');
        letters.is_some_and(|letters| letters.ends_with(char::is_lowercase))
    };
    let goes_on = |word: &str| word.starts_with(char::is_lowercase) && !matches!(word, "и" | "или");
    let pairs = words.windows(2).filter(|pair| open(pair[0]) && goes_on(pair[1]));
    pairs.map(|pair| pair.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_owned()).collect()
}

/// What Word's converters leave in brackets.
const BRACKETED: [&str; 5] = ["bookmark:", "image:", "shape:", "field:", "comment:"];
/// The first words of Word's field codes, which stand in braces.
const BRACED: [&str; 7] = ["PAGE", "NUMPAGES", "TOC", "HYPERLINK", "REF", "PAGEREF", "MERGEFIELD"];

/// No code is longer, addresses in it included; a bracket that nothing closes is looked behind no further. In bytes.
const LONGEST_CODE: usize = 4096;

/// Takes the field codes out of a text. Gives the text without them, and them.
pub(crate) fn take_field_codes(raw: &str) -> (String, Vec<String>) {
    let mut text = String::with_capacity(raw.len());
    let mut codes = Vec::new();
    let mut rest = raw;
    while let Some(at) = rest.find(['[', '{']) {
        let (before, tail) = rest.split_at(at);
        text.push_str(before);
        let length = field_code(tail);
        if length == 0 {
            text.push_str(&tail[..1]);
        } else {
            codes.push(tail[..length].to_owned());
        }
        rest = &tail[length.max(1)..];
    }
    text.push_str(rest);
    (text, codes)
}

/// The length of the field code at the start of `tail`, 0 when there is none.
fn field_code(tail: &str) -> usize {
    let (close, names): (char, &[&str]) =
        if tail.starts_with('[') { (']', &BRACKETED) } else { ('}', &BRACED) };
    let inside = tail[1..].trim_start();
    let named = names.iter().any(|name| {
        let after = inside.strip_prefix(name);
        after.is_some_and(|after| close == ']' || after.starts_with([' ', '}']))
    });
    if !named {
        return 0;
    }
    let mut line = tail.char_indices().take_while(|&(at, c)| at < LONGEST_CODE && !is_break(c));
    line.find(|&(_, c)| c == close).map_or(0, |(end, _)| end + close.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_breaks_and_invisible_characters_are_cleaned() {
        assert_eq!(split("o\tпункт")[0].text, "• пункт");
        let shown = |text: &str| split(text).into_iter().map(|line| line.text).collect::<Vec<_>>();
        assert_eq!(shown("§ пункт\n§ 5. Кружок\n§ IV Кружок"), ["• пункт", "§ 5. Кружок", "§ IV Кружок"]);
        assert_eq!(shown("* а\n\n* б\nСлова\n* сноска"), ["• а", "• б", "Слова", "* сноска"]);
        assert_eq!(shown("Нужны:\n* справка"), ["Нужны:", "• справка"]);
        let lines = split("\u{feff}а   б\u{a0}в\r\n\r\n \u{200b}г\u{ad}д \u{c}е\tж");
        let texts: Vec<_> = lines.iter().map(|line| (line.text.as_str(), line.gap)).collect();
        assert_eq!(texts, [("а б\u{a0}в", 0), ("гд", 1), ("е ж", 0)]);
        assert_eq!((lines[0].wide_spaces, lines[1].invisible), (1, 2));
        assert_eq!(lines[2].cells, ["е", "ж"]);
    }

    #[test]
    fn a_word_broken_at_a_soft_hyphen_is_one_word() {
        let texts: Vec<_> = split("мето\u{ad}\nдический кабинет").into_iter().map(|line| line.text).collect();
        assert_eq!(texts, ["методический", "кабинет"]);
    }

    #[test]
    fn a_space_after_a_hyphen_stays_and_is_told() {
        let text = "учебно- методическую работу, кино- и видеоматериалы - всё";
        let line = &split(text)[0];
        assert_eq!(line.text, text);
        assert_eq!(line.parted, ["учебно- методическую"]);
    }

    #[test]
    fn field_codes_of_word_stand_apart_and_other_brackets_stay() {
        let (text, codes) = take_field_codes("a [bookmark: _GoBack] { PAGE \\* MERGEFORMAT } [1] {x}");
        assert_eq!(codes, ["[bookmark: _GoBack]", "{ PAGE \\* MERGEFORMAT }"]);
        assert_eq!(text, "a   [1] {x}");
    }
}
