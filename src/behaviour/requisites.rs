//! `requisites`: the header of an official document. An import fills them, search finds the number with its sign.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::{Behaviour, Entry, Role, Roles};
use crate::field::{FieldPath, Values, types};

const DOC_TYPE: Role = Role::one("doc_type", types::TERMS_OR_TEXT);
const NUMBER: Role = Role::one("number", types::TEXTS_OR_NUMBERS);
const DATE: Role = Role::one("date", types::DATES);
const DATE_UNKNOWN: Role = Role::one("date_unknown", types::FLAGS);
const ISSUER: Role = Role::one("issuer", types::RELATIONS_OR_TEXT);
const ADOPTED: Role = Role::one("adopted", types::GROUPS);
const APPROVED: Role = Role::one("approved", types::GROUPS);
const ANNEX_TO: Role = Role::one("annex_to", types::GROUPS);
const LEGAL_STATUS: Role = Role::one("legal_status", types::TERMS_OR_TEXT);
const LEVEL: Role = Role::one("level", types::TERMS_OR_TEXT);
const ORIGINAL: Role = Role::one("original", types::FILES);

const ROLES: [Role; 11] = [
    DOC_TYPE,
    NUMBER,
    DATE,
    DATE_UNKNOWN,
    ISSUER,
    ADOPTED,
    APPROVED,
    ANNEX_TO,
    LEGAL_STATUS,
    LEVEL,
    ORIGINAL,
];

pub(super) const ENTRY: Entry = Entry { name: "requisites", roles: &ROLES, make, of_one: &[], of_all: &[] };

fn make(roles: &Roles) -> Option<Arc<dyn Behaviour>> {
    let fields = ROLES.iter().filter_map(|role| Some((role.name, roles.get(role)?))).collect();
    Some(Arc::new(Requisites { fields, number: roles.get(&NUMBER) }))
}

#[derive(Debug)]
struct Requisites {
    fields: Vec<(&'static str, FieldPath)>,
    number: Option<FieldPath>,
}

impl Behaviour for Requisites {
    fn name(&self) -> &'static str {
        ENTRY.name
    }

    fn keywords(&self, values: &Values) -> Vec<String> {
        let number = self.number.as_ref().and_then(|path| path.value(values)?.text());
        number.map(|number| format!("№ {number}")).into_iter().collect()
    }

    fn likely(&self, path: &str, this: i16) -> Option<RangeInclusive<i16>> {
        self.fields.iter().any(|(_, field)| field.as_str() == path).then(|| 1900..=this + 50)
    }

    fn is_official(&self) -> bool {
        true
    }

    fn header(&self) -> Vec<(&'static str, &FieldPath)> {
        self.fields.iter().map(|(role, field)| (*role, field)).collect()
    }
}
