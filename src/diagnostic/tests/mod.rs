//! Tests of drawing: columns, headings, order.

use super::*;
use crate::i18n::Lang;
use crate::source::Sources;

/// A rule whose words stand beside this file.
const RULE: RuleId = RuleId("example-ends-before-start");

fn at(text: &str, needle: &str) -> (Sources, Diagnostic) {
    let mut sources = Sources::default();
    let id = sources.add("content/события/семинар.md", text);
    let start = text.find(needle).expect("the needle is in the text");
    (sources, Diagnostic::error(RULE).label_key(id.span(start, start + needle.len()), "none"))
}

fn drawn(text: &str, needle: &str) -> String {
    let (sources, diagnostic) = at(text, needle);
    human(&[diagnostic], &sources, &Look::plain(Lang::Ru))
}

/// The line of the excerpt and the marks under it, without the margin.
fn marks(drawing: &str) -> (String, String) {
    let lines: Vec<&str> = drawing.lines().collect();
    let at = lines.iter().position(|line| line.contains('^')).expect("marks");
    let bar = lines[at].find('|').expect("a margin") + 2;
    (lines[at - 1][bar..].to_owned(), lines[at][bar..].to_owned())
}

#[test]
fn cyrillic_is_marked_by_characters() {
    let drawing = drawn("дата: завтра\n", "завтра");
    assert!(drawing.contains("content/события/семинар.md:1:7"), "{drawing}");
    assert_eq!(marks(&drawing), ("дата: завтра".into(), "      ^^^^^^".into()));
}

#[test]
fn tabs_are_drawn_wide_and_counted_once() {
    let drawing = drawn("---\n\tдата:\tзавтра\n", "завтра");
    assert!(drawing.contains("семинар.md:2:8"), "{drawing}");
    assert_eq!(marks(&drawing), ("    дата:    завтра".into(), "             ^^^^^^".into()));
}

#[test]
fn combining_letters_and_emoji_keep_the_marks_in_place() {
    let drawing = drawn("и\u{306}од 🎓 х: да\n", "да");
    assert!(drawing.contains(":1:11"), "{drawing}");
    assert_eq!(marks(&drawing).1, "          ^^", "{drawing}");
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let text = format!("{}СЮДА{}\n", "слово ".repeat(80), " ещё".repeat(80));
    let drawing = drawn(&text, "СЮДА");
    assert!(drawing.contains("СЮДА") && drawing.contains("^^^^"), "{drawing}");
    assert!(drawing.lines().all(|line| line.chars().count() <= 150), "{drawing}");
}

#[test]
fn a_place_past_the_end_does_not_panic() {
    let mut sources = Sources::default();
    let id = sources.add("content/a.md", "а\r\nбв");
    for (start, end) in [(0, 0), (5, 5), (6, 6), (7, 7), (7, 99), (99, 99), (2, 3), (1, 6)] {
        let one = Diagnostic::warning(RULE).at(id.span(start, end));
        assert!(human(&[one], &sources, &Look::plain(Lang::En)).contains("content/a.md"));
    }
}

#[test]
fn messages_go_by_weight_file_and_place_and_are_said_once() {
    let mut sources = Sources::default();
    let b = sources.add("content/b.md", "xyz");
    let a = sources.add("content/a.md", "xyz");
    let all = vec![
        Diagnostic::warning(RULE).at(b.span(0, 1)),
        Diagnostic::warning(RULE).at(a.span(1, 2)),
        Diagnostic::error(RULE).at(a.span(1, 2)),
        Diagnostic::warning(RULE).at(a.span(1, 2)),
        Diagnostic::note(RULE).at(a.span(0, 1)),
        Diagnostic::error(RULE),
    ];
    let order: Vec<_> = sorted(all, &sources)
        .iter()
        .map(|one| (one.place(&sources).0.map(str::to_owned), one.severity))
        .collect();
    let (a, b) = (Some("content/a.md".to_owned()), Some("content/b.md".to_owned()));
    let expected = [
        (None, Severity::Error),
        (a.clone(), Severity::Error),
        (a.clone(), Severity::Warning),
        (b, Severity::Warning),
        (a, Severity::Note),
    ];
    assert_eq!(order, expected);
}

#[test]
fn the_closing_line_counts_in_russian() {
    let error = || Diagnostic::error(RULE);
    let all = [error(), error(), error(), Diagnostic::warning(RULE), Diagnostic::warning(RULE)];
    assert_eq!(
        summary(&all, Fate::NotPublished, Lang::Ru),
        "Найдено: 3 ошибки, 2 предупреждения. Сайт не опубликован, прежний сайт на месте."
    );
    assert_eq!(summary(&[], Fate::Silent, Lang::Ru), "Ошибок и предупреждений нет.");
}

mod formats;

#[test]
fn a_place_deep_in_a_line_is_told_though_little_of_the_line_is_drawn() {
    let text = format!("{}СЮДА{}\n", "слово ".repeat(4_000), " ещё".repeat(4_000));
    let drawing = drawn(&text, "СЮДА");
    assert!(drawing.contains("content/события/семинар.md:1:24001"), "{drawing}");
    assert!(drawing.contains("СЮДА") && drawing.contains("^^^^"), "{drawing}");
    assert!(drawing.lines().all(|line| line.chars().count() <= 150), "{drawing}");
}

#[test]
fn far_marks_are_drawn_apart() {
    let text = format!("РАЗ\n{}ДВА\n", "слово\n".repeat(2_000));
    let (sources, diagnostic) = at(&text, "ДВА");
    let file = diagnostic.labels[0].span.source;
    let drawing = human(&[diagnostic.at(file.span(0, 6))], &sources, &Look::plain(Lang::Ru));
    assert!(drawing.contains("семинар.md:2002:1") && drawing.contains("семинар.md:1:1"), "{drawing}");
    assert!(drawing.contains("РАЗ") && drawing.lines().count() < 20, "{drawing}");
}

#[test]
fn equal_messages_are_drawn_three_times_and_counted() {
    let mut sources = Sources::default();
    let ids: Vec<_> = (0..8).map(|i| sources.add(format!("content/{i}.md"), "xyz")).collect();
    let all: Vec<_> = ids.iter().map(|id| Diagnostic::error(RULE).at(id.span(0, 1))).collect();
    let drawing = |count: usize| human(&all[..count], &sources, &Look::plain(Lang::Ru));
    assert!(!drawing(3).contains("и ещё"), "{}", drawing(3));
    let eight = drawing(8);
    assert!(eight.contains("content/2.md") && !eight.contains("content/3.md"), "{eight}");
    assert!(eight.contains("… и ещё 5 таких же сообщений"), "{eight}");
}
