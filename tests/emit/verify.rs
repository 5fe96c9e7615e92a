//! The published tree held against its manifest.

use std::fs::{File, FileTimes};

use super::*;

#[test]
fn what_was_changed_by_hand_is_told_file_by_file() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        desk.publish(&[("index.html", "дом"), ("a/b.html", "б"), ("c.html", "в")]);
        assert!(emit::verify(&desk.target()).unwrap().is_whole());
        let time = desk.time("index.html");
        desk.write("index.html", "дым");
        let file = File::options().write(true).open(desk.path("index.html")).unwrap();
        file.set_times(FileTimes::new().set_modified(time)).unwrap();
        // A list touched later than the file must not make it believed.
        let list = std::fs::read(desk.path(".kabinet/manifest")).unwrap();
        put(&desk.path(".kabinet/manifest"), &list);
        std::fs::remove_file(desk.path("a/b.html")).unwrap();
        desk.write("yandex_1.html", "подтверждение");
        let verified = emit::verify(&desk.target()).unwrap();
        assert_eq!(verified.changed, ["index.html"], "{strategy:?}");
        assert_eq!(verified.missing, ["a/b.html"]);
        assert_eq!(verified.foreign, [PathBuf::from("yandex_1.html")]);
        assert_eq!((verified.files, verified.is_whole()), (3, false));
    }
}

#[test]
fn a_folder_that_is_not_published_cannot_be_verified() {
    let desk = Desk::new(Strategy::Exchange);
    assert!(matches!(emit::verify(&desk.target()), Err(PublishError::NothingToVerify { .. })));
    desk.write("index.html", "мой");
    assert!(matches!(emit::verify(&desk.target()), Err(PublishError::NothingToVerify { .. })));
    assert!(!desk.folder.path().join(".kabinet").exists());
}
