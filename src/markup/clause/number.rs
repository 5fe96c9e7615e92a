//! Printed numbers: what a clause, a section or a lettered item begins with, as people really type it.
//!
//! Only the anchor is made of the value read here; the text keeps the number as it was printed.

use std::fmt;

/// The value of a printed number: `3.2.5` is `[3, 2, 5]`.
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Number(pub(crate) Vec<u16>);

/// How a number was written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Style {
    /// `3`
    Arabic,
    /// `III`
    Roman,
}

/// A number found at the beginning of a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Printed {
    /// Where it begins: spaces and a bullet may stand before it.
    pub(crate) start: usize,
    /// Where it ends, its dot or bracket included.
    pub(crate) end: usize,
    /// What it says.
    pub(crate) number: Number,
    /// Arabic or Roman.
    pub(crate) style: Style,
    /// Letters that only look like the right ones: `Ш` for `III`.
    pub(crate) lookalike: bool,
}

impl Number {
    /// The number of the whole that this one is a part of.
    pub(crate) fn parent(&self) -> Option<Number> {
        (self.0.len() > 1).then(|| Number(self.0[..self.0.len() - 1].to_vec()))
    }

    pub(crate) fn first(&self) -> u16 {
        self.0.first().copied().unwrap_or(0)
    }

    pub(crate) fn last(&self) -> u16 {
        self.0.last().copied().unwrap_or(0)
    }

    pub(crate) fn depth(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn contains(&self, part: &Number) -> bool {
        self.depth() < part.depth() && part.0.starts_with(&self.0)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, part) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(".")?;
            }
            write!(f, "{part}")?;
        }
        Ok(())
    }
}

/// The number at the beginning of a paragraph. `section` is the section it stands in: a number without its
/// dot before a small letter is only believed inside its own section (`1.5 ставки` is no clause of section 4).
pub(crate) fn clause(text: &str, section: Option<u16>) -> Option<Printed> {
    let start = after_bullet(text);
    let (parts, length) = components(&text[start..])?;
    let rest = &text[start + length..];
    let closed = rest.starts_with(['.', ')']);
    let end = start + length + usize::from(closed);
    let tail = &text[end..];
    let believed = match parts.len() {
        1 => rest.starts_with('.') && start == leading_space(text) && !tail.starts_with(['.', ')']),
        3 if is_short_date(tail) => false,
        _ if closed => true,
        _ => opens_sentence(tail, section.is_none_or(|s| s == parts[0])),
    };
    let number = Number(parts);
    believed.then_some(Printed { start, end, number, style: Style::Arabic, lookalike: false })
}

/// The number at the beginning of a heading, with or without a word such as «Раздел» before it.
pub(crate) fn section(text: &str) -> Option<Printed> {
    let start = leading_space(text);
    let begin = start + word_before(&text[start..]);
    let body = &text[begin..];
    let arabic = components(body).and_then(|(parts, length)| {
        let rest = &body[length..];
        let closed = rest.starts_with(['.', ')']);
        let fits = closed || begin > start || rest.starts_with(char::is_whitespace) || parts.len() > 1;
        fits.then(|| (Number(parts), length + usize::from(closed), Style::Arabic, false))
    });
    let (number, length, style, lookalike) =
        arabic.or_else(|| look_alike_three(body)).or_else(|| roman(body))?;
    Some(Printed { start, end: begin + length, number, style, lookalike })
}

/// The letter of an item such as `а)`, with the byte range of letter and bracket.
pub(crate) fn letter(text: &str) -> Option<(char, usize, usize)> {
    let start = leading_space(text);
    let mut chars = text[start..].chars();
    let letter = chars.next().filter(|c| matches!(c, 'а'..='я' | 'ё' | 'a'..='z'))?;
    (chars.next() == Some(')')).then(|| (letter, start, start + letter.len_utf8() + 1))
}

/// Reads `3.2.5` without a closing dot. Leading zeros and long groups are dates or sums, not numbers.
pub(crate) fn components(text: &str) -> Option<(Vec<u16>, usize)> {
    let bytes = text.as_bytes();
    let (mut parts, mut end, mut at) = (Vec::new(), 0, 0);
    loop {
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 {
            break;
        }
        if digits > 3 || bytes[at] == b'0' {
            return None;
        }
        parts.push(text[at..at + digits].parse().ok()?);
        end = at + digits;
        at = end + 1;
        if bytes.get(end) != Some(&b'.') {
            break;
        }
    }
    (1..=4).contains(&parts.len()).then_some((parts, end))
}

/// A Roman number with what closes it.
fn roman(text: &str) -> Option<(Number, usize, Style, bool)> {
    let (value, length, lookalike) = roman_value(text)?;
    let rest = &text[length..];
    let closed = rest.starts_with(['.', ')']);
    let fits = closed || (!lookalike && (rest.is_empty() || rest.starts_with(char::is_whitespace)));
    fits.then(|| (Number(vec![value]), length + usize::from(closed), Style::Roman, lookalike))
}

/// A Roman number in Latin or look-alike Cyrillic letters and digits, up to XXXIX, with its length in bytes.
fn roman_value(text: &str) -> Option<(u16, usize, bool)> {
    let (mut latin, mut length, mut lookalike) = (String::new(), 0, false);
    for c in text.chars() {
        let Some(value) = roman_letters(c) else { break };
        lookalike |= !matches!(c, 'I' | 'V' | 'X');
        latin.push_str(value);
        length += c.len_utf8();
    }
    let value = (1..=39).find(|&n| roman_of(n) == latin)?;
    Some((value, length, lookalike))
}

/// The number of a section as it is cited, Arabic or Roman, with its length in bytes.
pub(crate) fn cited_section(text: &str) -> Option<(u16, usize)> {
    let arabic =
        components(text).filter(|(parts, _)| parts.len() == 1).map(|(parts, length)| (parts[0], length));
    arabic.or_else(|| roman_value(text).map(|(value, length, _)| (value, length)))
}

/// The letter З where a digit 3 was meant.
fn look_alike_three(text: &str) -> Option<(Number, usize, Style, bool)> {
    text.starts_with("З.").then(|| (Number(vec![3]), "З.".len(), Style::Arabic, true))
}

fn roman_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'I' | 'І' | 'Ӏ' | 'l' | '1' | '|' => "I",
        'V' | 'У' => "V",
        'X' | 'Х' => "X",
        'П' => "II",
        'Ш' => "III",
        _ => return None,
    })
}

/// Writes a small number in Roman letters.
pub(crate) fn roman_of(n: u16) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    "X".repeat(usize::from(n / 10)) + ones[usize::from(n % 10)]
}

/// Bytes of spaces (also no-break ones) at the beginning.
fn leading_space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Bytes of spaces and bullets at the beginning.
fn after_bullet(text: &str) -> usize {
    let skip = |c: char| c.is_whitespace() || matches!(c, '·' | '•' | '–' | '—' | '-' | '*' | '\u{f0b7}');
    text.len() - text.trim_start_matches(skip).len()
}

/// Bytes of a word that may stand before a section's number, with its space.
fn word_before(text: &str) -> usize {
    let Some(space) = text.find(char::is_whitespace) else { return 0 };
    let word = text[..space].to_lowercase();
    let after = text[space..].len() - text[space..].trim_start().len();
    if matches!(word.as_str(), "раздел" | "глава" | "статья") { space + after } else { 0 }
}

/// What follows three numbers makes them a date: `18.11.19 г.`
fn is_short_date(tail: &str) -> bool {
    let word: String = tail.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    matches!(word.as_str(), "г" | "года")
}

/// What follows a number that lacks its dot reads like the beginning of a clause.
fn opens_sentence(tail: &str, own_section: bool) -> bool {
    let next = tail.trim_start().chars().next();
    let spaced = tail.starts_with(char::is_whitespace);
    next.is_some_and(|c| c.is_uppercase() || c == '«' || (spaced && own_section && c.is_lowercase()))
}
