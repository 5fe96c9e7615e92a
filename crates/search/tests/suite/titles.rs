//! The titles for the first keystrokes, read as the client reads them.

use crate::help::{page, section};
use flate2::read::GzDecoder;
use kabinet_search::{BuildOptions, PageDocument, Standing, build};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

const LARGEST: usize = 60_000;

/// One suggestion: page and anchor.
type Place = (String, String);
/// A node as it is searched: places with their words.
type Node = Vec<(Place, Vec<String>)>;

/// What the client makes of the published files.
struct Client {
    files: BTreeMap<String, Vec<u8>>,
    nodes: BTreeMap<String, String>,
    opened: BTreeMap<String, Node>,
}

impl Client {
    fn of(pages: &[PageDocument]) -> Self {
        let files = build(pages, &BuildOptions::default()).unwrap().files;
        let listing = json(&files["titles.pack"]);
        assert_eq!(listing["format"], 2);
        let nodes = listing["nodes"].as_object().unwrap();
        let nodes = nodes.iter().map(|(prefix, hash)| (prefix.clone(), hash.as_str().unwrap().to_owned()));
        let nodes: BTreeMap<String, String> = nodes.collect();
        let open = |hash: &String| (hash.clone(), opened(&json(&files[&format!("titles/{hash}.pack")])));
        Self { opened: nodes.values().map(open).collect(), nodes, files }
    }

    /// The node with the longest beginning of the word.
    fn node(&self, word: &str) -> Option<&Node> {
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).rev().chain([0]);
        let hash = ends.into_iter().find_map(|end| self.nodes.get(&word[..end]))?;
        self.opened.get(hash)
    }

    fn suggest(&self, typed: &str) -> Vec<Place> {
        let typed = words(typed);
        let longest = typed.iter().max_by_key(|word| word.chars().count());
        let Some(node) = longest.and_then(|word| self.node(word)) else { return Vec::new() };
        let fits = |there: &[String]| typed.iter().all(|word| there.iter().any(|one| one.starts_with(word)));
        node.iter().filter(|(_, there)| fits(there)).map(|(place, _)| place.clone()).collect()
    }
}

fn opened(node: &Value) -> Node {
    let entry = |entry: &Value| {
        let page = &node["pages"][entry[0].as_u64().unwrap() as usize];
        let shown = entry.get(2).unwrap_or(&page[1]).as_str().unwrap();
        let anchor = entry.get(1).map_or("", |anchor| anchor.as_str().unwrap());
        ((page[0].as_str().unwrap().to_owned(), anchor.to_owned()), words(shown))
    };
    node["entries"].as_array().unwrap().iter().map(entry).collect()
}

fn json(packed: &[u8]) -> Value {
    let mut text = String::new();
    GzDecoder::new(packed).read_to_string(&mut text).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn words(text: &str) -> Vec<String> {
    let folded = text.to_lowercase().replace('ё', "е");
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// Every title and heading with its place.
fn entries(pages: &[PageDocument]) -> Vec<(Place, String)> {
    let of_page = |page: &PageDocument| {
        let headings = page.sections.iter().filter(|section| !section.anchor.is_empty());
        let headings = headings
            .map(|section| ((page.url.clone(), section.anchor.clone()), section.heading.clone()))
            .collect::<Vec<_>>();
        std::iter::once(((page.url.clone(), String::new()), page.title.clone())).chain(headings)
    };
    pages.iter().flat_map(of_page).collect()
}

/// A word that looks Russian, by its number.
fn word(number: usize) -> String {
    const PARTS: [&str; 12] = ["ме", "то", "ди", "ка", "про", "ект", "ор", "би", "та", "ль", "шко", "ла"];
    let mut rest = number * 7919 % 20_736;
    let mut word = String::new();
    for _ in 0..4 {
        word.push_str(PARTS[rest % PARTS.len()]);
        rest /= PARTS.len();
    }
    word
}

fn portal(count: usize) -> Vec<PageDocument> {
    let of_number = |i: usize| {
        let title = format!("Опыт {} и {} № {i}", word(i), word(i * 3 + 1));
        let mut page = page(&format!("/p{i}/"), &title, "Текст");
        page.links = (i % 13) as u32;
        page.date = (!i.is_multiple_of(5)).then_some(i as i32);
        for s in 0..3 {
            let heading = format!("О том, как {} {}", word(i * 5 + s), word(i + s * 31));
            page.sections.push(section(&format!("s-{s}"), &heading, "Текст"));
        }
        page
    };
    (0..count).map(of_number).collect()
}

#[test]
fn a_small_site_is_one_node_that_holds_everything() {
    let pages = portal(40);
    let client = Client::of(&pages);
    assert_eq!(client.nodes.keys().collect::<Vec<_>>(), [""]);
    for (place, text) in entries(&pages) {
        for word in words(&text) {
            let beginnings = word.char_indices().map(|(at, c)| &word[..at + c.len_utf8()]);
            beginnings
                .into_iter()
                .for_each(|typed| assert!(client.suggest(typed).contains(&place), "{typed}"));
        }
    }
}

#[test]
fn every_word_of_a_large_site_finds_its_entries_through_small_files() {
    let pages = portal(3_000);
    let client = Client::of(&pages);
    assert!(client.nodes.len() > 20 && !client.nodes.contains_key(""));
    for (path, bytes) in client.files.iter().filter(|(path, _)| path.starts_with("titles")) {
        assert!(bytes.len() <= LARGEST, "{path}: {}", bytes.len());
    }
    let mut by_word: BTreeMap<String, BTreeSet<Place>> = BTreeMap::new();
    for (place, text) in entries(&pages) {
        words(&text).into_iter().for_each(|word| {
            by_word.entry(word).or_default().insert(place.clone());
        });
    }
    for (word, places) in by_word {
        let found: BTreeSet<Place> = client.suggest(&word).into_iter().collect();
        if places.len() < 800 {
            assert!(found.is_superset(&places), "{word}: {} of {}", found.len(), places.len());
        } else {
            assert!(found.len() > 300, "{word}: only {} of {}", found.len(), places.len());
        }
        let beginning: String = word.chars().take(2).collect();
        assert!(client.suggest(&beginning).len() >= 8.min(places.len()), "{beginning}");
    }
}

#[test]
fn a_word_that_all_titles_share_keeps_the_best_and_splits_no_further() {
    let mut pages = portal(3_000);
    for (i, page) in pages.iter_mut().enumerate() {
        page.title = format!("Муниципальный {} {}", word(i), word(i * 11));
    }
    pages[1234].links = 99;
    let client = Client::of(&pages);
    for typed in ["м", "мун", "муницип", "муниципальный"] {
        assert_eq!(client.suggest(typed)[0].0, "/p1234/", "{typed}");
    }
    let chain = client.nodes.keys().filter(|prefix| prefix.starts_with("му")).count();
    assert_eq!(chain, 1, "one node for letters that all words have in common");
}

#[test]
fn the_best_come_first() {
    let mut pages: Vec<PageDocument> =
        ["a", "b", "c", "d", "e"].map(|name| page(&format!("/{name}/"), "Семинар", "")).into();
    pages[0].sections.push(section("x", "Семинары года", ""));
    pages[1].date = Some(5);
    pages[2].links = 3;
    pages[3].date = Some(9);
    pages[4].links = 7;
    pages[4].standing = Standing::Past;
    let found = Client::of(&pages).suggest("сем");
    let shown: Vec<String> = found.iter().map(|(page, anchor)| format!("{page}{anchor}")).collect();
    assert_eq!(shown, ["/c/", "/d/", "/b/", "/a/", "/e/", "/a/x"]);
}

#[test]
fn a_heading_is_told_once_for_all_its_clauses() {
    let mut page = page("/a/", "Положение", "");
    for (anchor, heading) in
        [("s-1", "1. Общие положения"), ("p-1.1", "1.1. Общие положения"), ("x", "План ёлки")]
    {
        page.sections.push(section(anchor, heading, ""));
    }
    let client = Client::of(&[page]);
    assert_eq!(client.suggest("общ"), [("/a/".to_owned(), "s-1".to_owned())]);
    assert_eq!(client.suggest("план елк"), [("/a/".to_owned(), "x".to_owned())]);
    assert!(client.suggest("елка").is_empty() && client.suggest("").is_empty());
}

#[test]
fn attachments_that_differ_by_their_numbers_are_all_suggested() {
    let mut page = page("/a/", "Положение", "Текст");
    for number in 1..=3 {
        let (anchor, title) = (format!("file-{number}"), format!("Приложение {number}"));
        page.sections.push(section(&anchor, &title, ""));
    }
    let client = Client::of(&[page]);
    assert_eq!(client.suggest("приложение").len(), 3);
    assert_eq!(client.suggest("приложение 2").len(), 1);
}
