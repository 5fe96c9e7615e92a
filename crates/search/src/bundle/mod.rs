//! The published files of search: their names, their layout, how they are read.

mod directory;
mod files;
mod format;
mod store;

pub(crate) use directory::BundleDirectory;
pub use files::{Files, FolderFiles, MemoryFiles, ReadFault};
pub(crate) use format::{
    CORE_DIR, Core, FileLayout, HotRange, INDEX_DIR, MANIFEST, Manifest, PageText, TEXT_DIR, TextShard,
    unpack_core,
};
#[cfg(feature = "build")]
pub(crate) use format::{content_name, gzip, pack_core};
pub(crate) use store::Store;

/// The version of the bundle's format; a reader refuses another one.
pub const FORMAT: u32 = 1;
