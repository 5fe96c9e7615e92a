//! The preview, asked over the network as a browser asks.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail loudly")]

mod hostile;
mod rest;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use kabinet::artifact::{Artifact, Content, OutPath};
use kabinet::serve::{
    self, Lying, Message, PageNote, Pages, Preview, Running, ServeError, ServeEvent, ServeOptions,
    Unpublished, Weight,
};

/// A stuck test ends some day; no test waits this long for an answer it expects.
const FOR_EVER: Duration = Duration::from_secs(60);

struct Answer {
    status: u16,
    head: String,
    body: String,
}

fn connect(running: &Running, request: &str) -> BufReader<TcpStream> {
    let address = running.url().strip_prefix("http://").unwrap().split('/').next().unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(FOR_EVER)).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    BufReader::new(stream)
}

fn ask_as(running: &Running, host: &str, path: &str) -> Answer {
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    let mut text = String::new();
    connect(running, &request).read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
}

fn ask(running: &Running, path: &str) -> Answer {
    ask_as(running, "localhost:4000", path)
}

fn artifact(path: &str, text: &str) -> Artifact {
    Artifact::bytes(OutPath::new(path).unwrap(), text)
}

fn page(text: &str) -> Artifact {
    artifact("index.html", &format!("<!doctype html><body>{text}</body>"))
}

/// A site of given files.
#[derive(Clone, Default)]
struct Made {
    files: Vec<Artifact>,
    notes: BTreeMap<String, PageNote>,
    /// A page that cannot be drawn.
    failed: Option<&'static str>,
    /// Data that are not made yet.
    making: Option<&'static str>,
}

impl Pages for Made {
    fn file(&self, path: &str) -> Option<Lying> {
        if self.failed == Some(path) {
            return Some(Lying::Failed);
        }
        if self.making == Some(path) {
            return Some(Lying::Making);
        }
        let found = self.files.iter().find(|file| file.path.as_str() == path)?;
        Some(Lying::File(found.content.clone()))
    }

    fn has(&self, path: &str) -> bool {
        self.file(path).is_some()
    }

    fn note(&self, path: &str) -> Option<PageNote> {
        self.notes.get(path).cloned()
    }

    fn written_in(&self, source: &str) -> Option<String> {
        self.notes.iter().find(|(_, note)| note.source == source).map(|(path, _)| path.clone())
    }

    fn unpublished(&self) -> Vec<Unpublished> {
        let hidden = self.notes.iter().filter_map(|(path, note)| {
            let (source, why) = (note.source.clone(), note.hidden.clone()?);
            Some(Unpublished { path: path.clone(), title: source.clone(), source, why })
        });
        hidden.collect()
    }

    fn fingerprint(&self) -> String {
        format!("{:?}", self.files)
            .bytes()
            .fold(7_u64, |sum, byte| sum.wrapping_mul(31) + u64::from(byte))
            .to_string()
    }
}

/// What a build gives whose pages are these.
fn made(files: Vec<Artifact>) -> Preview {
    site(Made { files, ..Made::default() })
}

fn site(made: Made) -> Preview {
    Preview { site: Some(Arc::new(made)), ..Preview::default() }
}

fn free() -> ServeOptions {
    ServeOptions { port: Some(0), ..ServeOptions::default() }
}

fn show(artifacts: Vec<Artifact>, base_path: &str) -> Running {
    show_from(&free(), artifacts, base_path)
}

fn show_from(options: &ServeOptions, artifacts: Vec<Artifact>, base_path: &str) -> Running {
    let base_path = base_path.to_owned();
    let build = move |_| Preview { base_path: base_path.clone(), ..made(artifacts.clone()) };
    serve::start(options, build, |_| {}).unwrap()
}

fn error(headline: &str) -> Message {
    Message {
        weight: Weight::Error,
        rule: "schedule-ends-before-start".to_owned(),
        place: "content/events/семинар.md:5:7".to_owned(),
        headline: headline.to_owned(),
        details: String::new(),
        help: Vec::new(),
    }
}

/// What a page is told, one state after another.
struct Told(BufReader<TcpStream>);

impl Told {
    fn listen(running: &Running) -> Self {
        let request = "GET /_kabinet/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        Self(connect(running, request))
    }

    fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the preview hung up");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data.trim_end()).unwrap();
            }
        }
    }
}

#[test]
fn pages_come_with_the_script_and_other_files_as_they_are() {
    let running = show(vec![page("дом"), artifact("assets/style.css", "body{}")], "");
    let home = ask(&running, "/");
    assert_eq!(home.status, 200);
    assert!(home.head.contains("content-type: text/html; charset=utf-8"));
    assert!(home.body.contains("дом<script src=\"/_kabinet/preview.js\" data-site=\""));
    assert!(home.body.ends_with("defer></script></body>"), "a strict policy forbids scripts inside the page");
    let style = ask(&running, "/assets/style.css");
    assert_eq!((style.status, style.body.as_str()), (200, "body{}"));
    assert!(style.head.contains("content-type: text/css"));
    for own in ["/_kabinet/preview.js", "/_kabinet/preview.css"] {
        assert_eq!(ask(&running, own).status, 200);
    }
}

#[test]
fn folders_have_an_index_and_their_names_a_slash() {
    let running = show(vec![page("дом"), artifact("документы/index.html", "список")], "");
    let path = "/%D0%B4%D0%BE%D0%BA%D1%83%D0%BC%D0%B5%D0%BD%D1%82%D1%8B";
    let answer = ask(&running, &format!("{path}?q=1"));
    assert_eq!(answer.status, 307);
    assert!(answer.head.contains(&format!("location: {path}/?q=1").to_ascii_lowercase()));
    assert!(ask(&running, &format!("{path}/")).body.starts_with("список"));
}

#[test]
fn the_site_says_itself_that_there_is_nothing() {
    let running = show(vec![page("дом"), artifact("404.html", "<p>Нет такой страницы</p>")], "");
    for path in ["/nowhere", "/nowhere/", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/%ff"] {
        let answer = ask(&running, path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.contains("Нет такой страницы"), "{path}");
    }
}

#[test]
fn a_site_under_a_path_is_served_under_it() {
    let running = show(vec![page("дом"), artifact("a.txt", "а")], "/imc");
    assert!(running.url().ends_with("/imc/"));
    assert_eq!(ask(&running, "/imc/a.txt").body, "а");
    assert_eq!((ask(&running, "/a.txt").status, ask(&running, "/imcx/a.txt").status), (404, 404));
    for path in ["/", "/imc"] {
        let answer = ask(&running, path);
        assert!(
            answer.status == 307 && answer.head.contains("location: /imc/\r\n"),
            "{path}: {}",
            answer.head
        );
    }
}

#[test]
fn a_page_that_readers_do_not_see_says_so() {
    let note = |hidden: Option<&str>| PageNote {
        source: "content/news/a.md".to_owned(),
        hidden: hidden.map(str::to_owned),
    };
    let notes = [("index.html", None), ("news/a/index.html", Some("Черновик, на сайте <не> виден"))];
    let whole = Made {
        files: vec![page("дом"), artifact("news/a/index.html", "<body class=\"x\">текст</body>")],
        notes: notes.into_iter().map(|(path, hidden)| (path.to_owned(), note(hidden))).collect(),
        ..Made::default()
    };
    let build = move |_| Preview {
        messages: vec![Message { place: "content/news/a.md:2:1".to_owned(), ..error("x") }],
        ..site(whole.clone())
    };
    let running = serve::start(&free(), build, |_| {}).unwrap();
    let draft = ask(&running, "/news/a/").body;
    let line = "<p class=\"kabinet-hidden\" role=\"note\">Черновик, на сайте &lt;не> виден</p>текст";
    assert!(
        draft.starts_with("<body class=\"x\"><link rel=\"stylesheet\"") && draft.contains(line),
        "{draft}"
    );
    assert!(draft.contains("data-source=\"content/news/a.md\""), "{draft}");
    assert!(!ask(&running, "/").body.contains("kabinet-hidden"));
    assert_eq!(ask(&running, "/_kabinet/hidden.css").status, 200);
    let told = Told::listen(&running).next();
    let (file, page) = (&told["messages"][0]["file"], &told["messages"][0]["page"]);
    assert_eq!((file, page), (&"content/news/a.md".into(), &"/".into()), "the first page of the file");
}

/// A site with one page made of one source; the word `ошибка` in it is an error, `сбой` a fault of kabinet.
fn watched(folder: &Path) -> (Running, mpsc::Receiver<ServeEvent>) {
    let content = folder.join("content");
    let source = content.join("page.md");
    let build = move |_| match std::fs::read_to_string(&source).unwrap_or_default() {
        text if text.contains("сбой") => panic!("a fault on purpose"),
        text if text.contains("ошибка") => {
            Preview { messages: vec![error(&text)], ..Preview::default() }
        }
        text => made(vec![page(&text)]),
    };
    let (tell, told) = mpsc::channel();
    let options = ServeOptions { watch: vec![content], ..free() };
    let say = move |event: &ServeEvent| tell.send(event.clone()).unwrap_or_default();
    (serve::start(&options, build, say).unwrap(), told)
}

#[test]
fn a_change_is_built_and_told_to_open_pages() {
    let folder = tempfile::tempdir().unwrap();
    let source = source_in(folder.path());
    put(&source, "первая");
    let (running, _) = watched(folder.path());
    let mut told = Told::listen(&running);
    let first = told.next()["site"].clone();
    assert!(ask(&running, "/").body.contains(&format!("data-site={first}")));
    put(&source, "вторая");
    assert_ne!(told.next()["site"], first);
    assert!(ask(&running, "/").body.contains("вторая"));
}

#[test]
fn errors_leave_the_last_good_site_and_are_told_until_mended() {
    let folder = tempfile::tempdir().unwrap();
    let source = source_in(folder.path());
    put(&source, "хорошая");
    let (running, _) = watched(folder.path());
    let mut told = Told::listen(&running);
    let good = told.next();
    assert_eq!(good["errors"], 0);
    for broken in ["ошибка", "сбой"] {
        put(&source, broken);
        let state = told.next();
        assert_eq!((&state["site"], &state["errors"]), (&good["site"], &1.into()));
        assert_eq!(state["words"]["title"], "1 ошибка");
        assert!(ask(&running, "/").body.contains("хорошая"));
        // A page opened later learns of the same.
        assert_eq!(Told::listen(&running).next(), state);
    }
    put(&source, "хорошая");
    assert_eq!(told.next(), good);
}

#[test]
fn the_preview_starts_with_a_broken_site_and_shows_it_once_mended() {
    let folder = tempfile::tempdir().unwrap();
    let source = source_in(folder.path());
    put(&source, "ошибка");
    let (running, events) = watched(folder.path());
    assert_eq!(
        events.recv().unwrap(),
        ServeEvent::Built { errors: 1, warnings: 0, changed: true, shown: false }
    );
    let answer = ask(&running, "/");
    assert!(answer.status == 503 && answer.body.contains("data-site=\"\""));
    let mut told = Told::listen(&running);
    assert_eq!(told.next()["messages"][0]["place"], "content/events/семинар.md:5:7");
    put(&source, "исправлено");
    assert_eq!(told.next()["errors"], 0);
    assert!(ask(&running, "/").body.contains("исправлено"));
    put(&source, "ошибка");
    let next = std::iter::from_fn(|| events.recv().ok())
        .find(|event| matches!(event, ServeEvent::Built { errors: 1, .. }));
    assert_eq!(next, Some(ServeEvent::Built { errors: 1, warnings: 0, changed: true, shown: true }));
}

#[test]
fn a_folder_that_appears_later_is_watched_from_then_on() {
    let folder = tempfile::tempdir().unwrap();
    let (running, _) = watched(folder.path());
    let mut told = Told::listen(&running);
    told.next();
    // Git makes a folder with its files elsewhere and moves it into place.
    let elsewhere = folder.path().join("elsewhere");
    put(&source_in(&elsewhere), "первая");
    std::fs::rename(elsewhere.join("content"), folder.path().join("content")).unwrap();
    told.next();
    put(&folder.path().join("content/page.md"), "вторая");
    while !ask(&running, "/").body.contains("вторая") {
        told.next();
    }
}

#[test]
fn a_taken_port_is_told_with_a_free_one() {
    let taken = show(vec![page("дом")], "");
    let port: u16 = taken.url().trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
    let options = ServeOptions { port: Some(port), ..free() };
    let Err(error) = serve::start(&options, |_| Preview::default(), |_| {}) else {
        panic!("two previews on one port")
    };
    assert!(
        matches!(error, ServeError::PortBusy { port: busy, free: Some(free) } if busy == port && free > port)
    );
    assert_eq!(error.diagnostic().rule.0, "serve-port-busy");
    for (error, rule) in [
        (ServeError::PortForbidden { port: 80, free: Some(4000) }, "serve-port-forbidden"),
        (ServeError::Failed(std::io::Error::other("нет")), "serve-failed"),
    ] {
        assert_eq!(error.diagnostic().rule.0, rule);
    }
}

fn source_in(folder: &Path) -> PathBuf {
    std::fs::create_dir_all(folder.join("content")).unwrap();
    folder.join("content/page.md")
}

#[expect(clippy::disallowed_methods, reason = "an author's hand")]
fn put(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}
