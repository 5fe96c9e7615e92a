//! The published files of search: their names, their layout, how they are read.

mod files;
mod format;
mod lists;
mod pack;
mod store;
mod texts;

pub use files::{Files, FolderFiles, MemoryFiles, ReadFault};
pub(crate) use format::{Blobs, Core, LEMMAS_DIR, MANIFEST, Manifest, Shards, TEXT_DIR, open_core};
#[cfg(feature = "build")]
pub(crate) use format::{CORE_DIR, Chunks, INDEX_DIR, Span, TAG, WORDS_DIR, push, write_core};
pub(crate) use lists::{Lists, damaged};
pub(crate) use pack::Tables;
#[cfg(feature = "build")]
pub(crate) use pack::{Packed, pack, pack_all, sha256};
pub(crate) use store::Store;
pub(crate) use texts::PageText;

/// The version of the bundle's format; a reader refuses another one.
pub const FORMAT: u32 = 4;
