//! Pages of vocabularies: one for each term in use, and one that lists the terms.

use tera::Value;

use super::desk::Desk;
use super::groups::Grouped;
use super::lists::List;
use super::map::map;
use super::sheet::{Origin, Sheet};
use crate::model::routes::{PER_TERM_PAGE, leaves};
use crate::model::{Agenda, Owner, PageId};
use crate::schema::{KindIndex, TermRef, Vocabulary, VocabularyIndex};

/// The page that lists the terms of a vocabulary.
pub(super) fn overview(desk: &Desk, index: VocabularyIndex, root: &str) -> Option<Sheet> {
    let vocabulary = desk.site.schema.vocabulary(index);
    let mut context = desk.context(root, &[(&vocabulary.label, root)]);
    let own = [
        ("id", vocabulary.id.as_str().into()),
        ("label", vocabulary.label.as_str().into()),
        ("url", desk.href(root).into()),
    ];
    context.insert_value("vocabulary", map(own));
    let terms = desk.answers.view().terms_in_use(index);
    let terms = terms.iter().map(|(term, count)| desk.counted(*term, *count));
    context.insert_value("terms", terms.collect::<Vec<_>>().into());
    let origin = Origin::Vocabulary(vocabulary.id.clone());
    Some(Sheet { template: "terms.html".to_owned(), context, origin })
}

/// A page of what bears a term, by its number from 1.
pub(super) fn sheet(desk: &Desk, term: TermRef, number: usize) -> Option<Sheet> {
    let vocabulary = desk.site.schema.vocabulary(term.vocabulary);
    let (first, own) = (desk.site.routes.term(term, 1)?, desk.site.routes.term(term, number)?);
    let list = desk.list(Owner::Term(term, 1), || of_term(desk, term, first));
    let leaf = leaves(list.grouped.pages.len(), PER_TERM_PAGE).nth(number.checked_sub(1)?)?;
    let root = desk.site.routes.vocabulary(term.vocabulary);
    let over = root.map(|root| (vocabulary.label.as_str(), root));
    let crumbs: Vec<(&str, &str)> = over.into_iter().chain([(list.title.as_str(), first)]).collect();
    let mut context = desk.context(own, &crumbs);
    context.insert_value("term", value(desk, term, vocabulary, root));
    context.insert_value("list", list.value(desk, &|number| Owner::Term(term, number), leaf));
    let origin = Origin::Vocabulary(vocabulary.id.clone());
    Some(Sheet { template: "term.html".to_owned(), context, origin })
}

/// What bears a term, its cards grouped by kind.
fn of_term(desk: &Desk, term: TermRef, address: &str) -> List {
    let pages = desk.site.by_term.get(&term).map_or(&[][..], Vec::as_slice);
    List {
        title: desk.site.schema.term(term).label.clone(),
        intro: "".into(),
        address: address.to_owned(),
        kind: String::new(),
        kind_label: String::new(),
        feed: None,
        agenda: Some(Agenda::Term(term)),
        grouped: Grouped::given(by_kind(desk, pages).into_iter()),
    }
}

/// The term itself.
fn value(desk: &Desk, term: TermRef, vocabulary: &Vocabulary, root: Option<&str>) -> Value {
    let count = desk.site.by_term.get(&term).map_or(0, Vec::len);
    let mut value = desk.counted(term, count).into_map().unwrap_or_default();
    value.insert("vocabulary".into(), vocabulary.id.as_str().into());
    value.insert("vocabulary_label".into(), vocabulary.label.as_str().into());
    value.insert("vocabulary_url".into(), desk.href(root.unwrap_or("/")).into());
    Value::from(value)
}

/// The pages of each kind under the kind's title, in the order of titles in the menu.
fn by_kind(desk: &Desk, pages: &[PageId]) -> Vec<(String, Vec<PageId>)> {
    let kinds = desk.site.schema.kinds.iter().enumerate();
    let mut groups: Vec<_> = kinds
        .map(|(at, kind)| {
            let own = pages.iter().copied().filter(|id| desk.site.page(*id).kind == KindIndex(at));
            let place = kind.list.as_ref().and_then(|list| list.menu).unwrap_or(i64::MAX);
            (place, kind.title.clone(), own.collect::<Vec<_>>())
        })
        .filter(|(_, _, own)| !own.is_empty())
        .collect();
    groups.sort();
    groups.into_iter().map(|(_, title, own)| (title, own)).collect()
}
