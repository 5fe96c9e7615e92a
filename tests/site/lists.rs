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
