//! Publications that leave nothing of what was published before.

use super::*;

const SECRET: &str = "name of somebody";

fn with_secret() -> [(&'static str, &'static str); 3] {
    [("index.html", SECRET), ("search/a1.pack", SECRET), ("search/index.json", "1")]
}

const WITHOUT: [(&str, &str); 3] = [("index.html", "-"), ("search/b2.pack", "-"), ("search/index.json", "2")];

/// Every file of the folder, the stores included, that says it.
fn holders(desk: &Desk) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(desk.folder.path()).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files.filter(|path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).contains(SECRET)).collect()
}

#[test]
fn nothing_of_another_era_is_left_anywhere() {
    for strategy in STRATEGIES {
        let mut desk = Desk::new(strategy);
        desk.publish(&[("index.html", "0"), ("search/a0.pack", SECRET)]);
        desk.publish(&with_secret());
        desk.publish(&WITHOUT);
        assert!(holders(&desk).len() > 1, "{strategy:?}: superseded files and the tree before");
        desk.mark("1");
        let published = desk.publish(&[("index.html", "-")]);
        assert!(published.forgotten);
        assert_eq!(holders(&desk), Vec::<PathBuf>::new(), "{strategy:?}");
        assert!(!desk.path("search/previous").exists(), "{strategy:?}");
        assert!(matches!(desk.rollback(), Err(PublishError::NothingToRollBack)), "{strategy:?}");
    }
}

#[test]
fn the_same_era_keeps_as_ever() {
    for strategy in STRATEGIES {
        let mut desk = Desk::new(strategy);
        desk.mark("1");
        desk.publish(&with_secret());
        assert!(!desk.publish(&WITHOUT).forgotten);
        assert!(desk.path("search/previous/a1.pack").exists(), "{strategy:?}");
        desk.rollback().unwrap();
        assert_eq!(found(&desk.target()), texts(&with_secret()), "{strategy:?}");
    }
}

#[test]
fn an_unchanged_output_forgets_too() {
    for strategy in STRATEGIES {
        let mut desk = Desk::new(strategy);
        desk.publish(&with_secret());
        desk.publish(&WITHOUT);
        desk.release.forget = true;
        assert!(desk.publish(&WITHOUT).forgotten);
        assert_eq!(holders(&desk), Vec::<PathBuf>::new(), "{strategy:?}");
        desk.release.forget = false;
        assert!(!desk.publish(&WITHOUT).forgotten, "{strategy:?}: once is enough");
    }
}

#[test]
fn what_kabinet_did_not_write_stays() {
    for strategy in STRATEGIES {
        let mut desk = Desk::new(strategy);
        desk.publish(&[("index.html", "1")]);
        desk.write(".git/config", "theirs");
        desk.try_publish(&[("index.html", "2")]).unwrap();
        desk.release.forget = true;
        desk.try_publish(&[("index.html", "3")]).unwrap();
        assert_eq!(std::fs::read_to_string(desk.path(".git/config")).unwrap(), "theirs", "{strategy:?}");
    }
}

#[test]
fn an_interrupted_publication_that_forgets_is_followed_by_one_that_does() {
    for strategy in STRATEGIES {
        let mut desk = Desk::new(strategy);
        desk.publish(&with_secret());
        desk.publish(&WITHOUT);
        desk.release.forget = true;
        desk.write("blocked/x", "theirs");
        let refused = desk.try_publish(&[("index.html", "-"), ("blocked", "ours")]);
        assert!(refused.is_err(), "{strategy:?}");
        desk.release.forget = false;
        std::fs::remove_dir_all(desk.path("blocked")).unwrap();
        assert!(desk.publish(&[("index.html", "-")]).forgotten, "{strategy:?}");
        assert_eq!(holders(&desk), Vec::<PathBuf>::new(), "{strategy:?}");
    }
}
