//! Documents with clauses that are taken back to Word.

use std::fs;

use crate::SiteTest;

const PAGE: &str = "regulations/polozhenie/index.html";
const TEXT: &str = "---\nназвание: Положение о кабинете\nтип документа: положение\nстатус документа: действует\nдата: 01.09.2026\nномер: 5\nуровень документа: муниципальный\n---\n\
    ## 1. Общие положения\n\n1.1. Кабинет ведёт учёт[^1] <книг> & журналов:\n\n- приём;\n- выдачу.\n\n1.2. Часы работы:\n\n\
    | День | Часы |\n|---|---|\n| вторник | 9–14 |\n\n[^1]: По журналу.\n";

fn site() -> SiteTest {
    SiteTest::new().file("content/regulations/polozhenie.md", TEXT)
}

#[test]
fn a_regulation_is_offered_as_a_file_of_word_with_its_numbers_tables_and_notes() {
    let site = site();
    site.build()
        .ok()
        .shows(PAGE, "href=\"/regulations/polozhenie/editable.docx\" download=\"Положение о кабинете.docx\"")
        .shows(PAGE, "Текст для правки в Word");
    let bytes = fs::read(site.path("public/regulations/polozhenie/editable.docx")).unwrap();
    let document = kabinet_documents::read(&bytes).unwrap();
    let lines: Vec<String> = document.plain().lines().map(|line| line.trim().to_owned()).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines[..2], ["Положение о кабинете", "1. Общие положения"]);
    assert!(
        lines[2].starts_with("1.1. Кабинет ведёт учёт") && lines[2].ends_with("<книг> & журналов:"),
        "{lines:?}"
    );
    assert_eq!(lines[3..9], ["• приём;", "• выдачу.", "1.2. Часы работы:", "День", "Часы", "вторник"]);
    assert!(document.plain().contains("По журналу.") && !document.plain().contains('↩'), "{lines:?}");
    assert!(document.left_out.is_empty(), "{:?}", document.left_out);
}

#[test]
fn what_was_taken_back_can_be_imported_again() {
    let site = site();
    site.build().ok();
    let bytes = fs::read(site.path("public/regulations/polozhenie/editable.docx")).unwrap();
    let other = SiteTest::new().file("polozhenie.docx", bytes);
    other.run(&["import", "polozhenie.docx", "--kind", "документ", "--id", "p"]).says("Документ создан");
    let text = fs::read_to_string(other.path("content/regulations/p/index.md")).unwrap();
    assert!(text.contains("1.1. Кабинет ведёт учёт") && text.contains("| вторник | 9–14 |"), "{text}");
}

#[test]
fn a_page_without_clauses_offers_none() {
    let site = SiteTest::new().file("content/news/a.md", crate::news("Новость", "Текст."));
    site.build().ok().lacks("news/a/editable.docx");
}
