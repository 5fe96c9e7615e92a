//! The status of a document or event.

use crate::vocabulary::{TermRef, TermState, Vocabulary};

/// The status of a document or event on the day of the build.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct State {
    /// What it means to the engine.
    pub(crate) state: TermState,
    /// The label of the vocabulary's term, where the author chose one; else the face's own words are used.
    pub(crate) label: Option<String>,
}

impl State {
    /// What the calendar says.
    pub(crate) fn by_calendar(state: TermState) -> Self {
        Self { state, label: None }
    }

    /// What the author chose, if the term means anything to the engine.
    pub(crate) fn chosen(term: TermRef, vocabularies: &[Vocabulary]) -> Option<Self> {
        let term = &vocabularies[term.vocabulary.0].terms[term.term.0];
        Some(Self { state: term.state?, label: Some(term.label.clone()) })
    }
}
