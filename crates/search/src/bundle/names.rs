//! The names in a bundle that never change: its manifest, its folders, the first byte of its files.

pub(crate) const MANIFEST: &str = "index.json";
#[cfg(feature = "build")]
pub(crate) const CORE_DIR: &str = "core";
pub(crate) const INDEX_DIR: &str = "index";
pub(crate) const TEXT_DIR: &str = "text";
pub(crate) const WORDS_DIR: &str = "words";
pub(crate) const LEMMAS_DIR: &str = "lemmas";

/// The first byte of every binary file: none of them can be taken for a gzip-packed one.
#[cfg(feature = "build")]
pub(crate) const TAG: u8 = b'k';
