//! The segment that tantivy opens in the reader: one field, no words, fixed names.

use crate::bundle::{HEAD, Shell, Span};
use anyhow::Result;
use std::path::Path;
use tantivy::directory::{Directory, RamDirectory};
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexSettings, TantivyDocument};

/// The name of the shell's segment, the same in every bundle.
const SEGMENT: &str = "00000000000000000000000000000000";
const DASHED: &str = "00000000-0000-0000-0000-000000000000";
/// Files that are carried as they are, and files whose body gives way to the stream of lists.
const WHOLE: [&str; 4] = ["term", "store", "fast", "fieldnorm"];
const LANES: [&str; 2] = ["idx", "pos"];
/// Bytes after the body of a file of one field: the table of its only field and the length of that.
const TABLE: usize = 7 + 4;

/// Writes the shell's files to the blobs.
pub(super) fn write(blobs: &mut Vec<u8>) -> Result<Shell> {
    let directory = RamDirectory::create();
    let index = empty_index(&directory)?;
    let metas = index.searchable_segment_metas()?;
    let [segment] = metas.as_slice() else { anyhow::bail!("the shell must have one segment") };
    let random = segment.id().uuid_string();
    let read = |extension: &str| -> Result<Vec<u8>> {
        let bytes = directory.open_read(Path::new(&format!("{random}.{extension}")))?.read_bytes()?;
        Ok(bytes.to_vec())
    };
    let mut shell = Shell::default();
    for extension in WHOLE {
        shell.files.insert(format!("{SEGMENT}.{extension}"), push(&read(extension)?, blobs));
    }
    for extension in LANES {
        let bytes = read(extension)?;
        shell.tails.insert(format!("{SEGMENT}.{extension}"), push(tail(&bytes)?, blobs));
    }
    let meta = String::from_utf8(directory.atomic_read(Path::new("meta.json"))?)?;
    let dashed = [&random[..8], &random[8..12], &random[12..16], &random[16..20], &random[20..]].join("-");
    shell.meta = meta.replace(&dashed, DASHED).replace(&random, SEGMENT);
    Ok(shell)
}

fn empty_index(directory: &RamDirectory) -> Result<Index> {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let field = schema.add_text_field("lists", TextOptions::default().set_indexing_options(indexing));
    let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
    let builder = Index::builder().schema(schema.build()).settings(settings);
    let mut writer = builder.single_segment_index_writer(directory.clone(), 16 << 20)?;
    let mut document = TantivyDocument::new();
    document.add_text(field, "x");
    writer.add_document(document)?;
    Ok(writer.finalize()?)
}

/// Returns what follows the body of a file: the table of fields and tantivy's own footer.
fn tail(bytes: &[u8]) -> Result<&[u8]> {
    let footer = bytes.len().checked_sub(8).and_then(|at| bytes[at..].first_chunk::<4>());
    let footer = footer.map_or(0, |len| u32::from_le_bytes(*len) as usize) + 8;
    let start = bytes.len().checked_sub(footer + TABLE).filter(|&start| start >= HEAD.min(start));
    let tail = start.map(|start| &bytes[start..]);
    let table = tail.and_then(|tail| tail.get(7..11)).map(|len| len == 7_u32.to_le_bytes());
    match (tail, table) {
        (Some(tail), Some(true)) => Ok(tail),
        _ => anyhow::bail!("tantivy's files look different from what they were"),
    }
}

/// Appends bytes to the blobs.
pub(super) fn push(bytes: &[u8], blobs: &mut Vec<u8>) -> Span {
    let start = blobs.len();
    blobs.extend_from_slice(bytes);
    Span(start, blobs.len())
}
