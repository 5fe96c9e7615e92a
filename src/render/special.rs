//! Pages that every site has: home, search, the page for wrong addresses, the map with its index.

use tera::{Context as Variables, Value};

use super::calendar;
use super::context::Context;
use super::find;
use super::map::{map, optional};
use super::months;
use super::proofs;
use super::shared::Shared;
use super::sheet::{Origin, Sheet};
use super::subscribe;
use super::week;
use crate::model::routes::{
    CALENDAR, Letter, MANIFEST, MINE, OPEN_SEARCH, PROOFS, SUBSCRIBE, System, VIEW, WEEK, anchor,
};
use crate::model::{Agenda, Owner};
use crate::schema::{KindIndex, VocabularyIndex};

/// A page that every site has.
pub(super) fn sheet(shared: &Shared, page: System, address: &str) -> Option<Sheet> {
    let titled = |key: &str| {
        let title = shared.context.word(key, &[]);
        shared.variables(address, &[(&title, address)])
    };
    Some(match page {
        System::Home => {
            let mut variables = shared.variables(address, &[]);
            variables.insert_value("sections", sections(shared));
            variables.insert_value("calendar", calendar::value(&shared.context, None, Agenda::All));
            own("home.html", variables)
        }
        System::Lost => own("404.html", titled("render-not-found")),
        System::Search => {
            let mut variables = titled("render-search");
            variables.insert_value("search", find::page(shared));
            variables.insert_value("letters", ways_to_letters(&shared.context));
            own("search.html", variables)
        }
        System::Calendar => own(CALENDAR, months::ahead(shared, titled("render-calendar"))),
        System::Proofs => own(PROOFS, proofs::register(shared, titled("render-proofs"))),
        System::Week => own(WEEK, week::fill(shared, titled("render-week"))),
        System::Subscribe => own(SUBSCRIBE, subscribe::fill(&shared.context, titled("render-subscribe"))),
        System::Mine => own(MINE, subscribe::fill(&shared.context, titled("render-mine"))),
        System::View => own(VIEW, titled("render-view")),
        System::OpenSearch => own(OPEN_SEARCH, shared.variables(address, &[])),
        System::Manifest => own(MANIFEST, shared.variables(address, &[])),
        System::Map => map_sheet(shared, address, None)?,
        System::Letter(at) => {
            map_sheet(shared, address, Some(shared.context.site.routes.letters().get(at)?))?
        }
    })
}

fn own(template: &'static str, variables: Variables) -> Sheet {
    Sheet { template: template.to_owned(), variables, origin: Origin::Own(template) }
}

/// The map of the site, or the page of a letter of it. The map names all pages itself while they are few.
fn map_sheet(shared: &Shared, address: &str, letter: Option<&Letter>) -> Option<Sheet> {
    let routes = &shared.context.site.routes;
    let (map, letters) = (routes.of(Owner::System(System::Map))?, routes.letters());
    let shown = |one: &Letter| match letter {
        Some(letter) => one.letter == letter.letter,
        None => !routes.letters_alone(),
    };
    let title = shared.context.word("render-map", &[]);
    let mut variables = shared.variables(address, &[(&title, map)]);
    variables.insert_value("sections", sections(shared));
    variables.insert_value("calendar", calendar::value(&shared.context, None, Agenda::All));
    let proofs = routes.of(Owner::System(System::Proofs));
    variables.insert_value("proofs", proofs.map(|address| shared.context.href(address)).into());
    variables.insert_value("letters", letters_value(shared, letters, address, &shown));
    let total: usize = letters.iter().map(|letter| letter.pages.len()).sum();
    variables.insert_value("total", total.into());
    Some(own("sitemap.html", variables))
}

/// Lists of kinds, each with its kind, and of vocabularies.
fn sections(shared: &Shared) -> Value {
    let schema = &shared.context.site.schema;
    let kinds = schema.kinds.iter().enumerate().filter_map(|(at, kind)| {
        let list = kind.list.as_ref()?;
        let total = total(shared, at);
        let (place, address) = (list.menu.unwrap_or(i64::MAX), list.address.as_str());
        Some((place, kind.title.as_str(), address, total, kind.id.as_str()))
    });
    let vocabularies = schema.vocabularies.iter().enumerate().filter_map(|(at, vocabulary)| {
        let index = VocabularyIndex(at);
        let root = shared.context.site.routes.vocabulary(index)?;
        let total = shared.answers.view().terms_in_use(index).len();
        Some((i64::MAX, vocabulary.label.as_str(), root, total, ""))
    });
    let mut all: Vec<_> = kinds.chain(vocabularies).filter(|(.., total, _)| *total > 0).collect();
    all.sort_unstable();
    let values = all.into_iter().map(|(_, title, url, total, kind)| {
        map([
            ("title", title.into()),
            ("url", shared.context.href(url).into()),
            ("total", total.into()),
            ("kind", optional(kind)),
        ])
    });
    values.collect::<Vec<_>>().into()
}

/// How many pages a list leads to.
fn total(shared: &Shared, at: usize) -> usize {
    let schema = &shared.context.site.schema;
    let on_it = (0..schema.kinds.len()).map(KindIndex).filter(|one| schema.shelf(*one) == KindIndex(at));
    on_it.map(|one| shared.answers.view().of_kind(one).len()).sum()
}

/// The letters of the index with the address of each: a place on the map, or a page of the letter's own.
fn ways_to_letters(context: &Context) -> Value {
    let routes = &context.site.routes;
    let map_of_all = routes.of(Owner::System(System::Map)).unwrap_or("/");
    let values = routes.letters().iter().map(|letter| {
        let place = format!("{map_of_all}#{}", anchor(letter.letter));
        let address = if routes.letters_alone() { &letter.address } else { &place };
        map([("letter", letter.letter.into()), ("url", context.href(address).into())])
    });
    values.collect::<Vec<_>>().into()
}

fn letters_value(
    shared: &Shared,
    letters: &[Letter],
    address: &str,
    shown: &dyn Fn(&Letter) -> bool,
) -> Value {
    let values = letters.iter().map(|letter| {
        let pages = if shown(letter) { letter.pages.as_slice() } else { &[] };
        let briefs: Vec<Value> = pages.iter().map(|id| shared.cards.brief(*id)).collect();
        map([
            ("letter", letter.letter.into()),
            ("anchor", anchor(letter.letter).into()),
            ("url", shared.context.href(&letter.address).into()),
            ("current", (letter.address == address).into()),
            ("count", letter.pages.len().into()),
            ("pages", briefs.into()),
        ])
    });
    values.collect::<Vec<_>>().into()
}
