//! What could be read wrongly or vanish without a word: notes behind values, signs of browsers, addresses that were
//! copied, declarations under the names that people give them.

use crate::SiteTest;

#[test]
fn a_note_behind_an_item_of_words_is_no_note() {
    let tags = |line: &str| {
        SiteTest::new().file(
            "content/news/a.md",
            format!("---\ntitle: Новость\ndate: 20.11.2026\nметки:\n{line}\n---\nТекст.\n"),
        )
    };
    for line in ["  - урок # важно", "- урок # важно"] {
        assert_eq!(
            tags(line).problems(),
            ["error hash-cuts-text content/news/a.md:5:".to_owned()
                + if line.starts_with(" ") { "10" } else { "8" }],
            "{line}"
        );
    }
    for line in ["  - \"урок # важно\"", "  # для себя\n  - урок", "  - урок  # для себя"]
    {
        assert_eq!(tags(line).problems(), [] as [&str; 0], "{line}");
    }
}

#[test]
fn declarations_are_read_under_the_names_that_people_give_them() {
    let events = |text: &str| SiteTest::new().file("content/kinds/event.yaml", text);
    for kind in ["вид: event", "kind: event", "вид: мероприятие", "kind: Мероприятие"]
    {
        assert_eq!(events(&format!("{kind}\nназвание: Собрания\n")).problems(), [] as [&str; 0], "{kind}");
        let wrong = events(&format!("{kind}\nерунда: да\n")).problems();
        assert_eq!(wrong, ["error setting-unknown content/kinds/event.yaml:2:1"], "{kind}");
    }
    let none = events("подпись: Х\n").problems();
    assert!(none.iter().any(|one| one.starts_with("error setting-missing")), "{none:?}");
    let words = |text: &str| SiteTest::new().file("content/vocabularies/synonyms.yaml", text).problems();
    for text in
        ["группы:\n  - [РМО, районное]\n", "синонимы:\n  - [а, б]\nблизкие:\n  - [график, расписание]\n"]
    {
        assert_eq!(words(text), [] as [&str; 0], "{text}");
    }
    let terms = "словарь: subjects\nзначения:\n  - {название: Краеведение, синонимы: [родиноведение]}\n";
    let site = SiteTest::new().file("content/vocabularies/subjects.yaml", terms);
    assert_eq!(site.problems(), [] as [&str; 0]);
}

#[test]
fn words_between_signs_that_browsers_keep_are_told() {
    for (text, help) in [
        ("<? вопрос\n\nЕщё.", "всё после него читатели не увидят"),
        ("<![CDATA[ вопрос\n\nЕщё.", "всё после него читатели не увидят"),
        ("<!A вопрос\n\nЕщё.", "всё после него читатели не увидят"),
        ("Слова <? что ?> конец", "Слова между этими знаками"),
        ("Слова <!IMPORTANT прочитайте> конец", "Слова между этими знаками"),
        ("Слова <![CDATA[внутри]]> конец", "Слова между этими знаками"),
    ] {
        let site = SiteTest::new()
            .file("content/news/a.md", format!("---\ntitle: Новость\ndate: 20.11.2026\n---\n{text}\n"));
        let problems = site.problems();
        assert!(
            matches!(&problems[..], [one] if one.starts_with("warning markup-unseen content/news/a.md:5:")),
            "{text}: {problems:?}"
        );
        site.build().ok().says(help);
    }
}

#[test]
fn an_address_of_the_site_itself_leads_to_the_place_however_it_was_copied() {
    let site = SiteTest::new();
    let host = "https://imc.example";
    let links = ["/news/b#кто-отвечает", "/news/b/index.html#кто-отвечает", "/news/b/#кто-отвечает"];
    let links: Vec<String> =
        links.into_iter().flat_map(|link| [format!("[x]({link})"), format!("[x]({host}{link})")]).collect();
    let page = |title: &str, text: &str| format!("---\ntitle: {title}\ndate: 20.11.2026\n---\n{text}\n");
    let site = site
        .file("content/site.yaml", format!("title: Центр\nbase_url: {host}/\n"))
        .file("content/news/a.md", page("Ссылки", &links.join("\n\n")))
        .file("content/news/b.md", page("Новость", "## Кто отвечает\n\nСлова."));
    site.build().ok();
    let text = std::fs::read_to_string(site.path("public/news/a/index.html")).unwrap();
    assert_eq!(text.matches("href=\"/news/b/#kto-otvechaet\"").count(), links.len(), "{text}");
}

#[test]
fn words_that_are_hidden_by_a_tag_are_told_since_readers_would_see_them() {
    let page = |text: &str| {
        SiteTest::new()
            .file("content/news/a.md", format!("---\ntitle: Новость\ndate: 20.11.2026\n---\n{text}\n"))
    };
    for text in [
        "<div hidden>черновик</div>",
        "Слова <span style=\"display: none\">черновик</span>",
        "<p HIDDEN>черновик</p>",
    ] {
        let problems = page(text).problems();
        assert!(
            matches!(&problems[..], [one] if one.starts_with("warning html-hidden content/news/a.md:5:")),
            "{text}: {problems:?}"
        );
    }
    assert_eq!(page("<details><summary>Ещё</summary>текст</details>").problems(), [] as [&str; 0]);
}

#[test]
fn what_is_no_field_is_told_at_its_own_line() {
    let card = |lines: &str| {
        let text = format!("---\n{lines}\n---\nТекст.\n");
        SiteTest::new().file("content/events/a.md", text)
    };
    for (lines, line, help) in [
        ("title: А\nначало 21.12.2026 10:00\nформа: семинар", 3, "ставят двоеточие и пробел"),
        ("title: А\nформа: семинар\nметки: [урок # важно, два]", 4, "отсекает остаток строки"),
        ("title: А\nместо: {площадка: Школа # 1}\nформа: семинар", 3, "отсекает остаток строки"),
        ("title: А\nдля кого:\n  - учителя\n  молодые специалисты\nформа: семинар", 5, "начинают с дефиса"),
        (" title: А\nформа: семинар", 2, "Начните её у самого края"),
        (
            "title: А\nдля кого:\n  - учителя\n   - молодые специалисты",
            5,
            "столько пробелов, сколько перед соседними: 2",
        ),
    ] {
        let site = card(lines);
        let problems = site.problems();
        let place = format!("error yaml-syntax content/events/a.md:{line}:");
        assert!(matches!(&problems[..], [one] if one.starts_with(&place)), "{lines}: {problems:?}");
        site.run(&["check"]).fails_with(help);
    }
}

#[test]
fn an_unfinished_merge_is_told_in_settings_and_declarations_too() {
    let marks = "<<<<<<< HEAD\ntitle: А\n=======\ntitle: Б\n>>>>>>> other\n";
    for file in ["site.yaml", "kinds/event.yaml", "vocabularies/subjects.yaml"] {
        let site = SiteTest::new().file(&format!("content/{file}"), marks);
        let problems = site.problems();
        assert_eq!(
            problems.iter().filter(|one| one.contains(file)).collect::<Vec<_>>(),
            [&format!("error merge-unfinished content/{file}:1:1")]
        );
    }
}

#[test]
fn nothing_is_said_of_a_meeting_that_nobody_wrote() {
    let card = "---\nназвание: Проектная деятельность\nначало: 21.12.2026 10:00\nформа: вебинар\nссылка на подключение: https://vks.example/1\n---\nТекст.\n";
    let site = SiteTest::new().file("content/events/a.md", card);
    site.build().ok().hides("events/a/index.html", "очно").hides("events/index.html", "очно");
    let contest =
        "---\nназвание: Смотр\nучастники: педагоги\nначало: 09.03.2027\nокончание: 19.03.2027\n---\nТекст.\n";
    let site = SiteTest::new().file("content/contests/a.md", contest);
    site.build().ok().hides("contests/a/index.html", "униципальный");
}
