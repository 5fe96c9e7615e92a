//! Addresses: kept once published, right under any base path.

use crate::{SiteTest, news};

#[test]
fn a_renamed_file_leaves_a_redirect() {
    let site = SiteTest::new().file("content/news/staraya.md", news("Новость о переезде", "Текст."));
    site.build().ok();
    let site = site.rename("content/news/staraya.md", "content/news/novaya.md");
    let outcome = site.build();
    outcome
        .ok()
        .shows("news/novaya/index.html", "Новость о переезде")
        .shows("news/staraya/index.html", "/news/novaya/");
}

#[test]
fn a_vanished_address_stops_the_build() {
    let site = SiteTest::new()
        .file("content/news/a.md", news("Первая", "Текст."))
        .file("content/news/b.md", news("Вторая", "Другой текст."));
    site.build().ok();
    let site = site.without("content/news/a.md");
    site.build().fails_with("/news/a/").shows("news/a/index.html", "Первая");
}

#[test]
fn a_stale_lock_fails_where_it_must_be_committed() {
    let site = SiteTest::new().file("content/news/a.md", news("Первая", "Текст."));
    site.build().ok();
    let site = site.file("content/news/b.md", news("Вторая", "Текст."));
    let outcome = site.run(&["build", "--today", "2026-11-21", "--locked"]);
    outcome.fails_with("addresses.lock").lacks("news/b/index.html");
}

#[test]
fn aliases_write_redirects() {
    let text = "---\ntitle: Новость\ndate: 2026-11-20\naliases: [/load/12-1-0-34]\n---\nТекст.\n";
    let site = SiteTest::new().file("content/news/a.md", text).at("https://department.example/imc/");
    site.build().ok();
    let redirect =
        site.published().into_iter().find(|(name, _)| name.starts_with("load/12-1-0-34")).unwrap().1;
    assert!(String::from_utf8(redirect).unwrap().contains("/imc/news/a/"));
}

#[test]
fn every_link_carries_the_base_path_and_files_lie_without_it() {
    let site = SiteTest::new()
        .file("content/news/a.md", news("Новость", "Текст."))
        .at("https://department.example/imc/");
    site.build().ok().shows("news/a/index.html", "https://department.example/imc/news/a/");
    for (name, bytes) in site.published().into_iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = String::from_utf8(bytes).unwrap();
        for link in
            html.split("href=\"").chain(html.split("src=\"")).skip(1).filter(|link| link.starts_with('/'))
        {
            assert!(link.starts_with("/imc/"), "{name}: {}", &link[..link.find('"').unwrap_or(0)]);
        }
    }
}
