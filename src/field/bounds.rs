//! Values that are one piece of text, and the bounds that a kind sets to their size.

use super::{Field, Reader, Value};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::Span;
use crate::yaml::Node;

const VALUE_OUT_OF_RANGE: RuleId = RuleId("value-out-of-range");

/// The text of a value without the spaces around it; anything else than a text is reported.
pub(super) fn text_of<'n, 'a>(node: &'n Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<&'n str> {
    let text = node.text().map(str::trim);
    if text.is_none() {
        reader.invalid(node.span, field);
    }
    text
}

/// Reads a text; reports it when it does not fit.
pub(super) fn scalar<'a>(
    node: &Node,
    field: &Field,
    reader: &mut dyn Reader<'a>,
    read: impl FnOnce(&str) -> Option<Value>,
) -> Option<Value> {
    let value = read(text_of(node, field, reader)?);
    match &value {
        Some(value) => check(value, node.span, field, reader),
        None => reader.invalid(node.span, field),
    }
    value
}

/// Reports numbers and lengths beyond the declared bounds.
pub(super) fn check<'a>(value: &Value, span: Span, field: &Field, reader: &mut dyn Reader<'a>) {
    let Some(size) = value.size() else { return };
    let lengthy = value.is_lengthy();
    let under = field.min.is_some_and(|min| size < min);
    let over = field.max.is_some_and(|max| size > max);
    if !under && !over {
        return;
    }
    let show = |bound: Option<f64>| bound.map_or_else(String::new, |bound| bound.to_string());
    let help = match (lengthy, under) {
        (true, true) => "help-too-short",
        (true, false) => "help-too-long",
        (false, true) => "help-too-small",
        (false, false) => "help-too-great",
    };
    // A long summary is a matter of taste, a number beyond its bounds is a mistake.
    let problem =
        if lengthy { Diagnostic::warning(VALUE_OUT_OF_RANGE) } else { Diagnostic::error(VALUE_OUT_OF_RANGE) };
    let problem = problem.at(span).arg("field", &field.label).arg("size", size.to_string());
    reader.report(problem.arg("min", show(field.min)).arg("max", show(field.max)).help(help));
}
