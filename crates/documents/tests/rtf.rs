//! Texts in RTF by hand.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its document should stop at once")]

use kabinet_documents::{Block, Reason, Refusal, read};

fn lines(text: &str) -> Vec<String> {
    read(text.as_bytes())
        .unwrap()
        .plain()
        .lines()
        .map(str::to_owned)
        .filter(|line| !line.is_empty())
        .collect()
}

#[test]
fn letters_labels_notes_and_fields_are_as_printed() {
    let text = r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Times;}}{\stylesheet{\s1 heading 1;}}{\info{\author кто}}
{\listtext\pard 1.1.\tab}\'cf\'f0\'e8\u1074?\u1077?\u1090? \~\'b9\_1{\footnote {\chftn}\'e7\'ed\'e0\'ea}\par
{\field{\*\fldinst HYPERLINK https://a.example}{\fldrslt \'f1\'e0\'e9\'f2}}\line \'e4\'e0{\*\unknown x}\par}";
    assert_eq!(lines(text), ["1.1. Привет \u{a0}№\u{2011}1", "сайт", "да", "знак"]);
}

#[test]
fn tables_are_tables_and_what_is_not_printed_is_listed() {
    let text = r"{\rtf1 {\header head}\trowd\cellx100\cellx200\pard\intbl a\cell b\cell\row\trowd\pard\intbl c\cell d\cell\row
\pard after {\v secret}{\deleted gone}\par{\*\annotation ask}}";
    let document = read(text.as_bytes()).unwrap();
    let Block::Table(table) = &document.blocks[0] else { panic!("a table: {document:?}") };
    assert_eq!(table.rows.len(), 2);
    assert_eq!(document.plain(), "a\nb\nc\nd\nafter \n");
    let left: Vec<(Reason, &str)> =
        document.left_out.iter().map(|left| (left.reason, left.text.as_str())).collect();
    let expected = [
        (Reason::Margin, "head"),
        (Reason::Hidden, "secret"),
        (Reason::Deleted, "gone"),
        (Reason::Comment, "ask"),
    ];
    assert_eq!(left, expected);
    assert_eq!(read(format!("{{\\rtf1{}", "{".repeat(5000)).as_bytes()), Err(Refusal::Excessive("depth")));
    for end in 0..text.len() {
        let _ = read(&text.as_bytes()[..end]);
    }
}
