//! What a reader gets away with, and that it is said aloud.

use crate::help::{Portal, page};
use kabinet_search::{CorrectionKind, Request};

fn portal() -> Portal {
    Portal::new(&[
        page("/metodika/", "Методика преподавания", "Методика и калейдоскоп методических приёмов"),
        page("/seminar/", "Районный семинар", "Семинары для педагогов, площадка обмена опытом"),
        page("/obr/", "Образование", "Дополнительное образование детей, стереоскопический проектор"),
        page("/word/", "Файлы Word", "Документы word и excel для аттестации"),
    ])
}

fn slip(query: &str, kind: CorrectionKind, to: &str, found: &str) {
    let outcome = portal().search(query);
    let said: Vec<_> = outcome.corrections.iter().map(|c| (c.kind, c.to.as_str())).collect();
    assert_eq!(said, [(kind, to)], "{query}");
    assert_eq!(outcome.hits.first().map(|h| h.page.as_str()), Some(found), "{query}");
}

#[test]
fn wrong_keyboard_layout() {
    slip("vtnjlbrf", CorrectionKind::Layout, "методика", "/metodika/");
    slip("j,hfpjdfybt", CorrectionKind::Layout, "образование", "/obr/");
    slip("ctvbyfhjd", CorrectionKind::Layout, "семинаров", "/seminar/");
    slip("Vtnjlbrb", CorrectionKind::Layout, "методики", "/metodika/");
    slip("цщкв", CorrectionKind::Layout, "word", "/word/");
}

#[test]
fn typos() {
    slip("методичиский", CorrectionKind::Typo, "методический", "/metodika/");
    slip("методичискими", CorrectionKind::Typo, "методическими", "/metodika/");
    slip("симинар", CorrectionKind::Typo, "семинар", "/seminar/");
    slip("семинра", CorrectionKind::Typo, "семинар", "/seminar/");
    slip("абразование", CorrectionKind::Typo, "образование", "/obr/");
    slip("калийдаскоп", CorrectionKind::Typo, "калейдоскоп", "/metodika/");
    slip("атестации", CorrectionKind::Typo, "аттестации", "/word/");
}

#[test]
fn short_words_are_not_guessed() {
    let outcome = portal().search("дом ");
    assert!(outcome.corrections.is_empty() && outcome.hits.is_empty());
    assert_eq!(outcome.unknown, ["дом"]);
}

#[test]
fn what_is_meant_is_a_word() {
    let portal = Portal::of_texts(&[
        "Курсы повышения квалификации",
        "Квалификации и навыки",
        "Классные руководители",
        "Класс и классы",
        "О классе",
    ]);
    for (query, meant, found) in [
        ("квалефикацыя ", "квалификации", "/0/"),
        ("класный ", "классный", "/2/"),
        ("класными ", "классными", "/2/"),
    ] {
        let outcome = portal.search(query);
        let said: Vec<_> = outcome.corrections.iter().map(|c| (c.kind, c.to.as_str())).collect();
        assert_eq!(said, [(CorrectionKind::Typo, meant)], "{query}");
        assert!(outcome.hits.iter().any(|hit| hit.page == found), "{query}");
    }
}

#[test]
fn latin_abbreviations_are_not_guessed_at() {
    let portal = Portal::of_texts(&["Семь тем", "Двоих шёпотом", "Ответ на доске", "Б и Х"]);
    for query in ["STEM", "IT", "docx", "х", "ж"] {
        let outcome = portal.search(query);
        assert!(outcome.corrections.is_empty(), "{query}: {:?}", outcome.corrections);
    }
}

#[test]
fn latin_transliteration() {
    slip("metodika", CorrectionKind::Translit, "методика", "/metodika/");
    slip("ploschadka", CorrectionKind::Translit, "площадка", "/seminar/");
    slip("obrazovaniye", CorrectionKind::Translit, "образование", "/obr/");
    slip("rayonniy", CorrectionKind::Translit, "районный", "/seminar/");
}

#[test]
fn unfinished_last_word_without_a_correction() {
    let portal = portal();
    for (query, found) in [("стереоск", "/obr/"), ("дополнительное образ", "/obr/"), ("калейд", "/metodika/")]
    {
        let outcome = portal.search(query);
        assert!(outcome.corrections.is_empty(), "{query}: {:?}", outcome.corrections);
        assert_eq!(outcome.hits[0].page, found, "{query}");
    }
    assert_eq!(portal.pages("cnthtjcr")[0], "/obr/", "unfinished in the other layout");
    assert!(portal.pages("стер ").is_empty(), "a short finished word is not completed");
    assert_eq!(portal.pages("стереоскопия "), ["/obr/"], "related words are better than nothing");
}

#[test]
fn an_unfinished_phrase_is_a_phrase() {
    let portal = Portal::of_texts(&["План работы центра", "Работа по плану"]);
    for typed in ["\"план рабо", "«план ра", "\"план работы", "\"план работы\""]
    {
        assert_eq!(portal.pages(typed), ["/0/"], "{typed}");
    }
    assert!(portal.pages("\"план рабо\"").is_empty(), "a finished phrase has whole words");
}

#[test]
fn known_words_are_never_corrected() {
    let portal = Portal::new(&[
        page("/plan/", "План", "План работы"),
        page("/plen/", "Плен", "Плен и плёнка"),
        page("/en/", "English", "The Cambridge exam"),
    ]);
    for query in ["план", "плена", "planом", "cambridge", "плёнками"] {
        let outcome = portal.search(query);
        if query != "planом" {
            assert!(outcome.corrections.is_empty(), "{query}: {:?}", outcome.corrections);
        }
    }
}

#[test]
fn small_words_are_never_corrected() {
    let portal = Portal::new(&[page("/a/", "Тому", "Тому подчиняется отдел, ктол")]);
    assert!(portal.search("кому подчиняется").corrections.is_empty());
    assert_eq!(portal.pages("кому подчиняется"), ["/a/"]);
}

#[test]
fn corrections_can_be_undone() {
    let outcome = portal().ask(&Request { literal: true, ..Request::new("vtnjlbrf ") });
    assert!(outcome.hits.is_empty() && outcome.corrections.is_empty());
}

#[test]
fn corrected_query_is_shown_whole() {
    let outcome = portal().search("районый симинар ");
    assert_eq!(outcome.hits[0].page, "/seminar/");
    assert!(outcome.corrected.as_deref().is_some_and(|c| c.ends_with("семинар")), "{:?}", outcome.corrected);
}

#[test]
fn a_latin_word_of_an_address_is_read_as_russian_too() {
    let portal = Portal::new(&[
        page("/mail/", "Контакты", "Пишите на russkij@imc.example"),
        page("/a/", "Русский язык", "Русский язык в школе"),
        page("/b/", "Уроки", "Русский язык и литература"),
    ]);
    let outcome = portal.search("russkij yazyk ");
    assert_eq!(outcome.hits[0].page, "/a/", "{:?}", outcome.corrections);
    let also = outcome.corrections.iter().any(|c| c.kind == CorrectionKind::Also && c.to == "русский");
    assert!(also, "{:?}", outcome.corrections);
    assert!(portal.pages("russkij ").contains(&"/mail/".to_owned()), "the address is still found");
}

#[test]
fn what_sounds_like_a_foreign_word_may_still_be_a_slip() {
    let portal = Portal::of_texts(&[
        "Аттестация педагогов",
        "Порядок аттестации",
        "Пишите на attestaciya@imc.example",
        "Вёрстка: flexbox и grid",
    ]);
    let said = |query: &str| {
        let outcome = portal.search(query);
        let said: Vec<_> = outcome.corrections.iter().map(|c| (c.kind, c.to.clone())).collect();
        let mut found: Vec<_> = outcome.hits.into_iter().map(|hit| hit.page).collect();
        found.sort();
        (said, found.join(" "))
    };
    let slip = (CorrectionKind::Typo, "аттестация".to_owned());
    // A word of an address that only spells the mended one is no other wish.
    assert_eq!(said("аттестацыя "), (vec![slip], "/0/ /1/".to_owned()));
    let sound = (CorrectionKind::Also, "flexbox".to_owned());
    assert_eq!(said("флексбокс "), (vec![sound], "/3/".to_owned()));
}
