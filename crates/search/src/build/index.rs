//! Writing the one segment, in canonical order, and naming it by its content.

use super::lexicon::Lexicon;
use super::runs::{RunTable, push_gap};
use super::tokens::{Expander, Expansion};
use crate::document::PageDocument;
use crate::hash::sha256;
use crate::schema::{FORMS, Fields, STEMS, schema};
use crate::text::{CLAUSE, clause_number};
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use tantivy::directory::{Directory, OwnedBytes, RamDirectory};
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Index, IndexSettings, SingleSegmentIndexWriter, TantivyDocument};

/// A hint for tantivy's tables, not a limit.
const MEMORY_HINT: usize = 64 << 20;

/// The zones of a page as codes of run numbers.
#[derive(Debug, Default)]
pub(super) struct PageCode {
    title: String,
    heading: String,
    keys: String,
    text: String,
}

impl PageCode {
    pub(super) fn of(page: &PageDocument, table: &mut RunTable) -> Self {
        let mut code = Self::default();
        table.encode(&page.title, &mut code.title);
        push_gap(&mut code.title);
        for section in &page.sections {
            if let Some(number) = clause_number(&section.anchor, &section.heading) {
                table.encode_mark(&format!("{CLAUSE}{number}"), &mut code.heading);
            }
            table.encode(&section.heading, &mut code.heading);
            push_gap(&mut code.heading);
            table.encode(&section.text, &mut code.text);
            push_gap(&mut code.text);
        }
        let labels = page.facets.iter().map(|facet| &facet.1);
        for key in std::iter::once(&page.kind_label).chain(&page.keywords).chain(labels) {
            table.encode(key, &mut code.keys);
            push_gap(&mut code.keys);
        }
        code
    }
}

/// The files of the index by their canonical names, and its meta file.
pub(super) struct IndexFiles {
    pub(super) meta: String,
    pub(super) files: BTreeMap<String, OwnedBytes>,
}

/// Writes the index of the pages.
pub(super) fn write(
    pages: &[&PageDocument],
    codes: Vec<PageCode>,
    table: &RunTable,
    lexicon: &Lexicon,
) -> Result<IndexFiles> {
    let (schema, fields) = schema();
    let tokenizers = TokenizerManager::default();
    tokenizers.register(FORMS, Expander(Arc::new(Expansion::of_forms(table))));
    tokenizers.register(STEMS, Expander(Arc::new(Expansion::of_stems(table, lexicon))));
    let directory = RamDirectory::create();
    let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
    let mut writer: SingleSegmentIndexWriter = Index::builder()
        .schema(schema)
        .settings(settings)
        .tokenizers(tokenizers)
        .single_segment_index_writer(directory.clone(), MEMORY_HINT)?;
    for (page, code) in pages.iter().zip(codes) {
        writer.add_document(document(page, &code, fields))?;
    }
    canonical(&writer.finalize()?, &directory)
}

fn document(page: &PageDocument, code: &PageCode, fields: Fields) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    let zones = [
        (fields.title, &code.title),
        (fields.heading, &code.heading),
        (fields.keys, &code.keys),
        (fields.text, &code.text),
    ];
    for (field, zone) in zones {
        document.add_text(field, zone);
        document.add_text(fields.forms, zone);
    }
    let kind = [("kind", page.kind.as_str())];
    let facets = page.facets.iter().map(|(id, label)| (id.as_str(), label.as_str()));
    for (id, label) in kind.into_iter().chain(facets) {
        document.add_text(fields.facets, format!("{id}={label}"));
    }
    if let Some(date) = page.date {
        document.add_i64(fields.date, i64::from(date));
    }
    document.add_u64(fields.standing, page.standing.code());
    document.add_u64(fields.links, u64::from(page.links));
    document
}

/// The files of a segment that was never changed.
const EXTENSIONS: [&str; 6] = ["idx", "pos", "term", "store", "fast", "fieldnorm"];

/// Renames the segment from its random id to the hash of its files.
fn canonical(index: &Index, directory: &RamDirectory) -> Result<IndexFiles> {
    let metas = index.searchable_segment_metas()?;
    let [segment] = metas.as_slice() else { anyhow::bail!("the index must have one segment") };
    let mut files = BTreeMap::new();
    let random = segment.id().uuid_string();
    for extension in EXTENSIONS {
        let name = format!("{random}.{extension}");
        let path = Path::new(&name);
        if directory.exists(path)? {
            files.insert(extension.to_owned(), directory.open_read(path)?.read_bytes()?);
        }
    }
    let digests: String = files.iter().map(|(name, bytes)| format!("{name}:{}\n", sha256(bytes))).collect();
    let id = sha256(digests.as_bytes())[..32].to_owned();
    let dashed = [&id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..]].join("-");
    let meta = String::from_utf8(directory.atomic_read(Path::new("meta.json"))?)?;
    let random_dashed =
        [&random[..8], &random[8..12], &random[12..16], &random[16..20], &random[20..]].join("-");
    let meta = meta.replace(&random_dashed, &dashed).replace(&random, &id);
    let files = files.into_iter().map(|(extension, bytes)| (format!("{id}.{extension}"), bytes)).collect();
    Ok(IndexFiles { meta, files })
}
