//! Raw HTML in content: an allow-list, and messages for what is left out.
//!
//! Tags that change how a browser reads what follows are cleaned on their own, before they are written, so
//! that an unclosed one cannot swallow the page; the whole text is cleaned once more after it is written,
//! which also closes what was left open. Texts without raw HTML never come here.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::{Arc, Mutex};

use ammonia::{Builder, UrlRelative};

use super::ids::is_of_the_page;
use super::{rules, tag};
use crate::address::{Host, frame_host};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// Elements that authors may use. Everything that `html` writes itself is among them.
const TAGS: [&str; 65] = [
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "iframe",
    "img",
    "ins",
    "kbd",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "picture",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "source",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// Elements after which a browser reads in another mode, or whose content goes with them.
const ISOLATED: [&str; 14] = [
    "script",
    "style",
    "iframe",
    "textarea",
    "title",
    "plaintext",
    "xmp",
    "noembed",
    "noframes",
    "noscript",
    "svg",
    "math",
    "template",
    "select",
];

/// Elements that open another language: formulas, drawings.
const FOREIGN: [&str; 2] = ["math", "svg"];

/// Elements whose words are apart from those around them, though the element itself is not published.
const APART: [&str; 9] =
    ["button", "center", "dialog", "dir", "fieldset", "form", "legend", "optgroup", "option"];

/// Parts of formulas and drawings: they are told with the whole.
const PARTS: [&str; 26] = [
    "circle", "defs", "ellipse", "g", "line", "mfrac", "mi", "mn", "mo", "mover", "mroot", "mrow", "msqrt",
    "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "path", "polygon",
    "rect", "text",
];

/// Elements whose text no reader sees.
pub(super) const SWALLOWED: [&str; 2] = ["script", "style"];

/// Attributes of any element.
const ATTRIBUTES: [&str; 10] = [
    "class",
    "id",
    "lang",
    "dir",
    "title",
    "role",
    "tabindex",
    "aria-label",
    "aria-labelledby",
    "aria-hidden",
];

/// The sanitiser, made once for a text: making it costs more than cleaning a tag.
pub(crate) struct Cleaner {
    builder: Builder<'static>,
    /// The ids of the piece that is being cleaned.
    seen: Arc<Mutex<HashSet<String>>>,
}

impl Cleaner {
    /// Makes one that shows frames of these hosts.
    pub(crate) fn new(frame_hosts: &[Host]) -> Self {
        let seen = Arc::new(Mutex::new(HashSet::new()));
        Self { builder: builder(frame_hosts.to_vec(), seen.clone()), seen }
    }

    /// Cleans a finished text, or a piece that is to stand for itself.
    pub(crate) fn clean(&self, html: &str) -> String {
        if let Ok(mut ids) = self.seen.lock() {
            ids.clear();
        }
        let cleaned = self.builder.clean(html).to_string();
        without_empty(&without_empty(&cleaned, "<iframe", "</iframe>"), "<img", ">")
    }
}

fn builder(hosts: Vec<Host>, seen: Arc<Mutex<HashSet<String>>>) -> Builder<'static> {
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.into_iter().collect())
        .clean_content_tags(HashSet::from(["script", "style", "template", "noembed", "noframes", "xmp"]))
        .generic_attributes(ATTRIBUTES.into_iter().collect())
        .tag_attributes(tag_attributes())
        .set_tag_attribute_value("iframe", "loading", "lazy")
        .set_tag_attribute_value("iframe", "referrerpolicy", "strict-origin-when-cross-origin")
        .set_tag_attribute_value(
            "iframe",
            "sandbox",
            "allow-scripts allow-same-origin allow-presentation allow-popups",
        )
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "ftp", "sms"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener"))
        .attribute_filter(move |element, attribute, value| match (element, attribute) {
            ("iframe", "src") => frame_allowed(value, &hosts).then_some(Cow::Borrowed(value)),
            // The policy of the page forbids pictures of other sites; an empty frame for one is no use.
            ("img", "src") => (!is_remote(value)).then_some(Cow::Borrowed(value)),
            ("img" | "source", "srcset") => (!is_any_remote(value)).then_some(Cow::Borrowed(value)),
            (_, "id") if is_of_the_page(value) => None,
            (_, "id") => {
                seen.lock().is_ok_and(|mut ids| ids.insert(value.to_owned())).then_some(value.into())
            }
            _ => Some(Cow::Borrowed(value)),
        });
    builder
}

fn tag_attributes() -> HashMap<&'static str, HashSet<&'static str>> {
    HashMap::from([
        ("a", HashSet::from(["href"])),
        ("img", HashSet::from(["src", "alt", "width", "height", "loading", "decoding", "srcset", "sizes"])),
        ("source", HashSet::from(["type", "srcset", "sizes"])),
        ("iframe", HashSet::from(["src", "width", "height", "allowfullscreen"])),
        ("ol", HashSet::from(["start", "reversed"])),
        ("li", HashSet::from(["value"])),
        ("th", HashSet::from(["scope", "colspan", "rowspan"])),
        ("td", HashSet::from(["colspan", "rowspan"])),
        ("col", HashSet::from(["span"])),
        ("colgroup", HashSet::from(["span"])),
        ("details", HashSet::from(["open"])),
    ])
}

/// Makes a raw piece safe to be written among our own tags: one that could swallow what follows is cleaned
/// alone, others wait for the pass over the whole.
pub(crate) fn piece<'a, 'c>(html: &'a str, cleaner: impl FnOnce() -> &'c Cleaner) -> Cow<'a, str> {
    let comment =
        html.trim().strip_prefix("<!--").and_then(|rest| rest.find("-->").map(|end| rest.len() - end - 3));
    if comment == Some(0) {
        return Cow::Borrowed("");
    }
    let isolate =
        html.contains("<!") || html.contains("<?") || tag_names(html).any(|name| is_isolated(&name));
    let html = without_unpublished(html);
    if isolate { Cow::Owned(cleaner().clean(&html)) } else { html }
}

/// A piece without the tags that are not published; what is between them stays. The sanitiser would take the words out of
/// formulas and drawings too.
fn without_unpublished(html: &str) -> Cow<'_, str> {
    let opens_mode = |name: &str| ISOLATED.contains(&name) && !FOREIGN.contains(&name);
    let goes = |tag: &tag::Tag| !is_published(&tag.name) && !opens_mode(&tag.name);
    let (mut out, mut end) = (String::new(), 0);
    for tag in tag::tags(html).filter(goes) {
        out.push_str(&html[end..tag.range.start]);
        out.push_str(if APART.contains(&&*tag.name) { " " } else { "" });
        end = tag.range.end;
    }
    if end == 0 { Cow::Borrowed(html) } else { Cow::Owned(out + &html[end..]) }
}

/// Messages about the elements of a raw piece that will not be published, one for each name. What stands inside a
/// script or a style goes with it.
pub(crate) fn removed(html: &str, place: impl Fn(Range<usize>) -> Span) -> Vec<Diagnostic> {
    let (mut told, mut unseen) = (HashSet::new(), None);
    let mut out = Vec::new();
    for tag in tag::tags(html) {
        if unseen.is_some() {
            unseen = unseen.filter(|name| !(tag.closing && *name == tag.name));
            continue;
        }
        unseen = SWALLOWED.into_iter().find(|name| !tag.closing && *name == tag.name);
        if !tag.closing && is_published(&tag.name) && is_hidden(html, &tag) {
            out.push(Diagnostic::warning(rules::HTML_HIDDEN).at(place(tag.range.clone())).help("help"));
        }
        let alone = !tag.closing && !is_published(&tag.name) && !PARTS.contains(&&*tag.name);
        if alone && told.insert(tag.name.clone()) {
            let removed = Diagnostic::warning(rules::HTML_REMOVED).at(place(tag.range));
            let help = match &*tag.name {
                "video" | "audio" => "help-played",
                "math" => "help-formula",
                "svg" => "help-drawing",
                _ => "help",
            };
            out.push(removed.arg("tag", tag.name).help(help));
        }
    }
    out
}

/// Whether its author meant readers not to see an element: what hides it is left out, so they would.
fn is_hidden(html: &str, tag: &tag::Tag) -> bool {
    let style =
        tag.attribute(html, "style").map(|style| html[style.value.clone()].to_lowercase().replace(' ', ""));
    tag.attribute(html, "hidden").is_some()
        || style.is_some_and(|style| style.contains("display:none") || style.contains("visibility:hidden"))
}

/// Whether authors may use an element.
pub(crate) fn is_published(name: &str) -> bool {
    TAGS.contains(&name)
}

/// The lower-case names of the opening tags.
fn tag_names(html: &str) -> impl Iterator<Item = String> + '_ {
    html.split('<').skip(1).filter_map(|rest| {
        let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        (!name.is_empty() && rest.starts_with(|c: char| c.is_ascii_alphabetic()))
            .then(|| name.to_ascii_lowercase())
    })
}

/// The name of an element whose text is dropped with it, when an inline tag opens one.
pub(crate) fn swallowed(inline: &str) -> Option<&'static str> {
    let name = tag_names(inline).next()?;
    SWALLOWED.into_iter().find(|known| *known == name)
}

fn is_isolated(name: &str) -> bool {
    ISOLATED.contains(&name)
}

fn is_remote(address: &str) -> bool {
    !matches!(super::of_target(address), super::LinkKind::Path | super::LinkKind::Root)
}

/// Whether any address of a list of pictures by widths leads to another site.
fn is_any_remote(srcset: &str) -> bool {
    srcset.split(',').filter_map(|one| one.split_whitespace().next()).any(is_remote)
}

/// Tells whether a frame's address is a secure one on a host of the list, so that it is shown.
#[must_use]
pub(crate) fn frame_allowed(address: &str, hosts: &[Host]) -> bool {
    frame_host(address).is_some_and(|host| hosts.iter().any(|allowed| allowed.as_str() == host))
}

/// Drops elements that lost their address to the filter.
fn without_empty(html: &str, open: &str, close: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(open) {
        let (before, element) = rest.split_at(at);
        out.push_str(before);
        let tag = element.find('>').map_or(element, |end| &element[..=end]);
        let whole = element.find(close).map_or(element.len(), |end| end + close.len());
        let keep = tag.contains(" src=\"");
        out.push_str(if keep { &element[..whole] } else { "" });
        rest = &element[whole..];
    }
    out.push_str(rest);
    out
}
