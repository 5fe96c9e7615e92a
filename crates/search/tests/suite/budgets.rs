//! What a browser loads: rounds and bytes of each kind of query on a site of some size.

use crate::help::{group, page, section};
use crate::late::Late;
use kabinet_search::{BuildOptions, Engine, MemoryFiles, PageDocument, Request, Sort, build};
use std::sync::{Arc, OnceLock};

const PAGES: usize = 1200;

/// Words that stand on nearly every page, as those of the field do.
const COMMON: &[&str] = &[
    "методический",
    "работа",
    "педагог",
    "центр",
    "образование",
    "план",
    "школа",
    "район",
    "материал",
    "опыт",
    "учитель",
    "конкурс",
    "повышение",
    "квалификация",
    "программа",
    "семинар",
];
const SYLLABLES: &[&str] =
    &["ба", "ве", "ги", "до", "жу", "ка", "ле", "ми", "но", "пу", "ра", "се", "ти", "хо"];

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// A word of the long tail: few of them are frequent, most are rare.
    fn rare(&mut self) -> String {
        let mut number = self.throw(40) * self.throw(40) * self.throw(40);
        let mut word = String::new();
        for _ in 0..4 {
            word.push_str(SYLLABLES[number % SYLLABLES.len()]);
            number /= SYLLABLES.len();
        }
        word + "нка"
    }
}

fn text(dice: &mut Dice, words: usize) -> String {
    let word = |dice: &mut Dice| {
        if dice.throw(3) > 0 { COMMON[dice.throw(COMMON.len())].to_owned() } else { dice.rare() }
    };
    (0..words).map(|_| word(dice) + " ").collect()
}

fn site() -> &'static Arc<MemoryFiles> {
    static SITE: OnceLock<Arc<MemoryFiles>> = OnceLock::new();
    SITE.get_or_init(|| {
        let mut dice = Dice(7);
        let pages: Vec<PageDocument> = (0..PAGES)
            .map(|number| {
                let mut page = page(&format!("/p{number}/"), &text(&mut dice, 6), &text(&mut dice, 60));
                page.sections.push(section("s1", &text(&mut dice, 4), &text(&mut dice, 60)));
                page.date = Some(20_000 + (number * 7 % 900) as i32);
                page.facets = vec![("level".to_owned(), ["начальное", "основное"][number % 2].to_owned())];
                page
            })
            .chain([page(
                "/star/",
                "Звездолёт",
                "Площадок для звездолёта нет, калейдоскоп стереоскопический",
            )])
            .collect();
        let synonyms = vec![group(&["РМО", "районное методическое объединение"])];
        let bundle = build(&pages, &BuildOptions { synonyms, as_of: Some(20_500), small: 0 }).unwrap();
        Arc::new(MemoryFiles(bundle.files))
    })
}

/// A question of each kind.
fn requests() -> Vec<Request> {
    let facet = vec![("level".to_owned(), "основное".to_owned())];
    let plain = [
        "звездолёты",
        "план работы методического центра",
        "методическая работа педагогов района центра образования школы опыт",
        "\"план работы\"",
        "=\"план работа\"",
        "=площадок",
        "стереоскопич",
        "ме",
        "зведолет",
        "калийдаскоп",
        "rfktqljcrjg",
        "kaleidoskop",
        "РМО",
        "№ 133",
        "звездолёт каталог планетарий",
        "абракадабрахлоп",
        "план -работа",
        "-план",
        "balegidonka",
    ];
    let mut requests: Vec<Request> = plain.into_iter().map(Request::new).collect();
    requests.extend([
        Request { facets: facet.clone(), ..Request::new("") },
        Request { facets: facet, ..Request::new("план работы") },
        Request { sort: Sort::Date, ..Request::new("план работы") },
        Request { offset: 20, ..Request::new("план работы") },
        Request { from: Some(20_100), to: Some(20_200), ..Request::new("") },
        Request { literal: true, ..Request::new("rfktqljcrjg") },
    ]);
    requests
}

#[test]
fn no_kind_of_query_needs_more_than_three_rounds_or_many_bytes() {
    let here = Engine::open(site().as_ref().clone()).unwrap();
    for request in requests() {
        let late = Late::new(site());
        let (engine, rounds) = late.rounds(|| Engine::open(late.clone()));
        assert_eq!(rounds, 2, "manifest, core");
        let opened = late.bytes();
        let (outcome, rounds) = late.rounds(|| engine.search(&request));
        let bytes = late.bytes() - opened;
        assert!(rounds <= 3, "«{}»: words, lists, texts, {rounds} rounds", request.text);
        assert!(bytes <= 200_000, "«{}»: {bytes} bytes", request.text);
        assert_eq!(
            outcome,
            here.search(&request).unwrap(),
            "«{}» differs when files come late",
            request.text
        );
    }
}

#[test]
fn what_was_fetched_before_changes_no_answer() {
    let late = Late::new(site());
    let (engine, _) = late.rounds(|| Engine::open(late.clone()));
    let here = Engine::open(site().as_ref().clone()).unwrap();
    for request in requests().into_iter().rev() {
        let (outcome, _) = late.rounds(|| engine.search(&request));
        assert_eq!(outcome, here.search(&request).unwrap(), "«{}»", request.text);
    }
}

#[test]
fn opening_is_cheap_and_no_file_is_large() {
    let files = &site().0;
    let size =
        |start: &str| files.iter().filter(|(path, _)| path.starts_with(start)).map(|f| f.1.len()).sum();
    let opening: usize = size("core/");
    assert!(opening <= 60 * 1024, "{opening} bytes to open {PAGES} pages");
    for (path, bytes) in files.iter().filter(|(path, _)| !path.starts_with("core/")) {
        assert!(bytes.len() <= 52 * 1024, "{path} has {} bytes", bytes.len());
    }
}
