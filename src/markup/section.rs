//! A part of a text: what search finds and links to.

use crate::source::Span;

/// A part of a text: what search finds and links to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Section {
    /// Its anchor; empty for the lead.
    pub(crate) anchor: String,
    /// What it is.
    pub(crate) kind: SectionKind,
    /// Its number in Arabic figures without a closing dot: `3.2.5`, `3` for `Ш.`.
    pub(crate) number: Option<String>,
    /// The number as printed: `Ш.`.
    pub(crate) printed: Option<String>,
    /// The words of its heading without the number; clauses mostly have none.
    pub(crate) heading: String,
    /// The heading's level on the page, the depth of a clause's number, 1 for a section, 0 for the lead.
    pub(crate) level: u8,
    /// The part that holds it, as an index of [`super::Outline::sections`].
    pub(crate) parent: Option<usize>,
    /// Its plain text without number and heading: a line for each paragraph, list item and table row. The
    /// text of the parts inside it is theirs.
    pub(crate) text: String,
    /// Links without words of their own: the byte of `text` they stand at, and their index among the links.
    /// A page shows the title of what they lead to; only who knows the site can put it in.
    pub(crate) wordless: Vec<(usize, usize)>,
    /// The pages of a printed document that begin in it: the byte of `text` and the number of the page.
    pub(crate) leaves: Vec<(usize, usize)>,
    /// Its place in the file, the parts inside it included.
    pub(crate) span: Span,
}

/// What a part of a text is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum SectionKind {
    /// All before the first heading or number: in a regulation, the requisites and the title.
    Lead,
    /// A stretch under an ordinary heading.
    Heading,
    /// A numbered section of a regulation.
    Section,
    /// A numbered clause of a regulation.
    Clause,
}

impl Section {
    /// The text, parted where pages of a printed document begin: each stretch with the page that begins before it.
    pub(crate) fn by_leaves(&self) -> impl Iterator<Item = (Option<usize>, &str)> {
        let ends = self.leaves.iter().map(|(at, _)| *at).chain([self.text.len()]);
        let begins =
            std::iter::once((0, None)).chain(self.leaves.iter().map(|(at, page)| (*at, Some(*page))));
        begins.zip(ends).map(|((from, page), to)| (page, self.text[from..to].trim()))
    }

    /// The text with the words that a page shows for links without words of their own.
    #[must_use]
    pub(crate) fn text_with(&self, words: impl Fn(usize) -> String) -> String {
        let (mut out, mut from) = (String::with_capacity(self.text.len()), 0);
        for &(at, link) in &self.wordless {
            out.push_str(&self.text[from..at]);
            out.push_str(&words(link));
            from = at;
        }
        out.push_str(&self.text[from..]);
        out
    }
}
