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
/// The last day on which it is in force.
const VALID_TO: Role = Role::one("valid_to", types::DATES);

pub(super) const ENTRY: Entry = Entry {
    name: "lifecycle",
    roles: &[STATUS, SUPERSEDES, SUPERSEDED_BY, AMENDS, VALID_TO],
    make,
    rules: &[circle::check, successor::check],
};

fn make(roles: &Roles) -> Option<Arc<dyn Behaviour>> {
    Some(Arc::new(Lifecycle {
        status: roles.get(&STATUS)?,
        supersedes: roles.get(&SUPERSEDES),
        superseded_by: roles.get(&SUPERSEDED_BY),
        amends: roles.get(&AMENDS),
        valid_to: roles.get(&VALID_TO),
    }))
}

#[derive(Debug)]
struct Lifecycle {
    status: FieldPath,
    supersedes: Option<FieldPath>,
    superseded_by: Option<FieldPath>,
    amends: Option<FieldPath>,
    valid_to: Option<FieldPath>,
}

impl Lifecycle {
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
        Some(if over && set.state == TermState::InForce {
            State::by_calendar(TermState::Expired)
        } else {
            set
        })
    }

    /// The day after its last a document is no longer in force.
    fn changes(&self, values: &Values) -> Vec<Date> {
        let last = self.last_day(values);
        last.into_iter().flat_map(|day| [Some(day), day.tomorrow().ok()]).flatten().collect()
    }

    fn status(&self) -> Option<&FieldPath> {
        Some(&self.status)
    }

    /// Regulations stay in force for decades, and name the last day of it as far ahead.
    fn likely(&self, path: &str, this: i16) -> Option<RangeInclusive<i16>> {
        self.valid_to.as_ref().filter(|field| field.as_str() == path).map(|_| 1900..=this + 50)
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
