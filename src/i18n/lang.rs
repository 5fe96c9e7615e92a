//! The languages of the program.

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
