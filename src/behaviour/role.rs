//! Roles: which part of a behaviour a field plays, and which fields can.

use std::collections::BTreeMap;

use crate::field::{Field, FieldPath};

/// Whose field plays a role.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Whose {
    /// The kind's own.
    Own,
    /// Of the kinds whose documents point to those of this kind.
    Pointing,
}

/// A part of a behaviour that a field plays.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Role {
    /// Its name in kinds.
    pub(crate) name: &'static str,
    /// The types of fields that can play it.
    pub(crate) accepts: &'static [&'static str],
    /// Whether the field may have several values.
    pub(crate) list: bool,
    /// Whether the behaviour can do nothing without it.
    pub(crate) required: bool,
    /// Whose field it is.
    pub(crate) whose: Whose,
}

impl Role {
    /// A role that a field of one value may play.
    pub(crate) const fn one(name: &'static str, accepts: &'static [&'static str]) -> Self {
        Self { name, accepts, list: false, required: false, whose: Whose::Own }
    }

    /// A role that a field of one value or of several may play.
    pub(crate) const fn several(name: &'static str, accepts: &'static [&'static str]) -> Self {
        Self { list: true, ..Self::one(name, accepts) }
    }

    /// The same role, without which the behaviour can do nothing.
    pub(crate) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Whether a field is of a type that can play it.
    pub(crate) fn accepts(&self, field: &Field) -> bool {
        self.accepts.contains(&field.kind.name())
    }
}

/// The fields that play the roles of a behaviour in a kind.
#[derive(Debug, Default)]
pub(crate) struct Roles(BTreeMap<&'static str, FieldPath>);

impl Roles {
    /// Gives a role to a field.
    pub(super) fn give(&mut self, role: &Role, path: FieldPath) {
        self.0.insert(role.name, path);
    }

    /// The field that plays a role.
    pub(crate) fn get(&self, role: &Role) -> Option<FieldPath> {
        self.0.get(role.name).cloned()
    }
}
