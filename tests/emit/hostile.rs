//! State of our own that somebody else has made: nothing outside is ever followed, emptied, cut or waited for.
#![cfg(unix)]

use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use super::*;

const SITE: [(&str, &str); 2] = [("index.html", "1"), ("search/0a.bin", "x")];
const NEW: [(&str, &str); 2] = [("index.html", "2"), ("search/0b.bin", "y")];

/// A folder of somebody's with a file in it.
fn precious(desk: &Desk) -> PathBuf {
    let folder = desk.folder.path().join("чужое");
    std::fs::create_dir_all(folder.join("publish/public/tree")).unwrap();
    for path in ["диплом.doc", "publish/public/tree/диплом.doc", "index.html"] {
        put(&folder.join(path), b"mine");
    }
    folder
}

fn is_intact(folder: &Path) -> bool {
    let here = found(folder);
    here.len() == 3 && here.values().all(|bytes| bytes == b"mine")
}

#[track_caller]
fn refuses(desk: &Desk, case: &str) {
    match desk.try_publish(&NEW) {
        Err(PublishError::NotOurs { .. } | PublishError::ManifestDamaged { .. }) => {}
        other => panic!("{case}: {other:?}"),
    }
}

#[test]
fn a_linked_store_is_never_followed() {
    let places = [
        "",
        "publish",
        "publish/public",
        "publish/public/tree",
        "publish/public/undo",
        "publish/public/retiring",
    ];
    for strategy in STRATEGIES {
        for (place, published) in places.into_iter().flat_map(|place| [(place, false), (place, true)]) {
            let desk = Desk::new(strategy);
            let case = format!("{strategy:?} .kabinet/{place}, published: {published}");
            let outside = precious(&desk);
            if published {
                desk.publish(&SITE);
                desk.publish(&NEW);
            }
            let link = desk.folder.path().join(format!(".kabinet/{place}").trim_end_matches('/'));
            drop(std::fs::remove_dir_all(&link));
            std::fs::create_dir_all(link.parent().unwrap()).unwrap();
            symlink(&outside, &link).unwrap();
            refuses(&desk, &case);
            assert!(desk.rollback().is_err(), "{case}");
            assert!(is_intact(&outside), "{case}");
        }
    }
}

#[test]
fn linked_files_of_the_store_are_neither_cut_nor_read() {
    for name in ["lock", "staging", "switching", "forgetting", "mirroring", "file-by-file"] {
        let desk = Desk::new(Strategy::Exchange);
        desk.publish(&SITE);
        let outside = precious(&desk).join("диплом.doc");
        drop(std::fs::remove_file(desk.store(name)));
        symlink(&outside, desk.store(name)).unwrap();
        refuses(&desk, name);
        assert_eq!(std::fs::read(&outside).unwrap(), b"mine", "{name}");
    }
}

#[test]
fn pipes_and_folders_in_place_of_files_are_told_and_waited_for_by_nobody() {
    for name in ["lock", "staging", "switching", "forgetting", "mirroring"] {
        for pipe in [true, false] {
            let desk = Desk::new(Strategy::Exchange);
            desk.publish(&SITE);
            let path = desk.store(name);
            drop(std::fs::remove_file(&path));
            if pipe {
                assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
            } else {
                std::fs::create_dir(&path).unwrap();
            }
            refuses(&desk, name);
        }
    }
}

#[test]
fn links_at_our_names_inside_the_published_folder_lead_nowhere() {
    for strategy in STRATEGIES {
        for name in ["search", ".kabinet", ".kabinet/manifest", ".kabinet/incoming", "search/previous"] {
            let desk = Desk::new(strategy);
            desk.publish(&SITE);
            let outside = precious(&desk);
            std::fs::create_dir(outside.join("previous")).unwrap();
            put(&outside.join("previous/a"), b"mine");
            let link = desk.path(name);
            drop(std::fs::remove_dir_all(&link).or_else(|_| std::fs::remove_file(&link)));
            symlink(&outside, &link).unwrap();
            refuses(&desk, name);
            assert!(outside.join("previous/a").exists() && outside.join("диплом.doc").exists(), "{name}");
        }
    }
}

#[test]
fn a_store_with_somebodys_files_is_neither_published_nor_emptied() {
    for (folder, manifest) in
        [("tree", false), ("tree", true), ("undo", false), ("retiring", false), ("retiring", true)]
    {
        let desk = Desk::new(Strategy::Exchange);
        desk.publish(&SITE);
        desk.publish(&NEW);
        let file = desk.store(folder).join("диплом.doc");
        if !manifest {
            drop(std::fs::remove_dir_all(desk.store(folder)));
        }
        std::fs::create_dir_all(desk.store(folder)).unwrap();
        put(&file, b"mine");
        let result = desk.try_publish(&SITE);
        assert!(matches!(result, Err(PublishError::NotOurs { .. })), "{folder} {manifest}: {result:?}");
        assert_eq!(std::fs::read(&file).unwrap(), b"mine");
        assert!(!desk.path("диплом.doc").exists());
    }
}

#[test]
fn a_damaged_manifest_is_told_by_its_line_and_nothing_is_touched() {
    let good = {
        let desk = Desk::new(Strategy::Exchange);
        desk.publish(&SITE);
        std::fs::read(desk.path(".kabinet/manifest")).unwrap()
    };
    let mut cut = good.clone();
    cut.truncate(good.len() - 5);
    let mut way_out = good.clone();
    way_out.extend_from_slice(format!("{} 4 ../чужое/диплом.doc\n", "0".repeat(64)).as_bytes());
    for (bytes, line) in
        [(cut, Some(4)), (way_out, Some(4)), (b"\xff\x00".to_vec(), None), (Vec::new(), Some(1))]
    {
        let desk = Desk::new(Strategy::Exchange);
        desk.publish(&SITE);
        let outside = precious(&desk);
        put(&desk.path(".kabinet/manifest"), &bytes);
        let result = desk.try_publish(&NEW);
        let told =
            matches!(&result, Err(PublishError::ManifestDamaged { line: found, .. }) if *found == line);
        assert!(told, "{line:?}: {result:?}");
        assert!(is_intact(&outside));
        assert_eq!(found(&desk.target()), texts(&SITE));
        // The remedy that the message gives.
        std::fs::rename(desk.target(), desk.folder.path().join("public-old")).unwrap();
        desk.publish(&NEW);
    }
}

#[test]
fn a_site_whose_manifest_was_deleted_is_no_strangers_folder() {
    for strategy in STRATEGIES {
        for gone in [".kabinet/manifest", ".kabinet"] {
            let desk = Desk::new(strategy);
            desk.publish(&SITE);
            let path = desk.path(gone);
            if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) }.unwrap();
            let lost = |error| matches!(error, PublishError::ManifestLost { .. });
            assert!(lost(desk.try_publish(&NEW).unwrap_err()), "{strategy:?} {gone}");
            assert!(lost(emit::verify(&desk.target()).unwrap_err()), "{strategy:?} {gone}");
            assert_eq!(found(&desk.target()), texts(&SITE));
            // The remedy that the message gives.
            std::fs::rename(desk.target(), desk.folder.path().join("public-old")).unwrap();
            desk.publish(&NEW);
            assert_eq!(found(&desk.target()), texts(&NEW));
        }
    }
}

#[test]
fn somebodys_folder_is_looked_at_from_above_and_nothing_is_created_beside_it() {
    let desk = Desk::new(Strategy::Exchange);
    desk.write("a/b/c/диплом.doc", "mine");
    assert!(matches!(desk.try_publish(&SITE), Err(PublishError::ForeignFolder { .. })));
    assert!(!desk.folder.path().join(".kabinet").exists());
}

#[test]
fn what_is_published_has_one_mode_whatever_the_umask() {
    const TARGET: &str = "KABINET_TEST_UMASK_TARGET";
    if let Some(target) = std::env::var_os(TARGET) {
        let n = std::env::var_os("N").unwrap().into_string().unwrap();
        publish(
            &texts(&[("index.html", &n), ("new/a.html", &n)]),
            Path::new(&target),
            &PublishOptions::default(),
        )
        .unwrap();
        return;
    }
    let desk = Desk::new(Strategy::Exchange);
    for (n, umask) in [("1", "022"), ("2", "077"), ("3", "000"), ("4", "077")] {
        let test = std::env::current_exe().unwrap();
        let name = "hostile::what_is_published_has_one_mode_whatever_the_umask";
        let line = format!("umask {umask}; exec '{}' --exact {name}", test.display());
        let done =
            Command::new("sh").args(["-c", &line]).env(TARGET, desk.target()).env("N", n).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
        for entry in walkdir::WalkDir::new(desk.target()).into_iter().map(Result::unwrap) {
            let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
            let wanted = if entry.file_type().is_dir() { 0o755 } else { 0o644 };
            let reserved = entry.path().starts_with(desk.path(".kabinet")) || entry.depth() == 0;
            assert!(reserved || mode == wanted, "umask {umask}: {mode:o} {}", entry.path().display());
        }
    }
}
