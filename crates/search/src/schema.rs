//! The fields of the index.

use tantivy::schema::{Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions};

/// The tokenizer that expands encoded runs into stems.
pub(crate) const STEMS: &str = "stems";
/// The tokenizer that expands encoded runs into folded forms.
pub(crate) const FORMS: &str = "forms";

/// The zones of a page in which words stand as stems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fields {
    pub(crate) title: Field,
    pub(crate) heading: Field,
    pub(crate) keys: Field,
    pub(crate) text: Field,
    /// All zones, in unstemmed forms: for exact matches, unfinished words and typos.
    pub(crate) forms: Field,
    pub(crate) facets: Field,
    pub(crate) date: Field,
    pub(crate) standing: Field,
    pub(crate) links: Field,
}

impl Fields {
    /// Returns the fields of stems with their weight in the ranking.
    pub(crate) fn zones(&self) -> [(Field, f32); 4] {
        [(self.title, 3.0), (self.heading, 1.6), (self.keys, 1.4), (self.text, 1.0)]
    }
}

/// Builds the schema; the order of the fields is part of the bundle's format.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = |tokenizer: &str| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_index_option(IndexRecordOption::WithFreqsAndPositions),
        )
    };
    let fields = Fields {
        title: builder.add_text_field("title", words(STEMS)),
        heading: builder.add_text_field("heading", words(STEMS)),
        keys: builder.add_text_field("keys", words(STEMS)),
        text: builder.add_text_field("text", words(STEMS)),
        forms: builder.add_text_field("forms", words(FORMS)),
        facets: builder.add_text_field("facets", TextOptions::default().set_fast("raw")),
        date: builder.add_i64_field("date", NumericOptions::default().set_fast()),
        standing: builder.add_u64_field("standing", NumericOptions::default().set_fast()),
        links: builder.add_u64_field("links", NumericOptions::default().set_fast()),
    };
    (builder.build(), fields)
}
