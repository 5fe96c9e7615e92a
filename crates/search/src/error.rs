//! What can go wrong with a search.

use std::fmt;

/// Says why a search gave no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SearchError {
    /// These files (relative to `search/`) are not here yet: fetch them all and ask again.
    Missing(Vec<String>),
    /// The bundle has another format than this engine reads.
    Format(u32),
    /// A file of the bundle cannot be read.
    Unreadable(String),
    /// A file of the bundle does not hold what it should.
    Damaged(String),
}

impl fmt::Display for SearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(files) => write!(f, "{} search files are not here yet", files.len()),
            Self::Format(found) => write!(f, "unknown search bundle format {found}"),
            Self::Unreadable(reason) => write!(f, "search bundle cannot be read: {reason}"),
            Self::Damaged(reason) => write!(f, "search bundle is damaged: {reason}"),
        }
    }
}

impl std::error::Error for SearchError {}
