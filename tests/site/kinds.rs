//! Kinds are data: what one YAML file of a site gives, and what behaviours make of the fields that it names.

use crate::{SiteTest, news};

/// A kind in one YAML file, with a vocabulary of its own and the theme's plain template.
const VACANCY: &str = "kind: vacancy
label: Вакансия
title: Вакансии
folder: vacancies
address: /vacancies/{id}/
template: page.html
list:
  address: /vacancies/
  sort: [-date]
  group: employment
  menu: 55
  feed: true
behaviours:
  schedule: {start: open_from, end: open_until}
card: [pay]
facets: [employment]
fields:
  date: {type: date, label: Дата}
  pay: {type: text, label: Оплата, required: true, example: 40 000 рублей}
  employment: {type: term, vocabulary: employment, label: Занятость}
  open_from: {type: date, label: Открыта с}
  open_until: {type: date, label: Открыта до}
";

const EMPLOYMENT: &str = "vocabulary: employment
label: Занятость
terms: [полная, {label: частичная, aliases: [полставки]}]
";

fn vacancies(kind: &str) -> SiteTest {
    SiteTest::new()
        .file("content/kinds/vacancy.yaml", kind)
        .file("content/vocabularies/employment.yaml", EMPLOYMENT)
        .file("content/news/a.md", news("Новость", "Текст."))
}

#[test]
fn a_kind_is_one_file() {
    let site = vacancies(VACANCY).file(
        "content/vacancies/metodist.md",
        "---\ntitle: Методист по информатике\nдата: 12.11.2026\nоплата: по договорённости\nзанятость: полставки\n\
         открыта с: 15.11.2026\nоткрыта до: 10.12.2026\n---\nИщем наставника кружков робототехники.\n",
    );
    let outcome = site.build();
    let page = "vacancies/metodist/index.html";
    outcome.ok().shows(page, "Методист по информатике").shows(page, "по договорённости");
    outcome
        .shows("vacancies/index.html", "Методист по информатике")
        .shows("vacancies/index.html", "частичная");
    outcome
        .shows("index.html", "href=\"/vacancies/\"")
        .shows("search/index.html", "data-facet=\"employment\"");
    outcome
        .shows("vacancies/feed.xml", "Методист по информатике")
        .shows("sitemap.xml", "/vacancies/metodist/");
    let report = || std::fs::read_to_string(site.path(".kabinet/report.json")).unwrap();
    // Fridays change the sheet of a week; these are such days. A new month begins while it goes on, and the calendar
    // shows it there.
    site.run(&["build", "--today", "2026-11-27"]).ok();
    assert!(report().contains("\"next_change\": \"2026-12-01\""), "{}", report());
    // The day after its last it is over.
    site.run(&["build", "--today", "2026-12-04"]).ok();
    assert!(report().contains("\"next_change\": \"2026-12-10\""), "{}", report());
    for query in ["наставники", "полставки", "12.11.2026"] {
        let found = site.run(&["search", query, "--format", "json"]);
        found.ok().says("/vacancies/metodist/");
    }
}

#[test]
fn a_kind_of_the_site_alone_is_checked_like_any_other() {
    let site = vacancies(VACANCY)
        .file("content/vacancies/x.md", "---\ntitle: Без оплаты\n---\n")
        .file("content/vacancies/b.md", "---\ntitle: Не число\nоплата: 1\nоткрыта с: завтра\n---\n")
        .file(
            "content/vacancies/c.md",
            "---\ntitle: Обратно\nоплата: 1\nоткрыта с: 12.12.2026\nоткрыта до: 10.12.2026\n---\n",
        );
    let problems = site.problems();
    for wanted in [
        "error field-missing content/vacancies/x.md",
        "error value-invalid content/vacancies/b.md:4",
        "error schedule-ends-before-start content/vacancies/c.md:5",
    ] {
        assert!(problems.iter().any(|one| one.starts_with(wanted)), "{wanted} among {problems:#?}");
    }
}

#[test]
fn names_of_fields_in_cards_facets_and_order_are_checked() {
    let kind = VACANCY
        .replace("sort: [-date]", "sort: [-dat]")
        .replace("group: employment", "group: employmet")
        .replace("card: [pay]", "card: [pays]")
        .replace("facets: [employment]", "facets: [emplоyment]");
    let problems = vacancies(&kind).problems();
    for line in [9, 10, 15, 16] {
        let wanted = format!("error declaration-unknown content/kinds/vacancy.yaml:{line}:");
        assert!(problems.iter().any(|one| one.starts_with(&wanted)), "{wanted} among {problems:#?}");
    }
}

#[test]
fn what_leads_among_the_facets_is_named_in_the_common_file_of_kinds() {
    let page = |facets: &str| {
        let site = SiteTest::new().file("content/kinds/_common.yaml", facets);
        let tagged = "---\ntitle: Новость\ndate: 20.11.2026\nметки: [алгебра]\n---\nТекст.\n";
        site.file("content/news/a.md", tagged)
    };
    let site = page("facets: [tags, kind]\n");
    site.build()
        .ok()
        .shows("search/index.html", "data-facet=\"tags\"")
        .hides("search/index.html", "data-facet=\"school_year\"");
    let wrong = page("facets: [kind, tagz]\n");
    wrong.run(&["check"]).fails_with("declaration-unknown").says("content/kinds/_common.yaml:1").says("tags");
}

#[test]
fn a_field_of_the_site_cannot_take_its_role_from_a_behaviour_of_the_theme() {
    let site = SiteTest::new()
        .file("content/kinds/event.yaml", "kind: event\nfields:\n  start: {type: text, label: Когда}\n");
    site.run(&["check"]).fails_with("role-unfit").says("content/kinds/event.yaml:3");
}

const ACT: &str = "---\ntitle: Положение\nlegal_status: действует\nnumber: \"1\"\n---\n## 1. Общее\n\n1.1. Первое.\n\n1.2. Второе.\n";

#[test]
fn a_document_says_what_changed_it_and_where() {
    let amending = "---\ntitle: Приказ об изменениях\nlegal_status: действует\namends: [a]\n---\nИзложить [[a#1.2]] иначе.\n";
    let site =
        SiteTest::new().file("content/regulations/a.md", ACT).file("content/regulations/b.md", amending);
    let outcome = site.build();
    let page = "regulations/a/index.html";
    outcome
        .ok()
        .shows(page, "<a href=\"/regulations/b/\">Приказ об изменениях</a> (<a href=\"#p-1.2\">п. 1.2</a>)");
}

#[test]
fn the_role_says_what_changes_a_document_whatever_the_field_is_called() {
    let site = SiteTest::new()
        .file("content/kinds/regulation.yaml", "kind: regulation\nbehaviours:\n  clauses: {}\n  lifecycle: {status: legal_status, amends: changes}\n\
              fields:\n  changes: {type: relation, to: [regulation], list: true, label: Правит}\n")
        .file("content/regulations/a.md", ACT)
        .file("content/regulations/b.md", "---\ntitle: Приказ\nlegal_status: действует\nправит: [a]\n---\nТекст.\n");
    let outcome = site.build();
    outcome.ok().shows("regulations/a/index.html", "<a href=\"/regulations/b/\">Приказ</a></p>");
}

#[test]
fn what_took_the_place_of_a_document_is_said_once() {
    let old = ACT.replace("действует", "утратил силу").replace("number:", "superseded_by: [b]\nnumber:");
    let site = SiteTest::new().file("content/regulations/a.md", old).file(
        "content/regulations/b.md",
        "---\ntitle: Новое положение\nlegal_status: действует\nsupersedes: [a]\n---\nТекст.\n",
    );
    site.build().ok();
    let page = std::fs::read_to_string(site.path("public/regulations/a/index.html")).unwrap();
    let head = &page[..page.find("class=\"requisites\"").unwrap()];
    assert_eq!(head.matches("Новое положение").count(), 1, "{head}");
}

#[test]
fn search_is_narrowed_by_the_field_of_a_hub_and_an_empty_hub_is_told_of() {
    let site = SiteTest::new()
        .file("content/directions/a.md", "---\ntitle: Аттестация\n---\nТекст.\n")
        .file("content/directions/b.md", "---\ntitle: Наставничество\n---\nТекст.\n")
        .file("content/news/n.md", "---\ntitle: Новость\ndate: 2026-11-20\ndirections: [a]\n---\nТекст.\n");
    site.build().ok().shows("search/index.html", "data-facet=\"directions\"");
    let problems = site.problems();
    let told = |file: &str| problems.iter().any(|one| one.contains("hub-empty") && one.contains(file));
    assert!(told("content/directions/b.md") && !told("content/directions/a.md"), "{problems:#?}");
}

fn event(more: &str) -> String {
    format!(
        "---\ntitle: Семинар\nform: семинар\nstart: 20.12.2026\nregistration:\n  url: https://forms.example/zapis\n{more}---\nТекст.\n"
    )
}

#[test]
fn the_page_and_the_state_agree_about_registration() {
    let site = SiteTest::new()
        .file("content/events/early.md", event("  opens: 01.12.2026\n"))
        .file("content/events/open.md", event("  closes: 01.12.2026\n"))
        .file("content/events/late.md", event("  closes: 20.11.2026\n"));
    let outcome = site.build();
    let button = "https://forms.example/zapis";
    outcome.ok().shows("events/open/index.html", button).shows("events/open/index.html", "идёт регистрация");
    outcome.hides("events/early/index.html", button).hides("events/late/index.html", button);
}

#[test]
fn consent_and_what_has_its_own_place_are_no_rows_of_a_page() {
    let text = "---\ntitle: Новость\nid: moya\ndate: 2026-11-20\nconsent: да\nconsent_date: 01.09.2026\n---\nТекст.\n";
    let template = "{% for row in page.rows %}[{{ row.name }}]{% endfor %}";
    let site =
        SiteTest::new().file("themes/imc/templates/news.html", template).file("content/news/a.md", text);
    let outcome = site.build();
    for hidden in ["[consent]", "[consent_date]", "[id]"] {
        outcome.ok().hides("news/moya/index.html", hidden);
    }
}

#[test]
fn the_archive_stands_behind_in_answers_too_and_a_school_year_is_that_of_the_day() {
    let one = |title: &str, more: &str| format!("---\ntitle: {title}\ndate: 2026-11-20\n{more}---\nТекст.\n");
    let template = "{% for card in query(kind=\"news\", sort=\"title\") %}{{ card.title }};{% endfor %}|\
                    {% for card in query(kind=\"news\", where={\"school_year\": \"2025/2026\"}) %}{{ card.title }};{% endfor %}";
    let site = SiteTest::new()
        .file("themes/imc/templates/home.html", template)
        .file("content/news/a.md", one("Архивная", "status: архив\n"))
        .file("content/news/b.md", one("Бодрая", ""))
        .file("content/news/c.md", one("Весенняя", "").replace("2026-11-20", "2026-04-20"));
    site.build().ok().shows("index.html", "Бодрая;Весенняя;Архивная;|Весенняя;");
}

#[test]
fn a_file_in_a_field_makes_the_facet_of_files() {
    let site = SiteTest::new()
        .file("content/regulations/a/index.md", ACT.replace("number:", "original: a.txt\nnumber:"))
        .file("content/regulations/a/a.txt", "Текст.");
    site.build().ok().shows("search/index.html", "data-facet=\"file\"");
}
