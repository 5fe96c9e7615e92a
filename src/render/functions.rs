//! The functions that templates may call.

use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::args;
use super::desk::Desk;
use super::face::NoText;
use super::json;
use super::map::map;
use crate::ask::Question;
use crate::model::PageId;
use crate::schema::{TermRef, VocabularyIndex};

/// What templates may call.
const NAMES: [&str; 9] = ["query", "terms", "reverse", "related", "mentions", "url", "asset", "t", "icon"];

/// Makes the filter and the names of the functions known, so that templates that call them can be read before there is a site.
pub(super) fn announce(tera: &mut Tera) {
    tera.register_filter("json", json::filter);
    for name in NAMES {
        tera.register_function(name, move |_: Kwargs, _: &State<'_>| -> TeraResult<Value> {
            Err(Error::message(format!("{name}() was called without a site")))
        });
    }
}

/// Makes the functions known to a template engine.
pub(super) fn register(tera: &mut Tera, desk: &Arc<Desk>) {
    let add = |tera: &mut Tera, name: &'static str, function: fn(&Desk, &Kwargs) -> TeraResult<Value>| {
        let desk = Arc::clone(desk);
        tera.register_function(name, move |kwargs: Kwargs, _: &State<'_>| function(&desk, &kwargs));
    };
    add(tera, "query", |desk, kwargs| Ok(desk.shared(Question::Query(desk.understand(kwargs)?))));
    add(tera, "terms", |desk, kwargs| Ok(desk.shared(Question::Terms(desk.vocabulary(kwargs)?))));
    add(tera, "reverse", |desk, kwargs| Ok(desk.shown(&Question::Reverse(desk.page_alone(kwargs)?))));
    add(tera, "related", |desk, kwargs| Ok(desk.shown(&desk.related(kwargs)?)));
    add(tera, "mentions", |desk, kwargs| Ok(desk.shown(&Question::Mentions(desk.page_alone(kwargs)?))));
    add(tera, "url", url);
    add(tera, "asset", asset);
    add(tera, "t", text);
    add(tera, "icon", icon);
}

/// `url(path="/search/")`: a link with the base path.
fn url(desk: &Desk, kwargs: &Kwargs) -> TeraResult<Value> {
    args::only(desk, kwargs, &["path"])?;
    Ok(desk.href(kwargs.must_get::<&str>("path")?).into())
}

/// `asset(path="style.css")`: the published address of an asset.
fn asset(desk: &Desk, kwargs: &Kwargs) -> TeraResult<Value> {
    args::only(desk, kwargs, &["path"])?;
    let name = kwargs.must_get::<&str>("path")?;
    let path = desk.kit.assets.get(name);
    let path =
        path.ok_or_else(|| args::unknown(desk, "render-unknown-asset", name, desk.kit.assets.names()))?;
    Ok(desk.href(&format!("/{path}")).into())
}

/// `t(key="search-title", count=3)`: a face text.
fn text(desk: &Desk, kwargs: &Kwargs) -> TeraResult<Value> {
    let name = kwargs.must_get::<&str>("key")?;
    if let Some(plain) = desk.kit.face.plain(name) {
        return Ok(plain.clone());
    }
    let args: Vec<(&str, Value)> =
        kwargs.iter().filter_map(|(name, value)| Some((name.as_str()?, value.clone()))).collect();
    desk.kit.face.text(name, &args).map(Value::from).map_err(|why| match why {
        NoText::Unknown => args::unknown(desk, "render-unknown-text", name, desk.kit.face.keys()),
        NoText::Incomplete(text) => {
            Error::message(desk.word("render-incomplete-text", &[("text", text.into())]))
        }
    })
}

/// `icon(name="search")`: a drawing to stand in the text.
fn icon(desk: &Desk, kwargs: &Kwargs) -> TeraResult<Value> {
    args::only(desk, kwargs, &["name"])?;
    let name = kwargs.must_get::<&str>("name")?;
    let known = desk.kit.icons.keys().map(String::as_str);
    desk.kit.icons.get(name).cloned().ok_or_else(|| args::unknown(desk, "render-unknown-icon", name, known))
}

impl Desk {
    /// The vocabulary of `terms(vocabulary="subjects")`.
    fn vocabulary(&self, kwargs: &Kwargs) -> TeraResult<VocabularyIndex> {
        args::only(self, kwargs, &["vocabulary"])?;
        let name = kwargs.must_get::<&str>("vocabulary")?;
        let schema = &self.site.schema;
        let names = schema.vocabularies.iter().map(|vocabulary| vocabulary.id.as_str());
        let vocabulary = schema.vocabulary_named(name);
        vocabulary.ok_or_else(|| args::unknown(self, "render-unknown-vocabulary", name, names))
    }

    /// The question of `related(id=page.id, kind="event", limit=5)`.
    fn related(&self, kwargs: &Kwargs) -> TeraResult<Question> {
        args::only(self, kwargs, &["id", "kind", "limit"])?;
        let kind = kwargs.get::<&str>("kind")?.map(|name| args::kind(self, name)).transpose()?;
        let limit = kwargs.get::<usize>("limit")?.unwrap_or(5);
        Ok(Question::Related { of: self.named(kwargs)?, kind, limit })
    }

    /// The page of a function that takes nothing but its `id`.
    fn page_alone(&self, kwargs: &Kwargs) -> TeraResult<PageId> {
        args::only(self, kwargs, &["id"])?;
        self.named(kwargs)
    }

    /// The page that the argument `id` names.
    fn named(&self, kwargs: &Kwargs) -> TeraResult<PageId> {
        let name = kwargs.must_get::<&str>("id")?;
        let names = self.site.by_name.keys().map(String::as_str);
        self.site.named(name).ok_or_else(|| args::unknown(self, "render-unknown-page", name, names))
    }

    /// A term and how many pages bear it.
    pub(super) fn counted(&self, term: TermRef, count: usize) -> Value {
        let named = self.site.schema.term(term);
        map([
            ("id", named.id.as_str().into()),
            ("label", named.label.as_str().into()),
            ("url", self.term_href(term).into()),
            ("count", count.into()),
        ])
    }
}
