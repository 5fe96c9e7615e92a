//! `proof`: a document of which the centre may issue a certificate of publication.

use std::sync::Arc;

use super::{Behaviour, Entry, Role, Roles};
use crate::field::{FieldPath, types};

/// Who wrote it: a certificate binds their names to the text.
const AUTHORS: Role = Role::several("authors", types::RELATIONS_OR_TEXT);

pub(super) const ENTRY: Entry = Entry { name: "proof", roles: &[AUTHORS], make, of_one: &[], of_all: &[] };

fn make(roles: &Roles) -> Option<Arc<dyn Behaviour>> {
    Some(Arc::new(Proof { authors: roles.get(&AUTHORS) }))
}

#[derive(Debug)]
struct Proof {
    authors: Option<FieldPath>,
}

impl Behaviour for Proof {
    fn name(&self) -> &'static str {
        ENTRY.name
    }

    fn is_certified(&self) -> bool {
        true
    }

    fn authors(&self) -> Option<&FieldPath> {
        self.authors.as_ref()
    }
}
