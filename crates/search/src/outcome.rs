//! What is asked and what is answered, the same behind every door.

use crate::document::Standing;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Chooses the order of the answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// The best first.
    #[default]
    Relevance,
    /// The newest first; pages without a date at the end.
    Date,
}

/// Asks a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Request {
    /// What the reader typed.
    pub text: String,
    /// How many pages are wanted.
    pub limit: usize,
    /// How many pages are skipped.
    pub offset: usize,
    /// How many sections of a page are wanted.
    pub sections: usize,
    /// Pairs of facet id and value label; values of one facet widen, different facets narrow. The kind's id is
    /// the facet `kind`.
    pub facets: Vec<(String, String)>,
    /// The earliest date, in days since 1970-01-01.
    pub from: Option<i32>,
    /// The latest date, in days since 1970-01-01.
    pub to: Option<i32>,
    /// The order of the answers.
    pub sort: Sort,
    /// The reader's day in days since 1970-01-01: without it «завтра» is a word as any other.
    pub today: Option<i32>,
    /// Takes the text as it is, without corrections: so a correction is undone.
    pub literal: bool,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            text: String::new(),
            limit: 10,
            offset: 0,
            sections: 4,
            facets: Vec::new(),
            from: None,
            to: None,
            sort: Sort::Relevance,
            today: None,
            literal: false,
        }
    }
}

impl Request {
    /// Asks for the text with everything else by default.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// Says what kind of slip was corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CorrectionKind {
    /// Typed in the other keyboard layout.
    Layout,
    /// Typed in Latin letters.
    Translit,
    /// Mistyped.
    Typo,
    /// Left as it is, but a likely word was looked for as well.
    Also,
    /// Left as it is, but an abbreviation was spelled out, a long name shortened, a synonym looked for as well.
    Synonym,
    /// Days named as people name them: what happens on them was looked for as well.
    Day,
}

impl CorrectionKind {
    /// Tells whether something else was looked for instead of what was typed.
    #[must_use]
    pub fn replaces(self) -> bool {
        matches!(self, Self::Layout | Self::Translit | Self::Typo)
    }
}

/// Offers a word of the site for one that is nowhere on it: a question, for the word typed is one of the language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What was typed.
    pub from: String,
    /// A near word, as the site writes it.
    pub to: String,
    /// The whole query with that word in its place.
    pub query: String,
}

/// Tells the reader what was looked for instead of what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The kind of the slip.
    pub kind: CorrectionKind,
    /// What was typed.
    pub from: String,
    /// What was looked for.
    pub to: String,
}

/// Answers a question.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The pages, best first.
    pub hits: Vec<PageHit>,
    /// How many pages match in all.
    pub total: usize,
    /// What was corrected; to be said aloud, and undone by [`Request::literal`].
    pub corrections: Vec<Correction>,
    /// The query as it was understood, when something was corrected.
    pub corrected: Option<String>,
    /// Words that no page holds.
    pub unknown: Vec<String>,
    /// Near words for words of the language that no page holds: never looked for unasked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// Words of the site that are near to the unknown ones or begin like them, when nothing was found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<String>,
    /// Whether pages that hold only some of the words are among the answers.
    pub relaxed: bool,
    /// Counts of pages by facet id and value label.
    pub facets: BTreeMap<String, BTreeMap<String, usize>>,
}

/// Describes one found section in the flat list that machines read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The root-relative address of the page.
    pub page: String,
    /// The anchor of the section without `#`; empty for the lead of the page.
    pub anchor: String,
    /// The title of the page.
    pub title: String,
    /// The heading of the section.
    pub heading: String,
    /// The id of the kind.
    pub kind: String,
    /// How good the section is.
    pub score: f32,
    /// The snippet as plain text.
    pub snippet: String,
}

impl Outcome {
    /// Lists the found sections: pages best first, in each page the best section first, at least one per page.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        self.hits.iter().flat_map(PageHit::entries).collect()
    }
}

/// Describes a found page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PageHit {
    /// The root-relative address.
    pub page: String,
    /// The title.
    pub title: String,
    /// The title in pieces, matched words marked.
    pub title_fragments: Vec<Fragment>,
    /// The id of the kind.
    pub kind: String,
    /// The label of the kind.
    pub kind_label: String,
    /// The date in days since 1970-01-01.
    pub date: Option<i32>,
    /// Whether the page still stands.
    pub standing: Standing,
    /// The status as its page shows it, such as `утратил силу`; the value of the facet `state`.
    pub state: Option<String>,
    /// How good the page is; only comparable within one outcome.
    pub score: f32,
    /// The best sections, best first; at least one when the page has any.
    pub sections: Vec<SectionHit>,
    /// The distinct folded forms that matched in the title and in all sections of the page, at most
    /// [`PageHit::MOST_WORDS`]: for marking them on the page itself.
    #[serde(default)]
    pub words: Vec<String>,
}

impl PageHit {
    /// So many words are told for marking.
    pub const MOST_WORDS: usize = 12;

    fn entries(&self) -> Vec<Entry> {
        let entry = |anchor: &str, heading: &str, score: f32, snippet: String| Entry {
            page: self.page.clone(),
            anchor: anchor.to_owned(),
            title: self.title.clone(),
            heading: heading.to_owned(),
            kind: self.kind.clone(),
            score,
            snippet,
        };
        if self.sections.is_empty() {
            return vec![entry("", "", self.score, String::new())];
        }
        self.sections.iter().map(|s| entry(&s.anchor, &s.heading, s.score, s.snippet_text())).collect()
    }
}

/// Describes a found section of a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SectionHit {
    /// The anchor without `#`; empty for the lead of the page.
    pub anchor: String,
    /// The heading.
    pub heading: String,
    /// How good the section is; the best section of a page has the page's score.
    pub score: f32,
    /// The snippet in pieces, matched words marked.
    pub snippet: Vec<Fragment>,
}

impl SectionHit {
    /// Returns the snippet as plain text.
    #[must_use]
    pub fn snippet_text(&self) -> String {
        self.snippet.iter().map(|fragment| fragment.text.as_str()).collect()
    }
}

/// Holds a piece of shown text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fragment {
    /// The text.
    pub text: String,
    /// Whether it is a matched word.
    pub marked: bool,
}
