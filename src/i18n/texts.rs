//! Texts by their keys, with their arguments.

use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::Pattern;

use super::args::Arg;
use super::bundle;
use super::lang::Lang;

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
    let found = format(lang, key, args).or_else(|| format(Lang::Ru, key, args));
    found.map(|formatted| formatted.text)
}

/// The text of `key`, or `None` when no language has it or when it names an argument that is not given.
#[must_use]
pub(crate) fn whole_text(lang: Lang, key: &str, args: &[(&str, Arg)]) -> Option<String> {
    let found = format(lang, key, args).or_else(|| format(Lang::Ru, key, args));
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

/// A formatted text, and whether every argument that it names was given.
struct Formatted {
    text: String,
    complete: bool,
}

/// Formats a key of one language, without fallback. A missing argument shows as `{$name}`.
fn format(lang: Lang, key: &str, args: &[(&str, Arg)]) -> Option<Formatted> {
    let bundle = bundle::of(lang);
    let pattern = pattern(bundle, key)?;
    let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, value(lang, arg))).collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    Some(Formatted { text, complete: errors.is_empty() })
}

fn pattern<'a>(bundle: &'a bundle::Bundle, key: &str) -> Option<&'a Pattern<&'a str>> {
    match key.split_once('.') {
        Some((id, attribute)) => Some(bundle.get_message(id)?.get_attribute(attribute)?.value()),
        None => bundle.get_message(key)?.value(),
    }
}

fn value(lang: Lang, arg: &Arg) -> FluentValue<'_> {
    match arg {
        Arg::Text(text) => FluentValue::from(text.as_str()),
        Arg::Number(number) => FluentValue::from(*number),
        Arg::Key(key) => FluentValue::from(text(lang, key, &[])),
    }
}
