//! Laws for documents of any shape: no visible word is lost, and no bytes do harm.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its document should stop at once")]

#[path = "../../../tests/support/office.rs"]
mod office;

use kabinet_documents::read;
use office::{Docx, li, p, r, table};
use proptest::prelude::*;

/// What a paragraph may be made of: its XML, the words it prints.
fn piece() -> impl Strategy<Value = (String, String)> {
    let word = "[а-я]{1,6}";
    prop_oneof![
        4 => word.prop_map(|word| (r(&format!("{word} ")), word)),
        1 => word.prop_map(|word| (format!("<w:ins w:id=\"1\">{}</w:ins>", r(&format!("{word} "))), word)),
        1 => word.prop_map(|word| {
            (format!("<w:del w:id=\"1\"><w:r><w:delText>{word} </w:delText></w:r></w:del>"), String::new())
        }),
        1 => word.prop_map(|word| {
            (format!("<w:r><w:rPr><w:vanish/></w:rPr><w:t>{word} </w:t></w:r>"), String::new())
        }),
        1 => word.prop_map(|word| {
            let both = format!("<mc:AlternateContent><mc:Choice Requires=\"w14\">{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>", r(&format!("{word} ")));
            (both, word)
        }),
        1 => word.prop_map(|word| (format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", r(&format!("{word} "))), word)),
    ]
}

/// A block: its XML, its words.
fn block() -> impl Strategy<Value = (String, String)> {
    let inside = || prop::collection::vec(piece(), 0..5);
    let joined = |pieces: Vec<(String, String)>| {
        let (xml, words): (Vec<String>, Vec<String>) = pieces.into_iter().unzip();
        (xml.concat(), words.join(" "))
    };
    prop_oneof![
        3 => inside().prop_map(move |pieces| {
            let (xml, words) = joined(pieces);
            (format!("<w:p>{xml}</w:p>"), words)
        }),
        1 => inside().prop_map(move |pieces| {
            let (xml, words) = joined(pieces);
            (format!("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>{xml}</w:p>"), words)
        }),
        1 => prop::collection::vec(inside(), 1..4).prop_map(move |cells| {
            let cells: Vec<(String, String)> = cells.into_iter().map(joined).collect();
            let xml: Vec<String> = cells.iter().map(|(xml, _)| format!("<w:p>{xml}</w:p>")).collect();
            let row: Vec<&str> = xml.iter().map(String::as_str).collect();
            let words: Vec<String> = cells.into_iter().map(|(_, words)| words).collect();
            (table(&[&row]), words.join(" "))
        }),
    ]
}

proptest! {
    #[test]
    fn no_visible_word_is_lost_added_or_moved(blocks in prop::collection::vec(block(), 0..12)) {
        let (xml, words): (Vec<String>, Vec<String>) = blocks.into_iter().unzip();
        let document = read(&Docx::new(&xml.concat()).bytes()).unwrap();
        let plain = document.plain();
        let found: Vec<&str> = plain.split_whitespace().collect();
        let all = words.join(" ");
        prop_assert_eq!(found, all.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), at in 0usize..2000) {
        let mut whole = Docx::new(&(li(1, 0, "раз") + &table(&[&[&p("а")]]))).bytes();
        let from = at.min(whole.len());
        let to = (from + bytes.len()).min(whole.len());
        whole[from..to].copy_from_slice(&bytes[..to - from]);
        let _ = read(&whole);
        let _ = read(&bytes);
    }
}
