//! Reading one value: what a type asks of the document that is being read, and what it tells it.

use super::{Context, Field, Fields, Moment, Values};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::markup::{Frame, Link};
use crate::source::Span;
use crate::yaml::{Entry, Node};

pub(crate) const VALUE_INVALID: RuleId = RuleId("value-invalid");

/// What a formatted text in a field holds.
#[derive(Debug)]
pub(crate) struct FieldText {
    /// Its links and images.
    pub(crate) links: Vec<Link>,
    /// Frames of other sites in it.
    pub(crate) frames: Vec<Frame>,
}

/// The document whose values are being read.
pub(crate) trait Reader<'a> {
    /// What is known beside it.
    fn context(&self) -> Context<'a>;
    /// Says what is wrong.
    fn report(&mut self, problem: Diagnostic);
    /// Keeps what a formatted text holds.
    fn keep(&mut self, text: FieldText);
    /// Tells the end of the period that was just read where something begins.
    fn until(&mut self, end: Option<Moment>);
    /// Reads the fields of a group.
    fn group(&mut self, entries: &[Entry], declared: &Fields, head: Span) -> Values;

    /// Reports a value that is not of the field's type.
    fn invalid(&mut self, span: Span, field: &Field) {
        let problem = invalid(span, field).arg("type", field.kind.name());
        let problem = problem.arg("example", field.example.clone().unwrap_or_default());
        self.report(problem.help(field.kind.help()));
    }

    /// Reports a value in `{…}` that a comma cut in two.
    fn cut_by_comma(&mut self, node: &Node, field: &Field) -> bool {
        let Some((cut, rest, span)) = node.cut_by_comma() else { return false };
        let line = format!("{}: \"{}, {rest}\"", cut.key, cut.node.text().unwrap_or_default());
        self.report(invalid(span, field).arg("type", "comma").arg("line", line).help("help-comma"));
        true
    }
}

/// A message about a value that does not fit its field.
pub(super) fn invalid(span: Span, field: &Field) -> Diagnostic {
    Diagnostic::error(VALUE_INVALID).at(span).arg("field", &field.label)
}
