//! Documents of Microsoft's programs before 2007: another program reads them, where it is installed.

use std::path::Path;
use std::process::{Command, Stdio};

use super::SiteTest;
use super::office::{Docx, archive, p, r, table};

/// What a real program makes of a document of today; nothing where it is not installed, which is said.
fn old(bytes: &[u8], from: &str, to: &str) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(format!("paper.{from}")), bytes).unwrap();
    // In texts of values nothing says how letters are written.
    let filter =
        if from == "csv" { "--infilter=Text - txt - csv (StarCalc):44,34,76,1" } else { "--norestore" };
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let run = Command::new("soffice")
        .args(["--headless", &profile, filter, "--convert-to", to, &format!("paper.{from}")])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if run.is_err() {
        eprintln!("SKIPPED: LibreOffice is not installed, nobody can make a .{to}");
        return None;
    }
    Some(std::fs::read(folder.path().join(format!("paper.{to}"))).unwrap())
}

/// What LibreOffice asks for beside the parts that a document is made of.
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/word/document.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/comments.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/></Types>";

fn docx(body: &str, comments: &str) -> Vec<u8> {
    Docx::new(body).part("comments", comments).other("[Content_Types].xml", TYPES.as_bytes()).bytes()
}

/// A paper with a deletion, an insertion, a comment and hidden text.
fn unfinished() -> Vec<u8> {
    let change = "w:author=\"Составитель (пример)\" w:date=\"2026-11-20T10:00:00Z\"";
    let changed = format!(
        "<w:p>{}<w:del w:id=\"1\" {change}><w:r><w:delText xml:space=\"preserve\">вычеркнутое </w:delText></w:r></w:del>\
         <w:ins w:id=\"2\" {change}>{}</w:ins>{}</w:p>",
        r("1.2. Кабинет ведёт "),
        r("вписанное "),
        r("обычное.")
    );
    let hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>потаённое слово</w:t></w:r></w:p>";
    let noted = format!(
        "<w:p><w:commentRangeStart w:id=\"5\"/>{}<w:commentRangeEnd w:id=\"5\"/><w:r><w:commentReference w:id=\"5\"/></w:r></w:p>",
        r("1.3. Кабинет открыт.")
    );
    let body = [p("ПОЛОЖЕНИЕ"), p("о кабинете"), p("1. Общие положения"), p("1.1. Кабинет создан отделом.")];
    let comment = format!(
        "<w:comment w:id=\"5\" w:author=\"Составитель (пример)\" w:date=\"2026-11-20T10:00:00Z\">{}</w:comment>",
        p("замечание на полях")
    );
    docx(&[body.concat(), changed, hidden.to_owned(), noted].concat(), &comment)
}

/// What was written of a paper.
fn made(site: &SiteTest) -> String {
    std::fs::read_to_string(site.path("content/regulations/polozhenie-kabinete/index.md")).unwrap()
}

#[test]
fn an_old_document_is_read_and_what_is_deleted_stays_so() {
    let Some(doc) = old(&unfinished(), "docx", "doc") else { return };
    let site = SiteTest::new().file("paper.doc", &doc);
    let outcome = site.run(&["import", "paper.doc", "--kind", "положение"]);
    let said = outcome.said();
    assert!(said.contains("прочитан с помощью LibreOffice"), "{said}");
    assert!(said.contains("вычеркнутое") && said.contains("замечание на полях"), "told apart: {said}");
    let page = made(&site);
    assert!(
        page.contains("вписанное") && page.contains("обычное") && page.contains("status: draft"),
        "{page}"
    );
    for word in ["вычеркнутое", "потаённое", "замечание"] {
        assert!(!page.contains(word), "{word}: {page}");
    }
    // The source is kept as it came, and the same import again changes nothing.
    let kept = std::fs::read(site.path("content/regulations/polozhenie-kabinete/original.doc")).unwrap();
    assert_eq!(kept, doc);
    let _ = site.run(&["import", "paper.doc", "--kind", "положение"]);
    assert_eq!(made(&site), page);
    // A build asks nobody.
    site.alone().build().ok();
}

#[test]
fn words_of_an_old_document_are_those_of_the_new_one() {
    let body = [
        p("ПОЛОЖЕНИЕ"),
        p("о кабинете"),
        p("1. Общие положения"),
        p("1.1. Кабинет создан отделом образования."),
        table(&[&[&p("День"), &p("Часы")], &[&p("вторник"), &p("9–10")]]),
        p("1.2. Кабинет ведёт приём."),
    ];
    let docx = docx(&body.concat(), "");
    let Some(doc) = old(&docx, "docx", "doc") else { return };
    let text = |name: &str, bytes: &[u8]| {
        let site = SiteTest::new().file(name, bytes);
        site.run(&["import", name, "--kind", "положение"]).ok();
        made(&site).splitn(3, "---\n").nth(2).unwrap().to_owned()
    };
    assert_eq!(text("paper.doc", &doc), text("paper.docx", &docx));
}

#[test]
fn old_sheets_and_slides_are_read_too() {
    let Some(xls) = old("Мероприятие,Дата\nСеминар (пример),24.11.2026\n".as_bytes(), "csv", "xls")
    else {
        return;
    };
    let slides = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
        xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
        xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\" office:version=\"1.2\" \
        office:mimetype=\"application/vnd.oasis.opendocument.presentation\"><office:body><office:presentation>\
        <draw:page draw:name=\"a\"><draw:frame presentation:class=\"title\" svg:width=\"20cm\" svg:height=\"3cm\" \
        svg:x=\"1cm\" svg:y=\"1cm\"><draw:text-box><text:p>Кабинет района</text:p></draw:text-box></draw:frame>\
        </draw:page></office:presentation></office:body></office:document>";
    let ppt = old(slides.as_bytes(), "fodp", "ppt").unwrap();
    let site = SiteTest::new().file("plan.xls", xls).file("slides.ppt", ppt);
    let said = site.run(&["import", "plan.xls", "--kind", "план"]).said();
    assert!(said.contains("прочитан с помощью LibreOffice"), "{said}");
    let plan = std::fs::read_dir(site.path("content/events")).unwrap();
    let plan: String = plan.filter_map(|entry| std::fs::read_to_string(entry.unwrap().path()).ok()).collect();
    assert!(plan.contains("Семинар (пример)") && plan.contains("24.11.2026"), "{plan}");
    let said = site.run(&["import", "slides.ppt", "--kind", "материал"]).said();
    assert!(said.contains("прочитан с помощью LibreOffice"), "{said}");
    let page = site.path("content/materials");
    let text: String = std::fs::read_dir(page)
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path().join("index.md")).unwrap())
        .collect();
    assert!(text.contains("Кабинет района"), "{text}");
}

#[test]
fn what_is_only_called_an_old_document_needs_no_other_program() {
    let docx = Docx::new(&[p("ПОЛОЖЕНИЕ"), p("о кабинете"), p("1. Кабинет создан.")].concat()).bytes();
    let letters = |text: &str| text.encode_utf16().map(|unit| format!("\\u{unit}?")).collect::<String>();
    let lines = ["ПОЛОЖЕНИЕ", "о кабинете", "1. Кабинет создан."];
    let rtf: String = lines.map(|line| letters(line) + "\\par ").concat();
    let html: String = lines.map(|line| format!("<p>{line}</p>")).concat();
    let cases = [
        ("zip.doc", docx),
        ("rtf.doc", format!("{{\\rtf1 {rtf}}}").into_bytes()),
        ("html.doc", format!("<html><body>{html}</body></html>").into_bytes()),
        ("text.doc", lines.join("\n").into_bytes()),
    ];
    for (name, bytes) in cases {
        let site = SiteTest::new().file(name, bytes).alone();
        let said = site.run(&["import", name, "--kind", "положение"]).said();
        assert!(!said.contains("LibreOffice"), "{name}: {said}");
        assert!(made(&site).contains("Кабинет создан"), "{name}: {said}");
    }
}

#[test]
fn without_the_other_program_the_way_on_is_told() {
    for (name, stream, format) in [
        ("a.doc", "WordDocument", "docx"),
        ("b.xls", "Workbook", "xlsx"),
        ("c.ppt", "PowerPoint Document", "pptx"),
    ] {
        let site = SiteTest::new().file(name, compound(stream)).alone();
        let outcome = site.run(&["import", name, "--kind", "положение"]);
        outcome.fails_with("старый формат").fails_with(&format!(".{format})")).fails_with("LibreOffice");
    }
}

#[test]
fn an_old_document_that_nothing_comes_of_is_told_and_writes_nothing() {
    let empty = old(&unfinished(), "docx", "doc").map(|doc| doc[..doc.len() / 3].to_vec());
    let cut = empty.unwrap_or_else(|| compound("WordDocument"));
    let zip = archive(&[("a", b"b")]);
    for (name, bytes) in
        [("cut.doc", cut), ("none.doc", Vec::new()), ("zip.doc", zip), ("mark.doc", compound("x"))]
    {
        let site = SiteTest::new().file(name, bytes);
        let outcome = site.run(&["import", name, "--kind", "положение"]);
        assert_ne!(outcome.code(), 0, "{name}: {}", outcome.said());
        assert!(!site.path("content/regulations").exists(), "{name}");
    }
}

/// A program that stays away from its work is ended with what it began, and nothing of it is left.
#[cfg(unix)]
#[test]
fn the_other_program_gets_settings_of_its_own_and_leaves_nothing_behind() {
    use std::os::unix::fs::PermissionsExt as _;
    let script = "#!/bin/sh\n/bin/pwd > \"${0%/*}/where\"\necho \"$@\" > \"${0%/*}/words\"\n\
        /bin/cp profile/user/registrymodifications.xcu \"${0%/*}/settings\"\n/bin/cp source.doc \"${0%/*}/given\"\n";
    let site =
        SiteTest::new().file("programs/soffice", script).file("a.doc", compound("WordDocument")).alone();
    let program = site.path("programs/soffice");
    std::fs::set_permissions(program, std::fs::Permissions::from_mode(0o755)).unwrap();
    site.run(&["import", "a.doc", "--kind", "положение"]).fails_with("LibreOffice его не открыла");
    let noted = |name: &str| std::fs::read_to_string(site.path(&format!("programs/{name}"))).unwrap();
    assert!(!Path::new(noted("where").trim()).exists(), "the folder is gone");
    let words = noted("words");
    for word in ["--headless", "-env:UserInstallation=file://", "--infilter=MS Word 97", "--convert-to docx"]
    {
        assert!(words.contains(word), "{word}: {words}");
    }
    assert!(noted("settings").contains("DisableMacrosExecution"));
    assert_eq!(std::fs::read(site.path("programs/given")).unwrap(), compound("WordDocument"));
}

/// A compound file that holds nothing but the name of a stream.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(512, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(1024, 0);
    bytes
}
