//! What becomes of the exit code when an answer cannot be printed: a result that breaks off is no result.

#![cfg(target_os = "linux")]

use super::kabinet;
use std::fs::OpenOptions;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A stream that takes nothing, as a file on a full disk does.
fn full() -> Stdio {
    OpenOptions::new().write(true).open("/dev/full").expect("a device that is always full").into()
}

/// A plain site, published.
fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), "content/site.yaml", "title: Центр\nbase_url: https://imc.example/\n");
    put(
        folder.path(),
        "content/news/den.md",
        "---\ntitle: День открытых дверей\ndate: 2026-11-20\n---\nПриходите.\n",
    );
    kabinet(&["build"]).current_dir(folder.path()).assert().success();
    folder
}

#[expect(clippy::disallowed_methods, reason = "an author's hand")]
fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
    std::fs::write(path, text).expect("a file");
}

/// The command as the standard library runs it, which can be given any stream.
fn run(folder: &Path, words: &[&str], out: Stdio, err: Stdio) -> Output {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("kabinet"));
    command.args(words).current_dir(folder).env_remove("CI").env("LANG", "ru_RU.UTF-8").env("NO_COLOR", "1");
    command.stdout(out).stderr(err).output().expect("kabinet runs")
}

/// Every command that answers on the standard output, in every format of it.
const ANSWERS: [&[&str]; 16] = [
    &["check", "--format", "json"],
    &["check", "--format", "github"],
    &["check", "--format", "gitlab"],
    &["check", "--format", "sarif"],
    &["build", "--format", "json"],
    &["build", "--format", "sarif"],
    &["search", "день"],
    &["search", "день", "--format", "json"],
    &["explain"],
    &["explain", "link-dead"],
    &["completions", "bash"],
    &["man"],
    &["--help"],
    &["help", "build"],
    &["--version"],
    &["rollback"],
];

#[test]
fn an_answer_that_finds_no_room_is_trouble_and_said() {
    let site = site();
    put(
        site.path(),
        "content/news/dva.md",
        "---\ntitle: Два\ndate: 2026-11-21\n---\n[нет](net.md)\n![](net.png)\n",
    );
    let mut printing = 0;
    for words in ANSWERS {
        let whole = run(site.path(), words, Stdio::piped(), Stdio::piped());
        let cut = run(site.path(), words, full(), Stdio::piped());
        let said = String::from_utf8_lossy(&cut.stderr);
        if whole.stdout.is_empty() {
            continue;
        }
        printing += 1;
        assert_eq!(cut.status.code(), Some(2), "{words:?}: {said}");
        assert!(
            said.contains("на диске кончилось место") && said.contains("обрывается"),
            "{words:?}: {said}"
        );
    }
    assert!(printing >= 14, "only {printing} commands answered");
}

#[test]
fn messages_that_find_no_room_are_trouble() {
    let site = site();
    for words in
        [&["check"][..], &["build"], &["buidl"], &["export", "search", "--to", "quickwit"], &["search"]]
    {
        let whole = run(site.path(), words, Stdio::piped(), Stdio::piped());
        if !whole.stderr.is_empty() {
            assert_eq!(run(site.path(), words, Stdio::piped(), full()).status.code(), Some(2), "{words:?}");
        }
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_trouble() {
    let site = site();
    for words in [&["man"][..], &["explain"], &["search", "день", "--format", "json"]] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let done = run(site.path(), words, writer.into(), Stdio::piped());
        assert_eq!((done.status.code(), done.stderr.len()), (Some(0), 0), "{words:?}");
    }
}

/// Of one mistake made over and over in one file programs get a thousand places and a count.
#[test]
fn what_is_wrong_a_thousand_times_is_listed_a_thousand_times_and_counted() {
    let folder = site();
    let notes: String = (0..1005).map(|n| format!("[^{n}]: Текст.\n\n")).collect();
    put(
        folder.path(),
        "content/news/snoski.md",
        &format!("---\ntitle: Сноски\ndate: 2026-11-20\nsummary: Много сносок.\n---\n{notes}"),
    );
    let asked = |format| {
        let check = kabinet(&["check", "--format", format]).current_dir(folder.path()).assert().success();
        check.get_output().clone()
    };
    let json: serde_json::Value = serde_json::from_slice(&asked("json").stdout).expect("JSON");
    let of_kind = json.as_array().expect("a list").iter().filter(|one| one["rule"] == "footnote-loose");
    let more: Vec<&serde_json::Value> = of_kind.map(|one| &one["more"]).collect();
    assert_eq!(more.len(), 1000);
    assert_eq!(more.last().and_then(|more| more.as_u64()), Some(5), "the last one counts the rest");
    assert!(more[..999].iter().all(|more| more.is_null()), "and only the last");
    let github = asked("github");
    let last = String::from_utf8_lossy(&github.stdout).lines().last().map(str::to_owned).unwrap_or_default();
    assert!(
        last.ends_with("и ещё 5 сообщений о том же в файле content/news/snoski.md. Они не перечислены."),
        "{last}"
    );
    let human = String::from_utf8_lossy(&asked("human").stderr).into_owned();
    assert_eq!(human.matches("[footnote-loose]").count(), 10);
    assert!(human.contains("… и ещё 995 сообщений о том же в файле content/news/snoski.md."), "{human}");
}
