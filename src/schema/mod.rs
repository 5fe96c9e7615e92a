//! What the theme and the site declare: kinds of documents, their fields, and vocabularies.
//!
//! The engine knows no kind by name. It knows field types and behaviours; which document has which of them is
//! data in `themes/<theme>/kinds/*.yaml` and `vocabularies/*.yaml`, extended under `content/`.

mod facets;
mod kind;
mod read;
mod read_field;
mod read_kind;
mod read_look;
mod read_vocabulary;

pub(crate) use crate::field::{Field, Fields, Need, known};
pub(crate) use crate::vocabulary::{Term, TermIndex, TermRef, TermState, Vocabulary, VocabularyIndex};
pub(crate) use facets::{FILE, KIND, LIST, SCHOOL_YEAR, STATE};
pub(crate) use kind::{Kind, KindIndex, Listing};
pub(crate) use read::{Declarations, read};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::picture;
use crate::text::key;

/// Everything declared for one site.
#[derive(Clone, Debug, Default)]
pub(crate) struct Schema {
    /// The kinds, sorted by id.
    pub(crate) kinds: Vec<Kind>,
    /// The vocabularies, sorted by id.
    pub(crate) vocabularies: Vec<Vocabulary>,
    /// The facets that lead on the search page, by their names.
    pub(crate) leading_facets: Vec<String>,
    /// Groups of words that search takes for each other.
    pub(crate) synonyms: Vec<Vec<String>>,
    /// Groups of words that are only close to each other: search lets one stand for the other at a lower weight.
    pub(crate) near: Vec<Vec<String>>,
    /// How pictures are published.
    pub(crate) pictures: picture::Settings,
    /// The kinds by their folders, once asked for.
    folders: OnceLock<BTreeMap<String, KindIndex>>,
    /// The folded names of all fields, once asked for.
    words: OnceLock<BTreeSet<String>>,
}

impl Schema {
    /// Whether the terms of another schema mean the same to the engine, whatever they are called.
    pub(crate) fn means_the_same(&self, other: &Self) -> bool {
        let states = |one: &Vocabulary| one.terms.iter().map(|term| term.state).collect::<Vec<_>>();
        self.vocabularies.iter().map(states).eq(other.vocabularies.iter().map(states))
    }

    /// The kind of an index of this schema.
    pub(crate) fn kind(&self, index: KindIndex) -> &Kind {
        &self.kinds[index.0]
    }

    /// The kind among whose pages those of a kind are counted and chosen: its own, but of the kinds that have one
    /// document each the one that has the list of their folder.
    pub(crate) fn shelf(&self, index: KindIndex) -> KindIndex {
        let kind = self.kind(index);
        let leads = |one: &Kind| one.document.is_some() && one.folder == kind.folder && one.list.is_some();
        let leader = || self.kinds.iter().position(leads).map(KindIndex);
        kind.document.as_ref().and_then(|_| leader()).unwrap_or(index)
    }

    /// Finds a kind by its id.
    pub(crate) fn kind_named(&self, id: &str) -> Option<KindIndex> {
        self.kinds.iter().position(|kind| kind.id == id).map(KindIndex)
    }

    /// Finds a kind by whatever people call it: its id, its name in the singular or the plural, its folder or its
    /// document, else by what it is called besides.
    pub(crate) fn kind_called(&self, word: &str) -> Option<KindIndex> {
        let word = key(word);
        let calls = |kind: &Kind| {
            let place = kind.document.as_ref().unwrap_or(&kind.folder);
            [&kind.id, &kind.label, &kind.title, place].into_iter().any(|name| key(name) == word)
        };
        let besides = |kind: &Kind| kind.aliases.iter().any(|name| key(name) == word);
        self.kinds.iter().position(calls).or_else(|| self.kinds.iter().position(besides)).map(KindIndex)
    }

    /// Finds the kind whose documents lie in a folder of `content/`.
    pub(crate) fn kind_of_folder(&self, folder: &str) -> Option<KindIndex> {
        let folders = self.folders.get_or_init(|| {
            // Of two kinds of one folder the first has it.
            let all = self.kinds.iter().enumerate().rev().filter(|(_, kind)| kind.document.is_none());
            all.map(|(at, kind)| (kind.folder.clone(), KindIndex(at))).collect()
        });
        folders.get(folder).copied()
    }

    /// Finds the kind whose only document lies at a path below `content/`, without its ending.
    pub(crate) fn kind_of_document(&self, path: &str) -> Option<KindIndex> {
        let is = |kind: &Kind| kind.document.as_deref() == Some(path);
        self.kinds.iter().position(is).map(KindIndex)
    }

    /// The names of the documents that kinds have in a folder.
    pub(crate) fn documents_in(&self, folder: &str) -> impl Iterator<Item = &str> {
        let all = self.kinds.iter().filter_map(|kind| kind.document.as_deref()?.split_once('/'));
        all.filter(move |(known, _)| *known == folder).map(|(_, name)| name)
    }

    /// The vocabulary of an index of this schema.
    pub(crate) fn vocabulary(&self, index: VocabularyIndex) -> &Vocabulary {
        &self.vocabularies[index.0]
    }

    /// Finds a vocabulary by its id.
    pub(crate) fn vocabulary_named(&self, id: &str) -> Option<VocabularyIndex> {
        self.vocabularies.iter().position(|vocabulary| vocabulary.id == id).map(VocabularyIndex)
    }

    /// The term a reference points to.
    pub(crate) fn term(&self, term: TermRef) -> &Term {
        &self.vocabulary(term.vocabulary).terms[term.term.0]
    }

    /// Whether any kind has a field of this name or label, in a group too.
    pub(crate) fn is_field(&self, word: &str) -> bool {
        let words = self.words.get_or_init(|| {
            let mut words = BTreeSet::new();
            self.kinds.iter().for_each(|kind| kind.fields.words(&mut words));
            words
        });
        words.contains(&key(word))
    }
}
