//! Each format, word for word.

use super::*;
use serde_json::Value;

const TEXT: &str =
    "---\nназвание: Семинар, часть 1: начало\nначало: 2026-03-10\nокончание: 2026-03-01\n---\n";

/// A message with two places, one about a file as a whole, and one about nothing in particular.
fn sample() -> (Vec<Diagnostic>, Sources) {
    let mut sources = Sources::default();
    let all = in_text(&mut sources, TEXT);
    (all, sources)
}

fn in_text(sources: &mut Sources, text: &str) -> Vec<Diagnostic> {
    let id = sources.add("content/events/семинар 1.md", text);
    let span = |needle: &str| {
        let start = text.find(needle).expect("the needle is in the text");
        id.span(start, start + needle.len())
    };
    let full = |one: Diagnostic| one.arg("title", "100 % успеха").arg("start", "10 марта");
    vec![
        full(Diagnostic::error(RULE))
            .at(span("2026-03-01"))
            .label_key(span("2026-03-10"), "start")
            .help("help"),
        full(Diagnostic::warning(RULE)).in_file("content/events/без места.md").help("help").help("second"),
        full(Diagnostic::note(RULE)),
    ]
}

fn drawn(format: Format) -> String {
    let (all, sources) = sample();
    render(format, &all, &sources, &Look::plain(Lang::Ru))
}

fn parsed(format: Format) -> Value {
    serde_json::from_str(&drawn(format)).expect("valid JSON")
}

#[test]
fn for_a_person() {
    insta::assert_snapshot!(drawn(Format::Human));
}

#[test]
fn for_a_person_in_english() {
    let (all, sources) = sample();
    insta::assert_snapshot!(human(&all, &sources, &Look::plain(Lang::En)));
}

#[test]
fn colour_only_when_asked() {
    let (all, sources) = sample();
    assert!(!drawn(Format::Human).contains('\u{1b}'));
    let colored = human(&all, &sources, &Look { color: true, ..Look::plain(Lang::Ru) });
    assert!(colored.contains("\u{1b}[") && colored.contains("ошибка"), "{colored}");
}

#[test]
fn paths_are_right_from_where_the_person_stands() {
    let (all, sources) = sample();
    let look = Look { prefix: "portal/".into(), ..Look::plain(Lang::Ru) };
    for format in [Format::Human, Format::Json, Format::Github, Format::Gitlab, Format::Sarif] {
        let drawn = render(format, &all, &sources, &look);
        assert_eq!(drawn.matches("portal/content/events").count(), drawn.matches("content/events").count());
    }
}

#[test]
fn for_programs() {
    insta::assert_snapshot!(drawn(Format::Json));
}

#[test]
fn for_github() {
    insta::assert_snapshot!(drawn(Format::Github));
}

#[test]
fn for_gitlab() {
    insta::assert_snapshot!(drawn(Format::Gitlab));
}

#[test]
fn a_fingerprint_survives_moved_lines_and_tells_equals_apart() {
    let mut sources = Sources::default();
    let here = in_text(&mut sources, TEXT);
    let moved = in_text(&mut sources, &TEXT.replace("начало:", "тема: право\nначало:"));
    let twice = [here.clone(), here.clone()].concat();
    let prints = |all: &[Diagnostic]| {
        let report: Value =
            serde_json::from_str(&render(Format::Gitlab, all, &sources, &Look::plain(Lang::Ru)))
                .expect("JSON");
        let prints = report.as_array().expect("an array").iter();
        prints.map(|issue| issue["fingerprint"].as_str().expect("text").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(prints(&here), prints(&moved));
    let twice = prints(&twice);
    let distinct: std::collections::BTreeSet<_> = twice.iter().collect();
    assert_eq!(distinct.len(), twice.len());
}

#[test]
fn for_code_scanning() {
    insta::assert_snapshot!(drawn(Format::Sarif));
}

#[test]
fn sarif_holds_together() {
    let log = parsed(Format::Sarif);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    for result in run["results"].as_array().expect("results") {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().expect("a level")));
        assert!(!result["message"]["text"].as_str().expect("text").is_empty());
        for location in result["locations"].as_array().expect("locations") {
            let uri = location["physicalLocation"]["artifactLocation"]["uri"].as_str().expect("a uri");
            assert!(uri.is_ascii() && !uri.contains(' '), "{uri}");
        }
    }
    let rule = &rules[0];
    assert!(rule["help"]["text"].as_str().expect("help").contains("Дата окончания"));
    assert!(!rule["shortDescription"]["text"].as_str().expect("text").contains("{$"));
}

#[test]
fn sarif_names_a_site_elsewhere_by_an_absolute_address() {
    let (all, sources) = sample();
    let look = Look { prefix: "/srv/портал/".into(), ..Look::plain(Lang::Ru) };
    let drawn = render(Format::Sarif, &all, &sources, &look);
    assert!(drawn.contains("\"file:///srv/%D0%BF%D0%BE%D1%80%D1%82%D0%B0%D0%BB/content/events/"), "{drawn}");
}

#[test]
fn every_format_of_nothing_is_well_formed() {
    let nothing = |format| render(format, &[], &Sources::default(), &Look::plain(Lang::Ru));
    assert_eq!(nothing(Format::Human), "");
    assert_eq!(nothing(Format::Github), "");
    assert_eq!(nothing(Format::Json), "[]\n");
    assert_eq!(nothing(Format::Gitlab), "[]\n");
    assert!(nothing(Format::Sarif).contains("\"results\": []"));
}

#[test]
fn a_rule_is_explained_and_an_unknown_one_is_guessed() {
    insta::assert_snapshot!(explain("[example-ends-before-start]", Lang::Ru).expect("a known rule"));
    let guess = explain("example-ends-before-strat", Lang::Ru).expect_err("an unknown rule");
    assert!(guess.contains("Может быть, «example-ends-before-start»?"), "{guess}");
    assert!(list_rules(Lang::En).contains("The event “…” ends before it starts."));
}

#[test]
fn a_report_goes_where_its_reader_looks() {
    let (all, sources) = sample();
    let look = Look::plain(Lang::Ru);
    let human = report(all.clone(), &sources, Format::Human, &look, Fate::NotPublished);
    assert_eq!((human.out.as_str(), human.code), ("", 1));
    let end = "Найдено: 1 ошибка, 1 предупреждение, 1 замечание. Сайт не опубликован, прежний сайт на месте.\n\
               Подробно о сообщении: kabinet explain example-ends-before-start\n";
    assert!(human.err.ends_with(end), "{}", human.err);
    let first = report(all.clone(), &sources, Format::Human, &look, Fate::NothingYet);
    assert!(first.err.contains("Сайт не опубликован.\n"), "{}", first.err);
    let json = report(all.clone(), &sources, Format::Json, &look, Fate::NotPublished);
    assert!(json.err.is_empty() && json.out.starts_with('['), "{json:?}");
    let warned = report(all[1..].to_vec(), &sources, Format::Human, &look, Fate::NotPublished);
    assert_eq!(warned.code, 0);
    assert!(!warned.err.contains("не опубликован"), "{}", warned.err);
    let clean = report(Vec::new(), &sources, Format::Human, &look, Fate::Silent);
    assert_eq!((clean.err.as_str(), clean.code), ("Ошибок и предупреждений нет.\n", 0));
}
