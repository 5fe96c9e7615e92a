//! Words for people: translation files by language, looked up by key.
//!
//! Every text that a person reads stands in `src/i18n/<lang>/<topic>.ftl` (Fluent), Russian first, English
//! second. A key is a message, or `message.attribute`. All files are compiled in; a bundle is made once per
//! language and read by all threads. Nothing here knows what the words are for.

mod args;
mod bundle;
mod system;
#[cfg(test)]
mod tests;

pub use args::Arg;
pub use system::{failure, io_cause, io_error};

use std::str::FromStr;

/// A language of the program's own words.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Lang {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

/// A name that is no language of this program.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UnknownLang;

impl Lang {
    /// Every language, the main one first.
    pub const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// The language code: `ru`, `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(name: &str) -> Result<Self, UnknownLang> {
        Self::ALL.into_iter().find(|lang| lang.code() == name).ok_or(UnknownLang)
    }
}

/// The text of `key` (a message, or `message.attribute`) in `lang`.
///
/// Falls back to Russian; a key that is nowhere comes back as `⟦key⟧`, so that it is seen.
#[must_use]
pub fn text(lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
    try_text(lang, key, args).unwrap_or_else(|| format!("⟦{key}⟧"))
}

/// The text of `key`, or `None` when no language has it.
#[must_use]
pub fn try_text(lang: Lang, key: &str, args: &[(&str, Arg)]) -> Option<String> {
    let found = bundle::format(lang, key, args).or_else(|| bundle::format(Lang::Ru, key, args));
    found.map(|formatted| formatted.text)
}

/// The text of `key`, or `None` when no language has it or when it names an argument that is not given.
#[must_use]
pub(crate) fn whole_text(lang: Lang, key: &str, args: &[(&str, Arg)]) -> Option<String> {
    let found = bundle::format(lang, key, args).or_else(|| bundle::format(Lang::Ru, key, args));
    found.filter(|formatted| formatted.complete).map(|formatted| formatted.text)
}

/// The text of `key` with `…` for every argument: what the text says whatever the values.
#[must_use]
pub(crate) fn outline(lang: Lang, key: &str) -> Option<String> {
    let text = try_text(lang, key, &[])?;
    let mut parts = text.split("{$");
    let first = parts.next().unwrap_or_default().to_owned();
    Some(parts.fold(first, |text, part| text + "…" + part.split_once('}').map_or(part, |(_, rest)| rest)))
}

/// Every message that has the attribute, in the order of the alphabet.
#[must_use]
pub(crate) fn messages_with(attribute: &str) -> Vec<&'static str> {
    bundle::messages_with(attribute)
}
