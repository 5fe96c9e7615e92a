//! A file that somebody put into a folder of the content without a card: a draft, which the preview alone shows.

use super::office::{Docx, archive, p, workbook};
use super::preview::Preview;
use super::{SiteTest, news, photo};

/// A list that somebody dropped by mistake.
fn pupils() -> Vec<u8> {
    Docx::new(&(p("Список группы (пример)") + &p("Слово-из-списка"))).bytes()
}

fn site() -> SiteTest {
    SiteTest::new()
        .file("content/news/gotovo.md", news("Готово", "Текст."))
        .file("content/news/Список группы.docx", pupils())
        .file("content/news/foto.jpg", photo::jpeg(&photo::fields(64, 48)))
        .file("content/news/набор.zip", archive(&[("план.txt", b"1")]))
        .file(
            "content/events/seminar/index.md",
            "---\nназвание: Семинар\nсостояние страницы: черновик\n---\nТекст.\n",
        )
        .file("content/events/seminar/смета.xlsx", workbook(&[("Смета", "", &[&cell("Слово-из-сметы")], "")]))
}

fn cell(text: &str) -> String {
    format!("<c r=\"A1\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn a_dropped_file_is_a_draft_in_the_preview_and_nowhere_else() {
    let site = site();
    let preview = Preview::of(&site);
    let (_, list) = preview.get("/_kabinet/drafts");
    let drafts = [
        ("/files/news/spisok-gruppy.docx.html", "Список группы.docx"),
        ("/files/news/foto.jpg.html", "foto.jpg"),
        ("/files/news/nabor.zip.html", "набор.zip"),
        ("/events/seminar/smeta.xlsx.html", "смета.xlsx"),
        ("/events/seminar/", "Семинар"),
    ];
    for (address, name) in drafts {
        assert!(list.contains(&format!("<a href=\"{address}\">{name}</a>")), "{address}: {list}");
        let (status, page) = preview.get(address);
        assert_eq!(status, 200, "{address}: {page}");
        let why = if name == "Семинар" {
            "Черновик, на сайте не виден"
        } else {
            "Проверьте карточку"
        };
        assert!(page.contains("class=\"kabinet-hidden\"") && page.contains(why), "{address}: {page}");
    }
    let (_, page) = preview.get(drafts[0].0);
    for said in [
        "Слово-из-списка",
        "kabinet import &quot;content/news/Список группы.docx&quot; --kind &quot;новость&quot;",
        "kabinet new &quot;новость&quot; &quot;Список группы&quot; &quot;файлы=Список группы.docx&quot;",
        "data-source=\"content/news/Список группы.docx\"",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(preview.get(drafts[1].0).1.contains("<code>![Что видно на снимке](foto.jpg)</code>"));
    assert!(preview.get(drafts[2].0).1.contains("<td>план.txt</td>"));
    let (_, page) = preview.get(drafts[3].0);
    for said in ["Слово-из-сметы", "content/events/seminar/index.md", "<code>файлы: смета.xlsx</code>"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    // The file itself opens, and what the page shows of it; lists, search and the map know nothing of it.
    assert_eq!(preview.get("/files/news/spisok-gruppy.docx").0, 200);
    assert_eq!(preview.get("/files/news/foto.jpg-64.webp").0, 200);
    for place in ["/", "/news/", "/map/", "/sitemap.xml", "/news/feed.xml", "/news/gotovo/"] {
        let (_, page) = preview.get(place);
        assert!(!page.contains("spisok-gruppy") && !page.contains("Слово-из-списка"), "{place}: {page}");
    }
    drop(preview);
    let outcome = site.build();
    outcome.ok().says("ни одна страница его не называет");
    let published = site.published();
    for (address, name) in &drafts[..4] {
        let path = address.trim_start_matches('/');
        assert!(
            !published.contains_key(path) && !published.contains_key(path.trim_end_matches(".html")),
            "{name}"
        );
    }
    let says = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("Слово-из-списка");
    assert!(!published.values().any(says));
}

#[test]
fn what_the_page_of_a_dropped_file_tells_to_type_publishes_it() {
    let site = site();
    site.run(&["new", "новость", "Список группы", "файлы=Список группы.docx", "дата=20.11.2026"]).ok();
    let made = site.path("content/news/spisok-gruppy.md");
    let card = std::fs::read_to_string(&made).unwrap();
    assert!(card.contains("Список группы.docx"), "{card}");
    let preview = Preview::of(&site);
    assert!(!preview.get("/_kabinet/drafts").1.contains("/files/news/spisok-gruppy.docx.html"));
    drop(preview);
    let site = site.file(
        "content/events/seminar/index.md",
        "---\nназвание: Семинар\nначало: 21.11.2026 10:00\nформа: семинар\nфайлы: смета.xlsx\n---\nТекст.\n",
    );
    site.build().ok().shows("news/spisok-gruppy/index.html", "spisok-gruppy.docx");
    assert!(site.published().contains_key("events/seminar/smeta.xlsx"));
}

#[test]
fn a_page_from_a_dropped_file_says_that_the_file_itself_is_one_too_many() {
    let site = site();
    site.run(&["import", "content/news/Список группы.docx", "--kind", "новость", "--id", "spisok"]).ok();
    let preview = Preview::of(&site);
    let (_, page) = preview.get("/files/news/spisok-gruppy.docx.html");
    assert!(
        page.contains("Такой же файл уже приложен к странице: content/news/spisok/original.docx"),
        "{page}"
    );
    assert!(!preview.get("/_kabinet/drafts").1.contains("original.docx"));
}

#[test]
fn no_name_of_a_file_gets_into_a_command_line_as_more_than_a_name() {
    for name in ["$(touch x).docx", "`id`.docx", "a\";b.docx", "%PATH%.docx", "а;б.docx"] {
        let site = SiteTest::new().file(&format!("content/news/{name}"), pupils());
        let preview = Preview::of(&site);
        let (_, list) = preview.get("/_kabinet/drafts");
        let address = list.split("<a href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let (status, page) = preview.get(address);
        assert_eq!(status, 200, "{name}: {page}");
        assert!(page.contains("командная строка понимает по-своему"), "{name}: {page}");
        assert!(!page.contains("kabinet import") && !page.contains("kabinet new"), "{name}: {page}");
    }
}

#[test]
fn what_a_draft_names_and_what_programs_leave_behind_is_no_draft_of_its_own() {
    let draft = "---\nназвание: Набросок\ndate: 2026-11-20\nсостояние страницы: черновик\nфайлы: plan.docx\n---\n\
        [смета](смета.xlsx)\n";
    let site = SiteTest::new()
        .file("content/news/nabrosok/index.md", draft)
        .file("content/news/nabrosok/plan.docx", pupils())
        .file("content/news/nabrosok/смета.xlsx", workbook(&[("Смета", "", &[&cell("1")], "")]))
        .file("content/news/nabrosok/~$plan.docx", "x")
        .file("content/news/nabrosok/заметки.bak", "x");
    let preview = Preview::of(&site);
    let (_, list) = preview.get("/_kabinet/drafts");
    assert_eq!(list.matches("<li>").count(), 1, "{list}");
}
