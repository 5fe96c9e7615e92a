//! What a link leads to.

use crate::field::{FileId, PageId};

/// What a link leads to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Target {
    /// A page, at an anchor of it (empty for its beginning).
    Page(PageId, String),
    /// A page that exists but is not published.
    Unpublished(PageId),
    /// A file of the site.
    File(FileId),
    /// An address from the root of the site that is no page of content: a list, the search page.
    Address(String),
    /// Another site.
    External,
    /// Nothing.
    Nowhere,
    /// A document, but not the place in it.
    NoSuchPlace(PageId, String),
    /// A path that leaves the folder of content.
    Outside,
}
