//! A document as a file of Word, for somebody who goes on writing it: headings, numbers as printed, tables, links.
//!
//! What stands in it is what [`Document::plain`] says, in the same order; pictures are left out. The same document makes
//! the same bytes.

use std::fmt::Write as _;

use crate::archive::archive;
use crate::model::{Block, Cell, Document, Mark, Paragraph, Piece, Table};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>";

/// The deepest heading that Word has a style for here.
const DEEPEST: u8 = 6;
/// Tables inside each other are written so deep; what is deeper stands in their cells as paragraphs.
const NESTED: usize = 4;

/// Writes a document as a file of Word.
///
/// # Errors
/// Never but where an archive cannot hold so much.
pub fn word(document: &Document) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::default();
    writer.blocks(&document.blocks, 0);
    for (at, note) in document.notes.iter().enumerate() {
        writer.out.push_str("<w:p>");
        writer.run(&format!("[{}]", at + 1), "superscript");
        writer.out.push_str("</w:p>");
        writer.blocks(&note.blocks, 0);
    }
    let body = format!(
        "{HEAD}<w:document xmlns:w=\"{W}\" xmlns:r=\"{R}\"><w:body>{}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"708\" w:footer=\"708\" \
         w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
        writer.out
    );
    let own = [("rId1", "officeDocument", "word/document.xml", "")];
    let links: Vec<(String, &str)> =
        writer.links.iter().enumerate().map(|(at, link)| (format!("rId{}", at + 2), link.as_str())).collect();
    let of_document = [("rId1", "styles", "styles.xml", "")].into_iter();
    let of_document = of_document
        .chain(links.iter().map(|(id, link)| (id.as_str(), "hyperlink", *link, " TargetMode=\"External\"")));
    let parts = [
        ("[Content_Types].xml", format!("{HEAD}{TYPES}")),
        ("_rels/.rels", relations(own.into_iter())),
        ("word/document.xml", body),
        ("word/styles.xml", styles()),
        ("word/_rels/document.xml.rels", relations(of_document)),
    ];
    archive(parts.iter().map(|(name, text)| (*name, text.as_bytes())))
}

fn relations<'r>(all: impl Iterator<Item = (&'r str, &'r str, &'r str, &'r str)>) -> String {
    let space = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut out = format!("{HEAD}<Relationships xmlns=\"{space}\">");
    for (id, kind, target, mode) in all {
        let target = escaped(target);
        let _ = write!(out, "<Relationship Id=\"{id}\" Type=\"{R}/{kind}\" Target=\"{target}\"{mode}/>");
    }
    out + "</Relationships>"
}

/// The styles that are named: a text as papers are typed, headings, the grid of tables.
fn styles() -> String {
    let mut out = format!(
        "{HEAD}<w:styles xmlns:w=\"{W}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" \
         w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"28\"/><w:lang w:val=\"ru-RU\"/></w:rPr>\
         </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    );
    for level in 1..=DEEPEST {
        let _ = write!(
            out,
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/>\
             <w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"240\"/>\
             <w:outlineLvl w:val=\"{}\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>",
            level - 1
        );
    }
    let mut borders = String::new();
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(borders, "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
    }
    let _ = write!(
        out,
        "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>\
         {borders}</w:tblBorders></w:tblPr></w:style></w:styles>"
    );
    out
}

/// The body on its way, and the addresses that it leads to.
#[derive(Default)]
struct Writer {
    out: String,
    links: Vec<String>,
}

impl Writer {
    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::Table(table) if depth < NESTED => self.table(table, depth),
                Block::Table(table) => {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    cells.for_each(|cell| self.blocks(&cell.blocks, depth));
                }
                Block::TextBox(blocks) => self.blocks(blocks, depth),
                Block::PageBreak => self.out.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.out.push_str("<w:p>");
        if let Some(level) = paragraph.heading {
            let level = level.clamp(1, DEEPEST);
            let _ = write!(self.out, "<w:pPr><w:pStyle w:val=\"Heading{level}\"/></w:pPr>");
        } else if let Some(label) = &paragraph.label {
            let left = 425 * (u32::from(label.level) + 1);
            let _ = write!(self.out, "<w:pPr><w:ind w:left=\"{left}\" w:hanging=\"425\"/></w:pPr>");
        }
        if let Some(label) = &paragraph.label {
            self.run(&format!("{}{}", label.text, if label.tight { "" } else { " " }), "");
        }
        // What is open: the end of its element, and how high letters stand.
        let mut open: Vec<(&str, &str)> = Vec::new();
        for piece in &paragraph.pieces {
            let height = open.iter().rev().map(|(_, height)| *height).find(|height| !height.is_empty());
            match piece {
                Piece::Text(text) => self.run(text, height.unwrap_or_default()),
                Piece::Tab => self.out.push_str("<w:r><w:tab/></w:r>"),
                Piece::Break => self.out.push_str("<w:r><w:br/></w:r>"),
                Piece::Note(at) => self.run(&format!("[{}]", at + 1), "superscript"),
                Piece::Open(mark) => open.push(self.open(mark)),
                Piece::Close => self.out.push_str(open.pop().map_or("", |(end, _)| end)),
                Piece::Picture(_) | Piece::Leaf(_) => {}
            }
        }
        open.iter().rev().for_each(|(end, _)| self.out.push_str(end));
        self.out.push_str("</w:p>");
    }

    fn open(&mut self, mark: &Mark) -> (&'static str, &'static str) {
        match mark {
            Mark::Raised => ("", "superscript"),
            Mark::Lowered => ("", "subscript"),
            Mark::Link(address) if address.contains("://") || address.starts_with("mailto:") => {
                self.links.push(address.clone());
                let _ = write!(self.out, "<w:hyperlink r:id=\"rId{}\">", self.links.len() + 1);
                ("</w:hyperlink>", "")
            }
            // A place of the page is none of the file.
            Mark::Link(_) => ("", ""),
        }
    }

    fn run(&mut self, text: &str, height: &str) {
        self.out.push_str("<w:r>");
        if !height.is_empty() {
            let _ = write!(self.out, "<w:rPr><w:vertAlign w:val=\"{height}\"/></w:rPr>");
        }
        let _ = write!(self.out, "<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text));
    }

    fn table(&mut self, table: &Table, depth: usize) {
        let width = table.width();
        self.out.push_str(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tblGrid>",
        );
        self.out.push_str(&"<w:gridCol/>".repeat(width));
        self.out.push_str("</w:tblGrid>");
        // Of each column: for how many rows more a cell from above covers it, and how wide that is.
        let mut covered: Vec<(usize, usize)> = vec![(0, 1); width];
        for row in &table.rows {
            self.out.push_str("<w:tr>");
            if row.header {
                self.out.push_str("<w:trPr><w:tblHeader/></w:trPr>");
            }
            let mut column = 0;
            while column < width {
                let (left, columns) = covered[column];
                if left > 0 {
                    covered[column].0 -= 1;
                    self.cell(None, columns, "<w:vMerge/>", depth);
                    column += columns.max(1);
                    continue;
                }
                let cell = row.cells.iter().find(|cell| cell.column == column);
                let columns = cell.map_or(1, |cell| cell.columns.clamp(1, width - column));
                let rows = cell.map_or(1, |cell| cell.rows);
                covered[column] = (rows.saturating_sub(1), columns);
                let merge = if rows > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" };
                self.cell(cell, columns, merge, depth);
                column += columns;
            }
            self.out.push_str("</w:tr>");
        }
        self.out.push_str("</w:tbl>");
        // Two tables one after the other would be one.
        self.out.push_str("<w:p/>");
    }

    fn cell(&mut self, cell: Option<&Cell>, columns: usize, merge: &str, depth: usize) {
        self.out.push_str("<w:tc><w:tcPr>");
        if columns > 1 {
            let _ = write!(self.out, "<w:gridSpan w:val=\"{columns}\"/>");
        }
        self.out.push_str(merge);
        self.out.push_str("</w:tcPr>");
        let blocks = cell.map_or(&[][..], |cell| &cell.blocks);
        self.blocks(blocks, depth + 1);
        // A cell ends with a paragraph.
        if !matches!(blocks.last(), Some(Block::Paragraph(_))) {
            self.out.push_str("<w:p/>");
        }
        self.out.push_str("</w:tc>");
    }
}

/// A text fit for XML: signs that it cannot hold are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let page = "<h2>1. Общие положения</h2><p>1.1. Служба &lt;ИМЦ&gt; &amp; школа, м<sup>2</sup>.</p>\
            <ul><li>одно</li><li>другое</li></ul><table><tr><th colspan=2>Срок</th><th rowspan=2>Кто</th></tr>\
            <tr><td>май</td><td>июнь</td></tr></table><p><a href=\"https://a.example/?a=1&amp;b=2\">сайт</a></p>";
        let document = crate::html(page).unwrap();
        let made = word(&document).unwrap();
        assert_eq!(made, word(&document).unwrap());
        let read = crate::read(&made).unwrap();
        let lines = |document: &Document| -> Vec<String> {
            document.plain().lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
        };
        assert_eq!(lines(&read), lines(&document));
        let tables = |document: &Document| -> Vec<Vec<(usize, usize, usize)>> {
            let of = |block: &Block| match block {
                Block::Table(table) => {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    Some(cells.map(|cell| (cell.column, cell.columns, cell.rows)).collect())
                }
                _ => None,
            };
            document.blocks.iter().filter_map(of).collect()
        };
        assert_eq!(tables(&read), tables(&document));
    }
}
