//! The five real regulations, split into sections by a simple rule, searched as teachers would.

use crate::help::{Portal, group, section};
use kabinet_search::{BuildOptions, PageDocument};
use std::path::PathBuf;

/// What stands in the headers of the seeds: numbers and dates of the documents.
const KEYWORDS: [(&str, &[&str]); 3] = [
    ("/s2/", &["30.08.2023", "30 августа 2023 года"]),
    ("/s3/", &["20.11.2019", "20 ноября 2019 года"]),
    ("/s4/", &["№ 133", "26.11.2020", "26 ноября 2020 года"]),
];

/// Addresses and titles of the seeds by the beginning of their file names.
const SEEDS: [(&str, &str, &str); 5] = [
    ("000", "/s0/", "Положение об информационно-методическом центре Боханского района"),
    ("001", "/s1/", "Положение об информационно-методическом центре Кемеровского муниципального района"),
    (
        "002",
        "/s2/",
        "Положение о районном информационно-методическом отделе Курчалоевского муниципального района",
    ),
    ("003", "/s3/", "Положение о деятельности Методической службы Информационно-методического центра"),
    ("004", "/s4/", "Положение о районном методическом кабинете Пестяковского муниципального района"),
];

fn portal() -> Option<Portal> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("SKIPPED: no seeds at {}", folder.display());
        return None;
    };
    let mut pages = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let seed = SEEDS.iter().find(|(start, _, _)| name.starts_with(start))?;
        pages.push(regulation(seed.1, seed.2, &std::fs::read_to_string(&path).unwrap()));
    }
    let synonyms = vec![
        group(&["ИМЦ", "информационно-методический центр"]),
        group(&["РМО", "районное методическое объединение"]),
        group(&["ОВЗ", "ограниченные возможности здоровья"]),
        group(&["ГИА", "государственная итоговая аттестация"]),
        group(&["ИМО", "информационно-методический отдел"]),
    ];
    Some(Portal::with(&pages, &BuildOptions { synonyms, ..BuildOptions::default() }))
}

/// A new section begins at each line that begins with a dotted number.
fn regulation(url: &str, title: &str, text: &str) -> PageDocument {
    let mut sections = vec![section("", "", "")];
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let line = line.trim_start_matches("- ");
        let number: String = line.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let number = number.trim_end_matches('.');
        if number.contains('.') {
            sections.push(section(&format!("p-{number}"), number, line));
        } else if number.len() == 1 && line.starts_with(&format!("{number}.")) {
            sections.push(section(&format!("s-{number}"), line, ""));
        } else if let Some(last) = sections.last_mut() {
            last.text.push(' ');
            last.text.push_str(line);
        }
    }
    let keywords = KEYWORDS.iter().find(|(page, _)| *page == url).map_or(&[][..], |(_, words)| *words);
    PageDocument {
        url: url.to_owned(),
        title: title.to_owned(),
        kind: "regulation".to_owned(),
        kind_label: "Положение".to_owned(),
        keywords: keywords.iter().map(|word| (*word).to_owned()).collect(),
        sections,
        ..PageDocument::default()
    }
}

#[test]
fn clauses_of_the_seeds_are_found() {
    let Some(portal) = portal() else { return };
    for (query, answer) in [
        ("п. 3.2.5 Боханский", "/s0/#p-3.2.5"),
        ("3.2.5 Боханский", "/s0/#p-3.2.5"),
        ("кому подчиняется ИМЦ Боханского района", "/s0/#p-1.5"),
        ("поддержка талантливой молодёжи и детей с ограниченными возможностями здоровья", "/s1/#p-2.2.3"),
        ("талантливая молодежь ОВЗ", "/s1/#p-2.2.3"),
        ("экспертиза образовательных программ кемеровского района", "/s1/#p-3.2.14"),
        ("gjddsitybt rdfkbabrfwbb yt ht;t jlyjuj hfpf d gznm ktn", "/s0/#p-3.2.2"),
        ("издательская деятельность кемерово", "/s1/#p-3.2.10"),
        ("боханский издательской деятельностю", "/s0/#p-3.2.7"),
        ("заказ на учебную литературу", "/s0/#p-3.2.4"),
    ] {
        assert_eq!(portal.first(query), answer, "{query}");
    }
}
