//! What the preview says in the page.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue, static_loader};

static_loader! {
    static TEXTS = { locales: "./src/i18n", fallback_language: "ru", customise: |bundle| bundle.set_use_isolating(false) };
}

/// Texts in one language.
pub(super) struct Words {
    language: LanguageIdentifier,
}

impl Words {
    /// Russian unless the language is known.
    pub(super) fn new(language: &str) -> Self {
        Self { language: language.parse().unwrap_or_default() }
    }

    /// One text.
    pub(super) fn get(&self, key: &str) -> String {
        TEXTS.lookup(&self.language, key)
    }

    fn count(&self, key: &str, count: usize) -> String {
        let args: std::collections::HashMap<Cow<'static, str>, FluentValue> =
            [("count".into(), FluentValue::from(count))].into();
        TEXTS.lookup_with_args(&self.language, key, &args)
    }

    /// The texts of the panel with messages.
    pub(super) fn overlay(
        &self,
        errors: usize,
        warnings: usize,
        notes: usize,
    ) -> BTreeMap<&'static str, String> {
        let counts = [("serve-errors", errors), ("serve-warnings", warnings), ("serve-notes", notes)];
        let counted = counts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| self.count(key, n));
        BTreeMap::from([
            ("title", counted.collect::<Vec<_>>().join(", ")),
            ("close", self.get("serve-close")),
            ("kept", self.get("serve-kept")),
            ("open", self.get("serve-open")),
            ("offline", self.get("serve-offline")),
        ])
    }
}
