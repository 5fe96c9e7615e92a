//! The layout of the bundle: manifest, core, lists, words, texts.

use super::pack::{Tables, hex};
use crate::document::Standing;
use crate::error::SearchError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tantivy::directory::OwnedBytes;

pub(crate) const MANIFEST: &str = "index.json";
#[cfg(feature = "build")]
pub(crate) const CORE_DIR: &str = "core";
pub(crate) const INDEX_DIR: &str = "index";
pub(crate) const TEXT_DIR: &str = "text";
pub(crate) const WORDS_DIR: &str = "words";
pub(crate) const LEMMAS_DIR: &str = "lemmas";

/// The first byte of every binary file: none of them can be taken for a gzip-packed one.
#[cfg(feature = "build")]
pub(crate) const TAG: u8 = b'k';

/// The only file whose name does not change: it names the core, and the core names all the rest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) format: u32,
    pub(crate) engine: String,
    pub(crate) pages: u32,
    pub(crate) as_of: Option<i32>,
    pub(crate) core: String,
    /// The SHA-256 of the unpacked core.
    pub(crate) sha256: String,
}

/// A stretch of the core's blobs.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Span(pub(crate) usize, pub(crate) usize);

/// What must be at hand before the first query.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Core {
    pub(crate) shell: Shell,
    /// The chunk files of the stream of lists: where each begins, and its name.
    pub(crate) lists: Chunks,
    /// Stems, the commonest in the core, the others in files.
    pub(crate) common: Span,
    pub(crate) stems: Shards,
    /// Unstemmed forms, all in files.
    pub(crate) forms: Shards,
    pub(crate) texts: Chunks,
    /// Lengths of the zones in tantivy's code of one byte, and their mean.
    pub(crate) norms: Vec<(Span, f32)>,
    pub(crate) columns: Span,
    /// Facet ids and value labels by number.
    pub(crate) labels: Vec<(String, String)>,
    /// Groups of members as they are written.
    pub(crate) synonyms: Vec<Vec<String>>,
    /// Groups of members that are only close to each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) near: Vec<Vec<String>>,
    /// Names of the shards of the filter of the words of the language.
    pub(crate) lemmas: Span,
    /// Labels of kinds by id.
    pub(crate) kinds: BTreeMap<String, String>,
    /// Sets of stems that the exceptions point to, each joined by spaces.
    pub(crate) targets: Vec<String>,
    /// The exceptions: a finite map from forms to numbers of targets.
    pub(crate) exceptions: Span,
}

/// The segment that tantivy opens: its small files, and what follows the stream of lists.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Shell {
    pub(crate) meta: String,
    pub(crate) files: BTreeMap<String, Span>,
    pub(crate) tails: BTreeMap<String, Span>,
}

/// A table of chunk files: differences of their first places (numbers), and their names (six bytes each).
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Chunks {
    pub(crate) starts: Span,
    pub(crate) names: Span,
}

/// Files of sorted words: the first word of each, and their names.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Shards {
    pub(crate) firsts: Vec<String>,
    pub(crate) names: Span,
}

/// What is shown of a page, and searched for the best sections.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct PageText {
    pub(crate) url: String,
    pub(crate) title: String,
    pub(crate) kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) date: Option<i32>,
    #[serde(default)]
    pub(crate) standing: Standing,
    /// The status in the reader's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) state: Option<String>,
    /// What it is that happens, as readers call it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) form: String,
    /// Labels and values of the fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) fields: Vec<(String, String)>,
    /// Anchor, heading, text.
    pub(crate) sections: Vec<(String, String, String)>,
}

/// The large parts of the core.
#[derive(Clone)]
pub(crate) struct Blobs(OwnedBytes);

impl Blobs {
    pub(crate) fn get(&self, span: Span) -> Result<OwnedBytes, SearchError> {
        if span.0 > span.1 || span.1 > self.0.len() {
            return Err(SearchError::Damaged("a part of the core lies outside of it".to_owned()));
        }
        Ok(self.0.slice(span.0..span.1))
    }

    /// Reads a table of chunk files.
    pub(crate) fn tables(&self, chunks: &Chunks) -> Result<Tables, SearchError> {
        Tables::read(&self.get(chunks.starts)?, self.get(chunks.names)?)
    }

    /// Lists the files of the shards.
    pub(crate) fn files(&self, shards: &Shards) -> Result<Vec<String>, SearchError> {
        self.named(WORDS_DIR, shards.names, shards.firsts.len())
    }

    /// Lists so many files of a folder by the table of their names.
    pub(crate) fn named(&self, folder: &str, names: Span, count: usize) -> Result<Vec<String>, SearchError> {
        let names = self.get(names)?;
        if names.len() != count * 6 {
            return Err(SearchError::Damaged(format!("the table of {folder} has holes")));
        }
        Ok(names.chunks(6).map(|name| format!("{folder}/{}.pack", hex(name))).collect())
    }
}

/// Takes the core apart: its header and its blobs.
pub(crate) fn open_core(bytes: OwnedBytes) -> Result<(Core, Blobs), SearchError> {
    let cut = || SearchError::Damaged("the core is cut short".to_owned());
    let len: [u8; 4] = bytes.get(1..5).and_then(|len| len.try_into().ok()).ok_or_else(cut)?;
    let end = (u32::from_le_bytes(len) as usize).checked_add(5).ok_or_else(cut)?;
    let header = bytes.get(5..end).ok_or_else(cut)?;
    let core = serde_json::from_slice(header).map_err(|error| SearchError::Damaged(error.to_string()))?;
    Ok((core, Blobs(bytes.slice(end..bytes.len()))))
}

/// Puts the core together.
#[cfg(feature = "build")]
pub(crate) fn write_core(core: &Core, blobs: &[u8]) -> anyhow::Result<Vec<u8>> {
    let header = serde_json::to_vec(core)?;
    let mut bytes = vec![TAG];
    bytes.extend_from_slice(&u32::try_from(header.len())?.to_le_bytes());
    bytes.extend_from_slice(&header);
    bytes.extend_from_slice(blobs);
    Ok(bytes)
}
