//! The zones of a page, which are the fields of the index.

#[cfg(feature = "build")]
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// Zones in which words stand as stems.
pub(crate) const TITLE: usize = 0;
pub(crate) const HEADING: usize = 1;
/// What leads to a page without standing on it as text: kind, numbers, dates in other spellings, facets.
pub(crate) const KEYS: usize = 2;
pub(crate) const TEXT: usize = 3;
/// The values of fields.
pub(crate) const FIELDS: usize = 4;
/// The titles of the pages that a page names.
pub(crate) const RELATED: usize = 5;

/// So many zones there are.
pub(crate) const ZONES: usize = 6;
/// All zones in which something is printed, taken as one for matches of exact forms.
pub(crate) const FORMS: usize = ZONES;
/// These zones.
pub(crate) const PRINTED: [usize; 4] = [TITLE, HEADING, TEXT, FIELDS];

/// What a match in each zone weighs.
pub(crate) const WEIGHTS: [f32; FORMS + 1] = [3.0, 2.0, 1.4, 1.0, 1.0, 0.25, 1.0];

/// Zones whose words nobody sees on the page as a text: there is no phrase in them.
pub(crate) const SPOKEN_OF: [usize; 2] = [KEYS, RELATED];

/// The tokenizer that expands encoded runs into stems, each with its form.
#[cfg(feature = "build")]
pub(crate) const RUNS: &str = "runs";

/// Returns the field of a zone.
#[cfg(feature = "build")]
pub(crate) fn field(zone: usize) -> Field {
    Field::from_field_id(zone as u32)
}

/// Builds the schema that the writer follows: the number of a field is that of its zone.
#[cfg(feature = "build")]
pub(crate) fn schema() -> Schema {
    let mut builder = Schema::builder();
    for zone in ["title", "heading", "keys", "text", "fields", "related"] {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(RUNS)
            .set_fieldnorms(true)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        builder.add_text_field(zone, TextOptions::default().set_indexing_options(indexing));
    }
    builder.build()
}
