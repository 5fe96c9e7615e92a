//! The behaviours of a kind, asked together.

use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Behaviour, Hours, Occasion, Reach, Registration, State, Succession, Unclear};
use crate::diagnostic::Diagnostic;
use crate::field::{FieldPath, Moment, Values};
use crate::vocabulary::Vocabulary;

/// What a kind has switched on, in the order of the table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Behaviours(Vec<Arc<dyn Behaviour>>);

impl Behaviours {
    /// Behaviours in the order of the table.
    pub(super) fn new(behaviours: Vec<Arc<dyn Behaviour>>) -> Self {
        Self(behaviours)
    }

    fn first<'b, T>(&'b self, ask: impl FnMut(&'b Arc<dyn Behaviour>) -> Option<T>) -> Option<T> {
        self.0.iter().find_map(ask)
    }

    /// Their names, by the alphabet.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        let mut names: Vec<&str> = self.0.iter().map(|one| one.name()).collect();
        names.sort_unstable();
        names
    }

    /// Whether one of a name is among them.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|one| one.name() == name)
    }

    /// The status of a document on a day.
    pub(crate) fn state(&self, values: &Values, vocabularies: &[Vocabulary], today: Date) -> Option<State> {
        self.first(|one| one.state(values, vocabularies, today))
    }

    /// Whether one can sign up on a day.
    pub(crate) fn registration(&self, values: &Values, today: Date) -> Option<Registration> {
        self.first(|one| one.registration(values, today))
    }

    /// The days on which what is shown of a document changes.
    pub(crate) fn changes(&self, values: &Values) -> Vec<Date> {
        self.0.iter().flat_map(|one| one.changes(values)).collect()
    }

    /// Whether readers may not see a document.
    pub(crate) fn withhold(&self, values: &Values) -> bool {
        self.0.iter().any(|one| one.withholds(values))
    }

    /// When what the document is about begins.
    pub(crate) fn begins(&self, values: &Values) -> Option<Moment> {
        self.first(|one| one.begins(values))
    }

    /// When it ends.
    pub(crate) fn ends(&self, values: &Values) -> Option<Moment> {
        self.first(|one| one.ends(values))
    }

    /// When it was announced.
    pub(crate) fn announced(&self, values: &Values) -> Option<Moment> {
        self.first(|one| one.announced(values))
    }

    /// What a calendar is told of a document.
    pub(crate) fn occasion(&self, values: &Values, vocabularies: &[Vocabulary]) -> Option<Occasion<'_>> {
        self.first(|one| one.occasion(values, vocabularies))
    }

    /// When somebody receives.
    pub(crate) fn hours(&self, values: &Values, vocabularies: &[Vocabulary]) -> Option<Hours<'_>> {
        self.told_hours(values, vocabularies)?.ok()
    }

    /// The same, or what was not understood of it.
    pub(super) fn told_hours(
        &self,
        values: &Values,
        vocabularies: &[Vocabulary],
    ) -> Option<Result<Hours<'_>, Unclear>> {
        self.first(|one| one.hours(values, vocabularies))
    }

    /// The fields in which something begins and ends.
    pub(crate) fn period(&self) -> Option<(&str, &str)> {
        self.first(|one| one.period())
    }

    /// Whether a field says the status.
    pub(crate) fn is_status(&self, path: &str) -> bool {
        self.0.iter().filter_map(|one| one.status()).any(|status| status.as_str() == path)
    }

    /// Whether a field is shown elsewhere than in the table of fields, or not at all.
    pub(crate) fn show_elsewhere(&self, path: &str) -> bool {
        self.0.iter().flat_map(|one| one.elsewhere()).any(|field| field.as_str() == path)
    }

    /// What is wrong with a document by itself.
    pub(crate) fn check(&self, values: &Values) -> Vec<Diagnostic> {
        self.0.iter().flat_map(|one| one.check(values)).collect()
    }

    /// Words that lead to a document without standing on it.
    pub(crate) fn keywords(&self, values: &Values) -> Vec<String> {
        self.0.iter().flat_map(|one| one.keywords(values)).collect()
    }

    /// The fields of other kinds that search is narrowed by because of them.
    pub(crate) fn facets(&self) -> impl Iterator<Item = &FieldPath> {
        self.0.iter().filter_map(|one| one.facet())
    }

    /// The years in which a day of a field is likely.
    pub(crate) fn likely(&self, path: &str, this: i16) -> Option<RangeInclusive<i16>> {
        self.first(|one| one.likely(path, this))
    }

    /// Whether documents may be as old as law.
    pub(crate) fn are_official(&self) -> bool {
        self.0.iter().any(|one| one.is_official())
    }

    /// Whether texts have numbered clauses.
    pub(crate) fn have_clauses(&self) -> bool {
        self.0.iter().any(|one| one.has_clauses())
    }

    /// Whether the centre may issue certificates of documents.
    pub(crate) fn are_certified(&self) -> bool {
        self.0.iter().any(|one| one.is_certified())
    }

    /// Who wrote a document.
    pub(crate) fn authors(&self) -> Option<&FieldPath> {
        self.first(|one| one.authors())
    }

    /// The fields that say how somebody is reached.
    pub(crate) fn reach(&self) -> Option<&Reach> {
        self.first(|one| one.reach())
    }

    /// The fields that take what the header of an imported source tells, by what they take.
    pub(crate) fn header(&self) -> Vec<(&'static str, &FieldPath)> {
        self.0.iter().flat_map(|one| one.header()).collect()
    }

    /// How documents follow and change each other.
    pub(crate) fn succession(&self) -> Option<Succession<'_>> {
        self.first(|one| one.succession())
    }
}
