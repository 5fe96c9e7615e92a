//! `reception`: hours at which somebody can be asked, week after week, but for holidays and what is left out. They come
//! into calendars, and pages say while they last that somebody receives.

use std::sync::Arc;

use super::{Behaviour, Entry, Except, Hours, Role, Roles, Subject, Unclear, hours};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::{FieldPath, Typed, Values, types};
use crate::source::Span;
use crate::vocabulary::Vocabulary;

const UNCLEAR: RuleId = RuleId("hours-unclear");
const EXCEPT_UNCLEAR: RuleId = RuleId("hours-except-unclear");

/// Days and times in words, one or several.
const HOURS: Role = Role::several("hours", types::TEXTS);
/// The day of the week, where times stand by themselves.
const DAY: Role = Role::one("day", types::TERMS);
/// The times of that day.
const TIME: Role = Role::one("time", types::TEXTS);
/// When nobody is there.
const EXCEPT: Role = Role::one("except", types::TEXTS);
/// Where.
const PLACE: Role = Role::one("place", types::GROUPS_OR_TEXT);

pub(super) const ENTRY: Entry = Entry {
    name: "reception",
    roles: &[HOURS, DAY, TIME, EXCEPT, PLACE],
    make,
    of_one: &[unclear],
    of_all: &[],
};

fn make(roles: &Roles) -> Option<Arc<dyn Behaviour>> {
    Some(Arc::new(Reception {
        hours: roles.get(&HOURS),
        day: roles.get(&DAY),
        time: roles.get(&TIME),
        except: roles.get(&EXCEPT),
        place: roles.get(&PLACE),
    }))
}

#[derive(Debug)]
struct Reception {
    hours: Option<FieldPath>,
    day: Option<FieldPath>,
    time: Option<FieldPath>,
    except: Option<FieldPath>,
    place: Option<FieldPath>,
}

impl Reception {
    /// What is written of hours, in words, and where.
    fn written(&self, values: &Values, vocabularies: &[Vocabulary]) -> Option<(String, Span)> {
        if let Some(typed) = self.hours.as_ref().and_then(|path| path.typed(values)) {
            let texts: Vec<&str> = typed.value.items().filter_map(|value| value.text()).collect();
            return Some((texts.join("; "), typed.span));
        }
        let time = self.time.as_ref()?.typed(values)?;
        let day = self.day.as_ref().and_then(|path| path.value(values)?.term());
        let day = day.map(|term| vocabularies[term.vocabulary.0].terms[term.term.0].label.as_str());
        Some((format!("{} {}", day.unwrap_or_default(), time.value.text()?), time.span))
    }

    fn except(&self, values: &Values) -> Result<Except, Unclear> {
        let Some(typed) = self.except.as_ref().and_then(|path| path.typed(values)) else {
            return Ok(Except::default());
        };
        let text = typed.value.text().unwrap_or_default();
        let unclear =
            |typed: &Typed| Unclear { rule: EXCEPT_UNCLEAR, written: text.to_owned(), span: typed.span };
        hours::except(text).ok_or_else(|| unclear(typed))
    }
}

impl Behaviour for Reception {
    fn name(&self) -> &'static str {
        ENTRY.name
    }

    /// «По договорённости» names no hours and promises none.
    fn hours(&self, values: &Values, vocabularies: &[Vocabulary]) -> Option<Result<Hours<'_>, Unclear>> {
        let (text, span) = self.written(values, vocabularies)?;
        if !text.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let Some(slots) = hours::slots(&text) else {
            return Some(Err(Unclear { rule: UNCLEAR, written: text, span }));
        };
        let except = self.except(values);
        Some(except.map(|except| Hours { slots, except, place: self.place.as_ref() }))
    }
}

/// Tells of hours that are published and nobody but people can read.
fn unclear(subject: &Subject<'_>, vocabularies: &[Vocabulary]) -> Option<Diagnostic> {
    let unclear = subject.behaviours.told_hours(subject.values, vocabularies)?.err()?;
    let problem = Diagnostic::warning(unclear.rule).at(unclear.span);
    subject.published.then(|| problem.arg("written", unclear.written).help("help"))
}
