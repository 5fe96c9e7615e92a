//! What methodists write against the letter of YAML, and what has one meaning nevertheless.

use crate::{SiteTest, news};

/// Holds that a line of front matter gives a page its title, and that nothing is said about it.
fn title(line: &str, shown: &str) {
    let site =
        SiteTest::new().file("content/news/a.md", format!("---\n{line}\ndate: 20.11.2026\n---\nТекст.\n"));
    assert_eq!(site.problems(), [] as [&str; 0], "{line}");
    site.build().ok().shows("news/a/index.html", &format!("{shown}</h1>"));
}

#[test]
fn titles_may_hold_any_signs() {
    title("title: Семинар: новые ФГОС", "Семинар: новые ФГОС");
    title("title: Приказ #5 о семинаре", "Приказ #5 о семинаре");
    title("title: [Черновик] Семинар", "[Черновик] Семинар");
    title("title: @школа и *все*", "@школа и *все*");
    title("title: % выполнения плана", "% выполнения плана");
    title("title: !Срочно: сдать отчёт", "!Срочно: сдать отчёт");
    title("title: - тире впереди", "- тире впереди");
    title("title: «Чтение» и счёт", "«Чтение» и счёт");
    title("title:Без пробела: и так", "Без пробела: и так");
    title("Название: 'Уже: в кавычках' # для себя", "Уже: в кавычках");
}

#[test]
fn quotes_inside_a_title_are_its_own() {
    title("title: \"Чтение\" как предмет", "&quot;Чтение&quot; как предмет");
}

#[test]
fn numbers_keep_their_zeros_and_yes_is_a_word() {
    title("title: 007", "007");
    title("title: да, нет и 1.10", "да, нет и 1.10");
}

#[test]
fn dates_are_read_in_all_their_forms() {
    let forms = [
        "2026-11-20",
        "20.11.2026",
        "20.11.2026 г.",
        "20 ноября 2026 года",
        "«20» ноября 2026 г.",
        "20/11/2026",
    ];
    for form in forms {
        let site =
            SiteTest::new().file("content/news/a.md", format!("---\ntitle: Новость\nДата:{form}\n---\n"));
        assert_eq!(site.problems(), [] as [&str; 0], "{form}");
        site.build().ok().shows("news/a/index.html", "2026-11-20");
    }
}

#[test]
fn tabs_marks_and_windows_line_ends_are_no_hindrance() {
    let text = "\u{feff}---\r\ntitle: Семинар\r\nform: семинар\r\nstart: 25.11.2026 в 10.00\r\nответственный: методист центра\r\n\
                registration:\r\n\turl: https://forms.example/a\r\n\tзапись до: 24.11.2026\r\n---\r\nТекст.\r\n";
    let site = SiteTest::new().file("content/events/a.md", text);
    assert_eq!(site.problems(), [] as [&str; 0]);
    site.build().ok().shows("events/a/index.html", "forms.example/a");
}

#[test]
fn utf_16_is_read_and_named() {
    let text = news("Новость из Блокнота", "Текст.");
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    let site = SiteTest::new().file("content/news/a.md", bytes);
    assert_eq!(site.problems(), ["warning encoding-foreign content/news/a.md"]);
    site.build().ok().shows("news/a/index.html", "Новость из Блокнота");
}

#[test]
fn lists_stand_on_one_line_with_commas_or_each_on_its_own() {
    for subjects in [
        "математика, физика",
        "[математика, физика]",
        "\n  - Математика\n  - физика",
        "\n- математика\n- ФИЗИКА",
    ] {
        let text = format!("---\ntitle: Новость\ndate: 20.11.2026\nПредметы: {subjects}\n---\n");
        let site = SiteTest::new().file("content/news/a.md", text);
        assert_eq!(site.problems(), [] as [&str; 0], "{subjects}");
        site.build().ok().shows("news/a/index.html", "физика");
    }
}

#[test]
fn a_document_may_be_all_fields() {
    let text = "title: Новость\ndate: 20.11.2026\nbody: |\n  Первый абзац: с двоеточием.\n\n  ## Раздел\n";
    let site = SiteTest::new().file("content/news/a.yaml", text);
    site.build().ok().shows("news/a/index.html", "Первый абзац: с двоеточием.");
    site.build().ok().shows("news/a/index.html", "Раздел</h2>");
}

#[test]
fn a_page_with_files_has_a_folder() {
    let text = "---\ntitle: Новость\ndate: 20.11.2026\nФайлы:\n  - {file: План работы.txt, title: План}\n---\nСм. [план](План%20работы.txt).\n";
    let site = SiteTest::new()
        .file("content/news/Первая/index.md", text)
        .file("content/news/Первая/План работы.txt", "план")
        .file("content/news/Первая-вторая/INDEX.MD", news("Вторая", "Текст."))
        .file("content/news/Первая/Thumbs.db", "мусор")
        .file("content/news/Первая/~$план.docx", "мусор");
    assert_eq!(site.problems(), [] as [&str; 0]);
    site.build()
        .ok()
        .shows("news/pervaya/plan-raboty.txt", "план")
        .shows("news/pervaya/index.html", "/news/pervaya/plan-raboty.txt")
        .shows("news/pervaya-vtoraya/index.html", "Вторая");
}

#[test]
fn a_relation_is_understood_by_id_file_words_and_brackets() {
    let event =
        "---\ntitle: Семинар\nform: семинар\nstart: 25.11.2026\nответственный: методист центра\n---\n";
    for written in ["seminar-fgos", "[seminar-fgos]", "Семинар ФГОС", "Семинар ФГОС.md", "[[Семинар ФГОС]]"]
    {
        let text = format!("---\ntitle: Новость\ndate: 20.11.2026\nО мероприятиях: {written}\n---\n");
        let site =
            SiteTest::new().file("content/events/Семинар ФГОС.md", event).file("content/news/a.md", text);
        assert_eq!(site.problems(), [] as [&str; 0], "{written}");
        let outcome = site.build();
        outcome.ok().shows("news/a/index.html", "/events/seminar-fgos/");
        outcome.shows("events/seminar-fgos/index.html", "/news/a/");
    }
}

#[test]
fn words_stand_where_there_is_no_page() {
    let text =
        "---\ntitle: Семинар\nform: семинар\nstart: 25.11.2026\nответственный: Методист по математике\n---\n";
    let site = SiteTest::new().file("content/events/a.md", text);
    assert_eq!(site.problems(), [] as [&str; 0]);
    site.build().ok().shows("events/a/index.html", "Методист по математике");
}

#[test]
fn items_of_a_list_file_override_its_defaults_under_any_name() {
    let text = "form: семинар\nответственный: методист центра\nitems:\n  - {title: Первое, start: 01.12.2026}\n\
                \x20 - {Заголовок: Второе, start: 02.12.2026, форма: конкурс обучающихся}\n";
    let site = SiteTest::new().file("content/events/План 2026.yaml", text);
    assert_eq!(site.problems(), [] as [&str; 0]);
    let outcome = site.build();
    outcome
        .ok()
        .shows("events/pervoe/index.html", "семинар")
        .shows("events/vtoroe/index.html", "конкурс обучающихся");
}

#[test]
fn tags_of_the_same_letters_stay_apart() {
    let text = |tag| format!("---\ntitle: Новость {tag}\ndate: 20.11.2026\ntags: [{tag}]\n---\n");
    let site = SiteTest::new().file("content/news/a.md", text("C")).file("content/news/b.md", text("C++"));
    assert_eq!(site.problems(), [] as [&str; 0]);
    site.build().ok();
    let hubs: Vec<String> = site.published().into_keys().filter(|name| name.starts_with("tags/c")).collect();
    assert_eq!(hubs, ["tags/c-2/index.html", "tags/c/index.html"]);
}

#[test]
fn vocabularies_and_kinds_of_the_theme_are_extended_by_the_site() {
    let forms = "vocabulary: event-forms\nterms:\n  - {label: педагогический квест, aliases: [квест]}\n";
    let kind = "kind: event\nfields:\n  dress: {type: text, label: Форма одежды}\n";
    let text = "---\ntitle: Квест\nform: КВЕСТ\nstart: 25.11.2026\nответственный: методист центра\nформа одежды: любая\n---\n";
    let site = SiteTest::new()
        .file("content/vocabularies/event-forms.yaml", forms)
        .file("content/kinds/event.yaml", kind)
        .file("content/events/a.md", text)
        .file("content/events/b.md", text.replace("КВЕСТ", "семинар"));
    assert_eq!(site.problems(), [] as [&str; 0]);
    let outcome = site.build();
    outcome.ok().shows("events/a/index.html", "педагогический квест").shows("events/a/index.html", "любая");
}

#[test]
fn what_looks_like_code_is_shown_as_text() {
    let evil = "<script>alert(1)</script>\"'&";
    let yaml = evil.replace('\'', "''");
    let text = format!(
        "---\ntitle: '{yaml}'\nsummary: '{yaml}'\nform: семинар\nstart: 25.11.2026\nместо: {{name: '{yaml}', address: '{yaml}'}}\n\
         recurrence: '{yaml}'\nstatus_note: '{yaml}'\nответственный: '{yaml} и другие'\ntags: ['{yaml}']\nprogramme: [{{title: '{yaml}'}}]\n\
         result: {{text: '{yaml}'}}\n---\nТекст.\n"
    );
    let site = SiteTest::new().file("content/events/a.md", text);
    site.build().ok();
    for (name, bytes) in
        site.published().iter().filter(|(name, _)| name.ends_with(".html") || name.ends_with(".xml"))
    {
        assert!(!String::from_utf8_lossy(bytes).contains("<script>alert"), "{name}");
    }
}

#[test]
fn a_list_file_may_be_a_bare_list() {
    let plan = "- title: Сводка\n  date: 2026-11-01\n- id: second\n  title: Второй\n  date: 2026-11-02\n";
    let site = SiteTest::new().file("content/news/plan.yaml", plan);
    let outcome = site.build();
    outcome.ok().shows("news/svodka/index.html", "Сводка").shows("news/second/index.html", "Второй");
}

#[test]
fn a_page_is_linked_by_its_title_if_it_is_the_only_one_of_it() {
    let other = news("РМО учителей «Алгебра»", "## Часть вторая\n\nТекст.");
    for written in [
        "РМО учителей «Алгебра»",
        "рмо  учителей «алгебра»",
        "РМО учителей «Алгебра»#Часть вторая",
        "РМО учителей «Алгебра»|объединение",
    ] {
        let text = news("Новость", &format!("Смотрите: [[{written}]]."));
        let site = SiteTest::new().file("content/news/a.md", text).file("content/news/b.md", &other);
        assert_eq!(site.problems(), [] as [&str; 0], "{written}");
        site.build().ok().shows("news/a/index.html", "<a href=\"/news/b/");
        // A draft that will take its place bears the same title.
        let draft = other.replace("---\n## ", "status: черновик\n---\n## ");
        let site = site.file("content/news/c.md", draft);
        assert!(!site.problems().iter().any(|said| said.contains("link")), "{:?}", site.problems());
    }
    let text = news("Новость", "Смотрите: [[РМО учителей «Алгебра»]].");
    let site = SiteTest::new().file("content/news/a.md", text);
    let site = site.file("content/news/b.md", &other).file("content/news/c.md", &other);
    site.build().fails_with("[[b]], [[c]]");
}

#[test]
fn a_list_of_words_is_understood_however_it_is_set() {
    for tags in [
        "метки: школа, урок",
        "метки:\n• школа\n• урок",
        "метки:\n  – школа\n  – урок",
        "метки: |\n  1. школа\n  2. урок",
    ] {
        let text = format!("---\ntitle: Новость\ndate: 20.11.2026\n{tags}\n---\nТекст.\n");
        let site = SiteTest::new().file("content/news/a.md", text);
        assert_eq!(site.problems(), [] as [&str; 0], "{tags}");
        site.build().ok().shows("tags/shkola/index.html", "Новость").shows("tags/urok/index.html", "Новость");
    }
}

#[test]
fn days_numbers_and_addresses_are_understood_as_they_are_said() {
    let event = |lines: &str| {
        let text =
            format!("---\ntitle: Семинар\nform: семинар\nответственный: методист\n{lines}\n---\nТекст.\n");
        SiteTest::new().file("content/events/a.md", text)
    };
    let page = "events/a/index.html";
    for (lines, shown) in [
        ("start: 1-12-2026 18:00", "2026-12-01T18:00"),
        ("start: 2026-12-1 9:00", "2026-12-01T09:00"),
        ("start: 1 декабря 2026, в 6 вечера", "2026-12-01T18:00"),
        ("start: 01.12.2026 10:00\nокончание: 13:00", "2026-12-01T13:00"),
        ("окончание: 12.30\nstart: 1 декабря 2026 в 10:00", "2026-12-01T12:30"),
        (
            "start: 01.12.2026\nрегистрация: {запись до: не позднее 30.11.2026 18:00}",
            "30 ноября 2026 г., 18:00",
        ),
        ("start: 01.12.2026\nобъём: 1,5 часа", "1,5"),
        ("start: 01.12.2026\nобъём: 4 ак. ч.", "4"),
        ("start: 01.12.2026\nрегистрация: {мест: 25 человек}", "25"),
        ("start: 01.12.2026\nссылка: <https://video.example/room>", "href=\"https://video.example/room\""),
        (
            "start: 01.12.2026\nссылка: \"[войти](https://video.example/room)\"",
            "href=\"https://video.example/room\"",
        ),
    ] {
        let site = event(lines);
        assert_eq!(site.problems(), [] as [&str; 0], "{lines}");
        site.build().ok().shows(page, shown);
    }
    for lines in ["start: до 1 декабря 2026", "start: 01.12.2026\nобъём: два часа", "start: 1-13-2026"]
    {
        assert!(!event(lines).problems().is_empty(), "{lines}");
    }
}

#[test]
fn a_list_of_pages_needs_no_word_of_its_own_and_may_be_closed() {
    let list = "мероприятия:\n  - {title: Первое, start: 01.12.2026, form: семинар, ответственный: методист}\nответственный: заведующий\n";
    let site = SiteTest::new()
        .file("content/events/plan.yaml", list)
        .file("content/news/a.yaml", "---\n- {title: Новость, date: 20.11.2026}\n---\n")
        .file("content/news/b.yaml", "title: Вторая\ndate: 20.11.2026\n...\n");
    assert_eq!(site.problems(), [] as [&str; 0]);
    site.build()
        .ok()
        .shows("events/pervoe/index.html", "методист")
        .shows("news/novost/index.html", "Новость");
}
