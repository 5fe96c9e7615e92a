//! The examples of `kabinet explain`: what it shows as wrong is told by the rule, and what it shows as right is not.

use std::collections::BTreeSet;

use crate::{SiteTest, news};

/// How an example becomes a site.
type Put = fn(&str) -> SiteTest;

/// A rule, where its examples stand, what its explanation shows as wrong, and as right.
const SHOWN: &[(&str, Put, &[&str], &[&str])] = &[
    ("picture-unshown", body, &["![План на декабрь](plan.pdf)"], &["[План на декабрь](plan.pdf)"]),
    ("weekday-wrong", body, &["вторник, 3 декабря 2026 года"], &["четверг, 3 декабря 2026 года"]),
    ("link-dead", body, &["[[имя-документа#3.2.5]]"], &["[[polozhenie#1.1]]"]),
    ("lookalike-character", body, &["Закон «273-Ф3»."], &["Закон «273-ФЗ»."]),
    (
        "html-removed",
        body,
        &["<script>1</script>", "<style>p {}</style>"],
        &["<b>раз</b> H<sub>2</sub>O", "<details>раз</details>"],
    ),
    (
        "image-foreign",
        body,
        &["![Семинар в школе](https://a.example/seminar.jpg)"],
        &["![Семинар в школе](seminar.jpg)"],
    ),
    (
        "frame-hidden",
        body,
        &["<iframe src=\"https://video.example/1\"></iframe>"],
        &["<iframe src=\"https://rutube.ru/1\"></iframe>"],
    ),
    ("heading-underlined", body, &["Итоги подведены.\n---"], &["Итоги подведены.\n\n---"]),
    ("code-unclosed", body, &["~~~~~\n\nДальше."], &["---\n\nДальше."]),
    ("comment-unclosed", body, &["<!-- заметка"], &["<!-- заметка -->"]),
    (
        "html-hidden",
        body,
        &["<div hidden>черновик</div>"],
        &["<details><summary>Заголовок</summary>текст</details>", "<!-- заметка -->"],
    ),
    (
        "link-without-words",
        body,
        &["Найдите в [[polozhenie]]."],
        &["Найдите в [[polozhenie|Положении о конкурсе]]."],
    ),
    (
        "paragraph-indented",
        body,
        &["- пункт\n\n        Слова внутри пункта нашего списка."],
        &["Слова абзаца нашего текста."],
    ),
    ("formula-unclear", body, &["$\\frac{a$"], &["$x^2$", "$$\\frac{a}{b}$$"]),
    (
        "lines-joined",
        body,
        &["ул. Школьная, 1\nтел. 8 (000) 000-00-00\nпн–пт 9–17"],
        &[
            "ул. Школьная, 1\\\nтел. 8 (000) 000-00-00",
            "- ул. Школьная, 1\n- тел. 8 (000) 000-00-00\n- пн–пт 9–17",
        ],
    ),
    ("markup-lost", body, &["Площадь 5*3*2"], &["Площадь 5×3×2", "Площадь 5\\*3\\*2"]),
    (
        "markup-stray",
        body,
        &["##Заголовок", "**Важно:**слова", "[План](план работы.docx)"],
        &["## Заголовок", "**Важно:** слова"],
    ),
    (
        "table-cells-lost",
        body,
        &["| а | б |\n|---|---|\n| в | г | д |"],
        &["| а | б |\n|---|---|\n| в | г \\| д |"],
    ),
    ("list-joined", tags, &["\n  школа\n  урок"], &[" школа, урок"]),
    ("text-marked", title, &["\"**Важно!** Семинар\""], &["Важно! Семинар"]),
    (
        "image-without-alt",
        photos,
        &["{src: seminar.jpg}"],
        &["{src: seminar.jpg, alt: \"\"}", "{src: seminar.jpg, alt: Что видно на картинке}"],
    ),
    ("code-named", code, &["Маша", "Иванова 8А", "победитель"], &["М8-014", "\"14\"", "участник № 14"]),
    (
        "field-unknown",
        field,
        &["нет такого: 1"],
        &["дата: 20.11.2026", "date: 20.11.2026", "ДАТА: 20.11.2026"],
    ),
    (
        "hash-cuts-text",
        field,
        &["дата: 20.11.2026\nкратко: Слова #важно"],
        &["дата: 20.11.2026\nкратко: Кабинет #5"],
    ),
    ("fields-expected", fields, &["Слова вместо полей"], &["title: Название страницы\nдата: 20.11.2026"]),
    ("yaml-syntax", field, &["дата: 20.11.2026\nслова без знака"], &["дата: 20.11.2026\nметки:\n  - школа"]),
    ("purge-lock-invalid", purges, &["вчера"], &["2026-11-21 0123456789abcdef"]),
    ("path-collision", statics, &["news/otchet/index.html"], &["news/otchety/index.html"]),
    ("template-error", template, &["page.titel"], &["page.title"]),
    ("face-text-broken", words, &["search-title Поиск по сайту"], &["search-title = Поиск по сайту"]),
];

fn site() -> SiteTest {
    let paper = "---\nназвание: Положение о конкурсе\nтип документа: положение\nстатус документа: действует\nуровень документа: локальный\nдата: 20.11.2026\nномер: 1\n---\n1.1. Пункт.\n";
    SiteTest::new()
        .file("content/regulations/polozhenie.md", paper)
        .file("content/news/plan.pdf", "%PDF-1.4\n%%EOF\n")
        .file("content/news/seminar.jpg", crate::photo::jpeg(&crate::photo::fields(40, 30)))
        .file(
            "content/site.yaml",
            "title: Центр\nbase_url: https://centre.example/\nvideo_hosts: [rutube.ru]\n",
        )
}

fn body(text: &str) -> SiteTest {
    site().file("content/news/a.md", news("Новость", text))
}

fn fields(fields: &str) -> SiteTest {
    site().file("content/news/a.md", format!("---\n{fields}\n---\nСлова.\n"))
}

fn field(line: &str) -> SiteTest {
    fields(&format!("заголовок: Новость\n{line}"))
}

fn tags(value: &str) -> SiteTest {
    fields(&format!("заголовок: Новость\nдата: 20.11.2026\nметки:{value}"))
}

fn title(value: &str) -> SiteTest {
    fields(&format!("заголовок: {value}\nдата: 20.11.2026"))
}

fn photos(value: &str) -> SiteTest {
    fields(&format!("заголовок: Новость\nдата: 20.11.2026\nобложка: {value}"))
}

fn code(value: &str) -> SiteTest {
    let text = format!(
        "---\nназвание: Олимпиада\nкто участвует: обучающиеся\nначало: 01.12.2026\nитоги:\n  - {{код участника: {value}, результат: победитель}}\n---\nТ.\n"
    );
    site().file("content/contests/vsosh.md", text)
}

fn purges(line: &str) -> SiteTest {
    site().file("content/purge.lock", format!("{line}\n"))
}

fn statics(path: &str) -> SiteTest {
    site()
        .file("content/news/otchet.md", news("Отчёт", "Слова."))
        .file(&format!("content/static/{path}"), "<p>")
}

fn template(name: &str) -> SiteTest {
    site()
        .file("content/news/a.md", news("Новость", "Слова."))
        .file("themes/imc/templates/news.html", format!("{{{{ {name} }}}}"))
}

fn words(line: &str) -> SiteTest {
    let site = site();
    let text = std::fs::read_to_string(site.path("themes/imc/i18n/ru.ftl")).unwrap();
    let rest: Vec<&str> = text.lines().filter(|line| !line.starts_with("search-title =")).collect();
    site.file("themes/imc/i18n/ru.ftl", format!("{}\n{line}\n", rest.join("\n")))
}

#[test]
fn what_is_shown_as_wrong_is_told_and_what_is_shown_as_right_is_not() {
    let told = |site: &SiteTest, rule: &str| {
        // Mistakes of templates are found when pages are drawn.
        let built = site.run(&["build", "--today", "2026-11-21", "--format", "json"]);
        built.said().contains(&format!("\"{rule}\""))
    };
    for (rule, put, wrong, right) in SHOWN {
        for example in *wrong {
            let site = put(example);
            assert!(told(&site, rule), "{rule} is silent on {example}: {:?}", site.problems());
        }
        for example in *right {
            let site = put(example);
            assert!(!told(&site, rule), "{rule} is said of {example}: {:?}", site.problems());
        }
    }
}

#[test]
fn every_explanation_that_shows_an_example_is_held_to_it() {
    // Their examples are commands and settings, which `guides` asks, or names of files of a theme.
    const ELSEWHERE: [&str; 15] = [
        "base-url-missing",
        "search-endpoint-invalid",
        "asset-missing",
        "template-missing",
        "theme-missing",
        "theme-unreadable",
        "publish-among-sources",
        "publish-foreign-folder",
        "publish-not-a-folder",
        "publish-not-writable",
        "serve-port-busy",
        "serve-port-forbidden",
        "publish-name-too-long",
        "publish-locked",
        "setting-missing",
    ];
    let site = SiteTest::new();
    let list = site.run(&["explain"]);
    let rules = list.ok_output().lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with(' '));
    let shows = |rule: &&str| {
        let told = site.run(&["explain", rule]).ok_output().to_owned();
        ["Пример", "Годится", "пишется так"].iter().any(|word| told.contains(word))
    };
    let held: BTreeSet<&str> = SHOWN.iter().map(|(rule, ..)| *rule).chain(ELSEWHERE).collect();
    let missing: Vec<&str> = rules
        .filter(|rule| !rule.starts_with("import-"))
        .filter(shows)
        .filter(|rule| !held.contains(rule))
        .collect();
    assert!(missing.is_empty(), "examples that nothing tries: {missing:?}");
}
