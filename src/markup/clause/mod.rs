//! The clause engine: finds sections, clauses, lettered items and list items in the text of a regulation.
//!
//! Nothing is renumbered and no word is added or moved: printed numbers become marks inside the same text,
//! and parts only wrap what stands there anyway. A text says where its parts are in many ways (`## Ш. …`,
//! a paragraph `4.1Информационно`, a list item `- 3.1. Штатное`, an escaped `5\.`), all are understood here.

mod blocks;
mod citation;
pub(crate) mod number;
pub(crate) mod numbering;
mod paragraph;
pub(crate) mod reference;
mod through;

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag};

use super::annotate::Builder;
use super::step::{Annotated, MarkKind, Part, PartKind, Printed, Spanned, Step, What};
use number::{Number, Style};

/// Finds the structure of a regulation.
pub(crate) fn annotate<'a>(text: &'a str, events: Vec<Spanned<'a>>) -> Annotated<'a> {
    let builder = Builder::new(text.len(), events.len());
    let through = through::is_through(text, &events);
    let mut engine = Engine {
        text,
        through,
        builder,
        input: events.into_iter(),
        item_run: None,
        depth: 0,
        last_section: 0,
        annex: None,
    };
    while let Some(next) = engine.input.as_slice().first() {
        match next.0 {
            Event::Start(Tag::Heading { .. }) => engine.heading(),
            Event::Start(Tag::Paragraph) => engine.paragraph(),
            Event::Start(Tag::List(_)) => engine.list(),
            _ => engine.copy_block(),
        }
    }
    let mut annotated = engine.builder.finish();
    reference::link(&mut annotated);
    annotated
}

/// The pass over the top-level blocks.
#[derive(Debug)]
pub(crate) struct Engine<'a> {
    text: &'a str,
    builder: Builder<'a>,
    input: std::vec::IntoIter<Spanned<'a>>,
    /// The last number of a run of paragraphs `1\.`, `2\.` that are items of a clause, not sections.
    item_run: Option<u16>,
    /// How many lists deep the pass is.
    depth: usize,
    /// The greatest number of a section so far.
    last_section: u16,
    /// Whether a number of one part numbers a point, not a section.
    through: bool,
    /// The annex that the text has come to: its numbers begin anew.
    annex: Option<Annex>,
}

/// An annex inside the text of a regulation.
#[derive(Debug)]
struct Annex {
    /// What the anchors of its parts begin with.
    prefix: String,
    /// How many annexes there are so far.
    count: u16,
}

impl<'a> Engine<'a> {
    /// The number of the open section.
    fn section_number(&self) -> Option<u16> {
        let section = self.builder.open.first().map(|&index| &self.builder.out.parts[index])?;
        let numbered = section.kind == PartKind::Section;
        section.number.as_ref().filter(|_| numbered).map(|printed| printed.number.first())
    }

    /// Whether a printed number is that of a section or of a clause.
    fn numbers(&self, printed: &Printed) -> MarkKind {
        let point = self.through && printed.style == Style::Arabic;
        if printed.number.depth() > 1 || point { MarkKind::Clause } else { MarkKind::Section }
    }

    /// Opens the section or clause of a printed number and closes what it does not belong to.
    fn open_numbered(&mut self, printed: Printed, heading: String) {
        let number = printed.number.clone();
        let at = printed.range.start;
        let (kind, wish) = match self.numbers(&printed) {
            MarkKind::Section => (PartKind::Section, format!("s-{number}")),
            _ => (PartKind::Clause, format!("p-{number}")),
        };
        self.item_run = None;
        self.builder.close(at, |open| match (kind, open.kind) {
            (PartKind::Clause, PartKind::Section) => true,
            (PartKind::Clause, PartKind::Clause) => holds(open, &number),
            (PartKind::Clause, PartKind::Heading) => open.level <= 2,
            _ => false,
        });
        if kind == PartKind::Section {
            self.last_section = self.last_section.max(number.first());
        }
        let (prefix, scope) = self.annex.as_ref().map_or(("", 0), |annex| (&annex.prefix, annex.count));
        let anchor = self.builder.out.anchors.claim(&format!("{prefix}{wish}"), '_');
        let level = u8::try_from(number.depth()).unwrap_or(u8::MAX);
        let mut part = Part::new(kind, anchor, level, at..at);
        part.number = Some(printed);
        part.scope = scope;
        part.heading = heading;
        self.builder.open(part);
    }

    /// Copies one block, or one event outside any.
    fn copy_block(&mut self) {
        let mut depth = 0_usize;
        for spanned in self.input.by_ref() {
            depth += usize::from(matches!(spanned.0, Event::Start(_)));
            depth -= usize::from(matches!(spanned.0, Event::End(_)));
            self.builder.event(spanned);
            if depth == 0 {
                break;
            }
        }
    }

    /// Moves the number at the beginning of the next texts into a mark; `start` and `end` count bytes of
    /// these texts joined.
    fn take_mark(&mut self, start: usize, end: usize, kind: MarkKind, anchor: Option<String>) {
        let (mut at, mut mark, mut range) = (0, String::new(), 0..0);
        while at < end {
            let Some((event, span)) = self.input.next() else { break };
            let Event::Text(text) = event else {
                self.builder.event((event, span));
                continue;
            };
            let from = start.saturating_sub(at).min(text.len());
            let to = (end - at).min(text.len());
            if from > 0 {
                self.builder.event(piece(&text, &span, 0..from));
            }
            if to > from {
                let part = piece(&text, &span, from..to).1;
                range = if mark.is_empty() { part } else { range.start..part.end };
                mark.push_str(&text[from..to]);
            }
            at += text.len();
            if at >= end {
                let what = What::Mark(std::mem::take(&mut mark), kind);
                self.builder.out.steps.push(Step { what, range: range.clone(), anchor: anchor.clone() });
            }
            if to < text.len() {
                self.builder.event(piece(&text, &span, to..text.len()));
            }
        }
    }
}

/// The anchors that a fragment of a link may mean when it cites as texts do: `III`, «п. 2.1», «раздел III».
pub(crate) fn wishes(fragment: &str) -> Vec<String> {
    if let Some((section, _)) =
        number::cited_section(fragment).filter(|(_, length)| *length == fragment.len())
    {
        return vec![format!("s-{section}")];
    }
    let cited = citation::find(fragment).into_iter().find(|cited| cited.range == (0..fragment.len()));
    cited.map_or_else(Vec::new, |cited| cited.wishes)
}

/// Tells whether an open clause holds the one with this number.
fn holds(open: &Part, number: &Number) -> bool {
    open.number.as_ref().is_some_and(|printed| printed.number.contains(number))
}

/// A piece of a text event, with its own span where the text is the source's own bytes.
fn piece<'a>(text: &CowStr<'a>, span: &Range<usize>, part: Range<usize>) -> Spanned<'a> {
    let exact = text.len() == span.len();
    let range = if exact { span.start + part.start..span.start + part.end } else { span.clone() };
    let words = match text {
        CowStr::Borrowed(text) => CowStr::Borrowed(&text[part]),
        other => CowStr::from(other[part].to_owned()),
    };
    (Event::Text(words), range)
}

/// A piece of a text step; steps of one byte (line breaks) are whole.
fn piece_of<'a>(step: &Step<'a>, part: Range<usize>) -> Step<'a> {
    match &step.what {
        What::Event(Event::Text(text)) => Step::event(piece(text, &step.range, part)),
        _ => Step { what: What::Event(Event::SoftBreak), range: step.range.clone(), anchor: None },
    }
}

/// Appends a piece of a text step unless it is empty.
fn cut<'a>(out: &mut Vec<Step<'a>>, step: &Step<'a>, part: Range<usize>) {
    if !part.is_empty() {
        out.push(piece_of(step, part));
    }
}

/// The texts that the next inline events begin with, joined; bold or italic marks before them are skipped.
fn leading(events: &[Spanned<'_>]) -> String {
    const ENOUGH: usize = 64;
    let opens = |(event, _): &&Spanned<'_>| matches!(event, Event::Start(Tag::Strong | Tag::Emphasis));
    let skipped = events.iter().take_while(opens).count();
    let mut out = String::new();
    for (event, _) in &events[skipped..] {
        let Event::Text(text) = event else { break };
        out.push_str(text);
        if out.len() > ENOUGH {
            break;
        }
    }
    out
}

/// Tells tags inside a paragraph from those of blocks.
fn is_inline(tag: &Tag<'_>) -> bool {
    use Tag::{Emphasis, Image, Link, Strikethrough, Strong, Subscript, Superscript};
    matches!(tag, Emphasis | Strong | Strikethrough | Link { .. } | Image { .. } | Superscript | Subscript)
}
