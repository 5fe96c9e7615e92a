//! What stands after the sign №: the number of an act, and of what is no act.
//!
//! A school's own number («МБОУ СОШ № 1») is no number of its order; the number of an order stands beside its date.

use super::dates;

/// What stands after the sign №.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Number {
    /// As printed; spaces around its hyphens and slashes are gone: `20 - ОД` is `20-ОД`.
    Printed(String),
    /// `№ ____`
    Blank,
    /// No sign at all.
    Absent,
}

impl Number {
    /// The printed number, if there is one.
    pub(crate) fn filled(self) -> Option<String> {
        if let Self::Printed(value) = self { Some(value) } else { None }
    }
}

/// One sign № in a text.
struct Sign {
    /// Where it stands.
    start: usize,
    number: Number,
}

/// The number of an act in a line: the one nearest to its date, no school's and no annex's.
pub(crate) fn of_act(text: &str) -> Number {
    let date = dates::find(text).map(|found| found.range);
    let near = |sign: &Sign| date.as_ref().map_or(sign.start, |date| sign.start.abs_diff(date.start));
    let mut own: Vec<Sign> =
        signs(text).into_iter().filter(|sign| !names_body(&text[..sign.start])).collect();
    own.sort_by_key(|sign| (matches!(sign.number, Number::Blank), near(sign)));
    own.into_iter().next().map_or(Number::Absent, |sign| sign.number)
}

/// The first number of a line, whatever it counts.
pub(crate) fn first(text: &str) -> Number {
    signs(text).into_iter().next().map_or(Number::Absent, |sign| sign.number)
}

/// Where the number of an act begins in a text.
pub(crate) fn start_of_act(text: &str) -> Option<usize> {
    signs(text).into_iter().map(|sign| sign.start).find(|&start| !names_body(&text[..start]))
}

fn signs(text: &str) -> Vec<Sign> {
    let alone = |at: usize, c: char| {
        let after = &text[at + c.len_utf8()..];
        text[..at].ends_with(|before: char| before.is_whitespace()) && after.starts_with([' ', '\u{a0}'])
    };
    let is_sign = |&(at, c): &(usize, char)| c == '№' || (matches!(c, 'N' | 'n') && alone(at, c));
    let read = |(at, c): (usize, char)| Sign { start: at, number: value(&text[at + c.len_utf8()..]) };
    text.char_indices().filter(is_sign).map(read).collect()
}

fn value(text: &str) -> Number {
    let rest = text.trim_start();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '–' | '_' | '.');
    let end = rest.find(|c| !fits(c)).unwrap_or(rest.len());
    let (first, rest) = rest.split_at(end);
    let first = first.trim_end_matches(['.', '-']);
    match first {
        _ if first.contains('_') && !first.contains(char::is_alphanumeric) => Number::Blank,
        "" | "от" => Number::Blank,
        "б/н" => Number::Absent,
        _ => Number::Printed(format!("{first}{}", index(rest))),
    }
}

/// `- ОД` after a number, without its spaces; empty when something else follows.
fn index(rest: &str) -> String {
    let Some(after) = rest.trim_start().strip_prefix(['-', '–', '/']) else { return String::new() };
    let sign = if rest.trim_start().starts_with('/') { '/' } else { '-' };
    let token = after.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let short = (1..=4).contains(&token.chars().count());
    if short { format!("{sign}{token}") } else { String::new() }
}

/// Whether the word before a sign № is a school's, a body's or a paper's that has numbers of its own.
fn names_body(before: &str) -> bool {
    const BODIES: [&str; 22] = [
        "сош",
        "оош",
        "нош",
        "школ",
        "гимнази",
        "лице",
        "сад",
        "доу",
        "мбдоу",
        "мадоу",
        "мбоу",
        "маоу",
        "мкоу",
        "гбоу",
        "гбдоу",
        "интернат",
        "училищ",
        "колледж",
        "центр",
        "учреждени",
        "приложени",
        "црр",
    ];
    let word = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    BODIES.iter().any(|body| word.starts_with(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_printed() {
        let cases = [
            ("№133 от 26 ноября", Some("133")),
            ("от 12.03.2024 № 45-од", Some("45-од")),
            ("от 04.02.2026 № 20 - ОД", Some("20-ОД")),
            ("№ 20 – ОД от 04.02.2026", Some("20-ОД")),
            ("от 1 мая 2024 г. № 17/1-п", Some("17/1-п")),
            ("от 09.03.2004г №03-51-48ин/42-03", Some("03-51-48ин/42-03")),
            ("от 09.03.2004 N 12", Some("12")),
            ("приказом директора МБОУ СОШ № 1 от 04.02.2026 № 20", Some("20")),
            ("приказ № 20 от 04.02.2026 по МБДОУ «Детский сад № 5»", Some("20")),
            ("приказом заведующего детским садом № 5", None),
            ("приложение № 2 к приказу от 04.02.2026 № 7 / 2", Some("7/2")),
            ("приказ от «30» августа", None),
            ("приказ № б/н от 30.08.2026", None),
        ];
        for (text, expected) in cases {
            assert_eq!(of_act(text).filled().as_deref(), expected, "{text}");
        }
        assert_eq!(of_act("Приказ № _____ от 20.11.2019"), Number::Blank);
        assert_eq!(of_act("приказ от «30» августа"), Number::Absent);
    }
}
