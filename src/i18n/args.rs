//! Values inside a text.

/// A value inside a text.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Arg {
    /// Text.
    Text(String),
    /// A number, which chooses plural forms.
    Number(i64),
    /// Another text of the translation files, by its key.
    Key(&'static str),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
