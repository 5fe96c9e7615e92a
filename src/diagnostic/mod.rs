//! Messages as values: what is wrong, where, and how to mend it.
//!
//! A [`Diagnostic`] holds no finished sentence. It names a [`RuleId`] and arguments; the words come from the
//! translation files (`src/i18n/<lang>/*.ftl`) when the message is drawn at the edge. For a rule `r` the
//! message `r` holds the headline, its attributes hold the rest: `.label` (under the excerpt), `.help`
//! (how to mend it), `.explain` (the text of `kabinet explain r`), and further ones chosen by
//! [`Diagnostic::label_key`] and [`Diagnostic::help`].

/// So many messages of one kind about one file are told at most, to programs too: a file with more lines that one rule
/// cannot understand is another file, and each message takes memory.
pub(crate) const MOST_TOLD: usize = 1_000;

mod alike;
mod excerpt;
mod explain;
mod github;
mod gitlab;
mod human;
mod json;
mod look;
mod message;
mod report;
mod sarif;
pub(crate) mod suggest;
#[cfg(test)]
mod tests;
mod view;
mod words;

pub use crate::i18n::Arg;
pub(crate) use alike::{listed, unlisted};
pub use explain::{explain, list as list_rules, rules};
pub use look::Look;
pub use message::{Diagnostic, Label, RuleId, Severity};
pub use report::{Fate, Format, Report, has_errors, human, render, report, sorted, summary};
pub(crate) use words::{headline, help as ways};
