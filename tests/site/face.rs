//! What readers see first: states, the order of the year, what belongs together.

use std::fs;
use std::path::Path;

use crate::SiteTest;

fn event(title: &str, start: &str, more: &str) -> String {
    format!("---\ntitle: {title}\nstart: {start}\nform: семинар\nplace: {{name: Зал}}\n{more}---\nТекст.\n")
}

#[test]
fn an_event_whose_registration_is_over_is_not_merely_planned() {
    let registration =
        "registration: {opens: 2026-11-01, closes: 2026-11-19, url: 'https://forms.example/a'}\n";
    let site = SiteTest::new()
        .file("content/events/a.md", event("Первый семинар", "2026-12-01 10:00", registration))
        .file("content/events/b.md", event("Второй семинар", "2026-12-02 10:00", ""));
    let outcome = site.build();
    outcome.ok().shows("events/a/index.html", "запись закрыта").shows("events/index.html", "запись закрыта");
    outcome.hides("events/b/index.html", "запись закрыта");
    // On the last day it is still open.
    let site = site.on("2026-11-19");
    site.build().ok().shows("events/a/index.html", "идёт регистрация");
}

#[test]
fn a_school_year_runs_forward_and_the_latest_year_comes_first() {
    let events = [
        ("апрель", "2027-04-23"),
        ("декабрь", "2026-12-09"),
        ("сентябрь", "2026-09-15"),
        ("май", "2026-05-20"),
    ];
    let site = events.iter().fold(SiteTest::new(), |site, (name, day)| {
        site.file(
            &format!("content/events/{day}.md"),
            event(&format!("Встреча: {name}"), day, "date: 2026-05-01\n"),
        )
    });
    site.build().ok();
    let list = std::fs::read_to_string(site.path("public/events/index.html")).unwrap();
    let year = list.split("2026/2027").last().unwrap();
    let places: Vec<usize> = ["сентябрь", "декабрь", "апрель", "май"]
        .iter()
        .map(|name| year.find(&format!("Встреча: {name}")).unwrap())
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn materials_alone_are_like_a_material_and_its_author_stands_at_its_head() {
    let material = |title: &str| {
        format!(
            "---\ntitle: {title}\ndate: 2026-11-01\nmaterial_type: методическая разработка урока\nsubjects: [математика]\nauthors: [методист центра]\nsummary: Коротко о главном.\n---\nТекст.\n"
        )
    };
    let site = SiteTest::new()
        .file("content/materials/a.md", material("Дроби"))
        .file("content/materials/b.md", material("Проценты"))
        .file(
            "content/events/c.md",
            event("Заседание о процентах", "2026-12-01", "subjects: [математика]\n"),
        );
    site.build()
        .ok()
        .hides("materials/a/index.html", "Заседание о процентах")
        .shows("materials/a/index.html", "Проценты");
    let page = std::fs::read_to_string(site.path("public/materials/a/index.html")).unwrap();
    let (author, text) = (page.find("методист центра").unwrap(), page.find("Текст.").unwrap());
    assert!(author < text, "the author comes after the text");
}

#[test]
fn an_event_of_which_nothing_more_is_known_has_no_empty_section() {
    let event = |more: &str| {
        let text = format!(
            "---\ntitle: Семинар о чтении\nstart: 2026-11-25\nform: семинар\nplace: {{name: Школа}}\n{more}---\nТекст.\n"
        );
        SiteTest::new().file("content/events/a.md", text)
    };
    event("").build().ok().hides("events/a/index.html", "Подробнее о мероприятии");
    event("date: 2026-11-20\n").build().ok().shows("events/a/index.html", "Подробнее о мероприятии");
    event("subjects: [математика]\n").build().ok().shows("events/a/index.html", "Подробнее о мероприятии");
}

/// The files of a folder of the repository with an ending, one after the other.
fn files(folder: &str, ending: &str) -> String {
    let all = walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).into_iter().flatten();
    let wanted = all.filter(|entry| entry.path().extension().is_some_and(|found| found == ending));
    wanted.map(|entry| fs::read_to_string(entry.path()).unwrap()).collect()
}

/// A template without what Tera replaces: `class="chip chip-{{ tone }}"` has the classes `chip` and `chip-`.
fn bare(template: &str) -> String {
    let mut rest = template.to_owned();
    for (open, close, instead) in [("{#", "#}", ""), ("{{", "}}", ""), ("{%", "%}", " ")] {
        while let Some(start) = rest.find(open) {
            let end = rest[start..].find(close).map_or(rest.len(), |end| start + end + close.len());
            rest.replace_range(start..end, instead);
        }
    }
    rest
}

#[test]
fn every_class_of_the_templates_is_styled_or_asked_for_by_a_script() {
    let (styles, scripts) = (files("themes/imc/assets", "css"), files("web/js", "js"));
    let templates = bare(&files("themes/imc/templates", "html"));
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let styled = |name: &str| {
        let dotted = format!(".{name}");
        styles.match_indices(&dotted).any(|(at, _)| name.ends_with('-') || ends(&styles[at + dotted.len()..]))
    };
    let (mut bare_names, mut seen) = (Vec::new(), 0);
    for classes in templates.split("class=\"").skip(1) {
        for name in classes.split('"').next().unwrap().split_whitespace() {
            seen += 1;
            if !styled(name) && !scripts.contains(name) && !bare_names.contains(&name) {
                bare_names.push(name);
            }
        }
    }
    assert!(seen > 200, "only {seen} classes were found");
    assert_eq!(bare_names, [] as [&str; 0]);
}
