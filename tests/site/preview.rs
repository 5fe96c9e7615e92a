//! The preview of a whole site through the real program, asked over the network as a browser asks.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::{SiteTest, news, photo};

/// A running preview, ended when dropped.
struct Preview {
    program: Child,
    address: String,
    said: Vec<String>,
}

impl Preview {
    fn of(site: &SiteTest) -> Self {
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

    fn get(&self, path: &str) -> (u16, String) {
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
