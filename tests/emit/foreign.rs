//! Files that kabinet did not write.

use super::*;

#[test]
fn a_folder_with_unknown_content_is_refused_and_untouched() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        desk.write("диплом.doc", "год работы");
        let error = desk.try_publish(&[("index.html", "дом")]).unwrap_err();
        assert!(matches!(error, PublishError::ForeignFolder { example, .. } if example == "диплом.doc"));
        assert_eq!(found(&desk.target()), texts(&[("диплом.doc", "год работы")]));
    }
}

#[test]
fn a_file_in_place_of_the_folder_is_refused() {
    let desk = Desk::new(Strategy::Exchange);
    put(&desk.target(), b"");
    assert!(matches!(desk.try_publish(&[]), Err(PublishError::NotAFolder { .. })));
}

#[test]
fn known_names_are_welcome_and_carried_over_again_and_again() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        let foreign =
            [(".git/HEAD", "ref"), (".gitignore", "*"), (".well-known/x.txt", "x"), ("CNAME", "imc.example")];
        for (path, text) in foreign {
            desk.write(path, text);
        }
        std::fs::create_dir_all(desk.path(".git/refs/heads")).unwrap();
        for text in ["1", "2", "3"] {
            desk.try_publish(&[("index.html", text)]).unwrap();
            let mut expected = texts(&foreign);
            expected.insert("index.html".to_owned(), text.into());
            assert_eq!(found(&desk.target()), expected, "{strategy:?}");
            assert!(desk.path(".git/refs/heads").is_dir(), "{strategy:?}");
        }
        // Between two builds people change and remove such files.
        desk.write("CNAME", "new.example");
        desk.write("yandex_1.html", "подтверждение");
        std::fs::remove_file(desk.path(".well-known/x.txt")).unwrap();
        for text in ["4", "5"] {
            desk.try_publish(&[("index.html", text)]).unwrap();
            assert_eq!(std::fs::read(desk.path("CNAME")).unwrap(), b"new.example");
            assert!(desk.path("yandex_1.html").exists() && !desk.path(".well-known/x.txt").exists());
        }
        desk.rollback().unwrap();
        assert_eq!(std::fs::read(desk.path("index.html")).unwrap(), b"4");
        assert_eq!(std::fs::read(desk.path("CNAME")).unwrap(), b"new.example");
    }
}

#[test]
fn a_file_put_where_the_site_wants_to_write_is_not_overwritten() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        desk.publish(&[("index.html", "дом")]);
        desk.write("robots.txt", "мой");
        let both = [("index.html", "дом"), ("robots.txt", "чужой")];
        assert!(matches!(desk.try_publish(&both), Err(PublishError::FileInTheWay { .. })));
        assert_eq!(std::fs::read_to_string(desk.path("robots.txt")).unwrap(), "мой");
        desk.publish(&[("index.html", "дом"), ("robots.txt", "мой")]);
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_never_followed() {
    for strategy in STRATEGIES {
        let desk = Desk::new(strategy);
        desk.publish(&[("a/page.html", "1"), ("b.html", "1")]);
        let outside = desk.folder.path().join("outside");
        std::fs::create_dir(&outside).unwrap();
        put(&outside.join("page.html"), b"mine");
        std::fs::remove_dir_all(desk.path("a")).unwrap();
        std::os::unix::fs::symlink(&outside, desk.path("a")).unwrap();
        let error = desk.try_publish(&[("a/page.html", "2"), ("b.html", "1")]).unwrap_err();
        assert!(matches!(error, PublishError::FileInTheWay { .. }), "{strategy:?}");
        // The link is carried like any file of a person; what it points to is left alone.
        desk.try_publish(&[("b.html", "2")]).unwrap();
        desk.try_publish(&[("b.html", "3")]).unwrap();
        assert!(std::fs::symlink_metadata(desk.path("a")).unwrap().is_symlink());
        assert_eq!(std::fs::read(outside.join("page.html")).unwrap(), b"mine");
    }
}

#[cfg(unix)]
#[test]
fn a_target_that_is_a_link_is_published_where_it_points() {
    let desk = Desk::new(Strategy::Exchange);
    let real = desk.folder.path().join("real");
    std::fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, desk.target()).unwrap();
    desk.publish(&[("index.html", "1")]);
    desk.publish(&[("index.html", "2")]);
    assert_eq!(found(&real), texts(&[("index.html", "2")]));
}
