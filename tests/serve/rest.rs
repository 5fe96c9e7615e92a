//! What is left of a build when its pages are shown already.

use kabinet::serve::{Finished, Rest};

use super::*;

/// What is left of a build, done when the test says so.
fn later(done: mpsc::Receiver<Finished>) -> Option<Rest> {
    Some(Box::new(move |_| done.recv().ok()))
}

#[test]
fn pages_are_shown_before_the_rest_of_the_build_is_done() {
    let (tell, done) = mpsc::channel();
    let mut once = Some(done);
    let data = || artifact("search/manifest.json", "{}");
    let build = move |_| Preview {
        rest: once.take().and_then(later),
        ..site(Made {
            files: vec![page("дом"), data()],
            making: Some("search/manifest.json"),
            ..Made::default()
        })
    };
    let running = serve::start(&free(), build, |_| {}).unwrap();
    let mut told = Told::listen(&running);
    let first = told.next();
    assert_eq!((&first["making"], &first["errors"]), (&true.into(), &0.into()));
    assert_eq!(ask(&running, "/").status, 200);
    let data = ask(&running, "/search/manifest.json");
    assert!(data.status == 503 && data.head.contains("retry-after: 1"), "{}", data.head);
    let warning = Message { weight: Weight::Warning, ..error("узнали позже") };
    tell.send(Finished { messages: vec![warning], whole: true }).unwrap();
    let after = told.next();
    assert_eq!((&after["making"], &after["site"]), (&false.into(), &first["site"]));
    assert_eq!(after["messages"][0]["headline"], "узнали позже");
}

#[test]
fn what_cannot_be_drawn_is_shown_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let source = source_in(folder.path());
    put(&source, "целый");
    let (tell, done) = mpsc::channel();
    let done = Arc::new(std::sync::Mutex::new(done));
    let read = source.clone();
    let build = move |_| {
        let text = std::fs::read_to_string(&read).unwrap();
        let done = Arc::clone(&done);
        let failed = text.contains("сломан").then_some("index.html");
        Preview {
            rest: Some(Box::new(move |_| done.lock().unwrap().recv().ok())),
            ..site(Made { files: vec![page(&text)], failed, ..Made::default() })
        }
    };
    let options = ServeOptions { watch: vec![folder.path().join("content")], ..free() };
    let running = serve::start(&options, build, |_| {}).unwrap();
    let mut told = Told::listen(&running);
    let first = told.next();
    tell.send(Finished { messages: Vec::new(), whole: true }).unwrap();
    assert_eq!(told.next()["making"], false);
    put(&source, "сломан");
    assert_ne!(told.next()["site"], first["site"]);
    assert!(ask(&running, "/").body.contains("целый"), "the page is as it was");
    tell.send(Finished { messages: vec![error("шаблон")], whole: false }).unwrap();
    let after = told.next();
    assert_eq!((&after["site"], &after["errors"]), (&first["site"], &1.into()), "and so is the site");
}

#[test]
fn a_change_is_built_while_the_rest_of_the_build_before_is_at_work() {
    let folder = tempfile::tempdir().unwrap();
    let source = source_in(folder.path());
    put(&source, "первая");
    let read = source.clone();
    let (began, begun) = mpsc::channel();
    let build = move |_| {
        let began = began.clone();
        let rest: Rest = Box::new(move |stop| {
            began.send(()).unwrap_or_default();
            while !stop.is_set() {
                std::thread::sleep(Duration::from_millis(1));
            }
            None
        });
        Preview { rest: Some(rest), ..made(vec![page(&std::fs::read_to_string(&read).unwrap())]) }
    };
    let options = ServeOptions { watch: vec![folder.path().join("content")], ..free() };
    let running = serve::start(&options, build, |_| {}).unwrap();
    let mut told = Told::listen(&running);
    told.next();
    for text in ["вторая", "третья"] {
        begun.recv_timeout(FOR_EVER).unwrap();
        put(&source, text);
        while !ask(&running, "/").body.contains(text) {
            told.next();
        }
    }
}

#[test]
fn search_that_is_ready_is_no_news_in_the_terminal() {
    let build = move |_| {
        let rest: Rest = Box::new(|_| Some(Finished { messages: Vec::new(), whole: true }));
        Preview { rest: Some(rest), ..made(vec![page("дом")]) }
    };
    let (tell, told) = mpsc::channel();
    let say = move |event: &ServeEvent| tell.send(event.clone()).unwrap_or_default();
    let running = serve::start(&free(), build, say).unwrap();
    let mut page = Told::listen(&running);
    while page.next()["making"] == true {}
    let built = told.try_iter().filter(|event| matches!(event, ServeEvent::Built { .. })).count();
    assert_eq!(built, 1);
}

#[test]
fn a_page_that_was_never_drawn_is_not_said_to_be_a_site_that_was_never_built() {
    let build =
        |_| site(Made { files: vec![page("дом")], failed: Some("news/index.html"), ..Made::default() });
    let running = serve::start(&free(), build, |_| {}).unwrap();
    assert_eq!(ask(&running, "/").status, 200);
    let answer = ask(&running, "/news/");
    assert_eq!(answer.status, 500);
    assert!(answer.body.contains("что исправить, сказано в сообщениях"), "{}", answer.body);
}
