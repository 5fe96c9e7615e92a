//! What a behaviour answers about documents of a kind that has it.

use std::fmt::Debug;
use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{Hours, Occasion, Reach, State, Unclear};
use crate::diagnostic::Diagnostic;
use crate::field::{FieldPath, Moment, Values};
use crate::vocabulary::Vocabulary;

/// Whether one can sign up for an event.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Registration {
    /// Not yet.
    Early,
    /// Now.
    Open,
    /// No more.
    Closed,
}

impl Registration {
    /// The word used in templates.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

/// The fields by which documents follow and change each other.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Succession<'b> {
    /// Whether the document is in force.
    pub(crate) status: Option<&'b FieldPath>,
    /// Which documents it takes the place of.
    pub(crate) supersedes: Option<&'b FieldPath>,
    /// Which documents took its place.
    pub(crate) superseded_by: Option<&'b FieldPath>,
    /// Which documents it changes.
    pub(crate) amends: Option<&'b FieldPath>,
}

/// A behaviour of a kind. What one does not answer, it does not have.
pub(crate) trait Behaviour: Debug + Send + Sync {
    /// Its name in kinds and templates.
    fn name(&self) -> &'static str;

    /// The status of a document on a day.
    fn state(&self, _values: &Values, _vocabularies: &[Vocabulary], _today: Date) -> Option<State> {
        None
    }

    /// Whether one can sign up on a day.
    fn registration(&self, _values: &Values, _today: Date) -> Option<Registration> {
        None
    }

    /// The days on which what is shown changes.
    fn changes(&self, _values: &Values) -> Vec<Date> {
        Vec::new()
    }

    /// Whether readers may not see a document.
    fn withholds(&self, _values: &Values) -> bool {
        false
    }

    /// When what the document is about begins.
    fn begins(&self, _values: &Values) -> Option<Moment> {
        None
    }

    /// When it ends.
    fn ends(&self, _values: &Values) -> Option<Moment> {
        None
    }

    /// When it was announced.
    fn announced(&self, _values: &Values) -> Option<Moment> {
        None
    }

    /// What a calendar is told of a document.
    fn occasion(&self, _values: &Values, _vocabularies: &[Vocabulary]) -> Option<Occasion<'_>> {
        None
    }

    /// When somebody receives, if that is written; else what was not understood.
    fn hours(&self, _values: &Values, _vocabularies: &[Vocabulary]) -> Option<Result<Hours<'_>, Unclear>> {
        None
    }

    /// The fields in which something begins and ends.
    fn period(&self) -> Option<(&str, &str)> {
        None
    }

    /// The field that says the status, which is one facet for all kinds together.
    fn status(&self) -> Option<&FieldPath> {
        None
    }

    /// The fields that are shown elsewhere than in the table of fields, or not at all.
    fn elsewhere(&self) -> Vec<&FieldPath> {
        self.status().into_iter().collect()
    }

    /// What is wrong with a document by itself.
    fn check(&self, _values: &Values) -> Vec<Diagnostic> {
        Vec::new()
    }

    /// Words that lead to a document without standing on it.
    fn keywords(&self, _values: &Values) -> Vec<String> {
        Vec::new()
    }

    /// The field of other kinds that search is narrowed by because of it.
    fn facet(&self) -> Option<&FieldPath> {
        None
    }

    /// The years in which a day of a field is likely.
    fn likely(&self, _path: &str, _this: i16) -> Option<RangeInclusive<i16>> {
        None
    }

    /// Whether documents may be as old as law.
    fn is_official(&self) -> bool {
        false
    }

    /// Whether texts have numbered clauses.
    fn has_clauses(&self) -> bool {
        false
    }

    /// Whether the centre may issue a certificate of a document.
    fn is_certified(&self) -> bool {
        false
    }

    /// Who wrote a document.
    fn authors(&self) -> Option<&FieldPath> {
        None
    }

    /// The fields that say how somebody is reached.
    fn reach(&self) -> Option<&Reach> {
        None
    }

    /// The fields that take what the header of an imported source tells, by what they take.
    fn header(&self) -> Vec<(&'static str, &FieldPath)> {
        Vec::new()
    }

    /// How documents follow and change each other.
    fn succession(&self) -> Option<Succession<'_>> {
        None
    }
}
