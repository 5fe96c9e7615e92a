//! Pages that every site has: home, search, the page for wrong addresses, the map with its index.

use tera::{Context as Variables, Value};

use super::context::Context;
use super::find;
use super::map::map;
use super::months;
use super::shared::Shared;
use super::sheet::{Origin, Sheet};
use super::subscribe;
use crate::model::Owner;
use crate::model::routes::{CALENDAR, Letter, SUBSCRIBE, System, anchor};

/// A page that every site has.
pub(super) fn sheet(shared: &Shared, page: System, address: &str) -> Option<Sheet> {
    let titled = |key: &str| {
        let title = shared.context.word(key, &[]);
        shared.variables(address, &[(&title, address)])
    };
    Some(match page {
        System::Home => {
            let mut variables = shared.variables(address, &[]);
            variables.insert_value("sections", named(shared, of_kinds(shared)));
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
        System::Subscribe => own(SUBSCRIBE, subscribe::fill(&shared.context, titled("render-subscribe"))),
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
    let all = of_kinds(shared).into_iter().chain(of_vocabularies(shared));
    variables.insert_value("sections", named(shared, all.collect()));
    variables.insert_value("letters", letters_value(shared, letters, address, &shown));
    let total: usize = letters.iter().map(|letter| letter.pages.len()).sum();
    variables.insert_value("total", total.into());
    Some(own("sitemap.html", variables))
}

/// A section of the site that has something in it.
struct Section<'d> {
    place: i64,
    title: &'d str,
    address: &'d str,
    total: usize,
    kind: Option<&'d str>,
}

/// The lists of kinds that have pages.
fn of_kinds(shared: &Shared) -> Vec<Section<'_>> {
    let kinds = shared.context.site.schema.kinds.iter().enumerate().filter_map(|(at, kind)| {
        let list = kind.list.as_ref()?;
        let total = shared.answers.view().of_kind(crate::schema::KindIndex(at)).len();
        let (place, address) = (list.menu.unwrap_or(i64::MAX), list.address.as_str());
        (total > 0).then_some(Section { place, title: &kind.title, address, total, kind: Some(&kind.id) })
    });
    kinds.collect()
}

/// The vocabularies that have pages.
fn of_vocabularies(shared: &Shared) -> Vec<Section<'_>> {
    let vocabularies =
        shared.context.site.schema.vocabularies.iter().enumerate().filter_map(|(at, vocabulary)| {
            let index = crate::schema::VocabularyIndex(at);
            let address = shared.context.site.routes.vocabulary(index)?;
            let total = shared.answers.view().terms_in_use(index).len();
            let place = i64::MAX;
            (total > 0).then_some(Section { place, title: &vocabulary.label, address, total, kind: None })
        });
    vocabularies.collect()
}

/// Sections for templates, in the order of their places in the menu.
fn named(shared: &Shared, mut sections: Vec<Section<'_>>) -> Value {
    sections.sort_unstable_by_key(|section| (section.place, section.title, section.address));
    let values = sections.into_iter().map(|Section { title, address, total, kind, .. }| {
        map([
            ("title", title.into()),
            ("url", shared.context.href(address).into()),
            ("total", total.into()),
            ("kind", kind.map(str::to_owned).into()),
        ])
    });
    values.collect::<Vec<_>>().into()
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
