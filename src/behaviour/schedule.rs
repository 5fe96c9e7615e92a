//! `schedule`: start, end and registration; the state follows the calendar unless the author said otherwise.

mod telling;

use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Behaviour, Entry, Occasion, Registration, Role, Roles, State};
use crate::dates;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::{FieldPath, Moment, Values, types};
use crate::source::Span;
use crate::vocabulary::{TermState, Vocabulary};
use telling::Telling;

const ENDS_BEFORE_START: RuleId = RuleId("schedule-ends-before-start");
const REGISTRATION_LATE: RuleId = RuleId("schedule-registration-late");

const START: Role = Role::one("start", types::DATES).required();
const END: Role = Role::one("end", types::DATES);
const OPENS: Role = Role::one("registration_opens", types::DATES);
const CLOSES: Role = Role::one("registration_closes", types::DATES);
const STATE: Role = Role::one("state", types::TERMS);

const ROLES: [Role; 12] = {
    let [all_day, moved_from, reason, changes, place, sign_up, online] = telling::ROLES;
    [START, END, OPENS, CLOSES, STATE, all_day, moved_from, reason, changes, place, sign_up, online]
};

pub(super) const ENTRY: Entry = Entry { name: "schedule", roles: &ROLES, make, of_one: &[], of_all: &[] };

fn make(roles: &Roles) -> Option<Arc<dyn Behaviour>> {
    Some(Arc::new(Schedule {
        start: roles.get(&START)?,
        end: roles.get(&END),
        opens: roles.get(&OPENS),
        closes: roles.get(&CLOSES),
        state: roles.get(&STATE),
        telling: Telling::of(roles),
    }))
}

#[derive(Debug)]
struct Schedule {
    start: FieldPath,
    end: Option<FieldPath>,
    opens: Option<FieldPath>,
    closes: Option<FieldPath>,
    state: Option<FieldPath>,
    telling: Telling,
}

impl Schedule {
    /// The fields that are days.
    fn dated(&self) -> impl Iterator<Item = &FieldPath> {
        std::iter::once(&self.start).chain(&self.end).chain(&self.opens).chain(&self.closes)
    }

    /// The state that the author set.
    fn set(&self, values: &Values, vocabularies: &[Vocabulary]) -> Option<State> {
        let term = self.state.as_ref().and_then(|path| path.value(values)?.term())?;
        State::chosen(term, vocabularies)
    }
}

fn moment(path: Option<&FieldPath>, values: &Values) -> Option<Moment> {
    path?.value(values)?.moment()
}

fn day(path: Option<&FieldPath>, values: &Values) -> Option<Date> {
    moment(path, values).map(|moment| moment.date)
}

impl Behaviour for Schedule {
    fn name(&self) -> &'static str {
        ENTRY.name
    }

    /// What the author set, unless the calendar has gone past it.
    fn state(&self, values: &Values, vocabularies: &[Vocabulary], today: Date) -> Option<State> {
        let set = self.set(values, vocabularies);
        let start = day(Some(&self.start), values)?;
        let end = day(self.end.as_ref(), values).unwrap_or(start);
        let by_calendar = match self.registration(values, today) {
            _ if end < today => TermState::Done,
            _ if start == today && end == today => TermState::Today,
            _ if start <= today => TermState::Running,
            Some(Registration::Open) => TermState::Open,
            Some(Registration::Closed) => TermState::Closed,
            Some(Registration::Early) | None => TermState::Planned,
        };
        match set {
            Some(set) if set.state == TermState::Cancelled => Some(set),
            // A moved event keeps its mark until it takes place on its new day.
            Some(set) if by_calendar != TermState::Done => Some(set),
            _ => Some(State::by_calendar(by_calendar)),
        }
    }

    fn registration(&self, values: &Values, today: Date) -> Option<Registration> {
        match (day(self.opens.as_ref(), values), day(self.closes.as_ref(), values)) {
            (None, None) => None,
            (_, Some(closes)) if closes < today => Some(Registration::Closed),
            (Some(opens), _) if opens > today => Some(Registration::Early),
            _ => Some(Registration::Open),
        }
    }

    /// On its first day an event is still to come; the day after its last it has taken place.
    fn changes(&self, values: &Values) -> Vec<Date> {
        let days = self.dated().filter_map(|path| day(Some(path), values));
        days.flat_map(|day| [Some(day), day.tomorrow().ok()]).flatten().collect()
    }

    fn begins(&self, values: &Values) -> Option<Moment> {
        moment(Some(&self.start), values)
    }

    fn ends(&self, values: &Values) -> Option<Moment> {
        moment(self.end.as_ref(), values)
    }

    /// An event to come is news since the day on which one can sign up for it.
    fn announced(&self, values: &Values) -> Option<Moment> {
        moment(self.opens.as_ref(), values)
    }

    fn occasion(&self, values: &Values, vocabularies: &[Vocabulary]) -> Option<Occasion<'_>> {
        let (starts, telling) = (moment(Some(&self.start), values)?, &self.telling);
        let set = self.set(values, vocabularies).map(|set| set.state);
        Some(Occasion {
            starts,
            ends: moment(self.end.as_ref(), values),
            all_day: telling.is_all_day(values),
            called_off: telling.is_called_off(set, starts, values),
            moved_from: telling.moved_from(values).filter(|_| set == Some(TermState::Moved)),
            changes: telling.changes(set, values),
            changed: telling.changed(values),
            closes: moment(self.closes.as_ref(), values),
            place: telling.place.as_ref(),
            sign_up: telling.sign_up.as_ref(),
            online: telling.online.as_ref(),
            reason: telling.reason.as_ref(),
        })
    }

    fn period(&self) -> Option<(&str, &str)> {
        Some((self.start.as_str(), self.end.as_ref()?.as_str()))
    }

    fn status(&self) -> Option<&FieldPath> {
        self.state.as_ref()
    }

    fn check(&self, values: &Values) -> Vec<Diagnostic> {
        let Some(start) = placed(Some(&self.start), values) else { return Vec::new() };
        let end = placed(self.end.as_ref(), values).and_then(|end| ends_before_start(start, end));
        let closes = placed(self.closes.as_ref(), values);
        end.into_iter().chain(closes.and_then(|closes| registration_late(start, closes))).collect()
    }

    /// A meeting is planned a year or two ahead.
    fn likely(&self, path: &str, this: i16) -> Option<RangeInclusive<i16>> {
        self.dated().any(|field| field.as_str() == path).then(|| this - 40..=this + 3)
    }
}

/// A moment and where it is written.
fn placed(path: Option<&FieldPath>, values: &Values) -> Option<(Moment, Span)> {
    let typed = path?.typed(values)?;
    Some((typed.value.moment()?, typed.span))
}

/// Tells of an event that ends before it starts.
fn ends_before_start((start, at): (Moment, Span), (end, end_at): (Moment, Span)) -> Option<Diagnostic> {
    // A day without a time may end at any hour of it.
    let before =
        end.date < start.date || (end.date == start.date && end.time.is_some() && end.time < start.time);
    let problem = Diagnostic::error(ENDS_BEFORE_START).at(end_at).label_key(at, "label-start");
    before.then(|| problem.arg("start", shown(start)).arg("end", shown(end)).help("help"))
}

/// Tells of a registration that closes after the event has begun.
fn registration_late((start, at): (Moment, Span), (closes, closes_at): (Moment, Span)) -> Option<Diagnostic> {
    let problem = Diagnostic::warning(REGISTRATION_LATE).at(closes_at).label_key(at, "label-start");
    let late = closes.date > start.date;
    late.then(|| problem.arg("start", shown(start)).arg("closes", shown(closes)).help("help"))
}

/// A moment as it is written in content.
fn shown(Moment { date, time }: Moment) -> String {
    let day = dates::dotted(date);
    time.map_or_else(|| day.clone(), |time| format!("{day} {:02}:{:02}", time.hour(), time.minute()))
}
