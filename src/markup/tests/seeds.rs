//! The five real regulations: no word is lost, added or moved, and every clause is found.
//!
//! The texts are brought to Markdown by a plain converter of this test, so that the engine is tested without
//! the importer.

use super::super::clause::number;
use super::super::{Outline, SectionKind};
use super::{CLAUSES, clauses, ids, outlined, problems, rendered, stripped, words};

const FILES: [&str; 5] = [
    "000_8327ba6c9088b819.txt",
    "001_cf196dc4b584e132.txt",
    "002_e51373767025aed1.txt",
    "003_69d0444b1cc5c9c1.txt",
    "004_fd229f398f085ff9.txt",
];

/// The seeds' texts; empty, and said so, where they are not at hand.
fn seeds() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds/");
    let texts: Option<Vec<String>> =
        FILES.iter().map(|file| std::fs::read_to_string(format!("{folder}{file}")).ok()).collect();
    if texts.is_none() {
        eprintln!("skipped: {folder} is not at hand");
    }
    texts.unwrap_or_default().iter().map(|text| text.replace("[bookmark: _GoBack]", "")).collect()
}

fn escaped(line: &str) -> String {
    line.chars().fold(String::new(), |mut out, c| {
        if matches!(c, '\\' | '*' | '_' | '`' | '<' | '[' | ']' | '|' | '#') {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

/// A seed as Markdown: headings, clauses, items and table rows begin blocks, other lines go on.
fn markdown(text: &str) -> String {
    let wrapped = text.contains("Боханский") || text.contains("Пестяковского");
    let (mut out, mut gap, mut header, mut rows) = (String::new(), true, true, 0);
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            gap = true;
            continue;
        }
        let begins_paragraph = gap && !wrapped;
        gap = false;
        let line = escaped(line);
        let section = number::section(&line).filter(|printed| printed.number.depth() == 1);
        if line.starts_with("5.  Настоящее") {
            out += &format!("\n\n{}", line.replacen("5.", "5\\.", 1));
        } else if section.is_some() && line.chars().count() < 80 {
            header = false;
            out += &format!("\n\n## {line}\n\n");
        } else if line.to_uppercase() == line && line.starts_with("ПОЛОЖ") {
            out += &format!("\n\n# {line}\n\n");
        } else if number::clause(&line, None).is_some() && !line.starts_with("- ") {
            out += &format!("\n\n{line}");
        } else if let Some(item) = line.strip_prefix(['·', '–', '-']) {
            out += &format!("\n\n- {}", item.trim_start_matches([' ', '\t', '-']));
        } else if line.contains('\t') {
            rows += 1;
            out += if rows == 1 { "\n\n| " } else { "\n| " };
            out += &(line.replace('\t', " | ") + " |");
            out += if rows == 1 { "\n|---|---|" } else { "" };
        } else if header {
            out += if begins_paragraph { "\n\n" } else { "\\\n" };
            out += &line;
        } else {
            out += if begins_paragraph || out.ends_with("\n\n") { "\n\n" } else { "\n" };
            out += &line;
        }
    }
    out
}

fn outlines() -> Vec<(String, Outline)> {
    seeds().iter().map(|seed| markdown(seed)).map(|text| (text.clone(), outlined(&text, CLAUSES))).collect()
}

#[test]
fn every_clause_is_found() {
    let counts: Vec<usize> = outlines().iter().map(|(_, outline)| clauses(outline)).collect();
    assert!(counts.is_empty() || counts == [26, 43, 12, 19, 15], "{counts:?}");
}

#[test]
fn the_words_of_the_page_are_the_words_of_the_source() {
    for (seed, file) in seeds().iter().zip(FILES) {
        let html = rendered(&markdown(seed), CLAUSES).html;
        assert_eq!(words(&stripped(&html)), words(seed), "{file}");
    }
}

#[test]
fn page_and_outline_have_the_same_anchors() {
    for (text, outline) in outlines() {
        assert_eq!(ids(&rendered(&text, CLAUSES).html), outline.anchors);
    }
}

#[test]
fn sections_are_numbered_as_printed() {
    let sections = |outline: &Outline| -> Vec<String> {
        let sections = outline.sections.iter().filter(|section| section.kind == SectionKind::Section);
        sections
            .map(|section| format!("{} {}", section.anchor, section.printed.clone().unwrap_or_default()))
            .collect()
    };
    let found: Vec<Vec<String>> = outlines().iter().map(|(_, outline)| sections(outline)).collect();
    let Some(second) = found.get(1) else { return };
    assert_eq!(second, &["s-1 I.", "s-2 II.", "s-3 Ш.", "s-4 IV.", "s-5 5.", "s-6 VI."]);
    assert_eq!(found[0].last().map(String::as_str), Some("s-5 5."));
    assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [5, 6, 4, 6, 5]);
}

#[test]
fn what_is_wrong_with_the_numbering_is_told() {
    let found: Vec<_> = seeds().iter().map(|seed| problems(&markdown(seed))).collect();
    let expected: [&[(&str, &str)]; 5] = [
        &[("clause-gap", "4.9.")],
        &[("lookalike-character", "Ш."), ("clause-mixed-numbering", "5.")],
        &[],
        &[],
        &[("lookalike-character", "Ф3"), ("clause-gap", "1.4."), ("clause-orphan", "4.1.1.")],
    ];
    for (found, expected) in found.iter().zip(expected) {
        let found: Vec<(&str, &str)> = found.iter().map(|(rule, text)| (*rule, text.as_str())).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn a_cited_clause_is_a_link() {
    let Some(fourth) = seeds().get(3).map(|seed| rendered(&markdown(seed), CLAUSES).html) else { return };
    assert!(fourth.contains("<a class=\"clause-ref\" href=\"#p-2.1\">п.2.1</a>."), "{fourth}");
}

#[test]
fn clauses_keep_their_lists_tables_and_further_paragraphs() {
    let outlines = outlines();
    let Some((_, second)) = outlines.get(1) else { return };
    let has = |outline: &Outline, anchor: &str| outline.anchors.iter().any(|known| known == anchor);
    assert!(has(&outlines[0].1, "p-4.5-b9"));
    assert!(has(second, "p-4.3-2"));
    assert!(has(&outlines[2].1, "p-2.3-b12"));
    let table = outlines[3].1.sections.iter().find(|section| section.anchor == "p-6.1");
    assert!(table.is_some_and(|section| section.text.contains("Показатель · Источник информации\n")));
}

/// The regulations of the example portal: the body of each with its original.
fn published() -> Vec<(&'static str, String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/content/regulations");
    ["imc-bokhan", "imc-kemerovo", "imo-kurchaloy", "ms-imc-spb", "mk-pestyaki"]
        .into_iter()
        .map(|name| {
            let read = |file| std::fs::read_to_string(format!("{folder}/polozhenie-{name}/{file}")).unwrap();
            let document = read("index.md");
            let body = document.splitn(3, "---\n").nth(2).unwrap().to_owned();
            (name, body, read("original.txt").replace("[bookmark: _GoBack]", ""))
        })
        .collect()
}

#[test]
fn the_published_regulations_say_what_their_originals_say() {
    for (name, body, original) in published() {
        let html = rendered(&body, CLAUSES).html;
        assert_eq!(words(&stripped(&html)), words(&original), "{name}");
        assert_eq!(ids(&html), outlined(&body, CLAUSES).anchors, "{name}");
    }
}

#[test]
fn the_published_regulations_have_all_their_clauses() {
    let counts: Vec<usize> =
        published().iter().map(|(_, body, _)| clauses(&outlined(body, CLAUSES))).collect();
    assert_eq!(counts, [26, 43, 12, 19, 15]);
}
