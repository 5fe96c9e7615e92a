//! Open data: the list of a kind for those who count, as a table for office programs (CSV) and as objects (JSON).
//!
//! Both tell what the pages of the list tell: fields with the labels of the kind, in its order; what readers do not see
//! is in neither.

mod csv;
mod json;
mod table;
mod value;

use super::shared::Shared;
use crate::model::routes::DataForm;
use crate::schema::KindIndex;
use table::Table;

/// The list of a kind as a file.
pub(super) fn file(shared: &Shared, kind: KindIndex, form: DataForm) -> Option<String> {
    let table = Table::of(shared, kind)?;
    Some(match form {
        DataForm::Csv => csv::written(&table),
        DataForm::Json => json::written(&table),
    })
}
