//! Lists as registers: by year, type, level and status without a script; and what concerns one reader.

use std::fs;

use crate::{SiteTest, news};

fn act(title: &str, lines: &str) -> String {
    format!(
        "---\ntitle: {title}\nтип документа: приказ\nстатус документа: действует\nуровень документа: муниципальный\nкем издан: Отдел образования\n{lines}---\nТекст.\n"
    )
}

fn acts() -> SiteTest {
    SiteTest::new()
        .file("content/regulations/a.md", act("О курсах", "number: 42\ndate: 07.09.2026\n"))
        .file("content/regulations/b.md", act("О наставниках", "date: 01.02.2024\n"))
        .file("content/regulations/c.md", act("О сайте", "дата неизвестна: да\n"))
}

fn read(site: &SiteTest, path: &str) -> String {
    fs::read_to_string(site.path("public").join(path)).unwrap()
}

#[test]
fn each_year_of_a_register_has_its_page() {
    let site = acts();
    site.build().ok();
    let all = read(&site, "regulations/index.html");
    for year in ["2026", "2024", "none"] {
        assert!(all.contains(&format!("href=\"/regulations/year/{year}/\"")), "{year}: {all}");
    }
    let year = read(&site, "regulations/year/2026/index.html");
    assert!(year.contains("О курсах") && year.contains("№ 42") && !year.contains("О наставниках"), "{year}");
    assert!(year.contains("href=\"/regulations/year/2026/\" aria-current=\"page\""), "{year}");
    assert!(year.contains("<a href=\"/regulations/\">"), "the way back: {year}");
    let undated = read(&site, "regulations/year/none/index.html");
    assert!(undated.contains("О сайте") && !undated.contains("О курсах"), "{undated}");
    site.build().shows("sitemap.xml", "/regulations/year/2026/");
}

#[test]
fn a_type_a_level_and_a_status_are_registers_too() {
    let site = acts();
    let built = site.build();
    for page in ["document-types/prikaz", "document-levels/municipalnyj", "document-statuses/dejstvuet"] {
        let page = format!("{page}/index.html");
        built.ok().shows(&page, "<table class=\"stack register\">").shows(&page, "href=\"/regulations/\"");
    }
}

#[test]
fn a_list_whose_kind_does_not_ask_has_no_years() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст.")).file(
        "content/kinds/news.yaml",
        "kind: news\nlist: {address: /news/, template: list.html, sort: [-date]}\n",
    );
    let built = site.build();
    built.ok().lacks("news/year/2026/index.html").hides("news/index.html", "/news/year/");
}

#[test]
fn a_year_is_a_page_of_its_own_whatever_a_document_is_called() {
    let site =
        acts().file("content/regulations/2026.md", act("Приказ с годом в имени", "date: 01.03.2026\n"));
    let built = site.build();
    built.ok().shows("regulations/2026/index.html", "Приказ с годом в имени");
    built.shows("regulations/year/2026/index.html", "Приказ с годом в имени");
}

#[test]
fn what_concerns_one_reader_is_there_without_a_script() {
    let site = SiteTest::new()
        .file("content/associations/rmo.md", "---\ntitle: РМО математиков\nassoc_type: РМО\nsubjects: [математика]\n---\n")
        .file("content/people/m.md", "---\ntitle: Методист (пример)\npost: методист\nstaff: да\nsubjects: [математика]\n---\n")
        .file("content/events/a.md", "---\ntitle: Заседание\nstart: 01.12.2026 10:00\nform: семинар\nassociations: [rmo]\nsubjects: [математика]\nlevels: [ООО]\n---\n")
        .file("content/requests/r.md", "---\ntitle: Сведения\ndue: 02.12.2026\nrecipient: приёмная\naudience: [заместители]\n---\n");
    site.build().ok();
    let page = read(&site, "my/index.html");
    for (what, said) in [
        ("an event", "data-for=\"smatematika looo ormo\""),
        ("a deadline", "data-for=\"azamestiteli\""),
        ("an association", "data-for=\"ormo smatematika\""),
        ("an adviser", "data-for=\"smatematika\""),
        ("a calendar", "/calendar/subscribe/#calendar-rmo\""),
        ("a choice", "<fieldset name=\"subjects\" data-at=\"/subjects/%/\""),
        ("a hub", "href=\"/audience/zamestiteli/\""),
    ] {
        assert!(page.contains(said), "{what}: {said}\n{page}");
    }
    assert!(page.contains("<noscript>") && page.contains("<form class=\"mine-form\" hidden>"), "{page}");
    site.build()
        .shows("index.html", "href=\"/my/\"")
        .shows("associations/rmo/index.html", "href=\"/my/?associations=rmo\"");
    site.build().shows("subjects/matematika/index.html", "href=\"/my/?subjects=matematika\"");
}
