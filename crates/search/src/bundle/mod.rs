//! The published files of search: their names, their layout, how they are read.

mod files;
mod format;
mod lists;
mod names;
mod pack;
mod store;
mod texts;

pub use files::{Files, FolderFiles, MemoryFiles, ReadFault};
pub(crate) use format::{Blobs, Core, Manifest, Shards, open_core};
#[cfg(feature = "build")]
pub(crate) use format::{Chunks, Span, push, write_core};
pub(crate) use lists::{Lists, damaged};
#[cfg(feature = "build")]
pub(crate) use names::{CORE_DIR, INDEX_DIR, TAG, WORDS_DIR};
pub(crate) use names::{LEMMAS_DIR, MANIFEST, TEXT_DIR};
pub(crate) use pack::Tables;
#[cfg(feature = "build")]
pub(crate) use pack::{Packed, pack, pack_all, sha256};
pub(crate) use store::Store;
pub(crate) use texts::PageText;

/// The version of the bundle's format; a reader refuses another one.
pub const FORMAT: u32 = 4;
