//! What a calendar is told beside days: the fields that say it.

use jiff::civil::Date;

use crate::behaviour::{Role, Roles};
use crate::field::{FieldPath, Moment, Values, types};
use crate::vocabulary::TermState;

const ALL_DAY: Role = Role::one("all_day", types::FLAGS);
const MOVED_FROM: Role = Role::one("moved_from", types::DATES);
const REASON: Role = Role::one("reason", types::TEXTS);
const CHANGES: Role = Role::several("changes", types::GROUPS);
const PLACE: Role = Role::one("place", types::GROUPS_OR_TEXT);
const SIGN_UP: Role = Role::one("registration", types::GROUPS);
const ONLINE: Role = Role::one("online", types::URLS);

/// The roles that only calendars ask for.
pub(super) const ROLES: [Role; 7] = [ALL_DAY, MOVED_FROM, REASON, CHANGES, PLACE, SIGN_UP, ONLINE];

/// The fields that play them.
#[derive(Debug)]
pub(super) struct Telling {
    all_day: Option<FieldPath>,
    moved_from: Option<FieldPath>,
    changes: Option<FieldPath>,
    pub(super) reason: Option<FieldPath>,
    pub(super) place: Option<FieldPath>,
    pub(super) sign_up: Option<FieldPath>,
    pub(super) online: Option<FieldPath>,
}

impl Telling {
    /// The fields that a kind gives.
    pub(super) fn of(roles: &Roles) -> Self {
        Self {
            all_day: roles.get(&ALL_DAY),
            moved_from: roles.get(&MOVED_FROM),
            reason: roles.get(&REASON),
            changes: roles.get(&CHANGES),
            place: roles.get(&PLACE),
            sign_up: roles.get(&SIGN_UP),
            online: roles.get(&ONLINE),
        }
    }

    /// Whether its author says that hours do not matter.
    pub(super) fn is_all_day(&self, values: &Values) -> bool {
        self.all_day.as_ref().and_then(|path| path.value(values)?.flag()) == Some(true)
    }

    /// When it was to be first.
    pub(super) fn moved_from(&self, values: &Values) -> Option<Moment> {
        self.moved_from.as_ref()?.value(values)?.moment()
    }

    /// Whether it does not take place on its day: it was called off, or moved to a day that is not known yet.
    pub(super) fn is_called_off(&self, set: Option<TermState>, start: Moment, values: &Values) -> bool {
        let still_there = || self.moved_from(values).is_some_and(|from| from.date == start.date);
        set == Some(TermState::Cancelled) || set == Some(TermState::Moved) && still_there()
    }

    /// How many changes were told. Who sets the state alone has told one.
    pub(super) fn changes(&self, set: Option<TermState>, values: &Values) -> usize {
        let told = self.changes.as_ref().and_then(|path| path.value(values));
        let least = matches!(set, Some(TermState::Cancelled | TermState::Moved));
        told.map_or(0, |list| list.items().count()).max(usize::from(least))
    }

    /// The newest day among the changes.
    pub(super) fn changed(&self, values: &Values) -> Option<Date> {
        let mut newest = None;
        if let Some(typed) = self.changes.as_ref().and_then(|path| path.typed(values)) {
            typed.leaves("", &mut |_, leaf| {
                newest = newest.max(leaf.value.moment().map(|moment| moment.date))
            });
        }
        newest
    }
}
