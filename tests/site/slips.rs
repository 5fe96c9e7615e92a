//! Slips of those who write: what would vanish from a page or stand on it raw, and fields that say clearly what was
//! meant. Each is understood, or told at its place with a remedy that holds.

use crate::{SiteTest, news};

/// The least that a reader of PDF opens: one empty page.
const PDF: &str = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
    2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
    3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\ntrailer <</Root 1 0 R>>\n";

fn site() -> SiteTest {
    SiteTest::new()
        .file("content/news/b.md", news("Вторая новость", "## Кто отвечает\n\nСлова."))
        .file("content/news/план.pdf", PDF)
        .file("content/associations/rmo.md", "---\nназвание: РМО математики\nвид объединения: РМО\n---\nТ.\n")
}

fn body(text: &str) -> SiteTest {
    site().file("content/news/a.md", news("Новость", text))
}

fn event(lines: &str) -> SiteTest {
    let text = format!("---\nназвание: Семинар\nформа: семинар\n{lines}\n---\nТекст.\n");
    site().file("content/events/a.md", text).file("content/events/план.pdf", PDF)
}

fn dated(lines: &str) -> SiteTest {
    event(&format!("начало: 01.12.2026\n{lines}"))
}

/// Holds that one message of a rule stands at a line, with these words in its help.
fn tells(site: &SiteTest, what: &str, rule: &str, line: u64, help: &str) {
    let found = site.told();
    let right =
        |(r, at, _, words): &&(String, u64, u64, String)| r == rule && *at == line && words.contains(help);
    let count = found.iter().filter(right).count();
    assert_eq!((count, found.len()), (1, 1), "{what}: {rule} at {line} «{help}»: {found:?}");
}

/// Holds that nothing is said.
fn silent(site: &SiteTest, what: &str) {
    assert_eq!(site.told(), [], "{what}");
}

/// Holds that a text is drawn so, and that nothing is said of it.
fn draws(text: &str, html: &str) {
    let site = body(text);
    silent(&site, text);
    site.build().ok().shows("news/a/index.html", html);
}

#[test]
fn links_with_brackets_of_a_wrong_sort_are_told() {
    for (text, help) in [
        ("(план)[план.pdf]", "Скобки перепутаны"),
        ("(далее)[/news/b/]", "Скобки перепутаны"),
        ("[x](b.md#кто отвечает)", "угловые скобки"),
        ("[звонок](tel:+7 000 000)", "(tel:+70000000000)"),
        ("[почта](mailto: imc@imc.example)", "угловые скобки"),
        ("См. [[rmo] и дальше", "с обеих сторон"),
        ("См. [rmo]] и дальше", "с обеих сторон"),
        ("См. [[|rmo]]", "с обеих сторон"),
        ("См. [[]]", "с обеих сторон"),
        ("слово**«важно»**", "**Внимание:**"),
        ("####### Семь", "## Заголовок"),
        ("> [! NOTE]\n> Слова", "Врезка"),
        ("- [  ] шесть", "Дело"),
    ] {
        tells(&body(text), text, "markup-stray", 5, help);
    }
    for text in ["(см. приложение)[1]", "(п. 3)[3.10]", "[слова [ещё]]", "массив[а]]", "2**3**4"]
    {
        silent(&body(text), text);
    }
}

#[test]
fn links_that_name_no_page_say_what_belongs_there() {
    for (text, help) in [
        ("[[план.pdf]]", "[слова](план.pdf)"),
        ("[[https://a.example/]]", "[слова](https://a.example/)"),
        ("[[imc@imc.example]]", "[слова](mailto:imc@imc.example)"),
        ("[x](8-000-000-00-00)", "[слова](tel:+70000000000)"),
        ("[x](<+7 (000) 000-00-00>)", "[слова](tel:+70000000000)"),
        ("[x](http:a.example)", "http://a.example"),
        ("[x](https:\\\\a.example)", "https://a.example"),
        ("[x](\\\\\\\\server\\план.pdf)", "на вашем компьютере"),
    ] {
        tells(&body(text), text, "link-dead", 5, help);
    }
    tells(&body("![[rmo]]"), "страница картинкой", "picture-unshown", 5, "уберите восклицательный знак");
    let page = "<a href=\"/associations/rmo/\">РМО математики</a>";
    for link in ["[[«РМО математики»]]", "[[/associations/rmo/]]", "[[rmo|]]", "[[rmo| ]]"] {
        draws(link, page);
    }
    draws("[наверх](#top)", "href=\"#top\"");
}

#[test]
fn what_readers_would_not_see_is_told() {
    for (text, line, help) in [
        ("[](https://a.example/)", 5, "Впишите слова"),
        ("##\n\nСлова.", 5, "Напишите слова после решёток"),
        ("Слова.\n\n[Сайт]: https://a.example/", 7, "круглые скобки"),
        ("[1]: https://a.example/\n\nСлова [2].", 5, "круглые скобки"),
    ] {
        tells(&body(text), text, "markup-unseen", line, help);
    }
    for text in [
        "[Сайт][1]\n\n[1]: https://a.example/",
        "[Сайт]\n\n[сайт]: https://a.example/",
        "[//]: # (заметка)",
        "```\n[1]: https://a.example/\n```",
        "Слова\n[1]: и так",
        "[![рис](https://a.example/x.png)](https://a.example/)",
    ] {
        let found = body(text).told();
        assert!(found.iter().all(|(rule, ..)| rule != "markup-unseen"), "{text}: {found:?}");
    }
}

#[test]
fn tables_that_fall_apart_are_told() {
    let table = |rows: &str| format!("| а | б |\n|---|---|\n| 1 | 2 |\n{rows}");
    tells(&body(&table("Слова после таблицы.")), "слова", "table-swallowed", 8, "пустую");
    silent(&body(&table("| Итого |")), "a short row is a row");
    for (text, line, help) in [
        (table("\n| 3 | 4 |"), 9, "Пустая строка"),
        ("| а | б |\n+---+---+\n| 1 | 2 |".to_owned(), 5, "|---|---|"),
        ("ФИО    Школа    Класс\nА. А.    1    2".to_owned(), 5, "через пробелы"),
        ("│ а │ б │\n│ 1 │ 2 │".to_owned(), 5, "нарисованная чертами"),
    ] {
        tells(&body(&text), &text, "markup-stray", line, help);
    }
}

#[test]
fn an_indent_before_marks_of_markdown_is_told() {
    for text in [
        "    - мел",
        "\t1. мел",
        "    ## Заголовок",
        "    **Жирный** абзац",
        "    | а | б |\n    |---|---|",
        "\t> цитата",
        "    [ссылка](план.pdf)",
        "\tКрасная строка",
    ] {
        tells(&body(text), text, "paragraph-indented", 5, "Уберите пробелы");
    }
    for text in ["    x = 5;\n    print(x)", "    привет", "    for (i = 0; i < 5; i++)"] {
        silent(&body(text), text);
    }
}

#[test]
fn a_hard_space_behind_a_mark_is_a_space() {
    draws("##\u{a0}Заголовок", "<h2 id=\"zagolovok\">Заголовок</h2>");
    draws("-\u{a0}мел\n-\u{a0}доска", "<li>мел</li>");
    draws("1.\u{a0}мел\n2.\u{a0}доска", "<li>мел</li>");
}

#[test]
fn letters_that_are_lost_are_told() {
    for text in ["Приказ \u{fffd} 5", "?????? ??????? школы"] {
        tells(&body(text), text, "text-garbled", 5, "Скопируйте");
    }
    silent(&body("Когда??? Где?!"), "questions");
    tells(&body("<video src='a.mp4'></video>"), "video", "html-removed", 5, "[Запись урока](urok.mp4)");
}

#[test]
fn fields_that_say_what_was_meant_are_understood() {
    for lines in [
        "начало: [01.12.2026]",
        "начало:\n  - 01.12.2026",
        "начало: 01.12.2026\nрегистрация: нет",
        "начало: 01.12.2026\nрегистрация: не требуется",
        "начало: 01.12.2026\nрегистрация: {до: 30.11.2026}",
        "начало: 01.12.2026\nстатус: отменено",
        "начало: 01.12.2026\nformat: дистанционно",
        "начало: 01.12.2026\n\u{feff}метки: школа",
    ] {
        let site = event(lines);
        let found = site.told();
        assert!(found.iter().all(|(rule, ..)| rule == "text-invisible"), "{lines}: {found:?}");
    }
    for file in [
        "план.pdf, план.pdf",
        "[План](план.pdf)",
        "\"[[план.pdf]]\"",
        "content/events/план.pdf",
        "/events/план.pdf",
    ] {
        silent(&dated(&format!("вложения: {file}")), file);
    }
    let site = dated("вложения: {план.pdf: План работы}");
    silent(&site, "a file and its title");
    site.build().ok().shows("events/a/index.html", "План работы");
}

#[test]
fn fields_in_a_wrong_place_are_told_once() {
    for (lines, rule, line, help) in [
        ("метки: [Тема: урок, б]", "value-invalid", 5, "\"Тема: урок\""),
        ("метки:\n  - Тема: урок", "value-invalid", 6, "\"Тема: урок\""),
        ("окончание: [01.12.2026, 02.12.2026]", "value-invalid", 5, "Оставьте одно"),
        ("время: 10:00", "field-unknown", 5, "в том же поле, что и день"),
        ("площадка: Школа № 1", "field-unknown", 5, "«Место:»"),
        ("slug: seminar", "field-unknown", 5, "имени файла"),
        ("url: /seminar/", "field-unknown", 5, "имени файла"),
        ("состояние: черновик", "term-unknown", 5, "«Состояние страницы»"),
        ("вложения: план.pdf — План работы", "file-missing", 5, "«план.pdf»"),
        ("вложения: a.md", "file-missing", 5, "страница сайта"),
        ("частые вопросы:\n  А: Б", "value-invalid", 6, "Вопрос, Ответ"),
    ] {
        tells(&dated(lines), lines, rule, line, help);
    }
}

#[test]
fn lines_that_break_the_fields_are_named() {
    for (lines, line, help) in [
        ("метки: [ , а]", 5, "лишнюю запятую"),
        ("метки: [а,,б]", 5, "лишнюю запятую"),
        ("- метки: школа", 5, "Уберите дефис"),
        ("вложения: \"C:\\план.pdf\"", 5, "обратная черта"),
        ("метки: - а\n  - б", 5, "Первый пункт списка"),
    ] {
        tells(&dated(lines), lines, "yaml-syntax", line, help);
    }
}

#[test]
fn settings_are_understood_as_people_write_them() {
    let settings = "title: Центр\nbase_url: https://centre.example/\n";
    let with = |more: &str| site().file("content/site.yaml", format!("{settings}{more}"));
    for more in [
        "menu:\n  - {label: Новость, url: /news/b/}\n",
        "меню:\n  - Новость: /news/b/\n",
        "menu:\n  - {text: Новость, href: /news/b/}\n",
        "menu:\n  - Новость: https://centre.example/news/b/\n",
    ] {
        let site = with(more);
        silent(&site, more);
        site.build().ok().shows("index.html", "Новость");
    }
    for (more, rule, line, help) in [
        ("menu: [/news/b/]\n", "setting-invalid", 3, "слова и адрес"),
        ("название: Другой\n", "setting-twice", 3, "Оставьте одну"),
        ("удалено: [/news/b/]\n", "removed-live", 3, "удалите её файл"),
        ("menu: [Архив: 'https://centre.example/arhiv/']\n", "link-dead", 3, "Это адрес вашего сайта"),
        ("footer: [Архив: 'https://centre.example/arhiv/']\n", "link-dead", 3, "Это адрес вашего сайта"),
    ] {
        tells(&with(more), more, rule, line, help);
    }
    silent(&site().file("content/site.yaml", format!("---\n{settings}---\n")), "between dashes");
}

#[test]
fn a_folder_to_import_is_looked_through_without_the_site_itself() {
    let site = body("Слова.");
    site.build().ok();
    let regulation = "ПОЛОЖЕНИЕ\nо конкурсе\n\n1. Общие положения\n1.1. Конкурс проводится ежегодно.\n";
    let site = site.file("присланное/положение.txt", regulation).file("присланное/скан.pdf", PDF);
    let said = site.run(&["import", "."]).said();
    assert!(said.contains("положение.txt") && said.contains("скан.pdf"), "{said}");
    assert!(!said.contains(".html"), "{said}");
}

#[cfg(unix)]
#[test]
fn what_lies_in_the_place_of_a_kept_file_is_told_once() {
    for path in ["content/addresses.lock", "content/site.yaml"] {
        let site = body("Слова.");
        site.build().ok();
        std::fs::remove_file(site.path(path)).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", site.path(path)).unwrap();
        let rules: Vec<String> = site.told().into_iter().map(|(rule, ..)| rule).collect();
        assert_eq!(rules, ["link-leaves-site"], "{path}");
    }
    for path in ["content/purge.lock", "content/proofs.lock"] {
        let site = body("Слова.");
        std::fs::create_dir(site.path(path)).unwrap();
        let rules: Vec<String> = site.told().into_iter().map(|(rule, ..)| rule).collect();
        assert_eq!(rules, ["file-special"], "{path}");
    }
}

#[test]
fn a_link_by_an_earlier_name_says_the_new_one() {
    let site = site().file("content/news/staraya.md", news("Третья", "Слова."));
    site.build().ok();
    let site = site.rename("content/news/staraya.md", "content/news/novaya.md");
    let site = site.file("content/news/a.md", news("Новость", "См. [[staraya]]."));
    let dead: Vec<_> = site.told().into_iter().filter(|(rule, ..)| rule == "link-dead").collect();
    assert_eq!(dead.len(), 1, "{dead:?}");
    assert!(dead[0].3.contains("переименовали. Теперь ссылка на неё пишется так: [[novaya]]"), "{dead:?}");
}

#[test]
fn files_of_a_page_that_could_not_be_read_are_not_called_unused() {
    let broken = "---\nзаголовок: \"Новость\nдата: 20.11.2026\nвложения: план.pdf\n---\nСлова.\n";
    let site = SiteTest::new().file("content/news/план.pdf", PDF).file("content/news/a.md", broken);
    let rules: Vec<String> = site.problems();
    assert!(rules.len() == 1 && rules[0].contains("yaml-syntax"), "{rules:?}");
}

#[test]
fn a_card_of_a_person_has_no_space_before_its_comma() {
    let person = "---\nзаголовок: Методист\nдолжность: методист\nсотрудник: да\nчасы консультаций: вторник 14:00–17:00\n\
        кабинет: \"205\"\nпредметы: математика\n---\nСлова.\n";
    let site = site().file("content/people/m.md", person);
    site.build().ok().shows("subjects/matematika/index.html", "вторник 14:00–17:00, каб. 205");
}

#[test]
fn foreign_letters_in_fields_and_labels_are_told() {
    let text = "---\nзаголовок: Наша шкoла\nдата: 20.11.2026\nметки: [шкoла]\n---\nСлова.\n";
    let site = SiteTest::new().file("content/news/a.md", text);
    let found: Vec<_> = site.told().into_iter().map(|(rule, line, column, _)| (rule, line, column)).collect();
    let rule = "lookalike-character".to_owned();
    assert_eq!(found, [(rule.clone(), 2, 17), (rule, 4, 9)]);
}

#[test]
fn a_label_of_any_length_has_an_address() {
    let label = "очень длинная метка ".repeat(20);
    let text = format!("---\nзаголовок: Новость\nдата: 20.11.2026\nметки: [{label}]\n---\nСлова.\n");
    SiteTest::new()
        .file("content/news/a.md", text)
        .build()
        .ok()
        .shows("news/a/index.html", "очень длинная метка");
}

#[test]
fn lists_of_records_are_read_as_they_are_written() {
    let record = |dash: &str, title: &str| {
        format!("  {dash}название: {title}\n    форма: семинар\n    начало: 01.12.2026\n")
    };
    for list in [
        format!("записи:\n{}{}", record("-", "Первый"), record("-", "Второй")),
        format!("записи:\n{}{}", record("– ", "Первый"), record("– ", "Второй")),
        "записи:\n  название: Первый\n  форма: семинар\n  начало: 01.12.2026\n".to_owned(),
        "записи:\n  1:\n    название: Первый\n    форма: семинар\n    начало: 01.12.2026\n".to_owned(),
        "записи:\n".to_owned(),
    ] {
        let site = site().file("content/events/plan.yaml", &list);
        silent(&site, &list);
        if list.contains("Первый") {
            site.build().ok().shows("events/index.html", "Первый");
        }
    }
    let cut = "записи: [{название: Первый, второй, форма: семинар, начало: 01.12.2026}]\n";
    let site = site().file("content/events/plan.yaml", cut);
    tells(&site, cut, "value-invalid", 1, "название: \"Первый, второй\"");
    let open = "заголовок: Новость\nдата: 20.11.2026\n---\nСлова.\n";
    tells(&page(open), open, "front-matter-missing", 1, "Поставьте её первой строкой");
}

fn page(page: &str) -> SiteTest {
    SiteTest::new().file("content/news/a.md", page)
}

#[test]
fn points_through_chapters_are_cited_by_their_number() {
    let text = "---\nназвание: Порядок приёма\nтип документа: порядок\nстатус документа: действует\nкем издан: Центр\n\
        уровень документа: муниципальный\n---\n## Глава 1. Общее\n\n1. Раз.\n\n## Глава 2. Прочее\n\n\
        2. Два, согласно пункту 1 настоящего Порядка.\n";
    let site = SiteTest::new().file("content/regulations/a.md", text);
    silent(&site, "points through chapters");
    let built = site.build();
    built.ok().shows("regulations/a/index.html", "href=\"#p-1\">пункту 1</a>");
    built.shows("regulations/a/index.html", "id=\"s-2\"");
}
