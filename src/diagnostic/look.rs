//! How messages look.

use crate::i18n::Lang;

/// How messages look.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Look {
    /// The language of the words.
    pub lang: Lang,
    /// Whether to colour them.
    pub color: bool,
    /// The width of the terminal in columns; longer lines of an excerpt are cut around the marked place.
    pub width: usize,
    /// What to put before every path, so that it is right seen from the current folder: `` or `portal/`.
    pub prefix: String,
}

impl Look {
    /// Plain text of the usual width, for logs and tests.
    #[must_use]
    pub fn plain(lang: Lang) -> Self {
        Self { lang, color: false, width: 140, prefix: String::new() }
    }
}
