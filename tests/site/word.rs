//! Documents of Word as a methodist drops them in: what they become, and what is said.

use std::fs;

use crate::SiteTest;
use crate::office::{Docx, li, list, num, p, r, table};

const MADE: &str = "content/regulations/polozhenie-kabinete/index.md";

/// A regulation as Word keeps it: its numbers are Word's, its head is a table without borders.
fn regulation() -> Docx {
    let head = table(&[&[
        &(p("СОГЛАСОВАНО") + &p("Председатель совета")),
        &(p("УТВЕРЖДАЮ") + &p("Директор МКУ «ИМЦ»") + &p("приказ № 7 от 01.09.2026")),
    ]]);
    let merged = format!(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        p("Часы работы"),
        p("понедельник"),
        p("9:00")
    );
    let note = format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r>{}</w:p>",
        r("Кабинет работает ежедневно"),
        r(".")
    );
    let picture = "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"Схема кабинета\"/><a:graphic>\
        <a:graphicData><a:blip r:embed=\"rPic\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    let body = [
        head,
        p(""),
        p("ПОЛОЖЕНИЕ"),
        p("о кабинете"),
        p(""),
        li(1, 0, "Общие положения"),
        note,
        li(1, 1, "Кабинет ведёт:"),
        li(1, 2, "приём;"),
        li(1, 2, "выдачу."),
        li(1, 0, "Порядок"),
        li(1, 1, "Порядок простой."),
        table(&[&[&p("День"), &p("Часы")], &[&p("вторник"), &(p("9:00") + &p("17:00"))]]),
        merged,
        picture.to_owned(),
    ];
    let levels = [("decimal", "%1.", ""), ("decimal", "%1.%2.", ""), ("russianLower", "%3)", "")];
    Docx::new(&body.concat())
        .part("numbering", &(list(7, &levels) + &num(1, 7, "")))
        .part("footnotes", &format!("<w:footnote w:id=\"2\">{}</w:footnote>", p("Кроме выходных.")))
        .picture("image1.png", PNG)
}

/// A picture of one dot.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82";

fn made(site: &SiteTest) -> String {
    fs::read_to_string(site.path(MADE)).unwrap()
}

#[test]
fn a_regulation_of_word_keeps_numbers_tables_notes_and_pictures() {
    let site = SiteTest::new().file("Положение.docx", regulation().bytes());
    let outcome = site.run(&["import", "Положение.docx", "--kind", "Документ"]);
    assert!(outcome.ok_output().contains("Документ создан"), "{}", outcome.ok_output());
    let made = made(&site);
    for part in [
        "title: Положение о кабинете",
        "number: \"7\"",
        "date: 2026-09-01",
        "original: original.docx",
        "СОГЛАСОВАНО\\\nПредседатель совета",
        "## 1. Общие положения",
        "1.1. Кабинет работает ежедневно[^1].",
        "1.2. Кабинет ведёт:\n\nа) приём;\n\nб) выдачу.",
        "## 2. Порядок",
        "| День | Часы |\n| --- | --- |\n| вторник | 9:00<br>17:00 |",
        "<th colspan=\"2\">\n\nЧасы работы\n\n</th>",
        "![Схема кабинета](risunok-1.png)",
        "[^1]: Кроме выходных.",
    ] {
        assert!(made.contains(part), "{part}\n---\n{made}");
    }
    assert!(!made.contains("\nstatus:"), "{made}");
    let page = "regulations/polozhenie-kabinete/index.html";
    let outcome = site.build();
    outcome.ok().shows(page, "id=\"p-1.2\"").shows(page, "colspan=\"2\"").shows(page, "Кроме выходных");
    outcome.shows(page, "alt=\"Схема кабинета\"");
    assert!(site.path("public/regulations/polozhenie-kabinete/risunok-1.png-1.png").exists());
}

#[test]
fn a_heading_of_word_is_the_title_where_no_words_open_one() {
    let styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>";
    let heading = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr>{}</w:p>",
        r("Протокол методического совета № 2")
    );
    let body = heading + &p("Пример документа.") + &p("1. Слушали об опыте. Решили: рекомендовать.");
    let site = SiteTest::new().file("a.docx", Docx::new(&body).part("styles", styles).bytes());
    site.run(&["import", "a.docx", "--kind", "Документ"]).ok_output();
    let made = fs::read_to_string(site.path("content/regulations/protokol-metodicheskogo-soveta-2/index.md"))
        .unwrap();
    assert!(
        made.contains("title: Протокол методического совета № 2\ndoc_type: протокол\nnumber: \"2\""),
        "{made}"
    );
    let plan = p("План работы методического центра на 2026/2027 учебный год")
        + &p("1. Работа")
        + &p("1.1. Встречи.");
    let site = SiteTest::new().file("b.docx", Docx::new(&plan).bytes());
    assert!(site.run(&["import", "b.docx"]).ok_output().contains("Вид: «Документ»"));
}

#[test]
fn the_same_document_changes_nothing_and_edits_are_kept() {
    let site = SiteTest::new().file("a.docx", regulation().bytes());
    let import = ["import", "a.docx", "--kind", "regulation"];
    site.run(&import).ok_output();
    let first = made(&site);
    assert!(site.run(&import).ok_output().contains("Ничего не изменилось"));
    assert_eq!(made(&site), first);
    let edited = first.replace("ежедневно", "**ежедневно**");
    let site = site.file(MADE, &edited);
    assert!(site.run(&import).ok_output().contains("ваши правки"));
    assert_eq!(made(&site), edited);
    let other = Docx::new(&(p("ПОЛОЖЕНИЕ") + &p("о кабинете") + &p("1. Общее") + &p("1.1. Иначе.")));
    let site = site.file("a.docx", other.bytes());
    site.run(&import).fails_with("правили вручную").fails_with("--force");
    assert_eq!(made(&site), edited);
}

#[test]
fn an_unfinished_document_is_a_draft_and_its_original_is_not_published() {
    let deleted = "<w:del w:id=\"1\"><w:r><w:delText>тайное</w:delText></w:r></w:del>";
    let body = p("ПОЛОЖЕНИЕ")
        + &p("о кабинете")
        + &p("1. Общее")
        + &format!("<w:p>{}{deleted}</w:p>", r("1.1. Текст. "));
    let docx = Docx::new(&body)
        .part("comments", &format!("<w:comment w:id=\"0\">{}</w:comment>", p("уточнить у юриста")));
    let site = SiteTest::new().file("a.docx", docx.bytes());
    let outcome = site.run(&["import", "a.docx", "--kind", "regulation"]);
    let said = outcome.ok_output();
    for part in ["«тайное»", "«уточнить у юриста»", "черновик"] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    let made = made(&site);
    assert!(made.contains("status: draft") && !made.contains("original:"), "{made}");
    assert!(!made.contains("тайное") && !made.contains("юриста"));
    site.build().ok();
    assert!(!site.path("public/regulations/polozhenie-kabinete").exists());
}

#[test]
fn damaged_locked_and_foreign_files_are_told_and_the_rest_goes_on() {
    let whole = regulation().bytes();
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let site = SiteTest::new()
        .file("half.docx", &whole[..whole.len() / 2])
        .file("locked.docx", [compound, locked.as_slice()].concat())
        .file("old.doc", compound)
        .file("photo.png", PNG)
        .file("whole.docx", &whole)
        .alone();
    let outcome = site.run(&[
        "import",
        "half.docx",
        "locked.docx",
        "old.doc",
        "photo.png",
        "whole.docx",
        "--kind",
        "Документ",
    ]);
    for said in [
        "«half.docx» повреждён",
        "«locked.docx» закрыт паролем",
        "старый формат Word",
        "который импорт не читает",
    ] {
        outcome.fails_with(said);
    }
    assert!(site.path(MADE).exists());
}

#[test]
fn what_a_converter_left_in_a_document_as_text_is_no_fault_of_the_import() {
    let body = [
        p("ПОЛОЖЕНИЕ"),
        p("о кабинете"),
        p("1. Общие положения"),
        p("1.1. Кабинет [bookmark: _GoBack]создан отделом образования."),
        table(&[&[&p("День"), &p("Часы")], &[&p("вторник [bookmark: _GoBack]"), &p("9–10")]]),
        p("1.2. Кабинет ведёт [приём и выдачу."),
    ];
    let site = SiteTest::new().file("paper.docx", Docx::new(&body.concat()).bytes());
    let outcome = site.run(&["import", "paper.docx", "--kind", "положение"]);
    outcome.ok();
    assert!(!outcome.said().contains("ошибка программы"), "{}", outcome.said());
}
