//! Links and images: resolved, or their words plainly where they lead nowhere.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::LinkType;

use super::super::link::{self, LinkKind};
use super::super::{escape, is_decoration, raw};
use super::writer::{Alt, Writer};

impl Writer<'_> {
    pub(super) fn open_link(&mut self, link_type: LinkType, target: &str, title: &str) {
        let kind = link::kind(link_type, target);
        let external = kind == LinkKind::External;
        let href = match &kind {
            LinkKind::External if link_type == LinkType::Email => Some(format!("mailto:{target}")),
            // An address of the web may be one of the site itself, copied from a browser.
            LinkKind::External => {
                let found = self.resolver.link(self.link, &kind, target).map(|found| found.href);
                Some(found.unwrap_or_else(|| target.to_owned()))
            }
            LinkKind::Forbidden => None,
            LinkKind::Wiki { .. } | LinkKind::Fragment | LinkKind::Root | LinkKind::Path => {
                let found = self.resolver.link(self.link, &kind, target);
                if let (LinkType::WikiLink { has_pothole: false }, Some(found)) = (link_type, &found) {
                    self.replace = Some(found.title.clone());
                }
                found.map(|found| found.href)
            }
        };
        let Some(href) = href else {
            return self.closing.push("");
        };
        self.out.push_str("<a href=\"");
        escape::href(&mut self.out, &href);
        self.attribute_title(title);
        let inside = href.starts_with(['/', '#']);
        let away = external && !inside && !target.starts_with("mailto:") && !target.starts_with("tel:");
        self.out.push_str(if away && link_type != LinkType::Email { "\" rel=\"noopener\">" } else { "\">" });
        self.closing.push("</a>");
    }

    pub(super) fn close_link(&mut self) {
        if let Some(title) = self.replace.take() {
            self.text(&title);
        }
        let closing = self.closing.pop().unwrap_or_default();
        self.out.push_str(closing);
    }

    /// Opens an image: its words are gathered until its end and become its `alt`.
    pub(super) fn open_image(&mut self, target: &str, title: &str) {
        self.alt = Some(Alt::default());
        let Some(image) = self.resolver.image(self.link, &link::of_target(target), target) else {
            return self.closing.push("");
        };
        if let Some(webp) = &image.webp {
            self.out.push_str("<picture><source type=\"image/webp");
            self.attribute("srcset", webp);
            self.attribute("sizes", &image.sizes);
            self.out.push_str("\">");
        }
        self.out.push_str("<img src=\"");
        escape::href(&mut self.out, &image.src);
        if let Some(srcset) = &image.srcset {
            self.attribute("srcset", srcset);
            self.attribute("sizes", &image.sizes);
        }
        self.attribute_title(title);
        if let Some((width, height)) = image.size {
            let _ = write!(self.out, "\" width=\"{width}\" height=\"{height}");
        }
        self.out.push_str(if image.first { "" } else { "\" loading=\"lazy" });
        self.out.push_str("\" decoding=\"async\" alt=\"");
        self.closing.push(if image.webp.is_some() { "\"></picture>" } else { "\">" });
    }

    pub(super) fn close_image(&mut self) {
        let closing = self.closing.pop().unwrap_or_default();
        let alt = self.alt.take().unwrap_or_default();
        if !is_decoration(&alt.words) {
            self.text(&alt.words);
        }
        self.out.push_str(closing);
    }

    /// Raw HTML with its addresses inside the site resolved, and old names of places as ids.
    pub(super) fn resolve_raw<'h>(&self, html: &'h str) -> Cow<'h, str> {
        let mut changes: Vec<(Range<usize>, String)> = Vec::new();
        let mut next = self.link;
        for address in raw::addresses(html) {
            let (target, at) = (address.target.as_str(), next);
            next += usize::from(address.of != raw::Element::Frame);
            let resolved = match (link::of_target(target), address.of) {
                (LinkKind::Forbidden, _) | (_, raw::Element::Frame) => None,
                (LinkKind::External, raw::Element::Image) => None,
                (kind, raw::Element::Image) => self.resolver.image(at, &kind, target).map(|image| image.src),
                (kind, raw::Element::Link) => self.resolver.link(at, &kind, target).map(|found| found.href),
            };
            let Some(resolved) = resolved else { continue };
            let mut escaped = String::new();
            escape::href(&mut escaped, &resolved);
            let quoted = html[..address.value.start].ends_with(['"', '\'']);
            changes.push((address.value, if quoted { escaped } else { format!("\"{escaped}\"") }));
        }
        changes.extend(raw::old_names(html).into_iter().map(|name| (name, "id".to_owned())));
        changed(html, changes)
    }

    /// An attribute of the tag that is open in the value of another.
    fn attribute(&mut self, name: &str, value: &str) {
        let _ = write!(self.out, "\" {name}=\"");
        escape::text(&mut self.out, value);
    }

    fn attribute_title(&mut self, title: &str) {
        if !title.is_empty() {
            self.out.push_str("\" title=\"");
            self.text(title);
        }
    }
}

/// A text with stretches of it replaced.
fn changed(text: &str, mut changes: Vec<(Range<usize>, String)>) -> Cow<'_, str> {
    if changes.is_empty() {
        return Cow::Borrowed(text);
    }
    changes.sort_by_key(|(range, _)| range.start);
    let (mut out, mut at) = (String::with_capacity(text.len() + 64), 0);
    for (range, new) in changes {
        out.push_str(&text[at..range.start]);
        out.push_str(&new);
        at = range.end;
    }
    Cow::Owned(out + &text[at..])
}
