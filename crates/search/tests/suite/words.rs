//! Words, numbers, marks, phrases, synonyms.

use crate::help::{Portal, group, page};
use kabinet_search::{BuildOptions, CorrectionKind, Request};

#[test]
fn forms_that_break_snowball_find_each_other() {
    let texts = [
        "Материал урока",
        "Материалы урока",
        "Методическая разработка",
        "Банк методических разработок",
        "Районная площадка",
        "Работа площадок",
        "Обобщён опыт",
        "Описание опыта",
        "Один ребёнок",
        "Защита детей",
        "День открытых дверей",
        "Пять дней",
    ];
    let portal = Portal::of_texts(&texts);
    for (query, found) in [
        ("материал", ["/0/", "/1/"]),
        ("материалами", ["/0/", "/1/"]),
        ("разработок", ["/2/", "/3/"]),
        ("разработка", ["/2/", "/3/"]),
        ("площадкой", ["/4/", "/5/"]),
        ("опыт", ["/6/", "/7/"]),
        ("дети", ["/8/", "/9/"]),
        ("ребенку", ["/8/", "/9/"]),
        ("дни", ["/10/", "/11/"]),
    ] {
        let mut found = found.map(str::to_owned).to_vec();
        found.sort();
        assert_eq!(portal.set(query), found, "{query}");
    }
}

#[test]
fn yo_is_e_and_short_i_is_not_i() {
    let portal =
        Portal::of_texts(&["Учёба кадров", "Учеба кадров", "Районный конкурс", "Итоги районного конкурса"]);
    assert_eq!(portal.set("учёба"), ["/0/", "/1/"]);
    assert_eq!(portal.set("учеба"), ["/0/", "/1/"]);
    assert_eq!(portal.set("районный"), ["/2/", "/3/"]);
    assert_eq!(portal.set("районные"), ["/2/", "/3/"]);
}

#[test]
fn all_readings_of_an_ambiguous_form_are_kept() {
    let portal = Portal::of_texts(&["Они стали друзьями", "Марка стали указана", "Стать учителем"]);
    assert_eq!(portal.set("сталь"), ["/0/", "/1/"], "the reading of «стали» as a metal is kept");
    assert_eq!(portal.set("стать"), ["/0/", "/1/", "/2/"]);
}

#[test]
fn abbreviations_keep_their_form() {
    let portal =
        Portal::of_texts(&["Заседание РМО учителей", "Отчёт ИМЦ", "Совместно с КРИПКиПРО", "Ромашка"]);
    assert_eq!(portal.set("рмо"), ["/0/"]);
    assert_eq!(portal.set("ИМЦ"), ["/1/"]);
    assert_eq!(portal.set("крипкипро"), ["/2/"]);
}

#[test]
fn abbreviations_are_not_stemmed_into_small_words() {
    let portal =
        Portal::of_texts(&["План РМО и сада до мая, но не умом", "Маршрут ИОМ, группы ДОУ, уровень НОО"]);
    for abbreviation in ["ИОМ", "ДОУ", "НОО"] {
        assert_eq!(portal.pages(abbreviation).len(), 1, "{abbreviation}");
    }
}

#[test]
fn numbers_and_marks_whole_and_in_parts() {
    let portal = Portal::of_texts(&[
        "Федеральный закон № 273-ФЗ об образовании",
        "План на 2026/2027 учебный год",
        "План на 2025–2026 учебный год",
        "Приказ № 133 от 12.03.2025",
        "Приказ 12 пункта 133 отменён",
        "Сбор 7 сентября 2026 года",
        "Приказ №\u{a0}01-14/7 начальника",
        "Ученики 9а класса",
    ]);
    assert_eq!(portal.set("273-ФЗ"), ["/0/"]);
    assert_eq!(portal.set("273 фз"), ["/0/"]);
    assert_eq!(portal.set("ФЗ-273"), ["/0/"]);
    assert_eq!(portal.set("ФЗ № 273"), ["/0/"]);
    assert_eq!(portal.set("2026/2027"), ["/1/"]);
    assert_eq!(portal.set("2026-27"), ["/1/"]);
    assert_eq!(portal.set("2026"), ["/1/", "/2/", "/5/"]);
    assert_eq!(portal.pages("№ 133")[0], "/3/", "the number sign ranks the number first");
    assert_eq!(portal.pages("приказ 133")[0], "/3/");
    assert_eq!(portal.set("7 сентября 2026"), ["/5/"]);
    assert_eq!(portal.set("07.09.2026"), ["/5/"]);
    assert_eq!(portal.set("12 марта 2025"), ["/3/"]);
    assert_eq!(portal.set("12.3.2025"), ["/3/"]);
    assert_eq!(portal.set("01-14/7"), ["/6/"]);
    assert_eq!(portal.set("9а класс"), ["/7/"]);
}

#[test]
fn a_latin_letter_before_a_number_is_the_number_sign() {
    let portal =
        Portal::of_texts(&["Приказ N 133 отдела", "Приказ № 133 центра", "Пункт 133 приказа", "Формула N2O"]);
    for query in ["приказ N 133", "приказ n 133", "приказ N133", "приказ №133"] {
        let outcome = portal.search(query);
        assert!(outcome.corrections.is_empty(), "{query}: {:?}", outcome.corrections);
        let pages: Vec<&str> = outcome.hits.iter().map(|hit| hit.page.as_str()).collect();
        assert_eq!(pages.len(), 3, "{query}");
        assert_eq!(pages[2], "/2/", "{query}: a number without the sign comes last");
    }
    assert_eq!(portal.set("\"приказ N 133\""), ["/0/", "/1/"]);
    assert_eq!(portal.set("N2O"), ["/3/"]);
}

#[test]
fn ordinals_in_digits_are_numbers() {
    let portal =
        Portal::of_texts(&["Урок в 5 классе", "Урок в 5-м классе", "Олимпиада 7–11 классов", "Класс 5б"]);
    for query in ["5-й класс", "5-го класса", "5 класс", "5-Й КЛАСС"] {
        let outcome = portal.search(query);
        assert!(outcome.corrections.is_empty() && !outcome.relaxed, "{query}: {:?}", outcome.corrections);
        let pages: Vec<&str> = outcome.hits.iter().map(|hit| hit.page.as_str()).collect();
        assert!(pages.contains(&"/0/") && pages.contains(&"/1/"), "{query}: {pages:?}");
    }
    let outcome = portal.search("для 11-х классов");
    assert!(outcome.corrections.is_empty(), "{:?}", outcome.corrections);
    assert_eq!(outcome.hits[0].page, "/2/");
}

#[test]
fn the_word_year_adds_nothing_to_a_year() {
    let portal = Portal::of_texts(&[
        "Вебинар 9 декабря 2026, 15:00",
        "Итоги 9 месяцев 2026 года, следующие в декабре",
        "Учебный год начался",
    ]);
    for query in ["9 декабря 2026", "9 декабря 2026 года", "9 декабря 2026 г.", "вебинар в 2026 году"]
    {
        assert_eq!(portal.pages(query)[0], "/0/", "{query}");
        assert!(!portal.search(query).relaxed, "{query}");
    }
    assert_eq!(portal.set("учебный год"), ["/2/"], "elsewhere it is a word");
}

#[test]
fn words_that_need_no_hyphen_are_found_with_one() {
    let portal =
        Portal::of_texts(&["Видеоурок по химии", "Урок и видео", "Встреча онлайн", "Запись видео-урока"]);
    let found = portal.search("видео-урок");
    assert!(found.corrections.is_empty());
    assert_eq!(portal.set("видео-урок"), ["/0/", "/3/"]);
    assert_eq!(portal.set("он-лайн"), ["/2/"]);
}

#[test]
fn hyphenated_words_whole_and_in_parts() {
    let portal = Portal::of_texts(&[
        "Учебно-методическая поддержка",
        "Методическая служба",
        "Учебно методический отдел",
        "План-конспект урока",
    ]);
    assert_eq!(portal.set("учебно-методической"), ["/0/", "/2/"]);
    assert_eq!(portal.set("методический"), ["/0/", "/1/", "/2/"]);
    assert_eq!(portal.set("плана-конспекта"), ["/3/"]);
    assert_eq!(portal.set("конспекты"), ["/3/"]);
}

#[test]
fn phrases_exact_phrases_and_minus() {
    let portal = Portal::of_texts(&[
        "Утверждён план работы центра",
        "Работы идут, план готов",
        "По плану работы центра",
        "Отчёт о работе",
    ]);
    assert_eq!(portal.set("план работы"), ["/0/", "/1/", "/2/"]);
    assert_eq!(portal.set("\"план работы\""), ["/0/", "/2/"]);
    assert_eq!(portal.set("«планом работ»"), ["/0/", "/2/"], "a phrase in any inflection");
    assert_eq!(portal.set("=\"план работы\""), ["/0/"]);
    assert_eq!(portal.set("=плану"), ["/2/"]);
    assert_eq!(portal.set("работа -план"), ["/3/"]);
    assert_eq!(portal.set("работа -\"план работы\""), ["/1/", "/3/"]);
}

#[test]
fn phrases_do_not_cross_sections() {
    let mut page = page("/a/", "Страница", "Конец плана");
    page.sections.push(crate::help::section("b", "", "работы начались"));
    assert!(Portal::new(&[page]).set("\"плана работы\"").is_empty());
}

#[test]
fn synonyms_work_both_ways() {
    let pages = [
        page("/rmo/", "Состав объединения", "Заседает РМО учителей физики"),
        page("/full/", "Состав объединения", "Заседает районное методическое объединение учителей химии"),
        page("/far/", "Иное", "Объединение усилий. Районное совещание. Методическое письмо."),
        page("/ped/", "Кадры", "Педагогические работники района"),
    ];
    let synonyms = vec![
        group(&["РМО", "районное методическое объединение"]),
        group(&["педагог", "педагогический работник", "учитель"]),
    ];
    let portal = Portal::with(&pages, &BuildOptions { synonyms, ..BuildOptions::default() });
    assert_eq!(portal.set("РМО"), ["/full/", "/rmo/"]);
    let found = portal.pages("районного методического объединения");
    assert!(found.contains(&"/rmo/".to_owned()) && found.contains(&"/full/".to_owned()), "{found:?}");
    assert_eq!(found[0], "/full/", "the spelling that was asked for comes first");
    assert_eq!(portal.set("педагоги"), ["/full/", "/ped/", "/rmo/"]);
    assert_eq!(portal.set("рмо физика"), ["/rmo/"]);
    let said = portal.search("районом методической").corrections;
    assert!(said.is_empty(), "words of synonyms are known");
    let said = portal.search("РМО").corrections;
    let said: Vec<_> = said.iter().map(|c| (c.kind, c.from.as_str(), c.to.as_str())).collect();
    assert_eq!(said, [(CorrectionKind::Synonym, "РМО", "районное методическое объединение")]);
    let literal = portal.ask(&Request { literal: true, ..Request::new("РМО") });
    assert!(literal.corrections.is_empty() && literal.hits.iter().all(|hit| hit.page == "/rmo/"), "undone");
}

#[test]
fn marks_typed_the_other_way_round_have_synonyms_too() {
    let pages = [
        page("/mark/", "Приказ", "По закону № 273-ФЗ"),
        page("/name/", "Приказ", "По закону об образовании"),
        page("/far/", "Приказ", "По закону № 44-ФЗ"),
    ];
    let synonyms = vec![group(&["273-ФЗ", "закон об образовании"])];
    let portal = Portal::with(&pages, &BuildOptions { synonyms, ..BuildOptions::default() });
    for query in ["273-ФЗ", "ФЗ-273", "фз273", "№ 273-ФЗ"] {
        assert_eq!(portal.set(query), ["/mark/", "/name/"], "{query}");
    }
    assert_eq!(portal.set("ФЗ-44"), ["/far/"]);
}

#[test]
fn look_alike_letters_are_found() {
    let portal = Portal::of_texts(&["Отдел ИMЦ", "Прочее"]);
    assert_eq!(portal.set("ИМЦ"), ["/0/"], "the text has a Latin M");
}

#[test]
fn snippets_mark_what_matched() {
    let portal = Portal::of_texts(&[
        "Долгое вступление о разном и прочем. Центр проводит семинары для молодых педагогов района каждую осень.",
    ]);
    let outcome = portal.search("семинар молодой педагог");
    let snippet = &outcome.hits[0].sections[0].snippet;
    let marked: Vec<&str> = snippet.iter().filter(|f| f.marked).map(|f| f.text.as_str()).collect();
    assert_eq!(marked, ["семинары", "молодых", "педагогов"]);
    assert!(outcome.hits[0].sections[0].snippet_text().contains("проводит семинары для молодых"));
}

#[test]
fn lines_stand_apart_in_a_snippet() {
    let text = "Форма: семинар\nМетки: семинары\n\n  Место: школа (пример)\nПриходите.\nМы  ждём:\nвсех";
    let snippet = |query| Portal::of_texts(&[text]).search(query).hits[0].sections[0].snippet_text();
    let shown = "Форма: семинар · Метки: семинары · Место: школа (пример) · Приходите. Мы ждём: всех";
    assert_eq!(snippet("семинар"), shown, "after a marked word as well");
    assert_eq!(snippet("приходите"), shown);
}

#[test]
fn questions_with_small_words_are_understood() {
    let portal = Portal::of_texts(&["Аттестация учителей проводится раз в пять лет", "Олимпиада школьников"]);
    assert_eq!(portal.set("как часто проводится аттестация учителей?")[0], "/0/");
    assert_eq!(portal.set("где найти про олимпиаду"), ["/1/"]);
}

#[test]
fn words_may_be_given_up_but_not_silently() {
    let portal = Portal::of_texts(&["Семинар по биологии", "Вебинар по химии"]);
    let outcome = portal.search("семинар химия география");
    assert!(outcome.relaxed);
    assert_eq!(outcome.unknown, ["география"]);
    assert!(!portal.search("семинар по биологии").relaxed);
}

#[test]
fn facets_filter_and_count() {
    let mut pages = Vec::new();
    for (i, (kind, subject)) in
        [("event", "физика"), ("event", "химия"), ("material", "физика")].into_iter().enumerate()
    {
        let mut page = page(&format!("/{i}/"), "Опыт", "Опыт школы");
        page.kind = kind.to_owned();
        page.facets = vec![("subject".to_owned(), subject.to_owned())];
        page.date = Some(20_000 + i as i32);
        pages.push(page);
    }
    let portal = Portal::new(&pages);
    let facet = |id: &str, value: &str| (id.to_owned(), value.to_owned());
    let outcome =
        portal.ask(&Request { facets: vec![facet("subject", "физика")], ..Request::new("опыт") });
    assert_eq!(outcome.total, 2);
    assert_eq!(outcome.facets["subject"]["химия"], 1, "what choosing it as well would bring");
    assert_eq!(outcome.facets["kind"]["event"], 1);
    let both = vec![facet("subject", "физика"), facet("kind", "event")];
    assert_eq!(portal.ask(&Request { facets: both, ..Request::new("опыт") }).total, 1);
    let late = portal.ask(&Request { from: Some(20_001), ..Request::new("опыт") });
    assert_eq!(late.total, 2);
    let newest = portal.ask(&Request { sort: kabinet_search::Sort::Date, ..Request::new("опыт") });
    assert_eq!(newest.hits[0].page, "/2/");
}
