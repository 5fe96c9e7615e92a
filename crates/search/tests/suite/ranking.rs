//! What comes first.

use crate::help::{Portal, page, section};
use kabinet_search::{BuildOptions, PageDocument, Request, Standing};

#[test]
fn title_before_heading_before_text() {
    let filler = "Прочие сведения о работе центра. ".repeat(5);
    let mut heading = page("/b/", "Страница", &filler);
    heading.sections.push(section("h", "Наставничество", &filler));
    let pages = [
        page("/a/", "Страница", &format!("{filler} О наставничестве. {filler}")),
        heading,
        page("/c/", "Наставничество", &filler),
    ];
    assert_eq!(Portal::new(&pages).pages("наставничество"), ["/c/", "/b/", "/a/"]);
}

#[test]
fn a_heading_before_a_text_that_says_the_word_more_often() {
    let filler = "Прочие сведения о работе центра. ".repeat(5);
    let mut headed = page("/b/", "Страница", &filler);
    headed.sections.push(section("h", "Сроки, порядок и итоги наставничества в школах", &filler));
    let often = format!("{filler} О наставничестве и ещё раз о наставничестве. {filler}");
    let pages = [page("/a/", "Страница", &often), headed];
    assert_eq!(Portal::new(&pages).pages("наставничество"), ["/b/", "/a/"]);
}

#[test]
fn a_section_with_the_word_in_its_heading_before_one_with_it_in_its_text() {
    let filler = "Прочие сведения о работе центра. ".repeat(5);
    let mut page = page("/a/", "Страница", &filler);
    page.sections.push(section("text", "Порядок", &format!("О наставничестве. {filler}")));
    page.sections.push(section("heading", "Итоги наставничества", &format!("{filler} {filler}")));
    assert_eq!(Portal::new(&[page]).first("наставничество"), "/a/#heading");
}

#[test]
fn exact_form_before_other_forms() {
    let portal = Portal::of_texts(&["О конкурсах чтецов", "О конкурсе чтецов", "О конкурсу чтецов"]);
    assert_eq!(portal.pages("конкурсе")[0], "/1/");
    assert_eq!(portal.pages("конкурсах")[0], "/0/");
}

#[test]
fn words_close_together_before_words_apart() {
    let filler = "иные слова о многом другом ".repeat(8);
    let portal = Portal::of_texts(&[
        &format!("Янтарная комната {filler} картотека"),
        &format!("Янтарная картотека {filler} комната"),
    ]);
    assert_eq!(portal.pages("янтарная картотека"), ["/1/", "/0/"]);
}

#[test]
fn words_close_together_in_a_title_before_words_apart() {
    let apart = page("/a/", "Янтарная комната, иные слова о многом другом, картотека", "Запись");
    let close = page("/b/", "Янтарная картотека, иные слова о многом другом, комната", "Запись");
    assert_eq!(Portal::new(&[apart, close]).pages("янтарная картотека"), ["/b/", "/a/"]);
}

#[test]
fn of_the_sections_that_have_all_words_the_one_that_has_them_together() {
    let filler = "иные слова о многом другом ".repeat(3);
    let mut page = page("/a/", "Запись", "Вступление");
    page.sections.push(section("apart", "", &format!("Янтарная комната {filler} картотека")));
    page.sections.push(section("close", "", &format!("Янтарная картотека {filler} комната")));
    assert_eq!(Portal::new(&[page]).first("янтарная картотека"), "/a/#close");
}

#[test]
fn current_before_past() {
    let text = "Положение о конкурсе педагогов";
    let with = |url: &str, standing| PageDocument {
        standing, ..page(url, "Положение о конкурсе", text)
    };
    let pages = [with("/a/", Standing::Past), with("/b/", Standing::Neutral), with("/c/", Standing::Current)];
    assert_eq!(Portal::new(&pages).pages("положение о конкурсе"), ["/c/", "/b/", "/a/"]);
}

#[test]
fn fresh_before_old() {
    let with = |url: &str, date| PageDocument {
        date: Some(date),
        ..page(url, "Семинар", "Семинар учителей")
    };
    let pages = [with("/a/", 17_000), with("/b/", 20_400), with("/c/", 19_900)];
    let portal = Portal::with(&pages, &BuildOptions { as_of: Some(20_410), ..BuildOptions::default() });
    assert_eq!(portal.pages("семинар"), ["/b/", "/c/", "/a/"]);
}

#[test]
fn hubs_before_pages_that_few_point_to() {
    let with = |url: &str, links| PageDocument {
        links, ..page(url, "РМО математиков", "Заседание РМО")
    };
    let pages = [with("/a/", 0), with("/b/", 12), with("/c/", 3)];
    assert_eq!(Portal::new(&pages).pages("рмо"), ["/b/", "/c/", "/a/"]);
}

#[test]
fn a_title_that_is_the_query_before_a_title_that_has_it() {
    let text = "Методический совет собирается дважды в год.";
    let coming = page("/event/", "Методический совет, итоги", text);
    let portal = Portal::new(&[
        PageDocument { standing: Standing::Current, ..coming },
        page("/council/", "Методический совет", text),
    ]);
    assert_eq!(portal.pages("методический совет"), ["/council/", "/event/"]);
}

#[test]
fn clause_numbers_lead_to_clauses() {
    let regulation = |url: &str, title: &str| {
        let mut page = page(url, title, "Общие слова положения.");
        for number in ["3.2.4", "3.2.5", "3.2.6"] {
            let text = format!("{number}. Обязанность, как сказано в п. 3.2.5 и далее 3.2.5.");
            page.sections.push(section(&format!("p-{number}"), number, &text));
        }
        page
    };
    let portal = Portal::new(&[
        regulation("/bohan/", "Положение Боханского района"),
        regulation("/kem/", "Положение Кемеровского района"),
        page("/other/", "Боханский район", "О Боханском районе и п. 3.2.5 положения"),
    ]);
    assert_eq!(portal.first("п. 3.2.5 Боханский"), "/bohan/#p-3.2.5");
    assert_eq!(portal.first("3.2.5 Боханский"), "/bohan/#p-3.2.5");
    for glued in ["п.3.2.5 Боханский", "пп.3.2.5 Боханский", "пункт3.2.5 Боханский", "п.п. 3.2.5 Боханский"]
    {
        assert_eq!(portal.first(glued), "/bohan/#p-3.2.5", "{glued}");
        assert!(!portal.search(glued).relaxed, "{glued}");
    }
    assert_eq!(portal.first("пункт 3.2.6 положения кемеровского района"), "/kem/#p-3.2.6");
}

#[test]
fn the_best_section_comes_first_and_carries_the_score() {
    let mut page = page("/a/", "Положение", "Вступление о центре");
    page.sections.push(section("p-1", "1", "Центр ведёт библиотеку"));
    page.sections.push(section("p-2", "2", "Центр ведёт аттестацию педагогов"));
    page.sections.push(section("p-3", "3", "Педагоги читают"));
    let outcome = Portal::new(&[page]).search("аттестация педагогов");
    let hit = &outcome.hits[0];
    assert_eq!(hit.sections[0].anchor, "p-2");
    assert!((hit.sections[0].score - hit.score).abs() < 1e-6);
    assert!(hit.sections.windows(2).all(|pair| pair[0].score >= pair[1].score));
    let titled = Portal::new(&[crate::help::page("/b/", "Педагогика", "Вступление")]).search("педагогика");
    assert!(titled.hits[0].score > 0.0 && titled.entries()[0].score == titled.hits[0].score);
}

#[test]
fn a_limit_and_an_offset_only_cut() {
    let text =
        |i: usize| format!("Опыт школы. {} {}", "Педагоги района. ".repeat(i % 7), "Опыт. ".repeat(i % 5));
    let texts: Vec<String> = (0..60).map(text).collect();
    let portal = Portal::of_texts(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let ask = |offset, limit| {
        let outcome = portal.ask(&Request { offset, limit, ..Request::new("опыт педагогов") });
        outcome.hits.into_iter().map(|hit| hit.page).collect::<Vec<_>>()
    };
    let all = ask(0, 100);
    assert!(all.len() > 40);
    for (offset, limit) in [(0, 3), (0, 10), (5, 10), (15, 10), (20, 10), (35, 100), (0, 0), (500, 10)] {
        let cut: Vec<String> = all.iter().skip(offset).take(limit).cloned().collect();
        assert_eq!(ask(offset, limit), cut, "{offset} {limit}");
    }
}

#[test]
fn entries_list_sections_page_by_page() {
    let mut long = page("/a/", "Положение", "Вступление");
    long.sections.push(section("p-1", "1", "Аттестация педагогов"));
    long.sections.push(section("p-2", "2", "Аттестация"));
    let bare = PageDocument { sections: Vec::new(), ..page("/b/", "Аттестация", "") };
    let outcome = Portal::new(&[long, bare]).search("аттестация педагогов");
    let entries: Vec<(String, String)> = outcome.entries().into_iter().map(|e| (e.page, e.anchor)).collect();
    let entry = |page: &str, anchor: &str| (page.to_owned(), anchor.to_owned());
    assert_eq!(entries[..2], [entry("/a/", "p-1"), entry("/a/", "p-2")]);
}
