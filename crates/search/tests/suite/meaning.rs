//! What readers mean beyond the words: days, files, foreign words, relatives, what is printed and what is not.

use crate::help::{Portal, group, page, section};
use kabinet_search::{BuildOptions, CorrectionKind, Occasion, PageDocument, Request, Standing};

/// 21 November 2026, a Saturday.
const TODAY: i32 = 20_778;

fn event(url: &str, title: &str, from: i32, until: i32) -> PageDocument {
    let occasion = Some(Occasion { from, until, form: "семинар".to_owned() });
    PageDocument { occasion, date: Some(from), ..page(url, title, "Приходите.") }
}

fn events() -> Portal {
    Portal::new(&[
        event("/today/", "Мастер-класс", TODAY, TODAY),
        event("/long/", "Выставка", TODAY - 3, TODAY + 4),
        event("/dec4/", "Семинар о чтении", TODAY + 13, TODAY + 13),
        event("/dec9/", "Вебинар", TODAY + 18, TODAY + 18),
        PageDocument {
            standing: Standing::Past,
            ..event("/oct/", "Семинар прошедший", TODAY - 40, TODAY - 40)
        },
        page("/text/", "Новость", "Итоги подведут 9 декабря 2026 года, в декабре и завтра."),
        page("/clause/", "Положение", "Порядок участия"),
    ])
}

fn ask(portal: &Portal, query: &str, today: Option<i32>) -> Vec<String> {
    let outcome = portal.ask(&Request { today, limit: 100, ..Request::new(query) });
    outcome.hits.into_iter().map(|hit| hit.page).collect()
}

#[test]
fn days_lead_to_what_happens_on_them() {
    let portal = events();
    for (query, first) in [
        ("4.12", vec!["/dec4/"]),
        ("04.12", vec!["/dec4/"]),
        ("04.12.26", vec!["/dec4/"]),
        ("4 декабря", vec!["/dec4/"]),
        ("09.12", vec!["/dec9/", "/text/"]),
        ("9 декабря 2026 года", vec!["/dec9/", "/text/"]),
        ("сегодня", vec!["/today/", "/long/"]),
        ("завтра", vec!["/long/", "/text/"]),
        ("на этой неделе", vec!["/long/", "/today/"]),
        ("в выходные", vec!["/today/", "/long/"]),
        ("в декабре", vec!["/dec4/", "/dec9/"]),
        ("семинар в декабре", vec!["/dec4/"]),
        ("в октябре", vec!["/oct/"]),
    ] {
        let mut found = ask(&portal, query, Some(TODAY));
        found.truncate(first.len());
        let (mut found_set, mut wanted) = (found.clone(), first.clone());
        found_set.sort();
        wanted.sort_unstable();
        assert_eq!(found_set, wanted, "{query}");
        if first.len() == 1 {
            assert_eq!(found, first, "{query}");
        }
    }
    assert_eq!(ask(&portal, "в декабре", Some(TODAY))[..2], ["/dec4/", "/dec9/"], "the first day first");
}

#[test]
fn the_readers_day_is_said_and_is_an_input() {
    let portal = events();
    let said = |query: &str, today| {
        let outcome = portal.ask(&Request { today, ..Request::new(query) });
        let days = outcome.corrections.into_iter().filter(|c| c.kind == CorrectionKind::Day);
        days.map(|c| format!("{} = {}", c.from, c.to)).collect::<Vec<_>>()
    };
    assert_eq!(said("семинар завтра", Some(TODAY)), ["завтра = 22 ноября 2026"]);
    assert_eq!(said("на следующей неделе", Some(TODAY)), ["на следующей неделе = 23–29 ноября 2026"]);
    assert_eq!(said("завтра", Some(TODAY + 10)), ["завтра = 2 декабря 2026"]);
    assert_eq!(said("завтра", None), [""; 0]);
    assert_eq!(ask(&portal, "завтра", None), ["/text/"], "without a day it is a word");
    let literal = portal.ask(&Request { today: Some(TODAY), literal: true, ..Request::new("завтра") });
    assert!(literal.hits.iter().all(|hit| hit.page == "/text/"));
}

fn fields() -> Portal {
    let label = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    let mut event = page("/event/", "Круглый стол", "О работе с детьми.");
    event.fields =
        vec![label("Положение или приказ", "есть"), label("Место", "школа на Садовой, план сцены")];
    event.related = vec!["План работы методического центра".to_owned()];
    event.keywords = vec!["план работы".to_owned()];
    Portal::new(&[
        event,
        page("/order/", "Приказ № 5", "Утвердить план работы центра."),
        page("/hub/", "Плана работы", ""),
    ])
}

#[test]
fn labels_of_fields_are_no_text() {
    let portal = fields();
    assert_eq!(portal.set("приказ"), ["/order/"]);
    assert!(portal.set("место").is_empty());
    assert_eq!(portal.set("садовая"), ["/event/"]);
}

#[test]
fn phrases_are_found_where_they_are_printed() {
    let portal = fields();
    assert_eq!(portal.set("\"план работы\""), ["/hub/", "/order/"]);
    assert_eq!(portal.set("=\"план работы\""), ["/order/"]);
    assert_eq!(portal.set("=\"плана работы\""), ["/hub/"]);
    assert_eq!(portal.set("\"план сцены\""), ["/event/"], "the value of a field is printed");
    assert_eq!(portal.set("план работы").len(), 3, "without quotes what leads to a page counts");
    assert_eq!(
        portal.pages("методического центра").last().unwrap(),
        "/event/",
        "related titles weigh little"
    );
}

#[test]
fn snippets_are_texts_and_fields_only_where_nothing_else_has_the_words() {
    let portal = fields();
    let snippet = |query: &str| portal.search(query).hits[0].sections[0].snippet_text();
    assert_eq!(snippet("дети"), "О работе с детьми.");
    assert_eq!(snippet("круглый стол"), "О работе с детьми.");
    assert_eq!(snippet("садовая"), "Место: школа на Садовой, план сцены");
    let marked = portal.search("садовая").hits[0].sections[0].snippet.clone();
    assert_eq!(marked.iter().filter(|f| f.marked).map(|f| f.text.as_str()).collect::<Vec<_>>(), ["Садовой"]);
}

#[test]
fn foreign_words_are_read_by_their_sound_and_said() {
    let portal = Portal::of_texts(&[
        "Вёрстка: flexbox и grid",
        "Подпись aria-label у кнопки",
        "Событие click в JavaScript",
        "Лебедь, флаг и кликать",
        "Онлайн-доска и флипчарт",
    ]);
    for (query, to, found) in [
        ("флексбокс ", "flexbox", "/0/"),
        ("лейбл ", "label", "/1/"),
        ("ариа ", "aria", "/1/"),
        ("событие клик ", "click", "/2/"),
        ("джаваскрипт ", "JavaScript", "/2/"),
        ("грид ", "grid", "/0/"),
    ] {
        let outcome = portal.search(query);
        let said: Vec<_> = outcome.corrections.iter().map(|c| (c.kind, c.to.as_str())).collect();
        assert_eq!(said, [(CorrectionKind::Also, to)], "{query}");
        assert_eq!(outcome.hits[0].page, found, "{query}");
    }
    let outcome = portal.search("flipchart ");
    assert_eq!(outcome.corrected.as_deref(), Some("флипчарт"));
}

#[test]
fn relatives_and_close_words_meet_below_the_words_themselves() {
    let pages = [
        page("/a/", "Запись", "Консультирование родителей"),
        page("/b/", "Запись", "Консультация родителей, итоги"),
        page("/c/", "Запись", "Расписание консультанта"),
        page("/d/", "Запись", "Грамотность и площадка"),
        page("/e/", "Запись", "Результаты года"),
    ];
    let synonyms = vec![
        kabinet_search::SynonymGroup { near: true, ..group(&["итог", "результат"]) },
        kabinet_search::SynonymGroup { near: true, ..group(&["график", "расписание"]) },
    ];
    let portal = Portal::with(&pages, &BuildOptions { synonyms, ..BuildOptions::default() });
    assert_eq!(portal.pages("консультация ")[0], "/b/");
    assert_eq!(portal.set("консультация "), ["/a/", "/b/", "/c/"]);
    assert_eq!(portal.pages("консультант ")[0], "/c/");
    assert_eq!(portal.set("консультировать "), ["/a/", "/b/", "/c/"]);
    assert_eq!(portal.pages("результаты "), ["/e/", "/b/"]);
    assert_eq!(portal.pages("график "), ["/c/"]);
    assert!(portal.set("грамота ").is_empty() && portal.set("площадь ").is_empty());
}

#[test]
fn files_are_found_by_format_and_preferred_where_they_are_to_be_downloaded() {
    let file = ("file".to_owned(), "есть файл".to_owned());
    let mut filed = page("/filed/", "Положение о конкурсе", "Порядок.");
    filed.facets.push(file);
    filed.sections.push(section("file-blank-docx", "Бланк заявки", "бланк.docx"));
    let portal = Portal::new(&[filed, page("/plain/", "Положение о конкурсе", "В силе.")]);
    assert_eq!(portal.first("docx"), "/filed/#file-blank-docx");
    assert_eq!(portal.pages("скачать положение")[0], "/filed/");
    assert_eq!(portal.pages("скачать"), ["/filed/"]);
    for query in ["xlsx", "pptx ", "pdf "] {
        let outcome = portal.search(query);
        assert!(
            outcome.corrections.is_empty() && outcome.hits.is_empty(),
            "{query}: {:?}",
            outcome.corrections
        );
    }
}

#[test]
fn a_law_in_two_words_is_the_law() {
    let pages = [
        page("/mark/", "Приказ", "По закону № 273-ФЗ"),
        page("/name/", "Приказ", "По закону об образовании"),
    ];
    let synonyms = vec![group(&["273-ФЗ", "закон об образовании"])];
    let portal = Portal::with(&pages, &BuildOptions { synonyms, ..BuildOptions::default() });
    for query in ["ФЗ 273", "фз № 273", "273 ФЗ", "273-фз"] {
        assert_eq!(portal.set(query), ["/mark/", "/name/"], "{query}");
    }
    assert_eq!(portal.pages("ФЗ 273")[0], "/mark/");
}
