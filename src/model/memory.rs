//! Pages that were typed before, so that a preview types anew only what changed or asks for what changed.
//!
//! A typed page follows from its document and from what typing may ask: kinds and vocabularies, the names and titles
//! of all documents, the files of the site, the day. While these are the same, so is the page.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use super::names::Directory;
use super::{Page, PageId};
use crate::diagnostic::Diagnostic;
use crate::load::{Document, Found};
use crate::schema::{KindIndex, Schema, Term};

/// What was typed before. A build begins with an empty one.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// Whether there will be a next time.
    keeps: bool,
    basis: Basis,
    pages: HashMap<String, Kept>,
}

/// What typing may ask.
#[derive(Debug, Default, Eq, PartialEq)]
pub(super) struct Basis {
    /// Of the texts of kinds and vocabularies.
    declared: u64,
    /// Those that documents brought in.
    terms: Vec<Vec<Term>>,
    names: BTreeMap<String, (PageId, KindIndex)>,
    titles: BTreeMap<String, Vec<String>>,
    files: Vec<String>,
    zone: String,
    today: Date,
}

/// A typed page and what was said of it.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) document: Arc<Document>,
    pub(super) page: Arc<Page>,
    pub(super) messages: Vec<Diagnostic>,
    /// Whether it asked for documents by their titles.
    pub(super) by_title: bool,
}

/// What may be taken from before.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reuse {
    /// Nothing: what typing may ask is not the same.
    Nothing,
    /// Pages that asked for no title.
    Untitled,
    /// Every page whose document is the same.
    Everything,
}

impl Memory {
    /// A memory for a site that is built again and again.
    pub(crate) fn keeping() -> Self {
        Self { keeps: true, ..Self::default() }
    }

    /// Takes note of what typing may ask this time, and tells what may be taken from before.
    pub(super) fn begin(&mut self, basis: impl FnOnce() -> Basis) -> Reuse {
        if !self.keeps {
            return Reuse::Nothing;
        }
        let mut basis = basis();
        std::mem::swap(&mut self.basis, &mut basis);
        let titles = std::mem::take(&mut basis.titles);
        let same_titles = titles == self.basis.titles;
        basis.titles.clone_from(&self.basis.titles);
        match (basis == self.basis, same_titles) {
            (false, _) => Reuse::Nothing,
            (true, false) => Reuse::Untitled,
            (true, true) => Reuse::Everything,
        }
    }

    /// The page of a document, if it was typed before and may be taken.
    pub(super) fn page(&self, name: &str, document: &Arc<Document>, reuse: Reuse) -> Option<&Kept> {
        let kept = self.pages.get(name).filter(|kept| Arc::ptr_eq(&kept.document, document))?;
        (reuse == Reuse::Everything || reuse == Reuse::Untitled && !kept.by_title).then_some(kept)
    }

    /// Keeps the pages of this time.
    pub(super) fn keep(&mut self, pages: impl Iterator<Item = Kept>) {
        if self.keeps {
            self.pages = pages.map(|kept| (kept.page.name.clone(), kept)).collect();
        }
    }
}

impl Basis {
    /// Gathers it.
    pub(super) fn new<'f>(
        (declared, zone, today): (u64, &str, Date),
        schema: &Schema,
        names: &Directory,
        files: impl Iterator<Item = &'f Found>,
    ) -> Self {
        let (names, titles) = names.known();
        Self {
            declared,
            terms: schema.vocabularies.iter().map(|vocabulary| vocabulary.terms.clone()).collect(),
            names: names.clone(),
            titles: titles.clone(),
            files: files.map(|found| found.path.clone()).collect(),
            zone: zone.to_owned(),
            today,
        }
    }
}
