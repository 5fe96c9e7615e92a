//! A newcomer's first minutes: `kabinet init` and `kabinet new`, from an empty folder to a published page.

use std::fs;
use std::path::Path;

use super::kabinet;

/// What a run came to: the exit code, the standard output, the standard error.
struct Run(i32, String, String);

fn run(words: &[&str], folder: &Path, answers: &str) -> Run {
    let output = kabinet(words).current_dir(folder).stdin(answers).output().expect("kabinet runs");
    let text = |bytes| String::from_utf8(bytes).expect("a text");
    Run(output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

/// A new portal in the folder `портал центра`.
fn begun(answers: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let above = tempfile::tempdir().expect("a folder");
    let Run(code, out, err) = run(&["init", "портал центра"], above.path(), answers);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("kabinet serve --open --root \"портал центра\""), "{out}");
    let site = above.path().join("портал центра");
    (above, site)
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.as_ref().display()))
}

const ANSWERS: &str = "1\nПримерный район\n\n\nэто не адрес\nimc.example\nдва\n+4\n\n";

#[test]
fn a_portal_begins_with_a_few_answers_and_is_published_without_a_word_of_complaint() {
    let (_above, site) = begun(ANSWERS);
    let settings = read(site.join("content/site.yaml"));
    for line in [
        "\ntitle: Информационно-методический центр (Примерный район)\n",
        "\nshort_title: ИМЦ\n",
        "\nbase_url: https://imc.example\n",
        "\ntime_zone: Asia/Novosibirsk\n",
    ] {
        let line = if line.contains("https") { "\nbase_url: \"https://imc.example\"\n" } else { line };
        assert!(settings.contains(line) || settings.contains(&line.replace('"', "")), "{line}\n{settings}");
    }
    let Run(code, _, err) = run(&["build"], &site, "");
    assert_eq!(code, 0, "{err}");
    assert!(!err.contains("предупреждение") && !err.contains("ошибка"), "{err}");
    let home = read(site.join("public/index.html"));
    assert!(home.contains("Информационно-методический центр (Примерный район)"), "{home}");
    assert!(site.join("public/about/index.html").exists());
    // Samples explain the sections and are nobody's pages.
    for folder in ["events", "materials", "news", "regulations"] {
        let sample = read(site.join("образцы").join(folder).with_extension("md"));
        assert!(sample.contains("\nсостояние страницы: черновик\n") && sample.contains("\n# "), "{sample}");
    }
    assert!(read(site.join(".gitignore")).contains("/public/"));
    assert!(read(site.join(".gitattributes")).contains("content/** -text"));
    assert!(read(site.join("README.md")).contains("kabinet serve --open"));
}

#[test]
fn whatever_a_centre_is_called_its_portal_says_it() {
    let above = tempfile::tempdir().expect("a folder");
    for (at, name) in
        ["ИМЦ: \"Росток\" #1", "Центр — 'метод' \\ {x}", "123", "да", "- Дом"].iter().enumerate()
    {
        let folder = format!("п{at}");
        let Run(code, _, err) = run(&["init", &folder, &format!("--name={name}")], above.path(), "");
        assert_eq!(code, 0, "{name}: {err}");
        let Run(code, _, err) = run(&["build"], &above.path().join(&folder), "");
        assert_eq!(code, 0, "{name}: {err}");
        let home = read(above.path().join(&folder).join("public/index.html"));
        let title = html(name);
        assert!(home.contains(&title), "{name}: {title}\n{home}");
    }
}

/// A text as the pages write it.
fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[test]
fn nothing_is_begun_where_something_lies_or_nobody_says_a_name() {
    let above = tempfile::tempdir().expect("a folder");
    fs::File::create_new(above.path().join("письмо.txt")).expect("a file");
    let Run(code, out, err) = run(&["init", "."], above.path(), ANSWERS);
    assert_eq!((code, out.as_str()), (2, ""), "{err}");
    assert!(err.starts_with("ошибка: В папке «.» уже что-то лежит") && err.contains("письмо.txt"), "{err}");
    assert_eq!(fs::read_dir(above.path()).expect("a folder").count(), 1);
    let output = kabinet(&["init", "новый"])
        .current_dir(above.path())
        .env("CI", "true")
        .output()
        .expect("kabinet runs");
    assert_eq!(output.status.code(), Some(2));
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(err.contains("--name"), "{err}");
    assert!(!above.path().join("новый").exists());
}

#[test]
fn a_page_asks_for_what_must_be_there_and_is_published() {
    let (_above, site) = begun(ANSWERS);
    let answers = "семинар\n21.11.2026 10:00\n21.11.2026 10:00\n21.11.2026 10:00\n";
    let words = ["new", "мероприятие", "Семинар: «Урок» и \"практика\"", "форма=семинар"];
    let Run(code, out, err) = run(&words, &site, &answers[answers.find('\n').expect("a line") + 1..]);
    assert_eq!(code, 0, "{out}{err}");
    let page = site.join("content/events/seminar-urok-i-praktika.md");
    let text = read(&page);
    assert!(text.contains("\nначало: 21.11.2026 10:00\n") && text.contains("\nформа: семинар\n"), "{text}");
    assert!(!text.contains("черновик"), "{text}");
    let Run(code, _, err) = run(&["build", "--today", "2026-11-01"], &site, "");
    assert_eq!(code, 0, "{err}");
    let html = read(site.join("public/events/seminar-urok-i-praktika/index.html"));
    assert!(html.contains("Семинар: «Урок» и &quot;практика&quot;"), "{html}");
    let before = read(&page);
    let Run(code, _, err) = run(&words, &site, answers);
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("Такая страница уже есть"), "{err}");
    assert_eq!(read(&page), before);
}

#[test]
fn a_page_of_any_kind_can_be_begun_and_says_what_it_lacks() {
    let (_above, site) = begun(ANSWERS);
    let samples = fs::read_dir(site.join("образцы")).expect("a folder").flatten();
    let mut kinds: Vec<String> =
        samples.map(|file| file.file_name().to_string_lossy().trim_end_matches(".md").to_owned()).collect();
    // What every page may have is no kind.
    kinds.retain(|kind| kind != "общие-поля");
    kinds.sort();
    assert!(kinds.len() > 7, "{kinds:?}");
    for kind in &kinds {
        let Run(code, out, err) = run(&["new", kind, &format!("Проба пера {kind}")], &site, "");
        assert_eq!(code, 0, "{kind}: {out}{err}");
        let text = read(site.join("content").join(kind).join(format!("proba-pera-{kind}.md")));
        let lacks = out.contains("Она пока черновик");
        assert_eq!(text.contains("\nсостояние страницы: черновик\n"), lacks, "{kind}: {out}{text}");
    }
    let Run(code, _, err) = run(&["check"], &site, "");
    assert_eq!(code, 0, "{err}");
}

#[test]
fn a_centre_says_what_it_is_before_the_law_and_is_told_what_is_due() {
    let (_above, site) = begun(&ANSWERS.replace("+4\n\n", "+4\nдва\n1\n"));
    assert!(read(site.join("content/site.yaml")).contains("\nlegal_profile: dpo\n"));
    let Run(code, _, err) = run(&["check"], &site, "");
    assert!(code == 0 && err.contains("«Руководство» (content/sveden/managers.md)"), "{err}");
    let Run(code, out, err) = run(&["new", "Руководство", "Руководство"], &site, "");
    assert!(code == 0 && out.contains("content/sveden/managers.md"), "{out}{err}");
    let Run(_, _, err) = run(&["check"], &site, "");
    assert!(!err.contains("«Руководство» (content"), "{err}");
    assert!(err.contains("Заместители руководителя"), "what it lacks is told: {err}");
}

#[test]
fn what_cannot_be_begun_is_told_with_the_way_out() {
    let (_above, site) = begun(ANSWERS);
    for (words, said) in [
        (&["new", "мерприятие", "Семинар"][..], "kind-unknown"),
        (&["new", "новость", "!!!"], "нет ни букв, ни цифр"),
        (&["new", "новость", "Итоги", "погода=ясно"], "нет поля «погода»"),
        (&["new", "новость", "Итоги", "ясно"], "нет поля «ясно»"),
    ] {
        let Run(code, out, err) = run(words, &site, "");
        assert!(code != 0 && out.is_empty() && err.contains(said), "{words:?}: {code} {out}{err}");
    }
}
