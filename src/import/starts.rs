//! What a line begins with: a section's number, a clause's number, a bullet, a letter.
//!
//! Recognition is free of context; `assemble` decides whether a number is plausible at its place. Printed
//! numbers are kept as they are printed.

/// The beginning of a line and the text after it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Start {
    /// `1.`, `II.`, `Ш.`: a number of one level.
    Section(SectionNumber, String),
    /// `1.1.`, `2.2.1`: a number of two to four levels.
    Clause(ClauseNumber, String),
    /// A list item, with how many bullets stood before it.
    Item(usize, String),
    /// `а)`, `1)`: the mark and the text.
    Lettered(Mark, String),
    /// `Раздел I. Общие положения`, `ГЛАВА 2`: a heading whose number has a name.
    Chapter,
    /// Anything else.
    Text,
}

/// The number of a section.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct SectionNumber {
    /// As printed, with its dot.
    pub(crate) printed: String,
    /// Its value.
    pub(crate) value: u32,
    /// How it is written.
    pub(crate) style: Style,
    /// There was no space after it: `3.Основные`.
    pub(crate) tight: bool,
}

/// What a paragraph begins with, as printed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Mark {
    /// As printed, with its dot or bracket.
    pub(crate) printed: String,
    /// There was no space after it.
    pub(crate) tight: bool,
}

impl From<SectionNumber> for Mark {
    fn from(number: SectionNumber) -> Self {
        Self { printed: number.printed, tight: number.tight }
    }
}

/// How a section's number is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Style {
    /// `3.`
    Arabic,
    /// `III.`
    Roman,
    /// A Roman number with characters that only look right: `Ш.`
    LookAlike,
}

/// The number of a clause.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct ClauseNumber {
    /// As printed, with its last dot if there is one.
    pub(crate) printed: String,
    /// The numbers between the dots.
    pub(crate) path: Vec<u32>,
    /// A bullet stood before the number.
    pub(crate) bulleted: bool,
    /// There was no space after the number.
    pub(crate) tight: bool,
}

impl Start {
    /// Recognises the beginning of a clean line.
    pub(crate) fn of(text: &str) -> Self {
        let (bullets, rest) = strip_bullets(text);
        if let Some((mut number, body)) = clause(rest) {
            number.bulleted = bullets > 0;
            return Self::Clause(number, body);
        }
        if bullets > 0 {
            return Self::Item(bullets, rest.to_owned());
        }
        if is_chapter(text) {
            return Self::Chapter;
        }
        section(text).or_else(|| lettered(text)).unwrap_or(Self::Text)
    }
}

/// «1 Общие положения» right over «1.1. …»: a section whose number has no dot.
pub(crate) fn dotless(text: &str, next: Option<&str>) -> Option<Start> {
    let (printed, heading) = text.split_once([' ', '\u{a0}'])?;
    let (value, style) = arabic(printed)?;
    let Start::Clause(first, _) = Start::of(next?) else { return None };
    let opens = heading.starts_with(|c: char| c.is_uppercase() || c == '«');
    let fits = opens && heading.chars().count() <= 150 && !heading.ends_with([',', ';', ':']);
    let number = SectionNumber { printed: printed.to_owned(), value, style, tight: false };
    (fits && first.path.starts_with(&[value, 1])).then(|| Start::Section(number, heading.to_owned()))
}

/// `Раздел I. Название`, `Глава 2`, `Статья 3`; «Раздел 2 настоящего Положения» is a reference.
fn is_chapter(text: &str) -> bool {
    let mut words = text.splitn(3, ' ');
    const NAMES: [&str; 6] = ["Раздел", "РАЗДЕЛ", "Глава", "ГЛАВА", "Статья", "СТАТЬЯ"];
    let named = words.next().is_some_and(|word| NAMES.contains(&word));
    let Some(number) = words.next().filter(|_| named) else { return false };
    let token = number.trim_end_matches(['.', ':']);
    let name = words.next().unwrap_or_default();
    let opens =
        name.is_empty() || name.starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '–' | '—'));
    (arabic(token).is_some() || roman(token).is_some()) && opens && name.chars().count() <= 150
}

/// Dashes that may touch the text after them.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '−' | '‐' | '‑' | '―')
}

/// Bullets, those of Word's symbol fonts (a private range of Unicode) included.
fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '·' | '•'
            | '‣'
            | '◦'
            | '▪'
            | '▫'
            | '■'
            | '□'
            | '●'
            | '○'
            | '∙'
            | '⁃'
            | '➢'
            | '✓'
            | '\u{f000}'..='\u{f0ff}'
    )
}

/// Takes all bullets off the start of a line. Gives their number and the rest.
pub(crate) fn strip_bullets(text: &str) -> (usize, &str) {
    // A line of dashes is none of a list.
    let mut rest = if text.contains(char::is_alphanumeric) { text } else { return (0, text) };
    let mut count = 0;
    while let Some(next) = strip_bullet(rest) {
        rest = next;
        count += 1;
    }
    (count, rest)
}

fn strip_bullet(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    let after = &text[first.len_utf8()..];
    let trimmed = after.trim_start();
    let spaced = trimmed.len() < after.len();
    let next = trimmed.chars().next()?;
    let fits = match first {
        c if is_bullet(c) => true,
        c if is_dash(c) => next.is_alphabetic() || is_dash(next) || spaced || matches!(next, '«' | '"' | '('),
        _ => false,
    };
    fits.then_some(trimmed)
}

fn clause(text: &str) -> Option<(ClauseNumber, String)> {
    let mut path = Vec::new();
    let mut rest = text;
    while path.len() < 4 {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if !(1..=3).contains(&digits) {
            break;
        }
        path.push(rest[..digits].parse().ok()?);
        rest = &rest[digits..];
        match rest.strip_prefix('.') {
            Some(after) => rest = after,
            None => break,
        }
    }
    let body = rest.trim_start();
    let opens =
        body.chars().next().is_some_and(|c| c.is_alphabetic() || matches!(c, '«' | '"' | '(' | '“' | '_'));
    (path.len() >= 2 && opens).then(|| {
        let printed = text[..text.len() - rest.len()].to_owned();
        let tight = rest.len() == body.len();
        (ClauseNumber { printed, path, bulleted: false, tight }, body.to_owned())
    })
}

fn section(text: &str) -> Option<Start> {
    let dot = text.find(['.', ' '])?;
    let (token, after) = text.split_at(dot);
    let after = match after.strip_prefix('.') {
        Some(after) => after,
        // `IV Название` without a dot is met; `5 лет` is not a section.
        None if roman(token).is_some_and(|(_, style)| style == Style::Roman) && token.len() > 1 => after,
        None => return None,
    };
    let body = after.trim_start();
    let opens = body.chars().next().is_some_and(|c| c.is_alphabetic() || c == '«');
    let (value, style) = arabic(token).or_else(|| roman(token))?;
    // `I.Иванов` and `В.И. Иванов` are names; a Roman number stands apart from its heading.
    let apart = style == Style::Arabic || body.len() < after.len();
    (opens && apart).then(|| {
        let printed = text[..text.len() - after.len()].trim_end().to_owned();
        let tight = body.len() == after.len();
        Start::Section(SectionNumber { printed, value, style, tight }, body.to_owned())
    })
}

fn arabic(token: &str) -> Option<(u32, Style)> {
    let plain = (1..=2).contains(&token.len()) && token.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| token.parse().ok()).flatten().map(|value| (value, Style::Arabic))
}

/// Reads a Roman number; Cyrillic letters that look like its parts count as them.
fn roman(token: &str) -> Option<(u32, Style)> {
    let mut style = Style::Roman;
    let mut latin = String::new();
    for c in token.chars() {
        let meant = match c {
            'I' | 'V' | 'X' => {
                latin.push(c);
                continue;
            }
            'І' | 'l' | '1' | '|' => "I",
            'П' => "II",
            'Ш' => "III",
            'Х' => "X",
            'У' => "V",
            _ => return None,
        };
        latin.push_str(meant);
        style = Style::LookAlike;
    }
    let value = (1..=40).find(|&n| to_roman(n) == latin)?;
    Some((value, style))
}

/// Writes a small number in Roman numerals.
pub(crate) fn to_roman(n: u32) -> String {
    let parts = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut left = n;
    let mut out = String::new();
    for (value, letters) in parts {
        while left >= value {
            out.push_str(letters);
            left -= value;
        }
    }
    out
}

fn lettered(text: &str) -> Option<Start> {
    let (mark, after) = text.split_once(')')?;
    let letter = mark.chars().count() == 1 && mark.chars().all(char::is_alphabetic);
    let number = (1..=2).contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_digit());
    let body = after.trim_start();
    let mark = Mark { printed: format!("{mark})"), tight: body.len() == after.len() };
    ((letter || number) && !body.is_empty()).then(|| Start::Lettered(mark, body.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> String {
        match Start::of(text) {
            Start::Section(n, rest) => format!("section {} {} {rest}", n.printed, n.value),
            Start::Clause(n, rest) => format!("clause {} {:?} {rest}", n.printed, n.path),
            Start::Item(bullets, rest) => format!("item {bullets} {rest}"),
            Start::Lettered(mark, rest) => format!("lettered {} {rest}", mark.printed),
            Start::Chapter => format!("chapter {text}"),
            Start::Text => "text".to_owned(),
        }
    }

    #[test]
    fn numbers_of_every_shape_are_recognised() {
        let cases = [
            ("1. Общие положения.", "section 1. 1 Общие положения."),
            ("3.Основные функции", "section 3. 3 Основные функции"),
            ("II. Цели и задачи", "section II. 2 Цели и задачи"),
            ("Ш. Содержание", "section Ш. 3 Содержание"),
            ("П. Цели", "section П. 2 Цели"),
            ("1.1. Текст", "clause 1.1. [1, 1] Текст"),
            ("2.2.1.Создание", "clause 2.2.1. [2, 2, 1] Создание"),
            ("4.1Информационно", "clause 4.1 [4, 1] Информационно"),
            ("5.2 Права", "clause 5.2 [5, 2] Права"),
            ("- 3.1. Штатное", "clause 3.1. [3, 1] Штатное"),
            ("29.12.2012 №273", "text"),
            ("20.11.2019", "text"),
            ("5 лет; представляет", "text"),
            ("А. М. Бугаев", "text"),
            ("а) первый", "lettered а) первый"),
            ("Раздел I. Общие положения", "chapter Раздел I. Общие положения"),
            ("ГЛАВА 2", "chapter ГЛАВА 2"),
            ("Глава 2 настоящего Положения", "text"),
            ("Статья 1. Общие положения", "chapter Статья 1. Общие положения"),
            ("Статья 14 закона об образовании", "text"),
            ("12) второй", "lettered 12) второй"),
        ];
        for (line, expected) in cases {
            assert_eq!(shape(line), expected, "{line}");
        }
    }

    #[test]
    fn bullets_of_every_shape_are_recognised() {
        for line in ["– т", "· т", "• т", "- т", "-т", "\u{f0b7} т", "\u{f0b7}т", "— т"] {
            assert_eq!(shape(line), "item 1 т", "{line}");
        }
        assert_eq!(shape("· -организация"), "item 2 организация");
        for line in ["-5 градусов", "о районном отделе", "*звёздочка", "* сноска", "—", "---"]
        {
            assert_eq!(shape(line), "text", "{line}");
        }
    }
}
