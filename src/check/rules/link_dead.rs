//! A link in a text leads nowhere, or to a place that a document does not have.

use std::collections::BTreeSet;

use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::markup::{Link, LinkKind};
use crate::model::{Page, PageId, Site, Target};

const RULE: RuleId = RuleId("link-dead");
const HIDDEN: RuleId = RuleId("link-hidden");

/// Addresses that the theme makes of no document.
const MADE: [&str; 4] = ["/", "/search/", "/map/", "/feed.xml"];

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let made = addresses(site);
    let mut problems = Vec::new();
    for (_, page) in site.published() {
        for link in &page.outline.links {
            problems.extend(message(site, page, link, &made));
        }
    }
    problems
}

fn message(site: &Site, page: &Page, link: &Link, made: &BTreeSet<String>) -> Option<Diagnostic> {
    let dead = || Diagnostic::error(RULE).at(link.span).arg("target", &link.target);
    Some(match site.resolve(page, &link.kind, &link.target) {
        Target::Page(..) | Target::File(_) | Target::External => return None,
        Target::Address(address) if made.contains(&address) => return None,
        Target::Address(address) => match nearest(&address, site.by_url.keys().map(String::as_str)).first() {
            Some(similar) => dead().arg("similar", *similar).help("help-similar"),
            None => dead().help("help-address"),
        },
        Target::Unpublished(id) => {
            let hidden = Diagnostic::warning(HIDDEN).at(link.span).arg("target", &link.target);
            hidden.arg("title", &site.page(id).title).help("help")
        }
        Target::NoSuchPlace(id, place) => no_place(site, id, &place, dead()),
        Target::Outside => dead().help("help-outside"),
        Target::Nowhere => nowhere(site, link, dead()),
    })
}

fn no_place(site: &Site, id: PageId, place: &str, dead: Diagnostic) -> Diagnostic {
    let page = site.page(id);
    let dead = dead.arg("title", &page.title).arg("place", place);
    let places = page.outline.sections.iter().filter_map(|section| section.number.as_deref());
    match nearest(place, places).first() {
        Some(similar) => dead.arg("similar", *similar).help("help-place-similar"),
        None => dead.help("help-place"),
    }
}

fn nowhere(site: &Site, link: &Link, dead: Diagnostic) -> Diagnostic {
    match &link.kind {
        LinkKind::Forbidden => dead.help("help-forbidden"),
        LinkKind::Wiki { id, .. } => match nearest(id, site.by_name.keys().map(String::as_str)).first() {
            Some(similar) => dead.arg("similar", *similar).help("help-similar"),
            None => dead.help("help-id"),
        },
        _ => dead.help("help-file"),
    }
}

/// The addresses of lists, of terms and of what the theme always makes.
fn addresses(site: &Site) -> BTreeSet<String> {
    let mut made: BTreeSet<String> = MADE.iter().map(|address| (*address).to_owned()).collect();
    for list in site.schema.kinds.iter().filter_map(|kind| kind.list.as_ref()) {
        made.insert(list.address.clone());
        made.insert(format!("{}feed.xml", list.address));
    }
    for vocabulary in &site.schema.vocabularies {
        let Some(pattern) = &vocabulary.address else { continue };
        made.insert(pattern.replace("{id}/", ""));
    }
    for term in site.by_term.keys() {
        let pattern = site.schema.vocabulary(term.vocabulary).address.as_ref();
        made.extend(pattern.map(|pattern| pattern.replace("{id}", &site.schema.term(*term).id)));
    }
    made.extend(site.redirects.iter().map(|redirect| redirect.from.clone()));
    made
}
