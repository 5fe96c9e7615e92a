//! The behaviours that kinds may switch on.

use super::{Entry, clauses, hub, lifecycle, person, requisites, schedule};

/// Every behaviour. Where two give a document a state, the first of them does.
pub(crate) const ALL: [&Entry; 6] =
    [&schedule::ENTRY, &lifecycle::ENTRY, &requisites::ENTRY, &clauses::ENTRY, &person::ENTRY, &hub::ENTRY];
