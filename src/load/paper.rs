//! What a document of an office program says that is published as a file.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use crate::markup::{self, Features, Outline};
use crate::office::Extract;
use crate::source::Sources;

/// The text of a document, and its parts.
#[derive(Debug)]
pub(crate) struct Paper {
    /// The text as Markdown.
    pub(crate) text: String,
    /// Its parts. What there is to say of them is nobody's business here: the text is what somebody else wrote.
    pub(crate) outline: Outline,
    /// Its words, each once, when they are asked for.
    vocabulary: OnceLock<BTreeSet<String>>,
}

/// So many of a hundred words of a paper stand in a text that says the same.
const SAME: usize = 95;

impl Paper {
    /// How texts of documents are read: numbers are what their authors print, and no sign means anything else.
    pub(crate) const FEATURES: Features = Features { clauses: true };

    /// The paper of what was taken of a file; none when there are no words in it.
    pub(super) fn of(extract: &Extract) -> Option<Arc<Self>> {
        if extract.text.trim().is_empty() {
            return None;
        }
        // Nobody points into the text of a file, so it is no source of the site.
        let source = Sources::default().add("", extract.text.as_str());
        let outline = markup::outline(&extract.text, 0, source, Self::FEATURES);
        Some(Arc::new(Self { text: extract.text.clone(), outline, vocabulary: OnceLock::new() }))
    }

    /// All its words, for search.
    pub(crate) fn words(&self) -> String {
        words(&self.outline)
    }

    /// Whether a text says the same: the document that a page was imported from needs no page of its own.
    pub(crate) fn is_said_by(&self, text: &Outline) -> bool {
        let mine = self.vocabulary.get_or_init(|| vocabulary(&self.outline));
        let theirs = vocabulary(text);
        mine.intersection(&theirs).count() * 100 >= mine.len() * SAME
    }
}

/// All words of a text, numbers and headings included.
fn words(outline: &Outline) -> String {
    let mut out = String::new();
    for section in &outline.sections {
        let printed = section.printed.as_deref().or(section.number.as_deref()).unwrap_or_default();
        for part in [printed, &section.heading, &section.text] {
            if !part.is_empty() {
                out.push_str(part);
                out.push('\n');
            }
        }
    }
    out
}

fn vocabulary(outline: &Outline) -> BTreeSet<String> {
    let words = words(outline);
    let words = words.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

impl PartialEq for Paper {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Paper {}
