//! `kabinet export search`: every document fits the configuration that comes with it.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{SiteTest, news};

/// Fields that every document must have.
const REQUIRED: [&str; 12] = [
    "id",
    "page",
    "anchor",
    "title",
    "heading",
    "text",
    "title_stems",
    "stems",
    "kind",
    "kind_label",
    "standing",
    "links",
];

/// What a field may hold, read from a configuration.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Holds {
    Text,
    Texts,
    Day,
    Number,
}

type Declared = BTreeMap<String, Holds>;

fn read(site: &SiteTest, name: &str) -> String {
    std::fs::read_to_string(site.path("search-export").join(name)).unwrap()
}

fn opensearch(site: &SiteTest) -> Declared {
    let body: Value = serde_json::from_str(&read(site, "index.json")).unwrap();
    assert_eq!(body["mappings"]["dynamic"], "strict");
    let analyzers = &body["settings"]["analysis"]["analyzer"];
    let fields = body["mappings"]["properties"].as_object().unwrap().iter();
    let holds = |name: &str, field: &Value| match field["type"].as_str().unwrap() {
        "keyword" if name.starts_with("facet_") => Holds::Texts,
        "keyword" => Holds::Text,
        "text" => {
            let analyzer = &analyzers[field["analyzer"].as_str().unwrap()];
            let tokenizer = if name.ends_with("stems") { "whitespace" } else { "standard" };
            assert_eq!(analyzer["tokenizer"], tokenizer, "{name}");
            Holds::Text
        }
        "date" => {
            assert_eq!(field["format"], "strict_date");
            Holds::Day
        }
        "integer" => Holds::Number,
        other => panic!("{name}: {other}"),
    };
    fields.map(|(name, field)| (name.clone(), holds(name, field))).collect()
}

fn quickwit(site: &SiteTest) -> Declared {
    let whole: Value = serde_yaml::from_str(&read(site, "index.yaml")).unwrap();
    let mapping = &whole["doc_mapping"];
    assert_eq!(mapping["mode"], "strict");
    let holds = |field: &Value| {
        let name = field["name"].as_str().unwrap();
        let sound = name.starts_with(|c: char| c.is_ascii_alphabetic());
        assert!(sound && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c)), "{name}");
        let holds = match field["type"].as_str().unwrap() {
            "text" => Holds::Text,
            "array<text>" => Holds::Texts,
            "datetime" => {
                assert_eq!(field["input_formats"][0], "%Y-%m-%d");
                Holds::Day
            }
            "u64" => Holds::Number,
            other => panic!("{name}: {other}"),
        };
        (name.to_owned(), holds)
    };
    let declared: Declared = mapping["field_mappings"].as_array().unwrap().iter().map(holds).collect();
    assert_eq!(declared[mapping["timestamp_field"].as_str().unwrap()], Holds::Day);
    for name in whole["search_settings"]["default_search_fields"].as_array().unwrap() {
        assert!(declared.contains_key(name.as_str().unwrap()), "{name}");
    }
    declared
}

/// Why a document does not fit, if it does not.
fn misfit(document: &Map<String, Value>, declared: &Declared, required: &[&str]) -> Option<String> {
    let missing = required.iter().find(|name| !document.contains_key(**name));
    let wrong = document.iter().find(|(name, value)| match declared.get(*name) {
        None => true,
        Some(Holds::Text) => !value.is_string(),
        Some(Holds::Texts) => {
            !value.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(Value::is_string))
        }
        Some(Holds::Number) => !value.is_u64(),
        Some(Holds::Day) => {
            !value.as_str().is_some_and(|day| day.len() == 10 && day.parse::<jiff::civil::Date>().is_ok())
        }
    });
    missing.map(|name| format!("no {name}")).or(wrong.map(|(name, value)| format!("{name}: {value}")))
}

fn documents(site: &SiteTest) -> Vec<Map<String, Value>> {
    let lines = read(site, "documents.ndjson");
    assert!(lines.ends_with('\n'));
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn export(site: &SiteTest, to: &str) -> Vec<Map<String, Value>> {
    let outcome = site.run(&["export", "search", "--to", to, "--today", "2026-11-21"]);
    assert_eq!(outcome.ok_output(), "", "the standard output stays clean");
    outcome.says("documents.ndjson");
    documents(site)
}

#[test]
fn every_document_of_the_content_fits_either_server() {
    let site = SiteTest::of_the_repository();
    for (to, extra) in [("opensearch", None), ("quickwit", Some("timestamp"))] {
        let all = export(&site, to);
        let declared = if extra.is_some() { quickwit(&site) } else { opensearch(&site) };
        assert!(all.len() > 300, "{to}: {} documents", all.len());
        let required: Vec<&str> = REQUIRED.into_iter().chain(extra).collect();
        for document in &all {
            assert_eq!(misfit(document, &declared, &required), None, "{to}: {}", document["id"]);
        }
        let mut ids: Vec<&str> = all.iter().map(|one| one["id"].as_str().unwrap()).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{to}: an id stands twice");
        for facet in
            ["facet_subjects", "facet_associations", "facet_state", "facet_file", "facet_school_year"]
        {
            assert!(all.iter().any(|one| one.contains_key(facet)), "{to}: {facet}");
        }
    }
}

#[test]
fn the_checker_refuses_what_does_not_fit() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    let document = export(&site, "opensearch").remove(0);
    let declared = opensearch(&site);
    let spoilt = |name: &str, value: Value| {
        let mut spoilt = document.clone();
        spoilt.insert(name.to_owned(), value);
        misfit(&spoilt, &declared, &REQUIRED).is_some()
    };
    assert_eq!(misfit(&document, &declared, &REQUIRED), None);
    assert!(
        spoilt("unheard", "x".into()) && spoilt("date", "21.11.2026".into()) && spoilt("links", "3".into())
    );
    assert!(spoilt("facet_state", "одно".into()) && spoilt("title", Value::Null));
    let mut short = document.clone();
    short.remove("stems");
    assert!(misfit(&short, &declared, &REQUIRED).is_some());
}

#[test]
fn a_document_is_a_section_with_stems_for_every_form() {
    let site =
        SiteTest::new().file("content/news/a.md", news("Площадки", "Вступление.\n\n## Дети\n\nСтажировки."));
    let all = export(&site, "quickwit");
    assert_eq!(all.len(), 3);
    let (lead, section) = (&all[0], &all[1]);
    // The list is found too.
    assert_eq!((&all[2]["id"], &all[2]["title"]), (&"/news/".into(), &"Новости".into()));
    assert_eq!((lead["id"].as_str(), lead["anchor"].as_str()), (Some("/news/a/"), Some("")));
    assert_eq!(section["id"], format!("/news/a/#{}", section["anchor"].as_str().unwrap()));
    assert_eq!((&lead["date"], &lead["timestamp"]), (&"2026-11-20".into(), &"2026-11-20".into()));
    for (typed, field) in [("площадок", "title_stems"), ("ребёнка", "stems"), ("стажировкам", "stems")]
    {
        let stems: Vec<&str> = section[field].as_str().unwrap().split(' ').collect();
        for word in kabinet_search::stems_by_rule(typed) {
            assert!(word.stems.iter().any(|stem| stems.contains(&stem.as_str())), "{typed}: {stems:?}");
        }
    }
    assert_eq!(site.run(&["export", "search", "--to", "quickwit", "--out", "elsewhere"]).code(), 0);
    assert!(site.path("elsewhere/documents.ndjson").is_file());
}

#[test]
fn content_with_errors_is_not_exported() {
    let site = SiteTest::new().file("content/news/a.md", "---\ntitle: Без конца\n");
    let outcome = site.run(&["export", "search", "--to", "quickwit"]);
    assert_eq!(outcome.code(), 1);
    assert!(!site.path("search-export").exists());
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    assert_eq!(site.run(&["export", "search", "--to", "quickwit", "--out", "content/x"]).code(), 2);
    assert!(!site.path("content/x").exists());
}

#[test]
fn a_slip_in_the_call_is_guessed() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    for call in [&["export", "search", "--to", "quickwitt"][..], &["export", "serch", "--to", "quickwit"]] {
        let outcome = site.run(call);
        assert_eq!(outcome.code(), 2);
        outcome.says("Может быть");
    }
    assert_eq!(site.run(&["export", "search"]).code(), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_no_half_of_an_export() {
    let Some(disk) = crate::disk::Disk::mount("tmpfs", "size=16k") else { return };
    let site = SiteTest::new();
    let site = (0..40).fold(site, |site, at| {
        site.file(&format!("content/news/n{at}.md"), news(&format!("Новость {at}"), &"слово ".repeat(200)))
    });
    let out = disk.path().display().to_string();
    let outcome = site.run(&["export", "search", "--to", "quickwit", "--out", &out]);
    assert_eq!(outcome.code(), 2);
    outcome.says("на диске кончилось место");
    let left: Vec<_> =
        std::fs::read_dir(disk.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| name.to_string_lossy().starts_with("index.")), "{left:?}");
}
