//! A small site drawn whole: what its pages say, under a base path, and the same every time.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::{Date, date};

use super::drawing::Rendered;
use super::problems::{TEMPLATE_ERROR, TEMPLATE_MISSING};
use super::{Drawing, Kit};
use crate::artifact::{Artifact, Content};
use crate::ask::Lists;
use crate::diagnostic::Diagnostic;
use crate::model::Built;
use crate::{load, model};

const TODAY: Date = date(2026, 11, 21);

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/tests/site")
}

fn built(root: &Path) -> Built {
    let (loaded, _) =
        load::load(root, &mut load::Store::default(), &crate::derive::Workshop::of(root)).unwrap();
    model::build(loaded, TODAY, &mut model::Memory::default()).0
}

fn drawn(root: &Path) -> Rendered {
    whole(&built(root))
}

fn whole(built: &Built) -> Rendered {
    let kit = Arc::new(Kit::new(&built.theme, &built.site.config.language));
    Drawing::new(&built.site, &kit, &Lists::of(&built.site, None)).all()
}

/// A copy of the fixture with some files replaced or added, drawn.
fn changed(files: &[(&str, &str)]) -> Rendered {
    drawn(copied(files).path())
}

fn copied(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for entry in walkdir::WalkDir::new(fixture()) {
        let entry = entry.unwrap();
        let to = root.path().join(entry.path().strip_prefix(fixture()).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(to).unwrap();
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
    for (path, text) in files {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        #[expect(clippy::disallowed_methods, reason = "a fixture")]
        std::fs::write(path, text).unwrap();
    }
    root
}

fn text<'a>(artifacts: &'a [Artifact], path: &str) -> &'a str {
    let found = artifacts.iter().find(|artifact| artifact.path.as_str() == path);
    match found.map(|artifact| &artifact.content) {
        Some(Content::Bytes(bytes)) => std::str::from_utf8(bytes).unwrap(),
        _ => {
            panic!("{path} is not among {:#?}", artifacts.iter().map(|a| a.path.as_str()).collect::<Vec<_>>())
        }
    }
}

fn rules(messages: &[Diagnostic]) -> Vec<crate::diagnostic::RuleId> {
    messages.iter().map(|message| message.rule).collect()
}

fn arg(message: &Diagnostic, name: &str) -> String {
    let found = message.args.iter().find(|(known, _)| *known == name);
    found.map(|(_, value)| format!("{value:?}")).unwrap_or_default()
}

#[test]
fn the_small_site_looks_as_it_should() {
    let made = drawn(&fixture());
    assert_eq!(made.messages, []);
    let mut all = String::new();
    for artifact in &made.artifacts {
        let content = match &artifact.content {
            Content::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Content::File(path) => format!("copy of {}\n", path.file_name().unwrap().to_string_lossy()),
            Content::Derived(_) => unreachable!("pages are drawn before anything is made of files"),
        };
        all.push_str(&format!("==== {}\n{content}\n", artifact.path.as_str()));
    }
    insta::assert_snapshot!("small_site", all);
}

#[test]
fn drawing_twice_gives_equal_bytes() {
    assert_eq!(drawn(&fixture()).artifacts, drawn(&fixture()).artifacts);
}

#[test]
fn no_link_of_the_site_leaves_the_base_path() {
    let made = drawn(&fixture());
    for artifact in made.artifacts.iter().filter(|artifact| artifact.path.as_str().ends_with(".html")) {
        let html = text(&made.artifacts, artifact.path.as_str());
        let after = |attribute: &str| html.split(attribute).skip(1).map(str::to_owned).collect::<Vec<_>>();
        for quoted in ["href=\"", "src=\"", "action=\"", "; url="].into_iter().flat_map(after) {
            let link = quoted.split('"').next().unwrap_or_default();
            let known = ["/imc/", "https://", "#", "mailto:"];
            assert!(
                known.iter().any(|start| link.starts_with(start)),
                "{link} in {}",
                artifact.path.as_str()
            );
        }
    }
}

#[test]
fn who_gave_no_consent_is_named_nowhere() {
    let made = drawn(&fixture());
    for artifact in &made.artifacts {
        if let Content::Bytes(bytes) = &artifact.content {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains("Без согласия") && !text.contains("secret"), "{}", artifact.path.as_str());
        }
    }
}

#[test]
fn the_next_change_is_the_nearest_day_that_matters() {
    // Registration for the seminar ends on the 24th.
    assert_eq!(drawn(&fixture()).next_change, Some(date(2026, 11, 24)));
}

#[test]
fn a_mistake_in_a_template_names_the_template_and_the_page() {
    let made = changed(&[("themes/plain/templates/page.html", "<h1>\n{{ page.titel }}</h1>")]);
    assert_eq!(rules(&made.messages), [TEMPLATE_ERROR]);
    let message = &made.messages[0];
    assert_eq!(message.path.as_deref(), Some("themes/plain/templates/page.html"));
    assert!(arg(message, "line").contains('2'), "{message:?}");
    assert!(
        arg(message, "message").contains("titel") && arg(message, "message").contains("summary"),
        "{message:?}"
    );
    assert!(arg(message, "page").contains("content/events/algebra.md"), "{message:?}");
    // Five pages share the mistake, which is told once.
    assert!(arg(message, "count").contains('5'), "{message:?}");
}

#[test]
fn wrong_arguments_are_mistakes_with_a_hint() {
    for (call, hint) in [
        ("query(kind=\"evnt\")", "event"),
        ("query(kind=\"event\", where={\"from\": \"x\"})", "form"),
        ("query(kind=\"event\", sorted=\"start\")", "sort"),
        ("t(key=\"sooon\")", "soo"),
        ("asset(path=\"stile.css\")", "style.css"),
        ("terms(vocabulary=\"form\")", "forms"),
        ("reverse(id=\"metodst\")", "metodist"),
    ] {
        let template = format!("{{{{ {call} }}}}");
        let made = changed(&[("themes/plain/templates/404.html", &template)]);
        assert_eq!(rules(&made.messages), [TEMPLATE_ERROR], "{call}");
        assert!(arg(&made.messages[0], "message").contains(hint), "{call}: {:?}", made.messages[0]);
    }
}

#[test]
fn a_template_that_is_missing_or_broken_is_told_of() {
    let made = changed(&[(
        "themes/plain/kinds/news.yaml",
        "kind: news\nlabel: Н\ntitle: Н\nfolder: news\naddress: /news/{id}/\ntemplate: newz.html\n",
    )]);
    assert_eq!(rules(&made.messages), [TEMPLATE_MISSING]);
    let made = changed(&[("themes/plain/templates/page.html", "{% if %}")]);
    assert_eq!(rules(&made.messages), [TEMPLATE_ERROR]);
    assert!(made.artifacts.iter().all(|artifact| artifact.path.as_str().starts_with("assets/")));
}

/// What is drawn of a site lies where the plan says, and the plan names nothing else. The worker is added after
/// drawing; assets have names made of their bytes.
fn as_planned(root: &Path) {
    let built = built(root);
    let made = whole(&built);
    assert_eq!(made.messages, []);
    let drawn = made.artifacts.iter().chain(&made.notes).map(|artifact| artifact.path.as_str());
    // What is made of files is made beside the pages.
    let site = &built.site;
    let derived = site.routes.all().filter(|route| site.made_for(route.owner).is_some());
    let derived = derived.map(|route| route.path.as_str());
    let mut drawn: Vec<&str> = drawn.filter(|path| !path.starts_with("assets/")).chain(derived).collect();
    drawn.sort_unstable();
    let planned = built.site.routes.all().map(|route| route.path.as_str()).filter(|path| *path != "sw.js");
    let mut planned: Vec<&str> = planned.collect();
    planned.sort_unstable();
    assert_eq!(planned, drawn);
}

#[test]
fn every_address_is_planned() {
    as_planned(Path::new(env!("CARGO_MANIFEST_DIR")));
    as_planned(&fixture());
    let items: String =
        (0..1600).map(|n| format!("  - {{id: many-{n}, title: Запись {n}, date: 20.11.2026}}\n")).collect();
    let aliases = "---\ntitle: Переехала\naliases: [/staroe/, /staroe.html]\ndate: 20.11.2026\n---\n";
    let large = [
        ("content/news/many.yaml", &*format!("items:\n{items}")),
        ("content/news/moved.md", aliases),
        ("content/static/robots.txt", "User-agent: *\n"),
        ("content/static/own/План.txt", "план"),
    ];
    as_planned(copied(&large).path());
}

#[test]
fn robots_of_the_site_take_the_place_of_ours() {
    let made = changed(&[("content/static/robots.txt", "User-agent: *\n")]);
    assert_eq!(made.messages, []);
    let robots = made.artifacts.iter().find(|artifact| artifact.path.as_str() == "robots.txt").unwrap();
    assert!(matches!(robots.content, Content::File(_)));
}

#[test]
fn a_large_map_is_told_letter_by_letter() {
    let items: String =
        (0..1600).map(|n| format!("  - {{id: many-{n}, title: Запись {n}, date: 20.11.2026}}\n")).collect();
    let made = changed(&[("content/news/many.yaml", &format!("items:\n{items}"))]);
    assert_eq!(made.messages, []);
    assert!(!text(&made.artifacts, "map/index.html").contains("/news/many-7/"));
    // «З» is the eighth letter.
    assert!(text(&made.artifacts, "map/ru-08/index.html").contains("/imc/news/many-7/"));
    let list = text(&made.artifacts, "news/page/40/index.html");
    assert!(list.contains("/imc/news/page/38/") && !list.contains("/imc/news/page/37/\""), "{list}");
}

#[test]
fn more_addresses_than_one_file_may_hold_make_several() {
    let mut site = std::sync::Arc::into_inner(built(&fixture()).site).unwrap();
    site.routes = model::RoutePlan::of_many(50_001);
    let map = |part| super::machine::sitemap(&site, part);
    assert!(map(0).contains("<loc>https://department.example/imc/sitemap-2.xml</loc>"));
    assert_eq!([1, 2].map(|part| map(part).matches("<url>").count()), [50_000, 1]);
}

#[test]
fn a_page_that_asks_not_to_be_listed_is_in_no_map_or_feed_for_machines() {
    let hidden = "---\ntitle: Служебная\nstart: 01.11.2026\nnoindex: да\n---\n";
    let made = changed(&[("content/events/hidden.md", hidden)]);
    assert!(text(&made.artifacts, "events/hidden/index.html").contains("Служебная"));
    for path in ["sitemap.xml", "feed.xml", "events/feed.xml"] {
        assert!(!text(&made.artifacts, path).contains("/events/hidden/"), "{path}");
    }
}

#[test]
fn a_list_may_be_grouped_by_terms_in_their_own_order() {
    let kind = std::fs::read_to_string(fixture().join("themes/plain/kinds/event.yaml")).unwrap();
    let kind = kind.replace("group: school_year", "group: form").replace("per_page: 2", "per_page: 20");
    let made = changed(&[("themes/plain/kinds/event.yaml", &kind)]);
    let list = text(&made.artifacts, "events/index.html");
    let titles: Vec<&str> = list.split("<h2>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(titles, ["семинар", "конкурс"]);
}
