//! Site → messages: what typing alone cannot see. One file per rule in `rules/`.
//!
//! Rules attach to behaviours, never to kinds. Reads the model only. A preview asks again what may be answered
//! otherwise: rules about fields when an edition is new, rules about texts page by page.

mod guide;
mod memory;
mod rules;

pub(crate) use memory::Memory;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::{PageId, Site};
use guide::Guide;

/// Holds the site against every rule.
#[must_use]
pub(crate) fn check(site: &Arc<Site>, memory: &mut Memory) -> Vec<Diagnostic> {
    let guide = Guide::new(site);
    let before = memory.take(site);
    let of_page = |at: usize| {
        let id = PageId(at);
        let known = before.as_ref().and_then(|before| before.of_text(site, id));
        known.unwrap_or_else(|| rules::OF_TEXTS.iter().flat_map(|rule| rule(&guide, id)).collect())
    };
    let (fields, texts) = rayon::join(
        || match &before {
            Some(before) => before.of_fields(),
            None => rules::OF_FIELDS.par_iter().flat_map(|rule| rule(site)).collect(),
        },
        || (0..site.pages.len()).into_par_iter().map(of_page).collect::<Vec<Vec<Diagnostic>>>(),
    );
    let menus = rules::of_menus(&guide);
    let proofs = rules::of_proofs(site);
    let said = fields.iter().chain(texts.iter().flatten()).chain(&menus).chain(&proofs).cloned().collect();
    memory.keep(site, fields, texts);
    said
}
