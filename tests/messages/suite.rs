//! Suites of messages: Markdown files that hold small sites and what `kabinet check` says of them.
//!
//! Each `##` begins a case. A fenced block whose info string names a path is a file of the site; the block
//! `messages` is what must be printed. After the path may stand how the file is stored: `crlf`, `bom`,
//! `windows-1251`, `escaped` (`\xff` for a byte), `link` (the text is where it leads), `pipe`. Every site has a plain `content/site.yaml` unless the case brings its own.
//! `SNAPSHOTS=overwrite cargo test --test messages` writes what was printed into the suites.

#![expect(clippy::disallowed_methods, reason = "tests make sites and update their suites")]

use super::kabinet;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The settings of a site whose case is about something else.
const SITE: &str = "title: Информационно-методический центр\nbase_url: https://imc.example/\n";

/// The day on which all suites play.
const TODAY: &str = "2026-11-21";

/// A fenced block: its info string, its text, and the lines of the suite where the text stands.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Block {
    info: String,
    text: String,
    lines: std::ops::Range<usize>,
}

/// A case: its heading and its blocks.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Case {
    name: String,
    blocks: Vec<Block>,
}

#[test]
fn suites() {
    let offences: String = paths().iter().map(|suite| play(suite)).collect();
    assert!(offences.is_empty(), "\n{offences}");
}

/// Plays all cases of a suite; what differs is told, or written down when asked for.
fn play(suite: &Path) -> String {
    let text = std::fs::read_to_string(suite).expect("a suite");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut offences = String::new();
    // From the end, so that what is written down moves no lines of the cases before.
    for case in parse(&text).iter().rev() {
        let expected = case.blocks.iter().find(|block| block.info == "messages").expect("a block `messages`");
        let printed = check(case);
        if printed.trim_end() != expected.text.trim_end() {
            lines.splice(expected.lines.clone(), printed.trim_end().lines().map(str::to_owned));
            let place = format!("{}, «{}»", suite.display(), case.name);
            let _ = write!(offences, "{place}\nexpected:\n{}\nprinted:\n{printed}\n", expected.text);
        }
    }
    if offences.is_empty() || std::env::var("SNAPSHOTS").as_deref() != Ok("overwrite") {
        return offences;
    }
    std::fs::write(suite, lines.join("\n") + "\n").expect("the suite is written");
    String::new()
}

/// Makes the site of a case and checks it.
fn check(case: &Case) -> String {
    let site = tempfile::tempdir().expect("a folder");
    put(site.path(), "content/site.yaml", SITE, &[]);
    for block in &case.blocks {
        let mut words = block.info.split_whitespace().skip(1);
        if let Some(path) = words.next() {
            put(site.path(), path, &block.text, &words.collect::<Vec<_>>());
        }
    }
    let run = kabinet(&["check", "--today", TODAY]).current_dir(site.path()).output().expect("kabinet runs");
    let printed = String::from_utf8_lossy(&run.stderr).into_owned();
    let code = if printed.contains("ошибка[") { 1 } else { 0 };
    assert_eq!(run.status.code(), Some(code), "«{}»: {printed}", case.name);
    assert!(!printed.contains('⟦') && !printed.contains("{$"), "«{}»: {printed}", case.name);
    printed
}

/// Puts a file into a site, or what stands in the place of one.
fn put(site: &Path, path: &str, text: &str, how: &[&str]) {
    let path = site.join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
    match how {
        ["link"] => std::os::unix::fs::symlink(text.trim_end(), path).expect("a link"),
        ["pipe"] => {
            assert!(std::process::Command::new("mkfifo").arg(path).status().expect("mkfifo").success())
        }
        how => std::fs::write(path, stored(text, how)).expect("a file"),
    }
}

/// A text whose bytes that are no letters are written `\xff`; its last line has no end.
fn escaped(text: &str) -> Vec<u8> {
    let mut parts = text.trim_end_matches('\n').split('\\');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (sign, rest) = match part.strip_prefix('x') {
            Some(hex) => (u8::from_str_radix(&hex[..2], 16).expect("two hexadecimal figures"), &hex[2..]),
            None => (if part.starts_with('n') { b'\n' } else { b'\r' }, &part[1..]),
        };
        bytes.push(sign);
        bytes.extend(rest.bytes());
    }
    bytes
}

/// The rules that the suites show.
pub(super) fn shown() -> BTreeSet<String> {
    let mut shown = BTreeSet::new();
    for suite in paths() {
        let text = std::fs::read_to_string(suite).expect("a suite");
        for block in
            parse(&text).into_iter().flat_map(|case| case.blocks).filter(|block| block.info == "messages")
        {
            let rules = block.text.lines().filter_map(|line| line.split_once('[')?.1.split_once("]: "));
            // Brackets of a help are no rule.
            let named = |rule: &&str| rule.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            shown.extend(rules.map(|(rule, _)| rule).filter(named).map(str::to_owned));
        }
    }
    shown
}

/// The suites.
fn paths() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/messages");
    let entries = folder.read_dir().expect("the suites are here").flatten().map(|entry| entry.path());
    let mut suites: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|e| e == "md")).collect();
    suites.sort();
    suites
}

/// A text as a methodist's editor may have stored it.
fn stored(text: &str, how: &[&str]) -> Vec<u8> {
    if how.contains(&"escaped") {
        return escaped(text);
    }
    let mut text = text.to_owned();
    let mut bytes = Vec::new();
    if how.contains(&"crlf") {
        text = text.replace('\n', "\r\n");
    }
    if how.contains(&"bom") {
        bytes.extend("\u{feff}".bytes());
    }
    if how.contains(&"windows-1251") {
        bytes.extend(encoding_rs::WINDOWS_1251.encode(&text).0.iter());
    } else {
        bytes.extend(text.bytes());
    }
    bytes
}

fn parse(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut open: Option<(usize, Block)> = None;
    for (number, line) in text.lines().enumerate() {
        let fence = line.len() - line.trim_start_matches('`').len();
        match &mut open {
            Some((length, block)) if fence >= *length && line.trim_start_matches('`').is_empty() => {
                block.lines.end = number;
                let (block, case) = (std::mem::take(block), cases.last_mut());
                case.expect("a block stands in a case").blocks.push(block);
                open = None;
            }
            Some((_, block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            None if fence >= 3 => {
                let info = line[fence..].trim().to_owned();
                open = Some((fence, Block { info, text: String::new(), lines: number + 1..number + 1 }));
            }
            None => {
                if let Some(name) = line.strip_prefix("## ") {
                    cases.push(Case { name: name.to_owned(), blocks: Vec::new() });
                }
            }
        }
    }
    cases
}

#[test]
fn a_suite_is_read() {
    let text = "# Даты\n\n## Не день\n\n```yaml content/a.md crlf\nдата: 1\n```\n\n```messages\nx\n```\n";
    let cases = parse(text);
    assert_eq!(cases.len(), 1);
    assert_eq!(cases[0].blocks[0].info, "yaml content/a.md crlf");
    assert_eq!(cases[0].blocks[0].text, "дата: 1\n");
    assert_eq!((cases[0].blocks[1].text.as_str(), cases[0].blocks[1].lines.clone()), ("x\n", 9..10));
    assert_eq!(stored("а\n", &["crlf", "bom"]), "\u{feff}а\r\n".as_bytes());
    assert_eq!(stored("а", &["windows-1251"]), [0xe0]);
    assert_eq!(stored("а\\xff\\n\n", &["escaped"]), b"\xd0\xb0\xff\n");
}
