//! Laws that hold for any text.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::{HtmlOptions, html};
use super::{CLAUSES, InOrder, PLAIN, bare, ids, outlined, stripped, words};

/// A line of a regulation-like text.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        (1..9u8, "[А-Я][а-я]{1,9}( [а-я]{1,9}){0,3}").prop_map(|(n, words)| format!("## {n}. {words}")),
        ("(I|II|Ш|IV|V|УІ)", "[А-Я][а-я]{1,9}").prop_map(|(n, words)| format!("## {n}. {words}")),
        (1..5u8, 1..12u8, "(\\.|\\. |\\.\u{a0}| |\\.\t|\\)|  )", "[А-Я][а-я ,;:«»\"]{0,40}")
            .prop_map(|(a, b, gap, words)| format!("{a}.{b}{gap}{words}")),
        (1..5u8, 1..4u8, 1..9u8, "[А-Яа-я][а-я ]{0,30}")
            .prop_map(|(a, b, c, words)| format!("{a}.{b}.{c}. {words}")),
        "- [а-я]{1,9}( [а-я]{1,9}){0,4};",
        "- (3\\.1\\.|а\\)) [А-Я][а-я]{1,9}",
        "  - [а-я]{1,9}",
        "(1|2|7)(\\)|\\\\\\.|\\.) [а-я]{1,9}",
        "[а-я]\\) [а-я]{1,9} п\\. [1-4]\\.[1-9]",
        "[А-Я][а-я]{1,9} (пункт|пунктами|п\\.|раздел|подпункт «а» пункта) [1-4]\\.[1-9](, 2\\.1| и 1\\.2)? (настоящего|закона|и) [а-я]{1,9}",
        "[А-Яа-яёЁ0-9 «»—,.;:()№]{1,60}",
        "\\*\\*[1-3]\\.[1-3]\\.\\*\\* [а-я]{1,9}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    let separator = prop_oneof![Just("\n\n"), Just("\n\n"), Just("\n"), Just("\\\n")];
    prop::collection::vec((line(), separator), 1..25)
        .prop_map(|lines| lines.into_iter().map(|(line, separator)| line + separator).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_a_regulation_is_lost_added_or_moved(text in text()) {
        let html = bare(&text, CLAUSES);
        prop_assert_eq!(words(&stripped(&html)), words(&text), "{}", html);
    }

    #[test]
    fn anchors_are_unique_and_those_of_the_page(text in text()) {
        for features in [CLAUSES, PLAIN] {
            let anchors = outlined(&text, features).anchors;
            prop_assert_eq!(anchors.iter().collect::<BTreeSet<_>>().len(), anchors.len());
            prop_assert_eq!(&ids(&bare(&text, features)), &anchors);
        }
    }

    #[test]
    fn elements_are_closed_in_order(text in text()) {
        prop_assert!(balanced(&bare(&text, CLAUSES)));
    }

    #[test]
    fn no_text_makes_a_panic(text in "[#>*_`\\[\\]()<>|!\\\\~:.\\-\n 0-9а-яa-z«»^&;]{0,200}") {
        for features in [CLAUSES, PLAIN] {
            let outline = outlined(&text, features);
            let page = super::rendered(&text, features);
            prop_assert!(outline.sections.len() <= outline.anchors.len() + 1);
            prop_assert!(!page.html.contains("<script"));
        }
        let _ = super::super::plain(&text);
    }
}

/// A piece with links in it.
fn linked() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "[а](b.md) ",
        "![а](b.png) ",
        "[![а](b.png)](c.md) ",
        "![[б](d.md)](e.png) ",
        "[[ustav#2]] ",
        "<a href=\"/f/?x=1&amp;y=2\">а</a> ",
        "<iframe src=\"https://rutube.ru/x\"></iframe> ",
        "\n\n<div><a href='g.md'>а</a>\n<img src=\"h.png\"></div>\n\n",
        "<script>[а](i.md)</script> ",
        "слово[^1] ",
        "\n\n[^1]: [а](j.md)\n\n",
        "\n\n| [[k|а]] | б |\n|---|---|\n| <a href=\"l\">а</a> | [а](m) |\n\n",
        "https://n.example ",
        "2.1. [а](o.md) п. 2.1 ",
    ])
}

proptest! {
    #[test]
    fn the_page_asks_about_the_links_of_the_outline(pieces in prop::collection::vec(linked(), 0..12)) {
        let text = pieces.concat();
        for features in [CLAUSES, PLAIN] {
            let _ = html(&text, features, &InOrder(&outlined(&text, features)), &HtmlOptions::default());
        }
    }
}

/// Found by the law on words: Markdown takes this for an empty item of a list, indent and all.
#[test]
fn the_number_of_an_empty_item_stays() {
    for text in [" 0. \n\n", "## 1. Общее\n\n 7. \n\n"] {
        assert_eq!(words(&stripped(&bare(text, CLAUSES))), words(text), "{text}");
    }
}

/// Tells whether each closing tag closes the innermost open element.
fn balanced(html: &str) -> bool {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let name = tag.split(' ').next().unwrap_or_default();
        if matches!(name, "br" | "hr" | "img") {
            continue;
        }
        match name.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return false,
            Some(_) => {}
            None => open.push(name),
        }
    }
    open.is_empty()
}

#[test]
fn depth_and_length_do_not_matter() {
    let lines: String = (1..900).map(|n| format!("1.{n}. Пункт.\n")).collect();
    assert_eq!(super::clauses(&outlined(&lines, CLAUSES)), 899);
    for hostile in [
        "- ".repeat(20_000),
        "> ".repeat(20_000),
        "1) ".repeat(20_000),
        "[".repeat(20_000),
        "*a ".repeat(20_000),
    ] {
        for features in [CLAUSES, PLAIN] {
            assert_eq!(ids(&bare(&hostile, features)), outlined(&hostile, features).anchors);
        }
    }
    // A list and its item: a hundred things in each other. What lies deeper is refused.
    let deep: String = (0..50).map(|n| format!("{}- 1.{}. Пункт.\n", "  ".repeat(n), n + 1)).collect();
    assert_eq!(words(&stripped(&bare(&deep, CLAUSES))), words(&deep));
}
