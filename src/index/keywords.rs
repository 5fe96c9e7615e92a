//! Words that lead to a page without standing on it: numbers and dates in other spellings, other names of its terms.

use crate::model::{Page, Site};

/// The keywords of a page.
pub(super) fn of(site: &Site, page: &Page) -> Vec<String> {
    let mut keywords = Vec::new();
    for typed in page.fields.values() {
        typed.value.keywords(site, &mut keywords);
    }
    keywords.extend(site.schema.kind(page.kind).behaviours.keywords(&page.fields));
    keywords.sort();
    keywords.dedup();
    keywords
}
