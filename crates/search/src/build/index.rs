//! Writing the one segment, in canonical order.

use super::lexicon::Lexicon;
use super::runs::{RunTable, push_gap};
use super::tokens::{Expander, Expansion};
use crate::dictionary::{FORMS, UNPRINTED};
use crate::document::PageDocument;
use crate::schema::{
    FIELDS, FORMS_OF_RUNS, HEADING, KEYS, RELATED, STEMS_OF_RUNS, TEXT, TITLE, field, schema,
};
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
pub(super) fn write(codes: Vec<PageCode>, table: &RunTable, lexicon: &Lexicon) -> Result<Index> {
    let tokenizers = TokenizerManager::default();
    tokenizers.register(FORMS_OF_RUNS, Expander(Arc::new(Expansion::of_forms(table))));
    tokenizers.register(STEMS_OF_RUNS, Expander(Arc::new(Expansion::of_stems(table, lexicon))));
    let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
    let mut writer: SingleSegmentIndexWriter = Index::builder()
        .schema(schema())
        .settings(settings)
        .tokenizers(tokenizers)
        .single_segment_index_writer(RamDirectory::create(), MEMORY_HINT)?;
    for code in codes {
        writer.add_document(document(&code))?;
    }
    Ok(writer.finalize()?)
}

fn document(code: &PageCode) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    let printed =
        [(TITLE, &code.title), (HEADING, &code.heading), (TEXT, &code.text), (FIELDS, &code.fields)];
    let unprinted = [(KEYS, &code.keys), (RELATED, &code.related)];
    let zones = printed.map(|(zone, text)| (zone, FORMS, text)).into_iter();
    for (zone, forms, text) in zones.chain(unprinted.map(|(zone, text)| (zone, UNPRINTED, text))) {
        document.add_text(field(zone), text);
        document.add_text(field(forms), text);
    }
    document
}
