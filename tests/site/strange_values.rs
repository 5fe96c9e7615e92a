//! Signs that nobody sees, years of a slip of the hand, noise instead of texts: said, and kept off the site.

use crate::{SiteTest, news};

/// A site whose only news has this line among its fields.
fn with(line: &str) -> SiteTest {
    let text = format!("---\ntitle: Новость\ndate: 2026-11-20\n{line}\n---\nТекст.\n");
    SiteTest::new().file("content/news/a.md", text)
}

#[test]
fn signs_that_nobody_sees_are_left_out_and_told() {
    let title = "\"Отчёт\\u202e gpj.\\u200b \\u000bИтоги\\uFEFF\"";
    let text = format!(
        "---\ntitle: {title}\ndate: 2026-11-20\ntags: [\"шко\\u200bла\"]\n---\nТекст с\u{200b}ло\u{202e}в.\n"
    );
    let site = SiteTest::new().file("content/news/a.md", text);
    let said = site.problems();
    assert_eq!(
        said,
        [
            "warning text-invisible content/news/a.md:2:8",
            "warning text-invisible content/news/a.md:4:8",
            "warning text-invisible content/news/a.md:6:8",
        ]
    );
    site.build().ok().says("U+202E").shows("tags/shkola/index.html", "школа");
    for (name, bytes) in site.published() {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        for sign in ['\u{202e}', '\u{200b}', '\u{b}', '\u{feff}'] {
            // Office programs know UTF-8 by this mark.
            let text = if name.ends_with(".csv") { text.trim_start_matches('\u{feff}') } else { &text };
            assert!(!text.contains(sign) || name.ends_with(".js"), "{name} holds {:04X}", u32::from(sign));
        }
    }
    site.build()
        .ok()
        .shows("feed.xml", "<title>Отчёт gpj.  Итоги</title>")
        .shows("news/a/index.html", "Текст слов.");
}

#[test]
fn a_key_with_an_unseen_sign_is_the_key() {
    let site = SiteTest::new()
        .file("content/news/a.md", "---\ntit\u{200b}le: Новость\ndate: 2026-11-20\n---\nТекст.\n");
    assert_eq!(site.problems(), ["warning text-invisible content/news/a.md:2:1"]);
}

#[test]
fn years_far_from_today_are_asked_about() {
    let event = |start: &str, more: &str| {
        let text = format!(
            "---\ntitle: Семинар\nform: семинар\nstart: {start}\nответственный: методист центра\n{more}\n---\n"
        );
        SiteTest::new().file("content/events/a.md", text)
    };
    for year in ["2206", "1926", "2036", "0000", "9999"] {
        let site = event(&format!("01.09.{year}"), "");
        assert_eq!(site.problems(), ["warning date-unlikely content/events/a.md:4:8"], "{year}");
        site.build().ok().says("Проверьте год");
        let news = with("")
            .file("content/news/a.md", news("Новость", "").replace("2026-11-20", &format!("{year}-11-20")));
        assert_eq!(news.problems(), ["warning date-unlikely content/news/a.md:3:7"], "{year}");
        news.build().ok().shows("feed.xml", "</feed>");
    }
    for start in ["01.09.2027", "01.09.2006", "01.09.2029"] {
        assert_eq!(event(start, "").problems(), [] as [&str; 0], "{start}");
    }
    let late = event("25.11.2026", "Регистрация: {Запись закрыта с: 20.11.2206}");
    assert!(
        late.problems().contains(&"warning date-unlikely content/events/a.md:6:33".to_owned()),
        "{:?}",
        late.problems()
    );
    let archive =
        SiteTest::new().file("content/news/a.md", news("Новость", "").replace("2026-11-20", "1998-05-01"));
    assert_eq!(archive.problems(), [] as [&str; 0]);
}

#[test]
fn noise_is_no_page() {
    let noise: Vec<u8> =
        (0..600_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).map(|byte| byte.max(1)).collect();
    // A text in which one zero stands is told with its place.
    let one = b"---\ntitle: a\0b\n---\n".to_vec();
    for (name, bytes, told) in [
        ("zeros", vec![0; 300], "error file-not-text content/news/a.md"),
        ("noise", noise, "error file-not-text content/news/a.md"),
        ("one zero", one, "error text-zero content/news/a.md:2:9"),
    ] {
        let site = SiteTest::new().file("content/news/a.md", &bytes);
        assert_eq!(site.problems(), [told], "{name}");
        let imported = site.run(&["import", "content/news/a.md", "--kind", "regulation"]);
        imported.fails_with("формат, который импорт не читает");
        assert!(!site.path("content/regulations").exists(), "{name}");
    }
    for (name, text) in [("empty", ""), ("blank", " \n\t\r\n\u{feff}\u{a0}\n")] {
        let site = SiteTest::new().file("empty.txt", text);
        site.run(&["import", "empty.txt", "--kind", "regulation"]).fails_with("нет текста");
        assert!(!site.path("content/regulations").exists(), "{name}");
    }
}
