//! A table as JSON: what its columns are called, then an object for each page.

use serde_json::{Value as Json, json};

use super::table::{Column, Table};

/// The file.
pub(super) fn written(table: &Table) -> String {
    let fields: Vec<Json> = table.columns.iter().map(column).collect();
    let whole = json!({ "title": table.title, "url": table.url, "fields": fields, "items": table.rows });
    format!("{whole:#}\n")
}

fn column(column: &Column) -> Json {
    let mut told = json!({ "name": column.name, "label": column.label });
    if !column.inner.is_empty() {
        told["fields"] = column.inner.iter().map(self::column).collect();
    }
    told
}
