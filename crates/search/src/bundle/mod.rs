//! The published files of search: their names, their layout, how they are read.

mod directory;
mod files;
mod format;
mod store;

pub(crate) use directory::BundleDirectory;
pub use files::{Files, FolderFiles, MemoryFiles, ReadFault};
#[cfg(feature = "build")]
pub(crate) use format::{
    CORE_DIR, FileLayout, HotRange, INDEX_DIR, TEXT_DIR, TextShard, content_name, gzip, pack_core,
};
pub(crate) use format::{Core, MANIFEST, Manifest, PageText, unpack_core};
pub(crate) use store::Store;

/// The version of the bundle's format; a reader refuses another one.
pub const FORMAT: u32 = 1;
