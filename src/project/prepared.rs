//! A site before it is drawn: loaded, resolved, checked.

use std::sync::Arc;

use super::purge::Purges;
use crate::ask::Lists;
use crate::derive::Workshop;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Settled, Site};
use crate::render::Kit;

/// A site with everything known that does not need drawing.
pub(crate) struct Prepared {
    /// The site.
    pub(crate) site: Arc<Site>,
    /// What its theme gives to all pages.
    pub(crate) kit: Arc<Kit>,
    /// The order in which its pages are answered.
    pub(crate) lists: Arc<Lists>,
    /// Where derived files are made.
    pub(crate) workshop: Arc<Workshop>,
    /// All messages so far.
    pub(crate) messages: Vec<Diagnostic>,
    /// What becomes of the lock of addresses.
    pub(super) settled: Arc<Settled>,
    /// Its text as it is.
    pub(super) lock_before: Option<Arc<str>>,
    /// When all that was published before was to be forgotten.
    pub(crate) purges: Purges,
    /// Equal for equal content, theme and day.
    pub(crate) fingerprint: u64,
}

impl Prepared {
    /// The new text of the lock of addresses, if it is another.
    pub(crate) fn lock(&self) -> Option<String> {
        let text = self.settled.text(&self.site.pages);
        (self.lock_before.as_deref() != Some(&text)).then_some(text)
    }

    /// Whether there was a lock before.
    pub(crate) fn was_locked(&self) -> bool {
        self.lock_before.is_some()
    }
}

/// Whether nothing speaks against publishing.
pub(crate) fn sound(messages: &[Diagnostic]) -> bool {
    messages.iter().all(|message| message.severity != Severity::Error)
}
