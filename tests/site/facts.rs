//! What a row or a letter tells of days, hours and changes: a fact is whole, or it is told.

use std::fs;

use crate::SiteTest;

fn read(site: &SiteTest, path: &str) -> String {
    fs::read_to_string(site.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn has(text: &str, parts: &[&str]) {
    parts.iter().for_each(|part| assert!(text.contains(part), "{part}\n---\n{text}"));
}

/// The events that a table with the columns «Мероприятие», «Дата», «Время» becomes, and what was said of it.
fn events(heading: &str, rows: &[(&str, &str, &str)]) -> (String, String) {
    let table: String = rows.iter().map(|(title, day, hour)| format!("{title};{day};{hour}\n")).collect();
    let text = format!("{heading};;\nМероприятие;Дата проведения;Время\n{table}");
    let site = SiteTest::new().file("План.csv", text);
    let said = site.run(&["import", "План.csv", "--kind", "план"]).ok_output().to_owned();
    let folder = fs::read_dir(site.path("content/events")).unwrap();
    let list = folder
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .expect("a list was made");
    (said, fs::read_to_string(list).unwrap())
}

#[test]
fn two_days_of_a_cell_are_no_day_with_an_hour() {
    let (said, list) = events(
        "План на декабрь 2026 года",
        &[
            ("Семинар А", "03.12 07.12", ""),
            ("Семинар Б", "03.12.2026 07.12.2026", ""),
            ("Семинар В", "\"03.12\n07.12\"", ""),
            ("Семинар Г", "08.12", "07.12"),
            ("Семинар Д", "9.12 в 11.10", ""),
        ],
    );
    for row in 3..=5 {
        has(&said, &[&format!("строка {row} не внесена, день не прочитан")]);
    }
    has(&list, &["start: 08.12.2026 07:12", "start: 09.12.2026 11:10"]);
    assert_eq!(list.matches("start:").count(), 2, "{list}");
}

#[test]
fn hours_are_read_where_they_are_clear_and_else_told_with_their_words() {
    let (said, list) = events(
        "План на декабрь 2026 года",
        &[
            ("Семинар А", "17 декабря 2026 г. в 10-00 ч.", ""),
            ("Семинар Б", "18 декабря с 10 до 12", ""),
            ("Семинар В", "21.12", "14,3"),
            ("Семинар Г", "22.12", "13"),
            ("Семинар Д", "23.12", "10:00, 14:00"),
            ("Семинар Е", "24.12", "после уроков"),
            ("Семинар Ж", "25 декабря, понедельник", ""),
        ],
    );
    has(
        &list,
        &[
            "start: 17.12.2026 10:00\n    form",
            "start: 18.12.2026 10:00\n    end: 18.12.2026 12:00\n",
            "start: 21.12.2026 14:30\n",
            "start: 22.12.2026 13:00\n",
            "Начало: 23.12 10:00, 14:00",
            "start: 24.12.2026\n",
            "Начало: 24.12 после уроков",
            "Начало: 25 декабря, понедельник",
        ],
    );
    has(
        &said,
        &[
            "строка 7: день поставлен предположительно, 23.12.2026 10:00, а написано «23.12 10:00, 14:00»",
            "строка 8: день поставлен предположительно, 24.12.2026, а написано «24.12 после уроков»",
            "строка 9: день поставлен предположительно, 25.12.2026, а написано «25 декабря, понедельник»",
        ],
    );
    assert!(!said.contains("строка 3: день") && !said.contains("строка 4: день"), "{said}");
}

#[test]
fn a_day_outside_of_the_plan_is_told() {
    let rows = [
        ("Семинар А", "12.12.2025", ""),
        ("Семинар Б", "29 ноября", ""),
        ("Семинар В", "28.12.2026 – 15.01.2027", ""),
        ("Семинар Г", "15.12.2026", ""),
    ];
    let (said, list) = events("План на декабрь 2026 года", &rows);
    has(
        &said,
        &[
            "строка 3: 12.12.2025 — вне срока, на который план (12.2026) — «Семинар А»",
            "строка 4: 29.11.2026 — вне срока, на который план (12.2026) — «Семинар Б»",
        ],
    );
    assert_eq!((said.matches("вне срока").count(), list.matches("start:").count()), (2, 4), "{said}\n{list}");
    let (said, _) = events("План на 2026/2027 учебный год", &[("Семинар", "12.12.2025", "")]);
    has(&said, &["12.12.2025 — вне срока, на который план (2026/2027)"]);
    let (said, list) =
        events("План на январь – май 2027 года", &[("Семинар", "12.03.2027", ""), ("Совет", "12", "")]);
    assert!(!said.contains("вне срока") && !list.contains("title: Совет"), "{said}\n{list}");
}

/// What a letter becomes as a page of events, and what was said of it.
fn letter(text: &str) -> (String, String) {
    let site = SiteTest::new().file("pismo.txt", text);
    let said =
        site.run(&["import", "pismo.txt", "--kind", "мероприятие", "--id", "proba"]).ok_output().to_owned();
    (said, read(&site, "content/events/proba/index.md"))
}

#[test]
fn a_letter_of_a_move_gives_the_new_day_and_one_of_a_cancellation_says_so() {
    let (said, page) = letter(
        "Уважаемые руководители!\nИнформируем, что районный семинар для учителей, запланированный на 10 декабря, \
         переносится на 17 декабря 2026 г. Начало в 14.00. Место: школа № 2.\n",
    );
    has(&page, &["start: 17.12.2026 14:00", "event_status: перенесено", "moved_from: 10.12.2026"]);
    has(&said, &["поле «Состояние» заполнено предположительно: перенесено"]);
    assert!(!page.contains("title: Уважаемые") && !page.contains("status: draft"), "{page}");
    let (said, page) = letter(
        "Заседание методического совета отменяется! Новая дата будет сообщена дополнительно. Ранее было назначено на \
         11.12.2026 в 15:00.\n",
    );
    has(&page, &["start: 11.12.2026 15:00", "event_status: отменено"]);
    has(&said, &["поле «Состояние» заполнено предположительно: отменено"]);
    let (_, page) = letter("Семинар «Оценивание»\n\nСеминар переносится с 15 на 17 декабря 2026 года.\n");
    has(&page, &["start: 17.12.2026", "moved_from: 15.12.2026", "event_status: перенесено"]);
}

#[test]
fn a_letter_of_a_change_that_is_not_clear_is_a_draft_and_told() {
    for text in [
        "Семинар «Оценивание»\n\nСеминар 10 декабря 2026 года переносится, новый день сообщим позже.\n",
        "Семинар «Оценивание» пройдёт 20 декабря 2026 года. Приём заявок переносится на 17 декабря.\n",
        "Занятия 10 декабря 2026 года отменяются. Семинар «Оценивание» состоится 11 декабря 2026 года.\n",
    ] {
        let (said, page) = letter(text);
        has(&page, &["status: draft"]);
        has(&said, &["в тексте сказано о переносе или отмене, страница — черновик"]);
        assert!(!page.contains("event_status"), "{page}");
    }
    let (said, page) = letter("Семинар «Оценивание» не отменяется и состоится 10 декабря 2026 года.\n");
    has(&page, &["start: 10.12.2026"]);
    assert!(!page.contains("status:") && !said.contains("отмене"), "{page}\n{said}");
    let (said, page) = letter("Открытый урок «Перенос слов»\n\nУрок пройдёт 10 декабря 2026 года.\n");
    has(&page, &["start: 10.12.2026"]);
    assert!(!page.contains("status:") && !said.contains("отмене"), "{page}\n{said}");
}
