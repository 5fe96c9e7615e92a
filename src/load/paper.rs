//! What a document of an office program says that is published as a file.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};

use crate::markup::{self, Features, Outline};
use crate::office::{Extract, Packed};
use crate::source::Sources;

/// The text of a document, and its parts.
#[derive(Debug)]
pub(crate) struct Paper {
    /// The text as Markdown.
    pub(crate) text: String,
    /// Its parts. What there is to say of them is nobody's business here: the text is what somebody else wrote.
    pub(crate) outline: Outline,
    /// Whether the order of the text was guessed by where letters stand.
    pub(crate) guessed: bool,
    /// What lies in it, if it is an archive.
    pub(crate) packed: Vec<Packed>,
    /// Its words, each once, when they are asked for.
    vocabulary: OnceLock<HashSet<String>>,
    /// The text that was last asked about, and whether it says the same. As long as it is held, nothing else lies there.
    asked: Mutex<Option<(Weak<Outline>, bool)>>,
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
        let (text, packed) = (extract.text.clone(), extract.packed.clone());
        let (vocabulary, asked) = (OnceLock::new(), Mutex::default());
        let guessed = extract.printed.as_ref().is_some_and(|printed| printed.guessed);
        Some(Arc::new(Self { text, outline, guessed, packed, vocabulary, asked }))
    }

    /// Whether a text says the same: the document that a page was imported from needs no page of its own.
    pub(crate) fn is_said_by(&self, text: &Arc<Outline>) -> bool {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let known = asked.as_ref().filter(|(known, _)| std::ptr::eq(known.as_ptr(), Arc::as_ptr(text)));
        let said = known.map_or_else(|| self.shares_words_with(text), |(_, said)| *said);
        *asked = Some((Arc::downgrade(text), said));
        said
    }

    fn shares_words_with(&self, text: &Outline) -> bool {
        let mine = self.vocabulary.get_or_init(|| {
            let mut mine = HashSet::new();
            each_word(&self.outline, |word| mine.extend([word.to_owned()]));
            mine
        });
        let mut shared = HashSet::new();
        each_word(text, |word| shared.extend(mine.get(word)));
        shared.len() * 100 >= mine.len() * SAME
    }
}

/// What a text says, part by part, numbers and headings included.
fn said(outline: &Outline) -> impl Iterator<Item = &str> {
    let parts = outline.sections.iter().flat_map(|section| {
        let printed = section.printed.as_deref().or(section.number.as_deref()).unwrap_or_default();
        [printed, &section.heading, &section.text]
    });
    parts.filter(|part| !part.is_empty())
}

/// Sees each word of a text, in small letters.
fn each_word(outline: &Outline, mut see: impl FnMut(&str)) {
    let mut small = String::new();
    let words = said(outline).flat_map(|part| part.split(|sign: char| !sign.is_alphanumeric()));
    for word in words.filter(|word| !word.is_empty()) {
        small.clear();
        small.extend(word.chars().flat_map(char::to_lowercase));
        see(&small);
    }
}

impl PartialEq for Paper {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.packed == other.packed
    }
}

impl Eq for Paper {}
