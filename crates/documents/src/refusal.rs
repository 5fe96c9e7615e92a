//! Why a document is not read.

use std::fmt;

/// The reason; whoever shows it to a person has words of their own for each.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// Its bytes are of no format that is read here.
    Unknown,
    /// It is empty.
    Empty,
    /// The old binary format of Word.
    OldWord,
    /// It is protected by a password.
    Protected,
    /// It is enciphered: behind a password, or against copying.
    Restricted,
    /// Its archive or one of its parts is broken: the part's name, and what the parser says.
    Damaged {
        /// The part.
        part: String,
        /// What is wrong, in the words of the parser.
        fault: String,
    },
    /// It is larger, deeper or more entangled than any paper: what went past which limit.
    Excessive(&'static str),
    /// It declares entities of its own, which no office program does.
    Entities,
}

impl Refusal {
    /// A broken part.
    pub(crate) fn damaged(part: &str, fault: impl fmt::Display) -> Self {
        Self::Damaged { part: part.to_owned(), fault: fault.to_string() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("no known format"),
            Self::Empty => f.write_str("an empty file"),
            Self::OldWord => f.write_str("the old binary format of Word"),
            Self::Protected => f.write_str("protected by a password"),
            Self::Restricted => f.write_str("enciphered"),
            Self::Damaged { part, fault } => write!(f, "{part} is damaged: {fault}"),
            Self::Excessive(what) => write!(f, "too much: {what}"),
            Self::Entities => f.write_str("declares entities"),
        }
    }
}

impl std::error::Error for Refusal {}
