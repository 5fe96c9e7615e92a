//! Raw HTML in Markdown, as far as it names addresses and places: links, images, frames and ids in it are like others.

use std::ops::Range;

use pulldown_cmark::{Event, Tag as Markdown};

use super::entity;
use super::sanitize::is_published;
use super::tag::{Attribute, Tag, tags};

/// An attribute of a raw tag that holds an address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Address {
    /// What it is the address of.
    pub(crate) of: Element,
    /// The place of its value.
    pub(crate) value: Range<usize>,
    /// The value as a browser reads it.
    pub(crate) target: String,
    /// The text that stands for an image.
    pub(crate) alt: Option<String>,
}

/// Elements with addresses.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Element {
    /// `<a href>`
    Link,
    /// `<img src>`
    Image,
    /// `<iframe src>`
    Frame,
}

/// How many links and images an event begins: each stands in the outline, in this order.
pub(crate) fn links(event: &Event<'_>) -> usize {
    match event {
        Event::Start(Markdown::Link { .. } | Markdown::Image { .. }) => 1,
        Event::Html(html) | Event::InlineHtml(html) => {
            addresses(html).iter().filter(|address| address.of != Element::Frame).count()
        }
        _ => 0,
    }
}

/// Finds the addresses in a piece of raw HTML.
pub(crate) fn addresses(html: &str) -> Vec<Address> {
    tags(html).filter(|tag| !tag.closing).filter_map(|tag| address(html, &tag)).collect()
}

fn address(html: &str, tag: &Tag) -> Option<Address> {
    let (of, attribute) = match tag.name.as_str() {
        "a" => (Element::Link, "href"),
        "img" => (Element::Image, "src"),
        "iframe" => (Element::Frame, "src"),
        _ => return None,
    };
    let value = tag.attribute(html, attribute)?.value.clone();
    // `<a href>` has no value, and no place for one.
    (!value.is_empty() || html[..value.start].ends_with(['"', '\''])).then_some(())?;
    let alt = tag.attribute(html, "alt").map(|alt| html[alt.value.clone()].to_owned());
    let target = entity::decoded(&html[value.clone()]).into_owned();
    Some(Address { of, value, target, alt })
}

/// The places that an author marked in a piece of raw HTML: `<div id="ogr">`, and `<a name="ogr">` of old pages.
pub(crate) fn ids(html: &str) -> impl Iterator<Item = &str> {
    tags(html).filter(|tag| !tag.closing && is_published(&tag.name)).filter_map(move |tag| {
        let id = tag.attribute(html, "id").or_else(|| old_name(html, &tag))?;
        Some(&html[id.value.clone()]).filter(|id| is_id(id))
    })
}

/// Where `name` stands for `id` in a piece of raw HTML.
pub(crate) fn old_names(html: &str) -> Vec<Range<usize>> {
    let names = tags(html).filter(|tag| !tag.closing && tag.attribute(html, "id").is_none());
    names.filter_map(|tag| old_name(html, &tag).map(|name| name.name.clone())).collect()
}

fn old_name<'t>(html: &str, tag: &'t Tag) -> Option<&'t Attribute> {
    tag.attribute(html, "name").filter(|_| tag.name == "a")
}

/// Whether a text can be an id: signs without spaces, and none that a browser would read as others.
fn is_id(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || matches!(c, '&' | '\0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_raw_tags_are_found() {
        let html = "<p data-src=\"no\"><A class='x' HREF = \"a.docx\">б</A> <img alt=\"Фото\" src='b.png'>";
        let found: Vec<_> = addresses(html).into_iter().map(|a| (a.of, &html[a.value], a.alt)).collect();
        let bare: Vec<_> =
            addresses("<a href=a.docx><a href><img src=>").into_iter().map(|a| a.target).collect();
        assert_eq!(bare, ["a.docx"]);
        assert_eq!(
            found,
            [(Element::Link, "a.docx", None), (Element::Image, "b.png", Some("Фото".to_owned()))]
        );
    }
}
