//! The search engine for browsers, published beside the bundle and named in its manifest.

use std::collections::BTreeMap;

use crate::engine::{self, ENGINE};

/// The bundle's manifest.
const MANIFEST: &str = "index.json";
/// Bytes that a browser may keep unasked.
const MOST_WHOLE: usize = 1 << 20;

/// Adds the module to the files of the bundle.
///
/// # Errors
/// When the manifest is no JSON, which is a bug.
pub(super) fn add(files: &mut BTreeMap<String, Vec<u8>>) -> anyhow::Result<()> {
    let whole = whole(files).into();
    let Some(manifest) = files.get_mut(MANIFEST) else { return Ok(()) };
    let path = engine::path();
    let mut fields: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(manifest)?;
    fields.insert("module".to_owned(), path.as_str().into());
    fields.insert("whole".to_owned(), whole);
    *manifest = serde_json::to_vec_pretty(&fields)?;
    files.insert(path, ENGINE.to_vec());
    Ok(())
}

/// Lists what questions read, on a site so small that a browser may keep all of it for when there is no connection.
fn whole(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let read = ["index/", "words/", "text/", "titles/"];
    let asked = files.iter().filter(|(path, _)| read.iter().any(|folder| path.starts_with(folder)));
    let bytes: usize = asked.clone().map(|(_, bytes)| bytes.len()).sum();
    if bytes > MOST_WHOLE { Vec::new() } else { asked.map(|(path, _)| path.clone()).collect() }
}
