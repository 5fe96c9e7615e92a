//! Publishing: whole or not at all, and the same bytes from the same content.

use crate::{SiteTest, news};

fn two_news() -> SiteTest {
    SiteTest::new()
        .file("content/news/a.md", news("Первая", "Текст."))
        .file("content/news/b.md", news("Вторая", "См. [[a]]."))
}

#[test]
fn a_failed_build_leaves_the_published_site_as_it_was() {
    let site = two_news();
    site.build().ok();
    let before = site.published();
    let site = site.file("content/news/a.md", "---\ntitle: Первая\ndate: никогда\n---\n");
    site.build().fails_with("content/news/a.md");
    assert_eq!(site.published(), before);
}

#[test]
fn the_same_content_gives_the_same_bytes_from_any_start() {
    let clean = two_news();
    clean.build().ok();
    let travelled = two_news().file("content/news/c.md", news("Лишняя", "Её не будет."));
    travelled.build().ok();
    let travelled = travelled.without("content/news/c.md").without("content/addresses.lock");
    travelled.build().ok();
    travelled.build().ok();
    let (clean, travelled) = (clean.published(), travelled.published());
    assert_eq!(clean.keys().collect::<Vec<_>>(), travelled.keys().collect::<Vec<_>>());
    for (name, bytes) in &clean {
        assert!(travelled[name] == *bytes, "{name} differs");
    }
}

#[test]
fn rollback_returns_the_site_before() {
    let site = two_news();
    site.build().ok();
    let before = site.published();
    let site = site.file("content/news/a.md", news("Правленая", "Текст."));
    site.build().ok().shows("news/a/index.html", "Правленая");
    site.run(&["rollback"]).ok();
    assert_eq!(site.published(), before);
}

#[test]
fn files_of_others_are_kept_and_their_folders_refused() {
    let site = two_news();
    site.build().ok();
    let site = site.file("public/CNAME", "centre.example");
    site.build().ok().shows("CNAME", "centre.example");
    let foreign = two_news().file("public/diplom.doc", "моя работа");
    assert_ne!(foreign.build().code(), 0);
    foreign.build().shows("diplom.doc", "моя работа");
}

#[test]
fn an_output_folder_that_git_keeps_empty_is_taken() {
    let site = two_news().file("public/.gitignore", "*\n!.gitignore\n");
    site.build().ok().shows(".gitignore", "!.gitignore").shows("news/a/index.html", "Первая");
}

#[test]
fn check_publishes_nothing() {
    let site = two_news();
    site.run(&["check", "--today", "2026-11-21"]).ok().lacks("index.html");
}

#[test]
fn the_date_is_an_input() {
    let event = "---\ntitle: Семинар\nform: семинар\nstart: 2026-11-25 10:00\nend: 2026-11-25 12:00\nplace: {name: Зал}\n---\nТекст.\n";
    let earlier = SiteTest::new().file("content/events/a.md", event).on("2026-11-21");
    earlier.build().ok();
    let later = SiteTest::new().file("content/events/a.md", event).on("2026-12-21");
    later.build().ok();
    assert_ne!(earlier.published()["events/a/index.html"], later.published()["events/a/index.html"]);
}

#[test]
fn a_report_tells_what_changed_and_when_the_site_will_change_by_itself() {
    let site = two_news().file(
        "content/news/c.md",
        "---\ntitle: Завтрашняя\ndate: 21.11.2026\npublish_at: 22.11.2026\n---\nТекст.\n",
    );
    site.build().ok();
    let report = std::fs::read_to_string(site.path(".kabinet/report.json")).unwrap();
    assert!(
        report.contains("\"/news/a/\"") && report.contains("\"next_change\": \"2026-11-22\""),
        "{report}"
    );
    let site = site.file("content/news/a.md", news("Правленая", "Текст."));
    site.build().ok();
    let report: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(site.path(".kabinet/report.json")).unwrap()).unwrap();
    let changed = report["changed"].as_array().unwrap();
    assert!(changed.iter().any(|address| address == "/news/a/"), "{report}");
    assert_eq!(report["removed"].as_array().map(Vec::len), Some(0), "{report}");
}

#[test]
fn a_folder_that_the_site_is_made_from_never_takes_the_site() {
    let site = two_news();
    for out in ["content/public", "themes", "content/news", ".", "/", "content/../themes/x/y"] {
        let outcome = site.run(&["build", "--out", out]);
        assert_eq!(outcome.code(), 2, "{out}");
        outcome.says("publish-among-sources");
    }
    assert!(!site.path("content/public").exists() && !site.path("content/.kabinet").exists());
    site.run(&["build", "--out", "content-of-the-site"]).ok();
}

#[test]
fn headers_are_asked_for_where_a_host_reads_them() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Т."));
    site.build().ok().lacks("_headers");
    let settings = "title: Центр\nbase_url: https://department.example/имц/\nзаголовки сервера: да\n";
    let site = site.file("content/site.yaml", settings);
    let outcome = site.build();
    outcome.ok().shows("_headers", "Content-Security-Policy: frame-ancestors 'self'\n");
    outcome.shows("_headers", "/%D0%B8%D0%BC%D1%86/*\n").shows("_headers", "/%D0%B8%D0%BC%D1%86/sw.js\n");
    outcome.hides("sitemap.xml", "_headers");
    let site = site.file("content/static/_headers", "/*\n  X-Own: 1\n");
    site.build().ok().shows("_headers", "X-Own: 1").hides("_headers", "frame-ancestors");
}

#[test]
fn a_site_that_was_never_there_is_not_said_to_be_in_its_place() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "[нет](net.md)"));
    let outcome = site.build();
    outcome.fails_with("Сайт не опубликован.\n");
    assert!(!outcome.said().contains("прежний сайт"));
    let site = site.file("content/news/a.md", news("Новость", "Т."));
    site.build().ok();
    let site = site.file("content/news/a.md", news("Новость", "[нет](net.md)"));
    site.build().fails_with("прежний сайт на месте");
}

#[test]
fn an_event_to_come_is_no_news_before_its_day_or_its_announcement() {
    let event =
        |lines: &str| format!("---\nназвание: Семинар\nформа: семинар\nначало: 01.12.2026\n{lines}---\nТ.\n");
    let site = SiteTest::new()
        .file("content/news/a.md", news("Новость", "Т."))
        .file("content/events/tihij.md", event(""))
        .file("content/events/zvonkij.md", event("регистрация: {запись открыта с: 10.11.2026}\n"));
    let outcome = site.build();
    outcome.ok().hides("feed.xml", "/events/tihij/").shows("feed.xml", "/events/zvonkij/");
    outcome.shows("feed.xml", "<updated>2026-11-20T").hides("feed.xml", "2026-12-01");
    let later = site.on("2026-12-01");
    later.build().ok().shows("feed.xml", "/events/tihij/");
}
