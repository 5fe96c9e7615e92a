//! What Markdown makes of texts that people write: shown as it is meant, or told with the way to write it.

use crate::{SiteTest, news};

/// A page of news with a text.
fn page(body: &str) -> SiteTest {
    SiteTest::new().file("content/news/a.md", news("Первая", body))
}

/// The messages of a rule about such a page.
fn told(body: &str, rule: &str) -> Vec<String> {
    page(body).problems().into_iter().filter(|line| line.contains(rule)).collect()
}

/// One message of a rule, at a line and a column of the page.
fn one(rule: &str, place: &str) -> Vec<String> {
    vec![format!("warning {rule} content/news/a.md:{place}")]
}

#[test]
fn tables_that_are_none_are_told() {
    for body in [
        "| Имя | Класс |\n| Аня | 5 |",
        "Имя | Класс | Школа\nАня | 5 | 1",
        "| Имя | Класс |\n|---|\n| Аня | 5 |",
        "Имя\tКласс\nАня\t5",
    ] {
        assert_eq!(told(body, "markup-stray"), one("markup-stray", "5:1"), "{body}");
    }
    for body in [
        "| Имя | Класс |\n|---|---|\n| Аня | 5 |",
        "Знак | стоит в тексте.\nИ дальше.",
        "[[a|слово]] и [[a|два]]\n[[a|слово]] и [[a|два]]",
        "Одна строка\tс табуляцией.",
        "`a | b | c`",
    ] {
        assert_eq!(told(body, "markup-stray"), [""; 0], "{body}");
    }
}

#[test]
fn cells_beyond_the_head_are_told() {
    let table = |row: &str| format!("| Имя | Класс |\n|---|---|\n{row}");
    assert_eq!(told(&table("| Аня | 5 | лишняя |"), "table-cells"), one("table-cells-lost", "7:12"));
    assert_eq!(told(&table("Аня | 5 | а | б"), "table-cells"), one("table-cells-lost", "7:10"));
    for row in ["| Аня | 5 |", "| Аня \\| Оля | 5 |", "| [[a|Аня]] | 5 |", "| Аня | 5 | |", "| Аня |"]
    {
        assert_eq!(told(&table(row), "table-cells"), [""; 0], "{row}");
    }
}

#[test]
fn a_paragraph_with_an_indent_is_told() {
    let words = "Учителя района собираются на семинар.";
    assert_eq!(told(&format!("    {words}"), "indented"), one("paragraph-indented", "5:5"));
    assert_eq!(told(&format!("Слова.\n\n\t{words}"), "indented"), one("paragraph-indented", "7:2"));
    for body in
        [format!("   {words}"), format!("```\n{words}\n```"), "    let x = 5; // три слова тут".to_owned()]
    {
        assert_eq!(told(&body, "indented"), [""; 0], "{body}");
    }
}

#[test]
fn formulas_are_told_and_prices_are_not() {
    for body in ["$x^2$ и дальше", "$$\\frac{a}{b}\\,dx$$", "$x$ и $y$"] {
        assert_eq!(told(body, "markup-stray"), one("markup-stray", "5:1"), "{body}");
    }
    for body in ["от 5$ до 10$", "$5 и $10", "`$x^2$`", "US$100 = много"] {
        assert_eq!(told(body, "markup-stray"), [""; 0], "{body}");
    }
}

#[test]
fn tasks_notes_and_definitions_are_shown() {
    let list = "- [x] купить мел\n- [ ] полить цветы\n\n> [!WARNING]\n> Скользко.\n\nТермин\n: его смысл\n";
    let site = page(list);
    let outcome = site.build();
    let shows = |text: &str| outcome.shows("news/a/index.html", text);
    shows("aria-label=\"сделано\">☑</span> купить мел");
    shows("aria-label=\"не сделано\">☐</span> полить цветы");
    shows("<blockquote class=\"alert alert-warning\"><p class=\"alert-title\">Внимание</p>");
    shows("<dt>Термин</dt>\n<dd>его смысл</dd>");
}

#[test]
fn addresses_of_raw_html_are_read_as_browsers_read_them() {
    let site = page("<a href=\"java&#115;cript:alert(1)\">тут</a>");
    site.build().says("Ссылка такого рода не публикуется");
    let site = page("<a href=\"/search/?q=a&amp;kind=news\">там</a>");
    site.build().shows("news/a/index.html", "href=\"/search/?q=a&amp;kind=news\"");
}

#[test]
fn a_title_that_fits_no_sentence_is_told() {
    assert_eq!(told("Найдите в [[a]].", "without-words"), one("link-without-words", "5:11"));
    for body in ["Подробнее: [[a]].", "Найдите в [[a|нём]].", "[[a]]", "См. [[a]]"] {
        assert_eq!(told(body, "without-words"), [""; 0], "{body}");
    }
}

#[test]
fn anchors_of_yaml_are_told_and_nothing_else() {
    let text = "---\ntitle: Первая\ndate: 2026-11-01\ntags: &f [а, б]\naliases: *f\n---\nТекст.\n";
    let problems = SiteTest::new().file("content/news/a.md", text).problems();
    assert_eq!(
        problems,
        ["error yaml-anchor content/news/a.md:4:7", "error yaml-anchor content/news/a.md:5:10"]
    );
}
