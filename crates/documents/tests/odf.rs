//! Texts and spreadsheets of LibreOffice by hand-written XML.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its document should stop at once")]

#[path = "../../../tests/support/office.rs"]
mod office;

use kabinet_documents::{Block, Document, Reason, read};

const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
    xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

fn file(kind: &str, styles: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles><office:body>\
         <office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    );
    let mime = format!("application/vnd.oasis.opendocument.{kind}");
    office::archive(&[("mimetype", mime.as_bytes()), ("content.xml", content.as_bytes())])
}

fn lines(document: &Document) -> Vec<String> {
    document.plain().lines().map(str::to_owned).filter(|line| !line.is_empty()).collect()
}

#[test]
fn lists_headings_and_notes_are_printed_as_labelled() {
    let styles = "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" \
        style:num-suffix=\".\"/><text:list-level-style-number text:level=\"2\" style:num-format=\"1\" style:num-suffix=\".\" \
        text:display-levels=\"2\"/><text:list-level-style-number text:level=\"3\" \
        style:num-format=\"а, б, .., аа, бб, ... (ru)\" style:num-suffix=\")\"/></text:list-style>";
    let item = |inside: &str| format!("<text:list-item>{inside}</text:list-item>");
    let list = |more: &str, inside: &str| format!("<text:list {more}>{inside}</text:list>");
    let third = list("", &(item("<text:p>а-буква</text:p>") + &item("<text:p>б-буква</text:p>")));
    let second = list("", &item(&format!("<text:p>Кабинет:</text:p>{third}")));
    let body = list("text:style-name=\"L\"", &item(&format!("<text:p>Общее</text:p>{second}")))
        + "<text:p>между<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>сноска</text:p>\
           </text:note-body></text:note></text:p>"
        + &list("text:style-name=\"L\" text:continue-numbering=\"true\"", &item("<text:p>Права</text:p>"))
        + &list("text:style-name=\"L\"", &item("<text:p>заново</text:p>"));
    let document = read(&file("text", styles, &body)).unwrap();
    let expected =
        ["1. Общее", "1.1. Кабинет:", "а) а-буква", "б) б-буква", "между", "2. Права", "1. заново", "сноска"];
    assert_eq!(lines(&document), expected);
}

#[test]
fn what_is_not_printed_is_listed_and_spaces_are_as_shown() {
    let styles = "<style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style>";
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>долой</text:p></text:deletion>\
        </text:changed-region></text:tracked-changes><text:p>а <text:span>  б</text:span><text:s text:c=\"2\"/>в<text:tab/>г\
        <text:span text:style-name=\"H\">тайна</text:span><office:annotation><text:p>проверить</text:p></office:annotation>\
        <text:line-break/>д</text:p><text:p text:style-name=\"H\">весь скрыт</text:p>";
    let document = read(&file("text", styles, body)).unwrap();
    assert_eq!(lines(&document), ["а б  в\tг", "д"]);
    let left: Vec<(Reason, &str)> =
        document.left_out.iter().map(|left| (left.reason, left.text.as_str())).collect();
    let expected = [
        (Reason::Deleted, "долой"),
        (Reason::Hidden, "тайна"),
        (Reason::Comment, "проверить"),
        (Reason::Hidden, "весь скрыт"),
    ];
    assert_eq!(left, expected);
}

#[test]
fn tables_of_texts_and_sheets_keep_what_is_merged_and_end_where_they_end() {
    let table = "<table:table table:name=\"План\"><table:table-row><table:table-cell table:number-columns-spanned=\"2\">\
        <text:p>НОЯБРЬ</text:p></table:table-cell><table:covered-table-cell/><table:table-cell \
        table:number-columns-repeated=\"1000\"/></table:table-row><table:table-row><table:table-cell><text:p>а</text:p>\
        </table:table-cell><table:table-cell><text:p>б</text:p></table:table-cell></table:table-row><table:table-row \
        table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
        </table:table>";
    for kind in ["text", "spreadsheet"] {
        let document = read(&file(kind, "", table)).unwrap();
        let Block::Table(table) = &document.blocks[0] else { panic!("a table") };
        let shape: Vec<Vec<(usize, usize)>> = table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| (cell.column, cell.columns)).collect())
            .collect();
        assert_eq!(shape, [vec![(0, 2)], vec![(0, 1), (1, 1)]], "{kind}");
    }
}

#[test]
fn slides_are_read_as_they_are_shown() {
    let styles = "<style:style style:name=\"S\"><style:drawing-page-properties presentation:visibility=\"hidden\"/></style:style>";
    let frame = |class: &str, text: &str| {
        format!(
            "<draw:frame presentation:class=\"{class}\"><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"
        )
    };
    let shown = frame("outline", "Задачи")
        + &frame("title", "Работа кабинета")
        + &frame("footer", "ИМЦ")
        + "<draw:ellipse><text:p>в круге</text:p></draw:ellipse><draw:frame><table:table><table:table-row><table:table-cell>\
           <text:p>в ячейке</text:p></table:table-cell></table:table-row></table:table></draw:frame>\
           <office:annotation><text:p>проверить</text:p></office:annotation><presentation:notes>"
        + &frame("notes", "сказать о сроках")
        + &frame("page-number", "1")
        + "</presentation:notes>";
    let body = format!(
        "<draw:page>{shown}</draw:page><draw:page draw:style-name=\"S\">{}</draw:page>",
        frame("title", "Черновик")
    );
    let document = read(&file("presentation", styles, &body)).unwrap();
    assert_eq!(lines(&document), ["Работа кабинета", "Задачи", "в круге", "в ячейке"]);
    let left: Vec<(Reason, &str)> =
        document.left_out.iter().map(|left| (left.reason, left.text.trim())).collect();
    let expected = [
        (Reason::Margin, "ИМЦ"),
        (Reason::Comment, "проверить"),
        (Reason::Spoken, "сказать о сроках"),
        (Reason::Hidden, "Черновик"),
    ];
    assert_eq!(left, expected);
}
