//! Values of the model → JSON, for machines: whole addresses, days as ISO 8601 writes them, terms by their labels.

use serde_json::{Map, Value as Json, json};

use super::super::body;
use super::super::context::Context;
use super::super::dates::iso;
use crate::field::{Plain, Typed, Values};
use crate::model::{Page, PageId};

/// A value; none when readers do not see it.
fn of(context: &Context, owner: &Page, plain: Plain<'_>) -> Option<Json> {
    Some(match plain {
        Plain::Text(text) => text.into_owned().into(),
        Plain::Markdown(text) => body::told(context, owner, text).into(),
        Plain::Integer(number) => number.into(),
        Plain::Number(number) => number.into(),
        Plain::Boolean(yes) => yes.into(),
        Plain::Moment(moment) => iso(moment).into(),
        Plain::Href(href) => context.absolute(href).into(),
        Plain::Term(term) => context.site.schema.term(term).label.as_str().into(),
        Plain::Page(id) => return page(context, id),
        Plain::Named(text) => json!({ "title": text }),
        Plain::File(file) | Plain::Picture { file, .. } => context.absolute_file(file).into(),
        Plain::Map(parts) => return named_parts(context, owner, &parts),
        Plain::Fields(inner) => Json::Object(fields(context, owner, inner)),
        Plain::List(items) => return list(context, owner, items),
    })
}

/// The fields of a page or of a group that have a value, by name.
pub(super) fn fields(context: &Context, owner: &Page, values: &Values) -> Map<String, Json> {
    let shown =
        |(name, typed): (&String, &Typed)| Some((name.clone(), of(context, owner, typed.value.plain())?));
    values.iter().filter_map(shown).collect()
}

fn page(context: &Context, id: PageId) -> Option<Json> {
    let page = context.site.page(id);
    let seen = || json!({ "title": page.title, "url": context.absolute(&page.url) });
    page.is_published().then(seen)
}

fn list(context: &Context, owner: &Page, items: &[Typed]) -> Option<Json> {
    let shown: Vec<Json> = items.iter().filter_map(|item| of(context, owner, item.value.plain())).collect();
    (!shown.is_empty()).then_some(Json::Array(shown))
}

/// An address of the web is the address, of mail and telephone what is read, a school year its name.
fn named_parts(context: &Context, owner: &Page, parts: &[(&'static str, Plain<'_>)]) -> Option<Json> {
    let part = |wanted: &str| parts.iter().find(|(name, _)| *name == wanted).map(|(_, part)| part.clone());
    match part("href") {
        Some(Plain::Href(href)) if href.starts_with("http") || href.starts_with('/') => {
            of(context, owner, Plain::Href(href))
        }
        _ => of(context, owner, part("text")?),
    }
}
