//! Web pages as documents: what browsers show, in its order, and what they do not.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its document should stop at once")]

use kabinet_documents::{Block, Document, Mark, Piece, Reason, html, is_html};

fn read(text: &str) -> Document {
    html(text).unwrap()
}

#[test]
fn blocks_begin_and_end_as_in_browsers() {
    let document = read(
        "<html><head><title>Не текст</title><style>p{}</style></head><body>\n<h2>Заголовок\nв две строки</h2>Голый  текст\
         <p>Один<p>Два<br>строки &amp; &laquo;знаки&raquo;<pre>как\n  есть</pre><ol type=a start=3><li>третий<li value=7>седьмой</ol>",
    );
    assert_eq!(
        document.plain(),
        "Заголовок в две строки\nГолый текст\nОдин\nДва\nстроки & «знаки»\nкак\n  есть\nc. третий\ng. седьмой\n"
    );
    let Block::Paragraph(first) = &document.blocks[0] else { panic!("a heading") };
    assert_eq!(first.heading, Some(2));
    assert!(document.left_out.is_empty());
}

#[test]
fn a_table_knows_what_its_cells_cover() {
    let document = read(
        "<table><thead><tr><th>А<th>Б</thead><tr><td rowspan=9>1<td>2<tr><td>3<table><tr><td>внутри</table></table>после",
    );
    let [Block::Table(table), Block::Paragraph(_)] = document.blocks.as_slice() else {
        panic!("{:?}", document.blocks)
    };
    let cells: Vec<(usize, usize, usize)> = table
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .map(|cell| (cell.column, cell.columns, cell.rows))
        .collect();
    assert_eq!(cells, [(0, 1, 1), (1, 1, 1), (0, 1, 2), (1, 1, 1), (1, 1, 1)]);
    assert!(table.rows[0].header && !table.rows[1].header);
    assert_eq!(document.plain(), "А\nБ\n1\n2\n3\nвнутри\nпосле\n");
}

#[test]
fn what_no_reader_sees_is_left_out_and_told() {
    let document = read(
        "<nav>меню</nav><p>Текст <span style='display: none'>тайна</span><del>старое</del><ins>новое</ins>.\
         <p hidden>скрыто<p>видно<img src=a/b.png><div style='mso-element:comment'>кто писал?</div>\
         <script>if (a < b) write('<p>нет')</script><footer>подвал</footer>",
    );
    assert_eq!(document.plain(), "Текст новое.\nвидно\n");
    let left: Vec<(Reason, &str)> =
        document.left_out.iter().map(|left| (left.reason, left.text.as_str())).collect();
    assert_eq!(
        left,
        [
            (Reason::Margin, "меню"),
            (Reason::Hidden, "тайна"),
            (Reason::Deleted, "старое"),
            (Reason::Inserted, "…"),
            (Reason::Hidden, "скрыто"),
            (Reason::Object, "b.png"),
            (Reason::Comment, "кто писал?"),
            (Reason::Margin, "подвал"),
        ]
    );
}

#[test]
fn marks_end_where_they_should_whatever_is_forgotten() {
    let document = read("<p>м<sup>2 и <a href='https://a.example/'>ссылка</sup> дальше</a></p><p>конец");
    let Block::Paragraph(first) = &document.blocks[0] else { panic!("a paragraph") };
    let opened = first.pieces.iter().filter(|piece| matches!(piece, Piece::Open(_))).count();
    let closed = first.pieces.iter().filter(|piece| **piece == Piece::Close).count();
    assert_eq!((opened, closed), (2, 2), "{first:?}");
    assert!(first.pieces.contains(&Piece::Open(Mark::Link("https://a.example/".to_owned()))));
    assert_eq!(document.plain(), "м2 и ссылка дальше\nконец\n");
    let forgotten = read(&format!("<p><span style='mso-list:Ignore'>{}</p><p>конец", "слово ".repeat(90)));
    assert!(forgotten.plain().matches("слово").count() == 90 && forgotten.plain().ends_with("конец\n"));
}

#[test]
fn only_pages_are_taken_for_pages() {
    assert!(is_html("\u{feff}<!DOCTYPE html><p>") && is_html("<?xml version='1.0'?>\n<HTML><BODY>"));
    assert!(!is_html("день;час") && !is_html("а < б") && !is_html("О теге <bodypart>"));
}
