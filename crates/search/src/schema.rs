//! The zones of a page, which are the fields of the index.

use crate::dictionary::FORMS;
#[cfg(feature = "build")]
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// Zones in which words stand as stems.
pub(crate) const TITLE: usize = 0;
#[cfg(feature = "build")]
pub(crate) const HEADING: usize = 1;
#[cfg(feature = "build")]
pub(crate) const KEYS: usize = 2;
pub(crate) const TEXT: usize = 3;

/// What a match in each zone weighs; the last is all zones in unstemmed forms, for exact matches.
pub(crate) const WEIGHTS: [f32; FORMS + 1] = [3.0, 1.6, 1.4, 1.0, 1.0];

/// The tokenizer that expands encoded runs into stems.
#[cfg(feature = "build")]
pub(crate) const STEMS_OF_RUNS: &str = "stems";
/// The tokenizer that expands encoded runs into folded forms.
#[cfg(feature = "build")]
pub(crate) const FORMS_OF_RUNS: &str = "forms";

/// Returns the field of a zone.
#[cfg(feature = "build")]
pub(crate) fn field(zone: usize) -> Field {
    Field::from_field_id(zone as u32)
}

/// Builds the schema that the writer follows: the number of a field is that of its zone.
#[cfg(feature = "build")]
pub(crate) fn schema() -> Schema {
    let mut builder = Schema::builder();
    let words = |tokenizer: &str, norms: bool| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_fieldnorms(norms)
                .set_index_option(IndexRecordOption::WithFreqsAndPositions),
        )
    };
    for zone in ["title", "heading", "keys", "text"] {
        builder.add_text_field(zone, words(STEMS_OF_RUNS, true));
    }
    builder.add_text_field("forms", words(FORMS_OF_RUNS, false));
    builder.build()
}
