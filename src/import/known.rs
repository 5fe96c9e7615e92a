//! Values of vocabularies: what the site's list does not know is not written, since the site would refuse it.

use super::field_names::{FieldNames, Terms};
use super::notes::Notes;
use super::requisites::{Read, Requisites};
use super::rules;
use crate::text::key;

/// Puts the labels of the site's vocabularies for what was read, and drops what they do not have.
pub(crate) fn keep(requisites: &mut Requisites, names: &FieldNames, notes: &mut Notes) {
    settle("doc_type", &mut requisites.doc_type, names.types.as_ref(), notes);
    settle("level", &mut requisites.level, names.levels.as_ref(), notes);
}

fn settle(field: &'static str, read: &mut Option<Read<String>>, terms: Option<&Terms>, notes: &mut Notes) {
    let (Some(value), Some(terms)) = (read.as_mut(), terms) else { return };
    if let Some(label) = terms.get(&key(&value.value)) {
        value.value.clone_from(label);
        return;
    }
    notes.warn(rules::VALUE_UNKNOWN, &value.span, &[("field", field), ("value", &value.value)]);
    *read = None;
}
