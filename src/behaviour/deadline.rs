//! `deadline`: the last day for an answer. The state follows the calendar unless the author said otherwise. Who has
//! answered a site does not know: it says whom to ask when the day is past.

use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Behaviour, Entry, Role, Roles, State};
use crate::field::{FieldPath, Moment, Values, types};
use crate::vocabulary::{TermState, Vocabulary};

/// The last day.
const DUE: Role = Role::one("due", types::DATES).required();
/// The day on which the answer was asked for.
const ANNOUNCED: Role = Role::one("announced", types::DATES);
/// What the author says of it.
const STATE: Role = Role::one("state", types::TERMS);

pub(super) const ENTRY: Entry =
    Entry { name: "deadline", roles: &[DUE, ANNOUNCED, STATE], make, of_one: &[], of_all: &[] };

fn make(roles: &Roles) -> Option<Arc<dyn Behaviour>> {
    Some(Arc::new(Deadline {
        due: roles.get(&DUE)?,
        announced: roles.get(&ANNOUNCED),
        state: roles.get(&STATE),
    }))
}

#[derive(Debug)]
struct Deadline {
    due: FieldPath,
    announced: Option<FieldPath>,
    state: Option<FieldPath>,
}

impl Deadline {
    /// The last day.
    fn due(&self, values: &Values) -> Option<Moment> {
        self.due.value(values)?.moment()
    }
}

impl Behaviour for Deadline {
    fn name(&self) -> &'static str {
        ENTRY.name
    }

    /// What was called off stays so; a new day that the author gave is past like any other.
    fn state(&self, values: &Values, vocabularies: &[Vocabulary], today: Date) -> Option<State> {
        let term = self.state.as_ref().and_then(|path| path.value(values)?.term());
        let set = term.and_then(|term| State::chosen(term, vocabularies));
        let over = self.due(values)?.date < today;
        match set {
            Some(set) if set.state == TermState::Cancelled || !over => Some(set),
            _ => Some(State::by_calendar(if over { TermState::Overdue } else { TermState::Due })),
        }
    }

    /// The day after the last one.
    fn changes(&self, values: &Values) -> Vec<Date> {
        let due = self.due(values).map(|moment| moment.date);
        due.into_iter().flat_map(|day| [Some(day), day.tomorrow().ok()]).flatten().collect()
    }

    /// What readers look for by its day is the last one.
    fn begins(&self, values: &Values) -> Option<Moment> {
        self.due(values)
    }

    fn announced(&self, values: &Values) -> Option<Moment> {
        self.announced.as_ref()?.value(values)?.moment()
    }

    fn status(&self) -> Option<&FieldPath> {
        self.state.as_ref()
    }

    /// An answer is asked for within a year or two.
    fn likely(&self, path: &str, this: i16) -> Option<RangeInclusive<i16>> {
        (self.due.as_str() == path).then(|| this - 40..=this + 3)
    }
}
