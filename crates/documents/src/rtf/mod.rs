//! `.rtf`: the format that WordPad and old programs write. Labels of lists stand in it as they are printed.

mod builder;
mod reader;
mod tokens;

use crate::model::Document;
use crate::refusal::Refusal;

/// Reads a text.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    if bytes.len() as u64 > crate::limits::PART {
        return Err(Refusal::Excessive("size"));
    }
    reader::Reader::default().read(bytes)
}
