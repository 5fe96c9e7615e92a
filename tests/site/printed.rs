//! Files in PDF that pages offer, and PDF that is imported: the words that are printed, in the order in which they are
//! read, or a word about why not.

use std::fs;

use kabinet_search::{Engine, FolderFiles, Request};

use crate::SiteTest;
use crate::pdf::{Names, at, bomb, enciphered, lines, pdf, rule, scanned};

const PAGE: &str = "news/urok/index.html";
const TWIN: &str = "news/urok/plan.pdf.html";

/// A text long enough that its words tell the language.
const PAPER: [&str; 9] = [
    "ПОЛОЖЕНИЕ",
    "о методическом кабинете",
    "1. Общие положения",
    "1.1. Методический кабинет помогает учителям школ района в работе и ведёт учёт мате-",
    "риалов, которые присылают учителя. Кабинет создан отделом образования района.",
    "1.2. Кабинет находится в здании школы и принимает учителей каждый день недели.",
    "2. Задачи кабинета",
    "2.1. Кабинет проводит семинары, собирает лучшие уроки и хранит книги по предметам.",
    "2.2. Заведующий кабинетом составляет план работы и отвечает за его выполнение.",
];

fn offering(bytes: Vec<u8>, card: &str) -> SiteTest {
    let text = format!(
        "---\ntitle: Урок о функции\ndate: 2026-11-20\nattachments:\n  - {{file: plan.pdf, title: План занятия}}\n{card}---\nТекст.\n"
    );
    SiteTest::new().file("content/news/urok/index.md", text).file("content/news/urok/plan.pdf", bytes)
}

#[test]
fn the_text_of_a_pdf_is_a_page_and_is_found() {
    let site = offering(pdf(&[lines(&PAPER)], Names::Russian), "");
    site.build()
        .ok()
        .shows(PAGE, "href=\"/news/urok/plan.pdf.html\"")
        .shows(TWIN, "учёт материалов, которые присылают")
        .shows(TWIN, "порядок и деление на абзацы местами могут быть другими");
    let engine = Engine::open(FolderFiles::new(site.path("public/search"))).unwrap();
    let hits = engine.search(&Request::new("присылаемый материал")).unwrap().hits;
    assert_eq!(hits.first().map(|hit| hit.page.as_str()), Some("/news/urok/"));
}

#[test]
fn a_hit_in_a_pdf_opens_the_page_that_has_it() {
    let pages = [
        lines(&PAPER[..2]),
        lines(&["Кабинет хранит лучшие уроки учителей района и ведёт учёт книг и мате-"]),
        lines(&["риалов, которые присылают учителя.", "Библиотека открыта каждый день недели."]),
    ];
    let site = offering(pdf(&pages, Names::Russian), "");
    site.build()
        .ok()
        .shows(TWIN, "<span class=\"leaf\" id=\"stranica-2\">страница 2</span>")
        .shows(TWIN, "книг и материалов, <span class=\"leaf\" id=\"stranica-3\">страница 3</span>которые");
    let engine = Engine::open(FolderFiles::new(site.path("public/search"))).unwrap();
    let open = |words: &str| {
        let hits = engine.search(&Request::new(words)).unwrap().hits;
        let first = hits.first().and_then(|hit| hit.sections.first()).unwrap();
        (first.anchor.clone(), first.heading.clone())
    };
    let place = |page: usize| {
        let said = format!("План занятия: страница {page}");
        (format!("/news/urok/plan.pdf.html#stranica-{page}"), said)
    };
    assert_eq!(open("учёт книг"), place(2));
    assert_eq!(open("библиотека"), place(3));
    assert_eq!(open("методическом"), ("/news/urok/plan.pdf.html".to_owned(), "План занятия".to_owned()));
}

#[test]
fn a_table_over_several_pages_is_one_and_tells_where_they_begin() {
    let page = |rows: [[&str; 2]; 2]| {
        let mut page = String::new();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                page += &at(66 + 150 * column, 606 - 20 * row, text);
            }
        }
        for place in 0..3 {
            page += &rule((60, 620 - 20 * place), (360, 620 - 20 * place));
            page += &rule((60 + 150 * place, 580), (60 + 150 * place, 620));
        }
        page
    };
    let head = ["День", "Часы приёма"];
    let pages = [page([head, ["вторник", "с девяти"]]), page([head, ["четверг", "с десяти"]])];
    let site = offering(pdf(&pages, Names::Russian), "");
    let outcome = site.build();
    outcome.ok().shows(TWIN, "<td><span class=\"leaf\" id=\"stranica-2\">страница 2</span>четверг</td>");
    let text = fs::read_to_string(site.path(&format!("public/{TWIN}"))).unwrap();
    assert_eq!(text.matches("Часы приёма").count(), 1, "{text}");
}

#[test]
fn letters_under_western_names_are_taken_back() {
    let site = offering(pdf(&[lines(&PAPER)], Names::Western), "");
    site.build().ok().shows(TWIN, "учёт материалов, которые присылают").hides(TWIN, "Ï");
}

#[test]
fn a_file_of_which_no_letter_can_be_read_is_published_and_told() {
    let site = offering(pdf(&[lines(&PAPER)], Names::Strange), "");
    site.build().ok().says("attachment-garbled").shows(PAGE, "plan.pdf").lacks(TWIN);
}

#[test]
fn a_scan_asks_for_a_summary_and_is_silent_when_there_is_one() {
    let scan = pdf(&[scanned()], Names::Russian);
    offering(scan.clone(), "").build().ok().says("attachment-scan").lacks(TWIN);
    let site = offering(scan, "summary: План занятия от 1 декабря\n");
    let outcome = site.build();
    outcome.ok();
    assert!(!outcome.said().contains("attachment-scan"), "{}", outcome.said());
    let half = pdf(&[lines(&PAPER), scanned()], Names::Russian);
    offering(half, "").build().ok().says("attachment-scan-pages").shows(TWIN, "Задачи кабинета");
}

#[test]
fn what_is_enciphered_or_made_to_do_harm_is_told_and_its_text_left_alone() {
    let whole = pdf(&[lines(&PAPER)], Names::Russian);
    offering(enciphered(&whole), "").build().ok().says("attachment-restricted").lacks(TWIN);
    offering(bomb(300 << 20), "").build().ok().says("attachment-excessive").lacks(TWIN);
    offering(b"%PDF-1.7\nnothing".to_vec(), "").build().ok().says("attachment-damaged").lacks(TWIN);
}

#[test]
fn columns_are_read_one_after_the_other_and_tables_cell_by_cell() {
    let left = [
        "Первая строка левой части",
        "вторая строка левой части",
        "третья строка левой части",
        "конец левой части.",
    ];
    let right = [
        "Первая строка правой части",
        "вторая строка правой",
        "третья строка правой части",
        "конец правой части.",
    ];
    let mut page = at(150, 780, "О работе методического кабинета района в этом году");
    for (place, (one, other)) in (0..).zip(left.iter().zip(right)) {
        page += &at(60, 740 - 14 * place, one);
        page += &at(330, 740 - 14 * place, other);
    }
    let table = [["День", "Часы приёма"], ["вторник", "с девяти до двух"]];
    for (row, cells) in (0..).zip(table) {
        for (column, text) in (0..).zip(cells) {
            page += &at(66 + 150 * column, 606 - 20 * row, text);
        }
    }
    for place in 0..3 {
        page += &rule((60, 620 - 20 * place), (360, 620 - 20 * place));
        page += &rule((60 + 150 * place, 580), (60 + 150 * place, 620));
    }
    let site = offering(pdf(&[page], Names::Russian), "");
    let outcome = site.build();
    outcome
        .ok()
        .shows(TWIN, "конец левой части.</p>")
        .shows(TWIN, "<th scope=\"col\">Часы приёма</th>")
        .shows(TWIN, "<td>с девяти до двух</td>");
    let text = fs::read_to_string(site.path(&format!("public/{TWIN}"))).unwrap();
    assert!(text.find("конец левой части") < text.find("Первая строка правой"), "{text}");
}

#[test]
fn columns_may_stand_close_and_their_lines_at_different_heights() {
    // A letter is six points wide: a line of forty ends one height of type before the other column begins.
    let side = |sort: &str, place: usize| {
        format!("{place:02} строка {sort} части занимает всю ширину").chars().take(40).collect::<String>()
    };
    let mut page = at(50, 780, "Принято") + &at(50, 766, "на совете центра");
    for place in 0..14 {
        let down = 14 * u32::try_from(place).unwrap();
        page += &at(50, 752 - down, &side("левой", place));
        page += &at(302, 775 - down, &side("правой", place));
    }
    let site = offering(pdf(&[page], Names::Russian), "");
    site.build().ok();
    let text = fs::read_to_string(site.path(&format!("public/{TWIN}"))).unwrap();
    let (accepted, first, last) =
        (text.find("Принято"), text.find("00 строка левой"), text.find("13 строка левой"));
    assert!(accepted.is_some() && accepted < first && first < last, "{text}");
    assert!(last < text.find("00 строка правой"), "{text}");
}

#[test]
fn heads_of_pages_and_their_numbers_are_no_text() {
    let page = |number: u32, line: &str| {
        at(150, 815, "Методический кабинет района") + &at(60, 700, line) + &at(300, 30, &number.to_string())
    };
    let pages = [page(1, "Первый лист плана."), page(2, "Второй лист плана."), page(3, "Третий лист плана.")];
    let site = offering(pdf(&pages, Names::Russian), "");
    site.build().ok().shows(TWIN, "Третий лист плана.").hides(TWIN, "Методический кабинет района");
}

#[test]
fn an_imported_pdf_is_a_draft_with_the_words_that_are_printed() {
    let site = SiteTest::new().file("polozhenie.pdf", pdf(&[lines(&PAPER)], Names::Russian));
    let outcome = site.run(&["import", "polozhenie.pdf", "--kind", "документ"]);
    outcome.ok().says("текст взят из PDF (1 с.), поэтому страница — черновик");
    let page =
        fs::read_to_string(site.path("content/regulations/polozhenie-metodicheskom-kabinete/index.md"))
            .unwrap();
    assert!(page.contains("draft") && page.contains("original.pdf"), "{page}");
    assert!(page.contains("учёт материалов, которые присылают учителя."), "{page}");
}

#[test]
fn the_author_of_a_pdf_is_taken_out_of_what_is_published() {
    let named = |mark: &str| {
        let text = format!("<< /Author (Composer of the plan) {mark}>>");
        [pdf(&[lines(&PAPER)], Names::Russian), text.into_bytes()].concat()
    };
    let site = offering(named(""), "");
    site.build().ok().shows(TWIN, "Задачи кабинета");
    let published = fs::read(site.path("public/news/urok/plan.pdf")).unwrap();
    assert_eq!(published.len(), named("").len());
    assert!(!String::from_utf8_lossy(&published).contains("Composer"));
    let signed = offering(named("/ByteRange [0 1] "), "");
    signed.build().ok().says("attachment-signed");
    let kept = fs::read(signed.path("public/news/urok/plan.pdf")).unwrap();
    assert_eq!(kept, named("/ByteRange [0 1] "));
}
