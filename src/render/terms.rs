//! Pages of vocabularies: one for each term in use, and one that lists the terms.

use std::collections::BTreeMap;

use tera::Value;

use super::context::Context;
use super::groups::Grouped;
use super::list::List;
use super::map::map;
use super::shared::Shared;
use super::sheet::{Origin, Sheet};
use super::values::counted;
use crate::model::routes::{DataForm, PER_TERM_PAGE, leaves};
use crate::model::{Agenda, Owner, PageId};
use crate::schema::{KindIndex, TermRef, Vocabulary, VocabularyIndex};

/// The page that lists the terms of a vocabulary.
pub(super) fn overview(shared: &Shared, index: VocabularyIndex, root: &str) -> Option<Sheet> {
    let context = &*shared.context;
    let vocabulary = context.site.schema.vocabulary(index);
    let mut variables = shared.variables(root, &[(&vocabulary.label, root)]);
    let own = [
        ("id", vocabulary.id.as_str().into()),
        ("label", vocabulary.label.as_str().into()),
        ("url", context.href(root).into()),
        (
            "data",
            map(DataForm::ALL.map(|form| {
                let address = context.site.routes.of(Owner::Terms(index, form));
                (form.ending(), address.map(|address| context.href(address)).into())
            })),
        ),
    ];
    variables.insert_value("vocabulary", map(own));
    let terms = shared.answers.view().terms_in_use(index);
    let terms = terms.iter().map(|(term, count)| counted(context, *term, *count));
    variables.insert_value("terms", terms.collect::<Vec<_>>().into());
    let origin = Origin::Vocabulary(vocabulary.id.clone());
    Some(Sheet { template: "terms.html".to_owned(), variables, origin })
}

/// A page of what bears a term, by its number from 1.
pub(super) fn sheet(shared: &Shared, term: TermRef, number: usize) -> Option<Sheet> {
    let context = &*shared.context;
    let vocabulary = context.site.schema.vocabulary(term.vocabulary);
    let (first, own) = (context.site.routes.term(term, 1)?, context.site.routes.term(term, number)?);
    let list = shared.listed.list(Owner::Term(term, 1), || of_term(context, term, first));
    let leaf = leaves(list.grouped.pages.len(), PER_TERM_PAGE).nth(number.checked_sub(1)?)?;
    let root = context.site.routes.vocabulary(term.vocabulary);
    let over = root.map(|root| (vocabulary.label.as_str(), root));
    let crumbs: Vec<(&str, &str)> = over.into_iter().chain([(list.title.as_str(), first)]).collect();
    let mut variables = shared.variables(own, &crumbs);
    variables.insert_value("term", value(context, term, vocabulary, root));
    variables
        .insert_value("list", list.value(context, &shared.cards, &|number| Owner::Term(term, number), leaf));
    let origin = Origin::Vocabulary(vocabulary.id.clone());
    Some(Sheet { template: "term.html".to_owned(), variables, origin })
}

/// What bears a term, its cards grouped by kind.
fn of_term(context: &Context, term: TermRef, address: &str) -> List {
    let pages = context.site.by_term.get(&term).map_or(&[][..], Vec::as_slice);
    List {
        title: context.site.schema.term(term).label.clone(),
        intro: "".into(),
        address: address.to_owned(),
        kind: String::new(),
        kind_label: String::new(),
        feed: None,
        years: Vec::new(),
        data: None,
        hours: None,
        agenda: Some(Agenda::Term(term)),
        grouped: Grouped::given(by_kind(context, pages).into_iter()),
    }
}

/// The term itself.
fn value(context: &Context, term: TermRef, vocabulary: &Vocabulary, root: Option<&str>) -> Value {
    let count = context.site.by_term.get(&term).map_or(0, Vec::len);
    let mut value = counted(context, term, count).into_map().unwrap_or_default();
    value.insert("vocabulary".into(), vocabulary.id.as_str().into());
    value.insert("vocabulary_label".into(), vocabulary.label.as_str().into());
    value.insert("vocabulary_url".into(), context.href(root.unwrap_or("/")).into());
    Value::from(value)
}

/// The pages of each kind under the kind's title, in the order of titles in the menu.
fn by_kind(context: &Context, pages: &[PageId]) -> Vec<(String, Vec<PageId>)> {
    let mut by_kind: BTreeMap<KindIndex, Vec<PageId>> = BTreeMap::new();
    pages.iter().for_each(|id| by_kind.entry(context.site.names.kind(*id)).or_default().push(*id));
    let groups = by_kind.into_iter().map(|(kind, own)| {
        let kind = context.site.schema.kind(kind);
        let place = kind.list.as_ref().and_then(|list| list.menu).unwrap_or(i64::MAX);
        (place, kind.title.clone(), own)
    });
    let mut groups: Vec<_> = groups.collect();
    groups.sort();
    groups.into_iter().map(|(_, title, own)| (title, own)).collect()
}
