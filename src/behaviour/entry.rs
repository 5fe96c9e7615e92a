//! How a behaviour is named and made.

use std::sync::Arc;

use super::{Behaviour, Role, Roles, Rule};

/// A behaviour by its name in kinds.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The name.
    pub(crate) name: &'static str,
    /// Its roles.
    pub(crate) roles: &'static [Role],
    /// Makes it of the fields that play them; nothing when a required one is missing.
    pub(crate) make: fn(&Roles) -> Option<Arc<dyn Behaviour>>,
    /// What it has to say of all documents together.
    pub(crate) rules: &'static [Rule],
}
