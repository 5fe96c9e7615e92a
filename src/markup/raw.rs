//! Raw HTML in Markdown, as far as it names addresses: links, images and frames in it are links like others.

use std::ops::Range;

/// An attribute of a raw tag that holds an address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Address {
    /// What it is the address of.
    pub(crate) of: Element,
    /// The place of its value.
    pub(crate) value: Range<usize>,
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

/// Finds the addresses in a piece of raw HTML.
pub(crate) fn addresses(html: &str) -> Vec<Address> {
    let mut found = Vec::new();
    let mut end = 0;
    for (open, _) in html.match_indices('<') {
        // An unclosed tag ends with the piece; where it ends is sought once for all that begin before.
        if end <= open {
            end = html[open..].find('>').map_or(html.len(), |length| open + length);
        }
        let unclosed = end == html.len();
        let tag = &html[open..end];
        let tag = if unclosed { &tag[..1 + tag[1..].find('<').unwrap_or(tag.len() - 1)] } else { tag };
        let name: String = tag[1..].chars().take_while(char::is_ascii_alphanumeric).collect();
        let (of, attribute) = match name.to_ascii_lowercase().as_str() {
            "a" => (Element::Link, "href"),
            "img" => (Element::Image, "src"),
            "iframe" => (Element::Frame, "src"),
            _ => continue,
        };
        let Some(value) = attribute_value(tag, attribute) else { continue };
        let alt = attribute_value(tag, "alt").map(|range| tag[range].to_owned());
        found.push(Address { of, value: open + value.start..open + value.end, alt });
    }
    found
}

/// The place of an attribute's value in a tag; quoted values only, others are left as they are.
fn attribute_value(tag: &str, name: &str) -> Option<Range<usize>> {
    let lower = tag.to_ascii_lowercase();
    let mut at = 0;
    while let Some(found) = lower[at..].find(name).map(|i| at + i) {
        at = found + name.len();
        let bounded = lower[..found].ends_with(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\''));
        let Some(value) = lower[at..].trim_start().strip_prefix('=').map(str::trim_start) else { continue };
        let Some(quote) = value.chars().next().filter(|c| bounded && matches!(c, '"' | '\'')) else {
            continue;
        };
        let start = lower.len() - value.len() + 1;
        return lower[start..].find(quote).map(|length| start..start + length);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_raw_tags_are_found() {
        let html = "<p data-src=\"no\"><A class='x' HREF = \"a.docx\">б</A> <img alt=\"Фото\" src='b.png'>";
        let found: Vec<_> = addresses(html).into_iter().map(|a| (a.of, &html[a.value], a.alt)).collect();
        assert_eq!(
            found,
            [(Element::Link, "a.docx", None), (Element::Image, "b.png", Some("Фото".to_owned()))]
        );
    }
}
