//! `kabinet build --purge`: a person has withdrawn the consent to be named.

use std::path::{Path, PathBuf};

use crate::{SiteTest, news};

const NAMED: &str = "Фамилия участника";
const WORKER: &str = "const PURGE = \"\";\n";

/// A site that named somebody in two publications and does so no more.
fn site() -> SiteTest {
    let site = SiteTest::new().file("themes/imc/sw.js", WORKER);
    let site = site.file("content/news/a.md", news("Итоги", &format!("Победил {NAMED}.")));
    site.build().ok();
    let site = site.file("content/news/a.md", news("Итоги", &format!("Лучше всех {NAMED}.")));
    site.build().ok();
    site.file("content/news/a.md", news("Итоги", "Победителей поздравили."))
}

fn token(site: &SiteTest) -> String {
    let text = std::fs::read_to_string(site.path("public/sw.js")).unwrap();
    text.split('"').nth(1).unwrap().to_owned()
}

/// Published files, and those kept for rollback, in which the words stand openly.
fn holders(site: &SiteTest) -> Vec<PathBuf> {
    let says = |path: &Path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).contains(NAMED);
    let folders = ["public", ".kabinet"].map(|folder| walkdir::WalkDir::new(site.path(folder)));
    let files = folders.into_iter().flatten().filter_map(Result::ok).filter(|one| one.file_type().is_file());
    files.map(walkdir::DirEntry::into_path).filter(|path| says(path)).collect()
}

fn run_in_ci(site: &SiteTest, arguments: &[&str]) -> (i32, String) {
    let done = site.program(arguments).env("CI", "true").output().unwrap();
    let said = String::from_utf8_lossy(&done.stderr).into_owned() + &String::from_utf8_lossy(&done.stdout);
    (done.status.code().unwrap(), said)
}

const BUILD: [&str; 3] = ["build", "--today", "2026-11-21"];
const PURGE: [&str; 4] = ["build", "--purge", "--today", "2026-11-21"];

#[test]
fn nothing_that_was_published_is_left_and_browsers_are_told() {
    let site = site();
    assert_eq!(token(&site), "");
    site.run(&PURGE).ok().says("content/purge.lock").says("rollback");
    assert_eq!(holders(&site), Vec::<PathBuf>::new());
    assert!(!site.path("public/search/previous").exists());
    assert!(!site.path(".kabinet/publish/public/tree").exists());
    assert_eq!(token(&site).len(), 16);
    assert_eq!(site.run(&["rollback"]).code(), 2);
}

#[test]
fn without_it_the_publication_before_is_kept() {
    let site = site();
    site.build().ok();
    assert!(!holders(&site).is_empty() && site.path("public/search/previous").exists());
    assert!(!site.path("content/purge.lock").exists());
}

#[test]
fn later_builds_and_clean_clones_keep_the_mark_and_another_purge_changes_it() {
    let site = site();
    site.run(&PURGE).ok();
    let first = token(&site);
    let site = site.on("2026-11-25").file("content/news/b.md", news("Ещё", "Новость."));
    site.build().ok();
    assert_eq!(token(&site), first);
    let lock = std::fs::read(site.path("content/purge.lock")).unwrap();
    let clone = SiteTest::new().file("themes/imc/sw.js", WORKER).file("content/purge.lock", lock);
    clone.build().ok();
    assert_eq!(token(&clone), first);
    site.run(&PURGE).ok();
    assert_ne!(token(&site), first);
}

#[test]
fn a_build_server_purges_by_the_mark_that_came_with_the_content() {
    let site = site();
    let elsewhere = SiteTest::new().file("content/news/a.md", news("Итоги", "Победителей поздравили."));
    elsewhere.run(&PURGE).ok();
    let site = ["addresses.lock", "purge.lock"].into_iter().fold(site, |site, name| {
        let path = format!("content/{name}");
        let text = std::fs::read(elsewhere.path(&path)).unwrap();
        site.file(&path, text)
    });
    let (code, said) = run_in_ci(&site, &BUILD);
    assert_eq!(code, 0, "{said}");
    assert_eq!(holders(&site), Vec::<PathBuf>::new());
    assert_eq!(token(&site).len(), 16);
}

#[test]
fn a_build_server_that_is_asked_itself_clears_the_files_and_says_what_is_missing() {
    let site = site();
    let (code, said) = run_in_ci(&site, &PURGE);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("purge-not-kept"), "{said}");
    assert_eq!(holders(&site), Vec::<PathBuf>::new());
    assert!(!site.path("content/purge.lock").exists());
}

#[test]
fn a_build_with_errors_purges_nothing_and_writes_no_mark() {
    let site = site().file("content/news/b.md", "---\ntitle: Без конца\n");
    assert_eq!(site.run(&PURGE).code(), 1);
    assert!(!site.path("content/purge.lock").exists() && !holders(&site).is_empty());
}

#[test]
fn conflict_marks_of_git_are_told_by_their_line() {
    let text = "# заметка\n<<<<<<< HEAD\n2026-11-21 0123456789abcdef\n";
    let site = SiteTest::new().file("content/news/a.md", news("Итоги", "Текст."));
    site.build().ok();
    let site = site.file("content/purge.lock", text);
    assert_eq!(site.problems(), ["error purge-lock-invalid content/purge.lock:2:1"]);
}
