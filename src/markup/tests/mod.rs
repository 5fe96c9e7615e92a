//! Tests of the module as a whole; small parts are tested beside their code.

mod clauses;
mod laws;
mod pages;
mod seeds;

use super::{Features, HtmlOptions, Image, LinkKind, Outline, Resolver, SectionKind, Target, html, outline};
use crate::markup::html::Rendered;
use crate::markup::plain::without_tags;
use crate::source::Sources;

const CLAUSES: Features = Features { clauses: true };
const PLAIN: Features = Features { clauses: false };

/// A small site around the text.
struct Site;

impl Resolver for Site {
    fn link(&self, _: usize, kind: &LinkKind, target: &str) -> Option<Target> {
        let title = "Устав ИМЦ".to_owned();
        let href = match kind {
            LinkKind::Wiki { id, fragment } => {
                let anchor = fragment.as_ref().map_or(String::new(), |fragment| format!("#p-{fragment}"));
                (id == "ustav").then(|| format!("/imc/ustav/{anchor}"))
            }
            LinkKind::Path => file(target),
            LinkKind::Root => Some(format!("/imc{target}")),
            LinkKind::Fragment => Some(target.to_owned()),
            LinkKind::External | LinkKind::Forbidden => None,
        };
        href.map(|href| Target { href, title })
    }

    fn image(&self, _: usize, kind: &LinkKind, target: &str) -> Option<Image> {
        let src = if *kind == LinkKind::Path { file(target) } else { None };
        src.map(|src| Image { src, size: Some((640, 480)), ..Image::default() })
    }
}

fn file(path: &str) -> Option<String> {
    (!path.contains("missing")).then(|| format!("/imc/files/{}", path.trim_start_matches("../")))
}

/// A site that has no files and no documents, so that only addresses stay.
struct Nowhere;

impl Resolver for Nowhere {
    fn link(&self, _: usize, kind: &LinkKind, target: &str) -> Option<Target> {
        let known = matches!(kind, LinkKind::Root | LinkKind::Fragment);
        known.then(|| Target { href: target.to_owned(), title: String::new() })
    }

    fn image(&self, _: usize, _: &LinkKind, _: &str) -> Option<Image> {
        None
    }
}

/// Holds what the writer asks about against the links of the outline.
struct InOrder<'o>(&'o Outline);

impl Resolver for InOrder<'_> {
    fn link(&self, at: usize, kind: &LinkKind, target: &str) -> Option<Target> {
        let link = &self.0.links[at];
        assert_eq!((link.target.as_str(), &link.kind, link.image), (target, kind, false));
        None
    }

    fn image(&self, at: usize, _: &LinkKind, target: &str) -> Option<Image> {
        let link = &self.0.links[at];
        assert_eq!((link.target.as_str(), link.image), (target, true));
        None
    }
}

fn outlined(text: &str, features: Features) -> Outline {
    let source = Sources::default().add("content/test.md", text);
    outline(text, 0, source, features)
}

fn rendered(text: &str, features: Features) -> Rendered {
    let options = HtmlOptions {
        frame_hosts: vec![crate::address::Host::parse("rutube.ru").expect("a host")],
        ..HtmlOptions::default()
    };
    html(text, features, &Site, &options)
}

/// HTML of a text that links nowhere.
fn bare(text: &str, features: Features) -> String {
    html(text, features, &Nowhere, &HtmlOptions::default()).html
}

/// The rules of the messages with the text under their first label.
fn problems(text: &str) -> Vec<(&'static str, String)> {
    let found = outlined(text, CLAUSES).diagnostics.into_iter();
    found.map(|d| (d.rule.0, text[d.labels[0].span.range()].to_owned())).collect()
}

/// All ids of an HTML text, in order.
fn ids(html: &str) -> Vec<String> {
    let parts = html.split(" id=\"").skip(1);
    parts.map(|part| part.split('"').next().unwrap_or_default().to_owned()).collect()
}

/// How many numbered clauses a text has.
fn clauses(outline: &Outline) -> usize {
    outline.sections.iter().filter(|section| section.kind == SectionKind::Clause).count()
}

/// The text between tags.
fn stripped(html: &str) -> String {
    let text = without_tags(html);
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The words of a text: runs of letters and digits.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
