//! The shell as a host calls it: over a small bundle, with files missing and broken.

use super::{Shell, Status};
use kabinet_search::{BuildOptions, Engine, MemoryFiles, PageDocument, Request, SectionDocument, build};
use serde_json::Value;
use std::collections::BTreeMap;

type Published = BTreeMap<String, Vec<u8>>;

fn published() -> Published {
    let page = |url: &str, title: &str, text: &str| PageDocument {
        url: url.into(),
        title: title.into(),
        sections: vec![SectionDocument { anchor: "p-1".into(), heading: "1".into(), text: text.into() }],
        ..Default::default()
    };
    let pages = [
        page("/a/", "План работы", "Стажировочные площадки района"),
        page("/b/", "Отчёт", "Работа методиста"),
    ];
    build(&pages, &BuildOptions { small: 0, ..BuildOptions::default() }).unwrap().files
}

fn ask(shell: &mut Shell, input: &[u8], call: fn(&mut Shell) -> Status) -> (Status, Value) {
    shell.reserve(input.len()).copy_from_slice(input);
    let status = call(shell);
    (status, serde_json::from_slice(shell.output()).unwrap_or_default())
}

fn put(shell: &mut Shell, name: &str, bytes: &[u8]) {
    let len = name.len() + bytes.len();
    shell.reserve(len).copy_from_slice(&[name.as_bytes(), bytes].concat());
    assert_eq!(shell.put(name.len()), Status::Done);
}

/// Calls until nothing is missing, as the host does; returns the answer and the number of rounds.
fn settle(
    shell: &mut Shell,
    files: &Published,
    input: &[u8],
    call: fn(&mut Shell) -> Status,
) -> (Value, usize) {
    for round in 0..9 {
        let (status, answer) = ask(shell, input, call);
        match status {
            Status::Done => return (answer, round),
            Status::Missing => {
                for path in serde_json::from_value::<Vec<String>>(answer).unwrap() {
                    put(shell, &path, &files[&path]);
                }
            }
            Status::Fault => panic!("{answer}"),
        }
    }
    panic!("the shell goes on asking");
}

#[test]
fn answers_as_the_engine_does_natively() {
    let files = published();
    let mut shell = Shell::default();
    let (opened, rounds) = settle(&mut shell, &files, b"", Shell::open);
    assert_eq!((opened["pages"].as_u64(), rounds), (Some(2), 2));
    let native = Engine::open(MemoryFiles(files.clone())).unwrap();
    for text in ["площадка", "работу методистам", "нетслова"] {
        let request = serde_json::to_vec(&Request::new(text)).unwrap();
        settle(&mut shell, &files, &request, Shell::search);
        let expected = serde_json::to_string(&native.search(&Request::new(text)).unwrap()).unwrap();
        assert_eq!(std::str::from_utf8(shell.output()).unwrap(), expected);
    }
}

#[test]
fn a_file_is_asked_for_once() {
    let files = published();
    let mut shell = Shell::default();
    settle(&mut shell, &files, b"", Shell::open);
    let request = r#"{"text": "площадка"}"#.as_bytes();
    let (_, cold) = settle(&mut shell, &files, request, Shell::search);
    let (_, warm) = settle(&mut shell, &files, request, Shell::search);
    assert!(cold > 0 && warm == 0, "{cold} rounds, then {warm}");
}

#[test]
fn faults_are_told_by_kind() {
    let mut shell = Shell::default();
    assert_eq!(ask(&mut shell, r#"{"text": "план"}"#.as_bytes(), Shell::search).1["kind"], "unreadable");
    assert_eq!(ask(&mut shell, b"not a request", Shell::search).0, Status::Fault);
    assert_eq!(ask(&mut shell, b"ab", |shell| shell.put(3)).0, Status::Fault);
    put(&mut shell, "index.json", b"not a manifest");
    assert_eq!(ask(&mut shell, b"", Shell::open).1["kind"], "damaged");
    let strange = br#"{"format":999,"engine":"x","pages":0,"as_of":null,"core":"c","sha256":""}"#;
    put(&mut shell, "index.json", strange);
    assert_eq!(ask(&mut shell, b"", Shell::open).1["kind"], "format");
}

#[test]
fn a_cut_core_is_a_fault() {
    let mut files = published();
    let core = files.keys().find(|name| name.starts_with("core/")).unwrap().clone();
    files.get_mut(&core).unwrap().truncate(40);
    let mut shell = Shell::default();
    for name in ["index.json", core.as_str()] {
        put(&mut shell, name, &files[name]);
    }
    assert_eq!(ask(&mut shell, b"", Shell::open).1["kind"], "damaged");
}

#[test]
fn words_are_stemmed_without_a_bundle() {
    let (status, words) = ask(&mut Shell::default(), "площадки".as_bytes(), Shell::stems);
    assert_eq!((status, &words[0]["stems"][0]), (Status::Done, &Value::from("площадк")));
}
