//! `clauses`: numbered clauses with permanent anchors. The walk over the text is `markup`'s matter.

use std::sync::Arc;

use super::{Behaviour, Entry};

pub(super) const ENTRY: Entry =
    Entry { name: "clauses", roles: &[], make: |_| Some(Arc::new(Clauses)), of_one: &[], of_all: &[] };

#[derive(Debug)]
struct Clauses;

impl Behaviour for Clauses {
    fn name(&self) -> &'static str {
        ENTRY.name
    }

    fn has_clauses(&self) -> bool {
        true
    }
}
