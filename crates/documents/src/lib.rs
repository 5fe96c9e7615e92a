//! Office documents read into one model, so that whoever takes them in knows what a reader of the paper sees.
//!
//! [`read`] tells a format by its bytes and gives a [`Document`]: blocks in the order of the source, each
//! paragraph with the label that a word processor would print before it, tables with their merged cells, notes,
//! pictures as bytes. The law of the crate: **no visible word is lost, added or moved.** What a reader of the
//! paper does not see (deletions that were not accepted, comments, hidden text) is left out and listed in
//! [`Document::left_out`], because a person may have to decide about it.
//!
//! Whatever is read is hostile: sizes, depths and counts have [`limits`], and what goes past them is a
//! [`Refusal`] with its reason, never a panic, a wait or an exhausted memory. Nothing is fetched and no path of
//! the archive is used on a disk.

#![forbid(unsafe_code)]

mod archive;
mod csv;
mod docx;
mod format;
mod guard;
mod html;
pub mod limits;
mod model;
mod names;
mod numerals;
mod odf;
mod ooxml;
mod package;
mod packed;
mod pdf;
mod pptx;
mod refusal;
mod rtf;
mod slides;
mod symbols;
mod word;
mod xlsx;

pub use archive::archive;
pub use csv::csv;
pub use format::Format;
pub use html::{html, is_html};
pub use model::{
    Block, Cell, Document, Drawn, Label, LeftOut, Mark, Note, Paragraph, Picture, Piece, Reason, Row, Table,
};
pub use names::{Names, has_macros, names, without_names};
pub use packed::{Packed, packed};
pub use pdf::{Lexicon, pdf};
pub use refusal::Refusal;
pub use word::word;

/// Reads a document of whatever format its bytes are. A PDF is read better by [`pdf()`], which knows words.
///
/// # Errors
/// When it is of no known format, damaged, protected by a password, or past a limit.
pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    match Format::of(bytes) {
        Some(Format::Docx) => docx::read(bytes),
        Some(Format::Odt | Format::Ods | Format::Odp) => odf::read(bytes),
        Some(Format::Pptx) => pptx::read(bytes),
        Some(Format::Rtf) => rtf::read(bytes),
        Some(Format::Xlsx) => xlsx::read(bytes),
        Some(Format::Pdf) => pdf::pdf(bytes, &|_| false),
        Some(Format::OldWord | Format::OldExcel | Format::OldPowerPoint) => Err(Refusal::OldWord),
        Some(Format::Protected) => Err(Refusal::Protected),
        _ => Err(Refusal::Unknown),
    }
}
