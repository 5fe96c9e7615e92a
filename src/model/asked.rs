//! What the typing of a document asked of the rest of its site, and what it was answered. While the answers are the
//! same, so is the page: no name, title or term need be followed to those who use it.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::PageId;
use crate::schema::{TermIndex, TermRef, Vocabulary, VocabularyIndex};

/// A question with its answer.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Asked {
    /// Which document of some kinds is called so.
    Document { written: String, kinds: Vec<String>, answer: Option<Answered> },
    /// Which term of a vocabulary is spelt so.
    Term { vocabulary: VocabularyIndex, written: String, answer: Option<Meant> },
    /// What is like something, for a message: any document may be the answer.
    AnyDocument,
    /// The same of a vocabulary.
    AnyTerm,
}

/// What a question was answered with.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Found {
    /// A page.
    Page(PageId),
    /// A term.
    Term(TermRef),
}

impl Asked {
    /// What it was answered with, if with something that can go or become another.
    pub(super) fn found(&self) -> Option<Found> {
        match self {
            Self::Document { answer, .. } => answer.map(|(page, _)| Found::Page(page)),
            Self::Term { vocabulary, answer, .. } => {
                let term = |meant: &Meant| Found::Term(TermRef { vocabulary: *vocabulary, term: meant.0 });
                answer.as_ref().map(term)
            }
            Self::AnyDocument | Self::AnyTerm => None,
        }
    }
}

/// On what the answers that a document got lean, beside the names of documents and the meaning of known spellings.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Leaning {
    /// It asked for a document that no name answers: a title may.
    pub(super) on_titles: bool,
    /// It asked for a term that no spelling answers, so that any new one may.
    pub(super) on_spellings: bool,
}

impl Leaning {
    /// Whether they lean on anything.
    pub(super) fn is_some(self) -> bool {
        self.on_titles || self.on_spellings
    }
}

/// A document that was found: its page, and whether it fits.
pub(super) type Answered = (PageId, bool);

/// A term that was found, and what typing sees of it: its id, what it means to the engine, and what it is called if it
/// means something.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Meant(TermIndex, u64);

impl Meant {
    /// A term of a vocabulary.
    pub(super) fn of(vocabulary: &Vocabulary, index: TermIndex) -> Self {
        let term = &vocabulary.terms[index.0];
        let mut hasher = DefaultHasher::new();
        (&term.id, term.state, term.state.map(|_| &term.label)).hash(&mut hasher);
        Self(index, hasher.finish())
    }
}
