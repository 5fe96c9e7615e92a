//! Site → messages: what typing alone cannot see. One file per rule in `rules/`.
//!
//! Rules attach to behaviours, never to kinds. Reads the model only. A preview asks again what may be answered
//! otherwise: rules about fields when an edition is new, rules about texts page by page, and those about a page alone
//! when it is another.

mod guide;
mod memory;
mod rules;

pub(crate) use memory::Memory;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::{Page, PageId, Site};
use guide::Guide;
use memory::Said;

/// Holds the site against every rule.
#[must_use]
pub(crate) fn check(site: &Arc<Site>, memory: &mut Memory) -> Vec<Diagnostic> {
    let guide = Guide::new(site);
    let before = memory.take(site);
    let before = before.as_ref();
    let of_text = |at: usize| {
        let id = PageId(at);
        let known = before.and_then(|before| before.of_text(site, id));
        known.unwrap_or_else(|| rules::OF_TEXTS.iter().flat_map(|rule| rule(&guide, id)).collect())
    };
    let of_page = |page: &Arc<Page>| {
        let known = before.and_then(|before| before.of_page(page));
        known.unwrap_or_else(|| rules::OF_PAGES.iter().flat_map(|rule| rule(site, page)).collect())
    };
    let of_fields = || {
        let known = before.and_then(memory::Before::of_fields);
        known.unwrap_or_else(|| rules::OF_FIELDS.par_iter().flat_map(|rule| rule(site)).collect())
    };
    let of_texts = || (0..site.pages.len()).into_par_iter().map(of_text).collect::<Vec<_>>();
    let of_pages = || site.pages.par_iter().map(of_page).collect::<Vec<_>>();
    let (fields, (texts, pages)) = rayon::join(of_fields, || rayon::join(of_texts, of_pages));
    let menus = rules::of_menus(&guide);
    let proofs = rules::of_proofs(site);
    let by_page = texts.iter().chain(&pages).flatten();
    let said = fields.iter().chain(by_page).chain(&menus).chain(&proofs).cloned().collect();
    memory.keep(site, Said { fields, texts, pages });
    said
}
