//! Documents of office programs that pages offer: what is read of them, what is kept from readers, what is said.

use std::fs;

use kabinet_search::{Engine, FolderFiles, Request};

use crate::SiteTest;
use crate::office::{Docx, archive, li, list, num, p, r, table, workbook};

const PAGE: &str = "news/urok/index.html";
const TWIN: &str = "news/urok/plan.docx.html";

/// A page that offers a document, and the document.
fn offering(name: &str, bytes: impl AsRef<[u8]>) -> SiteTest {
    with_card(name, bytes, "")
}

fn with_card(name: &str, bytes: impl AsRef<[u8]>, card: &str) -> SiteTest {
    let text = format!(
        "---\ntitle: Урок о функции\ndate: 2026-11-20\nattachments:\n  - {{file: {name}, title: План занятия}}\n{card}---\nТекст.\n"
    );
    SiteTest::new().file("content/news/urok/index.md", text).file(&format!("content/news/urok/{name}"), bytes)
}

/// A run in which a property is set.
fn marked(property: &str, text: &str) -> String {
    format!("<w:r><w:rPr><w:{property}/></w:rPr><w:t>{text}</w:t></w:r>")
}

/// A document with a heading, clauses, a list, a table, a note, and nothing that is left to decide.
fn plan() -> Docx {
    let heading = "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>Ход занятия</w:t></w:r></w:p>";
    let styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>";
    let note = format!(
        "<w:p>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
        r("Повторяем таблицу умножения")
    );
    let body = [
        heading.to_owned(),
        li(1, 0, "Приветствие"),
        li(1, 0, "Самостоятельная работа"),
        li(2, 0, "карточки"),
        li(2, 0, "линейки"),
        note,
        table(&[&[&p("Минута"), &p("Что делаем")], &[&p("1–5"), &p("разминка")]]),
    ];
    Docx::new(&body.concat())
        .part("styles", styles)
        .part(
            "numbering",
            &(list(7, &[("decimal", "%1.", "")])
                + &list(8, &[("bullet", "•", "")])
                + &num(1, 7, "")
                + &num(2, 8, "")),
        )
        .part("footnotes", &format!("<w:footnote w:id=\"2\">{}</w:footnote>", p("По двум столбикам.")))
}

const CORE: &str = "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>План</dc:title><dc:creator>Составитель плана</dc:creator>\
    <cp:lastModifiedBy>Проверяющий план</cp:lastModifiedBy></cp:coreProperties>";

fn hits(site: &SiteTest, words: &str) -> Vec<(String, String)> {
    let engine = Engine::open(FolderFiles::new(site.path("public/search"))).unwrap();
    let outcome = engine.search(&Request::new(words)).unwrap();
    outcome
        .hits
        .iter()
        .map(|hit| (hit.page.clone(), hit.sections.first().map(|one| one.anchor.clone()).unwrap_or_default()))
        .collect()
}

#[test]
fn the_text_of_an_attachment_is_a_page_and_is_found() {
    let site = offering("plan.docx", plan().bytes());
    let outcome = site.build();
    outcome
        .ok()
        .shows(PAGE, "href=\"/news/urok/plan.docx.html\"")
        .shows(PAGE, "открыть как страницу")
        .shows(TWIN, "<h1>План занятия</h1>")
        .shows(TWIN, "Ход занятия</h2>")
        .shows(TWIN, "Приветствие")
        .shows(TWIN, "карточки</li>")
        .shows(TWIN, "<th scope=\"col\">Минута</th>")
        .shows(TWIN, "По двум столбикам.")
        .shows(TWIN, "<meta name=\"robots\" content=\"noindex\">")
        .shows(TWIN, "href=\"/news/urok/plan.docx\" download")
        .shows(TWIN, "href=\"/news/urok/\"")
        .hides("sitemap.xml", "plan.docx");
    // Hits lead into the text, to the heading that they stand under.
    for (words, place) in
        [("таблице умножения", "#p-2"), ("линейка", "#p-2"), ("разминку", "#p-2"), ("два столбика", "#p-2")]
    {
        let here = ("/news/urok/".to_owned(), format!("/news/urok/plan.docx.html{place}"));
        assert_eq!(hits(&site, words).first(), Some(&here), "{words}");
    }
    let said = site.run(&["search", "разминка"]);
    assert!(said.ok_output().contains("/news/urok/plan.docx.html#"), "{}", said.ok_output());
}

#[test]
fn what_its_page_says_already_has_no_page_of_its_own() {
    let said = "Программа семинара наставников: открытый урок, разбор урока, ответы на вопросы.";
    let page = |text: &str| {
        let card =
            "---\ntitle: Урок\ndate: 2026-11-20\nattachments:\n  - {file: plan.docx, title: План}\n---\n";
        SiteTest::new()
            .file("content/news/urok/index.md", format!("{card}{text}\n"))
            .file("content/news/urok/plan.docx", Docx::new(&p(said)).bytes())
    };
    page(&format!("## План\n\n{said}")).build().ok().lacks(TWIN).hides(PAGE, "plan.docx.html");
    page("Программа семинара — в файле.").build().ok().shows(TWIN, "разбор урока");
}

#[test]
fn a_sheet_is_a_page_of_tables_and_rtf_and_values_are_texts() {
    let book = workbook(&[
        (
            "Ноябрь",
            "",
            &[
                "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1</v></c>",
                "<c r=\"A2\" s=\"1\"><v>46347.4166666667</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Семинар</t></is></c>",
            ],
            "",
        ),
        ("Декабрь", "", &["<c r=\"A1\"><v>7</v></c>"], ""),
    ]);
    let site = offering("plan.xlsx", book);
    site.build()
        .ok()
        .shows("news/urok/plan.xlsx.html", "Декабрь</h2>")
        .shows("news/urok/plan.xlsx.html", "<td>21.11.2026 10:00</td>");
    let rtf = offering("plan.rtf", b"{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'eb\\'e0\\'ed\\par}");
    rtf.build().ok().shows("news/urok/plan.rtf.html", "План</p>");
    let values = offering("plan.csv", "день;тема\n1;Олимпиада\n2\n");
    values.build().ok().shows("news/urok/plan.csv.html", "<th scope=\"col\">тема</th>");
}

#[test]
fn what_nobody_has_decided_about_keeps_a_document_from_readers() {
    let deleted = format!(
        "<w:p>{}<w:del w:author=\"x\"><w:r><w:delText>прежняя редакция</w:delText></w:r></w:del>{}</w:p>",
        r("Новая редакция"),
        marked("vanish", "тайный довод")
    );
    let docx = Docx::new(&deleted)
        .part("comments", &format!("<w:comment w:id=\"0\">{}</w:comment>", p("Кто это писал?")));
    let site = offering("plan.docx", docx.bytes());
    assert_eq!(site.problems(), ["error attachment-unfinished content/news/urok/plan.docx"]);
    site.build()
        .fails_with("исправление не принято (1): «прежняя редакция»")
        .says("Примечания (1): «Кто это писал?»")
        .says("Скрытый текст, строки, столбцы, листы или слайды (1): «тайный довод»")
        .says("Принять все исправления");

    let answered = with_card("plan.docx", docx.bytes(), "Файлы с пометками: [plan.docx]\n");
    let outcome = answered.build();
    outcome
        .ok()
        .shows(TWIN, "Новая редакция")
        .hides(TWIN, "прежняя")
        .hides(TWIN, "тайный")
        .hides(TWIN, "Кто");
    assert_eq!(hits(&answered, "новая редакция").len(), 1);
    for words in ["\"прежняя редакция\"", "тайный довод", "\"кто это писал\""]
    {
        assert_eq!(hits(&answered, words), [], "{words}");
    }
}

#[test]
fn a_file_that_a_draft_or_a_refused_field_names_is_not_told_as_forgotten() {
    let page = |fields: &str| format!("---\ntitle: Материал\ndate: 2026-11-20\n{fields}---\nТекст.\n");
    let site = SiteTest::new()
        .file("content/news/a.md", page("attachments: [{file: a.docx, title: План}]\nstatus: draft\n"))
        .file("content/news/a.docx", Docx::new(&p("Слова")).bytes())
        .file("content/news/b.md", page("attachments: [{file: b.docx, бяка: План}]\n"))
        .file("content/news/b.docx", Docx::new(&p("Слова")).bytes());
    let problems = site.problems();
    assert!(!problems.iter().any(|told| told.contains("file-unused")), "{problems:?}");
    assert!(problems.iter().any(|told| told.starts_with("error") && told.contains("b.md")), "{problems:?}");
}

#[test]
fn a_document_that_no_page_offers_stops_nobody() {
    let hidden = Docx::new(&format!("<w:p>{}</w:p>", marked("vanish", "тайна")));
    let site = SiteTest::new()
        .file("content/news/a.md", crate::news("Новость", "Текст."))
        .file("content/news/zapas.docx", hidden.bytes());
    assert_eq!(site.problems(), ["warning file-unused content/news/zapas.docx"]);
}

#[test]
fn hidden_sheets_rows_columns_and_comments_of_sheets_are_told() {
    let row = "<c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>оценка</t></is></c>";
    let book = workbook(&[("Открытый", "", &[row], ""), ("Тайный", "state=\"hidden\"", &[row], "")]);
    let said = offering("plan.xlsx", book).build().said();
    assert!(said.contains("слайды (1): «Тайный»"), "{said}");

    let ods = |columns: &str| {
        let content = format!(
            "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
             xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
             <office:body><office:spreadsheet><table:table table:name=\"Л\">{columns}<table:table-row>\
             <table:table-cell><text:p>имя</text:p></table:table-cell><table:table-cell><text:p>оценка</text:p></table:table-cell>\
             </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
        );
        archive(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", content.as_bytes()),
        ])
    };
    offering("plan.ods", ods("")).build().ok();
    let hidden = ods("<table:table-column/><table:table-column table:visibility=\"collapse\"/>");
    offering("plan.ods", hidden).build().fails_with("слайды (1): «оценка»");
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_goes_on() {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let protected = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 512], &name].concat();
    let whole = plan().bytes();
    let entities = archive(&[
        ("_rels/.rels", b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", b"<!DOCTYPE d [<!ENTITY a 'aaaa'>]><d>&a;</d>"),
    ]);
    let deep = Docx::new(&("<w:sdt>".repeat(300) + &"</w:sdt>".repeat(300)));
    let cases = [
        (protected, "error attachment-protected"),
        (whole[..whole.len() - 40].to_vec(), "warning attachment-damaged"),
        (entities, "error attachment-entities"),
        (deep.bytes(), "warning attachment-excessive"),
        (archive(&[("список.txt", "один".as_bytes())]), "error attachment-damaged"),
        (Vec::new(), "error attachment-empty"),
    ];
    for (bytes, rule) in cases {
        let site = offering("plan.docx", bytes);
        assert_eq!(site.problems(), [format!("{rule} content/news/urok/plan.docx")]);
        if rule.starts_with("warning") {
            site.build().ok().lacks(TWIN).hides(PAGE, "plan.docx.html").shows(PAGE, "plan.docx");
        }
    }
}

#[test]
fn the_second_build_finds_what_was_read_and_believes_nothing_else() {
    let kept = |site: &SiteTest| {
        let entries = fs::read_dir(site.path(".kabinet/cache/documents")).unwrap();
        let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.file_name().is_some_and(|name| name != "lock"));
        paths.sort();
        paths
    };
    let site = offering("plan.docx", plan().other("docProps/core.xml", CORE.as_bytes()).bytes());
    site.build().ok();
    let (first, made) = (site.published(), kept(&site));
    assert_eq!(made.len(), 2, "the text, and the document without names: {made:?}");
    let times =
        || made.iter().map(|path| fs::metadata(path).unwrap().modified().unwrap()).collect::<Vec<_>>();
    let before = times();
    site.build().ok();
    assert_eq!((site.published(), times()), (first.clone(), before), "nothing is made twice");
    for path in &made {
        let foreign = b"{\"text\":\"<script>alert(1)</script>\",\"left\":[],\"authors\":\"Untold\"}";
        fs::write(path, foreign).unwrap();
    }
    fs::remove_dir_all(site.path("public")).unwrap();
    site.build().ok();
    assert_eq!((site.published(), kept(&site)), (first, made), "what is not what it says is made anew");
    let site = site
        .without("content/news/urok/plan.docx")
        .file("content/news/urok/index.md", crate::news("Урок", "Т."));
    site.build().ok();
    assert_eq!(kept(&site), Vec::<std::path::PathBuf>::new(), "what no page needs any more goes");
}

#[test]
fn names_of_people_are_taken_out_of_what_is_published_and_of_nothing_else() {
    let bytes = plan().other("docProps/core.xml", CORE.as_bytes()).bytes();
    let site = offering("plan.docx", &bytes);
    site.build().ok();
    let sent = fs::read(site.path("public/news/urok/plan.docx")).unwrap();
    let has = |bytes: &[u8], words: &str| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    assert!(has(&bytes, "Составитель плана") && has(&bytes, "Проверяющий план"));
    assert!(
        !has(&sent, "Составитель") && !has(&sent, "Проверяющий") && has(&sent, "<dc:title>План</dc:title>")
    );
    assert_eq!(fs::read(site.path("content/news/urok/plan.docx")).unwrap(), bytes, "the source stays");
    let read = |bytes: &[u8]| kabinet_documents::read(bytes).unwrap();
    assert_eq!(read(&sent), read(&bytes), "nothing that is read is lost");

    let settings = fs::read_to_string(site.path("content/site.yaml")).unwrap();
    let site = site.file("content/site.yaml", settings + "оставлять авторов: да\n");
    site.build().ok();
    assert_eq!(fs::read(site.path("public/news/urok/plan.docx")).unwrap(), bytes);

    let nobody = offering("plan.docx", plan().bytes());
    nobody.build().ok();
    assert_eq!(fs::read(nobody.path("public/news/urok/plan.docx")).unwrap(), plan().bytes());
}

#[test]
fn a_signed_document_stays_as_it_is_and_that_is_said() {
    let signed = plan().other("docProps/core.xml", CORE.as_bytes()).other("_xmlsignatures/sig1.xml", b"<a/>");
    let site = offering("plan.docx", signed.bytes());
    assert_eq!(site.problems(), ["note attachment-signed content/news/urok/plan.docx"]);
    site.build().ok();
    assert_eq!(fs::read(site.path("public/news/urok/plan.docx")).unwrap(), signed.bytes());
}

#[test]
fn macros_inside_a_document_are_told_whatever_its_name_says() {
    let with = |name: &str| {
        archive(&[(name, b"any"), ("word/document.xml", &plan_part()), ("word/vbaProject.bin", b"any")])
    };
    offering("plan.docx", with("[Content_Types].xml")).build().ok().says("attachment-macros");
    let site = offering("plan.docm", with("[Content_Types].xml"));
    let outcome = site.build();
    outcome.ok().says("file-macros");
    assert!(!outcome.said().contains("attachment-macros"), "{}", outcome.said());
}

fn plan_part() -> Vec<u8> {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    format!("<w:document xmlns:w=\"{space}\"><w:body>{}</w:body></w:document>", p("План")).into_bytes()
}

#[test]
fn what_lies_in_an_archive_is_listed_and_found_and_nothing_is_unpacked() {
    let large = vec![0; 3 << 20];
    let files: [(&str, &[u8]); 4] = [
        ("Карточки/кроссворд.docx", b"not even a document"),
        ("Карточки/", b""),
        ("__MACOSX/._крест.docx", b""),
        ("фото.jpg", &large),
    ];
    let site = offering("set.zip", archive(&files));
    let twin = "news/urok/set.zip.html";
    site.build()
        .ok()
        .shows(PAGE, "href=\"/news/urok/set.zip.html\"")
        .shows(PAGE, "что внутри")
        .shows(twin, "<td>Карточки/кроссворд.docx</td><td>19 Б</td>")
        .shows(twin, "<td>фото.jpg</td><td>3 МБ</td>")
        .hides(twin, "MACOSX");
    assert_eq!(hits(&site, "кроссворд"), [("/news/urok/".to_owned(), "/news/urok/set.zip.html".to_owned())]);
    offering("set.zip", &archive(&files)[..200]).build().ok().says("attachment-damaged").lacks(twin);
}

#[test]
fn a_signature_beside_its_document_is_published_with_it_and_both_stay_as_they_are() {
    let named = plan().other("docProps/core.xml", CORE.as_bytes()).bytes();
    let card = "  - {file: plan.docx.sig}\n";
    let site =
        with_card("plan.docx", &named, card).file("content/news/urok/plan.docx.sig", "any bytes <html>");
    site.build().ok().shows(PAGE, "<span>Подпись к «План занятия»</span>").says("attachment-signed");
    assert_eq!(fs::read(site.path("public/news/urok/plan.docx")).unwrap(), named);
    assert_eq!(fs::read(site.path("public/news/urok/plan.docx.sig")).unwrap(), b"any bytes <html>");
}

#[test]
fn a_signature_without_its_document_is_told() {
    offering("prikaz.pdf.p7s", "any").build().ok().says("signature-alone");
    let site = offering("plan.p7s", "any").file("content/news/urok/plan.csv", "день;час\n");
    let outcome = site.build();
    outcome.ok();
    assert!(!outcome.said().contains("signature-alone"), "{}", outcome.said());
}
