//! `kabinet search` over the published bundle.

use serde_json::Value;

use crate::{SiteTest, news};

fn site() -> SiteTest {
    SiteTest::new()
        .file(
            "content/news/ploshadki.md",
            news(
                "Инновационные площадки района",
                "Открыта стажировочная площадка.\n\n## Сроки\n\nЗаявки принимают учителя-наставники.",
            ),
        )
        .file("content/news/olimpiada.md", news("Олимпиада", "Итоги олимпиады школьников."))
}

fn answers(site: &SiteTest, query: &str) -> Vec<Value> {
    let outcome = site.run(&["search", query, "--format", "json"]);
    serde_json::from_str(outcome.ok_output()).unwrap()
}

#[test]
fn any_form_of_a_word_finds_any_other() {
    let site = site();
    site.build().ok();
    for query in ["площадок", "площадкам", "ПЛОЩАДКЕ"] {
        assert_eq!(answers(&site, query)[0]["page"], "/news/ploshadki/", "{query}");
    }
}

#[test]
fn answers_name_the_section_and_keep_their_form() {
    let site = site();
    site.build().ok();
    let answers = answers(&site, "наставник");
    let first = answers[0].as_object().unwrap();
    assert_eq!(first["heading"], "Сроки");
    for key in ["page", "anchor", "title", "heading", "kind", "score", "snippet"] {
        assert!(first.contains_key(key), "no `{key}`");
    }
    assert!(!first["anchor"].as_str().unwrap().starts_with('#'));
}

#[test]
fn no_hits_are_an_empty_array_and_no_failure() {
    let site = site();
    site.build().ok();
    assert!(answers(&site, "гиппопотамоведение").is_empty());
}

#[test]
fn the_wrong_keyboard_layout_is_understood() {
    let site = site();
    site.build().ok();
    assert_eq!(answers(&site, "jkbvgbflf")[0]["page"], "/news/olimpiada/");
}

#[test]
fn the_content_is_not_needed() {
    let site = site();
    site.build().ok();
    std::fs::rename(site.path("content"), site.path("elsewhere")).unwrap();
    assert_eq!(answers(&site, "олимпиады")[0]["page"], "/news/olimpiada/");
}

#[test]
fn the_form_of_the_answers_is_exact() {
    let site = site();
    site.build().ok();
    let outcome = site.run(&["search", "наставники", "--format", "json"]);
    let keys = ["page", "anchor", "title", "heading", "kind", "score", "snippet"];
    let places: Vec<_> = keys.iter().map(|key| outcome.ok_output().find(&format!("\"{key}\":"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{}", outcome.ok_output());
    let answers = answers(&site, "наставники");
    assert_eq!(answers[0].as_object().unwrap().len(), keys.len());
    assert!(answers.iter().all(|answer| answer["page"].as_str().unwrap().starts_with('/')));
    assert!(answers.is_sorted_by(|a, b| a["score"].as_f64() >= b["score"].as_f64()));
}

#[test]
fn a_limit_counts_pages() {
    let mut site = site();
    for number in 1..=4 {
        let body = "Отчёт о практике.\n\n## Первая\n\nПрактика.\n\n## Вторая\n\nПрактика.";
        site = site.file(&format!("content/news/{number}.md"), news(&format!("Практика {number}"), body));
    }
    site.build().ok();
    let outcome = site.run(&["search", "практика", "--limit", "2", "--format", "json"]);
    let answers: Vec<Value> = serde_json::from_str(outcome.ok_output()).unwrap();
    let pages: Vec<&str> = answers.iter().map(|answer| answer["page"].as_str().unwrap()).collect();
    let mut different = pages.clone();
    different.dedup();
    assert_eq!(different.len(), 2, "{pages:?}");
    assert!(answers.len() > 2, "the sections of a page stand together: {pages:?}");
}

#[test]
fn a_clause_is_cited_as_readers_cite_it() {
    let site = SiteTest::of_the_repository();
    site.build().ok();
    let outcome = site.run(&["search", "п.", "3.2.5", "боханский"]);
    let said = outcome.ok_output().replace('\u{a0}', " ");
    assert!(said.contains("   п. 3.2.5 · /regulations/polozhenie-imc-bokhan/#p-3.2.5\n"), "{said}");
}

#[test]
fn a_correction_is_said_aloud() {
    let site = site();
    site.build().ok();
    let outcome = site.run(&["search", "jkbvgbflf"]);
    let said = outcome.ok_output();
    assert!(said.starts_with("Показаны результаты по запросу «олимпиада» (вместо «jkbvgbflf»)."), "{said}");
    let untouched = site.run(&["search", "олимпиада"]);
    assert!(untouched.ok_output().starts_with("Найдено"), "{}", untouched.ok_output());
}

#[test]
fn a_query_without_words_is_met_kindly() {
    let site = site();
    site.build().ok();
    for query in ["", "  ", "?!… —", "«»"] {
        let outcome = site.run(&["search", query]);
        assert!(outcome.ok_output().contains("Напишите, что найти"), "{query}: {}", outcome.ok_output());
        assert!(answers(&site, query).is_empty(), "{query}");
    }
}

#[test]
fn a_pasted_page_is_a_query_too() {
    let site = site();
    site.build().ok();
    let pasted = "Олимпиада школьников района ".repeat(2_000);
    let outcome = site.run(&["search", &pasted]);
    assert!(outcome.ok_output().len() < 5_000);
    assert_eq!(answers(&site, &pasted)[0]["page"], "/news/olimpiada/");
}

#[test]
fn a_damaged_bundle_is_said_in_russian() {
    let site = site();
    site.build().ok();
    let search = site.path("public/search");
    // Of so small a site all lies in one file, the core.
    for file in std::fs::read_dir(search.join("core")).unwrap() {
        std::fs::write(file.unwrap().path(), "не то").unwrap();
    }
    let outcome = site.run(&["search", "олимпиада"]);
    assert_eq!(outcome.code(), 2);
    outcome.says("повреждён");
    std::fs::remove_dir_all(&search).unwrap();
    let outcome = site.run(&["search", "олимпиада"]);
    assert_eq!(outcome.code(), 2);
    outcome.says("Сначала соберите сайт");
}

#[test]
fn another_output_folder_may_be_searched() {
    let site = site();
    let elsewhere = site.path("elsewhere");
    let elsewhere = elsewhere.to_str().unwrap();
    site.run(&["build", "--today", "2026-11-21", "--out", elsewhere]).ok();
    assert_eq!(site.run(&["search", "олимпиада"]).code(), 2);
    let outcome = site.run(&["search", "олимпиада", "--out", elsewhere, "--format", "json"]);
    assert!(outcome.ok_output().contains("/news/olimpiada/"), "{}", outcome.ok_output());
}

#[test]
fn the_bundle_stays_the_same_until_the_day_that_the_build_named() {
    let mut site = SiteTest::of_the_repository();
    let bundle = |site: &SiteTest| -> Vec<(String, Vec<u8>)> {
        site.build().ok();
        site.published().into_iter().filter(|(name, _)| name.starts_with("search/")).collect()
    };
    let first = bundle(&site);
    site.build().ok().says("изменится 23.11.2026");
    site = site.on("2026-11-22");
    assert!(first == bundle(&site), "a day on which nothing happened has changed the search");
    site = site.on("2026-11-24");
    assert!(first != bundle(&site), "an event has begun, and the search does not know it");
}

#[test]
fn a_link_without_words_is_shown_by_the_title_of_its_target() {
    let site = site().file("content/news/svodka.md", news("Сводка", "Читайте о наставниках: [[ploshadki]]."));
    site.build().ok();
    let answers = answers(&site, "читайте о наставниках");
    let snippet = answers[0]["snippet"].as_str().unwrap();
    assert!(snippet.contains("Инновационные площадки района") && !snippet.contains("ploshadki"), "{snippet}");
}

#[test]
fn a_word_of_the_language_is_asked_about_and_not_replaced() {
    let site = site().file("content/news/otvet.md", news("Ответ центра", "Дан ответ на вопросы."));
    site.build().ok();
    let outcome = site.run(&["search", "отчёт центра "]);
    let said = outcome.ok_output();
    assert!(said.contains("«отчёт» на сайте не встречается. Возможно, вы имели в виду «ответ»?"), "{said}");
    assert!(!said.contains("Показаны результаты"), "{said}");
    let mended = site.run(&["search", "олемпиада"]);
    assert!(
        mended.ok_output().starts_with("Показаны результаты по запросу «олимпиада»"),
        "{}",
        mended.ok_output()
    );
}

#[test]
fn labels_are_no_text_and_related_titles_make_no_phrase() {
    let event = "---\ntitle: Круглый стол\nstart: 2026-11-25\nform: семинар\nplace: {name: Дворец творчества}\n---\nРазговор.\n";
    let site = site().file("content/events/stol.md", event);
    site.build().ok();
    let pages = |query: &str| -> Vec<String> {
        answers(&site, query).iter().map(|answer| answer["page"].as_str().unwrap().to_owned()).collect()
    };
    assert!(!pages("место").contains(&"/events/stol/".to_owned()), "a label");
    assert_eq!(pages("дворец"), ["/events/stol/"]);
    assert_eq!(answers(&site, "дворец")[0]["snippet"], "Место: Дворец творчества");
    assert_eq!(answers(&site, "круглый стол")[0]["snippet"], "Разговор.");
}

#[test]
fn the_help_of_the_search_page_finds_what_it_shows() {
    let site = SiteTest::of_the_repository();
    site.build().ok();
    let texts = std::fs::read_to_string(site.path("themes/imc/i18n/ru.ftl")).unwrap();
    let example = |key: &str| {
        let line = texts.lines().find_map(|line| line.strip_prefix(&format!("{key} = "))).unwrap();
        line.to_owned()
    };
    let asked = [
        format!("«{}»", example("find-help-phrase-example")),
        format!("=\"{}\"", example("find-help-exact-example")),
        example("find-help-minus-example"),
        example("find-help-numbers-example"),
    ];
    for query in asked {
        assert!(!answers(&site, &query).is_empty(), "{query} finds nothing");
    }
}
