//! Facets: what results can be narrowed by.

use super::{date, words};
use crate::model::{Page, Site, Value};

/// Facets that every kind has where the fields are filled.
const COMMON: [&str; 3] = ["subjects", "levels", "audience"];

/// Pairs of facet and value.
pub(super) fn of(site: &Site, page: &Page) -> Vec<(String, String)> {
    let kind = site.schema.kind(page.kind);
    let mut facets = Vec::new();
    let names = COMMON.iter().copied().chain(kind.facets.iter().map(String::as_str));
    for name in names {
        for value in page.field(name).into_iter().flat_map(|typed| typed.value.items()) {
            let label = words::value(site, value, None);
            let pair = (name.to_owned(), label);
            if !pair.1.is_empty() && !facets.contains(&pair) {
                facets.push(pair);
            }
        }
    }
    if let Some(date) = date(site, page) {
        let start = if date.month() >= 9 { date.year() } else { date.year() - 1 };
        facets.push(("school_year".to_owned(), format!("{start}/{}", start + 1)));
    }
    if let Some(state) = &page.state {
        facets
            .push(("state".to_owned(), state.label.clone().unwrap_or_else(|| state.state.name().to_owned())));
    }
    let file = |value: &Value| matches!(value, Value::File(_));
    if !page.attachments.is_empty() || page.fields.values().any(|typed| typed.value.items().any(file)) {
        facets.push(("file".to_owned(), "1".to_owned()));
    }
    facets
}
