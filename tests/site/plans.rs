//! Plans of events as tables, and announcements: what becomes of each row and each sentence.

use std::fs;

use crate::SiteTest;
use crate::office::{Docx, p, table, workbook};

fn read(site: &SiteTest, path: &str) -> String {
    fs::read_to_string(site.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}\n---\n{text}");
    }
}

const HEAD: [&str; 5] = ["№ п/п", "Мероприятие", "Дата и время", "Место", "Ответственный"];

fn plan() -> Docx {
    let cells = |texts: [&str; 5]| texts.map(p);
    let rows = [
        cells(HEAD),
        cells([
            "1",
            "Заседание РМО учителей математики",
            "12.11.2026 14:00",
            "Школа № 1",
            "методист по математике",
        ]),
        cells(["2", "Семинар «Оценивание»", "21 ноября, 10.00", "ИМЦ", ""]),
        cells(["3", "Консультация для молодых специалистов", "18", "", "методист"]),
        cells(["4", "Проверка журналов", "в течение месяца", "", "заместитель директора"]),
        cells(["5", "Нечто необычное", "24–26 ноября", "ИМЦ", "методист"]),
    ];
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    Docx::new(&(p("УТВЕРЖДАЮ") + &p("ПЛАН РАБОТЫ") + &p("на ноябрь 2026 года") + &table(&rows)))
}

#[test]
fn a_plan_of_word_becomes_a_list_of_events_and_unread_rows_are_listed() {
    let site = SiteTest::new().file("План.docx", plan().bytes());
    let outcome = site.run(&["import", "План.docx", "--kind", "план"]);
    let said = outcome.ok_output();
    has(
        said,
        &[
            "Записей в списке: 4",
            "строка 5 не внесена, день не прочитан: 4 | Проверка журналов | в течение месяца",
            "строка 3: не заполнено «Ответственный»",
            "строка 6: не прочитано «Форма» — «Нечто необычное»",
        ],
    );
    let list = read(&site, "content/events/plan-2026-11.yaml");
    has(
        &list,
        &[
            "title: Заседание РМО учителей математики\n    start: 12.11.2026 14:00\n    place: {name: Школа № 1}\n    responsible: методист по математике\n    form: заседание МО",
            "start: 21.11.2026 10:00",
            "start: 18.11.2026\n",
            "start: 24.11.2026\n    end: 26.11.2026",
            "status: draft",
        ],
    );
    assert!(!list.contains("журналов"), "{list}");
    let page = "events/2026-11-12-zasedanie-rmo-uchiteley-matematiki/index.html";
    site.build().ok().shows(page, "методист по математике");
    // Once more it is the same, and an edit is kept.
    assert!(
        site.run(&["import", "План.docx", "--kind", "план"]).ok_output().contains("Ничего не изменилось")
    );
    let edited = list.replace("Семинар «Оценивание»", "Семинар «Оценивание на уроке»");
    let site = site.file("content/events/plan-2026-11.yaml", &edited);
    assert!(site.run(&["import", "План.docx"]).ok_output().contains("ваши правки"));
    assert_eq!(read(&site, "content/events/plan-2026-11.yaml"), edited);
}

#[test]
fn a_plan_of_excel_is_read_with_its_months_and_days() {
    let text =
        |place: &str, text: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let rows = [
        text("A1", "План работы на 2026/2027 учебный год"),
        text("A2", "Содержание")
            + &text("B2", "Сроки")
            + &text("C2", "Категория участников")
            + &text("D2", "Примечание"),
        "<c r=\"A3\" t=\"s\"><v>0</v></c>".to_owned(),
        text("A4", "Вебинар по аттестации")
            + "<c r=\"B4\" s=\"1\"><v>46347.5833333333</v></c>"
            + &text("C4", "учителя, воспитатели")
            + &text("D4", "запись у методиста"),
        text("A5", "Февраль"),
        text("A6", "Мастер-класс") + &text("B6", "5"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let bytes = workbook(&[("План", "", &rows, "A3:D3")]);
    let site = SiteTest::new().file("plan.xlsx", bytes);
    let outcome = site.run(&["import", "plan.xlsx"]);
    has(
        outcome.ok_output(),
        &["Вид: «Мероприятие»", "Записей в списке: 2", "для графы «Примечание» поля нет"],
    );
    let list = read(&site, "content/events/plan-2026-11-2027-02.yaml");
    has(
        &list,
        &[
            "start: 21.11.2026 14:00",
            "audience: [учителя, воспитатели]",
            "Примечание: запись у методиста",
            "start: 05.02.2027",
            "form: мастер-класс",
        ],
    );
    site.build().ok();
}

#[test]
fn plans_of_commas_and_tabs_are_plans_and_what_is_none_is_told() {
    let csv = "Название;Дата;Место\nКруглый стол «Наставничество»;25.11.2026;ИМЦ\n";
    let tabs = "ПЛАН РАБОТЫ\nна ноябрь 2026 года\n\n№\tМероприятие\tДата\tМесто\tОтветственный\n1\tВыставка новинок\t12.11.2026\tИМЦ\tбиблиотекарь\n";
    let site = SiteTest::new().file("a.csv", csv).file("b.txt", tabs).file("c.csv", "Имя;Телефон\nа;б\n");
    site.run(&["import", "a.csv", "--id", "plan-a"]).ok_output();
    site.run(&["import", "b.txt", "--kind", "мероприятие", "--id", "plan-b"]).ok_output();
    has(&read(&site, "content/events/plan-a.yaml"), &["form: круглый стол", "start: 25.11.2026"]);
    has(&read(&site, "content/events/plan-b.yaml"), &["form: выставка", "responsible: библиотекарь"]);
    site.run(&["import", "c.csv"]).fails_with("не нашлась таблица плана");
    site.build().ok();
}

#[test]
fn a_cell_of_a_plan_is_a_day_only_when_all_of_it_is_and_what_is_concluded_is_said() {
    let days = [
        ("с 10 по 14 декабря", "start: 10.12.2026\n    end: 14.12.2026\n"),
        ("10 и 11 декабря", "start: 10.12.2026\n    end: 11.12.2026\n"),
        ("с 1 по 5 февраля 2027 года", "start: 01.02.2027\n    end: 05.02.2027\n"),
        ("10 декабря – 20 января", "start: 10.12.2026\n    end: 20.01.2027\n"),
        ("28 декабря – 3 января", "start: 28.12.2026\n    end: 03.01.2027\n"),
        ("12 декабря 14-00", "start: 12.12.2026 14:00\n"),
        ("12.12.2026 с 14.00 до 15.30", "start: 12.12.2026 14:00\n    end: 12.12.2026 15:30\n"),
        ("15 января", "start: 15.01.2027\n"),
        ("с 10 декабря", "start: 10.12.2026\n"),
        ("2-я среда", "start: 09.12.2026\n"),
        ("последняя пятница, 14:00", "start: 25.12.2026 14:00\n"),
        ("12/13 декабря", "start: 12.12.2026\n    end: 13.12.2026\n"),
    ];
    let none = [
        "каждая 2-я среда",
        "12/19 декабря",
        "1-я неделя",
        "3-4 неделя",
        "10-00",
        "каб. 5",
        "не позднее 15 декабря",
        "к 20 декабря",
        "после 15",
        "15 числа каждого месяца",
        "10.12 или 11.12",
        "1, 8, 15 декабря",
    ];
    let cells = days.iter().map(|(day, _)| *day).chain(none);
    let rows: String = cells.enumerate().map(|(at, day)| format!("Семинар {at:02}\t{day}\tИМЦ\n")).collect();
    let text = format!("ПЛАН РАБОТЫ\nна декабрь 2026 года\n\nМероприятие\tДата\tМесто\n{rows}");
    let site = SiteTest::new().file("план.txt", text);
    let said = site.run(&["import", "план.txt", "--kind", "план"]).ok_output().to_owned();
    let list = read(&site, "content/events/plan-2026-12-2027-02.yaml");
    for (at, (day, written)) in days.iter().enumerate() {
        let item =
            list.split("title: ").find(|item| item.starts_with(&format!("Семинар {at:02}\n"))).unwrap();
        assert!(item.split_once("    ").unwrap().1.starts_with(written), "{day}: {item}");
    }
    for (at, cell) in none.iter().enumerate() {
        has(&said, &[&format!("день не прочитан: Семинар {:02} | {cell}", at + days.len())]);
    }
    assert_eq!(list.matches("title:").count(), days.len());
    has(
        &said,
        &[
            "год 2027 поставлен предположительно — «Семинар 07»",
            "день поставлен предположительно, 10.12.2026, а написано «с 10 декабря» — «Семинар 08»",
        ],
    );
    assert_eq!(said.matches("предположительно").count(), 5, "{said}");
    site.build().ok();
}

#[test]
fn neither_plans_nor_meetings_of_the_same_name_replace_each_other() {
    let plan = |about: &str| {
        format!(
            "Мероприятие;Дата\nСеминар учителей {about};25.11.2026\nКруглый стол {about} района;26.11.2026\n"
        )
    };
    let site = SiteTest::new().file("a.csv", plan("математики")).file("b.csv", plan("русского языка"));
    for file in ["a.csv", "b.csv"] {
        site.run(&["import", file]).says("Документ создан");
    }
    has(&read(&site, "content/events/plan-2026-11.yaml"), &["математики"]);
    has(&read(&site, "content/events/plan-2026-11-2.yaml"), &["русского"]);
    site.run(&["import", "a.csv", "b.csv"]).says("Ничего не изменилось");
    let site = site.file("a (1).csv", plan("математики").replace("25.11", "24.11"));
    let renamed = site.run(&["import", "a (1).csv"]).ok_output().to_owned();
    assert!(renamed.contains("документ обновлён") && !renamed.contains("правки"), "{renamed}");
    let call = |day: &str| {
        format!("Уважаемые коллеги!\n\nПриглашаем {day} в 14:00 на семинар «Оценивание» в школе № 1.\n")
    };
    let site = site.file("a.txt", call("25 января 2027 года")).file("b.txt", call("25 февраля 2027 года"));
    for file in ["a.txt", "b.txt"] {
        site.run(&["import", file]).says("Документ создан");
    }
    has(&read(&site, "content/events/seminar-ocenivanie/index.md"), &["start: 25.01.2027 14:00"]);
    has(&read(&site, "content/events/seminar-ocenivanie-2027/index.md"), &["start: 25.02.2027 14:00"]);
}

#[test]
fn an_announcement_tells_when_where_and_for_whom_and_all_of_it_is_a_guess() {
    let text = include_str!("../../src/import/tests/foreign/08-announcement.txt");
    let site = SiteTest::new().file("a.txt", text.split_once('\n').unwrap().1);
    let outcome = site.run(&["import", "a.txt"]);
    let said = outcome.ok_output();
    has(
        said,
        &["Вид: «Мероприятие»", "предположительно: 21.12.2026 10:00", "предположительно: семинар-практикум"],
    );
    let made = read(&site, "content/events/seminar-praktikum-formiruyushchee-ocenivanie-uroke/index.md");
    has(
        &made,
        &[
            "title: Семинар-практикум «Формирующее оценивание на уроке»",
            "start: 21.12.2026 10:00",
            "place: {name: актовый зал школы № 1, address: \"ул. Примерная, 5\"}",
            "audience: [учителя, молодые специалисты]",
            "form: семинар-практикум",
            "closes: 18.12.2026",
            "email: imc@imc.example",
            "Уважаемые коллеги!",
        ],
    );
    site.build()
        .ok()
        .shows("events/seminar-praktikum-formiruyushchee-ocenivanie-uroke/index.html", "актовый зал");
}

#[test]
fn the_days_and_hours_of_an_announcement_are_read_in_every_form() {
    for (when, written) in [
        ("25 января 2027 года в 14.00", "start: 25.01.2027 14:00\n"),
        ("25 января 2027 года в 14-00", "start: 25.01.2027 14:00\n"),
        ("25 января 2027 года в 14 часов", "start: 25.01.2027 14:00\n"),
        ("25 января 2027 года с 14.00 до 16.00", "start: 25.01.2027 14:00\nend: 25.01.2027 16:00\n"),
        ("25.01.2027 14.00", "start: 25.01.2027 14:00\n"),
        ("в понедельник, 25 января 2027 года, в 14:00", "start: 25.01.2027 14:00\n"),
        ("с 25 по 27 января 2027 года", "start: 25.01.2027\nend: 27.01.2027\n"),
        ("25 и 26 января 2027 года", "start: 25.01.2027\nend: 26.01.2027\n"),
        (
            "до 20 января 2027 года подать заявки на почту a@b.example. 25 января 2027 года в 14:00",
            "start: 25.01.2027 14:00\n",
        ),
        (
            "до 20 января 2027 г. подать заявки и принять участие, приглашаем 25 января 2027 года в 14:00",
            "start: 25.01.2027 14:00\n",
        ),
    ] {
        let text = format!("Уважаемые коллеги!\n\nПриглашаем {when} на семинар «Оценивание» в школе № 1.\n");
        let site = SiteTest::new().file("a.txt", text);
        let said = site.run(&["import", "a.txt", "--kind", "мероприятие"]).ok_output().to_owned();
        has(&said, &["предположительно: 25.01.2027"]);
        let made = read(&site, "content/events/seminar-ocenivanie/index.md");
        has(&made, &[written]);
        if when.contains("заявки") {
            has(&made, &["closes: 20.01.2027"]);
            assert!(!made.contains("closes: 20.01.2027 14:00"), "{made}");
        }
        assert_eq!(made.contains("\nend:"), written.contains("\nend:"), "{when}\n{made}");
    }
}

#[test]
fn a_letter_is_called_by_what_it_invites_to_and_has_the_hours_of_its_own_line() {
    let text = "ИНФОРМАЦИОННОЕ ПИСЬМО\n\nЦентр приглашает учителей принять участие в работе круглого стола \
                «Подготовка к сочинению».\nДата проведения: 3 декабря 2026 г. (четверг)\nВремя: с 13:30 до 15:00\n\
                Место проведения: школа № 2, каб. 14\n";
    let site = SiteTest::new().file("a.txt", text);
    site.run(&["import", "a.txt", "--kind", "мероприятие"]).ok_output();
    let made = read(&site, "content/events/kruglyy-stol-podgotovka-sochineniyu/index.md");
    let fields = [
        "title: Круглый стол «Подготовка к сочинению»\n",
        "start: 03.12.2026 13:30\n",
        "end: 03.12.2026 15:00\n",
    ];
    has(&made, &fields);
    has(&made, &["ИНФОРМАЦИОННОЕ ПИСЬМО", "Время: с 13:30 до 15:00"]);
}

#[test]
fn days_of_applying_and_days_that_were_moved_are_not_those_of_the_meeting() {
    for (text, written) in [
        (
            "Приём заявок с 1 по 10 декабря 2026 года. Семинар «Оценивание» пройдёт 15 декабря в 14.00.",
            "registration: {closes: 10.12.2026}\nstart: 15.12.2026 14:00\nform:",
        ),
        (
            "Семинар «Оценивание» переносится с 15 декабря на 17 декабря 2026 года, в 14.00.",
            "start: 17.12.2026 14:00\nmoved_from: 15.12.2026\nevent_status: перенесено\nform:",
        ),
        (
            "Семинар «Оценивание» пройдёт 15 декабря 2026 года. Запись семинара будет на https://imc.example/",
            "start: 15.12.2026\nform:",
        ),
        (
            "Семинар «Оценивание» пройдёт 15 и 17 декабря 2026 года.",
            "form: семинар\nattachments: [{file: original.txt, title: Исходный файл}]\nstatus: draft",
        ),
    ] {
        let site = SiteTest::new().file("a.txt", format!("Уважаемые коллеги!\n\n{text}\n"));
        site.run(&["import", "a.txt", "--kind", "мероприятие"]).ok_output();
        has(&read(&site, "content/events/seminar-ocenivanie/index.md"), &[written]);
    }
}

#[test]
fn an_announcement_is_called_by_its_meeting_and_its_links_have_their_places() {
    let text = "Коллеги!\nПриглашаем 25 января 2027 г. (понедельник) на вебинар «Проектная деятельность». Начало в 9:30. Регистрация до 22 января: https://forms.example/a?b=1. Ссылка для подключения: https://video.example/room\n";
    let site = SiteTest::new().file("a.txt", text);
    site.run(&["import", "a.txt"]).ok_output();
    let made = read(&site, "content/events/vebinar-proektnaya-deyatelnost/index.md");
    has(
        &made,
        &[
            "title: Вебинар «Проектная деятельность»\n",
            "start: 25.01.2027 09:30\n",
            "registration: {url: \"https://forms.example/a?b=1\", closes: 22.01.2027}\n",
            "online_url: https://video.example/room\n",
            "Коллеги!",
        ],
    );
    site.build().ok();
}

#[test]
fn what_is_announced_without_a_name_is_the_title_up_to_its_day_and_place() {
    for (sentence, title) in [
        (
            "15 декабря 2026 года в 14.00 в кабинете 205 ИМЦ состоится семинар для учителей математики по подготовке к ОГЭ.",
            "Семинар для учителей математики по подготовке к ОГЭ",
        ),
        (
            "На базе школы № 1 пройдёт мастер-класс по смысловому чтению 16 декабря в 15:00. Приглашаем учителей.",
            "Мастер-класс по смысловому чтению",
        ),
        (
            "ИМЦ проводит вебинар для заместителей директоров (онлайн) 17.12.2026 в 10 часов.",
            "Вебинар для заместителей директоров",
        ),
        (
            "Состоится конференция учителей 5 и 6 классов в актовом зале школы № 2 18 декабря 2026 года.",
            "Конференция учителей 5 и 6 классов",
        ),
    ] {
        let text = format!("Уважаемые коллеги!\n\n{sentence}\n\nЗаявки до 10 декабря по телефону 2-34-56.\n");
        let site = SiteTest::new().file("a.txt", text);
        let outcome = site.run(&["import", "a.txt", "--kind", "мероприятие"]);
        has(outcome.ok_output(), &[&format!("предположительно: {title}\n")]);
    }
    // Of what would have to be put into another case no title is made.
    let site = SiteTest::new().file("a.txt", "Уважаемые коллеги!\n\nЦентр в декабре 2026 года для всех желающих проводит конференцию учителей района.\n");
    site.run(&["import", "a.txt", "--kind", "мероприятие"]).fails_with("заголовок не найден");
}

#[test]
fn a_material_has_the_fields_that_it_names_and_is_a_draft_until_the_rest_is_there() {
    let body = p("Технологическая карта урока «Линейная функция»")
        + &p("Автор: учитель математики")
        + &p("Предмет: математика")
        + &p("Цель: увидеть связь.");
    let site = SiteTest::new().file("karta.docx", Docx::new(&body).bytes());
    let outcome = site.run(&["import", "karta.docx", "--kind", "материал"]);
    has(outcome.ok_output(), &["Аннотация", "Дата"]);
    let made = read(&site, "content/materials/tekhnologicheskaya-karta-uroka-lineynaya-funkciya/index.md");
    has(
        &made,
        &[
            "authors: [учитель математики]",
            "subjects: [математика]",
            "material_type: технологическая карта",
            "attachments: [{file: original.docx, title: Исходный файл}]",
            "status: draft",
            "Цель: увидеть связь.",
        ],
    );
    // What a draft lacks keeps no other page from being published.
    site.build().ok();
    let folder = SiteTest::new().file("папка/a.docx", Docx::new(&body).bytes()).file("папка/~$a.docx", "x");
    assert_eq!(folder.run(&["import", "папка"]).ok_output().matches("Документ создан").count(), 1);
    SiteTest::new().file("папка/x.jpg", "x").run(&["import", "папка"]).fails_with("документов нет");
}
