//! What the one document of a kind tells, as a table: each of its plain fields is a row, and each record of its groups
//! one. Records of several groups share the columns of one name («должность» of heads and of deputies).

use serde_json::{Map, Value as Json};

use super::super::page::is_elsewhere;
use super::super::shared::Shared;
use super::table::{Column, Table};
use super::value;
use crate::field::Field;
use crate::schema::KindIndex;

/// What a row tells of: the label of a field or of a group.
const ABOUT: &str = "about";
/// The value of a plain field.
const VALUE: &str = "value";

/// The table of what the document of a kind tells.
pub(super) fn table(shared: &Shared, index: KindIndex) -> Option<Table> {
    let context = &*shared.context;
    let kind = context.site.schema.kind(index);
    let page = context.site.page(*shared.answers.view().of_kind(index).first()?);
    let values = value::fields(context, page, &page.fields);
    let shown = || kind.fields.iter().filter(|field| !is_elsewhere(kind, &field.name));
    let rows: Vec<Map<String, Json>> =
        shown().filter_map(|field| Some(rows(field, values.get(&field.name)?))).flatten().collect();
    let made = |name: &str, key: &str| Column {
        name: name.to_owned(),
        label: context.word(key, &[]),
        inner: Vec::new(),
        parts: Vec::new(),
    };
    let mut columns = vec![made(ABOUT, "render-open-about"), made(VALUE, "render-open-value")];
    for field in shown().filter_map(|field| field.kind.fields()).flat_map(|inner| inner.iter()) {
        if columns.iter().all(|column| column.name != field.name) {
            let (name, label) = (field.name.clone(), field.label.clone());
            columns.push(Column { name, label, inner: Vec::new(), parts: Vec::new() });
        }
    }
    columns.retain(|column| rows.iter().any(|row| row.contains_key(&column.name)));
    Some(Table {
        title: page.title.clone(),
        url: context.absolute(&page.url),
        flags: ["render-open-yes", "render-open-no"].map(|key| context.word(key, &[])),
        columns,
        rows,
    })
}

/// A field as rows: a record of a group is one, and so is the value of any other field.
fn rows(field: &Field, value: &Json) -> Vec<Map<String, Json>> {
    let about = || (ABOUT.to_owned(), Json::from(field.label.as_str()));
    let records = match value {
        Json::Array(items) if field.kind.fields().is_some() => items.iter().collect(),
        one => vec![one],
    };
    let row = |record: &Json| match record {
        Json::Object(parts) if field.kind.fields().is_some() => {
            std::iter::once(about()).chain(parts.clone()).collect()
        }
        plain => Map::from_iter([about(), (VALUE.to_owned(), plain.clone())]),
    };
    records.into_iter().map(row).collect()
}
