//! The five real regulations as they are published: nothing lost or added, every place citable.

use std::fs;

use crate::SiteTest;

/// The five, each with the number of its clauses and anchors that must never move.
const FIVE: [(&str, usize, &[&str]); 5] = [
    ("polozhenie-imc-bokhan", 26, &["s-1", "s-3", "s-5", "p-3.2.5", "p-4.5-b9", "p-4.9"]),
    ("polozhenie-imc-kemerovo", 43, &["s-3", "s-6", "p-2.2.1", "p-3.2.5", "p-4.1", "p-4.3-2", "p-6.2-b2"]),
    ("polozhenie-imo-kurchaloy", 12, &["s-3", "p-1.4-b7", "p-2.3-b9", "p-3.1"]),
    ("polozhenie-ms-imc-spb", 19, &["s-3", "p-2.1-b9", "p-6.1"]),
    ("polozhenie-mk-pestyaki", 15, &["s-3", "p-1.4", "p-2.2-b8", "p-4.1.1", "p-4.1.4-b1", "p-5.2"]),
];

/// The inside of the element with the source's text.
fn source_text(page: &str) -> &str {
    let from = page.find("data-source-text").unwrap();
    let inside = &page[from + page[from..].find('>').unwrap() + 1..];
    let (mut depth, mut at) = (1_usize, 0);
    while depth > 0 {
        let opens = inside[at..].find("<div").unwrap_or(usize::MAX);
        let closes = inside[at..].find("</div").unwrap();
        depth = if opens < closes { depth + 1 } else { depth - 1 };
        at += opens.min(closes) + 1;
    }
    &inside[..at - 1]
}

/// What `textContent` gives: the text between tags, entities read, comments gone.
fn text_content(html: &str) -> String {
    let mut shown = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        shown.push_str(&rest[..at]);
        let end = if rest[at..].starts_with("<!--") { "-->" } else { ">" };
        let length = rest[at..].find(end).unwrap() + end.len();
        rest = &rest[at + length..];
    }
    shown.push_str(rest);
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{a0}")];
    entities.iter().fold(shown, |text, (name, sign)| text.replace(name, sign)).replace("&amp;", "&")
}

/// The words of an original as they are printed, parted by nothing but spaces. Marks of lists go, for the page
/// draws its own; a hyphen at a line's end joins the halves of its word.
fn printed_words(original: &str) -> Vec<String> {
    let text = original.replace("[bookmark: _GoBack]", "");
    let mut joined = String::new();
    for line in text.lines() {
        let line = line.trim();
        let bare = line.trim_start_matches(['-', '–', '·', ' ', '\t']);
        if line.is_empty() {
            continue;
        }
        let half = joined.ends_with('-') && bare.starts_with(char::is_lowercase) && bare == line;
        joined.push_str(if half { "" } else { "\n" });
        joined.push_str(bare);
    }
    words(&joined)
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The published page of a regulation.
fn page_of(site: &SiteTest, id: &str) -> String {
    fs::read_to_string(site.path(&format!("public/regulations/{id}/index.html"))).unwrap()
}

#[test]
fn the_page_says_word_for_word_what_the_original_says() {
    let site = SiteTest::of_the_repository();
    site.build().ok();
    for (id, ..) in FIVE {
        let original = fs::read_to_string(site.path(&format!("content/regulations/{id}/original.txt")));
        let wanted = printed_words(&original.unwrap());
        let page = page_of(&site, id);
        assert_eq!(page.matches("data-source-text").count(), 1, "{id}");
        let got = words(&text_content(source_text(&page)));
        let first = wanted.iter().zip(&got).position(|(a, b)| a != b).unwrap_or(wanted.len().min(got.len()));
        let around = |list: &[String]| list[first.saturating_sub(3)..list.len().min(first + 5)].join(" ");
        assert_eq!(got, wanted, "{id}: «{}» became «{}»", around(&wanted), around(&got));
    }
}

#[test]
fn every_clause_and_item_is_citable_by_an_anchor_that_never_moves() {
    let site = SiteTest::of_the_repository();
    site.build().ok();
    for (id, clauses, anchors) in FIVE {
        let page = page_of(&site, id);
        let text = source_text(&page);
        assert_eq!(text.matches("class=\"clause\"").count(), clauses, "{id}");
        for anchor in anchors {
            assert_eq!(page.matches(&format!(" id=\"{anchor}\"")).count(), 1, "{id}#{anchor}");
        }
    }
}

/// A regulation of two clauses with a status.
fn regulation(status: &str, text: &str) -> String {
    format!(
        "---\ntitle: Положение о кабинете\ndoc_type: положение\nnumber: \"7\"\ndate: 2026-09-01\nissuer: ИМЦ\n\
         legal_status: {status}\nlevel: локальный\n---\n## 1. Общее\n\n1.1. {text}\n\n1.2. Кабинет открыт.\n"
    )
}

#[test]
fn every_status_is_said_in_words() {
    for status in
        ["действует", "проект", "приостановлен", "утратил силу", "срок действия истёк", "статус не определён"]
    {
        let site = SiteTest::new().file("content/regulations/a.md", regulation(status, "Текст."));
        site.build().ok();
        let page = page_of(&site, "a");
        let banner = &page
            [page.find("<div class=\"status ").unwrap()..page.find("<details class=\"requisites").unwrap()];
        assert!(text_content(banner).to_lowercase().contains(status), "{status}: {banner}");
    }
}

#[test]
fn clauses_are_cited_inside_a_text_and_from_other_documents() {
    let site = SiteTest::new()
        .file("content/regulations/a.md", regulation("действует", "См. пункт 1.2 настоящего Положения."))
        .file("content/news/n.md", crate::news("О кабинете", "Смотрите [[a#1.2]]."));
    let outcome = site.build();
    outcome.ok().shows("regulations/a/index.html", "<a class=\"clause-ref\" href=\"#p-1.2\">");
    outcome.shows("news/n/index.html", "href=\"/regulations/a/#p-1.2\">Положение о кабинете, п. 1.2</a>");
    let page = page_of(&site, "a");
    let backlinks = &page[page.find("class=\"backlinks\"").unwrap()..];
    assert!(backlinks.contains("href=\"#p-1.2\"") && backlinks.contains("О кабинете"), "{backlinks}");
}
