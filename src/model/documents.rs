//! The rest of the site as the typing of a document finds it, before there are pages; what was asked is noted.

use std::sync::{Mutex, PoisonError};

use super::PageId;
use super::asked::{Answered, Asked, Leaning, Meant};
use super::names::Directory;
use super::titles::Titles;
use crate::field::{Documents, Named, Terms};
use crate::markup::slug;
use crate::schema::{KindIndex, Schema, TermIndex, TermRef, Vocabulary, VocabularyIndex};

/// The names of all documents, with their kinds, and the vocabularies.
pub(super) struct Register<'a, 'd> {
    names: &'a Directory,
    titles: &'a Titles<'d>,
    schema: &'a Schema,
    /// What one document asked; nothing where nobody will ask again.
    noted: Option<Mutex<Vec<Asked>>>,
}

impl<'a, 'd> Register<'a, 'd> {
    /// What there is to ask; `notes` says whether it is noted.
    pub(super) fn new(names: &'a Directory, titles: &'a Titles<'d>, schema: &'a Schema, notes: bool) -> Self {
        Self { names, titles, schema, noted: notes.then(Mutex::default) }
    }

    /// What was asked.
    pub(super) fn asked(self) -> Vec<Asked> {
        let noted = self.noted.map(|noted| noted.into_inner().unwrap_or_else(PoisonError::into_inner));
        noted.unwrap_or_default()
    }

    /// On what the answers lean while the names of all documents stay the same.
    pub(super) fn leaning(&self, asked: &[Asked]) -> Leaning {
        let named = |written: &str, kinds: &[String]| {
            self.named(written).is_some_and(|(_, _, kind)| self.fits(kinds, kind))
        };
        let on_titles = |asked: &Asked| match asked {
            Asked::Document { written, kinds, .. } => !named(written, kinds),
            _ => false,
        };
        let on_spellings = |asked: &Asked| matches!(asked, Asked::Term { answer: None, .. } | Asked::AnyTerm);
        Leaning { on_titles: asked.iter().any(on_titles), on_spellings: asked.iter().any(on_spellings) }
    }

    /// Whether a question has the answer that it had.
    pub(super) fn answers_alike(&self, asked: &Asked) -> bool {
        match asked {
            Asked::Document { written, kinds, answer } => {
                let found = self.look_up(written, kinds);
                found.map(answered) == *answer
            }
            Asked::Term { vocabulary, written, answer } => self.meant(*vocabulary, written) == *answer,
            Asked::AnyDocument | Asked::AnyTerm => false,
        }
    }

    fn note(&self, asked: impl FnOnce() -> Asked) {
        if let Some(noted) = &self.noted {
            noted.lock().unwrap_or_else(PoisonError::into_inner).push(asked());
        }
    }

    fn fits(&self, kinds: &[String], kind: KindIndex) -> bool {
        kinds.is_empty() || kinds.contains(&self.schema.kind(kind).id)
    }

    fn look_up(&self, written: &str, kinds: &[String]) -> Option<Named<'_>> {
        let fits = |kind: KindIndex| self.fits(kinds, kind);
        let named = self.named(written);
        let titled = || self.titles.find(written, fits);
        let found = named.filter(|found| fits(found.2)).or_else(titled).or(named);
        found.map(|(name, page, kind)| Named {
            name,
            page,
            kind: &self.schema.kind(kind).label,
            fits: fits(kind),
        })
    }

    /// The document whose name, or that of its file, is written.
    fn named(&self, written: &str) -> Option<(&str, PageId, KindIndex)> {
        let file = || slug(written.trim_end_matches(".md"));
        self.names.find(written).or_else(|| self.names.find(&file()))
    }

    fn meant(&self, vocabulary: VocabularyIndex, written: &str) -> Option<Meant> {
        let vocabulary = self.schema.vocabulary(vocabulary);
        vocabulary.find(written).map(|term| Meant::of(vocabulary, term))
    }
}

fn answered(found: Named<'_>) -> Answered {
    (found.page, found.fits)
}

impl Documents for Register<'_, '_> {
    fn find(&self, written: &str, kinds: &[String]) -> Option<Named<'_>> {
        let found = self.look_up(written, kinds);
        self.note(|| {
            let (written, kinds) = (written.to_owned(), kinds.to_vec());
            Asked::Document { written, kinds, answer: found.map(answered) }
        });
        found
    }

    fn nearest(&self, written: &str, kinds: &[String]) -> Option<&str> {
        self.note(|| Asked::AnyDocument);
        self.names.nearest(written, |kind| self.fits(kinds, kind))
    }

    fn folders(&self, kinds: &[String]) -> String {
        let all = self.schema.kinds.iter().filter(|kind| kinds.is_empty() || kinds.contains(&kind.id));
        let mut folders: Vec<String> = all.map(|kind| format!("content/{}/", kind.folder)).collect();
        folders.dedup();
        folders.join(", ")
    }

    fn labels(&self, kinds: &[String]) -> String {
        let found = kinds.iter().filter_map(|id| self.schema.kind_named(id));
        found.map(|kind| self.schema.kind(kind).label.as_str()).collect::<Vec<_>>().join(", ")
    }
}

impl Terms for Register<'_, '_> {
    fn find(&self, vocabulary: VocabularyIndex, written: &str) -> Option<TermIndex> {
        self.note(|| Asked::Term {
            vocabulary,
            written: written.to_owned(),
            answer: self.meant(vocabulary, written),
        });
        self.schema.vocabulary(vocabulary).find(written)
    }

    fn all(&self, vocabulary: VocabularyIndex) -> &Vocabulary {
        self.note(|| Asked::AnyTerm);
        self.schema.vocabulary(vocabulary)
    }

    fn is_open(&self, vocabulary: VocabularyIndex) -> bool {
        self.schema.vocabulary(vocabulary).open
    }

    fn id(&self, term: TermRef) -> &str {
        &self.schema.term(term).id
    }
}
