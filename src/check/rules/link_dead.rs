//! A link in a text leads nowhere, or to a place that a document does not have.

use std::collections::BTreeMap;

use crate::config::MenuLink;
use crate::diagnostic::suggest::Names;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::markup::{Link, LinkKind};
use crate::model::{PageId, Site, Target};

const RULE: RuleId = RuleId("link-dead");
const HIDDEN: RuleId = RuleId("link-hidden");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut guide = Guide { site, addresses: None, names: None, places: BTreeMap::new() };
    let mut problems = Vec::new();
    for (id, page) in site.published() {
        for (link, target) in page.links().zip(&site.targets[id.0]) {
            problems.extend(guide.message(link, target));
        }
    }
    problems
        .extend(site.config.menu.iter().chain(&site.config.footer).filter_map(|link| guide.of_menu(link)));
    problems
}

/// Tells where a link that leads nowhere may have been meant to lead. What it seeks among is prepared for the first
/// dead link of its sort, and serves all others.
struct Guide<'s> {
    site: &'s Site,
    addresses: Option<Names>,
    names: Option<Names>,
    /// The numbers of clauses and sections by page.
    places: BTreeMap<PageId, Names>,
}

impl Guide<'_> {
    fn message(&mut self, link: &Link, target: &Target) -> Option<Diagnostic> {
        let dead = || Diagnostic::error(RULE).at(link.span).arg("target", &link.target);
        Some(match target {
            Target::Page(..) | Target::File(_) | Target::External => return None,
            Target::Address(address) if self.site.routes.at(address).is_some() => return None,
            Target::Address(address) => self.no_address(address, dead()),
            Target::Unpublished(id) => {
                let hidden = Diagnostic::warning(HIDDEN).at(link.span).arg("target", &link.target);
                hidden.arg("title", &self.site.page(*id).title).help("help")
            }
            Target::NoSuchPlace(id, place) => self.no_place(*id, place, dead()),
            Target::Outside => dead().help("help-outside"),
            Target::Nowhere => self.nowhere(link, dead()),
        })
    }

    /// A link of a menu stands on every page.
    fn of_menu(&mut self, link: &MenuLink) -> Option<Diagnostic> {
        let span = link.span.filter(|_| link.url.starts_with('/'))?;
        let dead = || Diagnostic::error(RULE).at(span).arg("target", &link.url);
        match self.site.of_menu(&link.url) {
            Target::Address(address) if self.site.routes.at(&address).is_none() => {
                Some(self.no_address(&address, dead()))
            }
            Target::Unpublished(id) => {
                let hidden = Diagnostic::warning(HIDDEN).at(span).arg("target", &link.url);
                Some(hidden.arg("title", &self.site.page(id).title).help("help-menu"))
            }
            Target::NoSuchPlace(id, place) => Some(self.no_place(id, &place, dead())),
            _ => None,
        }
    }

    fn no_address(&mut self, address: &str, dead: Diagnostic) -> Diagnostic {
        let site = self.site;
        let known = self.addresses.get_or_insert_with(|| {
            names(site.routes.all().filter(|route| route.is_suggested()).map(|route| route.address.as_str()))
        });
        similar(known, address, dead, ("help-similar", "help-address"))
    }

    fn no_place(&mut self, id: PageId, place: &str, dead: Diagnostic) -> Diagnostic {
        let page = self.site.page(id);
        let numbers = || names(page.outline.sections.iter().filter_map(|section| section.number.as_deref()));
        let known = self.places.entry(id).or_insert_with(numbers);
        let dead = dead.arg("title", &page.title).arg("place", place);
        similar(known, place, dead, ("help-place-similar", "help-place"))
    }

    fn nowhere(&mut self, link: &Link, dead: Diagnostic) -> Diagnostic {
        let site = self.site;
        match &link.kind {
            LinkKind::Forbidden => dead.help("help-forbidden"),
            LinkKind::Wiki { id, .. } => {
                let known = self.names.get_or_insert_with(|| names(site.by_name.keys().map(String::as_str)));
                similar(known, id, dead, ("help-similar", "help-id"))
            }
            _ => dead.help("help-file"),
        }
    }
}

fn names<'a>(names: impl Iterator<Item = &'a str>) -> Names {
    Names::new(names.map(|name| (name, name)))
}

/// Offers the nearest name with the first help, or gives the second.
fn similar(known: &Names, written: &str, dead: Diagnostic, help: (&'static str, &'static str)) -> Diagnostic {
    match known.nearest(written).first() {
        Some(similar) => dead.arg("similar", *similar).help(help.0),
        None => dead.help(help.1),
    }
}
