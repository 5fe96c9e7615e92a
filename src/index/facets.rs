//! Facets: what results can be narrowed by. Values are what a reader sees on the page.

use crate::field::types::school_year;
use crate::model::{Page, Site, State};
use crate::schema::{FILE, SCHOOL_YEAR, STATE};

/// Says a word of the face in the site's language: `state-done`.
pub(crate) type Say<'a> = &'a (dyn Fn(&str) -> String + Sync);

/// Pairs of facet and value.
pub(super) fn of(site: &Site, page: &Page, say: Say<'_>) -> Vec<(String, String)> {
    let mut facets = Vec::new();
    for name in site.schema.facet_fields(site.schema.kind(page.kind)) {
        for value in page.field(name).into_iter().flat_map(|typed| typed.value.items()) {
            let pair = (name.to_owned(), value.label(site));
            if !pair.1.is_empty() && !facets.contains(&pair) {
                facets.push(pair);
            }
        }
    }
    let mut put = |name: &str, value: String| facets.push((name.to_owned(), value));
    if let Some(start) = page.school_year {
        put(SCHOOL_YEAR, school_year(start));
    }
    if let Some(state) = &page.state {
        put(STATE, label(state, say));
    }
    if page.has_file() {
        put(FILE, say("facet-file-yes"));
    }
    facets
}

/// The status as the page shows it: the author's word, else the theme's.
fn label(state: &State, say: Say<'_>) -> String {
    let own = || say(&format!("state-{}", state.state.name().replace('_', "-")));
    state.label.clone().unwrap_or_else(own)
}
