//! Laws: every form of a word finds the same pages; no query panics.

use crate::help::{Portal, page};
use proptest::prelude::*;
use rumorph::{Dictionary, Source};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::OnceLock;

/// Words of several inflections and parts of speech, irregular ones among them.
const SAMPLE: &[&str] = &[
    "площадка",
    "разработка",
    "материал",
    "опыт",
    "ребёнок",
    "день",
    "человек",
    "учитель",
    "педагог",
    "время",
    "имя",
    "мать",
    "дочь",
    "путь",
    "окно",
    "письмо",
    "судьба",
    "сестра",
    "кукла",
    "песня",
    "кухня",
    "портал",
    "журнал",
    "персонал",
    "потенциал",
    "приём",
    "лев",
    "лёд",
    "отец",
    "конец",
    "сон",
    "угол",
    "друг",
    "брат",
    "лист",
    "сын",
    "гражданин",
    "котёнок",
    "музей",
    "гений",
    "здание",
    "собрание",
    "статья",
    "семья",
    "библиотекарь",
    "стажировка",
    "подготовка",
    "новинка",
    "методист",
    "заведующий",
    "учащийся",
    "рабочий",
    "методический",
    "районный",
    "хороший",
    "большой",
    "синий",
    "лёгкий",
    "детский",
    "лучший",
    "молодой",
    "певчий",
    "обучающийся",
    "формирующий",
    "идти",
    "стать",
    "взять",
    "писать",
    "говорить",
    "обучать",
    "проводить",
    "провести",
    "повышать",
    "искать",
    "мочь",
    "ждать",
    "печь",
    "лечь",
    "аттестовать",
    "организовать",
    "развивать",
    "дать",
    "есть",
    "ехать",
    "создать",
    "утвердить",
    "два",
    "три",
    "десять",
    "весь",
    "этот",
    "мы",
    "каждый",
];

fn forms_of(dictionary: &Dictionary, word: &str) -> Vec<BTreeSet<String>> {
    let readings = dictionary.analyze(word);
    let lexemes = readings.iter().filter(|reading| {
        reading.source == Source::Dictionary && reading.word == reading.lemma
            || reading.lemma.to_lowercase() == word
    });
    lexemes
        .map(|lexeme| dictionary.forms(lexeme).into_iter().map(|f| f.word.to_lowercase()).collect())
        .collect()
}

#[test]
fn every_form_of_a_dictionary_word_finds_every_other() {
    let dictionary = Dictionary::bundled().unwrap();
    let mut pages = Vec::new();
    let mut lexemes = Vec::new();
    for word in SAMPLE {
        for forms in forms_of(&dictionary, word) {
            let first = pages.len();
            // Three forms stand on the site; readers come with all of them.
            for form in forms.iter().step_by(forms.len().div_ceil(3).max(1)) {
                pages.push(page(
                    &format!("/{:05}/", pages.len()),
                    "Лист",
                    &format!("Слово «{form}» стоит здесь"),
                ));
            }
            lexemes.push((forms, first..pages.len()));
        }
    }
    let portal = Portal::new(&pages);
    let mut checked = 0;
    for (forms, numbers) in &lexemes {
        for form in forms {
            let found: BTreeSet<String> = portal.pages(&format!("{form} ")).into_iter().collect();
            for number in numbers.clone() {
                assert!(
                    found.contains(&format!("/{number:05}/")),
                    "«{form}» misses «{}»",
                    pages[number].sections[0].text
                );
            }
            checked += 1;
        }
    }
    assert!(checked > 1500, "only {checked} forms were checked");
}

#[test]
fn every_word_of_the_seeds_is_found_by_all_its_forms() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("SKIPPED: no seeds at {}", folder.display());
        return;
    };
    let texts: Vec<String> = entries.map(|e| std::fs::read_to_string(e.unwrap().path()).unwrap()).collect();
    let words: BTreeSet<String> = texts
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphabetic()))
        .filter(|word| word.chars().count() > 3)
        .map(str::to_lowercase)
        .collect();
    let words: Vec<String> = words.into_iter().step_by(7).collect();
    let pages: Vec<_> = words
        .iter()
        .enumerate()
        .map(|(i, w)| page(&format!("/{i:05}/"), "Лист", &format!("Здесь {w} стоит")))
        .collect();
    let portal = Portal::new(&pages);
    let dictionary = Dictionary::bundled().unwrap();
    for (number, word) in words.iter().enumerate() {
        for reading in dictionary.analyze(word).iter().filter(|r| r.source == Source::Dictionary) {
            for form in dictionary.forms(reading) {
                let found = portal.pages(&format!("{} ", form.word));
                assert!(found.contains(&format!("/{number:05}/")), "«{}» misses «{word}»", form.word);
            }
        }
    }
}

fn small() -> &'static Portal {
    static PORTAL: OnceLock<Portal> = OnceLock::new();
    PORTAL.get_or_init(build_small)
}

fn build_small() -> Portal {
    Portal::new(&[
        page(
            "/a/",
            "План работы № 12",
            "Учебно-методический план 2026/2027, п. 3.2.5 и 273-ФЗ. Дети и ребёнок.",
        ),
        page("/b/", "Отчёт", "Отчёт о работе, vtnjlbrf и English."),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn no_pile_of_words_panics(words in proptest::collection::vec(
        proptest::sample::select(vec!["план", "план", "\"план работы\"", "-план", "п.", "3.2.5", "№", "273-ФЗ", "=дети", "работы", "реб", "и"]),
        0..30,
    )) {
        small().search(&words.join(" "));
    }

    #[test]
    fn no_query_panics(query in "\\PC{0,60}") {
        small().search(&query);
    }

    #[test]
    fn no_russian_query_panics(query in "([-=\"«»„“№§./,' ]{0,3}[а-яёА-Яa-z0-9]{0,12}){0,6}") {
        small().search(&query);
    }
}
