//! Presentations that pages offer: their slides as a page, found by search; what nobody is shown is told.

use kabinet_search::{Engine, FolderFiles, Request};

use crate::SiteTest;
use crate::office::{Slide, line, presentation, shape};

const TWIN: &str = "news/sovet/slajdy.pptx.html";

/// A page that offers a presentation.
fn offering(slides: &[Slide]) -> SiteTest {
    let text = "---\ntitle: Совет\ndate: 2026-11-20\nattachments:\n  - {file: slajdy.pptx, title: Слайды}\n---\nТекст.\n";
    SiteTest::new()
        .file("content/news/sovet/index.md", text)
        .file("content/news/sovet/slajdy.pptx", presentation(slides))
}

fn slide(title: &str, text: &str) -> Slide {
    Slide::new(&(shape("title", &line("/>", title)) + &shape("body", &line("/>", text))))
}

#[test]
fn slides_are_a_page_with_a_heading_each_and_are_found() {
    let site = offering(&[
        slide("Задачи года", "наставничество"),
        slide("Итоги диагностики", "затруднения педагогов"),
    ]);
    assert_eq!(site.problems(), Vec::<String>::new());
    let outcome = site.build();
    outcome
        .ok()
        .shows("news/sovet/index.html", "открыть как страницу")
        .shows(TWIN, "<h2 id=\"zadachi-goda\">Задачи года")
        .shows(TWIN, "<li>затруднения педагогов</li>");
    let engine = Engine::open(FolderFiles::new(site.path("public/search"))).unwrap();
    let found = engine.search(&Request::new("затруднениями педагога")).unwrap();
    let hit = &found.hits[0];
    let anchors: Vec<&str> = hit.sections.iter().map(|section| section.anchor.as_str()).collect();
    assert_eq!(
        (hit.page.as_str(), anchors),
        ("/news/sovet/", vec!["/news/sovet/slajdy.pptx.html#itogi-diagnostiki"])
    );
}

#[test]
fn a_folder_of_presentations_becomes_pages() {
    let site =
        SiteTest::new().file("папка/sovet.pptx", presentation(&[slide("Памятка о чтении", "читаем вслух")]));
    let outcome = site.run(&["import", "папка", "--kind", "материал"]);
    let said = outcome.ok_output();
    assert_eq!(said.matches("Документ создан").count(), 1, "{said}");
}

#[test]
fn a_hidden_slide_keeps_a_presentation_from_readers() {
    let site = offering(&[slide("Задачи года", "наставничество"), slide("Оклады", "не показывать").hidden()]);
    assert_eq!(site.problems(), ["error attachment-unfinished content/news/sovet/slajdy.pptx"]);
    site.build().fails_with("Скрытый текст, строки, столбцы, листы или слайды (1): «Оклады • не показывать»");
}

#[test]
fn notes_of_the_speaker_are_told_and_are_on_no_page() {
    let notes = shape("body", &line("/>", "сказать о сроках"));
    let site = offering(&[slide("Задачи года", "наставничество").part("notesSlide", &notes)]);
    assert_eq!(site.problems(), ["note attachment-spoken content/news/sovet/slajdy.pptx"]);
    site.build()
        .ok()
        .says("заметки докладчика (1 слайд)")
        .shows(TWIN, "наставничество")
        .hides(TWIN, "сроках");
}

#[test]
fn a_slide_without_a_title_is_found_by_its_number_and_not_under_the_one_before() {
    let untitled = |text: &str| Slide::new(&shape("body", &line("/>", text)));
    let site = offering(&[
        untitled("приветствие участников"),
        slide("Задачи года", "наставничество"),
        slide("Скрытый", "не показывать").hidden(),
        untitled("затруднения педагогов"),
    ]);
    let card = "---\ntitle: Совет\ndate: 2026-11-20\nattachments:\n  - {file: slajdy.pptx, title: Слайды}\nwith_marks: [slajdy.pptx]\n---\nТекст.\n";
    let site = site.file("content/news/sovet/index.md", card);
    site.build()
        .ok()
        .shows(TWIN, "<h2 id=\"slayd-1\">Слайд 1")
        .shows(TWIN, "<h2 id=\"slayd-4\">Слайд 4")
        .hides(TWIN, "не показывать");
    let engine = Engine::open(FolderFiles::new(site.path("public/search"))).unwrap();
    let found = engine.search(&Request::new("затруднениями педагога")).unwrap();
    let section = &found.hits[0].sections[0];
    assert_eq!(section.anchor, "/news/sovet/slajdy.pptx.html#slayd-4");
    assert!(section.heading.contains("Слайд 4"), "{}", section.heading);
    // An import of the same slides adds no word that nobody said.
    let site =
        SiteTest::new().file("sovet.pptx", presentation(&[slide("Задачи года", "раз"), untitled("два")]));
    site.run(&["import", "sovet.pptx", "--kind", "материал"]).ok();
    let page = std::fs::read_to_string(site.path("content/materials/zadachi-goda/index.md")).unwrap();
    assert!(page.contains("два") && !page.contains("Слайд 2"), "{page}");
}
