//! `contacts`: how somebody or some organization is reached. What is said of one in two places is compared
//! (`check/rules/legal_differs`).

use std::sync::Arc;

use super::{Behaviour, Entry, Reach, Role, Roles};
use crate::field::types;

const PHONE: Role = Role::one("phone", types::PHONES);
const EMAIL: Role = Role::one("email", types::MAILS);
const ADDRESS: Role = Role::one("address", types::TEXTS);
/// The site of its own, by which the centre itself is known among organizations.
const SITE: Role = Role::one("site", types::URLS);
/// What somebody is.
const POST: Role = Role::one("post", types::TEXTS);
/// Whether somebody works at the centre.
const STAFF: Role = Role::one("staff", types::FLAGS);

pub(super) const ENTRY: Entry = Entry {
    name: "contacts",
    roles: &[PHONE, EMAIL, ADDRESS, SITE, POST, STAFF],
    make,
    of_one: &[],
    of_all: &[],
};

fn make(roles: &Roles) -> Option<Arc<dyn Behaviour>> {
    Some(Arc::new(Contacts(Reach {
        phone: roles.get(&PHONE),
        email: roles.get(&EMAIL),
        address: roles.get(&ADDRESS),
        site: roles.get(&SITE),
        post: roles.get(&POST),
        staff: roles.get(&STAFF),
    })))
}

#[derive(Debug)]
struct Contacts(Reach);

impl Behaviour for Contacts {
    fn name(&self) -> &'static str {
        ENTRY.name
    }

    fn reach(&self) -> Option<&Reach> {
        Some(&self.0)
    }
}
