//! A link in a text leads nowhere, or to a place that a document does not have.

use super::super::guide::Guide;
use crate::config::MenuLink;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::markup::{Link, LinkKind};
use crate::model::{PageId, Target};
use crate::source::Span;

const RULE: RuleId = RuleId("link-dead");
const HIDDEN: RuleId = RuleId("link-hidden");

pub(super) fn check(guide: &Guide<'_>, id: PageId) -> Vec<Diagnostic> {
    let links = guide.site.page(id).links().zip(&*guide.site.targets[id.0]);
    links.filter_map(|(link, target)| message(guide, link, target)).collect()
}

/// The links of menus, which stand on every page.
pub(in crate::check) fn of_menus(guide: &Guide<'_>) -> Vec<Diagnostic> {
    let config = &guide.site.config;
    config.menu.iter().chain(&config.footer).filter_map(|link| of_menu(guide, link)).collect()
}

fn message(guide: &Guide<'_>, link: &Link, target: &Target) -> Option<Diagnostic> {
    let dead = || Diagnostic::error(RULE).at(link.span).arg("target", &link.target);
    Some(match target {
        Target::Page(..) | Target::File(_) | Target::External => return None,
        Target::Address(address) if guide.site.routes.at(address).is_some() => return None,
        Target::Address(address) => match guide.site.hidden_at(address) {
            Some(id) => hidden(guide, id, (&link.target, link.span), "help"),
            None => guide.no_address(address, dead()),
        },
        Target::Unpublished(id) => hidden(guide, *id, (&link.target, link.span), "help"),
        Target::NoSuchPlace(id, place) => guide.no_place(*id, place, dead()),
        Target::Outside => dead().help("help-outside"),
        Target::Nowhere => match &link.kind {
            LinkKind::Forbidden if is_local(&link.target) => dead().help("help-local"),
            LinkKind::Forbidden => dead().help("help-forbidden"),
            LinkKind::Wiki { .. } if link.image => dead().help("help-embedded"),
            LinkKind::Wiki { id, .. } => guide.no_name(id, dead()),
            _ if is_web(&link.target) => dead().help("help-web"),
            _ => dead().help("help-file"),
        },
    })
}

/// `C:\план.docx`, `file:///home/plan.docx`: a file of the author's own computer.
fn is_local(target: &str) -> bool {
    let drive =
        target.as_bytes().get(1) == Some(&b':') && target.starts_with(|c: char| c.is_ascii_alphabetic());
    drive || target.to_ascii_lowercase().starts_with("file:")
}

/// `vk.com/imc`, `www.imc.example`: an address elsewhere without its beginning.
fn is_web(target: &str) -> bool {
    const ENDS: [&str; 12] =
        ["ru", "рф", "su", "com", "org", "net", "info", "me", "рус", "дети", "москва", "online"];
    let host = target.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase();
    host.starts_with("www.") || host.rsplit_once('.').is_some_and(|(_, end)| ENDS.contains(&end))
}

/// A link to a page that readers do not see (yet, or any more).
fn hidden(guide: &Guide<'_>, id: PageId, (target, at): (&str, Span), help: &'static str) -> Diagnostic {
    let hidden = Diagnostic::warning(HIDDEN).at(at).arg("target", target);
    hidden.arg("title", &guide.site.page(id).title).help(help)
}

fn of_menu(guide: &Guide<'_>, link: &MenuLink) -> Option<Diagnostic> {
    let site = guide.site;
    let span = link.span.filter(|_| link.url.starts_with('/'))?;
    let dead = || Diagnostic::error(RULE).at(span).arg("target", &link.url);
    match site.resolve_anywhere(&LinkKind::Root, &link.url) {
        Target::Address(address) if site.routes.at(&address).is_none() => {
            Some(match site.hidden_at(&address) {
                Some(id) => hidden(guide, id, (&link.url, span), "help-menu"),
                None => guide.no_address(&address, dead()),
            })
        }
        Target::NoSuchPlace(id, place) => Some(guide.no_place(id, &place, dead())),
        _ => None,
    }
}
