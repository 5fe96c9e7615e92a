//! `date` and `datetime`: a day, with a time where one is expected. A period may stand where something begins.

use super::day::{Fault, serial};
use super::period;
use crate::dates;
use crate::diagnostic::Diagnostic;
use crate::field::bounds::text_of;
use crate::field::declared::invalid;
use crate::field::{
    Context, Datum, Field, FieldType, Lookup, Moment, Order, Plain, Reader, Type, TypeEntry, Value,
};
use crate::yaml::Node;

pub(super) const ENTRY: TypeEntry = ("date", |_| Some(FieldType::new(Day { time: false })));
pub(super) const WITH_TIME: TypeEntry = ("datetime", |_| Some(FieldType::new(Day { time: true })));

#[derive(Debug)]
struct Day {
    /// Whether a time of day is expected.
    time: bool,
}

impl Type for Day {
    fn name(&self) -> &'static str {
        if self.time { "datetime" } else { "date" }
    }

    fn help(&self) -> &'static str {
        if self.time { "help-datetime" } else { "help-date" }
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        let text = text_of(node, field, reader)?;
        let context = reader.context();
        let begins = context.period.is_some_and(|(start, _)| start == field.name);
        let text = if begins { text } else { without_until(text) };
        match period::when(text, context.zone) {
            Ok(when) if when.to.is_some() && !begins => {
                let problem = invalid(node.span, field).arg("type", "one-day").help("help-one-day");
                reader.report(problem);
                None
            }
            Ok(when) if self.time || when.from.time.is_none() => {
                reader.until(when.to);
                Some(value(when.from))
            }
            Ok(_) | Err(Fault::Unclear) => {
                match serial(text) {
                    Some(day) => reader.report(impossible(invalid(node.span, field), &Fault::Serial(day))),
                    None => reader.invalid(node.span, field),
                }
                None
            }
            Err(fault) => {
                reader.report(impossible(invalid(node.span, field), &fault));
                None
            }
        }
    }

    fn fits(&self, text: &str, context: &Context<'_>) -> bool {
        period::when(without_until(text), context.zone).is_ok()
    }

    fn is_dated(&self) -> bool {
        true
    }
}

/// «до 2 декабря 2026», «не позднее 15.12.2026»: the day until which something is open.
fn without_until(text: &str) -> &str {
    const WORDS: [&str; 4] = ["до ", "не позднее ", "не позже ", "к "];
    let after = |word: &&str| {
        let head = text.get(..word.len())?;
        (head.to_lowercase() == **word).then(|| text[word.len()..].trim_start())
    };
    WORDS.iter().find_map(after).unwrap_or(text)
}

/// Says what of a day or a time does not exist.
fn impossible(problem: Diagnostic, fault: &Fault) -> Diagnostic {
    match *fault {
        Fault::Day(year, month, last) => {
            let day = format!("{last:02}.{month:02}.{year:04}");
            let problem = problem.arg("type", "no-day").number("month", month).arg("year", year.to_string());
            problem.number("count", last).arg("day", day).help("help-no-day")
        }
        Fault::Month(month) => problem.arg("type", "no-month").number("month", month).help("help-no-month"),
        Fault::Hour(hour) => problem.arg("type", "no-hour").number("hour", hour).help("help-no-hour"),
        Fault::Midnight(next) => {
            problem.arg("type", "no-hour").arg("day", dates::dotted(next)).help("help-midnight")
        }
        Fault::Minute(minute) => {
            problem.arg("type", "no-minute").number("minute", minute).help("help-no-minute")
        }
        Fault::Year(day, month) => {
            let example = format!("{day:02}.{month:02}.");
            problem.arg("type", "no-year").arg("day", example).help("help-no-year")
        }
        Fault::Serial(day) => {
            problem.arg("type", "serial").arg("day", dates::dotted(day)).help("help-serial")
        }
        Fault::Unclear => problem,
    }
}

/// A moment as a value.
pub(crate) fn value(moment: Moment) -> Value {
    Value::new(Dated(moment))
}

/// By what moments are sorted: minutes, so that days and moments sort together.
pub(crate) fn order(Moment { date, time }: Moment) -> Order {
    let days = date.since(jiff::civil::date(1970, 1, 1)).map_or(0, |span| i64::from(span.get_days()));
    let minutes = time.map_or(0, |time| i64::from(time.hour()) * 60 + i64::from(time.minute()));
    #[expect(clippy::cast_precision_loss, reason = "far fewer minutes than that")]
    Order::Number((days * 1440 + minutes) as f64)
}

/// A day or a moment.
#[derive(Debug)]
struct Dated(Moment);

impl Datum for Dated {
    fn plain(&self) -> Plain<'_> {
        Plain::Moment(self.0)
    }

    fn order(&self) -> Option<Order> {
        Some(order(self.0))
    }

    fn is(&self, wanted: &str, _lookup: &dyn Lookup) -> bool {
        self.0.date.to_string() == wanted
    }

    /// «21 ноября 2026», with the time after it.
    fn label(&self, _lookup: &dyn Lookup) -> String {
        let day = dates::worded(self.0.date);
        match self.0.time {
            Some(time) => format!("{day}, {:02}:{:02}", time.hour(), time.minute()),
            None => day,
        }
    }

    /// What is grouped by a day is grouped by its year.
    fn heading(&self, _lookup: &dyn Lookup) -> String {
        self.0.date.year().to_string()
    }

    fn keywords(&self, lookup: &dyn Lookup, found: &mut Vec<String>) {
        found.push(dates::dotted(self.0.date));
        found.push(self.0.date.to_string());
        found.push(self.label(lookup));
    }

    fn moment(&self) -> Option<Moment> {
        Some(self.0)
    }
}
