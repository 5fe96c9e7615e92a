//! Words that lead to a page without standing on it: numbers and dates in other spellings, other names of its terms.

use crate::model::{Page, Site};
use crate::schema::REQUISITES;

/// The keywords of a page.
pub(super) fn of(site: &Site, page: &Page) -> Vec<String> {
    let mut keywords = Vec::new();
    for typed in page.fields.values() {
        typed.value.keywords(site, &mut keywords);
    }
    let behaviours = &site.schema.kind(page.kind).behaviours;
    let fields = behaviours.roles(REQUISITES).filter(|(role, _)| *role == "number").map(|(_, field)| field);
    let numbers = fields.filter_map(|field| page.field(field)?.value.text());
    keywords.extend(numbers.map(|number| format!("№ {number}")));
    keywords.sort();
    keywords.dedup();
    keywords
}
