//! Values as people write them: understood where there is no doubt, and what does not exist is named.

use crate::SiteTest;

/// A seminar with some lines of front matter.
fn event(lines: &str) -> SiteTest {
    let text = format!(
        "---\nназвание: Семинар\nформа: семинар\nответственный: методист центра\n{lines}\n---\nТекст.\n"
    );
    SiteTest::new().file("content/events/a.md", text)
}

/// Holds that lines of an event are understood without a word, and what its page shows of them.
fn understood(lines: &str, shown: &[&str]) {
    let site = event(lines);
    assert_eq!(site.problems(), [] as [&str; 0], "{lines}");
    let outcome = site.build();
    for text in shown {
        outcome.ok().shows("events/a/index.html", text);
    }
}

/// Holds that lines of an event are refused, and how.
fn refused(lines: &str, said: &str) {
    event(lines).run(&["check", "--today", "2026-11-21"]).fails_with(said).says("Найдено: 1 ошибка.");
}

#[test]
fn days_and_times_are_understood() {
    for written in
        ["21.12.2026 10.00", "21.12.26 10:00", "21 декабря 2026 г. в 10 часов", "2026-12-21T07:00:00Z"]
    {
        understood(&format!("начало: {written}"), &["21 декабря", "10:00"]);
    }
    understood("начало: 2026-12-01T21:30:00Z", &["2 декабря", "00:30"]);
    understood("начало: 2026-12-01T21:30:00+01:00", &["1 декабря", "23:30"]);
}

#[test]
fn a_period_fills_beginning_and_end() {
    for written in ["21-23.12.2026", "с 21 по 23 декабря 2026", "21.12.2026 – 23.12.2026"] {
        understood(&format!("начало: {written}"), &["2026-12-21", "2026-12-23"]);
    }
    understood("начало: 21.12.2026 10:00–12:30", &["10:00", "12:30"]);
    refused("начало: 21-23.12.2026\nокончание: 24.12.2026", "Здесь написаны и начало, и конец");
    refused("начало: 21.12.2026\nдата объявления: 1-3.12.2026", "нужен один день, а здесь несколько");
}

#[test]
fn what_does_not_exist_is_named() {
    refused("начало: 31.02.2027", "В феврале 2027 года последний день — 28.02.2027");
    refused("начало: 31 июня 2027", "В июне 2027 года последний день — 30.06.2027");
    refused("начало: 12.21.2026", "Месяцев двенадцать, а написан 21-й");
    refused("начало: 21.12.2026 25:00", "Часы бывают от 0 до 23, а написано 25");
    refused("начало: 21.12.2026 24:00", "напишите 22.12.2026 00:00");
    refused("начало: 21.12.2026 10:60", "Минуты и секунды бывают от 0 до 59, а написано 60");
    refused("начало: 21.12.2026\nрегистрация: {запись до: 31.11.2026}", "последний день — 30.11.2026");
}

#[test]
fn a_group_may_be_given_by_the_field_that_is_meant() {
    let start = "начало: 21.12.2026 10:00\n";
    understood(&format!("{start}место: Школа № 1"), &["Школа № 1"]);
    understood(&format!("{start}регистрация: https://forms.example/zapis"), &["https://forms.example/zapis"]);
    understood(&format!("{start}регистрация: seminar@imc.example"), &["mailto:seminar@imc.example"]);
    understood(
        &format!("{start}регистрация: {{ссылка: https://forms.example/b}}"),
        &["https://forms.example/b"],
    );
    understood(&format!("{start}программа: [Открытие, Мастер-класс]"), &["Открытие", "Мастер-класс"]);
    refused(&format!("{start}сертификат: выдаётся на бумаге"), "нужны вложенные поля");
    refused(&format!("{start}регистрация: по телефону"), "нужны вложенные поля");
}

#[test]
fn attachments_are_files_by_name() {
    let site = |files: &str| {
        event(&format!("начало: 21.12.2026\nвложения: {files}"))
            .file("content/events/konspekt.txt", "конспект урока")
    };
    for files in ["[konspekt.txt]", "konspekt.txt", "[{файл: konspekt.txt}]"] {
        let site = site(files);
        // That such a file has no title is said, as of any other.
        let column = files.find("konspekt").unwrap() + 11;
        let said = if files.contains("файл") { 13 } else { column };
        assert_eq!(
            site.problems(),
            [format!("warning field-recommended content/events/a.md:6:{said}")],
            "{files}"
        );
    }
    let named = site("[{файл: konspekt.txt, название: Конспект}]");
    assert_eq!(named.problems(), [] as [&str; 0]);
    named.build().ok().shows("events/a/index.html", "Конспект");
}

#[test]
fn grades_are_ranges_and_lists() {
    let text = |grades: &str| {
        format!(
            "---\nназвание: Урок\nтип материала: конспект урока\nавторы: учитель математики\nдата: 20.11.2026\n\
             аннотация: Урок с карточками и самопроверкой для закрепления темы.\nклассы: {grades}\n---\nТекст.\n"
        )
    };
    let grades = |grades: &str| {
        let site = SiteTest::new().file("content/materials/a.md", text(grades));
        let problems: Vec<String> =
            site.problems().into_iter().filter(|one| one.starts_with("error")).collect();
        (problems, site)
    };
    for written in ["5-7", "5–7 классы", "с 5 по 7 класс", "5, 6, 7", "[5-6, 7]"] {
        let (problems, site) = grades(written);
        assert_eq!(problems, [] as [&str; 0], "{written}");
        site.build().ok().shows("materials/a/index.html", "5, 6, 7");
    }
    assert_eq!(grades("5-17").0.len(), 6);
    assert_eq!(grades("1-1000000000").0, ["error value-invalid content/materials/a.md:7:9"]);
}

#[test]
fn a_title_is_a_name() {
    let event = "---\ntitle: Семинар «Читаем, считаем»\nform: семинар\nstart: 25.11.2026\nответственный: методист центра\n---\n";
    for written in ["Семинар «Читаем, считаем»", "[Семинар «Читаем, считаем»]", "семинар «читаем, считаем»"]
    {
        let written = if written.starts_with('[') {
            "[\"Семинар «Читаем, считаем»\"]"
        } else {
            written
        };
        let news = format!("---\ntitle: Новость\ndate: 20.11.2026\nО мероприятиях: {written}\n---\n");
        let site = SiteTest::new().file("content/events/chitaem.md", event).file("content/news/a.md", news);
        assert_eq!(site.problems(), [] as [&str; 0], "{written}");
        site.build().ok().shows("news/a/index.html", "/events/chitaem/");
    }
    // Two of one title: neither is meant for sure.
    let news =
        "---\ntitle: Новость\ndate: 20.11.2026\nО мероприятиях: [\"Семинар «Читаем, считаем»\"]\n---\n";
    let site = SiteTest::new()
        .file("content/events/chitaem.md", event)
        .file("content/events/eshche.md", event)
        .file("content/news/a.md", news);
    assert_eq!(site.problems(), ["error relation-unknown content/news/a.md:4:18"]);
}

#[test]
fn words_after_a_hash_are_never_cut_in_silence() {
    refused("начало: 21.12.2026\nпричина изменения: Карантин # важно", "возьмите всё значение в кавычки");
    understood("начало: 21.12.2026 # важно", &["21 декабря"]);
    understood("начало: 21.12.2026\nметки: [#школа, план]", &["#школа"]);
}

#[test]
fn the_line_that_stands_wrong_is_named() {
    let says = |lines: &str, place: &str, said: &str| {
        let site = event(lines);
        let outcome = site.run(&["check", "--today", "2026-11-21"]);
        outcome.fails_with(&format!("content/events/a.md:{place}")).says(said).says("Найдено: 1 ошибка.");
    };
    says(" начало: 21.12.2026", "5:2", "Перед строкой лишний отступ");
    says(
        "начало: 21.12.2026\nместо:\n  площадка: Школа\n   адрес: Дом",
        "8:4",
        "столько пробелов, сколько перед соседними: 2",
    );
    says("начало: 21.12.2026\nместо:\n    площадка: Школа\n   адрес: Дом", "8:4", "столько пробелов: 4");
}

#[test]
fn dashes_and_spaces_are_forgiven() {
    let start = "начало: 21.12.2026\n";
    understood(
        &format!("{start}для кого:\n  -учителя\n  -молодые специалисты"),
        &["учителя", "молодые специалисты"],
    );
    understood(&format!("{start}место:\n\u{a0}\u{a0}площадка: Школа № 1"), &["Школа № 1"]);
    let text = "---\rtitle: Новость\rdate: 20.11.2026\r---\rТекст.\r";
    let old = SiteTest::new().file("content/news/a.md", text);
    assert_eq!(old.problems(), [] as [&str; 0]);
    let twice =
        SiteTest::new().file("content/news/a.md", format!("\u{feff}\u{feff}{}", text.replace('\r', "\n")));
    assert_eq!(twice.problems(), [] as [&str; 0]);
}

#[test]
fn a_comma_in_braces_is_named_with_the_line_mended() {
    let start = "начало: 21.12.2026\n";
    let mended = "площадка: \"Школа № 1, актовый зал\"";
    refused(&format!("{start}место: {{площадка: Школа № 1, актовый зал, адрес: Дом}}"), mended);
    refused(&format!("{start}фото: [{{файл: a.jpg, описание: Дети, класс}}]"), "описание: \"Дети, класс\"");
}

#[test]
fn foreign_letters_are_named() {
    refused("начало: 21.12.2026\nпpичина изменения: карантин", "латинские буквы: «p»");
    refused("начало: 21.12.2026\nформа работы: гpупповая", "латинские буквы: «p»");
}

#[test]
fn a_list_file_is_understood_and_its_missing_dash_named() {
    let plan = |second: &str| {
        let text = format!(
            "форма: семинар\nответственный: методист центра\nзаписи:\n  - название: Первое\n    начало: 01.12.2026\n\
             \x20   кратко: О первом.\n{second}название: Второе\n    начало: 02.12.2026\n    кратко: О втором.\n"
        );
        SiteTest::new().file("content/events/plan.yaml", text)
    };
    assert_eq!(plan("  - ").problems(), [] as [&str; 0]);
    plan("  - ").build().ok().shows("events/vtoroe/index.html", "Второе");
    let site = plan("    ");
    let outcome = site.run(&["check", "--today", "2026-11-21"]);
    outcome
        .fails_with("content/events/plan.yaml:7:5")
        .says("перед «название» пропущен дефис")
        .says("Найдено: 1 ошибка.");
}

#[test]
fn settings_have_russian_names() {
    let settings = "Название: Центр\nадрес сайта: https://centre.example/\nчасовой пояс: Asia/Irkutsk\n\
                    организация:\n  название: Методический центр\n  телефон: +7 (000) 000-00-00\n  режим работы: с 9 до 17\n\
                    подвал:\n  - {название: Карта, ссылка: /}\n";
    let site = event("начало: 2026-12-21T02:00:00Z").file("content/site.yaml", settings);
    assert_eq!(site.problems(), [] as [&str; 0]);
    site.build().ok().shows("events/a/index.html", "с 9 до 17").shows("events/a/index.html", "10:00");
    let cut = event("начало: 21.12.2026").file(
        "content/site.yaml",
        "title: Центр\nbase_url: https://centre.example/\norganization: {name: Центр, Бохан}\n",
    );
    cut.run(&["check"]).fails_with("name: \"Центр, Бохан\"");
}

#[test]
fn kinds_are_imported_by_their_russian_names() {
    for kind in ["Документ", "документы", "regulation", "regulations"] {
        let site = SiteTest::new()
            .file("p.txt", "ПОЛОЖЕНИЕ\nо методическом совете\n\n1. Общие положения\n1.1. Совет работает.\n");
        site.run(&["import", "p.txt", "--kind", kind]).says("content/regulations/");
    }
}

/// What is said about a piece of news, stored under a name with a text.
fn news_as(name: &str, text: &str) -> Vec<String> {
    SiteTest::new().file(&format!("content/news/{name}"), text).problems()
}

#[test]
fn headers_and_endings_of_other_programs_are_named_or_understood() {
    let news = "---\ntitle: Новость\ndate: 20.11.2026\n---\nТекст.\n";
    for name in ["a.markdown", "a.MD", "a/index.markdown"] {
        assert_eq!(news_as(name, news), [] as [&str; 0], "{name}");
    }
    for name in ["a.md.txt", "a.mdx", "a.yaml.txt"] {
        assert_eq!(news_as(name, news), [format!("error page-misnamed content/news/{name}")]);
    }
    for name in ["t — копия.md", "t - копия (2).md", "t - Copy.md"] {
        assert_eq!(news_as(name, news), [format!("warning page-copy content/news/{name}")]);
    }
    assert_eq!(news_as("Резервная копия сайта.md", news), [] as [&str; 0]);
    let said = |text: &str, help: &str| {
        let site = SiteTest::new().file("content/news/a.md", text);
        site.run(&["check"]).fails_with(help).says("Найдено: 1 ошибка.");
    };
    said("+++\ntitle = \"Новость\"\n+++\nТекст.\n", "Замените обе строки +++ на ---");
    said("{\"title\": \"Новость\"}\n\nТекст.\n", "(JSON)");
    said("{\\rtf1\\ansi Новость}\n", "kabinet import файл.rtf");
    said("<!DOCTYPE html>\n<html><body>Новость</body></html>\n", "kabinet import файл.html");
}

#[test]
fn a_draft_of_another_generator_is_a_draft() {
    let news = |line: &str| format!("---\ntitle: Новость\ndate: 20.11.2026\n{line}\n---\nТекст.\n");
    for (line, published) in [("draft: true", false), ("черновик: да", false), ("draft: false", true)]
    {
        let site = SiteTest::new().file("content/news/a.md", news(line));
        assert!(!site.problems().iter().any(|said| said.starts_with("error")), "{line}");
        site.build().ok();
        assert_eq!(site.published().contains_key("news/a/index.html"), published, "{line}");
    }
}

#[test]
fn what_other_programs_left_in_a_text_is_said() {
    let news = |body: &str| format!("---\ntitle: Новость\ndate: 20.11.2026\n---\n{body}\n");
    assert_eq!(
        news_as("a.md", &news("<<<<<<< HEAD\nОдно.\n=======\nДругое.\n>>>>>>> ветка")),
        ["error merge-unfinished content/news/a.md:5:1"]
    );
    let head =
        "---\ntitle: Новость\n<<<<<<< HEAD\ndate: 20.11.2026\n=======\ndate: 21.11.2026\n>>>>>>> b\n---\n";
    assert_eq!(news_as("a.md", head), ["error merge-unfinished content/news/a.md:3:1"]);
    let lost = news("См. Ошибка! Источник ссылки не найден.");
    assert_eq!(news_as("a.md", &lost), ["warning reference-lost content/news/a.md:5:5"]);
    assert_eq!(news_as("a.md", &news("Приказ в„– 5")), ["warning text-garbled content/news/a.md:5:8"]);
    assert_eq!(news_as("a.md", &news("Знак ======= и <<<<<<< в строке.")), [] as [&str; 0]);
}
