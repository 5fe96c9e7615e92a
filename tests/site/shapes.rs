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
fn lists_that_are_none_are_told() {
    for body in [
        "-мел\n-доска",
        "– мел;\n– доска.",
        "• мел\n• доска",
        "Взять:\n*мел\n*доску",
        "1.Мел\n2.Доска",
        "1)Мел\n2)Доска",
    ] {
        assert_eq!(told(body, "markup-stray").len(), 1, "{body}");
    }
    for body in [
        "- мел\n- доска",
        "— Мел?\n— Доска!",
        "Класс 5-й\n-5 градусов",
        "1.5 часа\n2.5 часа",
        "-мел и доска",
        "• мел и доска",
    ] {
        assert_eq!(told(body, "markup-stray"), [""; 0], "{body}");
    }
}

#[test]
fn links_that_are_none_are_told() {
    for body in [
        "[ниже](#кто отвечает)",
        "[план](план работы.docx)",
        "[план] (plan.docx)",
        "[сайт] (https://a.example/)",
        "[план](plan.docx и дальше",
        "__Важно:__текст",
        "[вниз](#main){width=300}",
    ] {
        assert_eq!(told(body, "markup-stray").len(), 1, "{body}");
    }
    for body in [
        "[1] (см. приложение)",
        "массив[5](элемент)",
        "Фамилия ____________",
        "«__»_______2026 г.",
        "__важно__ и снова",
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
fn a_paragraph_with_an_indent_is_a_paragraph() {
    let words = "Учителя района собираются на **семинар**.";
    for body in [format!("    {words}"), format!("Слова.\n\n\t{words}"), format!("Слова.\n\t{words}")]
    {
        assert_eq!(told(&body, "indented"), [""; 0], "{body}");
        let site = SiteTest::new().file("content/news/a.md", news("Новость", &body));
        let outcome = site.build();
        outcome.shows("news/a/index.html", "<p>Учителя района собираются на <strong>семинар</strong>.</p>");
    }
    let two = "\tПервый абзац о семинаре.\n\tВторой абзац, строка\n\tи её конец.\n\tУчастники:\n\t- учителя";
    let site = SiteTest::new().file("content/news/a.md", news("Новость", two));
    let outcome = site.build();
    outcome.shows(
        "news/a/index.html",
        "<p>Первый абзац о семинаре.</p>\n<p>Второй абзац, строка\nи её конец.</p>",
    );
    outcome.shows("news/a/index.html", "<p>Участники:</p>\n<ul>\n<li>учителя</li>");
}

#[test]
fn an_indent_that_may_be_code_is_told() {
    let words = "Учителя района собираются на семинар.";
    let inner = format!("- пункт\n\n        {words}");
    assert_eq!(told(&inner, "indented"), one("paragraph-indented", "7:9"));
    let small = "    учителя района собираются на семинар";
    assert_eq!(told(small, "indented"), one("paragraph-indented", "5:5"));
    for body in
        [format!("   {words}"), format!("```\n{words}\n```"), "    let x = 5; // три слова тут".to_owned()]
    {
        assert_eq!(told(&body, "indented"), [""; 0], "{body}");
    }
}

#[test]
fn formulas_are_drawn_and_prices_are_text() {
    for (body, html) in [
        ("$x^2$ и дальше", "<p><math><msup><mi>x</mi><mn>2</mn></msup></math> и дальше</p>"),
        (
            "$$\\frac{a}{b}$$",
            "<math display=\"block\"><mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac></math>",
        ),
        ("<b>$x$</b> и <i>да</i>", "<b><math><mi>x</mi></math></b>"),
        ("| $x$ |\n|---|\n| $a_1$ |", "<msub><mi>a</mi><mn>1</mn></msub>"),
        ("## Корень $\\sqrt{2}$", "<msqrt>"),
        ("от 5$ до 10$", "<p>от 5$ до 10$</p>"),
        ("$5 и $10, $5/$10", "<p>$5 и $10, $5/$10</p>"),
        ("`$x^2$`", "<code>$x^2$</code>"),
        ("US$100 = много, \\$x\\$", "<p>US$100 = много, $x$</p>"),
    ] {
        let site = page(body);
        let outcome = site.build();
        outcome.ok().shows("news/a/index.html", html);
        assert_eq!(told(body, "markup-stray"), [""; 0], "{body}");
    }
    let site = page("Площадь $S = \\pi r^2$ круга").at("https://department.example/imc");
    site.build().ok();
    site.run(&["search", "круга"]).ok().says("Площадь");
}

#[test]
fn formulas_that_cannot_be_read_stay_and_are_told() {
    for body in ["$\\frac{a$", "$$\\net{x}$$", "$\\def\\a{\\b\\b}\\a$", "$\\href{javascript:x()}{y}$"] {
        assert_eq!(told(body, "formula-unclear"), one("formula-unclear", "5:1"), "{body}");
        let site = page(body);
        let outcome = site.build();
        outcome.ok().shows("news/a/index.html", body).hides("news/a/index.html", "<math");
    }
    let regulation = SiteTest::new().file(
        "content/regulations/p.md",
        "---\ntitle: Положение о балле\ndoc_type: положение\nnumber: 5\ndate: 2026-11-20\nissuer: ИМЦ\nlegal_status: действует\nlevel: локальный\n---\nБалл $x^2$.\n",
    );
    assert!(regulation.problems().iter().any(|said| said.starts_with("warning markup-stray")));
    let outcome = regulation.build();
    outcome.ok().shows("regulations/p/index.html", "$x^2$");
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

#[test]
fn ids_of_the_page_are_given_to_no_place_of_a_text() {
    let templates = ["base", "entry", "news", "regulation", "material", "event"];
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/imc/templates");
    let templates =
        templates.map(|name| std::fs::read_to_string(folder.join(format!("{name}.html"))).unwrap());
    let ids: Vec<&str> = templates
        .iter()
        .flat_map(|text| text.split(" id=\"").skip(1))
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let ids: Vec<&str> = ids.into_iter().filter(|id| !id.contains('{')).collect();
    assert!(ids.contains(&"main") && ids.len() > 3, "{ids:?}");
    let headings: String = ids
        .iter()
        .map(|id| format!("## Место {{#{id}}}\n\n<span id=\"{id}\">т</span>\n\n[туда](#{id}-2)\n\n"))
        .collect();
    let site = page(&headings);
    let outcome = site.build();
    outcome.ok();
    let html = std::fs::read_to_string(site.path("public/news/a/index.html")).unwrap();
    for id in ids {
        let times = html.matches(&format!(" id=\"{id}\"")).count();
        let of_the_page = templates[..2].iter().any(|text| text.contains(&format!("id=\"{id}\"")));
        assert_eq!(times, usize::from(of_the_page), "{id}");
    }
}

#[test]
fn pages_are_found_by_their_names_with_folders() {
    let site = page("[[news/мастер-класс]] и [[news/мастер-класс.md|слова]]")
        .file("content/news/мастер-класс.md", news("Мой мастер-класс", "Т."));
    let outcome = site.build();
    outcome.ok().shows("news/a/index.html", "<a href=\"/news/master-klass/\">Мой мастер-класс</a>");
    outcome.shows("news/a/index.html", "<a href=\"/news/master-klass/\">слова</a>");
}

#[test]
fn an_address_without_its_beginning_is_a_link() {
    let site = page("Смотрите (www.школа.рф/план?x=1), почта imc.centre@imc.example.");
    let outcome = site.build();
    outcome.ok().shows(
        "news/a/index.html",
        "<a href=\"http://www.школа.рф/план?x=1\" rel=\"noopener\">www.школа.рф/план?x=1</a>)",
    );
    outcome.shows("news/a/index.html", "<a href=\"mailto:imc.centre@imc.example\">");
}
