//! How a command ends: its words and its exit code.

use crate::i18n::{self, Arg, Lang};

/// The exit code when the content has errors.
pub(super) const CONTENT: u8 = 1;
/// The exit code of trouble with the machine.
pub(super) const TROUBLE: u8 = 2;

/// What a command has to say.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[must_use]
pub struct Said {
    /// The result, for the standard output.
    pub out: String,
    /// Messages for a person, for the standard error.
    pub err: String,
    /// The exit code.
    pub code: u8,
}

/// A refusal, with the way out.
pub(super) fn refused(lang: Lang, key: &str, args: &[(&str, &str)]) -> Said {
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::from(*value))).collect();
    let text = i18n::text(lang, key, &args);
    let said = i18n::text(lang, "cli-error", &[("text", Arg::from(text))]);
    let advice = i18n::text(lang, &format!("{key}.help"), &args);
    Said { err: format!("{said}\n\n{advice}\n"), code: TROUBLE, ..Said::default() }
}
