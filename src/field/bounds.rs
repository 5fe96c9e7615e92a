//! Values that are one piece of text, and the bounds that a kind sets to their size.

use super::declared::invalid;
use super::{Field, Reader, Value};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::Span;
use crate::yaml::{Node, Yaml};

const VALUE_OUT_OF_RANGE: RuleId = RuleId("value-out-of-range");

/// The text of a value without the spaces around it; anything else than a text is reported.
pub(super) fn text_of<'n, 'a>(node: &'n Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<&'n str> {
    if let Some(text) = node.text() {
        return Some(text.trim());
    }
    match &node.value {
        // A list of one is that one; brackets around words may be words.
        Yaml::List(items) if items.len() == 1 && !field.kind.is_wordy() => {
            return text_of(&items[0], field, reader);
        }
        Yaml::List(_) if !field.kind.is_wordy() => {
            let problem = invalid(node.span, field).arg("type", "several");
            reader.report(problem.help("help-several"));
        }
        Yaml::Map(entries) if entries.len() == 1 && entries[0].node.text().is_some() => {
            let (entry, value) = (&entries[0], entries[0].node.text().unwrap_or_default());
            let line = format!("\"{}: {value}\"", entry.key);
            let problem = invalid(node.span, field).arg("type", "colon").arg("line", line);
            reader.report(problem.help("help-colon"));
        }
        _ => reader.invalid(node.span, field),
    }
    None
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
