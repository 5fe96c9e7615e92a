//! Every rule is provoked, and its message read: by a suite of `kabinet check`, or by one of the calls below.

#![expect(clippy::disallowed_methods, reason = "tests make sites")]

use super::{kabinet, suite};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// A rule and what is done, step by step, until its message comes: calls of the program (`build`, `check …`), and chores of
/// the shell before them (`rm`, `cp`, `mkdir`, `mv`, `chmod`, `truncate`).
const CALLS: &[(&str, &[&str])] = &[
    ("address-moved", &["build", "mv content/news/a.md content/news/c.md", "build"]),
    ("address-vanished", &["build", "rm content/news/a.md", "build"]),
    ("addresses-lock-lost", &["build", "rm content/addresses.lock", "build --locked"]),
    ("addresses-not-kept", &["build --locked"]),
    ("addresses-stale", &["build", "cp content/news/a.md content/news/b.md", "build --locked"]),
    ("purge-not-kept", &["build --locked --purge"]),
    ("file-unreadable", &["chmod -R a+rX .", "chmod 0 content/news/a.md", "nobody check"]),
    (
        "attachment-unreadable",
        &[
            "mkdir content/static",
            "cp content/site.yaml content/static/b.txt",
            "chmod -R a+rX .",
            "chmod 0 content/static/b.txt",
            "nobody check",
        ],
    ),
    ("site-file-missing", &["rm content/site.yaml", "check"]),
    ("file-too-large", &["truncate -s 17M content/news/b.md", "check"]),
    (
        "theme-unreadable",
        &["mkdir -p themes/imc/templates", "truncate -s 33M themes/imc/templates/news.html", "check"],
    ),
    (
        "face-text-broken",
        &["mkdir -p themes/imc/i18n", "cp content/site.yaml themes/imc/i18n/ru.ftl", "check"],
    ),
    ("run-failed", &["check --format json --net"]),
    ("kind-unknown", &["import content/news/a.md --kind nevs"]),
    ("publish-among-sources", &["build --out content/public"]),
    ("publish-before-purge", &["build --purge", "rm content/purge.lock", "build"]),
    (
        "publish-file-in-the-way",
        &[
            "build",
            "mkdir content/static",
            "cp content/news/a.md content/static/x.txt",
            "cp content/site.yaml public/x.txt",
            "build",
        ],
    ),
    ("publish-foreign-folder", &["mkdir public", "cp content/site.yaml public/diplom.doc", "build"]),
    ("publish-manifest-damaged", &["build", "cp content/site.yaml public/.kabinet/manifest", "build"]),
    ("publish-manifest-lost", &["build", "rm -r public/.kabinet", "build"]),
    ("publish-name-too-long", &["build --out LONG"]),
    ("publish-not-a-file", &["mkdir content/addresses.lock", "build"]),
    ("publish-not-a-folder", &["cp content/site.yaml public", "build"]),
    ("publish-not-ours", &["ln -s content .kabinet", "build"]),
    ("publish-nothing-to-roll-back", &["build", "rollback"]),
    ("publish-nothing-to-verify", &["verify"]),
    (
        "publish-previous-damaged",
        &[
            "build",
            "cp content/news/a.md content/news/b.md",
            "build",
            "rm .kabinet/publish/public/tree/news/a/index.html",
            "rollback",
        ],
    ),
];

/// What needs a disk that refuses, another process or a very large file: the test that provokes it, in which its name
/// stands.
const ELSEWHERE: &[(&str, &str)] = &[
    ("attachment-damaged", "tests/site/papers.rs"),
    ("attachment-entities", "tests/site/papers.rs"),
    ("attachment-excessive", "tests/site/papers.rs"),
    ("attachment-protected", "tests/site/papers.rs"),
    ("attachment-garbled", "tests/site/printed.rs"),
    ("attachment-restricted", "tests/site/printed.rs"),
    ("attachment-archive-closed", "tests/site/untouched.rs"),
    ("picture-signed", "tests/site/untouched.rs"),
    ("attachment-scan", "tests/site/printed.rs"),
    ("attachment-scan-pages", "tests/site/printed.rs"),
    ("attachment-signed", "tests/site/papers.rs"),
    ("attachment-macros", "tests/site/papers.rs"),
    ("signature-alone", "tests/site/papers.rs"),
    ("attachment-spoken", "tests/site/slides.rs"),
    ("html-hidden", "tests/site/silent.rs"),
    ("lines-joined", "tests/site/siblings.rs"),
    ("list-flat", "tests/site/siblings.rs"),
    ("attachment-unfinished", "tests/site/papers.rs"),
    ("code-named", "tests/site/examples.rs"),
    ("hours-except-unclear", "tests/site/hours.rs"),
    ("hours-unclear", "tests/site/hours.rs"),
    ("markup-excessive", "tests/site/siblings.rs"),
    ("picture-damaged", "tests/site/pictures.rs"),
    ("picture-heic", "tests/site/pictures.rs"),
    ("picture-too-large", "tests/site/pictures.rs"),
    ("list-file-too-long", "tests/site/refused.rs"),
    ("list-shared-too-long", "tests/site/refused.rs"),
    ("list-too-long", "tests/site/refused.rs"),
    ("publish-disk-full", "tests/emit/disk_full.rs"),
    ("publish-failed", "tests/emit/faults.rs"),
    ("publish-interrupted", "tests/emit/disk_full.rs"),
    ("publish-lock-lost", "tests/emit/newer.rs"),
    ("publish-locked", "tests/site/truth.rs"),
    ("publish-not-writable", "tests/site/truth.rs"),
    ("publish-path-clash", "tests/emit/publish.rs"),
    ("publish-source-unreadable", "tests/emit/publish.rs"),
    ("publish-unfinished", "tests/site/truth.rs"),
    ("serve-failed", "tests/serve/main.rs"),
    ("serve-port-busy", "tests/serve/main.rs"),
    ("serve-port-forbidden", "tests/serve/main.rs"),
];

/// Makes a small site, does the steps, and returns what the last of them said.
fn done(steps: &[&str]) -> String {
    let site = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(site.path().join("content/news")).expect("folders");
    let put = |path: &str, text: &str| std::fs::write(site.path().join(path), text).expect("a file");
    put("content/site.yaml", "title: Центр\nbase_url: https://imc.example/\n");
    put(
        "content/news/a.md",
        "---\nзаголовок: Новость о семинаре для учителей района\nдата: 20.11.2026\n---\nТекст.\n",
    );
    let mut said = String::new();
    for step in steps {
        let long = "д".repeat(200);
        let words: Vec<&str> =
            step.split(' ').map(|word| if word == "LONG" { &long } else { word }).collect();
        said = match words[0] {
            "nobody" => as_nobody(site.path(), &words[1..]),
            word if is_ours(word) => run(site.path(), &words),
            _ => chore(site.path(), &words),
        };
    }
    said
}

fn is_ours(word: &str) -> bool {
    matches!(word, "build" | "check" | "rollback" | "verify" | "import")
}

/// The program as somebody with fewer rights, where the tests run with all of them.
fn as_nobody(site: &Path, words: &[&str]) -> String {
    let said = run(site, words);
    if said.contains("unreadable]") {
        return said;
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--clear-groups"]).arg(snapbox::cmd::cargo_bin!("kabinet")).args(words);
    let done = command.args(["--lang", "ru"]).current_dir(site).output().expect("setpriv runs");
    String::from_utf8_lossy(&done.stderr).into_owned()
}

fn run(site: &Path, words: &[&str]) -> String {
    let day: &[&str] = if matches!(words[0], "build" | "check") { &["--today", "2026-11-21"] } else { &[] };
    let done = kabinet(&[words, day].concat()).current_dir(site).output().expect("kabinet runs");
    [done.stdout, done.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat()
}

fn chore(site: &Path, words: &[&str]) -> String {
    let status = Command::new(words[0]).args(&words[1..]).current_dir(site).status();
    assert!(status.expect("a chore").success(), "{words:?}");
    String::new()
}

#[test]
fn every_rule_is_provoked() {
    let list = kabinet(&["explain"]).output().expect("kabinet runs").stdout;
    let list = String::from_utf8(list).expect("a list");
    // Those of the import stand in its own report, which names no rules: `imports.rs` holds them by their words.
    let rules = list.lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with([' ']));
    let rules: BTreeSet<&str> = rules.filter(|rule| !rule.starts_with("import-")).collect();
    assert!(rules.len() > 100, "{rules:?}");
    let shown = suite::shown();
    let mut held: BTreeSet<&str> = shown.iter().map(String::as_str).collect();
    held.extend(CALLS.iter().map(|(rule, _)| *rule));
    for (rule, place) in ELSEWHERE {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(place)).expect(place);
        assert!(text.contains(rule), "{rule} is not named in {place}");
        held.insert(rule);
    }
    let missing: Vec<&&str> = rules.difference(&held).collect();
    assert!(missing.is_empty(), "nothing provokes {missing:?}: give a suite of tests/messages a case");
    let unknown: Vec<&&str> = held.difference(&rules).collect();
    assert!(unknown.is_empty(), "no such rules: {unknown:?}");
}

#[test]
fn calls_provoke_their_rules() {
    for (rule, steps) in CALLS {
        let said = done(steps);
        assert!(
            said.contains(&format!("[{rule}]")) || said.contains(&format!("\"{rule}\"")),
            "{rule}:\n{said}"
        );
        assert!(!said.contains('⟦') && !said.contains("{$"), "{rule}:\n{said}");
    }
}
