//! A certificate of publication beside the document of which it was issued.

use super::PageId;
use crate::ledger::Entry;

/// A certificate and what became of the document.
#[derive(Clone, Debug)]
pub(crate) struct Proof {
    /// What was certified.
    pub(crate) entry: Entry,
    /// The document, if readers see it.
    pub(crate) page: Option<PageId>,
    /// How it stands beside the certificate.
    pub(crate) standing: Standing,
}

/// How a document stands beside a certificate of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Standing {
    /// It says what was certified.
    Same,
    /// It says something else.
    Changed,
    /// Readers do not see it any more.
    Withdrawn,
}

impl Standing {
    /// The word used in templates.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Changed => "changed",
            Self::Withdrawn => "withdrawn",
        }
    }
}
