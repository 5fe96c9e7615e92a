//! The fields that the engine itself knows by name. All others are data of the theme.

/// What a document is called.
pub(crate) const TITLE: &str = "title";
/// By which a document chooses its own name.
pub(crate) const ID: &str = "id";
/// A sentence or two about it.
pub(crate) const SUMMARY: &str = "summary";
/// The day by which it is sorted and shown.
pub(crate) const DATE: &str = "date";
/// Whether it is a draft, published, or kept in the archive.
pub(crate) const STATUS: &str = "status";
/// The term of [`STATUS`] that hides a document.
pub(crate) const STATUS_DRAFT: &str = "draft";
/// The term of [`STATUS`] that keeps a document at the end of lists.
pub(crate) const STATUS_ARCHIVED: &str = "archived";
/// Since when it is shown.
pub(crate) const PUBLISH_AT: &str = "publish_at";
/// Since when it is shown no more.
pub(crate) const EXPIRES_AT: &str = "expires_at";
/// Its former addresses.
pub(crate) const ALIASES: &str = "aliases";
/// The files published with it: groups of [`FILE`] and [`TITLE`].
pub(crate) const ATTACHMENTS: &str = "attachments";
/// The file of an attachment.
pub(crate) const FILE: &str = "file";
