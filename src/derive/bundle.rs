//! What is put together into one archive.

use crate::artifact::{Content, OutPath};

/// An archive that is to be made.
#[derive(Debug)]
pub(crate) struct Bundle {
    /// Where it is published.
    pub(crate) path: OutPath,
    /// Its files, in their order.
    pub(crate) parts: Vec<Part>,
}

/// A file that goes into an archive.
#[derive(Debug)]
pub(crate) struct Part {
    /// How it is called there.
    pub(crate) name: String,
    /// How it is called in messages.
    pub(crate) source: String,
    /// What is published of it.
    pub(crate) content: Content,
}
