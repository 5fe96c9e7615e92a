//! Pages that every site has: home, search, the page for wrong addresses, the map with its index.

use std::collections::BTreeMap;

use tera::{Context, Value};

use super::desk::Desk;
use super::find;
use super::groups::first_letter;
use super::sheet::{Origin, Sheet};
use super::values::map;
use crate::model::PageId;

/// The address of the map.
const MAP: &str = "/map/";
/// A map with more pages than this is told letter by letter.
const ON_ONE_PAGE: usize = 1500;

/// The special pages.
pub(super) fn sheets(desk: &Desk) -> Vec<Sheet> {
    let search = desk.word("render-search", &[]);
    let lost = desk.word("render-not-found", &[]);
    let mut finding = desk.context("/search/", &[(&search, "/search/")]);
    finding.insert_value("search", find::page(desk));
    finding.insert_value("letters", ways_to_letters(desk));
    let mut sheets = vec![
        own("/search/", "search.html", finding),
        own("/404.html", "404.html", desk.context("/404.html", &[(&lost, "/404.html")])),
    ];
    // A document may take the place of the home page.
    if !desk.site.by_url.contains_key("/") {
        sheets.push(own("/", "home.html", desk.context("/", &[])));
    }
    sheets.extend(map_sheets(desk));
    sheets
}

fn own(address: &str, template: &'static str, context: Context) -> Sheet {
    let (address, template_name) = (address.to_owned(), template.to_owned());
    Sheet { address, template: template_name, context, origin: Origin::Own(template) }
}

/// A letter of the index and its pages.
struct Letter {
    letter: String,
    address: String,
    pages: Vec<PageId>,
}

fn map_sheets(desk: &Desk) -> Vec<Sheet> {
    let letters = letters(desk);
    let total: usize = letters.iter().map(|letter| letter.pages.len()).sum();
    let title = desk.word("render-map", &[]);
    let sections = sections(desk);
    let sheet = |address: &str, shown: &dyn Fn(&Letter) -> bool| {
        let mut context = desk.context(address, &[(&title, MAP)]);
        context.insert_value("sections", sections.clone());
        context.insert_value("letters", letters_value(desk, &letters, address, shown));
        context.insert_value("total", total.into());
        own(address, "sitemap.html", context)
    };
    if total <= ON_ONE_PAGE {
        return vec![sheet(MAP, &|_| true)];
    }
    let one_by_one =
        letters.iter().map(|letter| sheet(&letter.address, &|shown| shown.letter == letter.letter));
    std::iter::once(sheet(MAP, &|_| false)).chain(one_by_one).collect()
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
        let root = vocabulary.address.as_ref()?.split("{id}").next().filter(|root| *root != "/")?;
        let total = desk.terms_in_use(crate::schema::VocabularyIndex(at)).len();
        Some((i64::MAX, vocabulary.label.as_str(), root, total))
    });
    let mut all: Vec<_> = kinds.chain(vocabularies).filter(|(.., total)| *total > 0).collect();
    all.sort_unstable();
    let values = all.into_iter().map(|(_, title, url, total)| {
        map([("title", title.into()), ("url", desk.href(url).into()), ("total", total.into())])
    });
    values.collect::<Vec<_>>().into()
}

/// All published pages by the first letters of their titles.
fn letters(desk: &Desk) -> Vec<Letter> {
    let mut by_letter = BTreeMap::<(bool, &str), Vec<(String, PageId)>>::new();
    for (id, page) in desk.site.published() {
        let letter = first_letter(&page.title).unwrap_or("0–9");
        // Russian letters come before Latin ones and figures.
        let key = (letter.is_ascii() || letter == "0–9", letter);
        by_letter.entry(key).or_default().push((crate::text::key(&page.title), id));
    }
    let sorted = by_letter.into_iter().map(|((_, letter), mut pages)| {
        pages.sort();
        let pages = pages.into_iter().map(|(_, id)| id).collect();
        Letter { letter: letter.to_owned(), address: format!("{MAP}{}/", anchor(letter)), pages }
    });
    sorted.collect()
}

/// The letters of the index with the address of each: a place on the map, or a page of the letter's own.
fn ways_to_letters(desk: &Desk) -> Value {
    let letters = letters(desk);
    let alone = letters.iter().map(|letter| letter.pages.len()).sum::<usize>() > ON_ONE_PAGE;
    let values = letters.iter().map(|letter| {
        let place = format!("{MAP}#{}", anchor(&letter.letter));
        let address = if alone { &letter.address } else { &place };
        map([("letter", letter.letter.as_str().into()), ("url", desk.href(address).into())])
    });
    values.collect::<Vec<_>>().into()
}

/// The place of a letter in the index, as a part of addresses: transliteration would take letters together.
fn anchor(letter: &str) -> String {
    match letter.chars().next() {
        Some(first @ 'А'..='Я') => format!("ru-{:02}", u32::from(first) - u32::from('А') + 1),
        Some(first) if first.is_ascii_alphabetic() => format!("en-{}", first.to_ascii_lowercase()),
        _ => "0-9".to_owned(),
    }
}

fn letters_value(desk: &Desk, letters: &[Letter], address: &str, shown: &dyn Fn(&Letter) -> bool) -> Value {
    let values = letters.iter().map(|letter| {
        let pages = if shown(letter) { letter.pages.as_slice() } else { &[] };
        let briefs: Vec<Value> = pages.iter().map(|id| desk.brief(*id)).collect();
        map([
            ("letter", letter.letter.as_str().into()),
            ("anchor", anchor(&letter.letter).into()),
            ("url", desk.href(&letter.address).into()),
            ("current", (letter.address == address).into()),
            ("count", letter.pages.len().into()),
            ("pages", briefs.into()),
        ])
    });
    values.collect::<Vec<_>>().into()
}
