//! Settings that are addresses: links of menus, removed addresses, hosts of frames.

use crate::address::{Fault, Host, UrlPath, WebUrl, destination};
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::text::key;
use crate::yaml::{Entry, Node, SETTING_INVALID, Settings};

/// A link of a menu.
#[derive(Clone, Debug)]
pub(crate) struct MenuLink {
    /// Its words.
    pub(crate) title: String,
    /// Its address: root-relative without the base path, or with its scheme.
    pub(crate) url: String,
    /// Where the address is written; nowhere for a link that the kinds make.
    pub(crate) span: Option<Span>,
}

/// What other programs call the words and the address of a link.
const NAMES: [(&str, &[&str]); 2] = [
    ("title", &["label", "name", "text", "слова", "надпись"]),
    ("url", &["href", "link", "address", "path"]),
];

/// `Контакты: /contacts/`: words and an address.
fn pair(item: &Node) -> Option<&Entry> {
    let [entry] = item.entries() else { return None };
    let address = entry.node.text()?;
    let leads =
        ["/", "http://", "https://", "mailto:", "tel:"].iter().any(|start| address.starts_with(start));
    let named = ["title", "url", "название", "адрес", "ссылка"].contains(&&*key(&entry.key));
    (leads && !named).then_some(entry)
}

/// The links of a menu; one whose address is none is reported and left out.
pub(super) fn links(node: Option<&Node>, problems: &mut Vec<Diagnostic>) -> Vec<MenuLink> {
    let mut links = Vec::new();
    for item in node.map_or(&[][..], Node::items) {
        if let Some(pair) = pair(item) {
            let url = checked(&pair.node, destination, problems);
            let span = Some(pair.node.span);
            links.extend(url.map(|url| MenuLink { title: pair.key.clone(), url, span }));
            continue;
        }
        if item.text().is_some() {
            problems.push(Diagnostic::error(SETTING_INVALID).at(item.span).help("help-menu"));
            continue;
        }
        let mut settings = Settings::with_names(item, &NAMES);
        let title = settings.required("title");
        settings.required("url");
        let url = settings.node("url").filter(|node| node.text().is_some());
        let url = url.and_then(|node| Some((checked(node, destination, problems)?, node.span)));
        links.extend(url.map(|(url, span)| MenuLink { title, url, span: Some(span) }));
        problems.extend(settings.finish());
    }
    links
}

/// Addresses that are gone for good.
pub(super) fn removed(node: Option<&Node>, problems: &mut Vec<Diagnostic>) -> Vec<(UrlPath, Span)> {
    let items = node.map_or(&[][..], Node::items);
    items.iter().filter_map(|item| Some((checked(item, UrlPath::parse, problems)?, item.span))).collect()
}

/// An address of another site.
pub(super) fn elsewhere(node: &Node, problems: &mut Vec<Diagnostic>) -> Option<String> {
    checked(node, WebUrl::parse, problems).map(|url| url.href())
}

/// The hosts whose frames may be shown: each ends in the policy of every page.
pub(super) fn hosts(settings: &mut Settings<'_>) -> Vec<Host> {
    let mut hosts = Vec::new();
    for item in settings.node("video_hosts").map_or(&[][..], Node::items) {
        match item.text().and_then(Host::parse) {
            Some(host) => hosts.push(host),
            None => settings.invalid(item.span, "video_hosts", "help-host"),
        }
    }
    hosts
}

/// Reads an address; what is none is reported at its place.
fn checked<T>(
    node: &Node,
    read: impl Fn(&str) -> Result<T, Fault>,
    problems: &mut Vec<Diagnostic>,
) -> Option<T> {
    let written = node.text().unwrap_or_default();
    read(written).map_err(|fault| problems.push(fault.at(node.span, written))).ok()
}
