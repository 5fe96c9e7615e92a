//! The way to a field: its name, or `group.field` for one inside a group.

use super::{Field, Fields, Typed, Values};

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
