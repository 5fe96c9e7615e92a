//! The layout of the bundle: manifest, core, chunks, shards.

use crate::document::Standing;
use crate::error::SearchError;
use flate2::read::GzDecoder;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Read;

pub(crate) const MANIFEST: &str = "index.json";
#[cfg(feature = "build")]
pub(crate) const CORE_DIR: &str = "core";
#[cfg(feature = "build")]
pub(crate) const INDEX_DIR: &str = "index";
#[cfg(feature = "build")]
pub(crate) const TEXT_DIR: &str = "text";

/// No honest file of a bundle unpacks to more.
const MAX_UNPACKED: u64 = 1 << 30;

/// The only file whose name does not change: it names the core, and the core names all the rest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) format: u32,
    pub(crate) engine: String,
    pub(crate) pages: u32,
    pub(crate) as_of: Option<i32>,
    pub(crate) core: String,
    pub(crate) sha256: String,
}

/// What must be at hand before the first query.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Core {
    /// The meta file of tantivy.
    pub(crate) meta: String,
    pub(crate) files: BTreeMap<String, FileLayout>,
    pub(crate) texts: Vec<TextShard>,
    /// Groups of members, each a sequence of folded words.
    pub(crate) synonyms: Vec<Vec<Vec<String>>>,
    /// Labels of kinds by id.
    pub(crate) kinds: BTreeMap<String, String>,
    /// Sets of stems that the exceptions point to, each joined by spaces.
    pub(crate) targets: Vec<String>,
    /// Bytes of the exceptions map among the blobs.
    pub(crate) exceptions: (usize, usize),
}

/// A file of tantivy, cut into chunks, with the ranges that are read at the opening.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct FileLayout {
    pub(crate) len: usize,
    pub(crate) chunk: usize,
    pub(crate) chunks: Vec<String>,
    pub(crate) hot: Vec<HotRange>,
}

/// A range of a file that lies in the core's blobs.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct HotRange {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) blob: usize,
}

/// A file with the texts of successive pages.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct TextShard {
    pub(crate) first: u32,
    pub(crate) file: String,
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
    /// Anchor, heading, text.
    pub(crate) sections: Vec<(String, String, String)>,
}

/// Unpacks a gzip file; hosts that have unpacked it on the way are met kindly.
pub(crate) fn unpack(bytes: Vec<u8>) -> Result<Vec<u8>, SearchError> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    GzDecoder::new(bytes.as_slice())
        .take(MAX_UNPACKED)
        .read_to_end(&mut unpacked)
        .map_err(|error| SearchError::Damaged(error.to_string()))?;
    Ok(unpacked)
}

/// Takes the core apart: its header and its blobs.
pub(crate) fn unpack_core(bytes: Vec<u8>) -> Result<(Core, Vec<u8>), SearchError> {
    let mut bytes = unpack(bytes)?;
    let damaged = || SearchError::Damaged("the core is cut short".to_owned());
    let len = bytes.first_chunk::<4>().map(|b| u32::from_le_bytes(*b) as usize).ok_or_else(damaged)?;
    let header = bytes.get(4..4 + len).ok_or_else(damaged)?;
    let core = serde_json::from_slice(header).map_err(|error| SearchError::Damaged(error.to_string()))?;
    let blobs = bytes.split_off(4 + len);
    Ok((core, blobs))
}

/// Puts the core together.
#[cfg(feature = "build")]
pub(crate) fn pack_core(core: &Core, blobs: &[u8]) -> anyhow::Result<Vec<u8>> {
    let header = serde_json::to_vec(core)?;
    let mut bytes = u32::try_from(header.len())?.to_le_bytes().to_vec();
    bytes.extend_from_slice(&header);
    bytes.extend_from_slice(blobs);
    gzip(&bytes)
}

/// The effort of packing: on 100 MB of Russian text level 6 takes half as long again for 8 % less.
#[cfg(feature = "build")]
const LEVEL: u32 = 4;

/// Packs bytes without a name or a time, so that equal input gives equal output.
#[cfg(feature = "build")]
pub(crate) fn gzip(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(LEVEL));
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Names a file by its content.
#[cfg(feature = "build")]
pub(crate) fn content_name(folder: &str, bytes: &[u8]) -> String {
    format!("{folder}/{}.pack", &crate::hash::sha256(bytes)[..20])
}
