//! What the calendar and the authors say about a document on the day of the build.

use jiff::civil::Date;

use super::{Moment, State, Visibility};
use crate::field::{Value, Values, typed_at};
use crate::schema::{Behaviours, LIFECYCLE, PERSON, SCHEDULE, Schema, TermState, known};

/// The field that plays a role of a behaviour.
pub(super) fn role<'a>(
    fields: &'a Values,
    behaviours: &Behaviours,
    behaviour: &str,
    role: &str,
) -> Option<&'a Value> {
    typed_at(fields, behaviours.role(behaviour, role)?).map(|typed| &typed.value)
}

/// The moment in a role.
pub(super) fn moment(
    fields: &Values,
    behaviours: &Behaviours,
    behaviour: &str,
    name: &str,
) -> Option<Moment> {
    role(fields, behaviours, behaviour, name)?.moment()
}

/// Whether readers see a document.
pub(super) fn visibility(
    fields: &Values,
    behaviours: &Behaviours,
    schema: &Schema,
    today: Date,
) -> Visibility {
    let date = |name: &str| fields.get(name)?.value.moment().map(|moment| moment.date);
    let status = status(fields, schema).unwrap_or_default();
    let yes =
        |name: &str| role(fields, behaviours, PERSON, name).and_then(|value| value.flag()) == Some(true);
    match (date(known::PUBLISH_AT), date(known::EXPIRES_AT)) {
        _ if status == known::STATUS_DRAFT => Visibility::Draft,
        _ if behaviours.has(PERSON) && !yes("staff") && !yes("consent") => Visibility::Withheld,
        (Some(from), _) if from > today => Visibility::Scheduled(from),
        (_, Some(until)) if until <= today => Visibility::Expired(until),
        _ => Visibility::Published,
    }
}

/// Whether a document is kept at the end of lists.
pub(super) fn archived(fields: &Values, schema: &Schema) -> bool {
    status(fields, schema) == Some(known::STATUS_ARCHIVED)
}

/// Whether it is a draft, published, or in the archive.
fn status<'a>(fields: &Values, schema: &'a Schema) -> Option<&'a str> {
    Some(schema.term(fields.get(known::STATUS)?.value.term()?).id.as_str())
}

/// The status of a document or event.
pub(super) fn state(fields: &Values, behaviours: &Behaviours, schema: &Schema, today: Date) -> Option<State> {
    if behaviours.has(SCHEDULE) {
        return schedule(fields, behaviours, schema, today);
    }
    if behaviours.has(LIFECYCLE) { lifecycle(fields, behaviours, schema, today) } else { None }
}

fn chosen(
    fields: &Values,
    behaviours: &Behaviours,
    schema: &Schema,
    behaviour: &str,
    name: &str,
) -> Option<State> {
    let term = schema.term(role(fields, behaviours, behaviour, name)?.term()?);
    Some(State { state: term.state?, label: Some(term.label.clone()) })
}

/// What the author set, unless the calendar has gone past it.
fn schedule(fields: &Values, behaviours: &Behaviours, schema: &Schema, today: Date) -> Option<State> {
    let day = |name| moment(fields, behaviours, SCHEDULE, name).map(|moment| moment.date);
    let set = chosen(fields, behaviours, schema, SCHEDULE, "state");
    let start = day("start")?;
    let end = day("end").unwrap_or(start);
    let by_calendar = match (day("registration_opens"), day("registration_closes")) {
        _ if end < today => TermState::Done,
        _ if start <= today => TermState::Running,
        (opens, Some(closes)) if opens.is_none_or(|opens| opens <= today) && today <= closes => {
            TermState::Open
        }
        (Some(opens), None) if opens <= today => TermState::Open,
        (_, Some(closes)) if closes < today => TermState::Closed,
        _ => TermState::Planned,
    };
    match set {
        Some(set) if set.state == TermState::Cancelled => Some(set),
        // A moved event keeps its mark until it takes place on its new day.
        Some(set) if by_calendar != TermState::Done => Some(set),
        _ => Some(State { state: by_calendar, label: None }),
    }
}

fn lifecycle(fields: &Values, behaviours: &Behaviours, schema: &Schema, today: Date) -> Option<State> {
    let set = chosen(fields, behaviours, schema, LIFECYCLE, "status")?;
    let until = moment(fields, behaviours, LIFECYCLE, "valid_to");
    if set.state == TermState::InForce && until.is_some_and(|until| until.date < today) {
        return Some(State { state: TermState::Expired, label: None });
    }
    Some(set)
}
