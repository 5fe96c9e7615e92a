//! «п. 2.1», «подпункт «а» пункта 2.3», «раздел 3 настоящего Положения»: references in the text of a
//! regulation to its own parts become links. The words stay as they are.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::super::at::At;
use super::super::rules;
use super::super::step::{Anchors, Annotated, Step, What};
use super::citation::{self, Citation};
use super::piece::{cut, piece_of};
use crate::diagnostic::Diagnostic;

/// A run of text and line breaks that a reference may lie in, joined.
#[derive(Debug, Default)]
struct Run<'a> {
    steps: Vec<Step<'a>>,
    joined: String,
}

/// Puts links around the references of all running text: not in headings, links and code.
pub(super) fn link(annotated: &mut Annotated<'_>) {
    let steps = std::mem::take(&mut annotated.steps);
    let mut out = Vec::with_capacity(steps.len() + steps.len() / 16);
    let (mut run, mut closed) = (Run::default(), 0_usize);
    for step in steps {
        match &step.what {
            What::Event(Event::Text(text)) if closed == 0 => run.joined.push_str(text),
            What::Event(Event::SoftBreak | Event::HardBreak) if closed == 0 => run.joined.push(' '),
            other => {
                closed += usize::from(matches!(other, What::Event(Event::Start(tag)) if is_closed(tag)));
                closed -= usize::from(matches!(other, What::Event(Event::End(tag)) if ends_closed(*tag)));
                flush(&mut run, &mut out, &annotated.anchors, &mut annotated.missing);
                out.push(step);
                continue;
            }
        }
        run.steps.push(step);
    }
    flush(&mut run, &mut out, &annotated.anchors, &mut annotated.missing);
    annotated.steps = out;
}

fn is_closed(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Heading { .. })
}

fn ends_closed(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock | TagEnd::Heading(_))
}

/// Appends a run with its references linked.
fn flush<'a>(
    run: &mut Run<'a>,
    out: &mut Vec<Step<'a>>,
    anchors: &Anchors,
    missing: &mut Vec<(Range<usize>, String)>,
) {
    let run = std::mem::take(run);
    let mut links: Vec<(Range<usize>, String)> = Vec::new();
    let mut way = Way { rest: &run.steps, at: 0 };
    for citation in citation::find(&run.joined) {
        match target(&citation, anchors) {
            Some(anchor) => links.push((citation.range, anchor)),
            None if citation.own => missing.push((way.back(&citation.range), citation.shown)),
            None => {}
        }
    }
    if links.is_empty() {
        out.extend(run.steps);
        return;
    }
    wrap(run, &links, out);
}

/// The first anchor of those that the citation may mean which the text has.
fn target(citation: &Citation, anchors: &Anchors) -> Option<String> {
    citation.wishes.iter().find(|wish| anchors.has(wish)).cloned()
}

/// The way back from the joined text to the source, for ranges in the order of the text.
struct Way<'r, 'a> {
    /// The steps from the last range on.
    rest: &'r [Step<'a>],
    /// Where they begin in the joined text.
    at: usize,
}

impl Way<'_, '_> {
    /// Where a range of the joined text lies in the source.
    fn back(&mut self, range: &Range<usize>) -> Range<usize> {
        while let Some((first, rest)) = self.rest.split_first()
            && self.at + length(first) <= range.start
        {
            (self.at, self.rest) = (self.at + length(first), rest);
        }
        let (mut at, mut found) = (self.at, None::<Range<usize>>);
        for step in self.rest {
            let length = length(step);
            let (from, to) = (range.start.max(at), range.end.min(at + length));
            if from >= to {
                break;
            }
            let exact = length == step.range.len();
            let here = if exact {
                step.range.start + from - at..step.range.start + to - at
            } else {
                step.range.clone()
            };
            found = Some(found.map_or(here.clone(), |before| before.start..here.end));
            at += length;
        }
        found.unwrap_or(0..0)
    }
}

/// Bytes of a step in the joined text.
fn length(step: &Step<'_>) -> usize {
    if let What::Event(Event::Text(text)) = &step.what { text.len() } else { 1 }
}

/// Cuts the texts of a run at the borders of its links.
fn wrap<'a>(run: Run<'a>, links: &[(Range<usize>, String)], out: &mut Vec<Step<'a>>) {
    let mut links = links.iter().peekable();
    let mut at = 0;
    for step in run.steps {
        let end = at + length(&step);
        let mut from = at;
        while let Some((range, anchor)) = links.peek() {
            if range.start >= from && range.start < end {
                cut(out, &step, from - at..range.start - at);
                from = range.start;
                out.push(mark(What::Refer(anchor.clone()), step.range.start));
            }
            if range.end > end || range.start >= end {
                break;
            }
            cut(out, &step, from - at..range.end - at);
            from = range.end;
            out.push(mark(What::Referred, step.range.end));
            links.next();
        }
        if from == at {
            out.push(step);
        } else if from < end {
            out.push(piece_of(&step, from - at..end - at));
        }
        at = end;
    }
}

fn mark<'a>(what: What<'a>, at: usize) -> Step<'a> {
    Step { what, range: at..at, anchor: None }
}

/// Warns about references that name this very text but lead nowhere.
pub(crate) fn check(annotated: &Annotated<'_>, at: At) -> Vec<Diagnostic> {
    let warning = |(range, shown): &(Range<usize>, String)| {
        Diagnostic::warning(rules::CLAUSE_REFERENCE)
            .at(at.span(range))
            .arg("reference", shown.clone())
            .help("help")
    };
    annotated.missing.iter().map(warning).collect()
}
