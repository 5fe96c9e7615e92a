//! The bundle: equal bytes, content names, files that come late.

use crate::help::{page, section};
use crate::late::Late;
use kabinet_search::{BuildOptions, Engine, MemoryFiles, PageDocument, Request, SearchError, build};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

fn portal(count: usize) -> Vec<PageDocument> {
    let text =
        |i: usize| format!("Опыт педагогов школы № {i}, план работы и материалы {}. ", i * 7919).repeat(30);
    let mut pages: Vec<PageDocument> =
        (0..count).map(|i| page(&format!("/p{i}/"), &format!("Опыт школы {i}"), &text(i))).collect();
    pages[0].sections.push(section("x", "Приложение", "Особый лубаметрин"));
    pages
}

#[test]
fn equal_pages_give_equal_bytes_in_any_order() {
    let pages = portal(40);
    let mut turned = pages.clone();
    turned.reverse();
    let first = build(&pages, &BuildOptions::default()).unwrap();
    assert_eq!(first, build(&turned, &BuildOptions::default()).unwrap());
}

#[test]
fn a_change_keeps_the_names_of_what_did_not_change() {
    let pages = portal(200);
    let mut changed = pages.clone();
    changed[199].title.push_str(" заново");
    let large = BuildOptions { small: 0, ..BuildOptions::default() };
    let names = |pages: &[PageDocument]| -> BTreeSet<String> {
        build(pages, &large).unwrap().files.into_keys().collect()
    };
    let (before, after) = (names(&pages), names(&changed));
    let texts = |names: &BTreeSet<String>| names.iter().filter(|n| n.starts_with("text/")).count();
    let kept: BTreeSet<String> = before.intersection(&after).cloned().collect();
    assert!(texts(&kept) + 1 >= texts(&before) && texts(&before) > 5);
    assert!(!before.is_superset(&after));
}

#[test]
fn two_pages_with_one_address_are_refused() {
    let pages = [page("/a/", "А", "а"), page("/a/", "Б", "б")];
    assert!(build(&pages, &BuildOptions::default()).is_err());
}

#[test]
fn an_empty_portal_can_be_searched() {
    let bundle = build(&[], &BuildOptions::default()).unwrap();
    let engine = Engine::open(MemoryFiles(bundle.files)).unwrap();
    assert!(engine.search(&Request::new("что-нибудь")).unwrap().hits.is_empty());
}

#[test]
fn a_damaged_bundle_is_an_error_not_a_panic() {
    let mut files = build(&portal(5), &BuildOptions::default()).unwrap().files;
    for bytes in files.values_mut().filter(|bytes| bytes.starts_with(&[0x1f, 0x8b])) {
        bytes.truncate(bytes.len() / 2);
    }
    assert!(matches!(Engine::open(MemoryFiles(files)), Err(SearchError::Damaged(_))));
    assert!(matches!(Engine::open(MemoryFiles::default()), Err(SearchError::Unreadable(_))));
}

#[test]
fn a_small_site_opens_in_one_step_and_answers_as_any_other() {
    let pages = portal(40);
    let small = build(&pages, &BuildOptions::default()).unwrap().files;
    let large = build(&pages, &BuildOptions { small: 0, ..BuildOptions::default() }).unwrap().files;
    let folders = |files: &BTreeMap<String, Vec<u8>>| -> BTreeSet<String> {
        files.keys().filter_map(|path| path.split_once('/')).map(|(folder, _)| folder.to_owned()).collect()
    };
    assert_eq!(Vec::from_iter(folders(&small)), ["core", "lemmas", "titles"]);
    assert_eq!(Vec::from_iter(folders(&large)), ["core", "index", "lemmas", "text", "titles", "words"]);
    let of_large = Engine::open(MemoryFiles(large)).unwrap();
    let late = Late::new(&Arc::new(MemoryFiles(small)));
    let (engine, rounds) = late.rounds(|| Engine::open(late.clone()));
    assert_eq!(rounds, 2, "manifest, core");
    for query in ["опыт педагогов", "\"план работы\" школа", "лубаметрина", "=школы", "школ"]
    {
        let request = Request::new(query);
        let (outcome, rounds) = late.rounds(|| engine.search(&request));
        assert_eq!(rounds, 0, "{query}");
        assert_eq!(outcome, of_large.search(&request).unwrap(), "{query}");
        assert!(!outcome.hits.is_empty(), "{query}");
    }
    let (_, rounds) = late.rounds(|| engine.search(&Request::new("педагагов")));
    assert_eq!(rounds, 1, "whether the language has the word");
}

#[test]
fn a_query_over_late_files_needs_few_rounds_and_gives_the_same() {
    let files = build(&portal(300), &BuildOptions { small: 0, ..BuildOptions::default() }).unwrap().files;
    let here = Engine::open(MemoryFiles(files.clone())).unwrap();
    let late = Late::new(&Arc::new(MemoryFiles(files)));
    let (engine, rounds) = late.rounds(|| Engine::open(late.clone()));
    assert_eq!(rounds, 2, "manifest, core");
    for query in ["опыт педагогов", "\"план работы\" школа", "лубаметрина"]
    {
        let request = Request::new(query);
        let (outcome, rounds) = late.rounds(|| engine.search(&request));
        assert!(rounds <= 3, "{query}: words, lists, texts, {rounds} rounds");
        assert_eq!(outcome, here.search(&request).unwrap(), "{query}");
        assert!(!outcome.hits.is_empty(), "{query}");
    }
}
