//! The functions that templates may call.

use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::args;
use super::desk::Desk;
use super::face::NoText;
use super::map::map;
use super::memo::question;
use crate::schema::{TermIndex, TermRef};

/// What templates may call.
const NAMES: [&str; 9] = ["query", "terms", "reverse", "related", "mentions", "url", "asset", "t", "icon"];

/// Makes the names of the functions known, so that templates that call them can be read before there is a site.
pub(super) fn announce(tera: &mut Tera) {
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
    add(tera, "query", |desk, kwargs| desk.memo.answer(question("query", kwargs), || desk.query(kwargs)));
    add(tera, "terms", |desk, kwargs| desk.memo.answer(question("terms", kwargs), || desk.terms(kwargs)));
    add(tera, "reverse", Desk::reverse);
    add(tera, "related", Desk::related);
    add(tera, "mentions", Desk::mentions);
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
    /// `terms(vocabulary="subjects")`: the terms in use, with how many pages bear each.
    fn terms(&self, kwargs: &Kwargs) -> TeraResult<Value> {
        args::only(self, kwargs, &["vocabulary"])?;
        let name = kwargs.must_get::<&str>("vocabulary")?;
        let schema = &self.site.schema;
        let names = schema.vocabularies.iter().map(|vocabulary| vocabulary.id.as_str());
        let vocabulary = schema.vocabulary_named(name);
        let vocabulary = vocabulary
            .ok_or_else(|| -> Error { args::unknown(self, "render-unknown-vocabulary", name, names) })?;
        let terms = self.terms_in_use(vocabulary);
        Ok(terms.into_iter().map(|(term, count)| self.counted(term, count)).collect::<Vec<_>>().into())
    }

    /// The terms of a vocabulary that pages bear: in the declared order, or by the alphabet where authors
    /// may add their own.
    pub(super) fn terms_in_use(&self, vocabulary: crate::schema::VocabularyIndex) -> Vec<(TermRef, usize)> {
        let declared = self.site.schema.vocabulary(vocabulary);
        let all = (0..declared.terms.len()).map(|at| TermRef { vocabulary, term: TermIndex(at) });
        let count = |term: TermRef| self.site.by_term.get(&term).map_or(0, Vec::len);
        let mut used: Vec<_> = all.map(|term| (term, count(term))).filter(|(_, count)| *count > 0).collect();
        if declared.open {
            used.sort_by_cached_key(|(term, _)| crate::text::key(&self.site.schema.term(*term).label));
        }
        used
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
