//! Markdown to HTML: safe, accessible, and with the same anchors as the outline.
//!
//! No word is added that the text does not have: the table of contents is handed over beside the HTML, and
//! buttons are the theme's. Every element that the writer makes is known to the sanitiser's allow-list.

mod links;
mod notes;
mod table;
mod writer;

use super::annotate::annotate;
use super::excess::Watch;
use super::step::{Annotated, PartKind, What};
use super::{Features, LinkKind, sanitize};
use writer::Writer;

/// Where a link leads.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Target {
    /// The address, ready for `href` but for escaping.
    pub(crate) href: String,
    /// The title of what is there, for links without words of their own; empty for links of other kinds.
    pub(crate) title: String,
}

/// An image as it is published.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Image {
    /// Its address.
    pub(crate) src: String,
    /// Width and height in pixels, so that the page does not jump while it loads.
    pub(crate) size: Option<(u32, u32)>,
    /// Addresses for other widths, ready for `srcset`.
    pub(crate) srcset: Option<String>,
}

/// Answers for everything outside the text.
pub(crate) trait Resolver {
    /// Where a link inside the site leads; `None` for one of which only the words stay.
    fn link(&self, kind: &LinkKind, target: &str) -> Option<Target>;

    /// The image that a target inside the site names.
    fn image(&self, kind: &LinkKind, target: &str) -> Option<Image>;
}

/// What a site decides about the HTML of its texts.
#[derive(Clone, Debug, Default)]
pub(crate) struct HtmlOptions {
    /// Hosts whose frames (videos) may be shown: `rutube.ru`.
    pub(crate) frame_hosts: Vec<crate::address::Host>,
    /// Names that only screen readers say.
    pub(crate) labels: Labels,
}

/// Names that only screen readers say; left out when empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    /// A table that can be scrolled (`markup-table` of the translations).
    pub(crate) table: String,
    /// The way back from a footnote (`markup-footnote-back`).
    pub(crate) footnote_back: String,
}

/// The HTML of a text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Rendered {
    /// The text.
    pub(crate) html: String,
    /// Its contents: headings of an ordinary page, sections of a regulation.
    pub(crate) toc: Vec<TocEntry>,
    /// There is a table.
    pub(crate) has_table: bool,
    /// There is a frame of another site.
    pub(crate) has_frame: bool,
}

/// A line of the table of contents.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct TocEntry {
    /// The anchor.
    pub(crate) anchor: String,
    /// The number as printed, without its dot.
    pub(crate) number: Option<String>,
    /// The words, or the first words of a section that has no heading.
    pub(crate) title: String,
    /// The level from 2.
    pub(crate) level: u8,
}

/// Renders a Markdown text.
#[must_use]
pub(crate) fn html(
    text: &str,
    features: Features,
    resolver: &dyn Resolver,
    options: &HtmlOptions,
) -> Rendered {
    let mut annotated = annotate(text, features);
    let anchors = std::mem::take(&mut annotated.anchors);
    let mut writer = Writer::new(text.len(), &annotated.parts, features, resolver, options);
    writer.shift = annotated.shift;
    writer.anchors = anchors;
    // The outline refused such a text; whoever draws it nevertheless gets it without its tags.
    let mut excess = Watch::new(text.len());
    for step in &annotated.steps {
        if let What::Event(event) = &step.what {
            excess.event(event, &step.range);
        }
    }
    writer.without_raw = excess.exceeded();
    for (at, step) in annotated.steps.iter().enumerate() {
        writer.step(step, annotated.steps.get(at + 1));
    }
    let has_table = writer.has_table;
    let html = finish(writer, options);
    let has_frame = html.contains("<iframe");
    Rendered { toc: toc(text, &annotated, features), has_frame, has_table, html }
}

/// The writer's text, cleaned if raw HTML is in it.
fn finish(writer: Writer<'_>, options: &HtmlOptions) -> String {
    let raw = writer.has_raw;
    let html = writer.finish();
    if raw { sanitize::Cleaner::new(&options.frame_hosts).clean(&html) } else { html }
}

fn toc(text: &str, annotated: &Annotated<'_>, features: Features) -> Vec<TocEntry> {
    let listed = |part: &&super::step::Part| match part.kind {
        PartKind::Lead | PartKind::Clause => false,
        PartKind::Section => true,
        PartKind::Heading => !features.clauses || part.level <= 2,
    };
    let entry = |part: &super::step::Part| TocEntry {
        anchor: part.anchor.clone(),
        number: part.number.as_ref().map(|printed| printed.text.trim_end_matches(['.', ')']).to_owned()),
        title: if part.heading.is_empty() { first_words(text, part) } else { part.heading.clone() },
        level: part.level.max(2),
    };
    annotated.parts.iter().filter(listed).map(entry).collect()
}

/// The first words of a section without a heading.
fn first_words(text: &str, part: &super::step::Part) -> String {
    const LONGEST: usize = 60;
    let from = part.number.as_ref().map_or(part.range.start, |printed| printed.range.end);
    let line =
        text.get(from..part.range.end).unwrap_or_default().trim_start_matches(['.', ' ', '\u{a0}', '\t']);
    let paragraph = super::plain(line.split("\n\n").next().unwrap_or_default());
    if paragraph.chars().count() <= LONGEST {
        return paragraph;
    }
    let cut: String = paragraph.chars().take(LONGEST).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':']))
}
