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
fn a_link_without_words_is_shown_by_the_title_of_its_target() {
    let site = site().file("content/news/svodka.md", news("Сводка", "Читайте о наставниках: [[ploshadki]]."));
    site.build().ok();
    let answers = answers(&site, "читайте о наставниках");
    let snippet = answers[0]["snippet"].as_str().unwrap();
    assert!(snippet.contains("Инновационные площадки района") && !snippet.contains("ploshadki"), "{snippet}");
}
