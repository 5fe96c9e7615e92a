//! Fresh and repeated publication.

use std::fs::{File, FileTimes};

use kabinet::artifact::{Artifact, Content, OutPath};

use super::*;

const SITE: [(&str, &str); 3] =
    [("index.html", "дом"), ("документы/положение о конкурсе.html", "текст"), ("assets/style.css", "body{}")];

fn release(desk: &Desk, artifacts: Vec<Artifact>) -> Result<Published, PublishError> {
    Publication::begin(&desk.target(), &desk.options)?.publish(Release { artifacts, ..Release::default() })
}

#[test]
fn a_fresh_publication_is_the_artifacts() {
    for strategy in STRATEGIES {
        let published = Desk::new(strategy).publish(&SITE);
        assert_eq!((published.added.len(), published.files, published.bytes), (3, 3, 22));
    }
}

#[test]
fn the_output_folder_may_lie_where_nothing_is_yet() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("сайт центра/новый/public");
    publish(&texts(&SITE), &target, &PublishOptions::default()).unwrap();
    assert_eq!(found(&target), texts(&SITE));
}

#[test]
fn files_whose_bytes_stay_keep_their_times_in_both_trees() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        desk.publish(&SITE);
        let (page, style) = (desk.time("index.html"), desk.time("assets/style.css"));
        for text in ["второй", "третий", "четвёртый"] {
            desk.publish(&[SITE[0], (SITE[1].0, text), SITE[2]]);
            assert_eq!(
                (desk.time("index.html"), desk.time("assets/style.css")),
                (page, style),
                "{strategy:?}"
            );
        }
    }
}

#[test]
fn the_difference_is_told_and_nothing_is_left_over() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        desk.publish(&SITE);
        let published = desk.publish(&[("index.html", "новый дом"), ("a/b.html", "б"), SITE[2]]);
        assert_eq!(published.added, ["a/b.html"]);
        assert_eq!(published.changed, ["index.html"]);
        assert_eq!(published.removed, [SITE[1].0]);
        assert!(!desk.path("документы").exists(), "an empty folder remained: {strategy:?}");
        assert!(desk.publish(&[("index.html", "новый дом"), ("a/b.html", "б"), SITE[2]]).is_unchanged());
    }
}

#[test]
fn a_file_may_become_a_folder_and_back() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        for _ in 0..2 {
            desk.publish(&[("a", "файл"), ("b/c/d", "глубоко")]);
            desk.publish(&[("a/x.html", "в папке"), ("b/c", "мельче")]);
        }
    }
}

#[test]
fn a_page_changed_or_removed_by_hand_is_mended_even_with_its_time_put_back() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        desk.publish(&SITE);
        let time = desk.time("index.html");
        desk.write("index.html", "дым");
        let file = File::options().write(true).open(desk.path("index.html")).unwrap();
        file.set_times(FileTimes::new().set_modified(time)).unwrap();
        std::fs::remove_file(desk.path("assets/style.css")).unwrap();
        desk.publish(&SITE);
    }
}

#[test]
fn a_page_changed_by_hand_is_mended_by_a_build_that_changes_others() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        desk.publish(&SITE);
        desk.publish(&[SITE[0], SITE[1], ("assets/style.css", "b")]);
        desk.write("index.html", "дым");
        desk.publish(&SITE);
        desk.publish(&[SITE[0], SITE[1], ("assets/style.css", "c")]);
    }
}

#[test]
fn files_are_copied_and_a_missing_one_is_named() {
    let desk = Desk::new(Strategy::Exchange);
    let source = desk.folder.path().join("приказ.pdf");
    put(&source, b"%PDF");
    let artifact =
        || Artifact { path: OutPath::new("files/1.pdf").unwrap(), content: Content::File(source.clone()) };
    release(&desk, vec![artifact()]).unwrap();
    assert_eq!(found(&desk.target()), texts(&[("files/1.pdf", "%PDF")]));
    std::fs::remove_file(&source).unwrap();
    let error = release(&desk, vec![artifact()]).unwrap_err();
    assert_eq!(error.diagnostic().rule.0, "publish-source-unreadable");
    assert!(matches!(error, PublishError::SourceUnreadable { path, .. } if path == source));
}

#[test]
fn the_manifest_depends_on_the_output_alone() {
    let manifests = STRATEGIES.map(|strategy| {
        let desk = Desk::new(strategy);
        if strategy == Strategy::Renames {
            desk.publish(&[("old", "прежний")]);
        }
        desk.publish(&SITE);
        std::fs::read_to_string(desk.path(".kabinet/manifest")).unwrap()
    });
    assert!(manifests[0].contains(" 5 ") || manifests[0].contains("index.html"));
    assert!(manifests.iter().all(|manifest| manifest == &manifests[0]));
}

#[test]
fn clashing_and_reserved_paths_are_refused() {
    let desk = Desk::new(Strategy::Exchange);
    for site in [&[("a", "1"), ("a/b", "2")][..], &[(".kabinet/manifest", "")], &[("search/previous/x", "")]]
    {
        assert!(matches!(desk.try_publish(site), Err(PublishError::PathClash { .. })));
    }
    let twice = ["a", "a"].map(|path| Artifact::bytes(OutPath::new(path).unwrap(), path));
    let error = release(&desk, twice.to_vec()).unwrap_err();
    assert_eq!(error.diagnostic().rule.0, "publish-path-clash");
    assert!(matches!(error, PublishError::PathClash { path } if path == "a"));
}

#[test]
fn superseded_search_files_stay_for_one_publication() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        let previous = || found(&desk.path("search/previous"));
        desk.publish(&[("search/index.html", "поиск"), ("search/d/0a.bin", "1")]);
        desk.publish(&[("search/index.html", "поиск"), ("search/d/0b.bin", "2")]);
        assert_eq!(previous(), texts(&[("d/0a.bin", "1")]), "{strategy:?}");
        desk.publish(&[("search/d/0b.bin", "2"), ("search/d/0c.bin", "3")]);
        assert!(!desk.path("search/previous").exists(), "{strategy:?}");
        desk.publish(&[("search/d/0c.bin", "3")]);
        assert_eq!(previous(), texts(&[("d/0b.bin", "2")]), "{strategy:?}");
    }
}

#[test]
fn the_second_of_two_builds_says_so_and_stops() {
    let desk = Desk::new(Strategy::Exchange);
    desk.publish(&SITE);
    let lock =
        File::options().write(true).open(desk.folder.path().join(".kabinet/publish/public/lock")).unwrap();
    lock.lock().unwrap();
    let error = desk.try_publish(&[("index.html", "другой")]).unwrap_err();
    assert!(matches!(error, PublishError::Locked { pid: Some(pid) } if pid == std::process::id()));
    assert_eq!(found(&desk.target()), texts(&SITE));
    drop(lock);
    desk.publish(&[("index.html", "другой")]);
}

#[test]
fn every_error_has_a_rule_of_its_own() {
    let path = PathBuf::from("public");
    let rules = [
        PublishError::Locked { pid: None }.diagnostic().rule,
        PublishError::DiskFull { path: path.clone() }.diagnostic().rule,
        PublishError::NothingToRollBack.diagnostic().rule,
        PublishError::NotWritable { path }.diagnostic().rule,
    ];
    assert!(rules.iter().all(|rule| emit::RULES.contains(rule)));
    let russian = include_str!("../../src/i18n/ru/emit.ftl");
    let english = include_str!("../../src/i18n/en/emit.ftl");
    for rule in emit::RULES {
        for text in [russian, english] {
            let message = text.split(&format!("{} =", rule.0)).nth(1).unwrap_or_else(|| panic!("{rule:?}"));
            let message = message.split("\n\n").next().unwrap_or_default();
            assert!(message.contains(".help =") && message.contains(".explain ="), "{rule:?}");
        }
    }
}
