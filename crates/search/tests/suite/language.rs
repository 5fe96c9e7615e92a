//! A word of the language is never replaced unasked; what is offered is a word as readers write it.

use crate::help::{Portal, page};
use crate::late::Late;
use kabinet_search::{BuildOptions, CorrectionKind, Engine, MemoryFiles, PageDocument, Request, build};
use std::sync::Arc;

fn site() -> Vec<PageDocument> {
    vec![
        page("/a/", "Ответ на запрос", "Дан ответ. Расплата близка, грамотность растёт, биолом карточка."),
        page("/b/", "Контакты", "Здание ФИПИ, Ёлкин берег. Сказать об этом. План года, методика, учёба."),
        page("/c/", "Ежегодный приём", "Заседание РМО в Кемерово. Кабинет физкультуры, семинар. Эти и етим."),
    ]
}

#[test]
fn words_of_the_language_that_no_page_has_are_left_alone() {
    let portal = Portal::new(&site());
    for query in [
        "отчет",
        "отчёт",
        "Отчёты",
        "зарплата",
        "грамота",
        "диплом",
        "картинка",
        "физика",
        "скачка",
        "ёжик",
        "семинарий",
        "методичка",
        "учеба",
        "каточка",
        "плен",
        "кабина",
        "заседатель",
    ] {
        let outcome = portal.search(&format!("{query} "));
        let replaced = outcome.corrections.iter().any(|c| c.kind != CorrectionKind::Synonym);
        assert!(outcome.corrected.is_none() && !replaced, "{query}: {:?}", outcome.corrections);
    }
}

#[test]
fn a_near_word_is_offered_as_a_question() {
    let portal = Portal::new(&site());
    let outcome = portal.search("отчёты за год ");
    assert_eq!(outcome.unknown, ["отчёты"]);
    let outcome = portal.search("отчёт за год ");
    assert_eq!(outcome.unknown, ["отчёт"], "{:?}", outcome.corrections);
    let offers: Vec<_> =
        outcome.offers.iter().map(|o| (o.from.as_str(), o.to.as_str(), o.query.as_str())).collect();
    assert_eq!(offers, [("отчёт", "ответ", "ответ за год")]);
    assert!(outcome.hits.iter().any(|hit| hit.page == "/b/"), "the other words are still found");
    let followed = portal.search(&outcome.offers[0].query);
    assert!(followed.offers.is_empty() && followed.hits.iter().any(|hit| hit.page == "/a/"));
}

#[test]
fn slips_are_still_mended_unasked_and_written_as_on_the_site() {
    let portal = Portal::new(&site());
    for (slip, meant) in [
        ("кемерво", "Кемерово"),
        ("методека", "методика"),
        ("учоба", "учёба"),
        ("грамотнасть", "грамотность"),
        ("hvj", "РМО"),
        ("exf`,f", "учёба"),
        ("kemerovo", "Кемерово"),
    ] {
        let outcome = portal.search(&format!("{slip} "));
        assert_eq!(outcome.corrected.as_deref(), Some(meant), "{slip}: {:?}", outcome.offers);
    }
}

#[test]
fn what_is_offered_stands_on_the_site_as_it_is_written() {
    let portal = Portal::new(&site());
    let texts: String =
        site().iter().map(|page| format!("{} {} ", page.title, page.sections[0].text)).collect();
    let words: Vec<&str> = texts.split(|c: char| !c.is_alphanumeric()).collect();
    for query in
        ["ёжик", "елка", "отчет", "кимерово", "рма", "абракадабра", "учёт", "ети", "физик", "ответчик"]
    {
        let outcome = portal.search(&format!("{query} "));
        let offers = outcome.offers.iter().map(|offer| &offer.to);
        for shown in outcome.suggestions.iter().chain(offers) {
            let lower = |word: &&str| word.to_lowercase() == shown.to_lowercase();
            assert!(words.iter().any(|word| word == shown || lower(word)), "{query} offers {shown}");
            assert!(
                !shown.contains("елкин") && shown != "рмо" && shown != "ежегодныи",
                "{query} offers {shown}"
            );
        }
    }
}

#[test]
fn the_language_is_asked_only_before_a_correction_and_within_three_rounds() {
    let files = Arc::new(MemoryFiles(build(&site(), &BuildOptions::default()).unwrap().files));
    let here = Engine::open(files.as_ref().clone()).unwrap();
    for (query, asks) in [
        ("план года", false),
        ("рмо в кемерово ", false),
        ("vtnjlbrf", false),
        ("отчёты за план ", true),
        ("методека план ", true),
        ("зарплата грамота диплом картинка физика отчет скачка план ", true),
    ] {
        let late = Late::new(&files);
        let (engine, _) = late.rounds(|| Engine::open(late.clone()));
        let (outcome, rounds) = late.rounds(|| engine.search(&Request::new(query)));
        assert!(rounds <= 3, "{query}: {rounds} rounds");
        let asked = late.fetched().iter().filter(|path| path.starts_with("lemmas/")).count();
        assert!((asked > 0) == asks && asked <= 6, "{query}: {asked} shards");
        assert_eq!(outcome, here.search(&Request::new(query)).unwrap(), "{query}");
    }
}

#[test]
fn without_the_filter_nothing_is_replaced_and_everything_else_answers() {
    let mut files = build(&site(), &BuildOptions::default()).unwrap().files;
    let shards: Vec<String> = files.keys().filter(|path| path.starts_with("lemmas/")).cloned().collect();
    assert_eq!(shards.len(), 64);
    for path in shards {
        files.insert(path, Vec::new());
    }
    let engine = Engine::open(MemoryFiles(files)).unwrap();
    let outcome = engine.search(&Request::new("методека план ")).unwrap();
    assert!(outcome.corrected.is_none() && outcome.hits.iter().any(|hit| hit.page == "/b/"));
    assert_eq!(outcome.offers[0].to, "методика");
}

#[test]
fn the_filter_is_that_of_the_dictionary() {
    let dictionary = rumorph::Dictionary::bundled().unwrap();
    let portal = Portal::of_texts(&["Площадка"]);
    let mut seen = 0;
    let texts =
        include_str!("../../src/lib.rs").to_owned() + include_str!("laws.rs") + include_str!("words.rs");
    for word in texts.split(|c: char| !matches!(c, 'а'..='я')).filter(|word| word.chars().count() > 5) {
        if dictionary.is_known(word) {
            let outcome = portal.search(&format!("{word} "));
            assert!(outcome.corrected.is_none(), "«{word}» is taken for {:?}", outcome.corrections);
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} words");
}
