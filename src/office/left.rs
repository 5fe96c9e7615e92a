//! What of a document is not for readers, in short: how much of each sort, and how the first of it begins.

use kabinet_documents::{LeftOut, Reason};
use serde::{Deserialize, Serialize};

/// So many characters of the first of a sort are told.
const LONGEST: usize = 60;

/// A sort of what somebody has yet to decide about.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub(crate) enum Sort {
    /// Deletions and moves that nobody has accepted.
    Deleted,
    /// Insertions that nobody has accepted.
    Inserted,
    /// Comments.
    Comment,
    /// Hidden text, rows, columns, sheets.
    Hidden,
}

/// What is left of one sort.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Left {
    pub(super) sort: Sort,
    /// In how many places.
    pub(super) count: usize,
    /// How the first begins.
    pub(super) first: String,
}

impl Sort {
    /// All of them, in the order in which they are told.
    pub(super) const ALL: [Self; 4] = [Self::Deleted, Self::Inserted, Self::Comment, Self::Hidden];

    fn of(reason: Reason) -> Option<Self> {
        match reason {
            Reason::Deleted | Reason::Moved => Some(Self::Deleted),
            Reason::Inserted => Some(Self::Inserted),
            Reason::Comment => Some(Self::Comment),
            Reason::Hidden => Some(Self::Hidden),
            Reason::Margin | Reason::Object | Reason::Spoken => None,
        }
    }
}

/// Sums up what was left out.
pub(super) fn sum(left_out: &[LeftOut]) -> Vec<Left> {
    let of_sort = |sort: Sort| {
        let mine: Vec<&LeftOut> =
            left_out.iter().filter(|left| Sort::of(left.reason) == Some(sort)).collect();
        let texts = mine.iter().map(|left| left.text.trim_matches([' ', '¶', '\n']));
        let first = texts.into_iter().find(|text| !text.is_empty()).unwrap_or("¶");
        (!mine.is_empty()).then(|| Left { sort, count: mine.len(), first: begun(first) })
    };
    Sort::ALL.into_iter().filter_map(of_sort).collect()
}

/// The beginning of a text, on one line.
fn begun(text: &str) -> String {
    let whole = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match whole.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", whole[..at].trim_end()),
        None => whole,
    }
}
