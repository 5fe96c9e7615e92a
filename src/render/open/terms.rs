//! The terms of a vocabulary as a table: what others need to write or read the fields of open data.

use serde_json::{Map, Value as Json, json};

use super::super::shared::Shared;
use super::table::{Column, Table};
use crate::schema::{Term, TermIndex, TermRef, VocabularyIndex};

/// The columns: names for machines, and the words that people are told.
const COLUMNS: [(&str, &str); 5] = [
    ("id", "render-open-id"),
    ("label", "render-open-label"),
    ("aliases", "render-open-aliases"),
    ("count", "render-open-count"),
    ("url", "render-open-url"),
];

/// The table of a vocabulary that has pages.
pub(super) fn table(shared: &Shared, index: VocabularyIndex) -> Table {
    let context = &*shared.context;
    let vocabulary = context.site.schema.vocabulary(index);
    let row = |(at, term): (usize, &Term)| {
        let one = TermRef { vocabulary: index, term: TermIndex(at) };
        let count = context.site.by_term.get(&one).map_or(0, Vec::len);
        let url = context.site.routes.term(one, 1).map(|address| context.absolute(address));
        let cells = [
            ("id", json!(term.id)),
            ("label", json!(term.label)),
            ("aliases", json!(term.aliases)),
            ("count", json!(count)),
            ("url", json!(url)),
        ];
        let filled = cells.into_iter().filter(|(_, value)| !value.is_null() && *value != json!([]));
        filled.map(|(name, value)| (name.to_owned(), value)).collect::<Map<String, Json>>()
    };
    let column = |(name, key): (&str, &str)| Column {
        name: name.to_owned(),
        label: context.word(key, &[]),
        inner: Vec::new(),
        parts: Vec::new(),
    };
    Table {
        title: vocabulary.label.clone(),
        url: context.site.routes.vocabulary(index).map_or_else(String::new, |root| context.absolute(root)),
        flags: Default::default(),
        columns: COLUMNS.into_iter().map(column).collect(),
        rows: vocabulary.terms.iter().enumerate().map(row).collect(),
    }
}
