//! Values of fields, read from the words of a cell or a line, and as YAML.

use jiff::civil::Date;

use super::around::Around;
use super::days::{self, Period};
use crate::import::target::{Offer, Sort};
use crate::import::terms;
use crate::text::key;
use crate::yaml::scalar;

/// A value of a field.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Value {
    /// Words.
    Words(String),
    /// Written as it is: a day, a number.
    Plain(String),
    /// Several words.
    List(Vec<String>),
    /// A group of one field.
    Group(String, String),
}

/// The value that some words are for a field; `None` when they are none.
pub(crate) fn value(offer: &Offer, text: &str, around: &Around) -> Option<Value> {
    match &offer.sort {
        Sort::Words if offer.list => Some(Value::List(vec![text.to_owned()])),
        Sort::Words => Some(Value::Words(text.to_owned())),
        Sort::Group(inner) => Some(Value::Group(inner.clone(), text.to_owned())),
        Sort::Number => {
            let hours = offer.words.iter().any(|word| word.contains("час"));
            number(text, hours).map(|number| Value::Plain(number.to_string()))
        }
        Sort::Day => days::read(text, around).map(|period| moments(&period).0),
        Sort::Term(terms) if terms.contains_key(&key(text)) => {
            let label = terms[&key(text)].clone();
            Some(if offer.list { Value::List(vec![label]) } else { Value::Words(label) })
        }
        // «Все школы, кроме № 5» are no list of schools.
        Sort::Term(_) if terms::excepts(text) => None,
        Sort::Term(terms) => {
            let found: Vec<String> = terms::all(text, terms).into_iter().map(|one| one.label).collect();
            match (offer.list, found.as_slice()) {
                (_, []) => None,
                (true, _) => Some(Value::List(found)),
                // «Вторник, четверг», «2-я среда»: as in a card, one word of the list and nothing else.
                (false, [only]) => terms::cover(text, terms).then(|| Value::Words(only.clone())),
                (false, _) => None,
            }
        }
        Sort::Other => None,
    }
}

/// Whether a value of a field holds all that some words say: «учителя биологии» are more than «учителя».
pub(crate) fn is_whole(offer: &Offer, text: &str) -> bool {
    match &offer.sort {
        Sort::Term(terms) => terms.contains_key(&key(text)) || terms::cover(text, terms),
        _ => true,
    }
}

/// A number; behind that of hours may stand what it counts: «36 часов», «16 ч.».
fn number(text: &str, hours: bool) -> Option<f64> {
    const UNITS: [&str; 8] =
        ["ч", "час", "часа", "часов", "ак. ч", "ак. часов", "академических часа", "академических часов"];
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(text.len());
    let (figures, unit) = text.split_at(end);
    let unit = unit.trim().trim_end_matches('.').to_lowercase();
    let counts = unit.is_empty() || (hours && UNITS.contains(&unit.as_str()));
    figures.replace(',', ".").parse().ok().filter(|_| counts)
}

/// When something begins, and when it ends if that is told.
pub(crate) fn moments(period: &Period) -> (Value, Option<Value>) {
    let moment = |day: Date, time: Option<(i8, i8)>| {
        let clock = time.map(|(hour, minute)| format!(" {hour:02}:{minute:02}")).unwrap_or_default();
        Value::Plain(format!("{}{clock}", crate::dates::dotted(day)))
    };
    let last = period.end.or(period.until.map(|_| period.start));
    (moment(period.start, period.time), last.map(|last| moment(last, period.until)))
}

impl Value {
    /// As the value of a key.
    pub(crate) fn yaml(&self) -> String {
        match self {
            Self::Words(words) => scalar(words),
            Self::Plain(text) => text.clone(),
            Self::List(all) => {
                format!("[{}]", all.iter().map(|one| quoted(one)).collect::<Vec<_>>().join(", "))
            }
            Self::Group(name, words) => format!("{{{name}: {}}}", quoted(words)),
        }
    }

    /// As a value inside braces.
    pub(crate) fn inline(&self) -> String {
        match self {
            Self::Words(words) => quoted(words),
            other => other.yaml(),
        }
    }

    /// As a person reads it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Words(text) | Self::Plain(text) | Self::Group(_, text) => text.clone(),
            Self::List(all) => all.join(", "),
        }
    }
}

/// A text inside brackets and braces, where commas would part it.
fn quoted(text: &str) -> String {
    let plain = scalar(text);
    if plain.starts_with('"') || !plain.contains([',', '[', ']', '{', '}', ':', '#']) {
        return plain;
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
