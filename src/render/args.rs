//! Arguments of template functions: reading them, and saying in plain words what is wrong with them.

use jiff::civil::Date;
use tera::value::Key;
use tera::{Error, Kwargs, TeraResult, Value};

use super::context::Context;
use crate::diagnostic::suggest;
use crate::i18n::Arg;
use crate::schema::KindIndex;

/// Refuses arguments that a function does not have: a misspelt one would silently do nothing.
pub(super) fn only(context: &Context, kwargs: &Kwargs, known: &[&str]) -> TeraResult<()> {
    let mut names: Vec<&str> = kwargs.iter().filter_map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    match names.into_iter().find(|name| !known.contains(name)) {
        Some(name) => Err(unknown(context, "render-unknown-argument", name, known.iter().copied())),
        None => Ok(()),
    }
}

/// An error for a name that does not exist, with the nearest ones that do.
pub(super) fn unknown<'a>(
    context: &Context,
    key: &str,
    name: &str,
    known: impl Iterator<Item = &'a str>,
) -> Error {
    let said = context.word(key, &[("name", Arg::from(name))]);
    let mut all: Vec<&str> = known.collect();
    all.sort_unstable();
    all.dedup();
    let near = suggest::spoken(&suggest::nearest(name, all), context.kit.lang);
    let hint = near.map(|names| context.word("render-did-you-mean", &[("names", Arg::from(names))]));
    Error::message([Some(said), hint].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// One text or a list of them; what is written with commas counts as a list.
pub(super) fn texts(kwargs: &Kwargs, name: &str) -> TeraResult<Vec<String>> {
    let value = kwargs.iter().find(|(key, _)| key.as_str() == Some(name)).map(|(_, value)| value);
    let all = value.map(values).unwrap_or_default();
    let parts = all.iter().flat_map(|text| text.split(',')).map(str::trim).filter(|text| !text.is_empty());
    Ok(parts.map(str::to_owned).collect())
}

/// What a template means by a value: a card or a term by its id, a date by its day, a list by its items.
pub(super) fn values(value: &Value) -> Vec<String> {
    if let Some(items) = value.as_array() {
        return items.iter().flat_map(values).collect();
    }
    if value.is_none() || value.is_undefined() {
        return Vec::new();
    }
    let named = ["id", "iso", "start"].iter().find_map(|name| value.as_map()?.get(&Key::Str(name)));
    vec![named.unwrap_or(value).to_string()]
}

/// The kind of a name.
pub(super) fn kind(context: &Context, name: &str) -> TeraResult<KindIndex> {
    let kinds = context.site.schema.kinds.iter().map(|kind| kind.id.as_str());
    context.site.schema.kind_named(name).ok_or_else(|| unknown(context, "render-unknown-kind", name, kinds))
}

/// A day: `today`, `2026-11-21`, or a date of a page.
pub(super) fn day(context: &Context, kwargs: &Kwargs, name: &str) -> TeraResult<Option<Date>> {
    let Some(text) = texts(kwargs, name)?.into_iter().next() else { return Ok(None) };
    if text == "today" {
        return Ok(Some(context.site.today));
    }
    let day = text.get(..10).and_then(|day| day.parse().ok());
    day.map(Some)
        .ok_or_else(|| Error::message(context.word("render-bad-day", &[("text", Arg::from(text.as_str()))])))
}
