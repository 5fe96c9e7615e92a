//! Files published with a page.

use crate::field::FileId;

/// A file published with a page, and what it is.
#[derive(Clone, Debug)]
pub(crate) struct Attached {
    /// The file.
    pub(crate) file: FileId,
    /// What it is, in words.
    pub(crate) title: String,
}
