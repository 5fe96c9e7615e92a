//! What methodists write, as they write it.

use crate::{SiteTest, news};

#[test]
fn a_file_is_a_page_and_stands_in_its_list() {
    let site = SiteTest::new().file("content/news/otkrytie.md", news("Открытие кабинета", "Ждём *всех*."));
    let outcome = site.build();
    outcome
        .ok()
        .shows("news/otkrytie/index.html", "Открытие кабинета")
        .shows("news/otkrytie/index.html", "<em>всех</em>");
    outcome
        .shows("news/index.html", "Открытие кабинета")
        .shows("sitemap.xml", "https://centre.example/news/otkrytie/");
}

#[test]
fn labels_serve_as_names_of_fields_in_any_case() {
    let text = "---\nНазвание: Открытие\nДАТА: 20.11.2026\n---\nТекст.\n";
    let site = SiteTest::new().file("content/news/a.md", text);
    site.build().ok().shows("news/a/index.html", "Открытие").shows("news/a/index.html", "20 ноября 2026");
}

#[test]
fn old_windows_files_are_read() {
    let (text, _, _) = encoding_rs::WINDOWS_1251
        .encode("---\r\ntitle: Старый файл\r\ndate: 20.11.2026\r\n---\r\nТекст из «Блокнота».\r\n");
    let site = SiteTest::new().file("content/news/a.md", text);
    site.build()
        .ok()
        .shows("news/a/index.html", "Старый файл")
        .shows("news/a/index.html", "Текст из «Блокнота».");
}

#[test]
fn a_byte_order_mark_is_no_text() {
    let site = SiteTest::new().file("content/news/a.md", format!("\u{feff}{}", news("Новость", "Текст.")));
    site.build().ok().hides("news/a/index.html", "\u{feff}");
}

#[test]
fn a_cyrillic_file_name_becomes_a_latin_address() {
    let site = SiteTest::new().file("content/news/Первая новость.md", news("Новость", "Текст."));
    site.build().ok().shows("news/pervaya-novost/index.html", "Новость");
}

#[test]
fn a_list_file_makes_a_page_of_each_item() {
    let text = "date: 2026-11-20\nitems:\n  - {id: odin, title: Первая}\n  - {id: dva, title: Вторая}\n";
    let site = SiteTest::new().file("content/news/vse.yaml", text);
    site.build().ok().shows("news/odin/index.html", "Первая").shows("news/dva/index.html", "Вторая");
}

#[test]
fn drafts_are_not_published() {
    let text = "---\ntitle: Черновик\ndate: 2026-11-20\nstatus: черновик\n---\nРано.\n";
    let site =
        SiteTest::new().file("content/news/a.md", text).file("content/news/b.md", news("Новость", "Пора."));
    site.build().ok().lacks("news/a/index.html").hides("news/index.html", "Черновик");
}

#[test]
fn all_problems_come_in_one_run_with_their_lines() {
    let site = SiteTest::new()
        .file("content/news/a.md", "---\ntitle: Новость\ndate: 2026-13-45\n---\n")
        .file("content/news/b.md", news("Новость", "См. [[net-takoy-stranicy]]."));
    let outcome = site.build();
    outcome.fails_with("content/news/a.md:3").fails_with("content/news/b.md:5");
    outcome.lacks("index.html");
}

#[test]
fn scripts_in_content_never_reach_a_reader() {
    let site = SiteTest::new()
        .file("content/news/a.md", news("Новость", "<script>alert(1)</script><b onclick=\"x()\">Текст</b>"));
    site.build().ok().hides("news/a/index.html", "alert(1)").hides("news/a/index.html", "onclick");
}

#[test]
fn a_page_with_raw_html_keeps_its_lists() {
    let site = SiteTest::new()
        .file("content/news/a.md", news("Новость", "<!-- заметка -->\n\n- один\n- два\n\n1. раз"));
    site.build().ok().shows("news/a/index.html", "<ul>\n<li>один</li>").shows("news/a/index.html", "<ol>");
}

#[test]
fn nothing_outside_the_folder_is_published() {
    let text = "---\ntitle: Новость\ndate: 2026-11-20\nattachments:\n  - {file: ../../../secret.txt, title: Тайна}\n---\nТекст.\n";
    let site = SiteTest::new().file("secret.txt", "тайна").file("content/news/a/index.md", text);
    let outcome = site.build();
    outcome.fails_with("content/news/a/index.md").lacks("secret.txt");
}

#[test]
fn a_site_that_has_only_a_name_is_told_what_it_lacks_and_has_no_dead_ends() {
    let site = SiteTest::new()
        .file("content/site.yaml", "title: Наш центр\n")
        .file("content/news/a.md", news("Первая", "Текст."));
    assert_eq!(site.problems(), ["warning base-url-missing content/site.yaml:1:1"]);
    let outcome = site.build();
    outcome.ok().shows("index.html", "<strong>Наш центр</strong>").shows("index.html", "href=\"/news/\"");
    outcome.hides("index.html", "href=\"/people/\"").shows("feed.xml", "<name>Наш центр</name>");
}
