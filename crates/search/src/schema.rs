//! The zones of a page, which are the fields of the index.

use crate::dictionary::{FORMS, UNPRINTED};
#[cfg(feature = "build")]
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// Zones in which words stand as stems.
pub(crate) const TITLE: usize = 0;
#[cfg(feature = "build")]
pub(crate) const HEADING: usize = 1;
/// What leads to a page without standing on it as text: kind, numbers, dates in other spellings, facets.
pub(crate) const KEYS: usize = 2;
pub(crate) const TEXT: usize = 3;
/// The values of fields.
pub(crate) const FIELDS: usize = 4;
/// The titles of the pages that a page names.
pub(crate) const RELATED: usize = 5;

/// What a match in each zone weighs; [`FORMS`] is all that is printed in unstemmed forms, for exact matches.
pub(crate) const WEIGHTS: [f32; FORMS + 1] = [3.0, 2.0, 1.4, 1.0, 1.0, 0.25, 1.0];

/// Zones whose words nobody sees on the page as a text: there is no phrase in them.
pub(crate) const SPOKEN_OF: [usize; 3] = [KEYS, RELATED, UNPRINTED];

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
    for zone in ["title", "heading", "keys", "text", "fields"] {
        builder.add_text_field(zone, words(STEMS_OF_RUNS, true));
    }
    builder.add_text_field("related", words(STEMS_OF_RUNS, true));
    builder.add_text_field("forms", words(FORMS_OF_RUNS, false));
    builder.add_text_field("unprinted", words(FORMS_OF_RUNS, false));
    builder.build()
}
