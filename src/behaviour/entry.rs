//! How a behaviour is named and made.

use std::sync::Arc;

use super::{Behaviour, OfAll, OfOne, Role, Roles};

/// A behaviour by its name in kinds.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The name.
    pub(crate) name: &'static str,
    /// Its roles.
    pub(crate) roles: &'static [Role],
    /// Makes it of the fields that play them; nothing when a required one is missing.
    pub(crate) make: fn(&Roles) -> Option<Arc<dyn Behaviour>>,
    /// What it has to say of a document and of what points to it.
    pub(crate) of_one: &'static [OfOne],
    /// What it has to say of all documents together: of those with this behaviour, and of those that they name.
    pub(crate) of_all: &'static [OfAll],
}
