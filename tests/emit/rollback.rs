//! The tree before.

use super::*;

#[test]
fn rollback_goes_back_and_a_second_one_forth() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        let (first, second) =
            ([("index.html", "1"), ("a.html", "а")], [("index.html", "2"), ("b.html", "б")]);
        desk.publish(&first);
        desk.publish(&second);
        let published = desk.rollback().unwrap();
        assert_eq!(found(&desk.target()), texts(&first), "{strategy:?}");
        assert_eq!((published.added, published.removed), (vec!["a.html".into()], vec!["b.html".into()]));
        desk.rollback().unwrap();
        assert_eq!(found(&desk.target()), texts(&second), "{strategy:?}");
        desk.publish(&first);
    }
}

#[test]
fn a_build_that_changes_nothing_leaves_the_tree_before() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        desk.publish(&[("index.html", "1")]);
        desk.publish(&[("index.html", "2")]);
        desk.publish(&[("index.html", "2")]);
        desk.rollback().unwrap();
        assert_eq!(found(&desk.target()), texts(&[("index.html", "1")]), "{strategy:?}");
    }
}

#[test]
fn nothing_before_the_first_publication() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        assert!(matches!(desk.rollback(), Err(PublishError::NothingToRollBack)));
        desk.publish(&[("index.html", "1")]);
        assert!(matches!(desk.rollback(), Err(PublishError::NothingToRollBack)));
        assert_eq!(found(&desk.target()), texts(&[("index.html", "1")]));
    }
}

#[test]
fn a_damaged_tree_before_is_not_published() {
    let desk = Desk::new(Strategy::Exchange);
    desk.publish(&[("index.html", "1")]);
    desk.publish(&[("index.html", "2")]);
    put(&desk.folder.path().join(".kabinet/publish/public/tree/index.html"), b"0");
    assert!(matches!(desk.rollback(), Err(PublishError::PreviousDamaged { path }) if path == "index.html"));
    assert_eq!(found(&desk.target()), texts(&[("index.html", "2")]));
}

#[test]
fn a_failed_build_leaves_the_tree_before_whole() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        desk.publish(&[("index.html", "1"), ("a.html", "а")]);
        desk.publish(&[("index.html", "2")]);
        // A name too long for any file system is found out only when it is written.
        let long = "д".repeat(300);
        let error = desk.try_publish(&[("index.html", "3"), (&long, "")]).unwrap_err();
        assert!(matches!(error, PublishError::NameTooLong { .. }));
        assert_eq!(found(&desk.target()), texts(&[("index.html", "2")]), "{strategy:?}");
        desk.rollback().unwrap();
        assert_eq!(found(&desk.target()), texts(&[("index.html", "1"), ("a.html", "а")]), "{strategy:?}");
    }
}
