//! What a build server is told: addresses that nobody keeps, and wrong calls in the format that it reads.

use std::process::Output;

use crate::{SiteTest, news};

const BUILD: [&str; 3] = ["build", "--today", "2026-11-21"];

fn in_ci(site: &SiteTest, arguments: &[&str]) -> (i32, String) {
    let Output { status, stdout, stderr } = site.program(arguments).env("CI", "true").output().unwrap();
    (
        status.code().unwrap(),
        [stdout, stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat(),
    )
}

#[test]
fn a_lost_list_of_addresses_stops_a_build_server_and_a_purge() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    site.build().ok();
    let site = site.without("content/addresses.lock");
    let before = site.published();
    let (code, said) = in_ci(&site, &BUILD);
    assert!(code == 1 && said.contains("addresses-lock-lost"), "{said}");
    let purge = site.run(&["build", "--purge", "--today", "2026-11-21"]);
    purge.fails_with("addresses-lock-lost");
    assert!(!site.path("content/purge.lock").exists() && site.published() == before);
    // At home the list is begun anew, and that is said.
    site.build().ok().says("addresses-lock-lost");
    assert_eq!(in_ci(&site, &BUILD).0, 0);
    // The mark of a purge tells of a list too, wherever the site is built.
    let elsewhere = SiteTest::new()
        .file("content/purge.lock", "2026-11-20 0123456789abcdef\n")
        .file("content/news/a.md", news("Новость", "Текст."));
    let (code, said) = in_ci(&elsewhere, &BUILD);
    assert!(code == 1 && said.contains("addresses-lock-lost"), "{said}");
}

#[test]
fn a_build_server_says_that_addresses_are_not_kept_yet() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    for _ in 0..2 {
        let (code, said) = in_ci(&site, &BUILD);
        assert!(code == 0 && said.contains("addresses-not-kept") && said.contains("git add"), "{said}");
    }
}

#[test]
fn wrong_usage_is_told_in_the_format_that_was_asked_for() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    for call in [
        &["build", "--fromat", "x", "--format", "json"][..],
        &["build", "--today", "завтра", "--format=json"],
        &["build", "--root", "net", "--format", "json"],
        &["buidl", "--format", "json"],
        &["check", "--format", "json", "extra"],
    ] {
        let Output { status, stdout, stderr } = site.program(call).output().unwrap();
        let said: serde_json::Value =
            serde_json::from_slice(&stdout).unwrap_or_else(|error| panic!("{call:?}: {error}"));
        assert_eq!(
            (status.code(), said[0]["rule"].as_str(), stderr.len()),
            (Some(2), Some("run-failed"), 0),
            "{call:?}"
        );
        assert!(said[0]["message"].as_str().unwrap().starts_with("Команда не выполнена: "), "{said}");
    }
    let (github, gitlab, sarif) =
        ("::error title=run-failed::", "\"check_name\": \"run-failed\"", "\"ruleId\": \"run-failed\"");
    for (format, mark) in [("github", github), ("gitlab", gitlab), ("sarif", sarif)] {
        let outcome = site.run(&["build", "--bad", "--format", format]);
        assert_eq!(outcome.code(), 2, "{format}");
        outcome.says(mark);
    }
}
