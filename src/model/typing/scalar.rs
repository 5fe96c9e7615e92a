//! Values written as one piece of text.

use super::dates::{self, Fault as DateFault};
use super::numbers::{integer, number};
use super::{Typing, VALUE_INVALID, VALUE_OUT_OF_RANGE, periods};
use crate::address::{Contact, Fault, WebUrl, mail, phone};
use crate::diagnostic::Diagnostic;
use crate::model::{Typed, Value};
use crate::schema::{Field, FieldType};
use crate::source::Span;
use crate::yaml::boolean;

impl Typing<'_> {
    /// Types a text; reports it when it does not fit.
    pub(super) fn scalar(&mut self, text: &str, span: Span, field: &Field) -> Option<Value> {
        let value = match &field.kind {
            FieldType::Text => Some(Value::Text(text.to_owned())),
            FieldType::Markdown => Some(self.markdown(text, span)),
            FieldType::Integer => integer(text).map(Value::Integer),
            FieldType::Number => number(text).map(Value::Number),
            FieldType::Date { time } => return self.date(text, *time, span, field),
            FieldType::Boolean => boolean(text).map(Value::Boolean),
            FieldType::Url => return self.url(text, span, field),
            FieldType::Email => link(mail(text)),
            FieldType::Phone => link(phone(text)),
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

    /// A whole number of a range.
    pub(super) fn number(&mut self, number: i64, span: Span, field: &Field) -> Option<Typed> {
        let value = Value::Integer(number);
        self.bounds(&value, span, field);
        Some(Typed { value, span })
    }

    /// A day, perhaps with a time, or a period where something begins; what of it does not exist is said.
    fn date(&mut self, text: &str, time: bool, span: Span, field: &Field) -> Option<Value> {
        let begins = self.context.period.is_some_and(|(start, _)| start == field.name);
        match periods::when(text, self.context.zone) {
            Ok(when) if when.to.is_some() && !begins => {
                let problem = Diagnostic::error(VALUE_INVALID).at(span).arg("field", &field.label);
                self.problems.push(problem.arg("type", "one-day").help("help-one-day"));
                None
            }
            Ok(when) if time || when.from.time.is_none() => {
                self.until = when.to;
                Some(Value::Date(when.from))
            }
            Ok(_) | Err(DateFault::Unclear) => {
                self.invalid(span, field);
                None
            }
            Err(fault) => {
                let problem = Diagnostic::error(VALUE_INVALID).at(span).arg("field", &field.label);
                self.problems.push(impossible(problem, &fault));
                None
            }
        }
    }

    /// A web address; what is wrong with it is said.
    fn url(&mut self, text: &str, span: Span, field: &Field) -> Option<Value> {
        match WebUrl::parse(text) {
            Ok(url) => Some(Value::Link { text: text.to_owned(), href: url.href() }),
            Err(fault) => {
                let help = match fault {
                    Fault::Secret => "help-url-secret",
                    Fault::Sign(_) => "help-url-sign",
                    Fault::Host => "help-url-host",
                    _ => "help-url",
                };
                let problem = Diagnostic::error(VALUE_INVALID).at(span).arg("field", &field.label);
                let problem = problem.arg("type", field.kind.name()).arg("about", fault.about());
                self.problems.push(problem.help(help));
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

/// Says what of a day or a time does not exist.
fn impossible(problem: Diagnostic, fault: &DateFault) -> Diagnostic {
    match *fault {
        DateFault::Day(year, month, last) => {
            let day = format!("{last:02}.{month:02}.{year:04}");
            let problem = problem.arg("type", "no-day").number("month", month).arg("year", year.to_string());
            problem.number("count", last).arg("day", day).help("help-no-day")
        }
        DateFault::Month(month) => {
            problem.arg("type", "no-month").number("month", month).help("help-no-month")
        }
        DateFault::Hour(hour) => problem.arg("type", "no-hour").number("hour", hour).help("help-no-hour"),
        DateFault::Midnight(next) => {
            problem.arg("type", "no-hour").arg("day", crate::dates::dotted(next)).help("help-midnight")
        }
        DateFault::Minute(minute) => {
            problem.arg("type", "no-minute").number("minute", minute).help("help-no-minute")
        }
        DateFault::Unclear => problem,
    }
}

fn link(contact: Option<Contact>) -> Option<Value> {
    contact.map(|Contact { text, href }| Value::Link { text, href })
}
