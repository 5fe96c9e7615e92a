//! `kabinet explain`: what a rule means, why it matters, how to mend it.

use super::{RuleId, suggest, words};
use crate::i18n::{self, Arg, Lang};
use std::fmt::Write as _;

/// Every rule that has an explanation.
#[must_use]
pub fn rules() -> Vec<RuleId> {
    i18n::messages_with("explain").into_iter().map(RuleId).collect()
}

/// The text about one rule; for an unknown one, what may have been meant.
///
/// # Errors
/// The text for a name that is no rule.
pub fn explain(name: &str, lang: Lang) -> Result<String, String> {
    // The name is copied from a message, sometimes with its brackets.
    let bare = name.trim().trim_start_matches('[').trim_end_matches(']');
    let known = rules();
    match known.iter().find(|rule| rule.0 == bare) {
        Some(rule) => Ok(about(*rule, lang)),
        None => Err(unknown(bare, &known, lang)),
    }
}

/// The list of all rules, each with its headline.
#[must_use]
pub fn list(lang: Lang) -> String {
    let mut out = i18n::text(lang, "explain-list", &[]) + "\n";
    for rule in rules() {
        let _ = write!(out, "\n{}\n    {}\n", rule.0, words::entry(rule, lang).headline);
    }
    out
}

fn about(rule: RuleId, lang: Lang) -> String {
    let words = words::entry(rule, lang);
    let mut out = format!("{}\n{}\n", rule.0, words.headline);
    if let Some(explanation) = words.explanation {
        let _ = write!(out, "\n{explanation}\n");
    }
    if let Some(help) = words.help {
        let _ = write!(out, "\n{}\n", i18n::text(lang, "explain-help", &[("help", Arg::from(help))]));
    }
    out
}

fn unknown(name: &str, known: &[RuleId], lang: Lang) -> String {
    let mut out = i18n::text(lang, "explain-unknown", &[("rule", Arg::from(name))]);
    let nearest = suggest::nearest(name, known.iter().map(|rule| rule.0));
    if let Some(names) = suggest::spoken(&nearest, lang) {
        let _ = write!(out, " {}", i18n::text(lang, "did-you-mean", &[("names", Arg::from(names))]));
    }
    out + "\n" + &i18n::text(lang, "explain-all", &[])
}
