//! The steps of a text as they are written: parts open and close, anchors are given out.

use std::ops::Range;

use pulldown_cmark::Event;

use super::event::Spanned;
use super::step::{Annotated, Part, PartKind, Step, What};
use super::{raw, translit};

/// The steps written so far and the parts that are open.
#[derive(Debug)]
pub(crate) struct Builder<'a> {
    pub(crate) out: Annotated<'a>,
    /// Indexes of the open parts, outermost first; the lead is not among them.
    pub(crate) open: Vec<usize>,
    end: usize,
}

impl<'a> Builder<'a> {
    /// Starts with the lead of a text of `end` bytes.
    pub(crate) fn new(end: usize, events: usize) -> Self {
        let mut out = Annotated::default();
        out.steps.reserve(events + events / 8);
        out.parts.push(Part::new(PartKind::Lead, String::new(), 0, 0..end));
        Self { out, open: Vec::new(), end }
    }

    /// The innermost open part, or the lead before any.
    pub(crate) fn current(&mut self) -> &mut Part {
        let index = self.open.last().copied().unwrap_or(0);
        &mut self.out.parts[index]
    }

    /// Opens a part inside the innermost open one.
    pub(crate) fn open(&mut self, mut part: Part) {
        let start = part.range.start;
        if self.out.parts.len() == 1 {
            self.out.parts[0].range.end = start;
        }
        part.range.end = self.end;
        part.parent = self.open.last().copied();
        let index = self.out.parts.len();
        self.out.parts.push(part);
        self.open.push(index);
        self.out.steps.push(Step { what: What::Open(index), range: start..start, anchor: None });
    }

    /// Closes open parts, innermost first, until one is to stay.
    pub(crate) fn close(&mut self, at: usize, stays: impl Fn(&Part) -> bool) {
        while let Some(&index) = self.open.last() {
            if stays(&self.out.parts[index]) {
                break;
            }
            self.open.pop();
            self.out.parts[index].range.end = at;
            self.out.steps.push(Step { what: What::Close(index), range: at..at, anchor: None });
        }
    }

    /// Appends an event as it is.
    pub(crate) fn event(&mut self, spanned: Spanned<'a>) {
        self.written(&spanned.0);
        self.out.steps.push(Step::event(spanned));
    }

    /// Appends an event whose element carries an anchor.
    pub(crate) fn anchored(&mut self, (event, range): Spanned<'a>, anchor: Option<String>) {
        self.written(&event);
        self.out.steps.push(Step { what: What::Event(event), range, anchor });
    }

    /// Ids in raw HTML are anchors of the text, where they stand.
    fn written(&mut self, event: &Event<'_>) {
        if let Event::Html(html) | Event::InlineHtml(html) = event {
            raw::ids(html).for_each(|id| self.out.anchors.claim_written(id));
        }
    }

    /// Opens a part for an ordinary heading and claims its anchor: the author's own, else its words.
    pub(crate) fn heading(
        &mut self,
        id: Option<&str>,
        words: String,
        level: u8,
        range: Range<usize>,
    ) -> String {
        let wish = id.map_or_else(|| translit::anchor(&words), str::to_owned);
        let wish = if wish.is_empty() { "h" } else { &wish };
        let anchor = self.out.anchors.claim(wish, '-');
        let mut part = Part::new(PartKind::Heading, anchor.clone(), level, range);
        part.heading = words;
        self.open(part);
        anchor
    }

    /// Closes all that is open and hands the text over.
    pub(crate) fn finish(mut self) -> Annotated<'a> {
        self.close(self.end, |_| false);
        self.out
    }
}
