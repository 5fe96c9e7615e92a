//! Markdown: blocks, inlines, links, and the clause engine.

use super::measure::Site;
use super::{Case, build};

pub(crate) const CASES: &[Case] = &[
    build("equal-headings", 2_000, |n, site| site.news("a", &"## Раздел\n\nТекст.\n\n".repeat(n))),
    build("long-headings", 200, |n, site| {
        site.news("a", &format!("## {}\n\nТекст.\n\n", "слово ".repeat(40)).repeat(n))
    }),
    build("equal-clauses", 2_000, |n, site| site.regulation("a", &"1.1. Пункт положения.\n\n".repeat(n))),
    build("equal-sections", 1_000, |n, site| {
        site.regulation("a", &"## 1. Раздел\n\n1.1. Пункт.\n\n".repeat(n))
    }),
    build("clauses-in-order", 2_000, clauses_in_order),
    build("annexes", 500, |n, site| {
        site.regulation("a", &"## Приложение\n\n## 1. Раздел\n\n1.1. Пункт.\n\n".repeat(n))
    }),
    build("mixed-numbering", 500, mixed_numbering),
    build("clause-items", 1_000, |n, site| {
        site.regulation("a", &format!("1.1. Пункт:\n\n{}", "а) буква;\n\n".repeat(n)))
    }),
    build("clause-list", 1_000, |n, site| {
        site.regulation("a", &format!("1.1. Пункт:\n\n{}", "- 1.2. вид;\n- знак;\n".repeat(n)))
    }),
    build("clause-references", 1_000, clause_references),
    build("dead-clause-references", 1_000, |n, site| {
        site.regulation(
            "a",
            &format!("1.1. Пункт.\n\n{}", "см. пункт 3.2.5 настоящего Положения\n".repeat(n)),
        );
    }),
    build("wiki-clauses", 1_000, wiki_clauses),
    build("fragments", 1_000, fragments),
    build("dead-fragments", 1_000, |n, site| {
        site.news("a", &(0..n).map(|i| format!("## Раз{i}\n\n[x](#net-{i})\n\n")).collect::<String>())
    }),
    build("nested-lists", 60, |n, site| site.news("a", &nested(n, "- пункт"))),
    build("nested-ordered-lists", 60, |n, site| site.regulation("a", &nested(n, "1. пункт"))),
    build("list-markers-on-a-line", 2_000, |n, site| site.news("a", &format!("{}x", "- ".repeat(n)))),
    build("list-markers-and-tabs", 2_000, |n, site| site.news("a", &format!("{}x", "-\t".repeat(n)))),
    build("list-markers-on-lines", 100, |n, site| {
        site.news("a", &format!("{}x\n", "- ".repeat(50)).repeat(n))
    }),
    build("numbers-on-a-line", 2_000, |n, site| site.regulation("a", &format!("{}x", "1. ".repeat(n)))),
    build("lists-in-quotes", 2_000, |n, site| site.news("a", &format!("{}x", "> - ".repeat(n)))),
    build("quotes-in-lists", 300, |n, site| {
        site.news("a", &format!("{}x\n\n", "- > 1. ".repeat(20)).repeat(n))
    }),
    build("notes-in-notes", 1_000, |n, site| {
        site.news("a", &(0..n).map(|i| format!("[^{i}]: [^{}]\n\n", i + 1)).collect::<String>())
    }),
    build("links-in-links-of-markdown", 1_000, |n, site| {
        site.news("a", &format!("{}x{}", "[".repeat(n), "](b)".repeat(n)))
    }),
    build("emphasis-in-emphasis", 1_000, |n, site| {
        site.news("a", &format!("{}x{}", "**a ".repeat(n), " b**".repeat(n)))
    }),
    build("wordless-links", 2_000, |n, site| site.news("a", &"[[a]] ".repeat(n))),
    build("words-without-spaces", 2_000, |n, site| site.news("a", &"слово[[a]]".repeat(n))),
    build("headings", 1_000, |n, site| site.news("a", &"# а\n\n".repeat(n))),
    build("cells", 2_000, |n, site| site.news("a", &format!("|а|б|\n|---|---|\n{}", "|||\n".repeat(n)))),
    build("definition-lists", 1_000, |n, site| site.news("a", &"а\n: б\n\n".repeat(n))),
    build("mail-addresses", 2_000, |n, site| site.news("a", &"a@b.example ".repeat(n))),
    build("quotes", 2_000, |n, site| site.news("a", &format!("{}x", ">".repeat(n)))),
    build("quote-lines", 300, |n, site| site.news("a", &format!("{}x\n", "> ".repeat(40)).repeat(n))),
    build("emphasis", 5_000, |n, site| {
        site.news("a", &format!("{}x{}", "*a **b ".repeat(n), "c** d*".repeat(n)))
    }),
    build("weekdays", 3_000, |n, site| site.news("a", &"вторник, 3 декабря 2026 года и ещё ".repeat(n))),
    build("marks-of-other-programs", 3_000, |n, site| {
        site.news("a", &"==а== H~2~O [b]в[/b] [x][y] {{ a }} :smile: ** а ** <!-- ".repeat(n))
    }),
    build("open-emphasis", 5_000, |n, site| site.news("a", &"*a _b ~~c **d ".repeat(n))),
    build("open-brackets", 20_000, |n, site| site.news("a", &"[".repeat(n))),
    build("references-to-nothing", 10_000, |n, site| site.news("a", &"[a] - [ ] ".repeat(n))),
    build("open-links", 5_000, |n, site| site.news("a", &"[a](".repeat(n))),
    build("open-wiki-links", 5_000, |n, site| site.news("a", &"[[a".repeat(n))),
    build("open-images", 5_000, |n, site| site.news("a", &"![".repeat(n))),
    build("nested-images", 300, |n, site| {
        site.news("a", &format!("{}x{}", "![".repeat(n), "](a.png)".repeat(n)))
    }),
    build("backticks", 300, |n, site| {
        site.news("a", &(1..n).map(|i| format!("{} ", "`".repeat(i))).collect::<String>())
    }),
    build("open-fences", 2_000, |n, site| site.news("a", &"> ```\n\n".repeat(n))),
    build("footnotes", 1_000, footnotes),
    build("dead-footnotes", 3_000, |n, site| {
        site.news("a", &(0..n).map(|i| format!("слово[^n{i}] ")).collect::<String>())
    }),
    build("definitions", 2_000, |n, site| {
        site.news("a", &(0..n).map(|i| format!("[a{i}]: /b{i}/\n")).collect::<String>())
    }),
    build("link-expansion", 300, |n, site| {
        site.news("a", &format!("{}\n\n[a]: https://e.example/{}\n", "[a] ".repeat(n), "x".repeat(n)));
    }),
    build("table-rows", 1_000, |n, site| {
        site.news("a", &format!("|а|б|\n|---|---|\n{}", "|в|г|\n".repeat(n)))
    }),
    build("table-columns", 1_000, |n, site| {
        site.news("a", &format!("|{}\n|{}\n|{}\n", "а|".repeat(n), "---|".repeat(n), "в|".repeat(n)))
    }),
    build("table-short-rows", 100, |n, site| {
        site.news("a", &format!("|{}\n|{}\n{}", "а|".repeat(n), "---|".repeat(n), "|в|\n".repeat(n)))
    }),
    build("autolinks", 2_000, |n, site| {
        site.news("a", &"https://a.example/x, почта: imc@a.example ".repeat(n))
    }),
    build("half-addresses", 10_000, |n, site| site.news("a", &"xhttps://".repeat(n))),
    build("address-brackets", 10_000, |n, site| {
        site.news("a", &format!("https://a.example/{}", ")".repeat(n)))
    }),
    build("at-signs", 20_000, |n, site| site.news("a", &"a@".repeat(n))),
    build("dots", 20_000, |n, site| site.news("a", &"www.a".repeat(n))),
    build("indented-paragraphs", 3_000, |n, site| site.news("a", &"\tАбзац о семинаре.\n".repeat(n))),
    build("indented-lines", 3_000, |n, site| {
        site.news("a", &format!("Начало.\n{}", "    Строка абзаца.\n".repeat(n)))
    }),
    build("formulas", 500, |n, site| site.news("a", &"$\\frac{a}{b^2}$ и <b>$x$</b>\n".repeat(n))),
    build("formula-signs", 5_000, |n, site| site.news("a", &"$x ".repeat(n))),
    build("nested-formula", 20, |n, site| {
        site.news("a", &format!("${}x{}$\n", "\\sqrt{".repeat(n), "}".repeat(n)));
    }),
    build("stray-marks", 5_000, |n, site| site.news("a", &"__а {w [а] (б ](в ".repeat(n))),
    build("lists-of-word", 3_000, |n, site| site.news("a", &"• пункт\n".repeat(n))),
    build("misread", 5_000, |n, site| site.news("a", &"РџСЂРё Ïðèâ ".repeat(n))),
    build("entities", 10_000, |n, site| site.news("a", &"&amp;&laquo;&#1040;&нет;".repeat(n))),
    build("long-line", 20_000, |n, site| site.news("a", &"слово ".repeat(n))),
    build("long-word", 20_000, |n, site| site.news("a", &"сл".repeat(n))),
    build("no-break-spaces", 20_000, |n, site| site.news("a", &"\u{a0}".repeat(n))),
    build("look-alikes", 2_000, |n, site| site.news("a", &"Cеминар о шкoле ".repeat(n))),
    build("many-lines", 10_000, |n, site| site.news("a", &"строка\n".repeat(n))),
];

fn clauses_in_order(n: usize, site: &mut Site) {
    let text: String = (0..n).map(|i| format!("{}.{}. Пункт.\n\n", i / 900 + 1, i % 900 + 1)).collect();
    site.regulation("a", &text);
}

fn mixed_numbering(n: usize, site: &mut Site) {
    let text: String = (0..n)
        .map(|i| format!("## {}. Раздел\n\n## {}. Раздел\n\n", ["I", "V", "X"][i % 3], i % 900 + 1))
        .collect();
    site.regulation("a", &text);
}

fn clause_references(n: usize, site: &mut Site) {
    let text: String = (0..n)
        .map(|i| format!("1.{0}. По пункту 1.{0} и подпункту «а» пункта 1.1.\n\n", i % 900 + 1))
        .collect();
    site.regulation("a", &text);
}

fn wiki_clauses(n: usize, site: &mut Site) {
    clauses_in_order(n, site);
    let text: String = (0..n)
        .map(|i| {
            format!("[[a#{}.{}]] и [[a#{}.{}|слова]]\n", i / 900 + 1, i % 900 + 1, i / 900 + 1, i % 900 + 1)
        })
        .collect();
    site.news("b", &text);
}

fn fragments(n: usize, site: &mut Site) {
    let text: String = (0..n).map(|i| format!("## Раздел {i}\n\n[сюда](#razdel-{i})\n\n")).collect();
    site.news("a", &text);
}

fn footnotes(n: usize, site: &mut Site) {
    let used: String = (0..n).map(|i| format!("слово[^{i}]\n")).collect();
    let told: String = (0..n).map(|i| format!("[^{i}]: сноска\n\n")).collect();
    site.news("a", &format!("{used}\n{told}"));
}

fn nested(n: usize, item: &str) -> String {
    (0..n).map(|depth| format!("{}{item}\n", "   ".repeat(depth))).collect()
}
