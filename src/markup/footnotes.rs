//! Footnotes that do not come together: a text written twice, one that nothing refers to, one without words. Where a
//! reference has no text, the parser takes it for words (`stray`).

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::at::At;
use super::rules;
use super::step::{Annotated, What};
use crate::diagnostic::Diagnostic;

/// The text of a footnote.
struct Told {
    name: String,
    range: Range<usize>,
    /// Whether it has no words.
    empty: bool,
}

/// The name by which a footnote is known: the parser makes no difference between capitals and small letters.
pub(super) fn name(written: &str) -> String {
    written.to_lowercase()
}

/// Finds them, each at the beginning of its text.
pub(super) fn check(text: &str, annotated: &Annotated<'_>, at: At) -> Vec<Diagnostic> {
    let (mut told, mut used, mut open) = (Vec::<Told>::new(), HashSet::new(), false);
    for step in &annotated.steps {
        let What::Event(event) = &step.what else { continue };
        match event {
            Event::FootnoteReference(written) => {
                used.insert(name(written));
            }
            Event::Start(Tag::FootnoteDefinition(written)) => {
                told.push(Told { name: name(written), range: step.range.clone(), empty: true });
                open = true;
            }
            Event::End(TagEnd::FootnoteDefinition) => open = false,
            Event::Start(Tag::Paragraph | Tag::Image { .. }) | Event::End(_) => {}
            _ if open => told.last_mut().into_iter().for_each(|told| told.empty = false),
            _ => {}
        }
    }
    let mut known = HashSet::new();
    let faults = told.iter().filter_map(|told| {
        let fault = if !known.insert(&told.name) {
            "twice"
        } else if !used.contains(&told.name) {
            "unused"
        } else if told.empty {
            "empty"
        } else {
            return None;
        };
        let line = text.get(told.range.clone())?.lines().next()?.trim_end();
        let label = &line[..line.find("]:").map_or(line.len(), |end| end + 1)];
        let place = at.span(&(told.range.start..told.range.start + line.len()));
        let problem = Diagnostic::warning(rules::FOOTNOTE_LOOSE).at(place);
        Some(problem.arg("fault", fault).arg("note", label).help(help(fault)))
    });
    faults.collect()
}

fn help(fault: &str) -> &'static str {
    match fault {
        "twice" => "help",
        "unused" => "help-unused",
        _ => "help-empty",
    }
}
