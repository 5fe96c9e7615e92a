//! `lifecycle`: whether a document is in force, and how documents follow and change each other.

mod circle;
mod successor;

use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Behaviour, Entry, Role, Roles, State, Succession};
use crate::field::{FieldPath, Values, types};
use crate::vocabulary::{TermState, Vocabulary};

/// Whether the document is in force.
const STATUS: Role = Role::one("status", types::TERMS).required();
/// The documents whose place it takes.
const SUPERSEDES: Role = Role::several("supersedes", types::RELATIONS);
/// The documents that took its place.
const SUPERSEDED_BY: Role = Role::several("superseded_by", types::RELATIONS);
/// The documents that it changes.
const AMENDS: Role = Role::several("amends", types::RELATIONS);
/// The first day on which it is in force.
const VALID_FROM: Role = Role::one("valid_from", types::DATES);
/// The last day on which it is in force.
const VALID_TO: Role = Role::one("valid_to", types::DATES);

pub(super) const ENTRY: Entry = Entry {
    name: "lifecycle",
    roles: &[STATUS, SUPERSEDES, SUPERSEDED_BY, AMENDS, VALID_FROM, VALID_TO],
    make,
    of_one: &[],
    of_all: &[circle::check, successor::check],
};

fn make(roles: &Roles) -> Option<Arc<dyn Behaviour>> {
    Some(Arc::new(Lifecycle {
        status: roles.get(&STATUS)?,
        supersedes: roles.get(&SUPERSEDES),
        superseded_by: roles.get(&SUPERSEDED_BY),
        amends: roles.get(&AMENDS),
        valid_from: roles.get(&VALID_FROM),
        valid_to: roles.get(&VALID_TO),
    }))
}

#[derive(Debug)]
struct Lifecycle {
    status: FieldPath,
    supersedes: Option<FieldPath>,
    superseded_by: Option<FieldPath>,
    amends: Option<FieldPath>,
    valid_from: Option<FieldPath>,
    valid_to: Option<FieldPath>,
}

impl Lifecycle {
    fn first_day(&self, values: &Values) -> Option<Date> {
        Some(self.valid_from.as_ref()?.value(values)?.moment()?.date)
    }

    fn last_day(&self, values: &Values) -> Option<Date> {
        Some(self.valid_to.as_ref()?.value(values)?.moment()?.date)
    }
}

impl Behaviour for Lifecycle {
    fn name(&self) -> &'static str {
        ENTRY.name
    }

    fn state(&self, values: &Values, vocabularies: &[Vocabulary], today: Date) -> Option<State> {
        let set = State::chosen(self.status.value(values)?.term()?, vocabularies)?;
        let over = self.last_day(values).is_some_and(|last| last < today);
        let awaited = self.first_day(values).is_some_and(|first| first > today);
        Some(match set.state {
            TermState::InForce if over => State::by_calendar(TermState::Expired),
            TermState::InForce if awaited => State::by_calendar(TermState::Awaited),
            _ => set,
        })
    }

    /// On its first day a document comes into force, the day after its last it is no longer.
    fn changes(&self, values: &Values) -> Vec<Date> {
        let last = self.last_day(values);
        let last = last.into_iter().flat_map(|day| [Some(day), day.tomorrow().ok()]).flatten();
        self.first_day(values).into_iter().chain(last).collect()
    }

    fn status(&self) -> Option<&FieldPath> {
        Some(&self.status)
    }

    /// Regulations stay in force for decades, and name the last day of it as far ahead.
    fn likely(&self, path: &str, this: i16) -> Option<RangeInclusive<i16>> {
        let is = |field: &Option<FieldPath>| field.as_ref().is_some_and(|field| field.as_str() == path);
        match (is(&self.valid_from), is(&self.valid_to)) {
            (true, _) => Some(1900..=this + 5),
            (_, true) => Some(1900..=this + 50),
            _ => None,
        }
    }

    fn is_official(&self) -> bool {
        true
    }

    fn succession(&self) -> Option<Succession<'_>> {
        Some(Succession {
            status: Some(&self.status),
            supersedes: self.supersedes.as_ref(),
            superseded_by: self.superseded_by.as_ref(),
            amends: self.amends.as_ref(),
        })
    }
}
