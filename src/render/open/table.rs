//! A list as a table: columns with their labels, and a row for each page.

use serde_json::{Map, Value as Json, json};

use super::super::context::Context;
use super::super::dates::iso;
use super::super::page::is_elsewhere;
use super::super::shared::Shared;
use super::value;
use crate::field::{Field, Fields};
use crate::model::{Page, PageId};
use crate::schema::{Kind, KindIndex, known};

/// A column, or several of a group.
pub(super) struct Column {
    /// The name by which machines know it.
    pub(super) name: String,
    /// What people call it, as the kind says.
    pub(super) label: String,
    /// The columns of a group that a page has once.
    pub(super) inner: Vec<Column>,
    /// The names of what each of several groups in a cell has, in the order of the kind.
    pub(super) parts: Vec<String>,
}

/// The list of a kind.
pub(super) struct Table {
    /// What the list is called.
    pub(super) title: String,
    /// Its address.
    pub(super) url: String,
    /// The words for yes and no.
    pub(super) flags: [String; 2],
    /// The columns.
    pub(super) columns: Vec<Column>,
    /// The rows: what a page has, by the names of the columns.
    pub(super) rows: Vec<Map<String, Json>>,
}

impl Table {
    /// The table of a kind that has a list.
    pub(super) fn of(shared: &Shared, index: KindIndex) -> Option<Self> {
        let context = &*shared.context;
        let kind = context.site.schema.kind(index);
        let list = kind.list.as_ref()?;
        let row = |id: &PageId| row(context, kind, context.site.page(*id));
        Some(Self {
            title: kind.title.clone(),
            url: context.absolute(&list.address),
            flags: ["render-open-yes", "render-open-no"].map(|key| context.word(key, &[])),
            columns: columns(context, kind),
            rows: shared.answers.view().of_kind(index).iter().map(row).collect(),
        })
    }
}

/// What every page has first, the kind's own fields, the files last.
fn columns(context: &Context, kind: &Kind) -> Vec<Column> {
    let made = |name: &str, label: String| Column {
        name: name.to_owned(),
        label,
        inner: Vec::new(),
        parts: Vec::new(),
    };
    let known = |name: &str| kind.fields.get(name).map(|field| made(name, field.label.clone()));
    let mut columns = vec![made("url", context.word("render-open-url", &[]))];
    columns.extend([known::TITLE, known::SUMMARY, known::DATE].into_iter().filter_map(known));
    columns.push(made("state", context.word("render-open-state", &[])));
    columns.extend(declared(&kind.fields, &|name| is_elsewhere(kind, name)));
    columns.extend(known(known::UPDATED));
    columns.push(made("files", context.word("render-open-files", &[])));
    columns
}

pub(super) fn declared(fields: &Fields, elsewhere: &dyn Fn(&str) -> bool) -> Vec<Column> {
    let inner = |field: &Field| match field.kind.fields() {
        Some(inner) if !field.list => declared(inner, &|_| false),
        _ => Vec::new(),
    };
    let shown = fields.iter().filter(|field| !elsewhere(&field.name));
    let parts = |field: &Field| {
        let inner = field.kind.fields().into_iter().flat_map(Fields::iter);
        inner.map(|field| field.name.clone()).collect()
    };
    let column = |field: &Field| Column {
        name: field.name.clone(),
        label: field.label.clone(),
        inner: inner(field),
        parts: parts(field),
    };
    shown.map(column).collect()
}

fn row(context: &Context, kind: &Kind, page: &Page) -> Map<String, Json> {
    let mut row = value::fields(context, page, &page.fields);
    row.retain(|name, _| !is_elsewhere(kind, name));
    let files = page.attachments.iter().map(|attached| context.absolute_file(attached.file));
    let files: Vec<String> = files.collect();
    let state = page.state.as_ref().map(|state| super::super::cards::state_label(context, state));
    let updated = page.moment(known::UPDATED).map(iso);
    let made = [
        ("url", json!(context.absolute(&page.url))),
        (known::TITLE, json!(page.title)),
        (known::SUMMARY, json!(page.summary)),
        (known::DATE, json!(page.date.map(iso))),
        ("state", json!(state)),
        (known::UPDATED, json!(updated)),
        ("files", json!(files)),
    ];
    row.extend(made.into_iter().map(|(name, value)| (name.to_owned(), value)));
    row.retain(|_, value| !matches!(value, Json::Null) && *value != json!("") && *value != json!([]));
    row
}
