//! A link in a text leads nowhere, or to a place that a document does not have.

use std::collections::BTreeSet;

use crate::config::MenuLink;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::markup::{Link, LinkKind};
use crate::model::{Page, PageId, Reserved, Site, Target};

const RULE: RuleId = RuleId("link-dead");
const HIDDEN: RuleId = RuleId("link-hidden");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let made = Made::of(site);
    let mut problems = Vec::new();
    for (_, page) in site.published() {
        for link in &page.outline.links {
            problems.extend(message(site, page, link, &made));
        }
    }
    problems.extend(
        site.config.menu.iter().chain(&site.config.footer).filter_map(|link| of_menu(site, link, &made)),
    );
    problems
}

/// What the site makes of no document.
struct Made<'a> {
    reserved: Reserved<'a>,
    redirects: BTreeSet<&'a str>,
}

impl<'a> Made<'a> {
    fn of(site: &'a Site) -> Self {
        let redirects = site.redirects.iter().map(|redirect| redirect.from.as_str()).collect();
        Self { reserved: Reserved::of(site), redirects }
    }

    fn has(&self, address: &str) -> bool {
        self.reserved.is_address(address) || self.redirects.contains(address)
    }
}

/// A link of a menu stands on every page.
fn of_menu(site: &Site, link: &MenuLink, made: &Made<'_>) -> Option<Diagnostic> {
    let span = link.span.filter(|_| link.url.starts_with('/'))?;
    let dead = || Diagnostic::error(RULE).at(span).arg("target", &link.url);
    match site.of_menu(&link.url) {
        Target::Address(address) if !made.has(&address) => Some(no_address(site, &address, dead())),
        Target::Unpublished(id) => {
            let hidden = Diagnostic::warning(HIDDEN).at(span).arg("target", &link.url);
            Some(hidden.arg("title", &site.page(id).title).help("help-menu"))
        }
        Target::NoSuchPlace(id, place) => Some(no_place(site, id, &place, dead())),
        _ => None,
    }
}

fn no_address(site: &Site, address: &str, dead: Diagnostic) -> Diagnostic {
    match nearest(address, site.by_url.keys().map(String::as_str)).first() {
        Some(similar) => dead.arg("similar", *similar).help("help-similar"),
        None => dead.help("help-address"),
    }
}

fn message(site: &Site, page: &Page, link: &Link, made: &Made<'_>) -> Option<Diagnostic> {
    let dead = || Diagnostic::error(RULE).at(link.span).arg("target", &link.target);
    Some(match site.resolve(page, &link.kind, &link.target) {
        Target::Page(..) | Target::File(_) | Target::External => return None,
        Target::Address(address) if made.has(&address) => return None,
        Target::Address(address) => no_address(site, &address, dead()),
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
