//! A site before it is drawn: loaded, resolved, checked.

use std::sync::Arc;

use super::purge::Purges;
use crate::derive::Workshop;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Site;
use crate::render::Kit;

/// A site with everything known that does not need drawing.
pub(crate) struct Prepared {
    /// The site.
    pub(crate) site: Arc<Site>,
    /// What its theme gives to all pages.
    pub(crate) kit: Arc<Kit>,
    /// Where derived files are made.
    pub(crate) workshop: Arc<Workshop>,
    /// All messages so far.
    pub(crate) messages: Vec<Diagnostic>,
    /// The new text of the lock of addresses, if it is another.
    pub(crate) lock: Option<String>,
    /// Whether there was a lock before.
    pub(crate) locked_before: bool,
    /// When all that was published before was to be forgotten.
    pub(crate) purges: Purges,
    /// Equal for equal content, theme and day.
    pub(crate) fingerprint: u64,
}

/// Whether nothing speaks against publishing.
pub(crate) fn sound(messages: &[Diagnostic]) -> bool {
    messages.iter().all(|message| message.severity != Severity::Error)
}
