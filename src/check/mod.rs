//! Site → messages: what typing alone cannot see. One file per rule in `rules/`.
//!
//! Rules attach to behaviours, never to kinds. Reads the model only. A preview asks again what may be answered
//! otherwise (`memory`): rules about all pages together when one changed that concerns them, those about one page when
//! it, its links or what points to it changed. What is quick to ask is asked each time.

mod guide;
mod memory;
mod rules;

pub(crate) use memory::Memory;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::{PageId, Site};
use guide::Guide;
use memory::{Again, ByPage, Said};

/// Holds the site against every rule.
#[must_use]
pub(crate) fn check(site: &Arc<Site>, memory: &mut Memory) -> Vec<Diagnostic> {
    let guide = Guide::new(site);
    let mut before = memory.take();
    let known = before.as_mut().and_then(|before| before.together(site, rules::concerns));
    let together = known.unwrap_or_else(|| rules::together(site));
    let all = || site.names.ids().iter().copied();
    let again = before.as_mut().and_then(|before| before.pointed(site));
    let again = again.unwrap_or_else(|| Again::all(rules::pointed_at(site).into_iter()));
    let pointed = ask(again, &|id| rules::pointed(site, id));
    let again = before.as_mut().and_then(|before| before.texts(site));
    let texts = ask(again.unwrap_or_else(|| Again::all(all())), &|id| {
        rules::OF_TEXTS.iter().flat_map(|rule| rule(&guide, id)).collect()
    });
    let again = before.as_mut().and_then(|before| before.pages(site));
    let pages = ask(again.unwrap_or_else(|| Again::all(all())), &|id| {
        rules::OF_PAGES.iter().flat_map(|rule| rule(site, site.page(id))).collect()
    });
    let of_site = rules::OF_SITES.par_iter().flat_map(|rule| rule(site)).collect::<Vec<_>>();
    let by_page = [&pointed, &texts, &pages].into_iter().flat_map(ByPage::values).flatten();
    let said = of_site.iter().chain(&together).chain(by_page).cloned();
    let said = said.chain(rules::of_menus(&guide)).chain(rules::of_proofs(site)).collect();
    memory.keep(site, Said { together, pointed, texts, pages });
    said
}

/// What rules of a sort say of a page.
type Rule<'a> = dyn Fn(PageId) -> Vec<Diagnostic> + Sync + 'a;

/// Asks rules again of some pages.
fn ask(again: Again, rule: &Rule<'_>) -> ByPage {
    let Again { mut said, ask } = again;
    let anew = ask.into_par_iter().map(|id| (id, rule(id))).filter(|(_, said)| !said.is_empty());
    said.extend(anew.collect::<Vec<_>>());
    said
}
