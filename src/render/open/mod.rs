//! Open data: the list of a kind, what a kind of one document tells, and the terms of a vocabulary for those who count, as
//! a table for office programs (CSV) and as objects (JSON).
//!
//! Both tell what the pages of the list tell: fields with the labels of the kind, in its order; what readers do not see
//! is in neither.

mod csv;
mod json;
mod table;
mod terms;
mod told;
mod value;
mod ways;

use super::shared::Shared;
use crate::model::routes::DataForm;
use crate::schema::{KindIndex, VocabularyIndex};
use table::Table;
pub(super) use ways::ways;

/// The list of a kind, or what its one document tells, as a file.
pub(super) fn file(shared: &Shared, kind: KindIndex, form: DataForm) -> Option<String> {
    let table = match shared.context.site.schema.kind(kind).document {
        Some(_) => told::table(shared, kind),
        None => Table::of(shared, kind),
    };
    Some(written(&table?, form))
}

/// The terms of a vocabulary as a file: their names in addresses, labels, other spellings, and how many pages bear them.
pub(super) fn terms(shared: &Shared, vocabulary: VocabularyIndex, form: DataForm) -> String {
    written(&terms::table(shared, vocabulary), form)
}

fn written(table: &Table, form: DataForm) -> String {
    match form {
        DataForm::Csv => csv::written(table),
        DataForm::Json => json::written(table),
    }
}
