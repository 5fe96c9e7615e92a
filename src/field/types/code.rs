//! `code`: what stands for a person who must not be named. A name in its place would be published.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::bounds::text_of;
use crate::field::{Context, Datum, Field, FieldType, Lookup, Order, Plain, Reader, Type, TypeEntry, Value};
use crate::text::key;
use crate::yaml::Node;

const CODE_NAMED: RuleId = RuleId("code-named");

pub(super) const ENTRY: TypeEntry = ("code", |_| Some(FieldType::new(Code)));

/// Words that people write before a code.
const BEFORE: [&str; 7] = ["код", "шифр", "участник", "участница", "работа", "команда", "no"];
/// More letters in a row are a word, such as a name: «мат8-14», but not «анна8».
const LETTERS: usize = 3;
/// More capitals are: «ВСОШ-8-14».
const CAPITALS: usize = 4;
/// Codes are short.
const LONGEST: usize = 24;

#[derive(Debug)]
struct Code;

impl Type for Code {
    fn name(&self) -> &'static str {
        "code"
    }

    fn help(&self) -> &'static str {
        "help-code"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        let text = text_of(node, field, reader)?;
        if is_code(text) {
            return Some(Value::new(Sign(text.to_owned())));
        }
        let named = Diagnostic::error(CODE_NAMED).at(node.span).arg("field", &field.label);
        reader.report(named.arg("example", field.example.as_deref().unwrap_or(EXAMPLE)).help("help"));
        None
    }

    fn fits(&self, text: &str, _context: &Context<'_>) -> bool {
        is_code(text)
    }
}

/// A code where a kind gives no example.
const EXAMPLE: &str = "М8-014";

/// Whether a text stands for a person without naming one: `М8-014`, `14`, «участник № 14». What has no figure, or a word in it,
/// may be a name, and so may letters that are written like one: «Яна-7».
fn is_code(text: &str) -> bool {
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let signs = |c: char| c.is_alphanumeric() || c.is_whitespace() || "-–—_./№#:\\".contains(c);
    text.chars().any(|c| c.is_ascii_digit())
        && text.chars().count() <= LONGEST
        && text.chars().all(signs)
        && words()
            .enumerate()
            .all(|(at, word)| at == 0 && BEFORE.contains(&key(word).as_str()) || is_sign(word))
}

/// Figures with few letters that are no name: names are written with one capital before small letters.
fn is_sign(word: &str) -> bool {
    let mut runs = word.split(|c: char| !c.is_alphabetic()).filter(|run| !run.is_empty());
    runs.all(|run| {
        let (length, capitals) = (run.chars().count(), run.chars().filter(|c| c.is_uppercase()).count());
        let named = length > 1 && capitals == 1 && run.starts_with(char::is_uppercase);
        length <= if capitals > 1 { CAPITALS } else { LETTERS } && !named
    })
}

/// A code.
#[derive(Debug)]
struct Sign(String);

impl Datum for Sign {
    fn plain(&self) -> Plain<'_> {
        Plain::Text(Cow::Borrowed(&self.0))
    }

    fn order(&self) -> Option<Order> {
        Some(Order::Text(key(&self.0)))
    }

    fn is(&self, wanted: &str, _lookup: &dyn Lookup) -> bool {
        self.0 == wanted
    }

    fn label(&self, _lookup: &dyn Lookup) -> String {
        self.0.clone()
    }

    fn text(&self) -> Option<&str> {
        Some(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::is_code;

    #[test]
    fn codes_are_told_from_names() {
        for code in [
            "М8-014",
            "Р8-021",
            "14",
            "014",
            "№ 14",
            "участник № 14",
            "шифр М8-014",
            "Код 7",
            "vs-26-014",
            "ВСОШ-8-14",
            "ВсОШ/8/014",
            "мат8-14",
            "8а-3",
            "8А_03",
            "Z9:12",
            "0000-7",
        ] {
            assert!(is_code(code), "{code}");
        }
        for name in [
            "Иванова Мария",
            "Иванова М.",
            "И. И.",
            "Маша",
            "мария",
            "ИВАНОВА",
            "Яна-7",
            "Яна 8 класс",
            "Иванов-7",
            "иванова8",
            "ИВАНОВА 8А",
            "Петя П., 8 класс",
            "Пётр 1",
            "участник Иванов 5",
            "Олег7",
            "олег7",
            "8а Ли Вэй",
            "победитель",
            "ПП",
            "+7 (900) 000-00-00",
            "a@b.example 1",
            "",
        ] {
            assert!(!is_code(name), "{name}");
        }
    }
}
