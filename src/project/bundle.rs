//! The data of search, as the preview shows them: made after the pages, and shown until newer ones are made.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use crate::artifact::{Artifact, Content};

/// The newest data of search, by their paths in the output; none before they were made for the first time.
#[derive(Debug, Default)]
pub(super) struct Bundle(RwLock<Option<BTreeMap<String, Content>>>);

impl Bundle {
    /// Whether there are any yet.
    pub(super) fn is_made(&self) -> bool {
        self.0.read().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// A file of them.
    pub(super) fn file(&self, path: &str) -> Option<Content> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).as_ref()?.get(path).cloned()
    }

    /// Puts newer data in their place.
    pub(super) fn put(&self, made: Vec<Artifact>) {
        let files = made.into_iter().map(|one| (one.path.as_str().to_owned(), one.content)).collect();
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(files);
    }
}
