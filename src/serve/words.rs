//! What the preview says in the page.

use std::collections::BTreeMap;

use crate::i18n::{self, Arg, Lang};

/// Texts in one language.
pub(super) struct Words(pub Lang);

impl Words {
    /// One text.
    pub(super) fn get(&self, key: &str) -> String {
        i18n::text(self.0, key, &[])
    }

    fn count(&self, key: &str, count: usize) -> String {
        i18n::text(self.0, key, &[("count", Arg::from(count))])
    }

    /// The texts of the panel with messages.
    pub(super) fn overlay(
        &self,
        (errors, warnings, notes): (usize, usize, usize),
        drafts: usize,
    ) -> BTreeMap<&'static str, String> {
        let counts = [("serve-errors", errors), ("serve-warnings", warnings), ("serve-notes", notes)];
        let counted = counts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| self.count(key, n));
        BTreeMap::from([
            ("title", counted.collect::<Vec<_>>().join(", ")),
            ("close", self.get("serve-close")),
            ("kept", self.get("serve-kept")),
            ("open", self.get("serve-open")),
            ("copy", self.get("serve-copy")),
            ("copied", self.get("serve-copied")),
            ("visit", self.get("serve-visit")),
            ("here", self.get("serve-here")),
            ("elsewhere", self.get("serve-elsewhere")),
            ("offline", self.get("serve-offline")),
            ("making", self.get("serve-making")),
            ("drafts", self.count("serve-drafts", drafts)),
        ])
    }
}
