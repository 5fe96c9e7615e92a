//! Files that pages offer, and that are imported: archives with long lists, printed documents of many pages.

use super::measure::Site;
use super::office::archive;
use super::pdf::{Names, at, lines, pdf, rule};
use super::{Case, build, import};

pub(crate) const CASES: &[Case] = &[
    build("packed-names", 1_000, |n, site| {
        let names: Vec<String> = (0..n).map(|i| format!("Материалы/урок {i}.docx")).collect();
        offer(site, "set.zip", packed(&names));
    }),
    build("packed-equal-names", 1_000, |n, site| {
        offer(site, "set.zip", packed(&vec!["урок.docx".to_owned(); n]))
    }),
    build("packed-nested-folders", 200, |n, site| {
        let names: Vec<String> = (0..n).map(|i| format!("{}урок {i}.docx", "папка/".repeat(50))).collect();
        offer(site, "set.zip", packed(&names));
    }),
    build("printed-pages", 50, |n, site| offer(site, "paper.pdf", pages(n))),
    build("printed-lines", 200, |n, site| {
        let all: Vec<String> =
            (0..n).map(|i| format!("{i}. Пункт положения о методическом кабинете.")).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        offer(site, "paper.pdf", pdf(&[lines(&all)], Names::Russian));
    }),
    build("printed-rules", 100, |n, site| {
        let cell = |i: u32| {
            let (x, y) = (40 + i % 10 * 50, 800 - i / 10 % 70 * 11);
            rule((x, y), (x + 50, y)) + &rule((x, y), (x, y + 11)) + &at(x + 2, y + 2, "час")
        };
        offer(site, "paper.pdf", pdf(&[(0..u32::try_from(n).unwrap()).map(cell).collect()], Names::Russian));
    }),
    import("import-printed-pages", 50, |n, site| site.file("source.txt", pages(n))),
];

/// A page that offers a file.
fn offer(site: &mut Site, name: &str, bytes: Vec<u8>) {
    site.file(
        "content/news/a/index.md",
        format!("---\ntitle: Урок\ndate: 2026-11-20\nattachments:\n  - {{file: {name}, title: Набор}}\n---\nТекст.\n"),
    );
    site.file(&format!("content/news/a/{name}"), bytes);
}

/// An archive of files without a word.
fn packed(names: &[String]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    archive(&parts)
}

/// A printed document with a running head, three lines and a number on each page.
fn pages(n: usize) -> Vec<u8> {
    let page = |i: usize| {
        let number = format!("{}", i + 1);
        let clause = format!("{number}. Кабинет ведёт приём и");
        lines(&[
            "Положение о кабинете",
            &clause,
            "консультирует педагогов района,",
            "как сказано выше.",
            &number,
        ])
    };
    pdf(&(0..n).map(page).collect::<Vec<_>>(), Names::Russian)
}
