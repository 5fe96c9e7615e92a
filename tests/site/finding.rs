//! What is published for search in the browser: facets, the engine's neighbours, what templates are told.

use std::collections::{BTreeMap, BTreeSet};

use kabinet_search::{Engine, FolderFiles, Request};

use crate::{SiteTest, news};

/// A search page that shows all it is told.
const TELLING: &str = "{{ search.base }} {{ site.search.base }}|\
    {% for facet in search.facets %}{{ facet.id }}={{ facet.label }};{% endfor %}|\
    {% for kind in search.kinds %}{{ kind.id }}={{ kind.label }};{% endfor %}|\
    {% if search.endpoint %}{{ search.endpoint.kind }} {{ search.endpoint.url }}{% endif %}";

fn facets(site: &SiteTest, text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let engine = Engine::open(FolderFiles::new(site.path("public/search"))).unwrap();
    let facets = engine.search(&Request::new(text)).unwrap().facets;
    facets.into_iter().map(|(id, values)| (id, values.into_keys().collect())).collect()
}

#[test]
fn facets_are_all_there_and_their_values_are_what_readers_see() {
    let site = SiteTest::of_the_repository();
    site.run(&["build", "--today", "2026-11-21"]).ok();
    let facets = facets(&site, "методический");
    for id in ["kind", "subjects", "levels", "school_year", "associations", "state", "file"] {
        assert!(facets.contains_key(id), "no facet {id}: {:?}", facets.keys());
    }
    assert_eq!(facets["file"], BTreeSet::from(["с файлом".to_owned()]));
    assert!(facets["school_year"].contains("2026/2027"));
    assert!(facets["state"].contains("состоялось"), "{:?}", facets["state"]);
    assert!(!facets.contains_key("legal_status"), "the status of a document is the facet `state` already");
    for (id, values) in facets.iter().filter(|(id, _)| *id != "kind") {
        let foreign = values.iter().find(|value| value.contains(|c: char| c.is_ascii_alphabetic()));
        assert_eq!(foreign, None, "{id}");
    }
}

#[test]
fn attachments_are_found_by_name_and_opened_where_they_stand() {
    let text = "---\ntitle: Урок о функции\ndate: 2026-11-20\nattachments:\n  - {file: Рабочий лист.docx, title: Задания для парной работы}\n  - {file: ответы/рабочий лист.docx, title: Ответы}\n  - {file: Кроссворд.pdf}\n---\nТекст.\n";
    let site = SiteTest::new()
        .file("content/news/urok/index.md", text)
        .file("content/news/urok/Рабочий лист.docx", "1")
        .file("content/news/urok/ответы/рабочий лист.docx", "2")
        .file("content/news/urok/Кроссворд.pdf", "3");
    site.build().ok();
    let engine = Engine::open(FolderFiles::new(site.path("public/search"))).unwrap();
    let found = [
        ("задание парная работа", "file-rabochiy-list-docx"),
        ("ответ", "file-rabochiy-list-docx-2"),
        ("кроссворды", "file-krossvord-pdf"),
    ];
    for (query, anchor) in found {
        let outcome = engine.search(&Request::new(query)).unwrap();
        assert_eq!(
            (outcome.hits[0].page.as_str(), outcome.hits[0].sections[0].anchor.as_str()),
            ("/news/urok/", anchor)
        );
        site.build().ok().shows("news/urok/index.html", &format!("<li id=\"{anchor}\">"));
    }
    let site = site.file("content/news/b.md", news("Ссылка", "См. [[urok#file-krossvord-pdf]]."));
    site.build().ok().shows("news/b/index.html", "/news/urok/#file-krossvord-pdf\"");
}

#[test]
fn a_link_without_words_may_end_a_row_of_a_table() {
    let table = "| Тема | Где |\n|---|---|\n| а | [[urok]] |\n| ёжик | б |\n";
    let site = SiteTest::new()
        .file("content/news/urok.md", news("Урок о функции", "Текст."))
        .file("content/news/b.md", news("Таблица", table));
    site.build().ok();
    let engine = Engine::open(FolderFiles::new(site.path("public/search"))).unwrap();
    let hits = engine.search(&Request::new("\"а урок о функции\"")).unwrap().hits;
    assert_eq!(hits.first().map(|hit| hit.page.as_str()), Some("/news/b/"));
}

#[test]
fn the_theme_words_a_status_in_the_facet_as_on_the_page() {
    let words = std::fs::read_to_string(SiteTest::new().path("themes/imc/i18n/ru.ftl")).unwrap();
    let event = "---\ntitle: Семинар о чтении\nstart: 2026-11-01\nform: семинар\nplace: {name: Школа}\n---\nСеминар.\n";
    let site = SiteTest::new()
        .file("themes/imc/i18n/ru.ftl", words + "\nstate-done = уже прошло\n")
        .file("content/events/seminar.md", event);
    site.build().ok().shows("events/seminar/index.html", "уже прошло");
    assert_eq!(facets(&site, "семинар")["state"], BTreeSet::from(["уже прошло".to_owned()]));
}

#[test]
fn the_search_page_is_told_where_it_lies_and_what_can_be_chosen() {
    let site = SiteTest::of_the_repository().at("https://department.example/imc/");
    let site = site.file("themes/imc/templates/search.html", TELLING);
    site.run(&["build", "--today", "2026-11-21"])
        .ok()
        .shows("search/index.html", "/imc/search/ /imc/search/|kind=Раздел;subjects=Предметы;levels=Уровни образования;school_year=Учебный год;associations=Объединения;state=Статус;file=Файлы;audience=")
        .shows("search/index.html", "event=Мероприятие;")
        .hides("search/index.html", "legal_status");
}

#[test]
fn a_facet_that_no_page_has_is_not_offered() {
    let site = SiteTest::new()
        .file("themes/imc/templates/search.html", TELLING)
        .file("content/news/a.md", news("Новость", "Текст."));
    site.build()
        .ok()
        .shows("search/index.html", "|kind=Раздел;school_year=Учебный год;|news=Новость;list=Раздел;|");
}

#[test]
fn titles_are_published_for_the_first_letters() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "## Сроки\n\nТекст."));
    site.build().ok();
    let published = site.published();
    assert!(published.contains_key("search/titles.pack"));
    assert_eq!(published.keys().filter(|path| path.starts_with("search/titles/")).count(), 1);
}

#[test]
fn superseded_files_of_every_folder_stay_for_one_publication() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    site.build().ok();
    let before = site.published();
    let site = site.file("content/news/a.md", news("Другая весть", "Иной текст."));
    site.build().ok();
    let after = site.published();
    // Words, lists and texts of so small a site lie in one file, the core.
    for folder in ["core", "titles"] {
        let gone = before.iter().filter(|(path, _)| path.starts_with(&format!("search/{folder}/")));
        let gone: Vec<_> = gone.filter(|(path, _)| !after.contains_key(*path)).collect();
        assert!(!gone.is_empty(), "{folder}");
        for (path, bytes) in gone {
            let kept = path.replacen("search/", "public/search/previous/", 1);
            assert_eq!(&std::fs::read(site.path(&kept)).unwrap(), bytes, "{kept}");
        }
    }
    assert!(!site.path("public/search/previous/engine").exists(), "the engine has not changed");
    assert!(!site.path("public/search/previous/titles.pack").exists());
}

#[test]
fn a_search_server_is_named_to_the_page_and_allowed_by_its_policy() {
    let settings = |search: &str| {
        let site = SiteTest::new();
        let text = std::fs::read_to_string(site.path("content/site.yaml")).unwrap();
        site.file("content/site.yaml", text + search).file("content/news/a.md", news("Новость", "Текст."))
    };
    let site =
        settings("search:\n  endpoint: {kind: opensearch, url: 'https://search.imc.example:9200/portal/'}\n")
            .file("themes/imc/templates/search.html", TELLING);
    site.build()
        .ok()
        .shows("search/index.html", "|opensearch https://search.imc.example:9200/portal")
        .shows("news/a/index.html", "connect-src 'self' https://search.imc.example:9200;")
        .shows("news/a/index.html", "<html lang=\"ru\" data-search-service ");
    for (written, said) in [
        ("search:\n  endpoint: {kind: opensearh, url: https://a.example/p}\n", "«opensearch»"),
        ("search:\n  endpoint: {kind: solr, url: https://a.example/p}\n", "quickwit, opensearch"),
        ("search:\n  endpoint: {kind: quickwit, url: http://a.example/p}\n", "https://"),
        ("search:\n  endpoint: {kind: quickwit, url: 'https://u:p@a.example/p'}\n", "имя и пароль"),
        ("search:\n  endpoint: {kind: quickwit}\n", "url"),
        ("search:\n  endpont: {kind: quickwit, url: https://a.example/p}\n", "endpoint"),
    ] {
        settings(written).build().fails_with(said);
    }
    settings("").build().ok().shows("news/a/index.html", "connect-src 'self';");
}

#[test]
fn the_service_worker_lies_at_the_root_under_its_own_name() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    let site = site.file("themes/imc/sw.js", "const PURGE = \"\";\n");
    site.build().ok().shows("sw.js", "const PURGE = \"\";");
    let without = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    if without.path("themes/imc/sw.js").exists() {
        std::fs::remove_file(without.path("themes/imc/sw.js")).unwrap();
    }
    // The built-in theme may have one: a theme of another name has only what lies in its folder.
    std::fs::rename(without.path("themes/imc"), without.path("themes/own")).unwrap();
    let text = std::fs::read_to_string(without.path("content/site.yaml")).unwrap();
    let without = without.file("content/site.yaml", text.replace("theme: imc", "theme: own"));
    without.build().ok().lacks("sw.js");
}

#[test]
fn the_manifest_names_the_engine_that_is_published() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    site.build().ok();
    let published = site.published();
    let manifest: serde_json::Value = serde_json::from_slice(&published["search/index.json"]).unwrap();
    let module = &published[&format!("search/{}", manifest["module"].as_str().unwrap())];
    assert!(module.starts_with(&[0x1f, 0x8b]) && module.len() > 100_000, "{} bytes", module.len());
    assert!(published.contains_key(&format!("search/{}", manifest["core"].as_str().unwrap())));
}

#[test]
fn every_choice_of_kind_has_a_name() {
    let site = SiteTest::of_the_repository();
    let built = site.build();
    built.ok().shows("search/index.html", "<data value=\"list\">Разделы сайта</data>");
    let page = std::fs::read_to_string(site.path("public/search/index.html")).unwrap();
    let asked = ["методический", "консультации", "положение", "новости", "курсы", "календарь", "математика"];
    let kinds: BTreeSet<String> = asked.iter().flat_map(|text| facets(&site, text)["kind"].clone()).collect();
    assert!(kinds.len() > 10 && kinds.contains("list"), "{kinds:?}");
    for kind in kinds {
        assert!(page.contains(&format!("<data value=\"{kind}\">")), "{kind}");
    }
}
