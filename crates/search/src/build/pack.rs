//! Cutting the index into chunk files and putting what is read at the opening into the core.

use super::index::IndexFiles;
use super::recorder::opening_reads;
use crate::bundle::{Core, FileLayout, HotRange, INDEX_DIR, content_name, gzip};
use anyhow::Result;
use std::collections::BTreeMap;
use std::ops::Range;

/// Bytes of a chunk before packing: small enough for one term, large enough to need few requests.
const CHUNK: usize = 64 << 10;
/// Ranges closer than this are kept as one.
const NEAR: usize = 256;

/// Cuts the files; adds their layout to the core and their chunks to the bundle.
pub(super) fn pack(
    index: &IndexFiles,
    core: &mut Core,
    blobs: &mut Vec<u8>,
    bundle: &mut BTreeMap<String, Vec<u8>>,
) -> Result<()> {
    let reads = opening_reads(index)?;
    for (name, bytes) in &index.files {
        let whole = [".term", ".fast", ".fieldnorm"].iter().any(|extension| name.ends_with(extension));
        let ranges = if whole {
            merge(std::iter::once(0..bytes.len()).collect())
        } else {
            merge(reads.get(name).cloned().unwrap_or_default())
        };
        let mut layout = FileLayout { len: bytes.len(), chunk: CHUNK, ..FileLayout::default() };
        for range in ranges {
            layout.hot.push(HotRange { start: range.start, end: range.end, blob: blobs.len() });
            blobs.extend_from_slice(&bytes[range]);
        }
        if !whole {
            for chunk in bytes.chunks(CHUNK) {
                let packed = gzip(chunk)?;
                let file = content_name(INDEX_DIR, &packed);
                layout.chunks.push(file.clone());
                bundle.insert(file, packed);
            }
        }
        core.files.insert(name.clone(), layout);
    }
    core.meta.clone_from(&index.meta);
    Ok(())
}

fn merge(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges.into_iter().filter(|range| !range.is_empty()) {
        match merged.last_mut() {
            Some(last) if range.start <= last.end + NEAR => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
