//! One document: a section with what it needs of its page.

use std::borrow::Cow;
use std::collections::BTreeMap;

use kabinet_search::{PageDocument, SectionDocument, Standing, Stemmer, address_of};
use serde::Serialize;

use super::fields::facet_field;
use crate::options::SearchServer as Server;

/// The time stamp of what has no date.
pub(super) const UNDATED: &str = "2000-01-01";

/// A section as a search server is given it. The charter of this module's parent says what the fields hold.
#[derive(Serialize)]
pub(super) struct Section<'p> {
    id: String,
    page: &'p str,
    anchor: &'p str,
    title: &'p str,
    heading: &'p str,
    text: Cow<'p, str>,
    title_stems: &'p str,
    stems: String,
    kind: &'p str,
    kind_label: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    standing: Standing,
    links: u32,
    #[serde(flatten)]
    facets: BTreeMap<String, Vec<&'p str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timestamp: Option<String>,
}

impl<'p> Section<'p> {
    /// Makes a document of a section.
    pub(super) fn new(
        page: &'p PageDocument,
        section: &'p SectionDocument,
        title_stems: &'p str,
        server: Server,
        stemmer: &mut Stemmer,
    ) -> Self {
        let beginning = section.anchor.is_empty();
        let text = if beginning { with_fields(page, section) } else { Cow::Borrowed(section.text.as_str()) };
        let date = page.date.and_then(day);
        let stamped =
            (server == Server::Quickwit).then(|| date.clone().unwrap_or_else(|| UNDATED.to_owned()));
        Self {
            id: address_of(&page.url, &section.anchor),
            page: &page.url,
            anchor: &section.anchor,
            title: &page.title,
            heading: &section.heading,
            title_stems,
            stems: stems(page, section, &text, stemmer),
            text,
            kind: &page.kind,
            kind_label: &page.kind_label,
            timestamp: stamped,
            date,
            standing: page.standing,
            links: page.links,
            facets: facets(page),
        }
    }
}

/// The text of the beginning of a page with the values of its fields, a line each; their labels are no text.
fn with_fields<'p>(page: &'p PageDocument, section: &'p SectionDocument) -> Cow<'p, str> {
    if page.fields.is_empty() {
        return Cow::Borrowed(&section.text);
    }
    let values = page.fields.iter().map(|(_, value)| value.as_str());
    let lines: Vec<&str> =
        std::iter::once(section.text.as_str()).filter(|text| !text.is_empty()).chain(values).collect();
    Cow::Owned(lines.join("\n"))
}

fn stems(page: &PageDocument, section: &SectionDocument, text: &str, stemmer: &mut Stemmer) -> String {
    let keywords = if section.anchor.is_empty() { page.keywords.as_slice() } else { &[] };
    let texts = [section.heading.as_str(), text].into_iter().chain(keywords.iter().map(String::as_str));
    let parts: Vec<String> = texts.map(|text| stemmer.export_stems(text)).collect();
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn facets(page: &PageDocument) -> BTreeMap<String, Vec<&str>> {
    let mut facets: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (id, value) in &page.facets {
        facets.entry(facet_field(id)).or_default().push(value);
    }
    facets
}

/// The day of a number of days since 1970.
fn day(days: i32) -> Option<String> {
    let span = jiff::Span::new().try_days(days).ok()?;
    Some(jiff::civil::date(1970, 1, 1).checked_add(span).ok()?.to_string())
}
