//! Everything read from disk for one build.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::declared::Declared;
use super::document::Documents;
use super::tree::Found;
use crate::ledger::Ledger;
use crate::source::{SourceId, Sources};

/// Everything read from disk for one build. Whatever of it is the same value as in the build before is the same in
/// content as well.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The texts.
    pub(crate) sources: Arc<Sources>,
    /// Settings, theme, kinds and vocabularies.
    pub(crate) declared: Arc<Declared>,
    /// The documents, in the order of their paths.
    pub(crate) documents: Documents,
    /// Files beside documents.
    pub(crate) files: Arc<Vec<Found>>,
    /// Files that are published as they are, below `content/static/`.
    pub(crate) statics: Arc<Vec<Found>>,
    /// The text of `content/addresses.lock`, if there is one.
    pub(crate) addresses: Option<(SourceId, Arc<str>)>,
    /// The text of `content/purge.lock`, if there is one.
    pub(crate) purges: Option<(SourceId, Arc<str>)>,
    /// The certificates that were issued.
    pub(crate) ledger: Arc<Ledger>,
    /// The sums of the files that they name, by their paths.
    pub(crate) sums: BTreeMap<String, Vec<String>>,
}
