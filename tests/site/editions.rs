//! A document beside the one whose place it took, clause by clause.

use crate::SiteTest;

fn regulation(title: &str, status: &str, lines: &str, text: &str) -> String {
    format!(
        "---\ntitle: {title}\nтип документа: положение\nуровень: локальный\nномер: 1\nдата: 01.09.2026\nкем издан: отдел образования\n\
         исходный файл: ../polozhenie.txt\nстатус документа: {status}\n{lines}---\n{text}\n"
    )
}

const OLD: &str =
    "1. Общие положения\n\n1.1. Встречи раз в четверть.\n\n1.2. Ведёт методист.\n\n1.3. Отчёт сдают в мае.";
const NEW: &str = "1. Общие положения\n\n1.1. Встречи раз в месяц.\n\n1.2. Запись открыта всем, кроме [[old]].\n\n1.3. Ведёт методист.";

fn both(lines: [&str; 2]) -> SiteTest {
    SiteTest::new()
        .file("content/polozhenie.txt", "положение")
        .file("content/regulations/old.md", regulation("Прежнее положение", "утратил силу", lines[0], OLD))
        .file("content/regulations/new.md", regulation("Новое положение", "действует", lines[1], NEW))
}

#[test]
fn a_document_is_compared_with_the_one_it_replaces() {
    let site = both(["", "заменяет: [old]\n"]);
    let built = site.build();
    let page = "regulations/new/changes/index.html";
    built.ok().shows(page, "<del><span class=\"aside-text\">было: </span>четверть.</del> <ins><span class=\"aside-text\">стало: </span>месяц.</ins>");
    built
        .shows(page, "<ins>Запись открыта всем, кроме Прежнее положение.</ins>")
        .shows(page, "<del>Отчёт сдают в мае.</del>");
    // A clause that only has another number is no change of its words.
    built.shows(page, "п. 1.2 → п. 1.3").hides(page, "Ведёт методист");
    built.shows(page, "href=\"/regulations/old/#p-1.1\"").shows(page, "href=\"/regulations/new/#p-1.1\"");
    for linked in ["regulations/new/index.html", "regulations/old/index.html"] {
        built.shows(linked, "href=\"/regulations/new/changes/\"");
    }
    built.shows("sitemap.xml", "/regulations/new/changes/");
}

#[test]
fn whichever_of_both_says_so() {
    let built = both(["заменён на: [new]\n", ""]);
    built.build().ok().shows("regulations/new/changes/index.html", "Прежнее положение");
}

#[test]
fn what_readers_do_not_see_is_compared_with_nothing() {
    for lines in [["состояние страницы: черновик\n", "заменяет: [old]\n"], ["", ""]]
    {
        let site = both(lines);
        let built = site.build();
        built.lacks("regulations/new/changes/index.html").hides("regulations/new/index.html", "/changes/");
    }
}
