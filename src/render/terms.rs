//! Pages of vocabularies: one for each term in use, and one that lists the terms.

use tera::Value;

use super::desk::Desk;
use super::groups::Grouped;
use super::lists::List;
use super::map::map;
use super::sheet::{Origin, Sheet};
use crate::model::routes::{Leaf, PER_TERM_PAGE, leaves};
use crate::model::{Owner, PageId};
use crate::schema::{KindIndex, TermRef, Vocabulary, VocabularyIndex};

/// The pages of all vocabularies that have addresses.
pub(super) fn sheets(desk: &Desk) -> Vec<Sheet> {
    let vocabularies = desk.site.schema.vocabularies.iter().enumerate();
    vocabularies.flat_map(|(at, one)| of_vocabulary(desk, VocabularyIndex(at), one)).collect()
}

fn of_vocabulary(desk: &Desk, index: VocabularyIndex, vocabulary: &Vocabulary) -> Vec<Sheet> {
    let root = desk.site.routes.vocabulary(index);
    let terms = desk.terms_in_use(index);
    let mut sheets: Vec<Sheet> =
        terms.iter().flat_map(|(term, _)| of_term(desk, *term, vocabulary, root)).collect();
    sheets.extend(root.map(|root| overview(desk, vocabulary, root, &terms)));
    sheets
}

/// The page that lists the terms.
fn overview(desk: &Desk, vocabulary: &Vocabulary, root: &str, terms: &[(TermRef, usize)]) -> Sheet {
    let mut context = desk.context(root, &[(&vocabulary.label, root)]);
    let own = [
        ("id", vocabulary.id.as_str().into()),
        ("label", vocabulary.label.as_str().into()),
        ("url", desk.href(root).into()),
    ];
    context.insert_value("vocabulary", map(own));
    let terms = terms.iter().map(|(term, count)| desk.counted(*term, *count));
    context.insert_value("terms", terms.collect::<Vec<_>>().into());
    Sheet {
        address: root.to_owned(),
        template: "terms.html".to_owned(),
        context,
        origin: Origin::Vocabulary(vocabulary.id.clone()),
    }
}

/// The pages of one term, their cards grouped by kind.
fn of_term(desk: &Desk, term: TermRef, vocabulary: &Vocabulary, root: Option<&str>) -> Vec<Sheet> {
    let Some(address) = desk.site.routes.term(term, 1) else { return Vec::new() };
    let label = desk.site.schema.term(term).label.clone();
    let pages = desk.site.by_term.get(&term).map_or(&[][..], Vec::as_slice);
    let list = List {
        title: label.clone(),
        intro: "".into(),
        address: address.to_owned(),
        kind: String::new(),
        kind_label: String::new(),
        feed: None,
        grouped: Grouped::given(by_kind(desk, pages).into_iter()),
    };
    let mut of_term = desk.counted(term, pages.len()).into_map().unwrap_or_default();
    of_term.insert("vocabulary".into(), vocabulary.id.as_str().into());
    of_term.insert("vocabulary_label".into(), vocabulary.label.as_str().into());
    of_term.insert("vocabulary_url".into(), desk.href(root.unwrap_or("/")).into());
    let of_term = Value::from(of_term);
    let over = root.map(|root| (vocabulary.label.as_str(), root));
    let crumbs: Vec<(&str, &str)> = over.into_iter().chain([(label.as_str(), address)]).collect();
    let sheet = |leaf: Leaf| {
        let own = desk.site.routes.term(term, leaf.number)?.to_owned();
        let mut context = desk.context(&own, &crumbs);
        context.insert_value("term", of_term.clone());
        context.insert_value("list", list.value(desk, &|number| Owner::Term(term, number), leaf));
        let origin = Origin::Vocabulary(vocabulary.id.clone());
        Some(Sheet { address: own, template: "term.html".to_owned(), context, origin })
    };
    leaves(list.grouped.pages.len(), PER_TERM_PAGE).filter_map(sheet).collect()
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
