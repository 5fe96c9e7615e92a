//! What the calendar and the authors say about a document on the day of the build.

use jiff::civil::Date;

use super::{Fields, Moment, State, Value, Visibility};
use crate::schema::{Behaviours, LIFECYCLE, PERSON, SCHEDULE, Schema, TermState, known};

/// A field of a document, or of a group in it for `group.field`.
pub(super) fn field<'a>(fields: &'a Fields, path: &str) -> Option<&'a Value> {
    match path.split_once('.') {
        None => fields.get(path).map(|typed| &typed.value),
        Some((group, rest)) => match &fields.get(group)?.value {
            Value::Group(inner) => field(inner, rest),
            _ => None,
        },
    }
}

/// The field that plays a role of a behaviour.
pub(super) fn role<'a>(
    fields: &'a Fields,
    behaviours: &Behaviours,
    behaviour: &str,
    role: &str,
) -> Option<&'a Value> {
    field(fields, behaviours.role(behaviour, role)?)
}

/// The moment in a role.
pub(super) fn moment(
    fields: &Fields,
    behaviours: &Behaviours,
    behaviour: &str,
    name: &str,
) -> Option<Moment> {
    match role(fields, behaviours, behaviour, name)? {
        Value::Date(moment) => Some(*moment),
        _ => None,
    }
}

/// Whether readers see a document.
pub(super) fn visibility(
    fields: &Fields,
    behaviours: &Behaviours,
    schema: &Schema,
    today: Date,
) -> Visibility {
    let date = |name: &str| match field(fields, name) {
        Some(Value::Date(moment)) => Some(moment.date),
        _ => None,
    };
    let status = match field(fields, known::STATUS) {
        Some(Value::Term(term)) => schema.term(*term).id.as_str(),
        _ => "",
    };
    let yes = |name: &str| matches!(role(fields, behaviours, PERSON, name), Some(Value::Boolean(true)));
    match (date(known::PUBLISH_AT), date(known::EXPIRES_AT)) {
        _ if status == known::STATUS_DRAFT => Visibility::Draft,
        _ if behaviours.has(PERSON) && !yes("staff") && !yes("consent") => Visibility::Withheld,
        (Some(from), _) if from > today => Visibility::Scheduled(from),
        (_, Some(until)) if until <= today => Visibility::Expired(until),
        _ => Visibility::Published,
    }
}

/// Whether a document is kept at the end of lists.
pub(super) fn archived(fields: &Fields, schema: &Schema) -> bool {
    matches!(field(fields, known::STATUS), Some(Value::Term(term)) if schema.term(*term).id == known::STATUS_ARCHIVED)
}

/// The status of a document or event.
pub(super) fn state(fields: &Fields, behaviours: &Behaviours, schema: &Schema, today: Date) -> Option<State> {
    if behaviours.has(SCHEDULE) {
        return schedule(fields, behaviours, schema, today);
    }
    if behaviours.has(LIFECYCLE) { lifecycle(fields, behaviours, schema, today) } else { None }
}

fn chosen(
    fields: &Fields,
    behaviours: &Behaviours,
    schema: &Schema,
    behaviour: &str,
    name: &str,
) -> Option<State> {
    let Value::Term(term) = role(fields, behaviours, behaviour, name)? else { return None };
    let term = schema.term(*term);
    Some(State { state: term.state?, label: Some(term.label.clone()) })
}

/// What the author set, unless the calendar has gone past it.
fn schedule(fields: &Fields, behaviours: &Behaviours, schema: &Schema, today: Date) -> Option<State> {
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

fn lifecycle(fields: &Fields, behaviours: &Behaviours, schema: &Schema, today: Date) -> Option<State> {
    let set = chosen(fields, behaviours, schema, LIFECYCLE, "status")?;
    let until = moment(fields, behaviours, LIFECYCLE, "valid_to");
    if set.state == TermState::InForce && until.is_some_and(|until| until.date < today) {
        return Some(State { state: TermState::Expired, label: None });
    }
    Some(set)
}
