//! Each call that changes the disk fails in turn: the first, the second, and so on until a run passes. What is said is
//! what is so, and the next publication repairs the rest.

use std::io::ErrorKind;

use kabinet::emit::{Disk, Record};

use super::*;

/// A large change after a small one: all ways of changing a file, and files of others.
fn versions() -> [Site; 2] {
    let old = texts(&[
        ("index.html", "1"),
        ("a/b.html", "old"),
        ("swap", "file"),
        ("search/0a.bin", "1"),
        ("same", "s"),
    ]);
    let new = texts(&[
        ("index.html", "2"),
        ("c/d.html", "new"),
        ("swap/x", "deep"),
        ("search/0b.bin", "2"),
        ("same", "s"),
    ]);
    [old, new]
}

/// What the target holds besides what others put there.
fn ours(desk: &Desk) -> Site {
    let mut site = found(&desk.target());
    let foreign = site.remove("CNAME");
    assert!(foreign.is_none_or(|text| text == b"imc.example"), "a foreign file was changed");
    site
}

/// A desk with two versions behind it, the second of them published, and a record that says so.
fn desk(strategy: Strategy) -> Desk {
    let mut desk = Desk::new(strategy);
    desk.write("CNAME", "imc.example");
    let [old, _] = versions();
    let before = texts(&[("index.html", "0"), ("same", "s")]);
    for site in [&before, &old] {
        publish(site, &desk.target(), &desk.options).unwrap();
    }
    let path = desk.folder.path().join("addresses.lock");
    put(&path, b"old");
    desk.release.records = vec![Record { path, bytes: b"new".to_vec() }];
    desk
}

fn record(desk: &Desk) -> Vec<u8> {
    std::fs::read(desk.folder.path().join("addresses.lock")).unwrap()
}

fn attempt(desk: &Desk, disk: &Disk) -> Result<Published, PublishError> {
    let options = PublishOptions { disk: disk.clone(), ..desk.options.clone() };
    let release = Release { artifacts: artifacts(&versions()[1]), ..desk.release.clone() };
    Publication::begin(&desk.target(), &options)?.publish(release)
}

/// Holds that what was said is true, and that the next publication brings all in order.
fn hold(desk: &Desk, result: &Result<Published, PublishError>, case: &str) {
    let [old, new] = versions();
    match result {
        Ok(published) => {
            assert_eq!(ours(desk), new, "{case}: {:?}", published.unfinished);
            assert_eq!(record(desk), b"new", "{case}");
        }
        Err(PublishError::Interrupted { .. }) => {}
        Err(error) => {
            assert_eq!(ours(desk), old, "{case}: {error}");
            if !case.contains("lasting") {
                assert_eq!(record(desk), b"old", "{case}: {error}");
            }
        }
    }
    attempt(desk, &Disk::default()).unwrap_or_else(|error| panic!("{case}: the next publication: {error}"));
    assert_eq!((ours(desk), record(desk)), (new, b"new".to_vec()), "{case}");
    assert!(desk.path("CNAME").exists(), "{case}: a foreign file is gone");
    let leftovers = ["undo", "staging", "switching", "retiring", "mirroring"];
    assert!(leftovers.iter().all(|name| !desk.store(name).exists()), "{case}: leftovers");
    if let Err(error) = desk.rollback() {
        assert!(matches!(error, PublishError::NothingToRollBack), "{case}: {error}");
    }
}

fn fail_each_call(strategy: Strategy, lasting: bool, kind: ErrorKind) -> usize {
    for at in 1.. {
        let (desk, disk) = (desk(strategy), Disk::failing(at, lasting, kind));
        let result = attempt(&desk, &disk);
        let case = format!("{strategy:?}, call {at}{}, {kind:?}", if lasting { ", lasting" } else { "" });
        let clean = matches!(&result, Ok(published) if published.unfinished.is_none());
        if strategy != Strategy::FileByFile && !lasting {
            assert!(!matches!(result, Err(PublishError::Interrupted { .. })), "{case}");
        }
        if let (Strategy::FileByFile, Err(PublishError::Interrupted { error })) = (strategy, &result) {
            assert!(!matches!(**error, PublishError::Interrupted { .. }), "{case}");
        }
        hold(&desk, &result, &case);
        if !disk.has_failed() {
            assert!(clean, "{case}: nothing failed and yet {result:?}");
            return at;
        }
    }
    unreachable!("a publication makes no endless number of calls")
}

#[test]
fn each_call_of_an_exchange_fails_once() {
    let calls = fail_each_call(Strategy::Exchange, false, ErrorKind::Other);
    assert!(calls > 40, "only {calls} calls were seen: the seam is not around all of them");
    fail_each_call(Strategy::Exchange, false, ErrorKind::StorageFull);
}

#[test]
fn the_disk_goes_amid_an_exchange() {
    fail_each_call(Strategy::Exchange, true, ErrorKind::Other);
    fail_each_call(Strategy::Exchange, true, ErrorKind::PermissionDenied);
}

#[test]
fn each_call_of_renames_fails() {
    fail_each_call(Strategy::Renames, false, ErrorKind::Other);
    fail_each_call(Strategy::Renames, true, ErrorKind::Other);
}

#[test]
fn each_call_of_a_replacement_file_by_file_fails() {
    fail_each_call(Strategy::FileByFile, false, ErrorKind::Other);
    fail_each_call(Strategy::FileByFile, true, ErrorKind::Other);
}

#[test]
fn a_refusal_that_has_no_name_is_told_with_the_systems_words() {
    let (desk, disk) = (desk(Strategy::Exchange), Disk::failing(1, false, ErrorKind::Other));
    let error = attempt(&desk, &disk).unwrap_err();
    assert_eq!(error.diagnostic().rule.0, "publish-failed");
}

#[test]
fn each_call_of_a_purge_fails_and_the_next_publication_forgets() {
    for at in 1.. {
        let (mut desk, disk) = (desk(Strategy::Exchange), Disk::failing(at, false, ErrorKind::Other));
        desk.mark("2026-11-29 0123456789abcdef");
        let result = attempt(&desk, &disk);
        if !disk.has_failed() {
            assert!(result.unwrap().forgotten);
            return;
        }
        assert!(!matches!(&result, Ok(published) if published.forgotten && published.unfinished.is_some()));
        let forgotten = matches!(&result, Ok(published) if published.forgotten);
        let again = attempt(&desk, &Disk::default()).unwrap();
        assert!(forgotten || again.forgotten, "call {at}: {result:?}");
        assert!(!desk.store("tree").exists() && !desk.path("search/previous").exists(), "call {at}");
    }
}
