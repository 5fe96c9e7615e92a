//! Open data: every list as a table for office programs and as objects for programs.

use std::fs;

use serde_json::{Value, json};

use crate::SiteTest;

fn read(site: &SiteTest, path: &str) -> String {
    fs::read_to_string(site.path("public").join(path)).unwrap()
}

/// The rows of a CSV file, cell by cell, as office programs read them.
fn rows(file: &str) -> Vec<Vec<String>> {
    let text = file.strip_prefix('\u{feff}').expect("a mark of UTF-8");
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.push(letters.next().unwrap()),
            '"' => quoted = !quoted,
            ';' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    assert!(!quoted && cell.is_empty(), "the last line ends");
    rows
}

/// What a page has in the column of a label.
fn cell<'r>(rows: &'r [Vec<String>], title: &str, label: &str) -> &'r str {
    let at =
        |label: &str| rows[0].iter().position(|head| head == label).unwrap_or_else(|| panic!("no {label}"));
    let row = rows.iter().find(|row| row[at("Заголовок")] == title).unwrap_or_else(|| panic!("no {title}"));
    &row[at(label)]
}

const KIND: &str = "kind: room\nlabel: Кабинет\ntitle: Кабинеты\nfolder: rooms\nlist: {address: /rooms/, sort: [title]}\nfields:\n\
    \x20 area: {type: number, label: Площадь}\n  open: {type: boolean, label: Открыт}\n  phone: {type: phone, label: Телефон}\n\
    \x20 keeper: {type: relation, to: [person], or_text: true, label: Кто отвечает}\n\
    \x20 hours: {type: group, label: Часы, fields: {from: {type: text, label: С}, to: {type: text, label: До}}}\n\
    \x20 notes: {type: text, list: true, label: Заметки}\n";

fn room(title: &str, lines: &str) -> String {
    format!("---\ntitle: '{title}'\n{lines}---\nТекст.\n")
}

fn rooms() -> SiteTest {
    SiteTest::new()
        .file("content/kinds/room.yaml", KIND)
        .file("themes/imc/templates/room.html", "{% extends \"entry.html\" %}")
}

#[test]
fn a_list_is_a_table_that_office_programs_open() {
    let site = rooms()
        .file(
            "content/rooms/a.md",
            room(
                "Зал; большой",
                "площадь: 24.5\nоткрыт: да\nтелефон: +7 (000) 000-00-00\nчасы: {с: 9:00, до: 17:00}\nзаметки: [\"первая «а»\", \"вторая \\\"б\\\"\"]\nсогласие: да\n",
            ),
        )
        .file("content/rooms/b.md", room("=HYPERLINK(\"http://a.example\")", "открыт: нет\nзаметки: ['@SUM(1)', '-2+3']\n"))
        .file("content/rooms/c.md", room("Черновик", "состояние страницы: черновик\n"));
    site.build()
        .ok()
        .shows("rooms/index.html", "href=\"/rooms/room.csv\"")
        .shows("rooms/index.html", "href=\"/rooms/room.json\"");
    let rows = rows(&read(&site, "rooms/room.csv"));
    assert_eq!(rows.len(), 3, "a head, two rooms, no draft");
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    assert!(!rows[0].iter().any(|head| head.contains("огласие")), "{:?}", rows[0]);
    let hall = |label| cell(&rows, "Зал; большой", label);
    assert_eq!(hall("Адрес страницы"), "https://centre.example/rooms/a/");
    assert_eq!((hall("Площадь"), hall("Открыт")), ("24,5", "да"));
    assert_eq!((hall("Часы: С"), hall("Часы: До")), ("9:00", "17:00"));
    assert_eq!(hall("Заметки"), "первая «а»; вторая \"б\"");
    assert_eq!(hall("Телефон"), "'+7 (000) 000-00-00");
}

#[test]
fn no_cell_begins_a_formula() {
    for begin in ["=1+1", "+1", "-1", "@SUM(1)", "＝1"] {
        let site = rooms().file(
            "content/rooms/a.md",
            room(&format!("{begin} и слова"), &format!("заметки: ['{begin}']\n")),
        );
        site.build().ok();
        let file = read(&site, "rooms/room.csv");
        let rows = rows(&file);
        assert_eq!(cell(&rows, &format!("'{begin} и слова"), "Заметки"), format!("'{begin}"), "{file}");
    }
}

#[test]
fn a_list_is_objects_for_programs() {
    let site = rooms()
        .file("content/people/metodist.md", "---\ntitle: Методист\nдолжность: методист\nсотрудник: да\n---\n")
        .file("content/people/hidden.md", "---\ntitle: Автор\nдолжность: учитель\nсогласие: нет\n---\n")
        .file(
            "content/rooms/a.md",
            room("Зал", "площадь: 24.5\nоткрыт: нет\nкто отвечает: metodist\nчасы: {с: 9:00}\n"),
        )
        .file("content/rooms/b.md", room("Кабинет", "кто отвечает: hidden\n"));
    assert_eq!(site.build().code(), 0);
    let whole: Value = serde_json::from_str(&read(&site, "rooms/room.json")).unwrap();
    assert_eq!(
        (&whole["title"], &whole["url"]),
        (&json!("Кабинеты"), &json!("https://centre.example/rooms/"))
    );
    let labelled = whole["fields"].as_array().unwrap().iter().find(|field| field["name"] == "hours").unwrap();
    assert_eq!(labelled["fields"][1], json!({ "name": "to", "label": "До" }));
    let items = whole["items"].as_array().unwrap();
    assert_eq!(
        items[0],
        json!({
            "title": "Зал", "url": "https://centre.example/rooms/a/", "area": 24.5, "open": false, "hours": {"from": "9:00"},
            "keeper": {"title": "Методист", "url": "https://centre.example/people/metodist/"}
        })
    );
    // A person who is not shown is not named to machines either.
    assert_eq!(items[1], json!({ "title": "Кабинет", "url": "https://centre.example/rooms/b/" }));
}

#[test]
fn the_terms_of_a_vocabulary_are_a_table_too() {
    let site = SiteTest::new().file(
        "content/associations/rmo.md",
        "---\ntitle: РМО математиков\nassoc_type: РМО\nsubjects: [математика]\n---\n",
    );
    site.build()
        .ok()
        .shows("subjects/index.html", "href=\"/subjects/subjects.csv\"")
        .shows("subjects/index.html", "href=\"/subjects/subjects.json\"");
    let rows = rows(&read(&site, "subjects/subjects.csv"));
    assert_eq!(rows[0], ["Код", "Название", "Другие написания", "Страниц", "Адрес страницы"]);
    let row = rows.iter().find(|row| row[0] == "matematika").unwrap();
    assert_eq!((&*row[1], &*row[3]), ("математика", "1"));
    assert!(
        row[2].starts_with("матем; ") && row[4] == "https://centre.example/subjects/matematika/",
        "{row:?}"
    );
    // What nobody bears has a name to be written by, and no page.
    let idle = rows.iter().find(|row| row[0] == "himiya").unwrap();
    assert_eq!((&*idle[3], &*idle[4]), ("0", ""));
    let whole: Value = serde_json::from_str(&read(&site, "subjects/subjects.json")).unwrap();
    assert_eq!(whole["items"][0]["id"], "russkij-yazyk");
    site.build().hides("sitemap.xml", "subjects.csv");
}

#[test]
fn open_data_follow_the_base_path_and_stay_out_of_the_map() {
    let site = rooms().at("https://centre.example/imc/").file("content/rooms/a.md", room("Зал", ""));
    site.build()
        .ok()
        .shows("rooms/index.html", "href=\"/imc/rooms/room.csv\"")
        .shows("rooms/room.json", "https://centre.example/imc/rooms/a/")
        .hides("sitemap.xml", "room.csv")
        .hides("sitemap.xml", "room.json");
}
