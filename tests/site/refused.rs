//! What cannot be published as it is: every message has its rule and its exact place, and nothing is said twice.

use crate::{SiteTest, news};

/// Holds that an event with one more line gets exactly one message of its own, at a column of line 6.
fn wrong(line: &str, rule: &str, column: usize) {
    let text = format!(
        "---\ntitle: Семинар\nform: семинар\nstart: 25.11.2026\nответственный: методист центра\n{line}\n---\n"
    );
    let site = SiteTest::new().file("content/events/a.md", text);
    assert_eq!(site.problems(), [format!("error {rule} content/events/a.md:6:{column}")], "{line}");
}

#[test]
fn every_type_refuses_what_it_is_not() {
    wrong("Окончание: вчера", "value-invalid", 12);
    wrong("Окончание: 31.02.2026", "value-invalid", 12);
    wrong("Окончание: [25.11.2026, 26.11.2026]", "value-invalid", 13);
    wrong("Дата объявления: 20.11.2026 10:00", "value-invalid", 18);
    wrong("Объём: много", "value-invalid", 8);
    wrong("Объём: 0,1", "value-out-of-range", 8);
    wrong("Весь день: может быть", "value-invalid", 12);
    wrong("Ссылка: centre.example", "value-invalid", 9);
    wrong("Ссылка: javascript:alert(1)", "value-invalid", 9);
    wrong("Регистрация: {Почта для заявок: центр}", "value-invalid", 33);
    wrong("Регистрация: {Телефон для заявок: позвоните}", "value-invalid", 35);
    wrong("Регистрация: {Мест: 0}", "value-out-of-range", 21);
    wrong("Регистрация: {Мест: двадцать}", "value-invalid", 21);
    wrong("Регистрация: по телефону", "value-invalid", 14);
    wrong("Формат: устно", "term-unknown", 9);
    wrong("Для кого: учителя, марсиане", "term-unknown", 20);
    wrong("Порядок: 1.5", "value-invalid", 10);
    wrong("Пункт плана: {а: б}", "value-invalid", 14);
    wrong("Объединения: net-takogo", "relation-unknown", 14);
    wrong("Организатор: net-takogo", "relation-unknown", 14);
    wrong("Объединения: a", "relation-wrong-kind", 14);
    wrong("Файлы: [{file: net.docx, title: План}]", "file-missing", 16);
    wrong("Файлы: [{file: ../../site.yaml/../../x, title: План}]", "path-leaves-site", 16);
    wrong("Файлы: [{title: План}]", "field-missing", 10);
    wrong("Фотографии: [{alt: Зал}]", "value-invalid", 14);
    wrong("Неттакогополя: да", "field-unknown", 1);
    wrong("Название: Ещё раз", "field-twice", 1);
    wrong("title: Ещё раз", "yaml-duplicate-key", 1);
    wrong("Итоги: {Участников: 10, участников: 11}", "field-twice", 25);
}

#[test]
fn a_school_year_is_two_years_in_a_row() {
    let kind = "kind: news\nfields:\n  year: {type: school_year, label: Учебный год}\n";
    for (written, problems) in [("2026/2027", 0), ("2026-2027", 0), ("2026/2028", 1), ("2026", 1)] {
        let text = format!("---\ntitle: Новость\ndate: 20.11.2026\nучебный год: {written}\n---\n");
        let site = SiteTest::new().file("content/kinds/news.yaml", kind).file("content/news/a.md", text);
        assert_eq!(site.problems().len(), problems, "{written}");
    }
}

#[test]
fn places_are_right_in_files_of_any_editor() {
    let text = "---\nЗаголовок: «Ёлка» — 🎄\nДата: вчера\n---\nСм. [[нет]].\n";
    let windows = text.replace('\n', "\r\n").replace('🎄', "").replace('Ё', "Е");
    let cases: [(&str, Vec<u8>); 5] = [
        ("plain", text.into()),
        ("crlf", text.replace('\n', "\r\n").into()),
        ("bom", format!("\u{feff}{text}").into()),
        ("empty lines first", format!("\n\n{text}").into()),
        ("windows-1251", encoding_rs::WINDOWS_1251.encode(&windows).0.into()),
    ];
    for (name, bytes) in cases {
        let site = SiteTest::new().file("content/news/a.md", bytes);
        let shift = if name == "empty lines first" { 2 } else { 0 };
        let wanted = [
            format!("error value-invalid content/news/a.md:{}:7", 3 + shift),
            format!("error link-dead content/news/a.md:{}:5", 5 + shift),
        ];
        let said: Vec<String> =
            site.problems().into_iter().filter(|one| !one.contains("encoding-foreign")).collect();
        assert_eq!(said, wanted, "{name}");
    }
}

#[test]
fn places_are_right_behind_what_was_mended() {
    let text = "---\ntitle: Он сказал 'да': 'нет'\nregistration:\n\tурл: 1\n\tМест:много\nform: семинар\nstart: 25.11.2026\nответственный: методист центра\n---\n";
    let site = SiteTest::new().file("content/events/a.md", text);
    assert_eq!(
        site.problems(),
        ["error field-unknown content/events/a.md:4:2", "error value-invalid content/events/a.md:5:7"]
    );
}

#[test]
fn a_broken_head_is_told_at_its_line() {
    let cases = [
        ("Текст без шапки.\n", "front-matter-missing content/news/a.md:1:1"),
        (
            "---\ntitle: Новость\ndate: 20.11.2026\n\nВнимание: важно.\n",
            "front-matter-unclosed content/news/a.md:3:1",
        ),
        ("---\ntitle: \"Новость\ndate: 20.11.2026\n---\n", "yaml-syntax content/news/a.md:2:8"),
        ("---\ntitle: Новость\ntags: [а, б\ndate: 20.11.2026\n---\n", "yaml-syntax content/news/a.md:3:7"),
        ("---\ntitle: Новость\nпросто слова\ndate: 20.11.2026\n---\n", "yaml-syntax content/news/a.md:3:1"),
        ("---\nпросто слова\n---\n", "fields-expected content/news/a.md:2:1"),
        ("---\n---\n", "field-missing content/news/a.md:2:1"),
        ("", "file-empty content/news/a.md"),
        (" \n\n", "file-empty content/news/a.md"),
    ];
    for (text, wanted) in cases {
        let site = SiteTest::new().file("content/news/a.md", text);
        let problems = site.problems();
        assert!(problems.contains(&format!("error {wanted}")), "{text:?}: {problems:?}");
        assert!(problems.len() == 1 || wanted.starts_with("field-missing"), "{text:?}: {problems:?}");
    }
}

#[test]
fn a_lone_hash_before_a_word_is_asked_about() {
    let text = "---\ntitle: Новость\ndate: 20.11.2026\nанонс: Приходите #важно\n---\n";
    let site = SiteTest::new().file("content/news/a.md", text);
    assert_eq!(site.problems(), ["error hash-cuts-text content/news/a.md:4:18"]);
}

#[test]
fn one_slip_has_one_message() {
    let site = SiteTest::new()
        // The mistyped names of required fields are not missing as well.
        .file("content/news/a.md", "---\nЗаголвок: Новость\nДтаа: 20.11.2026\n---\n")
        // What points to a broken page is not dead as well.
        .file("content/news/b.md", "---\ntitle: [Новость\n---\n# Раздел\n")
        .file("content/news/c.md", news("Новость", "См. [[b]], [[b#раздел]] и [сюда](b.md)."))
        // An empty required field is missing, whatever is wrong below it.
        .file("content/news/d.md", "---\ntitle:\ndate: вчера\n---\n");
    assert_eq!(
        site.problems(),
        [
            "error field-unknown content/news/a.md:2:1",
            "error field-unknown content/news/a.md:3:1",
            "error yaml-syntax content/news/b.md:2:8",
            "error field-missing content/news/d.md:2:1",
            "error value-invalid content/news/d.md:3:7",
        ]
    );
}

#[test]
fn messages_guess_what_was_meant() {
    let site = SiteTest::new()
        .file("content/evnts/a.md", news("Новость", ""))
        .file("content/events/seminar.md", "---\ntitle: Семинар\nform: семинр\nstrat: 25.11.2026\nответственный: методист центра\n---\n")
        .file("content/news/a.md", "---\ntitle: Новость\ndate: 20.11.2026\nмероприятия: seminra\nфайлы: [{file: plna.txt, title: План}]\n---\nСм. [[seminra]], [[seminar#3.2]] и [тут](/events/seminra/).\n")
        .file("content/news/plan.txt", "план");
    let outcome = site.build();
    for guess in ["content/events", "семинар", "Начало", "seminar", "plan.txt", "/events/seminar/"]
    {
        outcome.fails_with(
            &format!("Возможно, вы имели в виду «{guess}»")
                .replace("«content/events»", "папку content/events"),
        );
    }
}

#[test]
fn each_item_of_a_list_file_has_its_own_place() {
    let text = "form: семинар\nответственный: методист центра\nitems:\n  - title: Первое\n    start: 01.12.2026\n  - title: Второе\n    start: 35.12.2026\n  \
                - просто слова\n  - start: 02.12.2026\n  - title: Первое\n    start: 03.12.2026\n    body: См. [[нет]].\n";
    let site = SiteTest::new().file("content/events/plan.yaml", text);
    assert_eq!(
        site.problems(),
        [
            "error value-invalid content/events/plan.yaml:7:12",
            "error list-item-invalid content/events/plan.yaml:8:5",
            "error field-missing content/events/plan.yaml:9:5",
            "error id-duplicate content/events/plan.yaml:10:12",
        ]
    );
}

#[test]
fn bombs_of_yaml_are_refused_quickly() {
    let deep = format!("---\ntitle: {}{}\n---\n", "[".repeat(50_000), "]".repeat(50_000));
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (one, other) in "abcdefghij".chars().zip("bcdefghijk".chars()) {
        bomb += &format!(
            "{other}:\n  - &{other} [*{one}, *{one}, *{one}, *{one}, *{one}, *{one}, *{one}, *{one}]\n"
        );
    }
    let flow = format!("{{a: &a [x, x], b: &b [*a, *a, *a, *a], c: [{}]}}\n", "*b, ".repeat(5_000));
    let site = SiteTest::new()
        .file("content/news/a.md", deep)
        .file("content/news/b.yaml", bomb)
        .file("content/news/c.yaml", flow);
    let problems = site.problems();
    for name in ["a.md", "b.yaml", "c.yaml"] {
        assert!(problems.iter().any(|one| one.starts_with("error") && one.contains(name)), "{problems:?}");
    }
}

#[test]
fn kinds_and_vocabularies_are_checked_too() {
    let site = SiteTest::new()
        .file("content/kinds/vacancy.yaml", "kind: vacancy\nlabel: Вакансия\nfodler: vacancies\nbehaviours: {shedule: {}}\nfields:\n  pay: {type: txt}\n  form: {type: term, vocabulary: event-form}\n  who: {type: relation, to: [persn]}\n")
        .file("content/vocabularies/x.yaml", "vocabulary: x\nterms:\n  - {label: а, state: inforce}\n  - {id: б}\n")
        .file("content/vocabularies/synonyms.yaml", "groups: [[РМО, объединение]]\nother: 1\n");
    let problems = site.problems();
    let wanted = [
        "error declaration-unknown content/kinds/vacancy.yaml:4",
        "error declaration-unknown content/kinds/vacancy.yaml:6",
        "error declaration-unknown content/kinds/vacancy.yaml:7",
        "error declaration-unknown content/kinds/vacancy.yaml:8",
        "error setting-unknown content/kinds/vacancy.yaml:3:1",
        "error setting-invalid content/vocabularies/x.yaml:3",
        "error setting-missing content/vocabularies/x.yaml:4",
        "error setting-unknown content/vocabularies/synonyms.yaml:2:1",
    ];
    for wanted in wanted {
        assert!(problems.iter().any(|one| one.starts_with(wanted)), "{wanted} among {problems:#?}");
    }
}

#[test]
fn settings_of_the_site_are_strict() {
    let site = SiteTest::new()
        .file(
            "content/site.yaml",
            "titel: Центр\nbase_url: centre.example\nfooter: [{title: Сюда}]\norganization: {phnoe: 1}\n",
        )
        .file("content/news/a.md", news("Новость", ""));
    assert_eq!(
        site.problems(),
        [
            "error setting-missing content/site.yaml:1:1",
            "error setting-unknown content/site.yaml:1:1",
            "error base-url-invalid content/site.yaml:2:11",
            "error setting-missing content/site.yaml:3:10",
            "error setting-unknown content/site.yaml:4:16",
        ]
    );
}

#[test]
fn a_site_without_settings_says_so_first() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "")).without("content/site.yaml");
    assert_eq!(site.problems(), ["error site-file-missing content/site.yaml"]);
}

#[test]
fn fields_of_a_kind_are_named_and_not_listed() {
    let kind =
        "kind: note\nlabel: Запись\ntitle: Записи\nfolder: notes\nfields:\n  - name: q\n    type: text\n";
    let site = SiteTest::new().file("content/kinds/note.yaml", kind);
    let problems = site.problems();
    assert!(
        problems.iter().any(|one| one.contains("setting-invalid content/kinds/note.yaml:6")),
        "{problems:?}"
    );
}

#[test]
fn files_that_could_act_in_a_browser_are_no_attachments() {
    let page = "---\ntitle: Новость\ndate: 21.11.2026\nattachments:\n  - {file: risunok.svg, title: Рисунок}\n---\nТекст.\n";
    let site = SiteTest::new().file("content/news/a/index.md", page).file(
        "content/news/a/risunok.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    );
    site.build().fails_with("file-active");
    let site = site
        .file("content/news/a/risunok.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>");
    site.build().ok();
}

#[test]
fn a_time_zone_that_does_not_exist_is_told() {
    let settings = "title: Центр\nbase_url: https://centre.example/\ntime_zone: Europe/Moskva\n";
    let site = SiteTest::new()
        .file("content/site.yaml", settings)
        .file("content/news/a.md", news("Новость", "Текст."));
    assert_eq!(site.problems(), ["error time-zone-unknown content/site.yaml:3:12"]);
}

#[test]
fn what_there_is_to_say_of_the_content_is_said_beside_a_refused_publication() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    let site = site.file("content/news/forgotten.docx", "забыт").file("public/theirs.txt", "чужое");
    let outcome = site.build();
    assert_eq!(outcome.code(), 2);
    outcome.says("publish-foreign-folder").says("forgotten.docx");
}

#[test]
fn what_stands_over_a_list_is_told_once_and_does_not_swell_its_items() {
    let items = "  - {title: Встреча, start: 01.12.2026, form: семинар}\n".repeat(5_001);
    let long = "слово ".repeat(200);
    let list = format!("nazvanie_polya: x\nsummary: {long}\nitems:\n{items}");
    let said = SiteTest::new().file("content/events/plan.yaml", list).problems();
    let of = |rule: &str| said.iter().filter(|one| one.contains(rule)).cloned().collect::<Vec<_>>();
    assert_eq!(of("field-unknown"), ["error field-unknown content/events/plan.yaml:1:1"]);
    assert_eq!(of("list-shared-too-long"), ["error list-shared-too-long content/events/plan.yaml:2:1"]);
    assert_eq!(of("list-file-too-long"), ["error list-file-too-long content/events/plan.yaml:5004:5"]);
}

#[test]
fn a_thousand_dead_links_have_their_near_words_and_a_circle_is_found_among_many_documents() {
    let front =
        "doc_type: положение\ndate: 20.11.2026\nnumber: 1\nlegal_status: утратил силу\nlevel: локальный\n";
    let mut site = SiteTest::new();
    for i in 0..300 {
        let next = if i == 299 { 297 } else { i + 1 };
        let text =
            format!("---\ntitle: Положение {i}\n{front}supersedes: [polozhenie-{next}]\n---\n1.1. Пункт.\n");
        site = site.file(&format!("content/regulations/polozhenie-{i}.md"), text);
    }
    let links: String = (0..1_000).map(|i| format!("[x](/regulations/polozhenye-{}/) ", i % 300)).collect();
    let outcome = site.file("content/news/a.md", news("Новость", &links));
    let said = outcome.run(&["check", "--today", "2026-11-21", "--format", "json"]);
    said.says("/regulations/polozhenie-123/").says("/regulations/polozhenie-299/");
    said.says("Положение 297 → Положение 298 → Положение 299");
    let circles = outcome.problems().into_iter().filter(|one| one.contains("lifecycle-cycle"));
    assert_eq!(
        circles.collect::<Vec<_>>(),
        ["error lifecycle-cycle content/regulations/polozhenie-297.md:8:14"]
    );
}

#[test]
fn thousands_of_values_in_one_field_are_refused() {
    let tags = (0..2_001).map(|i| format!("м{i}")).collect::<Vec<_>>().join(", ");
    let text = format!("---\ntitle: Новость\ndate: 20.11.2026\ntags: [{tags}]\n---\nТекст.\n");
    let said = SiteTest::new().file("content/news/a.md", text).problems();
    let column = "tags: [".len() + tags.chars().count() - "м2000".chars().count() + 1;
    assert!(said.contains(&format!("error list-too-long content/news/a.md:4:{column}")), "{said:?}");
}
