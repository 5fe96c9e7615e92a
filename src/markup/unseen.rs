//! What readers would not see although somebody wrote it: a link or a heading without words, an address that no link
//! uses, words between signs that browsers keep for themselves (`<? … ?>`, `<!IMPORTANT …>`).

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::at::At;
use super::rules;
use super::step::{Annotated, What};
use crate::diagnostic::Diagnostic;

/// Finds them, each at its place.
pub(super) fn check(text: &str, annotated: &Annotated<'_>, at: At) -> Vec<Diagnostic> {
    let (mut found, mut used, mut blocks) = (Vec::new(), HashSet::new(), Vec::new());
    let told = |what: &'static str, range: &Range<usize>, help| {
        Diagnostic::warning(rules::MARKUP_UNSEEN).at(at.span(range)).arg("what", what).help(help)
    };
    let mut before: Option<&Tag<'_>> = None;
    for step in &annotated.steps {
        let (event, range) = match &step.what {
            What::Event(event) => (event, &step.range),
            // A heading may have no word but its number.
            _ => {
                before = None;
                continue;
            }
        };
        match (before.take(), event) {
            (Some(Tag::Link { link_type, .. }), Event::End(_))
                if !matches!(link_type, LinkType::WikiLink { .. }) =>
            {
                found.push(told("link", range, "help"));
            }
            (Some(Tag::Heading { .. }), Event::End(_)) => {
                let line = text[range.clone()].trim_end();
                found.push(told("heading", &(range.start..range.start + line.len()), "help-heading"));
            }
            _ => {}
        }
        if let Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) = event
            && let Some(what) = aside(text, range)
        {
            let line = text[range.clone()].lines().next().unwrap_or_default().trim_end();
            found.push(told(what, &(range.start..range.start + line.len()), "help-aside"));
        }
        let Event::Start(tag) = event else { continue };
        match tag {
            Tag::Link { id, .. } | Tag::Image { id, .. } if !id.is_empty() => {
                used.insert(id.to_lowercase());
            }
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Table(_) | Tag::Heading { .. } => {
                blocks.push(range.clone());
            }
            _ => {}
        }
        before = Some(tag);
    }
    let loose = addresses(text).filter(|(name, line)| {
        let behind = blocks.partition_point(|block| block.end <= line.start);
        let inside = blocks.get(behind).is_some_and(|block| block.start <= line.start);
        !inside && !used.contains(&name.to_lowercase())
    });
    found.extend(loose.map(|(_, line)| told("address", &line, "help-address")));
    found
}

/// What browsers take for signs of their own: a stretch of it, or all the rest of the text where its end is missing.
/// Notes and the first line of a saved page are other matters.
fn aside(text: &str, range: &Range<usize>) -> Option<&'static str> {
    let html = text[range.clone()].trim_start();
    let others = html.starts_with("<!--")
        || html.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"));
    let end = match html {
        html if html.starts_with("<?") => "?>",
        html if html.starts_with("<![CDATA[") => "]]>",
        html if html.starts_with("<!") && !others => ">",
        _ => return None,
    };
    Some(if html.contains(end) { "aside" } else { "rest" })
}

/// The lines that say an address for links elsewhere, `[1]: https://…`, by their names. `[//]: #` is how people write
/// notes for themselves.
fn addresses(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    text.split_inclusive('\n').filter_map(|line| {
        let start = line.as_ptr().addr() - text.as_ptr().addr();
        let inner = line.trim();
        let (name, address) = inner.strip_prefix('[')?.split_once("]:")?;
        let note = name.starts_with(['^', '/']) || address.trim_start().starts_with('#');
        let from = start + line.len() - line.trim_start().len();
        (!note && !name.contains(['[', ']']) && !address.trim().is_empty())
            .then_some((name, from..from + inner.len()))
    })
}
