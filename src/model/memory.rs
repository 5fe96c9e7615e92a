//! What the site before was made of, so that a preview makes anew only what follows from what changed.
//!
//! Nothing here is guessed: a part of the site before is taken when everything that it was made of is the same. Loaded
//! values that are the same in content are the same value (`load::Last`), so that much is known by a glance.

use std::sync::Arc;

use super::Site;
use super::lock::{Lock, Settled};
use super::names::Entries;
use super::pages::AllTyped;
use super::terms::Used;
use crate::diagnostic::Diagnostic;
use crate::load::{Declared, Documents, Found};
use crate::source::SourceId;

/// What is remembered of the site before. A build begins with nothing.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// Whether there will be a next time.
    keeps: bool,
    before: Option<Before>,
}

/// What the site before was made of.
#[derive(Debug)]
pub(super) struct Before {
    pub(super) declared: Arc<Declared>,
    pub(super) documents: Documents,
    /// Those of pages.
    pub(super) entries: Entries,
    pub(super) files: [Arc<Vec<Found>>; 2],
    pub(super) addresses: Option<(SourceId, Arc<str>)>,
    pub(super) lock: Arc<Lock>,
    /// What documents write into fields of open vocabularies.
    pub(super) used: Arc<Used>,
    pub(super) typed: AllTyped,
    pub(super) settled: Arc<Settled>,
    /// What was said of the names of files.
    pub(super) unfit: Vec<Diagnostic>,
    pub(super) site: Arc<Site>,
}

impl Memory {
    /// A memory for a site that is built again and again.
    pub(crate) fn keeping() -> Self {
        Self { keeps: true, ..Self::default() }
    }

    /// Whether there will be a next time.
    pub(super) fn keeps(&self) -> bool {
        self.keeps
    }

    /// What is remembered; it is to be given back.
    pub(super) fn take(&mut self) -> Option<Before> {
        self.before.take()
    }

    /// Remembers a site, if there will be a next time.
    pub(super) fn keep(&mut self, before: impl FnOnce() -> Before) {
        self.before = self.keeps.then(before);
    }
}
