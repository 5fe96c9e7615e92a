//! Workbooks of Excel by hand-written XML.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its document should stop at once")]

#[path = "../../../tests/support/office.rs"]
mod office;

use kabinet_documents::{Block, Reason, read};

#[test]
fn sheets_are_tables_of_values_as_they_are_shown() {
    let document = read(&office::workbook(&[
        ("Ноябрь", "", &["<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"A2\" s=\"1\"><v>46347.4166666667</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Семинар</t></is></c>"], "A1:B1"),
        ("Тайный", "state=\"hidden\"", &["<c r=\"A1\"><v>7</v></c>"], ""),
    ]))
    .unwrap();
    let Block::Table(table) = &document.blocks[0] else { panic!("a table") };
    assert_eq!((table.rows[0].cells[0].columns, table.rows[1].cells.len()), (2, 2));
    assert_eq!(document.plain(), "НОЯБРЬ\n21.11.2026 10:00\nСеминар\n");
    assert_eq!((document.left_out[0].reason, document.left_out[0].text.as_str()), (Reason::Hidden, "Тайный"));
}
