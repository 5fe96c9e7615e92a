//! Tables of any kind that are imported: a list file, a record a row.

use std::fs;

use crate::SiteTest;

fn read(site: &SiteTest, path: &str) -> String {
    fs::read_to_string(site.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn has(text: &str, parts: &[&str]) {
    parts.iter().for_each(|part| assert!(text.contains(part), "{part}\n---\n{text}"));
}

#[test]
fn a_table_of_any_kind_is_a_list_when_its_heads_are_called_as_fields() {
    let tables = [
        (
            "Новинки.csv",
            "Название;Вид издания;Поступило;Страниц;Цена\nУрок без спешки;пособие;20.11.2026;80;120\n",
            "«Издание»",
            "content/biblio/novinki.yaml",
            &[
                "title: Урок без спешки",
                "biblio_type: учебно-методическое пособие",
                "date: 20.11.2026",
                "pages: ",
                "Цена: 120",
            ][..],
        ),
        (
            "Запросы.csv",
            "Запрос;Срок;Кто сдаёт;Кому сдавать\nСведения о кружках;15.12.2026;школа;методист\n",
            "«Запрос»",
            "content/requests/zaprosy.yaml",
            &["title: Сведения о кружках", "due: 15.12.2026", "who: [школа]", "recipient: методист"],
        ),
        (
            "Курсы.csv",
            "Название;Вид программы;Объём;Начало;Окончание\nЦифровая школа;ПК;36;15.03.2027;26.03.2027\n",
            "«Программа»",
            "content/programs/plan-2027-03.yaml",
            &["program_type: ", "hours: 36", "start: 15.03.2027", "end: 26.03.2027"],
        ),
    ];
    for (name, text, kind, list, written) in tables {
        let site = SiteTest::new().file(name, text);
        let said = site.run(&["import", name]).ok_output().to_owned();
        has(
            &said,
            &[&format!("Вид: {kind} — графы таблицы названы как поля этого вида"), "Записей в списке: 1"],
        );
        let text = read(&site, list);
        has(&text, written);
        assert!(!text.contains("status: draft"), "{text}");
        site.build().ok();
    }
}

#[test]
fn a_list_without_what_its_records_must_have_is_one_of_drafts_and_without_a_head_is_none() {
    let site = SiteTest::new().file("Сдать.csv", "Название;Срок\nСводка;01.12.2026\nОтчёт;до января\n");
    let said = site.run(&["import", "Сдать.csv", "--kind", "запрос"]).ok_output().to_owned();
    has(&said, &["в таблице нет графы «Кому сдавать»", "строка 3: не прочитано «Срок» — «Отчёт»"]);
    let list = read(&site, "content/requests/sdat.yaml");
    assert_eq!(list.matches("status: draft").count(), 2, "{list}");
    assert!(list.contains("Срок: до января"), "{list}");
    let site = SiteTest::new().file("Телефоны.csv", "Имя;Телефон\nа;б\n");
    site.run(&["import", "Телефоны.csv", "--kind", "запрос"])
        .says("Назовите графы так, как называются поля: «Название» и");
}

/// The list that a table becomes, and what was said of it.
fn list(name: &str, text: &str, kind: &str, list: &str) -> (String, String) {
    let site = SiteTest::new().file(name, text);
    let said = site.run(&["import", name, "--kind", kind]).ok_output().to_owned();
    (said, read(&site, list))
}

#[test]
fn hours_of_a_week_that_a_card_would_not_take_are_no_hours() {
    let rows = [
        "вторник, четверг",
        "понедельник-среда",
        "ежедневно, кроме пятницы",
        "2-я среда",
        "среда (чётная неделя)",
        "по вторникам",
        "пн",
    ];
    let table = rows.iter().enumerate().map(|(at, day)| format!("Приём {at};{day};14:00–16:00;методист\n"));
    let text = format!("Название;День недели;Время;Кто принимает\n{}", table.collect::<String>());
    let (said, list) =
        list("Консультации.csv", &text, "консультация", "content/consultations/konsultacii.yaml");
    for (at, day) in rows.iter().enumerate().take(5) {
        has(&said, &[&format!("строка {}: не прочитано «День недели» — «Приём {at}»", at + 2)]);
        has(&list, &[&format!("День недели: {day}")]);
    }
    assert_eq!(list.matches("weekday:").count(), 2, "{list}");
    has(&list, &["weekday: вторник", "weekday: понедельник"]);
}

#[test]
fn words_of_a_cell_that_its_field_does_not_take_stay_and_are_told() {
    let (said, list) = list(
        "Запросы.csv",
        "Название;Срок;Кому сдавать;Кто сдаёт;Для кого\n\
         Отчёт 1;до 10.12.2026;методист;все школы, кроме № 5;учителя биологии\n\
         Отчёт 2;11.12.2026;методист;школы и ДОУ;учителя и воспитатели\n",
        "запрос",
        "content/requests/zaprosy.yaml",
    );
    has(
        &said,
        &[
            "строка 2: «Кто сдаёт» не прочитано, слова записаны в текст: «все школы, кроме № 5» — «Отчёт 1»",
            "строка 2: «Для кого» заполнено предположительно, учителя, а написано «учителя биологии» — «Отчёт 1»",
        ],
    );
    has(
        &list,
        &[
            "due: 10.12.2026\n",
            "Кто сдаёт: все школы, кроме № 5",
            "Для кого: учителя биологии",
            "audience: [учителя, воспитатели]",
        ],
    );
    assert_eq!(list.matches("who:").count(), 1, "{list}");
    assert!(!said.contains("строка 3: «"), "{said}");
}

#[test]
fn what_a_book_is_stands_in_its_column_and_not_in_its_title() {
    let table = "Название;Вид издания;Поступило;Страниц\n\
                 Книга для учителя;книга;01.12.2026;80 с.\n\
                 Книга о школе;альбом;02.12.2026;64\n\
                 Книга о чтении;электронное издание (CD);02.12.2026;\n";
    let site = SiteTest::new().file("Книги.csv", table);
    let said = site.run(&["import", "Книги.csv", "--kind", "издание"]).ok_output().to_owned();
    has(
        &said,
        &[
            "строка 3: не прочитано «Вид издания» — «Книга о школе»",
            "строка 4: не прочитано «Вид издания» — «Книга о чтении»",
        ],
    );
    let list = read(&site, "content/biblio/knigi.yaml");
    assert!(!list.contains("монография"), "{list}");
    has(&list, &["biblio_type: книга\n", "Вид издания: альбом", "Вид издания: электронное издание (CD)"]);
    assert_eq!(
        (list.matches("biblio_type").count(), list.matches("status: draft").count()),
        (1, 2),
        "{list}"
    );
    site.build().ok();
    let page = read(&site, "public/biblio/kniga-uchitelya/index.html");
    assert!(page.contains("80 с. –") && !page.contains("с. с."), "{page}");
}

#[test]
fn hours_of_courses_are_read_with_their_word_and_only_there() {
    let (said, list) = list(
        "Курсы.csv",
        "Название;Вид программы;Количество часов;Начало\n\
         Первый;ПК;36 часов;18.01.2027\nВторой;ПК;16 ч.;19.01.2027\nТретий;ПК;72/36;20.01.2027\n",
        "программа",
        "content/programs/plan-2027-01.yaml",
    );
    has(&list, &["hours: 36\n", "hours: 16\n", "Объём, часов: 72/36", "status: draft"]);
    has(&said, &["строка 4: не прочитано «Объём, часов» — «Третий»"]);
}
