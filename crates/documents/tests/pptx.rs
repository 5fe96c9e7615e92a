//! Presentations of PowerPoint by hand-written XML.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its document should stop at once")]

#[path = "../../../tests/support/office.rs"]
mod office;

use kabinet_documents::{Block, Document, Mark, Names, Piece, Reason, names, read, without_names};
use office::{Slide, line, presentation, shape};

fn lines(document: &Document) -> Vec<String> {
    document.plain().lines().map(str::to_owned).collect()
}

fn left(document: &Document) -> Vec<(Reason, &str)> {
    document.left_out.iter().map(|left| (left.reason, left.text.as_str())).collect()
}

#[test]
fn slides_are_read_in_their_order_each_under_its_title() {
    let first = shape("body", &line("/>", "Задачи"))
        + &shape("title", &(line("/>", "Работа") + &line("/>", "кабинета")));
    let second = shape("ctrTitle", &line("/>", "Итоги")) + &shape("", &line("/>", "без знака"));
    let document = read(&presentation(&[Slide::new(&first), Slide::new(&second)])).unwrap();
    assert_eq!(lines(&document), ["Работа", "кабинета", "• Задачи", "Итоги", "без знака"]);
    let headings = document
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Paragraph(one) if one.heading == Some(1)));
    assert_eq!(headings.count(), 2);
    assert!(document.blocks.contains(&Block::PageBreak));
}

#[test]
fn signs_and_numbers_are_those_that_are_shown() {
    let number = |kind: &str, more: &str| format!("{more}><a:buAutoNum type=\"{kind}\"/></a:pPr>");
    let text = [
        line("/>", "сверху"),
        line("lvl=\"1\"/>", "глубже"),
        line("><a:buNone/></a:pPr>", "просто"),
        line(&number("arabicParenR", ""), "раз"),
        line("lvl=\"1\"/>", "между"),
        line(&number("arabicParenR", ""), "два"),
        line("/>", ""),
        line(&number("romanUcPeriod", ""), "римское"),
        line(&number("alphaLcParenBoth", "lvl=\"1\""), "буква"),
        line("><a:buAutoNum type=\"arabicPeriod\" startAt=\"5\"/></a:pPr>", "пятое"),
        line("><a:buChar char=\"\u{f0fc}\"/></a:pPr>", "галочка"),
    ];
    let slide = Slide::new(&shape("body", &text.concat()));
    let read = read(&presentation(&[slide])).unwrap();
    let expected = [
        // The mark of a slide without a title.
        "",
        "• сверху",
        "– глубже",
        "просто",
        "1) раз",
        "– между",
        "2) два",
        "I. римское",
        "(a) буква",
        "5. пятое",
        "• галочка",
    ];
    assert_eq!(lines(&read), expected);
}

#[test]
fn tables_diagrams_formulas_and_links_are_read() {
    let cell =
        |more: &str, text: &str| format!("<a:tc {more}><a:txBody>{}</a:txBody></a:tc>", line("/>", text));
    let rows = format!(
        "<a:tr>{}{}</a:tr><a:tr>{}{}</a:tr>",
        cell("gridSpan=\"2\"", "Часы"),
        cell("hMerge=\"1\"", "долой"),
        cell("", "вторник"),
        cell("", "9")
    );
    let frame = |inside: &str| {
        format!(
            "<p:graphicFrame><a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic></p:graphicFrame>"
        )
    };
    let formula = "<a:p><mc:AlternateContent><mc:Choice Requires=\"a14\"><a14:m><m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>=2</m:t></m:r>\
        </m:oMath></a14:m></mc:Choice><mc:Fallback><a:r><a:t>нет</a:t></a:r></mc:Fallback></mc:AlternateContent></a:p>";
    let link = "<a:p><a:r><a:rPr><a:hlinkClick r:id=\"web\"/></a:rPr><a:t>банк</a:t></a:r><a:r><a:t> м</a:t></a:r><a:r>\
        <a:rPr baseline=\"30000\"/><a:t>2</a:t></a:r><a:br/><a:fld><a:t>поле</a:t></a:fld></a:p>";
    let shapes = frame(&format!("<a:tbl><a:tblPr firstRow=\"1\"/>{rows}</a:tbl>"))
        + &frame("<dgm:relIds r:dm=\"diagramData\"/>")
        + &frame("<a:chart/>")
        + &format!("<p:grpSp>{}</p:grpSp>", shape("", &(formula.to_owned() + link)));
    let data = format!(
        "<dgm:pt type=\"pres\">{0}</dgm:pt><dgm:pt>{1}</dgm:pt>",
        line("/>", "вид"),
        line("/>", "Шаг первый")
    );
    let slide = Slide::new(&shapes).part("diagramData", &data).link("web", "https://bank.example/");
    let document = read(&presentation(&[slide])).unwrap();
    // A slide without a title begins with a mark of its number, which has no word.
    let Block::Paragraph(mark) = &document.blocks[0] else { panic!("a mark") };
    assert!(mark.heading == Some(1) && mark.pieces == [Piece::Leaf(1)] && mark.is_empty());
    let Block::Table(table) = &document.blocks[1] else { panic!("a table") };
    assert_eq!(
        (table.rows[0].header, table.rows[0].cells.len(), table.rows[0].cells[0].columns),
        (true, 1, 2)
    );
    assert_eq!(lines(&document), ["", "Часы", "вторник", "9", "Шаг первый", "x=2", "банк м2", "поле"]);
    assert_eq!(left(&document), [(Reason::Object, "object")]);
    let Some(Block::Paragraph(last)) = document.blocks.last() else { panic!("a paragraph") };
    assert_eq!(last.pieces[0], Piece::Open(Mark::Link("https://bank.example/".into())));
    assert!(last.pieces.contains(&Piece::Open(Mark::Raised)));
}

#[test]
fn what_nobody_is_shown_is_listed() {
    let foot = shape("title", &line("/>", "Видно"))
        + &shape("ftr", &line("/>", "ИМЦ"))
        + &shape("sldNum", &line("/>", "3"));
    let veiled = shape("", &line("/>", "под покровом")).replace("name=\"\"", "name=\"\" hidden=\"1\"");
    let notes = shape("sldImg", "")
        + &shape("body", &line("/>", "сказать о сроках"))
        + &shape("sldNum", &line("/>", "1"));
    let shown = Slide::new(&(foot + &veiled))
        .part("comments", "<p:cmLst><p:cm><p:text>проверить</p:text></p:cm></p:cmLst>")
        .part("notesSlide", &notes);
    let secret = Slide::new(&shape("title", &line("/>", "Черновик"))).hidden();
    let document = read(&presentation(&[shown, secret])).unwrap();
    assert_eq!(lines(&document), ["Видно"]);
    let expected = [
        (Reason::Comment, "проверить"),
        (Reason::Spoken, "сказать о сроках"),
        (Reason::Margin, "ИМЦ"),
        (Reason::Margin, "3"),
        (Reason::Hidden, "под покровом"),
        (Reason::Hidden, "Черновик\n"),
    ];
    assert_eq!(left(&document), expected);
    assert!(document.is_unresolved());
}

#[test]
fn nothing_but_the_slides_is_needed_and_a_broken_one_is_told() {
    let whole = presentation(&[Slide::new(&shape("title", &line("/>", "Один")))]);
    assert_eq!(lines(&read(&whole).unwrap()), ["Один"]);
    for cut in (40..whole.len()).step_by(97) {
        let _ = read(&whole[..cut]);
    }
    let bare = office::archive(&[("ppt/presentation.xml", b"<p/>".as_slice())]);
    assert_eq!(read(&bare).unwrap().blocks, []);
    let broken = office::archive(&[("ppt/presentation.xml", b"<p".as_slice())]);
    assert!(read(&broken).is_err());
}

#[test]
fn people_who_commented_are_taken_out() {
    let authors = "<p:cmAuthorLst xmlns:p=\"x\"><p:cmAuthor id=\"0\" name=\"Автор пометки\" initials=\"АП\"/></p:cmAuthorLst>";
    let file = office::archive(&[
        ("ppt/presentation.xml", b"<p/>".as_slice()),
        ("ppt/commentAuthors.xml", authors.as_bytes()),
    ]);
    assert_eq!(names(&file).unwrap(), Names::Told);
    let clean = without_names(&file).unwrap();
    assert_eq!(names(&clean).unwrap(), Names::Untold);
    assert!(!String::from_utf8_lossy(&clean).contains("Автор"));
}

#[test]
fn one_slide_named_without_end_is_refused() {
    let slide = "<p:sldId xmlns:p=\"p\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"s\"/>";
    let main = format!("<p>{}</p>", slide.repeat(4000));
    let relations =
        "<Relationships><Relationship Id=\"s\" Type=\"x/slide\" Target=\"slide.xml\"/></Relationships>";
    let file = office::archive(&[
        ("ppt/presentation.xml", main.as_bytes()),
        ("ppt/_rels/presentation.xml.rels", relations.as_bytes()),
        ("ppt/slide.xml", b"<p/>".as_slice()),
    ]);
    assert_eq!(read(&file), Err(kabinet_documents::Refusal::Excessive("slides")));
}
