//! YAML: front matter, list files, vocabularies, kinds, settings.

use super::measure::Site;
use super::{Case, build};

pub(crate) const CASES: &[Case] = &[
    build("unknown-fields", 500, |n, site| {
        front(site, &(0..n).map(|i| format!("поле{i}: слово\n")).collect::<String>())
    }),
    build("near-fields", 500, |n, site| {
        front(site, &(0..n).map(|i| format!("titl{i}: слово\n")).collect::<String>())
    }),
    build("fields-twice", 2_000, |n, site| front(site, &"summary: слово\n".repeat(n))),
    build("deep-flow", 5_000, |n, site| front(site, &format!("tags: {}\n", "[".repeat(n)))),
    build("deep-braces", 5_000, |n, site| {
        front(site, &format!("tags: {}{}\n", "{a: ".repeat(n), "}".repeat(n)))
    }),
    build("deep-dashes", 5_000, |n, site| front(site, &format!("tags:\n  {}x\n", "- ".repeat(n)))),
    build("deep-maps", 200, |n, site| {
        front(site, &(0..n).map(|i| format!("{}a:\n", " ".repeat(i))).collect::<String>())
    }),
    build("long-list", 2_000, |n, site| {
        front(site, &format!("tags:\n{}", (0..n).map(|i| format!("  - метка {i}\n")).collect::<String>()))
    }),
    build("list-on-a-line", 2_000, |n, site| {
        front(site, &format!("tags: [{}]\n", (0..n).map(|i| format!("м{i}")).collect::<Vec<_>>().join(", ")))
    }),
    build("commas", 2_000, |n, site| {
        front(site, &format!("tags: {}\n", (0..n).map(|i| format!("м{i}")).collect::<Vec<_>>().join(", ")))
    }),
    build("equal-slugs", 1_000, |n, site| {
        front(
            site,
            &format!(
                "tags:\n{}",
                (0..n)
                    .map(|i| format!("  - \"c{}{}\"\n", "+".repeat(i % 50 + 1), "#".repeat(i / 50 + 1)))
                    .collect::<String>()
            ),
        )
    }),
    build("dead-relations", 500, |n, site| {
        front(
            site,
            &format!(
                "events: [{}]\n",
                (0..n).map(|i| format!("vstrecha-{i}")).collect::<Vec<_>>().join(", ")
            ),
        );
        for i in 0..n {
            event(site, i);
        }
    }),
    build("relations", 300, |n, site| {
        front(
            site,
            &format!(
                "events: [{}]\n",
                (0..n).map(|i| format!("zasedanie-{i}")).collect::<Vec<_>>().join(", ")
            ),
        );
        for i in 0..n {
            event(site, i);
        }
    }),
    build("long-string", 20_000, |n, site| front(site, &format!("summary: \"{}\"\n", "слово ".repeat(n)))),
    build("long-plain", 20_000, |n, site| front(site, &format!("summary: {}\n", "слово: два ".repeat(n)))),
    build("long-quotes", 20_000, |n, site| front(site, &format!("summary: {}\n", "'слово' ".repeat(n)))),
    build("hashes", 20_000, |n, site| front(site, &format!("summary: слово {}\n", "#а ".repeat(n)))),
    build("colon-lines", 2_000, |n, site| {
        front(site, &format!("tags:\n{}", "  - слово: два: три\n".repeat(n)))
    }),
    build("open-quotes", 2_000, |n, site| front(site, &"summary: \"слово\n".repeat(n))),
    build("broken-lines", 2_000, |n, site| front(site, &"слово без двоеточия\n".repeat(n))),
    build("anchors", 2_000, |n, site| {
        front(site, &(0..n).map(|i| format!("a{i}: &a{i} x\n")).collect::<String>())
    }),
    build("aliases", 30, |n, site| {
        let lines = (1..n).map(|i| format!("a{i}: &a{i} [*a{0}, *a{0}, *a{0}]\n", i - 1)).collect::<String>();
        front(site, &format!("a0: &a0 [x, x]\n{lines}"));
    }),
    build("aliases-of-a-list", 2_000, |n, site| {
        front(site, &format!("tags: &a [{}]\nb: [{}]\n", "x, ".repeat(n), "*a, ".repeat(n)));
    }),
    build("merges", 2_000, |n, site| front(site, &"<<: *a\n".repeat(n))),
    build("long-keys", 200, |n, site| {
        front(site, &(0..n).map(|i| format!("{}{i}: x\n", "слово ".repeat(50))).collect::<String>())
    }),
    build("complex-keys", 2_000, |n, site| front(site, &"? [a, b]\n: x\n".repeat(n))),
    build("documents-in-one", 2_000, |n, site| front(site, &"a: b\n...\n".repeat(n))),
    build("deep-lists", 100, |n, site| {
        front(site, &(0..n).map(|i| format!("{}- a:\n", "  ".repeat(i))).collect::<String>())
    }),
    build("block-texts", 2_000, |n, site| front(site, &format!("summary: |\n{}", "  строка\n\n".repeat(n)))),
    build("tags-of-types", 2_000, |n, site| front(site, &"a: !!str x\n".repeat(n))),
    build("comments-in-fields", 5_000, |n, site| front(site, &"# заметка: раз # два\n".repeat(n))),
    build("long-value", 20_000, |n, site| front(site, &format!("events: {}\n", "a".repeat(n)))),
    build("long-key", 20_000, |n, site| front(site, &format!("{}: x\n", "a".repeat(n)))),
    build("tabs", 2_000, |n, site| front(site, &format!("tags:\n{}", "\t- слово\n".repeat(n)))),
    build("blank-lines", 10_000, |n, site| front(site, &format!("tags: [\n{}", "\n".repeat(n)))),
    build("list-file", 300, |n, site| list(site, n, "", "form: семинар")),
    build("bad-list-file", 300, |n, site| list(site, n, "", "форм: семинр\n    место: {школа: 1}")),
    build("shared-values", 200, |n, site| {
        let shared: String = (0..n).map(|i| format!("поле{i}: слово\n")).collect();
        list(site, n, &shared, "form: семинар");
    }),
    build("long-shared-value", 300, |n, site| {
        list(site, n, &format!("summary: {}\n", "слово ".repeat(n)), "form: семинар")
    }),
    build("equal-titles", 300, |n, site| {
        let items: String = (0..n)
            .map(|_| "  - title: Встреча\n    start: 2026-12-01\n    form: семинар\n".to_owned())
            .collect();
        site.file("content/events/plan.yaml", format!("items:\n{items}"));
    }),
    build("bad-terms", 500, |n, site| {
        vocabulary(site, n);
        let items: String = (0..n)
            .map(|i| format!("  - title: Встреча {i}\n    start: 2026-12-01\n    form: ужин{i}\n"))
            .collect();
        site.file("content/events/plan.yaml", format!("items:\n{items}"));
    }),
    build("vocabulary", 1_000, |n, site| vocabulary(site, n)),
    build("kinds", 50, |n, site| {
        for i in 0..n {
            site.file(&format!("content/kinds/k{i}.yaml"), format!("kind: k{i}\nlabel: Вид {i}\ntitle: Виды {i}\nfolder: k{i}\naddress: /k{i}/{{id}}/\ntemplate: page.html\n"));
            site.file(&format!("content/k{i}/a{i}.md"), "---\ntitle: Запись\n---\nа:б\n");
        }
    }),
    build("kind-of-many-fields", 200, |n, site| {
        let fields: String = (0..n).map(|i| format!("  f{i}: {{type: text, label: Поле {i}}}\n")).collect();
        site.file("content/kinds/k.yaml", format!("kind: k\nlabel: Вид\ntitle: Виды\nfolder: k\naddress: /k/{{id}}/\ntemplate: page.html\nfields:\n{fields}"));
        let values: String = (0..n).map(|i| format!("f{i}:слово\nт{i}: слово\n")).collect();
        site.file("content/k/a.md", format!("---\ntitle: Запись\n{values}---\nТекст\n"));
    }),
    build("settings", 500, |n, site| {
        let unknown: String = (0..n).map(|i| format!("nastroyka{i}: x\n")).collect();
        let removed: String = (0..n).map(|i| format!("  - /a{i}/\n")).collect();
        site.file(
            "content/site.yaml",
            format!("title: Центр\nbase_url: https://centre.example/\n{unknown}removed:\n{removed}"),
        );
    }),
];

fn front(site: &mut Site, fields: &str) {
    site.file("content/news/a.md", format!("---\ntitle: Новость\ndate: 2026-11-20\n{fields}---\nТекст\n"));
}

fn event(site: &mut Site, i: usize) {
    site.file(
        &format!("content/events/zasedanie-{i}.md"),
        format!("---\ntitle: Заседание {i}\nstart: 2026-12-01 10:00\nform: семинар\n---\nТекст\n"),
    );
}

fn list(site: &mut Site, n: usize, shared: &str, more: &str) {
    let items: String =
        (0..n).map(|i| format!("  - title: Встреча {i}\n    start: 2026-12-01\n    {more}\n")).collect();
    site.file("content/events/plan.yaml", format!("{shared}items:\n{items}"));
}

fn vocabulary(site: &mut Site, n: usize) {
    let terms: String = (0..n).map(|i| format!("  - {{id: f{i}, label: Форма {i}}}\n")).collect();
    site.file(
        "content/vocabularies/event-forms.yaml",
        format!("vocabulary: event-forms\nlabel: Формы\nterms:\n{terms}"),
    );
}
