//! Behaviours: what a kind may switch on, each with the fields that play its roles.

use std::collections::BTreeMap;

/// The behaviours of a kind: name → role → field path.
///
/// A field path is a field's name, or `group.field` for a field inside a group.
#[derive(Clone, Debug, Default)]
pub(crate) struct Behaviours(pub(crate) BTreeMap<String, BTreeMap<String, String>>);

/// Numbered clauses with permanent anchors.
pub(crate) const CLAUSES: &str = "clauses";
/// Document status, editions, superseding. Roles: `status`, `supersedes`, `superseded_by`, `amends`, `valid_to`.
pub(crate) const LIFECYCLE: &str = "lifecycle";
/// Requisites of an official document. Roles name their fields.
pub(crate) const REQUISITES: &str = "requisites";
/// Start, end and registration. Roles: `start`, `end`, `registration_closes`, `state`.
pub(crate) const SCHEDULE: &str = "schedule";
/// Personal data. Roles: `consent`, `staff`.
pub(crate) const PERSON: &str = "person";
/// A page that gathers all that points to it. Role: `field`.
pub(crate) const HUB: &str = "hub";

/// Every behaviour the engine implements.
pub(crate) const ALL: [&str; 6] = [CLAUSES, HUB, LIFECYCLE, PERSON, REQUISITES, SCHEDULE];

impl Behaviours {
    /// Whether a behaviour is switched on.
    pub(crate) fn has(&self, behaviour: &str) -> bool {
        self.0.contains_key(behaviour)
    }

    /// The field that plays a role of a behaviour.
    pub(crate) fn role(&self, behaviour: &str, role: &str) -> Option<&str> {
        self.0.get(behaviour)?.get(role).map(String::as_str)
    }

    /// All roles of a behaviour and their fields.
    pub(crate) fn roles(&self, behaviour: &str) -> impl Iterator<Item = (&str, &str)> {
        self.0.get(behaviour).into_iter().flatten().map(|(role, field)| (role.as_str(), field.as_str()))
    }
}
