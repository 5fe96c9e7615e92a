//! The first chapter of the guide, done as it says: from an empty folder to a portal with a page, an announcement, a
//! regulation, photos and a plan. And the files of `docs/intake.md`, each with the test that holds what is said of it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::office::{Docx, li, list, num, p, workbook};
use crate::{SiteTest, photo};

fn document(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The words of a line of the shell.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}

/// What the reader of the guide has in the folder of the portal.
fn brought(folder: &Path) {
    let levels = [("decimal", "%1.", ""), ("decimal", "%1.%2.", "")];
    let body = [
        p("ПОЛОЖЕНИЕ"),
        p("о методическом совете"),
        li(1, 0, "Общие положения"),
        li(1, 1, "Совет собирается раз в месяц."),
    ];
    let docx = Docx::new(&body.concat()).part("numbering", &(list(7, &levels) + &num(1, 7, "")));
    let text =
        |place: &str, text: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let head = text("A1", "Мероприятие") + &text("B1", "Дата") + &text("C1", "Место");
    let row = text("A2", "Семинар по математике") + &text("B2", "14.12.2026 14:00") + &text("C2", "ИМЦ");
    fs::write(folder.join("Положение.docx"), docx.bytes()).unwrap();
    fs::write(folder.join("план.xlsx"), workbook(&[("План", "", &[&head, &row], "")])).unwrap();
}

#[test]
fn the_first_chapter_of_the_guide_leads_to_a_portal() {
    let guide = document("docs/methodist.md");
    let chapter = guide.split("## С нуля").nth(1).unwrap().split("\n## ").next().unwrap();
    let site = SiteTest::new();
    let mut folder: PathBuf = site.path("пустая папка");
    fs::create_dir(&folder).unwrap();
    let mut done = 0;
    for block in chapter.split("```").skip(1).step_by(2) {
        let (language, text) = block.split_once('\n').unwrap();
        if let Some(name) = language.strip_prefix("text ") {
            fs::write(folder.join(name), text).unwrap();
        }
        if language.starts_with("yaml") {
            let page = folder.join("content/news/portal-otkryt.md");
            let written = fs::read_to_string(&page).unwrap();
            fs::write(&page, written.replacen("\n---", &format!("\n{text}---"), 1)).unwrap();
            fs::write(folder.join("content/news/zal.jpg"), photo::jpeg(&photo::fields(900, 600))).unwrap();
        }
        for line in text.lines().filter(|_| language.is_empty()) {
            let mut words = words(line);
            let program = words.remove(0);
            if program == "cd" {
                folder.push(&words[0]);
                brought(&folder);
            } else if words[0] != "serve" {
                let arguments: Vec<&str> = words.iter().map(String::as_str).collect();
                let mut run = site.program(&arguments);
                let mut run = run.current_dir(&folder).stdin(Stdio::piped()).spawn().unwrap();
                // The questions of `init`: what is not known yet is passed over.
                run.stdin.take().unwrap().write_all("1\nПримерный район\n\n\n\n\n\n\n".as_bytes()).ok();
                let output = run.wait_with_output().unwrap();
                let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
                assert!(output.status.success(), "{line}\n{said}");
                done += 1;
            }
        }
    }
    assert!(done >= 6, "only {done} commands stand in the chapter");
    assert!(
        site.program(&["build", "--today", "2026-12-01"])
            .current_dir(&folder)
            .output()
            .unwrap()
            .status
            .success()
    );
    for page in [
        "news/portal-otkryt/index.html",
        "events/seminar-praktikum-formiruyushchee-ocenivanie-uroke/index.html",
        "regulations/polozhenie-metodicheskom-sovete/index.html",
        "events/2026-12-14-seminar-matematike/index.html",
    ] {
        assert!(folder.join("public").join(page).exists(), "{page}");
    }
    let news = fs::read_to_string(folder.join("public/news/portal-otkryt/index.html")).unwrap();
    assert!(news.contains("Открытие семинара"), "{news}");
    assert!(!news.contains("Здесь текст страницы"), "what the program explains is not published: {news}");
    assert_eq!(dead_links(&folder.join("public")), Vec::<String>::new());
}

/// The links within a published portal that lead to no file of it.
fn dead_links(public: &Path) -> Vec<String> {
    let mut dead = Vec::new();
    let pages = walkdir::WalkDir::new(public).into_iter().map(Result::unwrap);
    for page in pages.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "html")) {
        let html = fs::read_to_string(page.path()).unwrap();
        for link in html.split("href=\"/").skip(1) {
            let path = link.split(['"', '#', '?']).next().unwrap();
            let file = public.join(path);
            if !file.is_file() && !file.join("index.html").is_file() {
                dead.push(format!("{}: /{path}", page.path().display()));
            }
        }
    }
    dead.sort();
    dead.dedup();
    dead
}

/// The fields that a file of the theme declares: their names and labels.
fn declared(text: &str) -> Vec<(&str, &str)> {
    let fields = text.lines().skip_while(|line| *line != "fields:");
    let mut named = Vec::new();
    let mut name = "";
    for line in fields {
        if let Some(field) = line.strip_prefix("  ").filter(|rest| !rest.starts_with([' ', '#'])) {
            name = field.trim_end_matches(':');
        }
        named.extend(line.strip_prefix("    label: ").map(|label| (name, label)));
    }
    named
}

#[test]
fn a_title_that_windows_keeps_for_a_device_gets_another_file() {
    let site = SiteTest::new();
    site.run(&["new", "новость", "CON", "дата=21.11.2026"]).ok();
    assert!(site.path("content/news/con-1.md").exists());
    site.build().ok().shows("news/con-1/index.html", "CON");
}

#[test]
fn the_samples_show_every_field_that_the_theme_declares() {
    let site = SiteTest::new();
    site.run(&["init", "портал", "--name", "Центр"]).ok();
    let samples = |file: &str| fs::read_to_string(site.path(&format!("портал/образцы/{file}.md")));
    let common = samples("общие-поля").unwrap();
    let of_every_page = document("themes/imc/kinds/_common.yaml");
    let mut shown = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/imc/kinds")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let folder = text.lines().find_map(|line| line.strip_prefix("folder: "));
        let Some(sample) = folder.and_then(|folder| samples(folder).ok()) else { continue };
        let own = declared(&text);
        let others = declared(&of_every_page).into_iter();
        let others = others.filter(|(name, _)| !own.iter().any(|(declared, _)| declared == name));
        for (name, label) in own.iter().copied().chain(others) {
            let shows = |text: &str| {
                let keys = text.lines().map(|line| line.trim_start_matches(['#', ' ']));
                let keys: Vec<String> =
                    keys.filter_map(|line| Some(line.split_once(':')?.0.to_lowercase())).collect();
                keys.contains(&label.to_lowercase()) || keys.contains(&name.to_owned())
            };
            assert!(shows(&sample) || shows(&common), "{folder:?}: {name}, {label}");
            shown += 1;
        }
    }
    assert!(shown > 400, "only {shown} fields were looked for");
    for needed in ["# обложка: ", "# фотографии: ", "# согласие получено: ", "# прежние адреса: "]
    {
        assert!(common.contains(needed), "{needed}: {common}");
    }
    let readme = fs::read_to_string(site.path("портал/README.md")).unwrap();
    assert!(readme.contains("образцы/общие-поля.md"), "{readme}");
}

#[test]
fn every_file_of_the_intake_is_held_by_the_test_that_is_named() {
    let mut held = 0;
    for named in document("docs/intake.md").split("`tests/").skip(1) {
        let (path, rest) = named.split_once('`').unwrap();
        let tests = document(&format!("tests/{path}"));
        let names = rest.split([';', ')']).next().unwrap();
        for name in names.split('`').skip(1).step_by(2) {
            assert!(tests.contains(&format!("fn {name}()")), "{path}: {name}");
            held += 1;
        }
    }
    assert!(held >= 12, "only {held} tests are named");
}

#[cfg(unix)]
#[test]
fn hints_name_the_program_as_it_was_called() {
    use std::os::unix::process::CommandExt as _;
    let site = SiteTest::new().file("content/news/a.md", super::news("Готово", "Текст."));
    let said = |called: &str, words: &[&str]| {
        let done = site.program(words).arg0(called).output().unwrap();
        String::from_utf8([done.stdout, done.stderr].concat()).unwrap()
    };
    let stick = "/media/МОЯ ФЛЕШКА/kabinet";
    let begun = said(stick, &["init", "портал", "--name", "Центр (пример)"]);
    assert!(begun.contains("\"/media/МОЯ ФЛЕШКА/kabinet\" serve --open"), "{begun}");
    let built = said("./kabinet", &["build", "--today", "2026-11-21"]);
    assert!(built.contains("./kabinet serve --open") && !built.contains("cargo"), "{built}");
    let explained = said("./kabinet", &["explain", "serve-port-busy"]);
    assert!(explained.contains("./kabinet serve --port 4001"), "{explained}");
    assert!(!said("kabinet", &["build", "--today", "2026-11-21"]).contains("./kabinet"));
    // A name that a shell would read more in is not repeated.
    assert!(
        said("/a/$(id)/kabinet", &["build", "--today", "2026-11-21"]).contains(" kabinet serve"),
        "the plain name"
    );
    let readme = std::fs::read_to_string(site.path("портал/README.md")).unwrap();
    assert!(readme.contains("E:\\kabinet.exe"), "{readme}");
}
