//! Fields as plain text.

use crate::field::Lookup;
use crate::model::{Page, Site};
use crate::schema::known;

/// The filled fields of a page, label and value: «Форма», «семинар». What other pages are called is not said here.
pub(super) fn rows(site: &Site, page: &Page) -> Vec<(String, String)> {
    let declared = &site.schema.kind(page.kind).fields;
    let mut rows = Vec::new();
    for field in declared.iter().filter(|field| known::is_said(&field.name)) {
        let Some(typed) = page.fields.get(&field.name) else { continue };
        let text = typed.value.words(site);
        if !text.is_empty() {
            rows.push((field.label.clone(), text));
        }
    }
    rows
}

/// The titles of the pages that the fields of a page name.
pub(super) fn related(site: &Site, page: &Page) -> Vec<String> {
    let mut titles = Vec::new();
    for (name, typed) in &page.fields {
        typed.leaves(name, &mut |_, leaf| {
            let title = leaf.value.page().and_then(|id| site.title(id));
            titles.extend(title.filter(|title| !title.is_empty()).map(str::to_owned));
        });
    }
    titles.sort();
    titles.dedup();
    titles
}
