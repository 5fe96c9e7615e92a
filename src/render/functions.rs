//! The functions that templates may call.

use std::sync::Arc;

use tera::{Error, Kwargs, TeraResult, Value};

use super::args;
use super::callable::Callable;
use super::context::Context;
use super::face::NoText;
use super::shared::Shared;
use super::{chart, numbers, qr, query};
use crate::ask::Question;
use crate::model::PageId;
use crate::schema::VocabularyIndex;

/// The functions as a site answers them.
pub(super) struct Functions(pub(super) Arc<Shared>);

impl Callable for Functions {
    fn call(&self, name: &'static str, kwargs: &Kwargs) -> TeraResult<Value> {
        let Self(shared) = self;
        let (context, answers) = (&*shared.context, &shared.answers);
        match name {
            "query" => Ok(answers.shared(Question::Query(query::understand(context, kwargs)?))),
            "terms" => Ok(answers.shared(Question::Terms(vocabulary(context, kwargs)?))),
            "reverse" => Ok(answers.answer(&Question::Reverse(page_alone(context, kwargs)?))),
            "related" => Ok(answers.answer(&related(context, kwargs)?)),
            "mentions" => Ok(answers.answer(&Question::Mentions(page_alone(context, kwargs)?))),
            "url" => url(context, kwargs),
            "asset" => asset(context, kwargs),
            "t" => text(context, kwargs),
            "icon" => icon(context, kwargs),
            "qr" => qr::qr(context, kwargs),
            "chart" => chart::chart(context, kwargs),
            "number" => numbers::number(context, kwargs),
            _ => Err(Error::message(format!("{name}() is none of the functions"))),
        }
    }
}

/// `url(path="/search/")`: a link with the base path.
fn url(context: &Context, kwargs: &Kwargs) -> TeraResult<Value> {
    args::only(context, kwargs, &["path"])?;
    Ok(context.href(kwargs.must_get::<&str>("path")?).into())
}

/// `asset(path="style.css")`: the published address of an asset.
fn asset(context: &Context, kwargs: &Kwargs) -> TeraResult<Value> {
    args::only(context, kwargs, &["path"])?;
    let name = kwargs.must_get::<&str>("path")?;
    let path = context.kit.assets.get(name);
    let path =
        path.ok_or_else(|| args::unknown(context, "render-unknown-asset", name, context.kit.assets.names()))?;
    Ok(context.href(&format!("/{path}")).into())
}

/// `t(key="search-title", count=3)`: a face text.
fn text(context: &Context, kwargs: &Kwargs) -> TeraResult<Value> {
    let name = kwargs.must_get::<&str>("key")?;
    if let Some(plain) = context.kit.face.plain(name) {
        return Ok(plain.clone());
    }
    let args: Vec<(&str, Value)> =
        kwargs.iter().filter_map(|(name, value)| Some((name.as_str()?, value.clone()))).collect();
    context.kit.face.text(name, &args).map(Value::from).map_err(|why| match why {
        NoText::Unknown => args::unknown(context, "render-unknown-text", name, context.kit.face.keys()),
        NoText::Incomplete(text) => {
            Error::message(context.word("render-incomplete-text", &[("text", text.into())]))
        }
    })
}

/// `icon(name="search")`: a drawing to stand in the text.
fn icon(context: &Context, kwargs: &Kwargs) -> TeraResult<Value> {
    args::only(context, kwargs, &["name"])?;
    let name = kwargs.must_get::<&str>("name")?;
    let known = context.kit.icons.keys().map(String::as_str);
    context
        .kit
        .icons
        .get(name)
        .cloned()
        .ok_or_else(|| args::unknown(context, "render-unknown-icon", name, known))
}

/// The vocabulary of `terms(vocabulary="subjects")`.
fn vocabulary(context: &Context, kwargs: &Kwargs) -> TeraResult<VocabularyIndex> {
    args::only(context, kwargs, &["vocabulary"])?;
    let name = kwargs.must_get::<&str>("vocabulary")?;
    let schema = &context.site.schema;
    let names = schema.vocabularies.iter().map(|vocabulary| vocabulary.id.as_str());
    let vocabulary = schema.vocabulary_named(name);
    vocabulary.ok_or_else(|| args::unknown(context, "render-unknown-vocabulary", name, names))
}

/// The question of `related(id=page.id, kind="event", limit=5)`.
fn related(context: &Context, kwargs: &Kwargs) -> TeraResult<Question> {
    args::only(context, kwargs, &["id", "kind", "limit"])?;
    let kind = kwargs.get::<&str>("kind")?.map(|name| args::kind(context, name)).transpose()?;
    let limit = kwargs.get::<usize>("limit")?.unwrap_or(5);
    Ok(Question::Related { of: named(context, kwargs)?, kind, limit })
}

/// The page of a function that takes nothing but its `id`.
fn page_alone(context: &Context, kwargs: &Kwargs) -> TeraResult<PageId> {
    args::only(context, kwargs, &["id"])?;
    named(context, kwargs)
}

/// The page that the argument `id` names.
fn named(context: &Context, kwargs: &Kwargs) -> TeraResult<PageId> {
    let name = kwargs.must_get::<&str>("id")?;
    let names = context.site.names.all();
    context.site.named(name).ok_or_else(|| args::unknown(context, "render-unknown-page", name, names))
}
