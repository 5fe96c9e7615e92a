//! Writing the one segment, in canonical order.

use super::pairs::Pairs;
use super::runs::{RunTable, push_gap};
use super::stop::GoOn;
use super::tokens::{Expander, Expansion};
use crate::document::PageDocument;
use crate::schema::{FIELDS, HEADING, KEYS, RELATED, RUNS, TEXT, TITLE, field, schema};
use crate::text::{CLAUSE, clause_number};
use anyhow::Result;
use std::sync::Arc;
use tantivy::directory::RamDirectory;
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
    fields: String,
    related: String,
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
        for (_, value) in &page.fields {
            table.encode(value, &mut code.fields);
            push_gap(&mut code.fields);
        }
        for title in &page.related {
            table.encode(title, &mut code.related);
            push_gap(&mut code.related);
        }
        code
    }
}

/// Writes the index of the pages.
pub(super) fn write(
    codes: Vec<PageCode>,
    (table, pairs): (&RunTable, &Pairs<'_>),
    go_on: GoOn<'_>,
) -> Result<Index> {
    let tokenizers = TokenizerManager::default();
    tokenizers.register(RUNS, Expander(Arc::new(Expansion::new(table, pairs))));
    let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
    let mut writer: SingleSegmentIndexWriter = Index::builder()
        .schema(schema())
        .settings(settings)
        .tokenizers(tokenizers)
        .single_segment_index_writer(RamDirectory::create(), MEMORY_HINT)?;
    for code in codes {
        go_on()?;
        writer.add_document(document(code))?;
    }
    Ok(writer.finalize()?)
}

fn document(code: PageCode) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    let PageCode { title, heading, keys, text, fields, related } = code;
    let zones = [
        (TITLE, title),
        (HEADING, heading),
        (TEXT, text),
        (FIELDS, fields),
        (KEYS, keys),
        (RELATED, related),
    ];
    for (zone, text) in zones {
        document.add_text(field(zone), text);
    }
    document
}
