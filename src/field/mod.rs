//! Fields: what may be written into documents, and what a value is once it was read.
//!
//! A field type is one file in `types/`: how it is declared, how a value is read and what is said of a wrong one, how
//! values are ordered, compared and named, the words by which search finds them, and what templates are given of them
//! ([`Plain`]). Everybody else asks a [`Value`]; nobody takes one apart, so that a new type is one file and one line
//! of the table in `types/mod.rs`.
//!
//! Knows no kinds, no pages and no templates: who a document or a file is, is told by [`Documents`] while values are
//! read, and by [`Lookup`] when they are named.

mod bounds;
mod context;
mod declaration;
mod declared;
mod files;
mod foreign;
mod ids;
pub(crate) mod known;
mod list;
mod moment;
mod path;
mod text;
pub(crate) mod types;
mod typing;
mod value;

pub(crate) use context::{Context, Documents, Named, Terms};
pub(crate) use declaration::{Declaration, TypeEntry, unknown_name};
pub(crate) use declared::{Field, FieldType, Fields, Need, Reader, Type};
pub(crate) use files::{FileTable, NoFile, composed, decoded, join};
pub(crate) use ids::{FileId, PageId};
pub(crate) use list::parts;
pub(crate) use moment::Moment;
pub(crate) use path::{FieldPath, field_at, typed_at};
pub(crate) use text::FieldText;
pub(crate) use typing::Typing;
pub(crate) use value::{Datum, Lookup, Order, Plain, Typed, Value, Values};
