//! The outline of a text: its parts with their plain text, its links, and what is wrong with its numbering.

use std::collections::HashMap;
use std::ops::Range;

use super::link::LinkKind;
use super::places::Places;
use super::section::Section;
use super::{clause, translit};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// What a text consists of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outline {
    /// The parts in the order of the text; the lead comes first if it has words.
    pub(crate) sections: Vec<Section>,
    /// All links and images.
    pub(crate) links: Vec<Link>,
    /// Frames of other sites in raw HTML (videos), shown only if their host is allowed.
    pub(crate) frames: Vec<Frame>,
    /// Every anchor that the page has, in order: parts, list items, further paragraphs.
    pub(crate) anchors: Vec<String>,
    /// The place of each anchor in that order, and the section that it begins.
    pub(super) places: Places,
    /// The sections whose anchors are not made of the words of their headings, by those words.
    pub(super) words: HashMap<String, usize>,
    /// Problems of numbering and of characters.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// A link or an image.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Link {
    /// The target as written.
    pub(crate) target: String,
    /// What it points at.
    pub(crate) kind: LinkKind,
    /// The words of the link, or the text that stands for the image.
    pub(crate) text: String,
    /// An image rather than a link.
    pub(crate) image: bool,
    /// Its place in the file.
    pub(crate) span: Span,
}

/// A frame of another site.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Frame {
    /// Its address.
    pub(crate) address: String,
    /// Its place in the file.
    pub(crate) span: Span,
}

impl Outline {
    /// Finds the anchor that a fragment of a link means: an anchor as it is, the number of a clause or a section
    /// (`4.1.3`, `3`, `III`), how it is cited («п. 4.1», «раздел III»), or the words of a heading.
    #[must_use]
    pub(crate) fn anchor(&self, fragment: &str) -> Option<&str> {
        let fragment = fragment.trim();
        let number = fragment.trim_end_matches(['.', ')']);
        let words = translit::anchor(fragment);
        [fragment.to_owned(), format!("p-{number}"), format!("s-{number}")]
            .iter()
            .chain(&clause::wishes(number))
            .chain([&words])
            .find_map(|wish| self.places.get_key_value(wish))
            .map(|(anchor, _)| anchor.as_str())
            .or_else(|| self.words.get(&words).map(|at| self.sections[*at].anchor.as_str()))
    }

    /// The place of an anchor in the order of the text.
    #[must_use]
    pub(crate) fn place(&self, anchor: &str) -> Option<usize> {
        self.places.get(anchor).map(|(place, _)| *place)
    }

    /// The section that an anchor lies in, where the anchor itself tells it: its own, or that of an item or a
    /// further paragraph in it (`p-2.3-b9` in `p-2.3`).
    #[must_use]
    pub(crate) fn section(&self, anchor: &str) -> Option<&Section> {
        let mut wish = anchor;
        loop {
            if let Some((_, Some(section))) = self.places.get(wish) {
                return self.sections.get(*section);
            }
            wish = wish.rsplit_once('-')?.0;
        }
    }

    /// Puts everything that was found in a value of YAML, counted from its own beginning, at its place in the file.
    pub(crate) fn moved(&mut self, place: impl Fn(Range<usize>) -> Span) {
        let labels = self.diagnostics.iter_mut().flat_map(|problem| &mut problem.labels);
        let spans = labels.map(|label| &mut label.span);
        let spans = spans.chain(self.sections.iter_mut().map(|section| &mut section.span));
        let spans = spans.chain(self.links.iter_mut().map(|link| &mut link.span));
        spans.chain(self.frames.iter_mut().map(|frame| &mut frame.span)).for_each(|span| {
            *span = place(span.range());
        });
    }
}
