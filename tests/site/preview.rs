//! The preview of a whole site through the real program, asked over the network as a browser asks.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::{SiteTest, news, photo};

/// A running preview, ended when dropped.
pub(crate) struct Preview {
    program: Child,
    address: String,
    said: Vec<String>,
}

impl Preview {
    pub(crate) fn of(site: &SiteTest) -> Self {
        let mut program = site.program(&["serve", "--today", "2026-11-21"]);
        let mut program = program.stdin(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(program.stderr.take().unwrap()).lines();
        let mut said = Vec::new();
        let address = loop {
            let line = lines.next().unwrap().unwrap();
            let found = line.split_once("http://").map(|(_, rest)| rest.trim_end_matches('/').to_owned());
            said.push(line);
            if let Some(address) = found {
                break address;
            }
        };
        // Somebody must go on listening, or the preview finds nobody to tell.
        std::thread::spawn(move || lines.for_each(drop));
        Self { program, address, said }
    }

    pub(crate) fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut text = Vec::new();
        stream.read_to_end(&mut text).unwrap();
        let text = String::from_utf8_lossy(&text).into_owned();
        (text.split(' ').nth(1).unwrap().parse().unwrap(), text)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
    }
}

#[test]
fn what_readers_do_not_see_is_shown_to_its_author_and_nowhere_else() {
    let hidden = |extra: &str, title: &str| {
        format!("---\ntitle: {title}\ndate: 2026-11-20\n{extra}\n---\nТекст слово-{title}.\n")
    };
    let site = SiteTest::new()
        .file("content/news/gotovo.md", news("Готово", "Текст."))
        .file("content/news/nabrosok.md", hidden("status: черновик", "Набросок") + "\n[Файл](proba.pdf)\n")
        .file("content/news/potom.md", hidden("publish_at: 2026-12-24", "Потом"))
        .file("content/news/proshlo.md", hidden("expires_at: 2026-11-01", "Прошло"))
        .file("content/news/proba.pdf", "%PDF-1.4");
    let preview = Preview::of(&site);
    let whys = [
        ("nabrosok", "Черновик, на сайте не виден"),
        ("potom", "Появится на сайте 24.12.2026"),
        ("proshlo", "Убрана с сайта 01.11.2026"),
    ];
    for (name, why) in whys {
        let (status, page) = preview.get(&format!("/news/{name}/"));
        assert_eq!(status, 200, "{name}: {page}");
        assert!(page.contains("class=\"kabinet-hidden\"") && page.contains(why), "{name}: {page}");
        assert!(page.contains("Текст слово-"), "{name}: the text is drawn");
    }
    assert!(!preview.get("/news/gotovo/").1.contains("kabinet-hidden"));
    for list in ["/", "/news/", "/map/", "/sitemap.xml", "/news/feed.xml", "/news/gotovo/"] {
        let (_, page) = preview.get(list);
        let names = ["Набросок", "nabrosok", "Потом", "potom", "Прошло", "proshlo"];
        assert!(names.iter().all(|name| !page.contains(name)), "{list}: {page}");
    }
    // Neither is what is published: the build knows nothing of all this.
    drop(preview);
    site.build().ok().lacks("news/nabrosok").lacks("news/potom").lacks("news/proshlo");
}

/// The kinds of the theme: what they are called, their folder, and the address of a page of theirs.
fn kinds(site: &SiteTest) -> Vec<(String, String, String)> {
    let mut kinds = Vec::new();
    for entry in std::fs::read_dir(site.path("themes/imc/kinds")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let said = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            line.map(str::to_owned)
        };
        let said = said("kind").and_then(|kind| Some((kind, said("folder")?, said("address")?)));
        kinds.extend(said);
    }
    kinds
}

#[test]
fn a_draft_of_any_kind_opens_with_its_title_alone_and_as_the_program_begins_it() {
    let mut site = SiteTest::new();
    let kinds = kinds(&site);
    assert!(kinds.len() >= 20, "{kinds:?}");
    let mut pages = Vec::new();
    for (kind, folder, address) in &kinds {
        let name = format!("proba-{}", kind.replace('_', "-"));
        let draft = format!("---\nназвание: Проба пера {kind}\nсостояние страницы: черновик\n---\nТекст.\n");
        site = site.file(&format!("content/{folder}/{name}.md"), draft);
        pages.push((address.replace("{id}", &name), format!("Проба пера {kind}")));
        let begun = site.run(&["new", kind, &format!("Начата {kind}")]);
        if begun.said().contains("черновик") {
            let name = format!("nachata-{}", kind.replace('_', "-"));
            pages.push((address.replace("{id}", &name), format!("Начата {kind}")));
        }
    }
    assert!(pages.len() > kinds.len() + 10, "{pages:?}");
    let preview = Preview::of(&site);
    for (address, title) in pages {
        let (status, page) = preview.get(&address);
        assert!(status == 200 && page.contains(&format!("<h1>{title}</h1>")), "{address} {status}: {page}");
        assert!(page.contains("class=\"kabinet-hidden\""), "{address}: {page}");
    }
    let (_, event) = preview.get("/events/proba-event/");
    assert!(event.contains("Черновик, на сайте не виден. Чтобы опубликовать, заполните: "), "{event}");
    let line = event.split("заполните: ").nth(1).unwrap().split('<').next().unwrap();
    let mut fields: Vec<&str> = line.split(", ").collect();
    fields.sort_unstable();
    assert_eq!(fields, ["Начало", "Форма"], "and nothing that is filled in already");
}

#[test]
fn a_draft_that_a_template_cannot_draw_says_which_field_it_asks_for() {
    let template =
        "{% extends \"entry.html\" %}{% block content %}{{ page.fields.start.text }}{% endblock %}";
    let draft = "---\nназвание: Семинар\nсостояние страницы: черновик\n---\nТекст.\n";
    let site = SiteTest::new()
        .file("themes/imc/templates/event.html", template)
        .file("content/events/a.md", draft)
        .file("content/news/b.md", news("Готово", "Текст."));
    let preview = Preview::of(&site);
    let (status, page) = preview.get("/events/a/");
    assert_eq!(status, 500, "{page}");
    for said in ["Эту страницу пока не показать", "«start»", "templates/event.html", "заполните: ", "Начало"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("ни разу не собрался"), "{page}");
    assert_eq!(preview.get("/news/b/").0, 200);
    drop(preview);
    site.build().ok();
}

#[test]
fn a_first_build_that_fails_promises_no_former_site() {
    let site = SiteTest::new().file("content/news/a.md", "---\ntitle: А\ndate: 31.02.2026\n---\n");
    let preview = Preview::of(&site);
    let said = preview.said.join("\n");
    assert!(said.contains("Показать пока нечего") && !said.contains("прежний сайт"), "{said}");
    assert_eq!(preview.get("/").0, 503);
}

#[test]
fn pictures_are_made_when_a_browser_asks_for_them() {
    let site = SiteTest::new()
        .file("content/news/a.md", news("Готово", "![Поля](a.jpg)"))
        .file(
            "content/news/b.md",
            news("Набросок", "![Поля](b.jpg)").replace("date:", "status: черновик\ndate:"),
        )
        .file("content/news/a.jpg", photo::from_phone(&photo::fields(500, 400), 1))
        .file("content/news/b.jpg", photo::from_phone(&photo::fields(500, 400), 1));
    let preview = Preview::of(&site);
    for name in ["a.jpg-400.webp", "a.jpg-500.jpg", "b.jpg-400.webp"] {
        let (code, text) = preview.get(&format!("/files/news/{name}"));
        assert!(code == 200 && !text.contains(photo::CAMERA), "{name} {code}");
    }
    assert!(preview.get("/files/news/a.jpg-400.webp").1.contains("image/webp"));
    // Nobody offers it whole; even so its author is shown no more than readers would be.
    assert!(!preview.get("/files/news/a.jpg").1.contains(photo::CAMERA));
    assert!(!site.path("public/index.html").exists());
}

#[test]
fn a_template_that_goes_gives_way_to_the_one_of_the_program() {
    let site = SiteTest::new()
        .file("content/news/a.md", news("Готово", "Текст."))
        .file("themes/imc/templates/news.html", "<!doctype html>Своё: {{ page.title }}");
    let preview = Preview::of(&site);
    assert!(preview.get("/news/a/").1.contains("Своё: Готово"));
    std::fs::remove_dir_all(site.path("themes")).unwrap();
    let until = Instant::now() + Duration::from_secs(30);
    while preview.get("/news/a/").1.contains("Своё: Готово") {
        assert!(Instant::now() < until, "the template that went is still in use");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(preview.get("/news/a/").1.contains("<h1"));
}
