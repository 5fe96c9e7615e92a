//! Raw HTML in Markdown: floods of tags, nesting, unclosed constructs.

use super::measure::Site;
use super::{Case, build};

pub(crate) const CASES: &[Case] = &[
    build("divs", 2_000, |n, site| site.news("a", &"<div>\n".repeat(n))),
    build("divs-on-a-line", 2_000, |n, site| site.news("a", &"<div>".repeat(n))),
    build("inline-spans", 2_000, |n, site| site.news("a", &format!("слово {}", "<span>".repeat(n)))),
    build("closed-divs", 2_000, |n, site| site.news("a", &"<div>слово</div>\n".repeat(n))),
    build("foreign-nesting", 1_000, |n, site| {
        site.news("a", &format!("<div>\n{}", "<svg><math><mtext>".repeat(n)))
    }),
    build("inline-foreign", 1_000, |n, site| {
        site.news("a", &format!("слово {}", "<svg><math><mtext>".repeat(n)))
    }),
    build("comments", 2_000, |n, site| site.news("a", &format!("слово {}", "<!-- x -->".repeat(n)))),
    build("open-comments", 5_000, |n, site| site.news("a", &format!("слово {}", "<!--".repeat(n)))),
    build("comment-lines", 1_000, |n, site| site.news("a", &"<!-- x -->\n\n".repeat(n))),
    build("sections-of-data", 5_000, |n, site| site.news("a", &format!("слово {}", "<![CDATA[".repeat(n)))),
    build("instructions", 5_000, |n, site| site.news("a", &format!("слово {}", "<?".repeat(n)))),
    build("declarations", 5_000, |n, site| site.news("a", &format!("слово {}", "<!A ".repeat(n)))),
    build("attributes", 2_000, |n, site| {
        let attributes: String = (0..n).map(|i| format!(" a{i}=\"x\"")).collect();
        site.news("a", &format!("<div{attributes}>слово</div>"));
    }),
    build("open-attributes", 5_000, |n, site| site.news("a", &format!("<div>{}", "<a href=\"".repeat(n)))),
    build("selects", 500, |n, site| site.news("a", &format!("слово {}", "<select><option>".repeat(n)))),
    build("select-lines", 500, |n, site| site.news("a", &"<select>\n\n".repeat(n))),
    build("formatting", 500, |n, site| {
        site.news(
            "a",
            &format!(
                "слово {}\n\n{}",
                (0..n).map(|i| format!("<b id=\"b{i}\">")).collect::<String>(),
                "абзац\n\n".repeat(n)
            ),
        );
    }),
    build("links-in-links", 1_000, |n, site| {
        site.news("a", &format!("слово {}", "<a href=\"/x/\">".repeat(n)))
    }),
    build("misnested", 1_000, |n, site| site.news("a", &format!("слово {}", "<b><i><p></b></i>".repeat(n)))),
    build("table-parts", 1_000, |n, site| {
        site.news("a", &format!("<table>\n{}", "<tr><td><table>".repeat(n)))
    }),
    build("stray-in-tables", 1_000, |n, site| site.news("a", &format!("<table>\n{}", "слово<b>".repeat(n)))),
    build("tags", 5_000, |n, site| site.news("a", &format!("слово {}", "<br>".repeat(n)))),
    build("angle-brackets", 20_000, |n, site| site.news("a", &"<".repeat(n))),
    build("open-tags", 5_000, |n, site| site.news("a", &format!("слово {}", "<a ".repeat(n)))),
    build("styles", 1_000, |n, site| site.news("a", &format!("слово {}", "<style>x</style>".repeat(n)))),
    build("frames", 500, |n, site| {
        site.news("a", &"<iframe src=\"https://video.example/1\"></iframe>\n\n".repeat(n))
    }),
    build("equal-ids", 2_000, |n, site| site.news("a", &"<p id=\"a\">слово</p>\n".repeat(n))),
    build("html-in-a-field", 2_000, in_a_field),
];

fn in_a_field(n: usize, site: &mut Site) {
    let front = "title: Мероприятие\nstart: 2026-12-01 10:00\nform: семинар\n";
    let text = format!("---\n{front}result: {{text: \"слово {}\"}}\n---\nТекст\n", "<div>".repeat(n));
    site.file("content/events/a.md", text);
}
