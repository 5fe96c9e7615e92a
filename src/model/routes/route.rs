//! A route: an address, the file that lies there, and who owns it.

use super::{Owner, System};
use crate::artifact::OutPath;

/// One address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Route {
    /// The address without the base path, as it is linked.
    pub(crate) address: String,
    /// The file that lies there.
    pub(crate) path: OutPath,
    /// What is shown there.
    pub(crate) owner: Owner,
    /// Whether the map for search engines names it.
    pub(crate) listed: bool,
}

impl Route {
    /// Whether it may be offered to someone who misspelt an address: people link to documents and to what lists
    /// them, not to machines' files or former addresses.
    pub(crate) fn is_suggested(&self) -> bool {
        matches!(self.owner, Owner::Page(_) | Owner::List(_, 1) | Owner::Vocabulary(_) | Owner::Term(_, 1))
            || matches!(
                self.owner,
                Owner::System(
                    System::Home | System::Search | System::Map | System::Calendar | System::Proofs
                )
            )
    }
}

/// An address that two want.
#[derive(Clone, Debug)]
pub(crate) struct Clash {
    /// Who has it.
    pub(crate) owner: Owner,
    /// Who does not get it.
    pub(crate) other: Route,
}
