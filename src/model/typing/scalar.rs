//! Values written as one piece of text.

use super::{Typing, VALUE_OUT_OF_RANGE, dates, moment};
use crate::diagnostic::Diagnostic;
use crate::markup;
use crate::model::Value;
use crate::schema::{Field, FieldType};
use crate::source::Span;
use crate::yaml::boolean;

impl Typing<'_> {
    /// Types a text; reports it when it does not fit.
    pub(super) fn scalar(&mut self, text: &str, span: Span, field: &Field) -> Option<Value> {
        let value = match &field.kind {
            FieldType::Text => Some(Value::Text(text.to_owned())),
            FieldType::Markdown => {
                self.problems.extend(markup::excess(text, span));
                Some(Value::Markdown(text.to_owned()))
            }
            FieldType::Integer => integer(text).map(Value::Integer),
            FieldType::Number => number(text).map(Value::Number),
            FieldType::Date { time } => moment(text).filter(|m| *time || m.time.is_none()).map(Value::Date),
            FieldType::Boolean => boolean(text).map(Value::Boolean),
            FieldType::Url => url(text),
            FieldType::Email => email(text),
            FieldType::Phone => phone(text),
            FieldType::SchoolYear => dates::school_year(text).map(Value::SchoolYear),
            _ => None,
        };
        match value {
            Some(value) => {
                self.bounds(&value, span, field);
                Some(value)
            }
            None => {
                self.invalid(span, field);
                None
            }
        }
    }

    /// Reports numbers and lengths beyond the declared bounds.
    fn bounds(&mut self, value: &Value, span: Span, field: &Field) {
        let (size, lengthy) = match value {
            Value::Integer(number) => (*number as f64, false),
            Value::Number(number) => (*number, false),
            Value::Text(text) | Value::Markdown(text) => (text.chars().count() as f64, true),
            _ => return,
        };
        let under = field.min.is_some_and(|min| size < min);
        let over = field.max.is_some_and(|max| size > max);
        if !under && !over {
            return;
        }
        let show = |bound: Option<f64>| bound.map_or_else(String::new, |bound| bound.to_string());
        let help = match (lengthy, under) {
            (true, true) => "help-too-short",
            (true, false) => "help-too-long",
            (false, true) => "help-too-small",
            (false, false) => "help-too-great",
        };
        // A long summary is a matter of taste, a number beyond its bounds is a mistake.
        let problem = if lengthy {
            Diagnostic::warning(VALUE_OUT_OF_RANGE)
        } else {
            Diagnostic::error(VALUE_OUT_OF_RANGE)
        };
        let problem = problem.at(span).arg("field", &field.label).arg("size", size.to_string());
        self.problems.push(problem.arg("min", show(field.min)).arg("max", show(field.max)).help(help));
    }
}

fn integer(text: &str) -> Option<i64> {
    text.replace(['\u{a0}', ' '], "").parse().ok()
}

fn number(text: &str) -> Option<f64> {
    let number: f64 = text.replace(['\u{a0}', ' '], "").replace(',', ".").parse().ok()?;
    number.is_finite().then_some(number)
}

fn url(text: &str) -> Option<Value> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let sound = !host.is_empty() && !host.starts_with(['/', '.', '?']) && !text.contains(char::is_whitespace);
    sound.then(|| Value::Link { text: text.to_owned(), href: text.to_owned() })
}

fn email(text: &str) -> Option<Value> {
    let address = text.strip_prefix("mailto:").unwrap_or(text);
    let (name, host) = address.split_once('@')?;
    let sound = !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !address.contains(|c: char| c.is_whitespace() || "<>\"',;:@/?#".contains(c) && c != '@')
        && address.matches('@').count() == 1;
    sound.then(|| Value::Link { text: address.to_owned(), href: format!("mailto:{address}") })
}

/// A telephone as people write it; an extension («доб. 12») stays in the text only.
fn phone(text: &str) -> Option<Value> {
    let main = text.split("доб").next().unwrap_or(text).trim_end_matches([' ', ',', '(']);
    let digits: String = main.chars().filter(char::is_ascii_digit).collect();
    let sound = (5..=15).contains(&digits.len())
        && main.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-–()./".contains(c));
    let dialled = match digits.as_str() {
        d if d.len() == 11 && d.starts_with('8') => format!("+7{}", &d[1..]),
        d if main.trim_start().starts_with('+') || d.len() == 11 => format!("+{d}"),
        d => d.to_owned(),
    };
    sound.then(|| Value::Link { text: text.to_owned(), href: format!("tel:{dialled}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn href(value: Option<Value>) -> Option<String> {
        match value {
            Some(Value::Link { href, .. }) => Some(href),
            _ => None,
        }
    }

    #[test]
    fn phones_are_dialled_in_the_international_form() {
        assert_eq!(href(phone("8 (39538) 2-55-66")).as_deref(), Some("tel:+73953825566"));
        assert_eq!(href(phone("+7 (000) 000-00-00, доб. 12")).as_deref(), Some("tel:+70000000000"));
        assert_eq!(href(phone("2-55-66")).as_deref(), Some("tel:25566"));
        assert_eq!(href(phone("звоните в приёмную")), None);
    }

    #[test]
    fn addresses_need_their_parts() {
        assert_eq!(href(email("imc@example.org")).as_deref(), Some("mailto:imc@example.org"));
        assert_eq!(href(email("imc@example")), None);
        assert_eq!(href(email("imc example.org")), None);
        assert!(url("https://imc.example/").is_some());
        assert!(url("imc.example").is_none());
        assert!(url("javascript:alert(1)").is_none());
    }
}
