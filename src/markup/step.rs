//! The shared form of a text: Markdown events with the structure found in them.
//!
//! `outline` and `html` both walk these steps and nothing else, so the anchors of the search index, of the
//! checks and of the page cannot differ.

use std::ops::Range;

use pulldown_cmark::Event;

use super::clause::number::{Number, Style};
use super::event::Spanned;
use super::ids;
use crate::text::Taken;

/// One step of an annotated text.
#[derive(Debug)]
pub(crate) struct Step<'a> {
    /// What happens.
    pub(crate) what: What<'a>,
    /// The bytes it was read from.
    pub(crate) range: Range<usize>,
    /// The anchor that the element made of it carries or, for a mark, links to.
    pub(crate) anchor: Option<String>,
}

/// What a step does.
#[derive(Debug)]
pub(crate) enum What<'a> {
    /// A Markdown event.
    Event(Event<'a>),
    /// A part begins, by its index.
    Open(usize),
    /// A part ends.
    Close(usize),
    /// A printed number, exactly as it stands in the text.
    Mark(String, MarkKind),
    /// A reference to a part of this text begins, by its anchor.
    Refer(String),
    /// The reference ends.
    Referred,
}

/// What a printed number numbers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum MarkKind {
    /// A section.
    Section,
    /// A clause.
    Clause,
    /// An item of a list: `а)`, `1)`.
    Item,
}

/// What a part is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum PartKind {
    /// All before the first heading or clause.
    Lead,
    /// A stretch under an ordinary heading.
    Heading,
    /// A numbered section of a regulation.
    Section,
    /// A numbered clause.
    Clause,
}

/// A stretch of the text under one heading or number.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) kind: PartKind,
    pub(crate) anchor: String,
    pub(crate) number: Option<Printed>,
    /// The words of the heading, without the number.
    pub(crate) heading: String,
    /// The level as it is rendered (headings), the depth of the number (clauses), 0 (lead).
    pub(crate) level: u8,
    pub(crate) parent: Option<usize>,
    pub(crate) range: Range<usize>,
    /// Which run of numbers it belongs to: the document's own, or that of an annex.
    pub(crate) scope: u16,
    /// Further paragraphs and list items counted so far, for their anchors.
    pub(crate) paragraphs: usize,
    pub(crate) items: usize,
}

/// A part's number and the place where it is printed.
#[derive(Clone, Debug)]
pub(crate) struct Printed {
    pub(crate) number: Number,
    pub(crate) text: String,
    pub(crate) style: Style,
    pub(crate) lookalike: bool,
    pub(crate) range: Range<usize>,
}

/// A text with its structure.
#[derive(Debug, Default)]
pub(crate) struct Annotated<'a> {
    pub(crate) steps: Vec<Step<'a>>,
    /// In the order of the text; the first is the lead.
    pub(crate) parts: Vec<Part>,
    pub(crate) anchors: Anchors,
    /// References to parts of this text that it does not have.
    pub(crate) missing: Vec<(Range<usize>, String)>,
    /// How far the levels of headings move on the page.
    pub(crate) shift: i8,
}

/// The anchors given out so far; each is given once, and none that the page around the text has.
#[derive(Debug)]
pub(crate) struct Anchors {
    taken: Taken,
    /// In the order of the text.
    pub(crate) order: Vec<String>,
}

impl Default for Anchors {
    fn default() -> Self {
        Self { taken: ids::of_the_page().collect(), order: Vec::new() }
    }
}

impl Anchors {
    /// Gives out the wished anchor, or the first free one with a number behind the separator.
    pub(crate) fn claim(&mut self, wish: &str, separator: char) -> String {
        let anchor = self.taken.claim(wish, separator);
        self.order.push(anchor.clone());
        anchor
    }

    /// Gives out an id that an author wrote, unless it is taken: an id stands in the text as it is, or not at all.
    pub(crate) fn claim_written(&mut self, id: &str) {
        if !self.has(id) {
            self.claim(id, '-');
        }
    }

    /// Gives out an id for what is no place of the text, such as a note below it.
    pub(crate) fn claim_aside(&mut self, wish: &str) -> String {
        self.taken.claim(wish, '-')
    }

    /// Tells whether the text, or the page around it, has this anchor.
    pub(crate) fn has(&self, anchor: &str) -> bool {
        self.taken.has(anchor)
    }
}

impl<'a> Step<'a> {
    pub(crate) fn event((event, range): Spanned<'a>) -> Self {
        Self { what: What::Event(event), range, anchor: None }
    }
}

impl Part {
    pub(crate) fn new(kind: PartKind, anchor: String, level: u8, range: Range<usize>) -> Self {
        let heading = String::new();
        Self {
            kind,
            anchor,
            number: None,
            heading,
            level,
            parent: None,
            range,
            scope: 0,
            paragraphs: 0,
            items: 0,
        }
    }
}
