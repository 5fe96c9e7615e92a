//! Files that somebody sends: what leads elsewhere, what acts, what is empty or no file at all.

use crate::{SiteTest, news};

/// A page that names a file beside it, and the file.
fn with_file(name: &str, bytes: impl AsRef<[u8]>) -> SiteTest {
    let body = format!("[файл](<{name}>)");
    SiteTest::new()
        .file("content/news/a.md", news("Новость", &body))
        .file(&format!("content/news/{name}"), bytes)
}

#[test]
fn every_kind_of_fault_has_one_message_at_the_file() {
    let cases: [(&str, &[u8], &str); 14] = [
        ("a.html", b"<p>", "error file-active"),
        ("a.php.txt", b"x", "error file-active"),
        ("a.txt", b"<!doctype html><script>x()</script>", "error file-active"),
        ("a.exe", b"MZ\0\0", "error file-program"),
        ("a.lnk", b"L\0\0\0", "error file-program"),
        ("a.docm", b"PK\x03\x04", "warning file-macros"),
        ("a.xyz", b"x", "error file-type-unknown"),
        ("README", b"x", "error file-type-unknown"),
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0", "error file-type-other"),
        ("a.pdf", b"pdf", "warning file-type-other"),
        ("a.pdf", b"", "error attachment-empty"),
        ("a.pdf.", b"%PDF-1.7", "error file-name-unsafe"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "error drawing-unreadable"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "error file-active-drawing"),
    ];
    for (name, bytes, wanted) in cases {
        let said = with_file(name, bytes).problems();
        assert!(
            said.len() == 1 && said[0].starts_with(&format!("{wanted} content/news/{name}")),
            "{name}: {said:?}"
        );
    }
}

#[test]
fn what_nobody_names_is_said_once_and_harms_nobody() {
    let site = SiteTest::new()
        .file("content/news/a.md", news("Новость", "Текст."))
        .file("content/Makefile", "all:")
        .file("content/news/plan.tmp", "x")
        .file("content/news/empty.pdf", "")
        .file("content/news/a.exe", "MZ");
    assert_eq!(
        site.problems(),
        [
            "error file-program content/news/a.exe",
            "warning file-unused content/Makefile",
            "warning file-unused content/news/empty.pdf",
            "warning file-unused content/news/plan.tmp",
        ]
    );
}

#[test]
fn a_picture_with_a_position_is_said_how_to_mend() {
    let xmp = b"II*\0\x08\0\0\0\0\0\0\0\0\0<x exif:GPSLatitude=\"55,45.3N\"/>";
    let outcome = with_file("foto.tif", xmp);
    outcome.build().fails_with("picture-position").says("Удаление свойств и личной информации");
}

#[test]
fn a_drawing_is_refused_at_the_line_that_acts() {
    let site = with_file(
        "a.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'>\n  <a href='java&#115;cript:x()'/>\n</svg>",
    );
    assert_eq!(site.problems(), ["error file-active-drawing content/news/a.svg:2:6"]);
}

#[test]
fn static_files_are_the_keepers_but_nothing_that_a_host_runs() {
    let site = SiteTest::new()
        .file("content/static/google0123.html", "<html>")
        .file("content/static/CNAME", "centre.example")
        .file("content/static/.htaccess", "AddType text/html .txt")
        .file("content/static/.well-known/security.txt", "Contact: x")
        .file("content/static/.gitkeep", "")
        .file("content/static/a.php", "x")
        .file("content/static/b.cgi.png", "x")
        .file("content/static/web.config", "<configuration/>")
        .file("content/static/c.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>");
    assert_eq!(
        site.problems(),
        [
            "error file-active content/static/a.php",
            "error file-active content/static/b.cgi.png",
            "error file-active-drawing content/static/c.svg:1:41",
            "error file-active content/static/web.config",
            "warning static-hidden content/static/.htaccess",
            "warning static-hidden content/static/.well-known",
        ]
    );
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use crate::{SiteTest, news};

    const SECRET: &str = "kluch-ot-vsego";

    /// A site with secrets around it and in it, and a page that names a file.
    fn site() -> SiteTest {
        SiteTest::new()
            .file("content/news/a.md", news("Новость", "[ф](own.txt)"))
            .file("content/news/real.txt", "файл")
            .file(
                "content/news/draft.md",
                news("Черновик", SECRET).replace("---\ntitle", "---\nсостояние страницы: черновик\ntitle"),
            )
            .file("content/.env", SECRET)
            .file("content/news/.hidden/a.txt", SECRET)
            .file("content/kinds/note.yaml", "kind: note\nlabel: Запись\ntitle: Записи\nfolder: notes\n")
            .file(".git/config", SECRET)
            .file(".env", SECRET)
            .file("secret.txt", SECRET)
    }

    /// Holds that a link at a place gets this message, and that no line of a secret is told.
    fn refused(at: &str, target: &str, rule: &str) {
        let site = site();
        let place = site.path(at);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        symlink(target, &place).unwrap();
        let said: Vec<String> = site.problems().into_iter().filter(|one| one.contains(at)).collect();
        assert_eq!(said, [format!("error {rule} {at}")], "{at} → {target}");
        let outcome = site.build();
        outcome.fails_with(rule);
        assert!(!outcome.said().contains(SECRET), "{at} → {target}: {}", outcome.said());
    }

    #[test]
    fn a_link_stands_for_a_published_file_and_for_nothing_else() {
        for (at, target, rule) in [
            ("content/news/own.txt", "../../.git/config", "link-leaves-site"),
            ("content/news/own.txt", "../../.env", "link-leaves-site"),
            ("content/news/own.txt", "../../secret.txt", "link-leaves-site"),
            ("content/news/own.txt", "/etc/passwd", "link-leaves-site"),
            ("content/news/own.txt", "../.env", "link-to-unpublished"),
            ("content/news/own.txt", ".hidden/a.txt", "link-to-unpublished"),
            ("content/news/own.txt", "draft.md", "link-to-unpublished"),
            ("content/news/own.txt", "a.md", "link-to-unpublished"),
            ("content/news/own.txt", "../site.yaml", "link-to-unpublished"),
            ("content/news/own.txt", "../kinds/note.yaml", "link-to-unpublished"),
            ("content/news/own.txt", "own.txt", "link-not-followed"),
            ("content/news/own.txt", "../news", "link-not-followed"),
            ("content/news/own.txt", "absent", "link-not-followed"),
            ("content/news/b.md", "../../.git/config", "link-leaves-site"),
            ("content/news/b.md", "draft.md", "link-to-unpublished"),
            ("content/news/b.yaml", "../.env", "link-to-unpublished"),
            ("content/news/folder", "../..", "link-leaves-site"),
            ("content/news/folder", "../materials", "link-not-followed"),
            ("content/materials/x", "../news/.hidden", "link-not-followed"),
            ("content/static/a.txt", "../../.env", "link-leaves-site"),
            ("content/static/a.txt", "../news/draft.md", "link-to-unpublished"),
            ("content/kinds/b.yaml", "../../.git/config", "link-leaves-site"),
            ("content/vocabularies/b.yaml", "../../secret.txt", "link-leaves-site"),
            ("content/addresses.lock", "../.git/config", "link-leaves-site"),
            ("content/purge.lock", "../.env", "link-leaves-site"),
        ] {
            refused(at, target, rule);
        }
    }

    #[test]
    fn a_refused_link_is_one_mistake() {
        let site = site();
        symlink("../../.env", site.path("content/news/own.txt")).unwrap();
        let said: Vec<String> = site.problems().into_iter().filter(|one| one.starts_with("error")).collect();
        assert_eq!(said, ["error link-leaves-site content/news/own.txt"]);
    }

    #[test]
    fn a_link_to_a_published_file_is_published() {
        let site = site();
        symlink("real.txt", site.path("content/news/own.txt")).unwrap();
        symlink("own.txt", site.path("content/news/again.txt")).unwrap();
        site.build().ok();
        let published = site.published();
        let own = published.iter().find(|(path, _)| path.ends_with("own.txt"));
        assert_eq!(own.map(|(_, bytes)| bytes.as_slice()), Some("файл".as_bytes()));
    }

    #[test]
    fn the_folder_of_content_is_no_link() {
        let site = site().rename("content", "elsewhere");
        symlink("elsewhere", site.path("content")).unwrap();
        assert_eq!(site.problems(), ["error link-not-followed content"]);
    }

    #[test]
    fn links_of_a_theme_lead_nowhere_else() {
        let site = site();
        symlink("../../../.env", site.path("themes/imc/assets/a.txt")).unwrap();
        let outcome = site.build();
        outcome.fails_with("theme-link").says("themes/imc/assets/a.txt");
        assert!(!outcome.said().contains(SECRET));
    }

    #[test]
    fn what_is_no_plain_file_is_never_waited_for() {
        for at in [
            "content/news/own.txt",
            "content/news/b.md",
            "content/static/a.txt",
            "content/kinds/b.yaml",
            "content/addresses.lock",
            "content/purge.lock",
        ] {
            let site = site();
            std::fs::create_dir_all(site.path(at).parent().unwrap()).unwrap();
            let pipe = std::process::Command::new("mkfifo").arg(site.path(at)).status().unwrap();
            assert!(pipe.success());
            let said: Vec<String> = site.problems().into_iter().filter(|one| one.contains(at)).collect();
            assert_eq!(said, [format!("error file-special {at}")]);
        }
        let site = site();
        UnixListener::bind(site.path("themes/imc/kinds/b.yaml")).unwrap();
        site.build().fails_with("theme-link");
    }

    #[test]
    fn import_reads_plain_files_of_a_sensible_size() {
        let site = SiteTest::new()
            .file("empty.txt", "")
            .file("noise.txt", [0u8, 1, 2, 255, 254, 0])
            .file("large.txt", "а".repeat(9 * 1024 * 1024))
            .file("folder/a.txt", "");
        assert!(std::process::Command::new("mkfifo").arg(site.path("pipe")).status().unwrap().success());
        for (file, said) in [
            ("/dev/zero", "не обычный файл"),
            ("pipe", "не обычный файл"),
            ("folder", "нет текста"),
            ("large.txt", "слишком велик"),
            ("empty.txt", "нет текста"),
            ("noise.txt", "который импорт не читает"),
        ] {
            site.run(&["import", file, "--kind", "regulation"]).fails_with(said);
        }
    }

    #[test]
    fn import_writes_through_no_link() {
        let text = "ПОЛОЖЕНИЕ\nо методическом кабинете\n\n1. Общие положения\n1.1. Кабинет работает.\n";
        let site = SiteTest::new().file("a.txt", text).file("mine", SECRET);
        std::fs::create_dir_all(site.path("content/regulations/x")).unwrap();
        symlink("../../../mine", site.path("content/regulations/x/index.md.new")).unwrap();
        let _ = site.run(&["import", "a.txt", "--kind", "regulation", "--id", "x"]);
        assert_eq!(std::fs::read_to_string(site.path("mine")).unwrap(), SECRET);
        assert!(site.path("content/regulations/x/index.md").is_file());
        std::fs::remove_file(site.path("content/regulations/x/index.md")).unwrap();
        symlink("../../../mine", site.path("content/regulations/x/index.md")).unwrap();
        site.run(&["import", "a.txt", "--kind", "regulation", "--id", "x", "--force"])
            .fails_with("не обычный файл");
        assert_eq!(std::fs::read_to_string(site.path("mine")).unwrap(), SECRET);
    }
}

#[test]
fn what_other_programs_left_in_a_text_is_told() {
    for (text, rule) in [
        ("Ошибка! Недопустимый объект гиперссылки.", "warning reference-lost"),
        ("Error! No sequence specified.", "warning reference-lost"),
        ("РџСЂРёРІРµС‚, это письмо", "warning text-garbled"),
        ("Ïðèâåò ìèð", "warning text-garbled"),
        (">>>>>>> main", "error merge-unfinished"),
    ] {
        let site = SiteTest::new().file("content/news/a.md", news("Новость", text));
        assert!(site.problems().iter().any(|said| said.starts_with(rule)), "{text}: {:?}", site.problems());
    }
    for text in ["Cafè à la carte, naïve", "СССР и РСФСР, РСС, СРСРСР", "РАС: расстройства", "> > цитата"]
    {
        let site = SiteTest::new().file("content/news/a.md", news("Новость", text));
        assert_eq!(site.problems(), [""; 0], "{text}");
    }
    for name in ["a (2).md", "Копия a.md", "a - копия (3).md"] {
        let site = SiteTest::new().file(&format!("content/news/{name}"), news("Новость", "Т."));
        assert!(site.problems().iter().any(|said| said.starts_with("warning page-copy")), "{name}");
    }
}
