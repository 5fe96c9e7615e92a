//! Documents of office programs, as pages have them: their texts as Markdown, and what of them is not for readers.
//!
//! `kabinet_documents` reads the bytes under its limits; here a document becomes Markdown that shows just its words
//! ([`Extract`]), which goes the way of every text of the site: it is sanitised, outlined, searched. An import reads
//! the same pieces and makes more of them.
//!
//! Must not know: pages, addresses, where a file lies.

mod extract;
mod fault;
mod grid;
mod left;
mod objects;
mod packed;
mod pieces;
mod plain;
mod printed;
mod tidy;
mod twin;
mod word;

pub(crate) use extract::{Authors, Extract, LIMIT, PACKED, is_closed, is_read, nameless};
pub(crate) use fault::{Fault, SCAN, UNFINISHED, speaks_of};
pub(crate) use grid::{paragraphs, write as table};
pub(crate) use objects::{Objects, is_object, without};
pub(crate) use packed::Packed;
pub(crate) use pieces::{Pieces, file_name};
pub(crate) use plain::{at_start, inline};
pub(crate) use printed::{Letters, read as printed};
pub(crate) use tidy::{collapse, is_invisible};
pub(crate) use word::word;
