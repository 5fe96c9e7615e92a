//! Links without words of their own, `[[id#4.1.3]]`: a reader sees the title of what they lead to, and so does search.

use crate::markup::{Link, LinkKind, Section};
use crate::model::{Page, Site, Target};

/// The texts that stand for such links, the longest first, so that none is cut by a shorter one.
pub(super) fn spelled(site: &Site, page: &Page) -> Vec<(String, String)> {
    let bare = |link: &&Link| matches!(link.kind, LinkKind::Wiki { .. }) && link.text == link.target;
    let links = page.outline.links.iter().filter(bare);
    let mut spelled: Vec<(String, String)> = links
        .filter_map(|link| match site.resolve(page, &link.kind, &link.target) {
            Target::Page(id, anchor) => Some((link.target.clone(), cited(site.page(id), &anchor))),
            _ => None,
        })
        .collect();
    spelled.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    spelled.dedup();
    spelled
}

/// Puts the texts in place of the ids.
pub(super) fn put(text: &str, spelled: &[(String, String)]) -> String {
    spelled.iter().fold(text.to_owned(), |text, (id, title)| text.replace(id.as_str(), title))
}

/// The title, with the number or the heading of the place.
fn cited(page: &Page, anchor: &str) -> String {
    let own = |section: &&Section| !anchor.is_empty() && section.anchor == anchor;
    let place = page.outline.sections.iter().find(own);
    match place.map(|section| section.number.as_deref().unwrap_or(&section.heading)) {
        Some(place) if !place.is_empty() => format!("{}, {place}", page.title),
        _ => page.title.clone(),
    }
}
