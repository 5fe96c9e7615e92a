//! What points to what: links of texts and fields, resolved once for all who ask.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Backlink, Page, Site, Target};

/// Where the links of published pages lead.
pub(super) fn targets(site: &Site) -> Vec<Vec<Target>> {
    let of_page = |page: &Arc<Page>| match page.is_published() {
        true => page.links().map(|link| site.resolve(page, &link.kind, &link.target)).collect(),
        false => Vec::new(),
    };
    site.pages.par_iter().map(of_page).collect()
}

/// What points to each page, from published pages: fields first, then links in texts.
pub(super) fn backlinks(site: &Site) -> Vec<Vec<Backlink>> {
    let mut links: Vec<Vec<Backlink>> = vec![Vec::new(); site.pages.len()];
    for (from, page) in site.published() {
        for (name, typed) in &page.fields {
            typed.leaves(name, &mut |_, leaf| {
                let pointer =
                    || Backlink { from, field: Some(name.clone()), anchor: String::new(), span: leaf.span };
                if let Some(to) = leaf.value.page() {
                    links[to.0].push(pointer());
                }
            });
        }
        for (link, target) in page.links().zip(&site.targets[from.0]) {
            if let Target::Page(to, anchor) = target
                && *to != from
            {
                let anchor = anchor.clone();
                links[to.0].push(Backlink { from, field: None, anchor, span: link.span });
            }
        }
    }
    links
}

/// Marks the files that published pages name, to be taken along or to be shown.
pub(super) fn mark_used(site: &mut Site) {
    let mut named = BTreeSet::new();
    for (id, page) in site.published() {
        for (name, typed) in &page.fields {
            typed.leaves(name, &mut |_, leaf| {
                named.extend(leaf.value.file().map(|file| (file, !leaf.value.is_download())));
            });
        }
        for (link, target) in page.links().zip(&site.targets[id.0]) {
            if let Target::File(file) = target {
                named.insert((*file, link.image));
            }
        }
    }
    for (file, as_picture) in named {
        let file = &mut site.files[file.0];
        match as_picture && file.is_remade() {
            true => file.shown = true,
            false => file.used = true,
        }
    }
}
