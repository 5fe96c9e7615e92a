//! A text as HTML.

use super::super::annotate::annotate;
use super::super::excess::Watch;
use super::super::features::Features;
use super::super::step::What;
use super::super::{formula, raw, sanitize};
use super::options::HtmlOptions;
use super::resolver::Resolver;
use super::toc::{self, TocEntry};
use super::writer::Writer;

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
    let mut link = 0;
    for (at, step) in annotated.steps.iter().enumerate() {
        writer.link = link;
        writer.step(step, annotated.steps.get(at + 1));
        if let What::Event(event) = &step.what {
            link += raw::links(event);
        }
    }
    let has_table = writer.has_table;
    let html = finish(writer, options);
    let has_frame = html.contains("<iframe");
    Rendered { toc: toc::of(text, &annotated, features), has_frame, has_table, html }
}

/// The writer's text, cleaned if raw HTML is in it.
fn finish(writer: Writer<'_>, options: &HtmlOptions) -> String {
    let raw = writer.has_raw;
    let (html, formulas) = writer.finish();
    let html = if raw { sanitize::Cleaner::new(&options.frame_hosts).clean(&html) } else { html };
    // Formulas are made of an allow-list of their own, which the cleaner does not know.
    if formulas.is_empty() { html } else { formula::put_in(&html, &formulas) }
}
