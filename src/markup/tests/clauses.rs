//! Each way in which people write a regulation's structure.

use super::super::{LinkKind, SectionKind};
use super::{CLAUSES, bare, clauses, ids, outlined, problems, rendered, stripped, words};

/// The anchors of a text.
fn anchors(text: &str) -> Vec<String> {
    let anchors = outlined(text, CLAUSES).anchors;
    assert_eq!(ids(&bare(text, CLAUSES)), anchors, "page and outline differ");
    anchors
}

#[test]
fn sections_clauses_and_what_belongs_to_them() {
    let text =
        "## 2. Задачи\n\n2.1. Первая.\n\nЕщё абзац.\n\n- раз;\n- два.\n\nИ ещё.\n\n- три\n\n2.2. Вторая\n";
    assert_eq!(
        anchors(text),
        ["s-2", "p-2.1", "p-2.1-2", "p-2.1-b1", "p-2.1-b2", "p-2.1-3", "p-2.1-b3", "p-2.2"]
    );
}

#[test]
fn a_clause_is_nested_html_with_its_printed_number() {
    let html = bare("## 3. Функции\n\n3.2. Центр:\n\n3.2.1. учит;\n\n3.3. Работа.", CLAUSES);
    assert_eq!(
        html,
        "<section class=\"clause-section\" id=\"s-3\">\n\
         <h2><a class=\"section-number\" href=\"#s-3\">3.</a> Функции</h2>\n\
         <div class=\"clause\" id=\"p-3.2\">\n<p><a class=\"clause-number\" href=\"#p-3.2\">3.2.</a> Центр:</p>\n\
         <div class=\"clause\" id=\"p-3.2.1\">\n\
         <p><a class=\"clause-number\" href=\"#p-3.2.1\">3.2.1.</a> учит;</p>\n</div>\n</div>\n\
         <div class=\"clause\" id=\"p-3.3\">\n<p><a class=\"clause-number\" href=\"#p-3.3\">3.3.</a> Работа.</p>\n\
         </div>\n</section>\n"
    );
}

#[test]
fn numbers_may_lack_dots_and_spaces() {
    for (line, anchor) in [
        ("4.1Информационно-методический центр", "p-4.1"),
        ("2.2.1.Создание условий", "p-2.2.1"),
        ("3.2.8.обеспечивает", "p-3.2.8"),
        ("5.1  Определяет", "p-5.1"),
        ("5.3 Информирует", "p-5.3"),
        ("1.1.\tТекст", "p-1.1"),
        ("1.1.\u{a0}Текст", "p-1.1"),
        ("\u{a0}1.1. Текст", "p-1.1"),
        ("**1.1.** Текст", "p-1.1"),
        ("1.2.3.4. Текст", "p-1.2.3.4"),
        ("- 3.1. Штатное расписание", "p-3.1"),
        ("### 2.1. Аналитическая деятельность", "p-2.1"),
    ] {
        assert_eq!(anchors(line), [anchor], "{line}");
        assert_eq!(words(&stripped(&bare(line, CLAUSES))), words(line), "{line}");
    }
}

#[test]
fn dates_sums_and_times_are_not_clauses() {
    for line in [
        "20.11.2019 утверждён",
        "09.03.2004 г.",
        "18.11.19 г. принято",
        "2.5-3 часа",
        "1.5% ставки",
        "2020. Год",
    ] {
        assert_eq!(anchors(line), [""; 0], "{line}");
    }
}

#[test]
fn sections_in_every_figure() {
    for (line, anchor) in [
        ("## 1. Общие", "s-1"),
        ("## 3.Основные функции", "s-3"),
        ("## 4 Права", "s-4"),
        ("## II.  Цели", "s-2"),
        ("## IV Управление", "s-4"),
        ("## Ш. Содержание", "s-3"),
        ("## П. Цели", "s-2"),
        ("## УШ. Прочее", "s-8"),
        ("## ХІ. Прочее", "s-11"),
        ("## 1V. Права", "s-4"),
        ("## З. Права", "s-3"),
        ("## Раздел 3. Права", "s-3"),
        ("## Глава II. Права", "s-2"),
        ("## Статья 4. Права", "s-4"),
        ("# 2. Цели", "s-2"),
    ] {
        assert_eq!(anchors(line), [anchor], "{line}");
    }
    assert_eq!(anchors("## Шаги\n\n## Итоги"), ["shagi", "itogi"]);
}

#[test]
fn a_section_may_be_a_clause_itself() {
    for last in
        ["5\\.  Настоящее Положение может быть изменено.", "5. Настоящее Положение может быть изменено."]
    {
        let text = format!("## 4. Прочее\n\n4.1. Текст.\n\n{last}\n");
        assert_eq!(anchors(&text), ["s-4", "p-4.1", "s-5"]);
        let page = rendered(&text, CLAUSES);
        assert_eq!(words(&stripped(&page.html)), words(&text));
        assert_eq!(page.toc[1].number.as_deref(), Some("5"));
        assert_eq!(page.toc[1].title, "Настоящее Положение может быть изменено.");
        assert_eq!(clauses(&outlined(&text, CLAUSES)), 1);
    }
}

#[test]
fn numbered_paragraphs_of_a_clause_are_not_sections() {
    let text = "## 1. Общие\n\n1.1. Порядок:\n\n1\\. первое;\n\n2\\. второе.\n\n## 2. Права\n\n2.1. Да.";
    assert_eq!(anchors(text), ["s-1", "p-1.1", "p-1.1-2", "p-1.1-3", "s-2", "p-2.1"]);
}

#[test]
fn ordered_lists_print_their_numbers() {
    let text = "1.1. Порядок:\n\n1) первое;\n2) второе.";
    assert_eq!(anchors(text), ["p-1.1", "p-1.1-b1", "p-1.1-b2"]);
    let html = bare(text, CLAUSES);
    assert!(html.contains("<a class=\"item-number\" href=\"#p-1.1-b2\">2)</a> второе."), "{html}");
    assert_eq!(words(&stripped(&html)), words(text));
}

#[test]
fn lettered_items_are_cited_by_letter() {
    let text = "2.3. Центр:\n\nа) учит;\n\nб) помогает:\n\n- делом\n\n2.4. См. подпункт «б» пункта 2.3.";
    assert_eq!(anchors(text), ["p-2.3", "p-2.3-a", "p-2.3-b", "p-2.3-b1", "p-2.4"]);
    assert!(
        bare(text, CLAUSES)
            .contains("<a class=\"clause-ref\" href=\"#p-2.3-b\">подпункт «б» пункта 2.3</a>.")
    );
    assert_eq!(anchors("2.3. Центр:\n\n- а) учит;\n- в) лечит"), ["p-2.3", "p-2.3-a", "p-2.3-v"]);
}

#[test]
fn lists_of_a_section_and_nested_lists_have_anchors() {
    let text = "## 3. Права\n\nКабинет вправе:\n\n- раз\n  - внутри\n- два\n\n3.1. Просить.";
    assert_eq!(anchors(text), ["s-3", "s-3-1", "s-3-b1", "s-3-b1-1", "s-3-b2", "p-3.1"]);
}

#[test]
fn a_bullet_before_a_number_does_not_hide_the_clause() {
    let text = "## 3. Штаты\n\n- 3.1. Штатное *расписание*.\n- просто пункт\n- 3.2. Ещё.\n\n3.3. Всё.";
    assert_eq!(anchors(text), ["s-3", "p-3.1", "p-3.1-b1", "p-3.2", "p-3.3"]);
    assert_eq!(words(&stripped(&bare(text, CLAUSES))), words(text));
}

#[test]
fn clauses_on_neighbouring_lines_are_told_apart() {
    let text = "## 1. Общие\n\n1.1. Первый.\n1.2. Второй.\n1.3. Третий см. пункт\n1.1. ниже.";
    assert_eq!(anchors(text), ["s-1", "p-1.1", "p-1.2", "p-1.3"]);
}

#[test]
fn an_orphan_belongs_to_its_section_and_is_told() {
    let text = "## 4. Полномочия\n\nКабинет:\n\n4.1.1. Анализ.\n\n4.1.2. Справки.";
    assert_eq!(anchors(text), ["s-4", "s-4-1", "p-4.1.1", "p-4.1.2"]);
    assert_eq!(outlined(text, CLAUSES).sections[1].parent, Some(0));
    let expected = [("clause-gap", "4."), ("clause-orphan", "4.1.1.")].map(|(r, t)| (r, t.to_owned()));
    assert_eq!(problems(text), expected);
}

#[test]
fn duplicates_get_a_suffix_and_a_warning() {
    let text = "## 1. Общие\n\n1.1. Раз.\n\n1.1. Два.\n\nАбзац.\n\n1.2. Три.";
    assert_eq!(anchors(text), ["s-1", "p-1.1", "p-1.1_2", "p-1.1_2-2", "p-1.2"]);
    assert_eq!(problems(text), [("clause-duplicate", "1.1.".to_owned())]);
}

#[test]
fn gaps_and_steps_back_are_told_where_they_are() {
    let told = |text| problems(text).into_iter().map(|(rule, at)| format!("{rule} {at}")).collect::<Vec<_>>();
    assert_eq!(told("## 1. А\n\n1.1. Раз.\n\n1.2. Два.\n\n1.4. Три."), ["clause-gap 1.4."]);
    assert_eq!(told("## 1. А\n\n1.2. Раз.\n\n1.1. Два."), ["clause-gap 1.2.", "clause-gap 1.1."]);
    assert_eq!(told("## 1. А\n\n2.1. Раз."), ["clause-orphan 2.1."]);
    assert_eq!(told("## I. А\n\n## II. Б\n\n## 3. В"), ["clause-mixed-numbering 3."]);
    assert_eq!(
        told("## 1. А\n\n1.1. По пункту 7.7 настоящего Положения."),
        ["clause-reference-missing пункту 7.7"]
    );
}

#[test]
fn the_header_block_and_the_title_stay_in_the_text() {
    let text = "Принято\\\nпротокол № 3\n\n# ПОЛОЖЕНИЕ\n\nо центре\n\n## 1. Общие\n\n1.1. Да.";
    let html = bare(text, CLAUSES);
    let head =
        "<p>Принято<br>\nпротокол № 3</p>\n<p class=\"document-title\">ПОЛОЖЕНИЕ</p>\n<p>о центре</p>\n";
    assert!(html.starts_with(head), "{html}");
    let outline = outlined(text, CLAUSES);
    assert_eq!(outline.sections[0].kind, SectionKind::Lead);
    assert_eq!(outline.sections[0].text, "Принято протокол № 3\nПОЛОЖЕНИЕ\nо центре");
    assert_eq!(outline.sections[1].heading, "Общие");
}

#[test]
fn plain_headings_end_clauses_and_sections() {
    let text = "## 1. Общие\n\n1.1. Да.\n\n### Подробно\n\nТекст.\n\n1.2. Нет.\n\n## Приложение\n\nТекст.";
    assert_eq!(anchors(text), ["s-1", "p-1.1", "podrobno", "p-1.2", "prilozhenie"]);
    let outline = outlined(text, CLAUSES);
    assert_eq!(
        outline.sections.iter().map(|s| s.parent).collect::<Vec<_>>(),
        [None, Some(0), Some(0), Some(0), None]
    );
}

#[test]
fn references_are_links_only_to_what_is_there() {
    let text = "## 3. А\n\n3.1. По п. 3.2, пункту\n3.2 настоящего Положения, пункту 9.9 и разделу III.\n\n\
                3.2. Пункт 3.1 Федерального закона, `п. 3.1`, [п. 3.1](/x/).";
    let html = bare(text, CLAUSES);
    assert_eq!(html.matches("class=\"clause-ref\"").count(), 3, "{html}");
    assert!(html.contains("<a class=\"clause-ref\" href=\"#p-3.2\">пункту\n3.2</a> настоящего"), "{html}");
    assert!(html.contains("<a class=\"clause-ref\" href=\"#s-3\">разделу III</a>."), "{html}");
    assert_eq!(words(&stripped(&html)), words(&text.replace("](/x/)", "]")));
}

#[test]
fn wiki_links_lead_to_clauses_of_other_documents() {
    let text = "1.1. См. [[ustav#4.1.3]] и [[ustav#2|пункт 2 Устава]], `[[ustav]]`, [[нет|слова]].";
    let html = rendered(text, CLAUSES).html;
    assert!(html.contains("<a href=\"/imc/ustav/#p-4.1.3\">Устав ИМЦ</a>"), "{html}");
    assert!(
        html.contains("<a href=\"/imc/ustav/#p-2\">пункт 2 Устава</a>, <code>[[ustav]]</code>, слова."),
        "{html}"
    );
    let links = outlined(text, CLAUSES).links;
    assert_eq!(links.len(), 3);
    assert_eq!(links[0].kind, LinkKind::Wiki { id: "ustav".to_owned(), fragment: Some("4.1.3".to_owned()) });
    assert_eq!(&text[links[1].span.range()], "[[ustav#2|пункт 2 Устава]]");
    assert_eq!(links[1].text, "пункт 2 Устава");
}

#[test]
fn fragments_of_links_find_their_anchor() {
    let outline = outlined("## 3. Права\n\n3.1. Да:\n\n- раз\n\n## Приложение А", CLAUSES);
    assert_eq!(outline.anchor("3.1"), Some("p-3.1"));
    assert_eq!(outline.anchor("3.1."), Some("p-3.1"));
    assert_eq!(outline.anchor("3"), Some("s-3"));
    assert_eq!(outline.anchor("p-3.1-b1"), Some("p-3.1-b1"));
    assert_eq!(outline.anchor("Приложение А"), Some("prilozhenie-a"));
    assert_eq!(outline.anchor("3.7"), None);
}

#[test]
fn spans_are_absolute_in_the_file() {
    let file = "---\ntitle: П\n---\n## 1. А\n\n1.1. Раз.\n\n1.3. Три.";
    let base = file.find("## ").unwrap();
    let source = crate::source::Sources::default().add("a.md", file);
    let outline = super::outline(&file[base..], base, source, CLAUSES);
    assert_eq!(&file[outline.diagnostics[0].labels[0].span.range()], "1.3.");
    assert_eq!(&file[outline.sections[1].span.range()], "1.1. Раз.\n\n");
}

#[test]
fn an_annex_is_numbered_anew() {
    let text = "## 1. Общие\n\n1.1. Да.\n\n## 2. Права\n\n2.1. Да.\n\n## Приложение 1\n\n1.1. Форма.\n\n- раз\n\n\
                1.2. Срок.\n\n## Приложение 2\n\n1\\. Состав.";
    assert_eq!(
        anchors(text)[4..],
        [
            "prilozhenie-1",
            "prilozhenie-1-p-1.1",
            "prilozhenie-1-p-1.1-b1",
            "prilozhenie-1-p-1.2",
            "prilozhenie-2",
            "prilozhenie-2-s-1"
        ]
    );
    assert_eq!(problems(text), []);
}

#[test]
fn points_may_be_numbered_through_sections_and_have_parts() {
    let text = "## I. Общие\n\n1\\. Первый.\n\n2\\. Второй:\n\n2.1. Часть.\n\n2.2. Часть.\n\n## II. Участники\n\n3\\. Третий.\n\n3.1. Часть.";
    let named = "## Глава 1. Общие\n\n1\\. Первый.\n\n1.1. Часть.\n\n2\\. Второй.\n\n## Глава 2. Участники\n\n3\\. Третий.";
    assert_eq!(anchors(text), ["s-1", "p-1", "p-2", "p-2.1", "p-2.2", "s-2", "p-3", "p-3.1"]);
    assert_eq!(anchors(named), ["s-1", "p-1", "p-1.1", "p-2", "s-2", "p-3"]);
    let usual = "## I. Общие\n\n1.1. Первый.\n\n## II. Участники\n\n2.1. Второй.";
    assert_eq!(anchors(usual), ["s-1", "p-1.1", "s-2", "p-2.1"]);
}

#[test]
fn the_points_of_an_order_have_anchors() {
    for text in [
        "Приказываю:\n\n1. Провести смотр.\n\n2. Утвердить положение.\n\n3. Контроль.",
        "Приказываю:\n\n1. Провести смотр.\n2. Утвердить положение.\n3. Контроль.",
        "Приказываю:\n\n1\\. Провести смотр.\n\n2\\. Утвердить положение.\n\n3\\. Контроль.",
    ] {
        assert_eq!(anchors(text), ["p-1", "p-2", "p-3"], "{text}");
    }
    // Lists that begin anew are lists.
    let steps = "## Запись\n\n1. Раз.\n2. Два.\n\n## Что взять\n\n1. Паспорт.\n2. Ручку.";
    assert_eq!(anchors(steps), ["zapis", "chto-vzyat"]);
}
