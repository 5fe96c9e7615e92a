//! Certificates of publication: issued by a command, kept in a lock, held against what the site says, checked by anybody.

use std::fs;
use std::process::Command;

use crate::SiteTest;
use crate::office::{Docx, p};

fn material(title: &str, text: &str, lines: &str) -> String {
    format!(
        "---\ntitle: {title}\nтип материала: технологическая карта\nавторы: [учитель математики]\nдата: 12.10.2026\n\
         аннотация: Урок открытия нового знания.\n{lines}---\n{text}\n"
    )
}

const PLAIN: &str = "Ход урока.\n\nПервый этап.";

fn site() -> SiteTest {
    SiteTest::new().file("content/materials/urok.md", material("Урок", PLAIN, ""))
}

fn prove(site: &SiteTest) -> String {
    let outcome = site.run(&["prove", "content/materials/urok.md", "--today", "2026-11-30"]);
    outcome.ok_output().to_owned()
}

fn lock(site: &SiteTest) -> String {
    fs::read_to_string(site.path("content/proofs.lock")).unwrap_or_default()
}

/// What `sha256sum` says of a published file.
fn sum(site: &SiteTest, path: &str) -> String {
    let done = Command::new("sha256sum").arg(site.path("public").join(path)).output().unwrap();
    String::from_utf8(done.stdout).unwrap().split(' ').next().unwrap().to_owned()
}

#[test]
fn a_certificate_is_issued_printed_and_found_in_the_register() {
    let site = site();
    let said = prove(&site);
    assert!(said.contains("Справка № 2026-001 выдана: «Урок»"), "{said}");
    let built = site.build();
    built.ok().shows("materials/urok/index.html", "Справка № 2026-001 от 30 ноября 2026");
    built.shows("materials/urok/index.html", "href=\"/proofs/#n-2026-001\"");
    built.shows("materials/urok/index.html", "<svg class=\"qr\"");
    built.shows("proofs/index.html", "id=\"n-2026-001\"").shows("proofs/index.html", "текст прежний");
    built.shows("map/index.html", "href=\"/proofs/\"");
    // Anybody can make the sum of what is published.
    let sum = sum(&site, "materials/urok/proof.txt");
    assert!(lock(&site).contains(&sum) && said.contains(&sum), "{said}\n{}", lock(&site));
    built.shows("proofs/index.html", &sum).shows("materials/urok/index.html", &sum);
    built.hides("sitemap.xml", "proof.txt");
}

#[test]
fn the_lock_names_no_person_and_only_grows() {
    let site = site();
    prove(&site);
    let first = lock(&site);
    assert!(first.contains("\tmaterial/urok\t") && !first.contains("учитель"), "{first}");
    let again = prove(&site);
    assert!(again.contains("уже выдана") && lock(&site) == first, "{again}");
    let site = site.file("content/materials/urok.md", material("Урок", "Другой ход урока.", ""));
    let said = prove(&site);
    assert!(said.contains("№ 2026-002"), "{said}");
    assert!(lock(&site).starts_with(&first) && lock(&site).lines().count() == first.lines().count() + 1);
    let built = site.build();
    built.ok().shows("proofs/index.html", "изменён после выдачи").shows("proofs/index.html", "текст прежний");
    built.hides("materials/urok/index.html", "Материал изменён");
}

#[test]
fn a_change_of_the_text_is_told_on_the_page_and_ends_of_lines_are_none() {
    let site = site();
    prove(&site);
    let same = material("Урок", "Ход урока.  \r\n\r\n\r\nПервый этап.\r\n\r\n", "предметы: [математика]\n");
    let site = site.file("content/materials/urok.md", same);
    assert_eq!(site.problems(), [] as [&str; 0]);
    site.build().ok().hides("materials/urok/index.html", "Материал изменён");
    for changed in [
        material("Урок", "Ход урока.\n\nВторой этап.", ""),
        material("Урок геометрии", PLAIN, ""),
        material("Урок", PLAIN, "").replace("учитель математики", "учитель физики"),
    ] {
        let site = self::site();
        prove(&site);
        let site = site.file("content/materials/urok.md", changed);
        let built = site.build();
        built.ok().shows("materials/urok/index.html", "Материал изменён после справки № 2026-001");
        built.shows("proofs/index.html", "изменён после выдачи");
        assert_eq!(site.problems(), ["note proof-outdated content/materials/urok.md:2:8"]);
    }
}

#[test]
fn files_are_bound_byte_for_byte() {
    let with = |bytes: &str| {
        site()
            .file("content/materials/plan.txt", bytes)
            .file("content/materials/urok.md", material("Урок", PLAIN, "вложения: [plan.txt]\n"))
    };
    let site = with("план");
    let said = prove(&site);
    assert!(said.contains("связанных со справкой: 1"), "{said}");
    let built = site.build();
    built.ok().shows("proofs/index.html", &sum(&site, "materials/plan.txt"));
    let site = site.file("content/materials/plan.txt", "план другой");
    site.build().ok().shows("materials/urok/index.html", "Материал изменён");
}

#[test]
fn a_text_that_git_gave_other_ends_of_lines_is_the_same() {
    let with = |bytes: &str| {
        site()
            .file("content/materials/zadaniya.csv", bytes)
            .file("content/materials/urok.md", material("Урок", PLAIN, "вложения: [zadaniya.csv]\n"))
    };
    let (unix, windows) = ("номер;ответ\n1;2\n", "номер;ответ\r\n1;2\r\n");
    for (there, here) in [(unix, windows), (windows, unix)] {
        let site = with(there);
        prove(&site);
        let first = lock(&site);
        let site = site.file("content/materials/zadaniya.csv", here);
        site.build().ok().hides("materials/urok/index.html", "Материал изменён");
        assert!(prove(&site).contains("уже выдана") && lock(&site) == first);
        let site = site.file("content/materials/zadaniya.csv", here.replace("1;2", "1;3"));
        site.build().ok().shows("materials/urok/index.html", "Материал изменён");
    }
}

#[test]
fn of_what_was_withdrawn_the_register_tells_the_number_alone() {
    let site = site();
    prove(&site);
    site.build().ok();
    let site =
        site.file("content/materials/urok.md", material("Урок", PLAIN, "состояние страницы: черновик\n"));
    let built = site.run(&["build", "--today", "2026-12-01"]);
    let page = fs::read_to_string(site.path("public/proofs/index.html")).unwrap();
    let row = page.split("<tr id=").nth(1).unwrap().split("</tr>").next().unwrap();
    assert!(row.contains("2026-001") && row.contains("снято"), "{row}\n{}", built.said());
    for told in ["Урок", "учитель", "30 ноября", "<code>", "/materials/"] {
        assert!(!row.contains(told), "{told}: {row}");
    }
    assert!(!site.path("public/materials/urok/proof.txt").exists());
}

#[test]
fn a_renamed_document_keeps_its_certificate() {
    let site = site();
    prove(&site);
    site.build().ok();
    let site = site.rename("content/materials/urok.md", "content/materials/urok-novyj.md");
    let built = site.build();
    built.shows("proofs/index.html", "текст прежний").shows("proofs/index.html", "/materials/urok-novyj/");
    site.build().shows("proofs/index.html", "/materials/urok-novyj/");
}

#[test]
fn an_issued_line_cannot_be_altered() {
    let site = site();
    prove(&site);
    let other = lock(&site).replace("2026-11-30", "2026-11-29");
    let site = site.file("content/proofs.lock", other);
    assert_eq!(site.problems(), ["error proofs-lock-altered content/proofs.lock:3:1"]);
    let refused = site.run(&["prove", "content/materials/urok.md"]);
    assert_eq!(refused.code(), 1);
    refused.says("Справка не выдана");
}

#[test]
fn what_cannot_be_certified_is_refused_with_a_way_out() {
    let draft =
        site().file("content/materials/urok.md", material("Урок", PLAIN, "состояние страницы: черновик\n"));
    draft.run(&["prove", "content/materials/urok.md"]).says("читатели не видят");
    let site = site().file("content/news/a.md", crate::news("Новость", "Текст."));
    site.run(&["prove", "content/news/a.md"]).says("справки о размещении не выдаются");
    site.run(&["prove", "content/materials/net.md"]).says("Нет документа content/materials/net.md");
    let server = site.program(&["prove", "content/materials/urok.md"]).env("CI", "true").output().unwrap();
    assert_eq!(server.status.code(), Some(2));
    assert_eq!(lock(&site), "");
}

#[test]
fn a_file_with_tracked_changes_is_answered_first() {
    let tracked = "<w:p><w:r><w:t>Текст</w:t></w:r><w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t> новый</w:t></w:r></w:ins></w:p>";
    let with = |body: &str| {
        site()
            .file("content/materials/urok.docx", Docx::new(body).bytes())
            .file("content/materials/urok.md", material("Урок", PLAIN, "вложения: [urok.docx]\n"))
    };
    let site = with(tracked);
    site.run(&["prove", "content/materials/urok.md"]).says("attachment-unfinished");
    assert_eq!(lock(&site), "");
    prove(&with(&p("Текст новый")));
}

#[test]
fn without_a_certificate_the_register_is_not_there() {
    let built = site();
    built
        .build()
        .ok()
        .lacks("proofs/index.html")
        .lacks("materials/urok/proof.txt")
        .hides("map/index.html", "/proofs/");
}
