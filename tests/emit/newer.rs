//! Older content never takes the place of newer.

use super::*;

#[test]
fn a_publication_that_begins_second_is_told_to_wait() {
    let desk = Desk::new(Strategy::Exchange);
    let first = Publication::begin(&desk.target(), &desk.options).unwrap();
    assert!(matches!(desk.try_publish(&[("index.html", "newer")]), Err(PublishError::Locked { .. })));
    let site = texts(&[("index.html", "older")]);
    first.publish(Release { artifacts: artifacts(&site), ..Release::default() }).unwrap();
    desk.publish(&[("index.html", "newer")]);
}

#[test]
fn a_run_whose_lock_was_taken_from_it_publishes_nothing() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        desk.publish(&[("index.html", "0")]);
        let older = Publication::begin(&desk.target(), &desk.options).unwrap();
        std::fs::remove_dir_all(desk.folder.path().join(".kabinet")).unwrap();
        drop(std::fs::remove_file(desk.path(".kabinet/lock")));
        desk.publish(&[("index.html", "newer")]);
        let site = texts(&[("index.html", "older")]);
        let result = older.publish(Release { artifacts: artifacts(&site), ..Release::default() });
        let rule = result.as_ref().err().map(|error| error.diagnostic().rule.0);
        assert_eq!(rule, Some("publish-lock-lost"), "{strategy:?}: {result:?}");
        assert_eq!(found(&desk.target()), texts(&[("index.html", "newer")]), "{strategy:?}");
    }
}

#[test]
fn two_sites_with_stores_of_their_own_share_the_lock_of_a_target_that_cannot_move() {
    let desk = Desk::new(Strategy::FileByFile);
    desk.publish(&[("index.html", "0")]);
    let first = Publication::begin(&desk.target(), &desk.options).unwrap();
    std::fs::rename(desk.folder.path().join(".kabinet"), desk.folder.path().join("elsewhere")).unwrap();
    let second = Publication::begin(&desk.target(), &desk.options);
    assert!(matches!(second, Err(PublishError::Locked { .. })));
    drop(first);
}

#[test]
fn content_from_before_a_purge_is_refused_and_from_after_it_is_not() {
    for strategy in STRATEGIES {
        let mut desk = Desk::new(strategy);
        desk.publish(&[("index.html", "name")]);
        desk.mark("2026-11-20 0123456789abcdef");
        desk.publish(&[("index.html", "-")]);
        let without = Release::default();
        let after = std::mem::replace(&mut desk.release, without);
        let result = desk.try_publish(&[("index.html", "name")]);
        assert!(
            matches!(&result, Err(PublishError::BeforePurge { mark }) if mark.starts_with("2026-11-20")),
            "{result:?}"
        );
        assert_eq!(found(&desk.target()), texts(&[("index.html", "-")]), "{strategy:?}");
        // The purge travels with the published folder, wherever the store has gone.
        std::fs::remove_dir_all(desk.folder.path().join(".kabinet")).unwrap();
        assert!(matches!(desk.try_publish(&[("index.html", "name")]), Err(PublishError::BeforePurge { .. })));
        desk.release = after;
        desk.publish(&[("index.html", "earlier text, nobody named")]);
        desk.mark("2026-11-21 0123456789abcdef");
        assert!(desk.publish(&[("index.html", "--")]).forgotten);
    }
}

#[test]
fn an_earlier_content_may_be_published_on_purpose() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        for text in ["1", "2", "1", "2"] {
            desk.publish(&[("index.html", text)]);
        }
        desk.rollback().unwrap();
        assert_eq!(found(&desk.target()), texts(&[("index.html", "1")]));
    }
}

#[test]
fn a_manifest_of_the_first_format_is_still_ours() {
    let desk = Desk::new(Strategy::Exchange);
    desk.publish(&[("index.html", "1"), ("a.html", "a")]);
    let list = desk.path(".kabinet/manifest");
    let text = std::fs::read_to_string(&list).unwrap().replace("kabinet 3", "kabinet 1");
    let text: String = text.split_inclusive('\n').filter(|line| !line.starts_with("end ")).collect();
    put(&list, text.as_bytes());
    let published = desk.publish(&[("index.html", "2"), ("a.html", "a")]);
    assert_eq!((published.changed, published.forgotten), (vec!["index.html".to_owned()], false));
}
