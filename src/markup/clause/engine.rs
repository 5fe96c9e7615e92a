//! The pass over the top-level blocks of a regulation.

use pulldown_cmark::{Event, Tag};

use super::super::builder::Builder;
use super::super::event::Spanned;
use super::super::step::{Annotated, MarkKind, Part, PartKind, Printed, Step, What};
use super::number::{Number, Style};
use super::piece::piece;
use super::{reference, through};

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
pub(super) struct Engine<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// What is written so far.
    pub(super) builder: Builder<'a>,
    /// What is still to come.
    pub(super) input: std::vec::IntoIter<Spanned<'a>>,
    /// The last number of a run of paragraphs `1\.`, `2\.` that are items of a clause, not sections.
    pub(super) item_run: Option<u16>,
    /// How many lists deep the pass is.
    pub(super) depth: usize,
    /// The greatest number of a section so far.
    pub(super) last_section: u16,
    /// Whether a number of one part numbers a point, not a section.
    pub(super) through: bool,
    /// The annex that the text has come to: its numbers begin anew.
    pub(super) annex: Option<Annex>,
}

/// An annex inside the text of a regulation.
#[derive(Debug)]
pub(super) struct Annex {
    /// What the anchors of its parts begin with.
    pub(super) prefix: String,
    /// How many annexes there are so far.
    pub(super) count: u16,
}

impl<'a> Engine<'a> {
    /// The number of the open section.
    pub(super) fn section_number(&self) -> Option<u16> {
        let section = self.builder.open.first().map(|&index| &self.builder.out.parts[index])?;
        let numbered = section.kind == PartKind::Section;
        section.number.as_ref().filter(|_| numbered).map(|printed| printed.number.first())
    }

    /// Whether a printed number is that of a section or of a clause.
    pub(super) fn numbers(&self, printed: &Printed) -> MarkKind {
        let named = printed.text.trim_start().starts_with(char::is_alphabetic);
        let point = self.through && printed.style == Style::Arabic && !named;
        if printed.number.depth() > 1 || point { MarkKind::Clause } else { MarkKind::Section }
    }

    /// Opens the section or clause of a printed number and closes what it does not belong to.
    pub(super) fn open_numbered(&mut self, printed: Printed, heading: String) {
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
    pub(super) fn copy_block(&mut self) {
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
    pub(super) fn take_mark(&mut self, start: usize, end: usize, kind: MarkKind, anchor: Option<String>) {
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

/// Tells whether an open clause holds the one with this number.
fn holds(open: &Part, number: &Number) -> bool {
    open.number.as_ref().is_some_and(|printed| printed.number.contains(number))
}
