//! What a person should know of an import, gathered on the way.

use std::ops::Range;

use super::rules;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::SourceId;

/// Messages on their way.
pub(crate) struct Notes {
    source: SourceId,
    /// In the order in which they came.
    pub(super) list: Vec<Diagnostic>,
    /// Words broken after a hyphen, judged when the whole text is known.
    pub(super) hyphens: Vec<(String, Range<usize>)>,
}

impl Notes {
    /// Begins with none.
    pub(super) fn new(source: SourceId) -> Self {
        Self { source, list: Vec::new(), hyphens: Vec::new() }
    }

    /// The words of the result are not those of the source: a defect of the import, which a person must not trust.
    pub(super) fn differ(&mut self, difference: Option<(String, String)>) {
        self.list.extend(difference.map(|(source, result)| {
            let diagnostic = Diagnostic::error(rules::WORDS_DIFFER).help("help");
            diagnostic.arg("source", source).arg("result", result)
        }));
    }

    /// Something to look at: the import decided, but a person knows better.
    pub(super) fn warn(&mut self, rule: RuleId, span: &Range<usize>, args: &[(&'static str, &str)]) {
        self.push(Diagnostic::warning(rule).help("help"), span, args);
    }

    /// Something done without doubt that the person should know.
    pub(super) fn tell(&mut self, rule: RuleId, span: &Range<usize>, args: &[(&'static str, &str)]) {
        self.push(Diagnostic::note(rule), span, args);
    }

    /// A field's value that was concluded.
    pub(super) fn unsure(&mut self, field: &str, value: &str, span: &Range<usize>) {
        self.warn(rules::FIELD_UNSURE, span, &[("field", field), ("value", value)]);
    }

    /// A value of a kind's own field that was concluded; the field is named as people know it.
    pub(super) fn unsure_of(&mut self, label: &str, value: &str, span: &Range<usize>) {
        self.warn(rules::VALUE_UNSURE, span, &[("label", label), ("value", value)]);
    }

    /// Something with numbers.
    pub(super) fn count(&mut self, rule: RuleId, span: &Range<usize>, numbers: &[(&'static str, usize)]) {
        let note = numbers.iter().fold(Diagnostic::note(rule), |made, (name, n)| {
            made.number(name, i64::try_from(*n).unwrap_or(i64::MAX))
        });
        self.push(note, span, &[]);
    }

    fn push(&mut self, diagnostic: Diagnostic, span: &Range<usize>, args: &[(&'static str, &str)]) {
        let placed = diagnostic.at(self.source.span(span.start, span.end));
        self.list.push(args.iter().fold(placed, |made, (name, value)| made.arg(name, *value)));
    }

    /// All of them, in the order of the source.
    pub(super) fn sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by_key(|diagnostic| diagnostic.labels.first().map(|label| label.span));
        self.list
    }
}
