//! Whole sites: many pages, many files, many messages, long locks.

use super::measure::Site;
use super::{Case, build};

pub(crate) const CASES: &[Case] = &[
    build("dead-links-on-a-line", 1_000, |n, site| {
        site.news("a", &(0..n).map(|i| format!("[x](/net-{i}/) ")).collect::<String>())
    }),
    build("dead-links-over-pages", 100, |n, site| {
        for i in 0..n {
            site.news(&format!("a{i}"), &format!("[x](/news/b{i}/) [[b{i}]] [y](b{i}.md)"));
        }
    }),
    build("hidden-links", 1_000, |n, site| {
        site.file(
            "content/news/tayna.md",
            "---\ntitle: Тайна\ndate: 2026-11-20\nstatus: черновик\n---\nТекст\n",
        );
        site.news("a", &"[[tayna]] ".repeat(n));
    }),
    build("equal-messages", 200, |n, site| {
        for i in 0..n {
            site.file(
                &format!("content/events/a{i}.md"),
                "---\ntitle: Встреча\nstart: завтра\nform: семинар\n---\nТекст\n",
            );
        }
    }),
    build("undescribed-images", 1_000, |n, site| {
        site.file("content/news/a.png", [0x89, b'P', b'N', b'G']);
        site.news("a", &"![](a.png) ".repeat(n));
    }),
    build("duplicate-names", 100, |n, site| {
        for i in 0..n {
            site.file(
                &format!("content/news/{i}.md"),
                "---\ntitle: Новость\ndate: 2026-11-20\nid: odna\n---\nТекст\n",
            );
        }
    }),
    build("equal-pages", 100, |n, site| {
        for i in 0..n {
            site.file(
                &format!("content/news/{i}.md"),
                "---\ntitle: Новость\ndate: 2026-11-20\ntags: [школа]\n---\nОдин и тот же текст.\n",
            );
        }
    }),
    build("links-to-a-title-of-many", 200, |n, site| {
        for i in 0..n {
            site.file(
                &format!("content/news/{i}.md"),
                "---\ntitle: Новость\ndate: 2026-11-20\n---\nСмотрите [[Новость]].\n",
            );
        }
    }),
    build("cited-by-many", 200, |n, site| {
        site.regulation("a", "1.1. Пункт положения.\n");
        for i in 0..n {
            site.news(&format!("a{i}"), "Смотрите [пункт](/regulations/a/#p-1.1) и [всё](/regulations/a/).");
        }
    }),
    build("lock-of-equals", 2_000, |n, site| {
        let lines: String = (0..n).map(|i| format!("news/a{i}\t0123456789abcdef\t/news/a{i}/\n")).collect();
        site.file("content/addresses.lock", lines);
    }),
    build("lock-of-moved", 200, |n, site| {
        let lines: String = (0..n).map(|i| format!("news/a{i}\t{FINGERPRINT}\t/news/a{i}/\n")).collect();
        site.file("content/addresses.lock", lines);
        for i in 0..n {
            site.file(
                &format!("content/news/b{i}.md"),
                "---\ntitle: Новость\ndate: 2026-11-20\n---\nТекст\n",
            );
        }
    }),
    build("bad-lock", 2_000, |n, site| site.file("content/addresses.lock", "слово\n".repeat(n))),
    build("purge-lock", 2_000, |n, site| {
        site.file("content/purge.lock", "2026-11-20\t0123456789abcdef\n".repeat(n))
    }),
    build("aliases-of-a-page", 500, |n, site| {
        let all: String = (0..n).map(|i| format!("  - /old/{i}/\n")).collect();
        site.file(
            "content/news/a.md",
            format!("---\ntitle: Новость\ndate: 2026-11-20\naliases:\n{all}---\nТекст\n"),
        );
    }),
    build("unused-files", 500, |n, site| {
        for i in 0..n {
            site.file(&format!("content/news/{i}.pdf"), "%PDF-1.4 слово");
        }
    }),
    build("missing-files", 300, |n, site| {
        for i in 0..n {
            site.file(&format!("content/news/prikaz-{i}.pdf"), "%PDF-1.4 слово");
        }
        let all: String = (0..n).map(|i| format!("  - {{file: prikas-{i}.pdf, title: Приказ}}\n")).collect();
        site.file(
            "content/news/a.md",
            format!("---\ntitle: Новость\ndate: 2026-11-20\nattachments:\n{all}---\nТекст\n"),
        );
    }),
    build("equal-attachments", 300, |n, site| {
        for i in 0..n {
            site.file(&format!("content/news/a/{i}/prikaz.pdf"), "%PDF-1.4 слово");
        }
        let all: String = (0..n).map(|i| format!("  - {{file: {i}/prikaz.pdf, title: Приказ}}\n")).collect();
        let links: String = (0..n).map(|i| format!("[x](#file-prikaz-pdf-{i}) ")).collect();
        site.file(
            "content/news/a/index.md",
            format!("---\ntitle: Новость\ndate: 2026-11-20\nattachments:\n{all}---\n{links}\n"),
        );
    }),
    build("chain-of-documents", 100, |n, site| {
        for i in 0..n {
            document(site, i, i + 1);
        }
        document(site, n, n);
    }),
    build("circle-of-documents", 100, |n, site| {
        for i in 0..n {
            document(site, i, (i + 1) % n);
        }
    }),
    build("drawing", 2_000, |n, site| {
        site.file(
            "content/news/a.svg",
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\">{}{}</svg>",
                "<g>".repeat(n),
                "</g>".repeat(n)
            ),
        );
        site.news("b", "![Рисунок](a.svg)");
    }),
];

/// Sites without a mistake, and the same with one on every page.
pub(crate) const PAIRS: &[(Case, Case)] = &[
    (
        build("live-links", 400, |n, site| {
            pages(n, site, "date: 2026-11-20", "[x](/news/a0/) [[a1]] [y](a2.md)")
        }),
        build("dead-links", 400, |n, site| {
            pages(n, site, "date: 2026-11-20", "[x](/news/b0/) [[b1]] [y](b2.md)")
        }),
    ),
    (
        build("known-fields", 400, |n, site| pages(n, site, "date: 2026-11-20\ntags: [школа]", "Слова.")),
        build("strange-fields", 400, |n, site| pages(n, site, "date: 2026-11-20\nтеги: [школа]", "Слова.")),
    ),
    (
        build("right-days", 400, |n, site| pages(n, site, "date: 2026-11-20", "Слова.")),
        build("wrong-days", 400, |n, site| pages(n, site, "date: 2026-11-31", "Слова.")),
    ),
];

/// Pages with these fields and this text.
fn pages(n: usize, site: &mut Site, fields: &str, text: &str) {
    for i in 0..n.max(3) {
        site.file(
            &format!("content/news/a{i}.md"),
            format!("---\ntitle: Новость {i}\n{fields}\n---\n{text}\n"),
        );
    }
}

/// The fingerprint of the pages of `lock-of-moved`.
const FINGERPRINT: &str = "f9e3b04a66a39306";

fn document(site: &mut Site, i: usize, supersedes: usize) {
    let front =
        "doc_type: положение\ndate: 2026-11-20\nnumber: 1\nlegal_status: утратил силу\nlevel: локальный\n";
    site.file(
        &format!("content/regulations/d{i}.md"),
        format!("---\ntitle: Положение {i}\n{front}supersedes: [d{supersedes}]\n---\n1.1. Пункт.\n"),
    );
}
