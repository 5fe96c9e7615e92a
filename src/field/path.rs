//! The way to a field: its name, or `group.field` for one inside a group.

use super::{Field, Fields, Typed, Value, Values};

/// The way to a declared field.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct FieldPath {
    path: String,
    label: String,
}

impl FieldPath {
    /// The path as it is written in a kind and the field that it leads to, if it does.
    pub(crate) fn checked<'f>(written: &str, declared: &'f Fields) -> Option<(Self, &'f Field)> {
        field_at(declared, written)
            .map(|field| (Self { path: written.to_owned(), label: field.label.clone() }, field))
    }

    /// The path as it is written.
    pub(crate) fn as_str(&self) -> &str {
        &self.path
    }

    /// What the field is called.
    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    /// The field that it leads to.
    pub(crate) fn field<'f>(&self, declared: &'f Fields) -> Option<&'f Field> {
        field_at(declared, &self.path)
    }

    /// Whether it leads to a field in which documents of a kind may be named.
    pub(crate) fn leads_to(&self, declared: &Fields, kind: &str) -> bool {
        let targets = self.field(declared).and_then(|field| field.kind.targets());
        targets.is_some_and(|kinds| kinds.is_empty() || kinds.iter().any(|one| one == kind))
    }

    /// What a document has there, with its place.
    pub(crate) fn typed<'v>(&self, values: &'v Values) -> Option<&'v Typed> {
        typed_at(values, &self.path)
    }

    /// What a document has there.
    pub(crate) fn value<'v>(&self, values: &'v Values) -> Option<&'v Value> {
        self.typed(values).map(|typed| &typed.value)
    }
}

/// The declaration at the end of a path.
pub(crate) fn field_at<'f>(declared: &'f Fields, path: &str) -> Option<&'f Field> {
    match path.split_once('.') {
        None => declared.get(path),
        Some((group, rest)) => field_at(declared.get(group)?.kind.fields()?, rest),
    }
}

/// The value at the end of a path.
pub(crate) fn typed_at<'v>(values: &'v Values, path: &str) -> Option<&'v Typed> {
    match path.split_once('.') {
        None => values.get(path),
        Some((group, rest)) => typed_at(values.get(group)?.value.fields()?, rest),
    }
}
