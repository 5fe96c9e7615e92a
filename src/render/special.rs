//! Pages that every site has: home, search, the page for wrong addresses, the map with its index.

use tera::{Context, Value};

use super::desk::Desk;
use super::find;
use super::map::map;
use super::sheet::{Origin, Sheet};
use crate::model::Owner;
use crate::model::routes::{Letter, System, anchor};

/// The special pages.
pub(super) fn sheets(desk: &Desk) -> Vec<Sheet> {
    let search = desk.word("render-search", &[]);
    let lost = desk.word("render-not-found", &[]);
    let routes = &desk.site.routes;
    let at = |page: System| routes.of(Owner::System(page));
    let finding = at(System::Search).map(|address| {
        let mut finding = desk.context(address, &[(&search, address)]);
        finding.insert_value("search", find::page(desk));
        finding.insert_value("letters", ways_to_letters(desk));
        own(address, "search.html", finding)
    });
    let lost =
        at(System::Lost).map(|address| own(address, "404.html", desk.context(address, &[(&lost, address)])));
    let home = at(System::Home).map(|address| own(address, "home.html", desk.context(address, &[])));
    [finding, lost, home].into_iter().flatten().chain(map_sheets(desk)).collect()
}

fn own(address: &str, template: &'static str, context: Context) -> Sheet {
    let (address, template_name) = (address.to_owned(), template.to_owned());
    Sheet { address, template: template_name, context, origin: Origin::Own(template) }
}

fn map_sheets(desk: &Desk) -> Vec<Sheet> {
    let routes = &desk.site.routes;
    let Some(map) = routes.of(Owner::System(System::Map)) else { return Vec::new() };
    let letters = routes.letters();
    let total: usize = letters.iter().map(|letter| letter.pages.len()).sum();
    let title = desk.word("render-map", &[]);
    let sections = sections(desk);
    let sheet = |address: &str, shown: &dyn Fn(&Letter) -> bool| {
        let mut context = desk.context(address, &[(&title, map)]);
        context.insert_value("sections", sections.clone());
        context.insert_value("letters", letters_value(desk, letters, address, shown));
        context.insert_value("total", total.into());
        own(address, "sitemap.html", context)
    };
    if !routes.letters_alone() {
        return vec![sheet(map, &|_| true)];
    }
    let one_by_one =
        letters.iter().map(|letter| sheet(&letter.address, &|shown| shown.letter == letter.letter));
    std::iter::once(sheet(map, &|_| false)).chain(one_by_one).collect()
}

/// Lists of kinds and of vocabularies.
fn sections(desk: &Desk) -> Value {
    let schema = &desk.site.schema;
    let kinds = schema.kinds.iter().enumerate().filter_map(|(at, kind)| {
        let list = kind.list.as_ref()?;
        let total = desk.of_kind.get(&crate::schema::KindIndex(at)).map_or(0, Vec::len);
        Some((list.menu.unwrap_or(i64::MAX), kind.title.as_str(), list.address.as_str(), total))
    });
    let vocabularies = schema.vocabularies.iter().enumerate().filter_map(|(at, vocabulary)| {
        let index = crate::schema::VocabularyIndex(at);
        let root = desk.site.routes.vocabulary(index)?;
        let total = desk.terms_in_use(index).len();
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
