//! Pages that every site has: home, search, the page for wrong addresses, the map with its index.

use tera::{Context, Value};

use super::desk::Desk;
use super::find;
use super::map::map;
use super::months;
use super::sheet::{Origin, Sheet};
use super::subscribe;
use crate::model::Owner;
use crate::model::routes::{CALENDAR, Letter, SUBSCRIBE, System, anchor};

/// A page that every site has.
pub(super) fn sheet(desk: &Desk, page: System, address: &str) -> Option<Sheet> {
    let titled = |key: &str| {
        let title = desk.word(key, &[]);
        desk.context(address, &[(&title, address)])
    };
    Some(match page {
        System::Home => own("home.html", desk.context(address, &[])),
        System::Lost => own("404.html", titled("render-not-found")),
        System::Search => {
            let mut context = titled("render-search");
            context.insert_value("search", find::page(desk));
            context.insert_value("letters", ways_to_letters(desk));
            own("search.html", context)
        }
        System::Calendar => own(CALENDAR, months::ahead(desk, titled("render-calendar"))),
        System::Subscribe => own(SUBSCRIBE, subscribe::context(desk, titled("render-subscribe"))),
        System::Map => map_sheet(desk, address, None)?,
        System::Letter(at) => map_sheet(desk, address, Some(desk.site.routes.letters().get(at)?))?,
    })
}

fn own(template: &'static str, context: Context) -> Sheet {
    Sheet { template: template.to_owned(), context, origin: Origin::Own(template) }
}

/// The map of the site, or the page of a letter of it. The map names all pages itself while they are few.
fn map_sheet(desk: &Desk, address: &str, letter: Option<&Letter>) -> Option<Sheet> {
    let routes = &desk.site.routes;
    let (map, letters) = (routes.of(Owner::System(System::Map))?, routes.letters());
    let shown = |one: &Letter| match letter {
        Some(letter) => one.letter == letter.letter,
        None => !routes.letters_alone(),
    };
    let title = desk.word("render-map", &[]);
    let mut context = desk.context(address, &[(&title, map)]);
    context.insert_value("sections", sections(desk));
    context.insert_value("letters", letters_value(desk, letters, address, &shown));
    let total: usize = letters.iter().map(|letter| letter.pages.len()).sum();
    context.insert_value("total", total.into());
    Some(own("sitemap.html", context))
}

/// Lists of kinds and of vocabularies.
fn sections(desk: &Desk) -> Value {
    let schema = &desk.site.schema;
    let kinds = schema.kinds.iter().enumerate().filter_map(|(at, kind)| {
        let list = kind.list.as_ref()?;
        let total = desk.answers.view().of_kind(crate::schema::KindIndex(at)).len();
        Some((list.menu.unwrap_or(i64::MAX), kind.title.as_str(), list.address.as_str(), total))
    });
    let vocabularies = schema.vocabularies.iter().enumerate().filter_map(|(at, vocabulary)| {
        let index = crate::schema::VocabularyIndex(at);
        let root = desk.site.routes.vocabulary(index)?;
        let total = desk.answers.view().terms_in_use(index).len();
        Some((i64::MAX, vocabulary.label.as_str(), root, total))
    });
    let mut all: Vec<_> = kinds.chain(vocabularies).filter(|(.., total)| *total > 0).collect();
    all.sort_unstable();
    let values = all.into_iter().map(|(_, title, url, total)| {
        map([("title", title.into()), ("url", desk.href(url).into()), ("total", total.into())])
    });
    values.collect::<Vec<_>>().into()
}

/// The letters of the index with the address of each: a place on the map, or a page of the letter's own.
fn ways_to_letters(desk: &Desk) -> Value {
    let routes = &desk.site.routes;
    let map_of_all = routes.of(Owner::System(System::Map)).unwrap_or("/");
    let values = routes.letters().iter().map(|letter| {
        let place = format!("{map_of_all}#{}", anchor(letter.letter));
        let address = if routes.letters_alone() { &letter.address } else { &place };
        map([("letter", letter.letter.into()), ("url", desk.href(address).into())])
    });
    values.collect::<Vec<_>>().into()
}

fn letters_value(desk: &Desk, letters: &[Letter], address: &str, shown: &dyn Fn(&Letter) -> bool) -> Value {
    let values = letters.iter().map(|letter| {
        let pages = if shown(letter) { letter.pages.as_slice() } else { &[] };
        let briefs: Vec<Value> = pages.iter().map(|id| desk.brief(*id)).collect();
        map([
            ("letter", letter.letter.into()),
            ("anchor", anchor(letter.letter).into()),
            ("url", desk.href(&letter.address).into()),
            ("current", (letter.address == address).into()),
            ("count", letter.pages.len().into()),
            ("pages", briefs.into()),
        ])
    });
    values.collect::<Vec<_>>().into()
}
