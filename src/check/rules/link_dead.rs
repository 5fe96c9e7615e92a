//! A link in a text leads nowhere, or to a place that a document does not have.

use super::super::guide::Guide;
use crate::address::{Fault, WebUrl, mail};
use crate::config::MenuLink;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::markup::{Link, LinkKind};
use crate::model::{PageId, Target};
use crate::source::Span;

const RULE: RuleId = RuleId("link-dead");
const HIDDEN: RuleId = RuleId("link-hidden");

pub(super) fn check(guide: &Guide<'_>, id: PageId) -> Vec<Diagnostic> {
    let links = guide.site.page(id).links().zip(&*guide.site.targets[id]);
    links.filter_map(|(link, target)| message(guide, id, link, target)).collect()
}

/// The links of menus, which stand on every page.
pub(in crate::check) fn of_menus(guide: &Guide<'_>) -> Vec<Diagnostic> {
    let config = &guide.site.config;
    config.menu.iter().chain(&config.footer).filter_map(|link| of_menu(guide, link)).collect()
}

fn message(guide: &Guide<'_>, from: PageId, link: &Link, target: &Target) -> Option<Diagnostic> {
    let dead = || Diagnostic::error(RULE).at(link.span).arg("target", &link.target);
    let folder = &guide.site.page(from).folder;
    Some(match target {
        Target::Page(..) | Target::File(_) => return None,
        Target::External if let Some(whole) = slashless(&link.target) => {
            dead().arg("similar", whole).help("help-similar")
        }
        Target::External if is_unreachable(&link.target) => dead().help("help-host"),
        Target::External => return None,
        // At an address that is written whole another program of the same host may answer.
        Target::Address(address) if link.kind == LinkKind::External => {
            guide.site.routes.at(address).is_none().then(|| elsewhere(&link.target, link.span))?
        }
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
            LinkKind::Forbidden => match whole(&link.target) {
                Some(whole) => dead().arg("similar", whole).help("help-similar"),
                None => dead().help("help-forbidden"),
            },
            _ if link.target.trim().is_empty() => dead().help("help-empty"),
            LinkKind::Wiki { .. } if link.image => dead().help("help-embedded"),
            LinkKind::Wiki { id, .. } if is_address(id) || guide.site.file_table.find(folder, id).is_ok() => {
                let mailed = if mail(id).is_some() { "mailto:" } else { "" };
                dead().arg("address", format!("{mailed}{id}")).help("help-wiki")
            }
            LinkKind::Wiki { id, .. } => guide.no_name(id, dead()),
            _ if let Some(phone) = phone(&link.target) => dead().arg("phone", phone).help("help-phone"),
            _ if mail(&link.target).is_some() && !is_file(&link.target) => dead().help("help-mail"),
            _ if is_web(&link.target) => dead().help("help-web"),
            _ => match whole(&link.target) {
                Some(whole) => dead().arg("similar", whole).help("help-similar"),
                None => guide.no_file(folder, &link.target, dead()),
            },
        },
    })
}

/// An address of the own host, written whole, at which this site has nothing.
fn elsewhere(target: &str, at: Span) -> Diagnostic {
    Diagnostic::warning(RULE).at(at).arg("target", target).help("help-own")
}

/// What belongs into round brackets: an address elsewhere, one of mail.
fn is_address(name: &str) -> bool {
    name.starts_with("http://") || name.starts_with("https://") || mail(name).is_some()
}

/// The number to call that was written as an address: `8 (000) 000-00-00`.
fn phone(target: &str) -> Option<String> {
    let digits: String = target.chars().filter(char::is_ascii_digit).collect();
    let number = target.chars().all(|c| c.is_ascii_digit() || "+()- %".contains(c));
    let national = digits.strip_prefix('8').filter(|_| digits.len() == 11 && !target.starts_with('+'));
    let whole = national.map_or_else(|| format!("+{digits}"), |rest| format!("+7{rest}"));
    (number && (11..=13).contains(&digits.len())).then_some(whole)
}

/// What was meant by `http:a.example` and `https:\a.example`.
fn slashless(target: &str) -> Option<String> {
    let (scheme, rest) = target.split_once(':')?;
    let web = ["http", "https"].iter().any(|known| known.eq_ignore_ascii_case(scheme));
    let host = rest.trim_start_matches(['/', '\\']);
    (web && !rest.starts_with("//") && host.contains('.'))
        .then(|| format!("{}://{host}", scheme.to_ascii_lowercase()))
}

/// `C:\план.docx`, `\\server\план.docx`, `file:///home/plan.docx`: a file of the author's own computer.
fn is_local(target: &str) -> bool {
    let drive =
        target.as_bytes().get(1) == Some(&b':') && target.starts_with(|c: char| c.is_ascii_alphabetic());
    drive || target.starts_with('\\') || target.to_ascii_lowercase().starts_with("file:")
}

/// `https://`, `https://https://a.example`: an address without a host that there can be.
fn is_unreachable(target: &str) -> bool {
    let web = ["http:", "https:"].iter().any(|scheme| target.to_ascii_lowercase().starts_with(scheme));
    web && WebUrl::parse(target).map_or_else(|fault| fault == Fault::Host, |url| !url.is_reachable())
}

/// What was meant by `htpp://a.example` and `https//a.example`.
fn whole(target: &str) -> Option<String> {
    let end = target.find([':', '/', '\\'])?;
    let rest = target[end..].trim_start_matches([':', '/', '\\']);
    let slashes = target[end..].starts_with("//") || target[end..].starts_with("://");
    let near = !nearest(&target[..end].to_lowercase(), ["https", "http"]).is_empty();
    (slashes && near && rest.contains('.')).then(|| format!("https://{rest}"))
}

/// A name with an ending that files beside pages have: `zal@2x.jpg`.
fn is_file(target: &str) -> bool {
    const ENDS: [&str; 8] = ["jpg", "jpeg", "png", "webp", "pdf", "docx", "xlsx", "zip"];
    target.rsplit_once('.').is_some_and(|(_, end)| ENDS.contains(&&*end.to_lowercase()))
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
    let span = link.span?;
    let dead = || Diagnostic::error(RULE).at(span).arg("target", &link.url);
    let kind = if link.url.starts_with('/') { LinkKind::Root } else { LinkKind::External };
    match site.resolve_anywhere(&kind, &link.url) {
        Target::Address(address) if kind == LinkKind::External => {
            site.routes.at(&address).is_none().then(|| elsewhere(&link.url, span))
        }
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
