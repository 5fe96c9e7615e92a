//! Documents of Word by hand-written XML: what is printed, in which order, and what is left out.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its document should stop at once")]

#[path = "../../../tests/support/office.rs"]
mod office;

use kabinet_documents::{Block, Document, Mark, Piece, Reason, Refusal, Table, read};
use office::{Docx, li, list, num, p, r};

fn printed(docx: &Docx) -> Vec<String> {
    let document = read(&docx.bytes()).unwrap();
    document.plain().lines().map(str::to_owned).filter(|line| !line.is_empty()).collect()
}

fn left(document: &Document) -> Vec<(Reason, &str)> {
    document.left_out.iter().map(|left| (left.reason, left.text.as_str())).collect()
}

fn the_table(document: &Document) -> &Table {
    let found = document.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    found.unwrap()
}

const LEVELS: [(&str, &str, &str); 3] =
    [("decimal", "%1.", ""), ("decimal", "%1.%2.", ""), ("russianLower", "%3)", "")];

#[test]
fn lists_of_several_levels_are_numbered_as_printed() {
    let body = [
        li(1, 0, "Общее"),
        li(1, 1, "первый"),
        li(1, 2, "а-буква"),
        li(1, 2, "б-буква"),
        li(1, 1, "второй"),
        li(1, 2, "снова"),
        li(1, 0, "Права"),
        li(1, 1, "третий"),
    ];
    let docx = Docx::new(&body.concat()).part("numbering", &(list(7, &LEVELS) + &num(1, 7, "")));
    let expected = [
        "1. Общее",
        "1.1. первый",
        "а) а-буква",
        "б) б-буква",
        "1.2. второй",
        "а) снова",
        "2. Права",
        "2.1. третий",
    ];
    assert_eq!(printed(&docx), expected);
}

#[test]
fn every_way_of_writing_numbers_is_known() {
    let levels = [
        ("upperRoman", "Раздел %1.", ""),
        ("lowerLetter", "%2)", ""),
        ("russianUpper", "%3.", ""),
        ("bullet", "\u{f0b7}", ""),
        ("decimal", "%1.%5", "<w:isLgl/>"),
        ("lowerRoman", "(%6)", "<w:suff w:val=\"nothing\"/>"),
    ];
    let body: String = (0..6).map(|level| li(1, level, "т")).collect();
    let docx = Docx::new(&(body + &li(1, 0, "т"))).part("numbering", &(list(7, &levels) + &num(1, 7, "")));
    assert_eq!(printed(&docx), ["Раздел I. т", "a) т", "А. т", "• т", "1.1 т", "(i)т", "Раздел II. т"]);
}

#[test]
fn lists_start_and_restart_as_they_are_told() {
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    let never = [("decimal", "%1.", ""), ("decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>")];
    let numbering = list(7, &LEVELS)
        + &list(8, &never)
        + &num(1, 7, "")
        + &num(2, 7, start)
        + &num(3, 7, "")
        + &num(4, 8, "");
    let body = [
        li(1, 0, "раз"),
        li(3, 0, "тот же счёт"),
        li(2, 0, "с пяти"),
        li(2, 0, "шесть"),
        li(1, 0, "дальше"),
        li(0, 0, "без номера"),
        li(4, 0, "а"),
        li(4, 1, "б"),
        li(4, 0, "в"),
        li(4, 1, "не сначала"),
    ];
    let docx = Docx::new(&body.concat()).part("numbering", &numbering);
    let expected = [
        "1. раз",
        "2. тот же счёт",
        "5. с пяти",
        "6. шесть",
        "7. дальше",
        "без номера",
        "1. а",
        "1) б",
        "2. в",
        "2) не сначала",
    ];
    assert_eq!(printed(&docx), expected);
}

#[test]
fn styles_number_their_paragraphs_and_the_list_0_takes_that_away() {
    let styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"N\"/><w:pPr>\
        <w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"H1\"/>\
        <w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>";
    let levels =
        [("decimal", "%1.", "<w:pStyle w:val=\"H1\"/>"), ("decimal", "%1.%2.", "<w:pStyle w:val=\"H2\"/>")];
    let styled = |style: &str, more: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{}</w:p>", r(text))
    };
    let none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>";
    let body = styled("H1", "", "Общее")
        + &styled("H2", "", "Цель")
        + &styled("H1", none, "Без номера")
        + &styled("H1", "", "Права")
        + &styled("H2", "", "Чьи");
    let docx =
        Docx::new(&body).part("styles", styles).part("numbering", &(list(7, &levels) + &num(1, 7, "")));
    assert_eq!(printed(&docx), ["1. Общее", "1.1. Цель", "Без номера", "2. Права", "2.1. Чьи"]);
    let document = read(&docx.bytes()).unwrap();
    let headings: Vec<Option<u8>> = document
        .blocks
        .iter()
        .filter_map(
            |block| if let Block::Paragraph(paragraph) = block { Some(paragraph.heading) } else { None },
        )
        .collect();
    assert_eq!(headings, [Some(1), Some(2), Some(1), Some(1), Some(2)]);
}

#[test]
fn a_typed_label_beside_an_automatic_one_is_kept() {
    let docx = Docx::new(&(li(1, 0, "1.1. Текст") + &li(1, 0, "ещё")))
        .part("numbering", &(list(7, &LEVELS) + &num(1, 7, "")));
    assert_eq!(printed(&docx), ["1. 1.1. Текст", "2. ещё"]);
}

#[test]
fn changes_are_read_as_if_accepted_and_each_is_listed() {
    let body = format!(
        "<w:p>{}<w:del w:id=\"1\"><w:r><w:delText>не </w:delText></w:r></w:del><w:ins w:id=\"2\">{}</w:ins>{}</w:p>\
         <w:p><w:moveFrom w:id=\"3\">{}</w:moveFrom></w:p><w:p><w:moveTo w:id=\"4\">{}</w:moveTo></w:p>",
        r("Кабинет "),
        r("всегда "),
        r("работает"),
        r("сдвинуто"),
        r("сдвинуто")
    );
    let docx = Docx::new(&body);
    assert_eq!(printed(&docx), ["Кабинет всегда работает", "сдвинуто"]);
    let document = read(&docx.bytes()).unwrap();
    assert!(document.is_unresolved());
    let expected = [(Reason::Deleted, "не"), (Reason::Inserted, "всегда"), (Reason::Moved, "сдвинуто")];
    assert_eq!(left(&document), expected);
}

#[test]
fn a_deleted_mark_joins_paragraphs_and_counts_nothing() {
    let gone = "<w:rPr><w:del w:id=\"1\"/></w:rPr>";
    let numbers = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    let cut = |text: &str| format!("<w:p><w:pPr>{numbers}{gone}</w:pPr>{}</w:p>", r(text));
    let all_gone = format!(
        "<w:p><w:pPr>{numbers}{gone}</w:pPr><w:del w:id=\"2\"><w:r><w:delText>долой</w:delText></w:r></w:del></w:p>"
    );
    let body = li(1, 0, "раз") + &cut("два, ") + &li(1, 0, "и ещё") + &all_gone + &li(1, 0, "три");
    let docx = Docx::new(&body).part("numbering", &(list(7, &LEVELS) + &num(1, 7, "")));
    assert_eq!(printed(&docx), ["1. раз", "2. два, и ещё", "3. три"]);
}

#[test]
fn deleted_rows_are_gone_and_merged_cells_cover_what_they_cover() {
    let rows = "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>".to_owned()
        + &p("высокая")
        + "</w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"
        + &p("широкая")
        + "</w:tc></w:tr><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>"
        + &p("удалена")
        + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>"
        + &p("б")
        + "</w:tc><w:tc>"
        + &p("в")
        + "</w:tc></w:tr>";
    let document = read(&Docx::new(&format!("<w:tbl>{rows}</w:tbl>")).bytes()).unwrap();
    let table = the_table(&document);
    let shape: Vec<Vec<(usize, usize, usize)>> = table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| (cell.column, cell.columns, cell.rows)).collect())
        .collect();
    assert_eq!(shape, [vec![(0, 1, 2), (1, 2, 1)], vec![(1, 1, 1), (2, 1, 1)]]);
    assert_eq!(left(&document), [(Reason::Deleted, "удалена")]);
}

#[test]
fn alternatives_are_read_once_and_boxes_follow_their_paragraph() {
    let body = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><a:graphicData>\
         <wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>\
         </w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>\
         </v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>{}</w:p>",
        r("до "),
        p("в рамке"),
        p("в рамке"),
        r("после")
    );
    assert_eq!(printed(&Docx::new(&body)), ["до после", "в рамке"]);
}

#[test]
fn results_of_fields_are_printed_and_their_codes_are_not() {
    let field = |code: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let inner = field("PAGE", &r("7"));
    let body = format!(
        "<w:p>{}{}</w:p><w:p><w:fldSimple w:instr=\"DATE\">{}</w:fldSimple></w:p>",
        field(&format!("IF {inner} = 1"), &r("итог")),
        field("HYPERLINK \"https://a.example/\"", &r("сайт")),
        r("21.11.2026")
    );
    let docx = Docx::new(&body);
    assert_eq!(printed(&docx), ["итогсайт", "21.11.2026"]);
    let document = read(&docx.bytes()).unwrap();
    let Block::Paragraph(first) = &document.blocks[0] else { panic!("a paragraph") };
    assert!(first.pieces.contains(&Piece::Open(Mark::Link("https://a.example/".to_owned()))));
}

#[test]
fn controls_links_signs_and_notes_are_read_where_they_stand() {
    let body = format!(
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt><w:p><w:hyperlink r:id=\"rL\">{}</w:hyperlink><w:r><w:tab/>\
         <w:t>а</w:t><w:noBreakHyphen/><w:t>б\u{ad}в</w:t><w:softHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>\
         <w:footnoteReference w:id=\"2\"/></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>\
         <w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>",
        p("поле"),
        r("ссылка"),
        r(" конец")
    );
    let notes =
        format!("<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>", r("сноска"));
    let docx = Docx::new(&body).link("rL", "https://b.example/").part("footnotes", &notes);
    assert_eq!(printed(&docx), ["поле", "ссылка\tа\u{2011}бв✓2 конец", "сноска"]);
}

#[test]
fn hidden_text_is_listed_and_not_printed_by_itself_and_by_style() {
    let styles = "<w:style w:type=\"character\" w:styleId=\"S\"><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"P\"><w:rPr><w:vanish/></w:rPr></w:style>";
    let run =
        |properties: &str, text: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}{}{}{}</w:p><w:p><w:pPr><w:pStyle w:val=\"P\"/></w:pPr>{}{}</w:p>{}",
        run("", "видно"),
        run("<w:vanish/>", "тайна"),
        run("<w:rStyle w:val=\"S\"/>", "секрет"),
        run("<w:vanish w:val=\"0\"/>", " тоже"),
        r("скрытый абзац"),
        run("<w:vanish w:val=\"false\"/>", "а это нет "),
        p("дальше")
    );
    let docx = Docx::new(&body).part("styles", styles);
    assert_eq!(printed(&docx), ["видно тоже", "а это нет дальше"]);
    let document = read(&docx.bytes()).unwrap();
    assert_eq!(left(&document), [(Reason::Hidden, "тайна секрет скрытый абзац")]);
}

#[test]
fn pictures_come_as_bytes_with_their_descriptions() {
    let body = "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"Схема\"/><a:graphic>\
        <a:graphicData><a:blip r:embed=\"rPic\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    let document = read(&Docx::new(body).picture("image1.png", b"\x89PNG\r\n\x1a\n").bytes()).unwrap();
    let picture = &document.pictures[0];
    assert_eq!((picture.name.as_str(), picture.description.as_str()), ("image1.png", "Схема"));
    assert_eq!(picture.bytes, b"\x89PNG\r\n\x1a\n");
    let Block::Paragraph(paragraph) = &document.blocks[0] else { panic!("a paragraph") };
    assert_eq!(paragraph.pieces, [Piece::Picture(0)]);
}

#[test]
fn comments_heads_and_feet_are_listed() {
    let docx = Docx::new(&p("текст"))
        .part(
            "comments",
            &format!("<w:comment w:id=\"0\" w:author=\"кто-то\">{}</w:comment>", p("проверить")),
        )
        .part("header", &p("Бланк центра"))
        .part("footer", &p("12"));
    let document = read(&docx.bytes()).unwrap();
    assert_eq!(left(&document), [(Reason::Comment, "проверить"), (Reason::Margin, "Бланк центра")]);
}

#[test]
fn the_strict_namespace_is_the_same_document() {
    let body = li(1, 0, "раз") + &li(1, 1, "два");
    let numbering = list(7, &LEVELS) + &num(1, 7, "");
    let (loose, strict) = (Docx::new(&body), Docx::new(&body).strict());
    let (loose, strict) = (loose.part("numbering", &numbering), strict.part("numbering", &numbering));
    assert_eq!(printed(&strict), ["1. раз", "1.1. два"]);
    assert_eq!(read(&strict.bytes()), read(&loose.bytes()));
}

#[test]
fn what_was_made_to_harm_is_refused_with_its_reason() {
    let part = |text: &str| office::archive(&[("word/document.xml", text.as_bytes())]);
    assert_eq!(read(b""), Err(Refusal::Unknown));
    assert_eq!(read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."), Err(Refusal::OldWord));
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(
        read(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", locked.as_slice()].concat()),
        Err(Refusal::Protected)
    );
    let entities = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>";
    assert_eq!(read(&part(entities)), Err(Refusal::Entities));
    let deep = format!("<a>{}", "<b>".repeat(5000));
    assert_eq!(read(&part(&deep)), Err(Refusal::Excessive("depth")));
    let whole = Docx::new(&p("текст")).bytes();
    for end in (4..whole.len()).step_by(97) {
        assert!(matches!(read(&whole[..end]), Err(Refusal::Damaged { .. })), "{end}");
    }
    let based = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>";
    let body = format!("<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr>{}</w:p>", r("по кругу"));
    assert_eq!(printed(&Docx::new(&body).part("styles", based)), ["по кругу"]);
}
