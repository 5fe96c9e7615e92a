//! `person`: personal data, shown of the centre's staff, and of others only with their consent.

use std::sync::Arc;

use super::{Behaviour, Entry, Role, Roles};
use crate::field::{FieldPath, Values, types};

/// Whether the person agreed to be shown.
const CONSENT: Role = Role::one("consent", types::FLAGS).required();
/// Whether the person works at the centre.
const STAFF: Role = Role::one("staff", types::FLAGS);

pub(super) const ENTRY: Entry =
    Entry { name: "person", roles: &[CONSENT, STAFF], make, of_one: &[], of_all: &[] };

fn make(roles: &Roles) -> Option<Arc<dyn Behaviour>> {
    Some(Arc::new(Person { consent: roles.get(&CONSENT)?, staff: roles.get(&STAFF) }))
}

#[derive(Debug)]
struct Person {
    consent: FieldPath,
    staff: Option<FieldPath>,
}

impl Behaviour for Person {
    fn name(&self) -> &'static str {
        ENTRY.name
    }

    fn withholds(&self, values: &Values) -> bool {
        let mut permits = std::iter::once(&self.consent).chain(&self.staff);
        !permits.any(|path| path.value(values).and_then(|value| value.flag()) == Some(true))
    }

    fn elsewhere(&self) -> Vec<&FieldPath> {
        std::iter::once(&self.consent).chain(&self.staff).collect()
    }
}
