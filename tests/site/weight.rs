//! What a page weighs beside what it says: markup is paid for on every slow line.

use std::fs;

use crate::SiteTest;

/// What is in every page: its head, the menu, the foot. In bytes.
const FRAME: usize = 12 * 1024;

/// The bytes of the words that a reader sees or may unfold: no markup, no drawings, runs of space as one.
fn words(page: &str) -> usize {
    let mut text = page.split_once("<body").map_or(page, |(_, body)| body).to_owned();
    for hidden in ["script", "style", "template", "svg"] {
        let (open, close) = (format!("<{hidden}"), format!("</{hidden}>"));
        while let Some(from) = text.find(&open) {
            let to = text[from..].find(&close).map_or(text.len(), |at| from + at + close.len());
            text.replace_range(from..to, " ");
        }
    }
    let mut bare = String::new();
    for part in text.split('<') {
        bare.push(' ');
        bare.push_str(part.split_once('>').map_or(part, |(_, words)| words));
    }
    let bare = bare.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    bare.split_whitespace().map(|word| word.len() + 1).sum()
}

/// Days of a school year: its beginning, a month with much to come, the days before its years turn, its end, the summer.
const DAYS: [&str; 8] = [
    "2026-09-01",
    "2026-09-15",
    "2026-10-15",
    "2026-12-01",
    "2026-12-31",
    "2027-01-15",
    "2027-05-20",
    "2027-08-25",
];

#[test]
fn a_page_weighs_at_most_twice_its_words_and_the_frame_on_any_day() {
    assert_eq!(
        words("<html><body class=\"a\"><p>Да, <b>нет</b></p><script>let x;</script>"),
        "Да, нет ".len()
    );
    let mut site = SiteTest::of_the_repository();
    let mut too_heavy = Vec::new();
    for day in DAYS {
        site = site.on(day);
        site.build().ok();
        let mut seen = 0;
        for entry in walkdir::WalkDir::new(site.path("public")).into_iter().map(Result::unwrap) {
            let path = entry.path().strip_prefix(site.path("public")).unwrap().to_string_lossy().into_owned();
            if !path.ends_with(".html") {
                continue;
            }
            let page = fs::read_to_string(entry.path()).unwrap();
            let may = 2 * words(&page) + FRAME;
            if page.len() > may {
                too_heavy.push(format!("{day} {path}: {} bytes, {may} allowed", page.len()));
            }
            seen += 1;
        }
        assert!(seen > 150, "{day}: {seen} pages");
    }
    assert!(too_heavy.is_empty(), "{too_heavy:#?}");
}
