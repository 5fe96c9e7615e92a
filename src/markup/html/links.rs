//! Links and images: resolved, or their words plainly where they lead nowhere.

use std::borrow::Cow;
use std::fmt::Write as _;

use pulldown_cmark::LinkType;

use super::super::link::{self, LinkKind};
use super::super::{escape, raw};
use super::writer::{Alt, Writer};

impl Writer<'_> {
    pub(super) fn open_link(&mut self, link_type: LinkType, target: &str, title: &str) {
        let kind = link::kind(link_type, target);
        let external = kind == LinkKind::External;
        let href = match &kind {
            LinkKind::External if link_type == LinkType::Email => Some(format!("mailto:{target}")),
            LinkKind::External => Some(target.to_owned()),
            LinkKind::Forbidden => None,
            LinkKind::Wiki { .. } | LinkKind::Fragment | LinkKind::Root | LinkKind::Path => {
                let found = self.resolver.link(&kind, target);
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
        let away = external && !target.starts_with("mailto:") && !target.starts_with("tel:");
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
        let Some(image) = self.resolver.image(&link::of_target(target), target) else {
            return self.closing.push("");
        };
        self.out.push_str("<img src=\"");
        escape::href(&mut self.out, &image.src);
        if let Some(srcset) = &image.srcset {
            self.out.push_str("\" srcset=\"");
            escape::text(&mut self.out, srcset);
        }
        self.attribute_title(title);
        if let Some((width, height)) = image.size {
            let _ = write!(self.out, "\" width=\"{width}\" height=\"{height}");
        }
        self.out.push_str("\" loading=\"lazy\" decoding=\"async\" alt=\"");
        self.closing.push("\">");
    }

    pub(super) fn close_image(&mut self) {
        let closing = self.closing.pop().unwrap_or_default();
        let alt = self.alt.take().unwrap_or_default();
        self.text(&alt.words);
        self.out.push_str(closing);
    }

    /// Raw HTML with its addresses inside the site resolved.
    pub(super) fn resolve_raw<'h>(&self, html: &'h str) -> Cow<'h, str> {
        let mut out = String::new();
        let mut at = 0;
        for address in raw::addresses(html) {
            let target = &html[address.value.clone()];
            let resolved = match (link::of_target(target), address.of) {
                (LinkKind::External | LinkKind::Forbidden, _) | (_, raw::Element::Frame) => None,
                (kind, raw::Element::Image) => self.resolver.image(&kind, target).map(|image| image.src),
                (kind, raw::Element::Link) => self.resolver.link(&kind, target).map(|found| found.href),
            };
            let Some(resolved) = resolved else { continue };
            out.push_str(&html[at..address.value.start]);
            escape::href(&mut out, &resolved);
            at = address.value.end;
        }
        if at == 0 { Cow::Borrowed(html) } else { Cow::Owned(out + &html[at..]) }
    }

    fn attribute_title(&mut self, title: &str) {
        if !title.is_empty() {
            self.out.push_str("\" title=\"");
            self.text(title);
        }
    }
}
