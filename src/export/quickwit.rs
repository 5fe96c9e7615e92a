//! The configuration of a Quickwit index.

use std::fmt::Write;

use super::fields::Type;

/// The field that every document must have, by which Quickwit lays them out.
const TIMESTAMP: &str = "timestamp";

const HEAD: &str = "version: 0.8\nindex_id: kabinet\ndoc_mapping:\n  mode: strict\n  field_mappings:\n";
const FOOT: &str = "search_settings:\n  default_search_fields: [title_stems, stems]\n";

/// The file from which the index is made.
pub(super) fn configuration(fields: &[(String, Type)]) -> String {
    let mut text = HEAD.to_owned();
    let stamp = [(TIMESTAMP.to_owned(), Type::Date)];
    for (name, kind) in fields.iter().chain(&stamp) {
        let _infallible = write!(text, "    - name: {name}\n{}", mapping(*kind));
    }
    let _infallible = write!(text, "  timestamp_field: {TIMESTAMP}\n{FOOT}");
    text
}

fn mapping(kind: Type) -> &'static str {
    match kind {
        Type::Keyword => "      type: text\n      tokenizer: raw\n      fast: true\n",
        Type::Keywords => "      type: array<text>\n      tokenizer: raw\n      fast: true\n",
        Type::Text => {
            "      type: text\n      tokenizer: default\n      record: position\n      fieldnorms: true\n"
        }
        Type::Stems => {
            "      type: text\n      tokenizer: whitespace\n      record: position\n      fieldnorms: true\n"
        }
        Type::Date => {
            "      type: datetime\n      input_formats: [\"%Y-%m-%d\"]\n      output_format: \"%Y-%m-%d\"\n      \
             fast: true\n      fast_precision: seconds\n"
        }
        Type::Integer => "      type: u64\n      fast: true\n",
    }
}
