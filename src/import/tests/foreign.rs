//! Texts of other centres: what a header says in other words, and numbers of other orders.

use super::*;

/// The text of a case without its first line, which says what is right.
fn case(name: &str) -> Checked {
    let path = root().join("src/import/tests/foreign").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    import(text.split_once('\n').unwrap().1)
}

/// Asserts that the front matter has each of some lines.
fn tells(checked: &Checked, lines: &[&str]) {
    for line in lines {
        let front_matter = format!("{}\n", checked.front_matter());
        assert!(front_matter.contains(&format!("{line}\n")), "{line}\n---\n{front_matter}");
    }
    assert!(checked.notes(rules::WORDS_DIFFER).is_empty());
    assert!(!checked.front_matter().contains("date_unknown"), "what was not read is not said to be unknown");
}

/// Asserts that the body has each of some paragraphs, in this order.
fn holds(checked: &Checked, paragraphs: &[&str]) {
    let mut rest: Vec<&str> = checked.body().split("\n\n").map(str::trim).collect();
    for paragraph in paragraphs {
        let at = rest.iter().position(|found| found == paragraph);
        let at = at.unwrap_or_else(|| panic!("{paragraph}\n---\n{}", checked.body()));
        rest.drain(..=at);
    }
}

#[test]
fn points_may_be_numbered_through_roman_sections() {
    let checked = case("01-roman-through.txt");
    tells(&checked, &["title: Порядок проведения районного смотра кабинетов", "level: муниципальный"]);
    let (first, second) =
        ("1\\. Порядок определяет правила смотра.", "2\\. Смотр проводится раз в два года.");
    let last = "5\\. Итоги подводит жюри.";
    holds(&checked, &["## I. Общие положения", first, second, "## II. Участники", "## III. Итоги", last]);
    assert!(checked.notes(rules::SECTION_NUMERALS).is_empty());
}

#[test]
fn a_number_alone_on_its_line_belongs_to_the_next() {
    let checked = case("02-number-on-its-own-line.txt");
    let clauses = ["1.1. Смотр проводится ежегодно.", "1.2. Участники подают заявку.", "## 2. Порядок"];
    holds(
        &checked,
        &["## 1. Общие положения", clauses[0], clauses[1], clauses[2], "2.1. Заявки принимает оргкомитет."],
    );
    assert!(!checked.front_matter().contains("level:"), "nothing tells a level");
}

#[test]
fn an_order_has_its_own_number_and_date_and_its_subject_is_the_title() {
    let checked = case("03-order-on-one-line.txt");
    let title = "title: О проведении районного смотра «Мой кабинет»";
    tells(&checked, &[title, "doc_type: приказ", "number: \"45\"", "date: 2026-09-01"]);
    let (preamble, verb) = ("В соответствии с планом работы на 2026/2027 учебный год", "ПРИКАЗЫВАЮ:");
    let first = "1\\. Провести смотр с 1 октября по 20 декабря 2026 года.";
    let second = ["2\\. Утвердить:", "2.1. положение о смотре (приложение 1);"];
    let last = "3\\. Контроль оставляю за собой.";
    holds(&checked, &[preamble, verb, first, second[0], second[1], last, "Директор (подпись)"]);
}

#[test]
fn a_schools_number_is_no_number_of_its_order() {
    let checked = case("04-number-with-index.txt");
    tells(&checked, &["number: \"20-ОД\"", "date: 2026-02-04", "issuer: МБОУ СОШ № 1", "level: локальный"]);
    tells(&checked, &["  post: Директор", "  act: приказ", "  number: \"20-ОД\"", "  date: 2026-02-04"]);
}

#[test]
fn a_stamp_between_two_titles_is_read_and_stands_in_none() {
    let checked = case("05-stamp-between-titles.txt");
    tells(&checked, &["title: Положение о школьном музее", "  post: директор школы"]);
    holds(&checked, &["Положение о музее", "# ПОЛОЖЕНИЕ О ШКОЛЬНОМ МУЗЕЕ", "## 1. Общие положения"]);
}

#[test]
fn an_act_may_be_named_in_small_letters_under_its_office() {
    let checked = case("06-decree-in-small-letters.txt");
    let title = "title: Об утверждении положения о методической службе";
    tells(&checked, &[title, "doc_type: постановление", "number: \"76\"", "date: 2025-06-30"]);
    tells(&checked, &["issuer: Администрация Примерного района", "level: муниципальный"]);
    holds(&checked, &["1\\. Утвердить положение о методической службе (прилагается)."]);
}

#[test]
fn minutes_have_a_number_a_date_and_a_body() {
    let checked = case("07-minutes.txt");
    tells(&checked, &["doc_type: протокол", "number: \"2\"", "date: 2026-11-12", "  date: 2026-11-12"]);
    tells(&checked, &["  body: Заседание районного методического объединения учителей математики"]);
    holds(&checked, &["2\\. Разное.", "СЛУШАЛИ:", "РЕШИЛИ:", "1.1. Принять информацию к сведению."]);
}

#[test]
fn an_announcement_has_no_title_of_a_document() {
    let checked = case("08-announcement.txt");
    assert_eq!(checked.notes(rules::TITLE_MISSING).len(), 1);
    assert!(checked.imported.id.is_empty() && !checked.front_matter().contains("doc_type"));
}

#[test]
fn the_table_of_a_plan_is_no_part_of_its_title() {
    let checked = case("09-plan-table.txt");
    let title = "title: План работы информационно-методического центра на ноябрь 2026 года";
    tells(&checked, &[title, "doc_type: план", "issuer: МКУ «ИМЦ»", "  post: Директор"]);
    assert!(checked.has("| 2 | Семинар «Оценивание» | 21.11.2026 10:00 | ИМЦ |"));
}

#[test]
fn whose_meeting_it_was_is_told_without_the_number_of_the_protocol() {
    let body = |title: &str| {
        let checked = import(&format!("{title}\n\nПрисутствовали: 9 чел.\n\n1. Слушали: директора.\n"));
        let front_matter = checked.front_matter().to_owned();
        front_matter.lines().find_map(|line| line.strip_prefix("  body: ")).unwrap_or_default().to_owned()
    };
    let council = "Протокол заседания методического совета № 2 от 12 ноября 2026 года";
    assert_eq!(body(council), "Заседание методического совета");
    assert_eq!(body("Протокол заседания РМО № 4"), "Заседание РМО");
    assert_eq!(
        body("Протокол № 3 заседания педсовета школы № 5 от 12.11.2026"),
        "Заседание педсовета школы № 5"
    );
}

#[test]
fn a_table_that_lost_its_columns_is_no_part_of_the_title_and_keeps_its_rows() {
    let checked = import(
        "План работы РМО учителей математики на 2026-2027 учебный год\n\n№ Тема Сроки Ответственный\n\
         1 Анализ ЕГЭ Август 2026 Руководитель РМО\n2 Подготовка к олимпиаде Октябрь 2026 Руководитель РМО\n",
    );
    tells(
        &checked,
        &["title: План работы РМО учителей математики на 2026-2027 учебный год", "doc_type: план"],
    );
    let rows = [
        "1 Анализ ЕГЭ Август 2026 Руководитель РМО",
        "2 Подготовка к олимпиаде Октябрь 2026 Руководитель РМО",
    ];
    holds(&checked, &["№ Тема Сроки Ответственный", rows[0], rows[1]]);
    let school = import(
        "ПОЛОЖЕНИЕ\nо кружке\n\n1. Общие положения\n1.1. Кружок работает в школе №\n5 Пестяковского района.\n",
    );
    assert!(school.has("в школе № 5 Пестяковского района."), "{}", school.body());
}

#[test]
fn clauses_of_one_line_are_told_apart_and_that_is_said() {
    let checked = case("10-one-line.txt");
    tells(&checked, &["title: Положение о наставничестве", "  body: Общее собрание"]);
    let clauses = ["1.1. Наставничество помогает молодому педагогу.", "1.2. Наставник назначается приказом."];
    holds(&checked, &["## 1.Общие положения.", clauses[0], clauses[1], "## 2. Права."]);
    assert_eq!(checked.lines(rules::NUMBERS_INSIDE), [1]);
}

#[test]
fn siblings_of_heads_and_stamps_are_read() {
    let cases: [(&str, &[&str]); 7] = [
        (
            "УТВЕРЖДЕНО\nприказом заведующего МБДОУ «Детский сад № 5»\nот «14» мая 2026 г. № 17/1-п\n\nПОЛОЖЕНИЕ\nо совете педагогов\n\n1. Общее\n1.1. Один.\n",
            &[
                "number: \"17/1-п\"",
                "date: 2026-05-14",
                "  post: Заведующий",
                "issuer: МБДОУ «Детский сад № 5»",
                "level: локальный",
            ],
        ),
        (
            "Приложение № 2\nк приказу управления образования\nот 3 сентября 2026 года № 112-од\n\nПОРЯДОК\nработы творческой группы\n\n1. Общее\n1.1. Один.\n",
            &[
                "number: \"112-од\"",
                "date: 2026-09-03",
                "  annex: \"2\"",
                "title: Порядок работы творческой группы",
            ],
        ),
        (
            "АДМИНИСТРАЦИЯ ПРИМЕРНОГО РАЙОНА\n\nП О С Т А Н О В Л Е Н И Е\n\n«07» октября 2026 года        г. Примерск        № 310/2-п\n\nОб организации методической работы\nв районе\n\n1. Создать совет.\n2. Утвердить состав.\n",
            &[
                "title: Об организации методической работы в районе",
                "doc_type: постановление",
                "number: \"310/2-п\"",
                "date: 2026-10-07",
            ],
        ),
        (
            "РАСПОРЯЖЕНИЕ\n№ 8-р от 09. 11. 2026\nО рабочей группе\n\nНа основании плана:\n1. Создать группу.\n",
            &["title: О рабочей группе", "doc_type: распоряжение", "number: \"8-р\"", "date: 2026-11-09"],
        ),
        (
            "Протокол заседания методического совета\n№ 4 от 5 февраля 2026 г.\n\nСЛУШАЛИ:\n1. О планах.\nРЕШИЛИ:\n1. Принять.\n",
            &["doc_type: протокол", "number: \"4\"", "date: 2026-02-05", "  protocol: \"4\""],
        ),
        (
            "ПОЛОЖЕНИЕ\nо смотре\n\nПринято педсоветом, протокол № 6 от 30.08.2026\n\n1. Общее\n1.1. Один.\n",
            &[
                "title: Положение о смотре",
                "  body: Педагогический совет",
                "  protocol: \"6\"",
                "date: 2026-08-30",
            ],
        ),
        (
            "Примерное положение о школе наставника\n\n1. Общее\n1.1. Один.\n",
            &["title: Примерное положение о школе наставника", "doc_type: положение"],
        ),
    ];
    for (text, expected) in cases {
        tells(&import(text), expected);
    }
}

#[test]
fn minutes_in_a_stamp_open_no_title_and_quotes_do() {
    let text = "УТВЕРЖДЕНО\nна заседании педагогического совета\n(протокол № 3 от 12 января 2026 года)\n\nМЕТОДИЧЕСКИЕ РЕКОМЕНДАЦИИ\nПО ВЕДЕНИЮ ДНЕВНИКА\n\nОГЛАВЛЕНИЕ\n\nВведение 3\n1. Общее 4\n\nВведение\n\n1. Общее\n\n1.1. Дневник ведётся.\n";
    let checked = import(text);
    tells(
        &checked,
        &["title: Методические рекомендации по ведению дневника", "doc_type: методические рекомендации"],
    );
    tells(&checked, &["  act: протокол", "  number: \"3\"", "  date: 2026-01-12"]);
    holds(&checked, &["- Введение 3\n- 1\\. Общее 4", "Введение", "## 1. Общее"]);
    let quoted = import("\"ПОЛОЖЕНИЕ\nо конкурсе «Урок»\"\n\n1. Общее\n1.1. Один.\n");
    tells(&quoted, &["doc_type: положение"]);
    assert_eq!(quoted.imported.requisites.title.as_ref().unwrap().value, "\"Положение о конкурсе «Урок»\"");
}

#[test]
fn chapters_and_lines_in_capitals_head_points() {
    let chapters = import(
        "ПОЛОЖЕНИЕ\nо совете\n\nРаздел I. Общие положения\n1. Совет действует.\n2. Совет решает.\nРаздел II. Состав\n3. Совет избирается.\n",
    );
    holds(&chapters, &["## Раздел I. Общие положения", "2\\. Совет решает.", "## Раздел II. Состав"]);
    let shouted = import("ПОЛОЖЕНИЕ\nо совете\n\nОБЩИЕ ПОЛОЖЕНИЯ\n\n1. Совет действует.\n2. Совет решает.\n");
    holds(&shouted, &["1\\. Совет действует.", "2\\. Совет решает."]);
}

#[test]
fn page_numbers_and_contents_are_no_clauses() {
    let filler: String =
        (1..=12).map(|n| format!("1.{n}. Совет действует в порядке, который установлен.\n")).collect();
    let text = format!(
        "ПОЛОЖЕНИЕ\nо совете\n\nСодержание\n1. Общее ........ 2\n2. Состав ....... 3\n\n1. Общее\n{filler}\n2\n\n1.13. Совет решает вопросы\n{}\n3\n\n2. Состав\n2.1. Совет избирается.\n",
        filler.replace("1.", "- а ")
    );
    let checked = import(&text);
    tells(&checked, &["title: Положение о совете"]);
    assert_eq!(
        checked.body().lines().filter(|line| line.starts_with("## ")).count(),
        2,
        "{}",
        checked.body()
    );
    assert!(checked.has("<!-- 2 -->") && checked.has("<!-- 3 -->"));
    assert_eq!(checked.notes(rules::PAGE_NUMBER).len(), 2);
}

#[test]
fn a_value_that_the_site_does_not_know_is_left_out() {
    let mut sources = Sources::default();
    let text = "ПАМЯТКА\nо смотре\n\n1. Общее\n1.1. Один.\n";
    let source = sources.add("original.txt", text);
    let types = Some(Terms::from([("положение".to_owned(), "положение".to_owned())]));
    let names = FieldNames { types, ..FieldNames::default() };
    let checked = Checked { imported: import_text(text, source, &names, "original.txt"), sources };
    assert!(!checked.front_matter().contains("doc_type"));
    assert_eq!(checked.lines(rules::VALUE_UNKNOWN), [1]);
}

#[test]
fn signs_of_an_official_text_stand_in_it() {
    let checked = import(
        "ПОЛОЖЕНИЕ\nо кружке\n\nРаздел I. Общие\n\n§ 1. Кружок действует.\n\n§ 2. Кружок решает.\n\n* Указывается при наличии.\n\nРаздел II. Прочее\n\n§ 3. Прочее.\n",
    );
    holds(
        &checked,
        &["§ 1. Кружок действует.", "§ 2. Кружок решает.", "\\* Указывается при наличии.", "§ 3. Прочее."],
    );
    assert_eq!(checked.items(), 0);
    // Several stars are a list.
    assert_eq!(import("ПОЛОЖЕНИЕ\nо кружке\n\n1. Общее\n1.1. Кружок:\n* учит;\n* растит.\n").items(), 2);
}

#[test]
fn minutes_and_acts_may_be_named_in_one_line() {
    let checked = import(
        "Протокол №3 от 15.01.2026\nзаседания РМО учителей истории\n\nПрисутствовали: 12 человек.\n\n1. Слушали отчёт.\n",
    );
    tells(
        &checked,
        &["title: Протокол №3 от 15.01.2026 заседания РМО учителей истории", "doc_type: протокол"],
    );
    tells(
        &checked,
        &[
            "number: \"3\"",
            "date: 2026-01-15",
            "  body: Заседание РМО учителей истории",
            "  date: 2026-01-15",
        ],
    );
    holds(&checked, &["Присутствовали: 12 человек.", "1\\. Слушали отчёт."]);
    let checked = import(
        "Приказ Минпросвещения России от 01.02.2026 № 12 «О проведении смотра»\n\nВ соответствии с планом приказываю:\n\n1. Провести смотр.\n2. Подвести итоги.\n",
    );
    tells(
        &checked,
        &["title: О проведении смотра", "doc_type: приказ", "number: \"12\"", "date: 2026-02-01"],
    );
    tells(&checked, &["issuer: Минпросвещения России"]);
    assert!(!checked.notes(rules::FIELD_UNSURE).is_empty(), "whose it is was concluded");
    holds(&checked, &["1\\. Провести смотр.", "2\\. Подвести итоги."]);
}

#[test]
fn a_section_without_its_dot_is_one_where_its_clauses_follow() {
    let checked = import(
        "ПОЛОЖЕНИЕ\nо смотре\n\n1 Общие положения\n1.1. Смотр проводится ежегодно.\n1.2. Он открыт.\n2 Порядок\n2.1. Заявки принимает оргкомитет.\n5 учителей входят в жюри.\n",
    );
    tells(&checked, &["title: Положение о смотре"]);
    holds(
        &checked,
        &["## 1 Общие положения", "1.1. Смотр проводится ежегодно.", "1.2. Он открыт.", "## 2 Порядок"],
    );
    assert_eq!(checked.lines(rules::NUMBER_WITHOUT_DOT), [4, 7]);
    assert!(!checked.has("## 5"));
}

#[test]
fn a_title_ends_where_the_text_begins() {
    let sentences = "МЕТОДИЧЕСКИЕ РЕКОМЕНДАЦИИ\nпо математике\nКороткий абзац.\nВторой короткий абзац.\n";
    let checked = import(sentences);
    tells(&checked, &["title: Методические рекомендации по математике"]);
    holds(&checked, &["Короткий абзац.", "Второй короткий абзац."]);
    let labelled = "МЕТОДИЧЕСКИЕ РЕКОМЕНДАЦИИ\nпо организации наставничества\nСоставитель: методист\nПервый абзац о том, как проводить занятия с молодыми педагогами района.\n";
    tells(&import(labelled), &["title: Методические рекомендации по организации наставничества"]);
}

#[test]
fn what_a_report_recommends_is_no_title() {
    let report = "ОТЧЁТ\nо работе объединения учителей химии\nПроведено 4 заседания.\nРекомендации: продолжить работу.\n";
    assert!(!import(report).front_matter().contains("title: Рекомендации"));
    let order = "ПОЛОЖЕНИЕ\nо методическом совете\n1. Общие положения\n1.1. Совет собирается раз в месяц.\nРешение:\nпринять план.\n";
    tells(&import(order), &["title: Положение о методическом совете"]);
}
