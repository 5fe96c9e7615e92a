//! Fields inside a field, also where only one of them is meant and given by its value alone.

use super::{Typing, VALUE_INVALID, numbers, periods};
use crate::address::{WebUrl, mail, phone};
use crate::diagnostic::Diagnostic;
use crate::model::Value;
use crate::schema::{Field, FieldType, Fields, Need};
use crate::yaml::{Entry, Node, Yaml, boolean};

impl Typing<'_> {
    /// Types a group: a mapping, or the value of the one field that it can stand for.
    pub(super) fn group(&mut self, node: &Node, field: &Field, fields: &Fields) -> Option<Value> {
        if self.cut_by_comma(node, field) {
            return None;
        }
        let alone = node.text().and_then(|text| self.meant(text, fields));
        let entry = alone.map(|inner| Entry {
            key: inner.name.clone(),
            key_span: node.span,
            node: node.clone(),
            lone: false,
        });
        let entries = match (&node.value, &entry) {
            (Yaml::Map(entries), _) => entries.as_slice(),
            (_, Some(entry)) => std::slice::from_ref(entry),
            _ => {
                let names: Vec<&str> = fields.iter().map(|inner| inner.label.as_str()).collect();
                let problem = Diagnostic::error(VALUE_INVALID).at(node.span).arg("field", &field.label);
                let problem = problem.arg("type", "group").arg("fields", names.join(", "));
                self.problems.push(problem.help("help-group"));
                return None;
            }
        };
        let head = entries.first().map_or(node.span, |entry| entry.key_span);
        let outer = std::mem::replace(&mut self.nested, true);
        let typed = self.fields(entries, fields, head);
        self.nested = outer;
        (!typed.is_empty()).then_some(Value::Group(typed))
    }

    /// The field that a value alone stands for: the one that must be there; where none must, a contact by its
    /// looks, else the first that such a value fits. Where more than one must be there, a value alone says too
    /// little.
    fn meant<'f>(&self, text: &str, fields: &'f Fields) -> Option<&'f Field> {
        let text = text.trim();
        let mut required = fields.iter().filter(|field| field.need == Need::Required);
        match (required.next(), required.next()) {
            (Some(only), None) => return Some(only),
            (Some(_), Some(_)) => return None,
            _ => {}
        }
        // «Приказ № 5 от 01.09.2026» holds what belongs into several fields.
        let dated = |field: &Field| matches!(field.kind, FieldType::Date { .. });
        if fields.iter().any(dated) && text.contains("20") && self.worded_date(text) {
            return None;
        }
        let contact = |field: &&Field| match field.kind {
            FieldType::Url => WebUrl::parse(text).is_ok(),
            FieldType::Email => mail(text).is_some(),
            FieldType::Phone => phone(text).is_some(),
            _ => false,
        };
        fields.iter().find(contact).or_else(|| {
            // Past a yes or no, which other words are not, it is unclear what they say about it.
            let up_to = |field: &&Field| self.fits(text, field) || matches!(field.kind, FieldType::Boolean);
            fields.iter().find(up_to).filter(|field| self.fits(text, field))
        })
    }

    /// Whether a text is more than a date and holds one at its end.
    fn worded_date(&self, text: &str) -> bool {
        // A date has a few words, and a text may have many.
        text.rmatch_indices(' ').take(8).any(|(at, _)| periods::when(&text[at..], self.context.zone).is_ok())
    }

    /// Whether a text can be a value of a field, as far as its type tells.
    fn fits(&self, text: &str, field: &Field) -> bool {
        match &field.kind {
            FieldType::Text | FieldType::Markdown => true,
            FieldType::Integer => numbers::integer(text).is_some(),
            FieldType::Number => numbers::number(text).is_some(),
            FieldType::Date { .. } => periods::when(text, self.context.zone).is_ok(),
            FieldType::Boolean => boolean(text).is_some(),
            FieldType::Term(index) => self.context.schema.vocabulary(*index).find(text).is_some(),
            FieldType::Relation { to, or_text } => *or_text || self.named(text, to).is_some(),
            FieldType::File | FieldType::Image => self.context.files.find(self.context.folder, text).is_ok(),
            _ => false,
        }
    }
}
