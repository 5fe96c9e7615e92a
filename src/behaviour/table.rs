//! The behaviours that kinds may switch on.

use super::{
    Entry, clauses, contacts, deadline, hub, lifecycle, person, proof, reception, requisites, schedule,
};

/// Every behaviour. Where two give a document a state, the first of them does.
pub(crate) const ALL: [&Entry; 10] = [
    &schedule::ENTRY,
    &deadline::ENTRY,
    &lifecycle::ENTRY,
    &requisites::ENTRY,
    &clauses::ENTRY,
    &person::ENTRY,
    &hub::ENTRY,
    &proof::ENTRY,
    &reception::ENTRY,
    &contacts::ENTRY,
];
