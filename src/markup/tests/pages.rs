//! Ordinary pages: headings, links, tables, images, raw HTML.

use super::super::LinkKind;
use super::{PLAIN, bare, ids, outlined, rendered};

#[test]
fn headings_begin_at_the_second_level_with_anchors() {
    let text = "# Цели\n\n## Задачи\n\n# Цели\n\n### Итог {#itog}\n";
    let page = rendered(text, PLAIN);
    assert!(page.html.starts_with("<h2 id=\"tseli\">Цели</h2>\n<h3 id=\"zadachi\">"), "{}", page.html);
    assert_eq!(ids(&page.html), ["tseli", "zadachi", "tseli-2", "itog"]);
    assert_eq!(outlined(text, PLAIN).anchors, ids(&page.html));
    assert_eq!(page.toc.iter().map(|entry| entry.level).collect::<Vec<_>>(), [2, 3, 2, 4]);
}

#[test]
fn parts_hold_their_own_text() {
    let text = "Вступление.\n\n## Раз\n\nАбзац с\nпереносом.\n\n- пункт\n  - ниже\n\n| А | Б |\n|---|---|\n| 1 | 2 |\n";
    let outline = outlined(text, PLAIN);
    assert_eq!(outline.sections[0].text, "Вступление.");
    assert_eq!(outline.sections[1].text, "Абзац с переносом.\nпункт\nниже\nА · Б\n1 · 2");
    assert_eq!(outline.sections[1].heading, "Раз");
}

#[test]
fn clauses_are_off_unless_asked_for() {
    let html = bare("5. Пятое\n\n1.1. Текст п. 1.1", PLAIN);
    assert_eq!(html, "<ol start=\"5\">\n<li>Пятое</li>\n</ol>\n<p>1.1. Текст п. 1.1</p>\n");
}

#[test]
fn links_are_resolved_or_plain() {
    let html = rendered(
        "[a](https://x.ru/?a=1&b=2) [b](../material/x.md) [c](/contacts/) [d](missing.md) [e](#here) <imc@x.ru>",
        PLAIN,
    )
    .html;
    assert_eq!(
        html,
        "<p><a href=\"https://x.ru/?a=1&amp;b=2\" rel=\"noopener\">a</a> <a href=\"/imc/files/material/x.md\">b</a> \
         <a href=\"/imc/contacts/\">c</a> d <a href=\"#here\">e</a> <a href=\"mailto:imc@x.ru\">imc@x.ru</a></p>\n"
    );
}

#[test]
fn images_are_lazy_and_described() {
    let html = rendered(
        "![Фото *семинара*](photo.jpg \"Подпись\") ![нет](missing.png) ![чужое](https://x.ru/a.png)",
        PLAIN,
    );
    assert_eq!(
        html.html,
        "<p><img src=\"/imc/files/photo.jpg\" title=\"Подпись\" width=\"640\" height=\"480\" loading=\"lazy\" \
         decoding=\"async\" alt=\"Фото семинара\"> нет чужое</p>\n"
    );
    let links = outlined("![](photo.jpg)", PLAIN).links;
    assert!(links[0].image && links[0].text.is_empty() && links[0].kind == LinkKind::Path);
}

#[test]
fn tables_scroll_and_say_what_heads_are() {
    let page = rendered("| | Б |\n|---|--:|\n| 1 | 2 |", PLAIN);
    assert!(page.has_table);
    assert_eq!(
        page.html,
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\">\n<table>\n<thead>\n<tr>\n<td></td>\n\
         <th scope=\"col\" class=\"align-right\">Б</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n\
         <td class=\"align-right\">2</td>\n</tr>\n</tbody>\n</table>\n</div>\n"
    );
}

#[test]
fn footnotes_stand_at_the_end_and_lead_back() {
    let html = bare("Слово[^a] и[^a].\n\n[^a]: Пояснение.\n\nДальше.", PLAIN);
    assert!(html.contains("<p>Дальше.</p>\n<section class=\"footnotes\" role=\"doc-endnotes\">"), "{html}");
    assert!(html.contains("href=\"#fn-1\" id=\"fnref-1-2\">1</a></sup>"), "{html}");
    assert!(html.contains("<li id=\"fn-1\"><p>Пояснение. <a class=\"footnote-back\""), "{html}");
}

#[test]
fn raw_html_is_an_allow_list() {
    for (raw, kept) in [
        ("<script>alert(1)</script>", ""),
        ("x <script>alert(1)</script> y", "x"),
        ("<b onclick=\"alert(1)\">x</b>", "<b>x</b>"),
        ("<img src=\"x.png\" onerror=\"alert(1)\" alt=\"a\">", "alt=\"a\""),
        ("<a href=\"javascript:alert(1)\">x</a>", "x</a>"),
        ("[x](javascript:alert%281%29)", "x"),
        ("<p style=\"position:fixed\">x</p>", "<p>x</p>"),
        ("<style>body { display: none }</style>", ""),
        ("<svg onload=alert(1)>", ""),
        ("<iframe src=\"https://evil.example/a\"></iframe>", ""),
        ("<iframe src=\"http://rutube.ru/a\"></iframe>", ""),
        ("<iframe src=\"https://rutube.ru.evil.example/a\"></iframe>", ""),
        ("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", ""),
        (
            "<iframe src=\"https://rutube.ru/play/1\" onload=\"x\"></iframe>",
            "src=\"https://rutube.ru/play/1\"",
        ),
        ("<textarea>", ""),
        ("<!-- x", ""),
    ] {
        let html = rendered(&format!("{raw}\n\nдальше"), PLAIN).html;
        assert!(html.contains(kept), "{raw}: {html}");
        assert!(html.contains("дальше") || raw.starts_with("<!--"), "{raw}: {html}");
        for never in ["alert", "script", "onload", "onerror", "onclick", "style", "evil", "srcdoc", "http://"]
        {
            let allowed = html.replace("allow-scripts", "");
            assert!(!allowed.contains(never), "{raw}: {html}");
        }
    }
}

#[test]
fn removed_html_is_told() {
    let text = "<marquee>бегущая строка</marquee>\n\nи <b>жирное</b> <object data=x>";
    let told: Vec<_> = outlined(text, PLAIN).diagnostics;
    assert_eq!(told.iter().map(|d| d.rule.0).collect::<Vec<_>>(), ["html-removed", "html-removed"]);
    assert_eq!(&text[told[1].labels[0].span.range()], "<object data=x>");
}

#[test]
fn raw_html_cannot_repeat_an_anchor_or_leave_elements_open() {
    let html = rendered("<div id=\"tsel\">\n\n## Цель\n\n<span>", PLAIN).html;
    assert_eq!(ids(&html), ["tsel", "tsel-2"], "{html}");
    let html = rendered("## Цель\n\n<div id=\"tsel\">\n\n<span>", PLAIN).html;
    assert_eq!(ids(&html), ["tsel"], "{html}");
    assert!(html.trim_end().ends_with("</div>"), "{html}");
}

#[test]
fn text_is_escaped_everywhere() {
    let html = rendered("a < b & \"c\" `<i>` [x](<a \"b>) ![\"><b>](p.png)", PLAIN).html;
    assert!(html.contains("a &lt; b &amp; &quot;c&quot; <code>&lt;i&gt;</code>"), "{html}");
    assert!(html.contains("href=\"/imc/files/a%20%22b\""), "{html}");
}

#[test]
fn legal_punctuation_stays_as_typed() {
    assert_eq!(bare("\"МУ\" -- и... № 5", PLAIN), "<p>&quot;МУ&quot; -- и... № 5</p>\n");
}

#[test]
fn bare_addresses_are_links() {
    let html =
        bare("Сайт https://edu.gov.ru/a_b_c?x=1&y=2, почта imc@x.ru; `https://no.ru` [a@b.ru](/c/)", PLAIN);
    assert_eq!(
        html,
        "<p>Сайт <a href=\"https://edu.gov.ru/a_b_c?x=1&amp;y=2\" rel=\"noopener\">https://edu.gov.ru/a_b_c?x=1&amp;y=2</a>, \
         почта <a href=\"mailto:imc@x.ru\">imc@x.ru</a>; <code>https://no.ru</code> <a href=\"/c/\">a@b.ru</a></p>\n"
    );
    assert_eq!(outlined("см. https://x.ru", PLAIN).links[0].kind, LinkKind::External);
}

#[test]
fn addresses_in_raw_html_are_resolved_and_told() {
    let text = "<img src=\"фото.jpg\" alt=\"Зал\"> <a href='/contacts/'>к</a> <iframe src=\"https://evil.example/v\"></iframe>";
    let html = rendered(text, PLAIN).html;
    assert!(html.contains("<img src=\"/imc/files/фото.jpg\" alt=\"Зал\">"), "{html}");
    assert!(html.contains("<a href=\"/imc/contacts/\" rel=\"noopener\">к</a>"), "{html}");
    let outline = outlined(text, PLAIN);
    assert_eq!(
        outline.links.iter().map(|l| (&text[l.span.range()], l.image)).collect::<Vec<_>>(),
        [("фото.jpg", true), ("/contacts/", false)]
    );
    assert_eq!(outline.frames[0].address, "https://evil.example/v");
    assert!(!super::super::frame_allowed(
        &outline.frames[0].address,
        &[crate::address::Host::parse("rutube.ru").expect("a host")]
    ));
}

#[test]
fn pictures_of_other_sites_are_told() {
    let text = "![зал](https://x.ru/a.png) <img src=\"//x.ru/b.png\" alt=\"зал\"> ![зал](a.png)";
    let told: Vec<_> = outlined(text, PLAIN).diagnostics;
    assert_eq!(told.iter().map(|d| d.rule.0).collect::<Vec<_>>(), ["image-foreign", "image-foreign"]);
    assert!(!rendered(text, PLAIN).html.contains("x.ru"));
}

#[test]
fn a_link_without_words_leaves_a_place_for_the_title() {
    let outline = outlined("# О центре\n\n  См. [[ustav#2.4]] и [[ustav|устав]].", PLAIN);
    let section = &outline.sections[0];
    assert_eq!(section.text, "См.  и устав.");
    assert_eq!(
        section.text_with(|link| format!("«{}»", outline.links[link].target)),
        "См. «ustav#2.4» и устав."
    );
}
