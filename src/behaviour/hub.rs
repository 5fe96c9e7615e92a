//! `hub`: a page to which the documents of other kinds belong by one of their fields, such as a direction of work.
//! Search is narrowed by that field, and a hub to which nothing belongs is told of.

use std::sync::Arc;

use super::{Behaviour, Entry, Role, Roles, Subject, Whose};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::{FieldPath, types};
use crate::vocabulary::Vocabulary;

const HUB_EMPTY: RuleId = RuleId("hub-empty");

/// The field of other kinds by which their documents belong to it.
const FIELD: Role = Role { whose: Whose::Pointing, ..Role::several("field", types::RELATIONS).required() };

pub(super) const ENTRY: Entry = Entry { name: "hub", roles: &[FIELD], make, of_one: &[empty], of_all: &[] };

fn make(roles: &Roles) -> Option<Arc<dyn Behaviour>> {
    Some(Arc::new(Hub { field: roles.get(&FIELD)? }))
}

#[derive(Debug)]
struct Hub {
    field: FieldPath,
}

impl Behaviour for Hub {
    fn name(&self) -> &'static str {
        ENTRY.name
    }

    fn facet(&self) -> Option<&FieldPath> {
        Some(&self.field)
    }
}

/// Tells of hubs to which nothing belongs.
fn empty(subject: &Subject<'_>, _vocabularies: &[Vocabulary]) -> Option<Diagnostic> {
    let field = subject.behaviours.facets().next()?;
    let alone = subject.published && !subject.pointed.contains(field.as_str());
    let note = Diagnostic::note(HUB_EMPTY).at(subject.span).arg("title", subject.title);
    alone.then(|| note.arg("field", field.label()).help("help"))
}
