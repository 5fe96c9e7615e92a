//! A document as the text of a page: headings, lists, tables with their heads, notes, every number as printed.

use kabinet_documents::{Block, Document, Paragraph, Piece, Table};

use super::grid;
use super::pieces::Pieces;
use super::plain::{at_start, inline};
use super::tidy::tidied;
use crate::markup::leaf;

/// Texts longer than this are no page that anybody would read. In bytes.
pub(super) const LONGEST: usize = 4 * 1024 * 1024;

/// How a slide without a title is called. A word of the text, in the language of the documents, as sheets are called by
/// their programs: the text is kept and belongs to no language of the site.
const SLIDE: &str = "Слайд";

/// Headings of a text begin below the title of its page, and end here.
const DEEPEST: usize = 6;

/// Writes a document as Markdown; not much more than the longest text, whatever is in it.
pub(super) fn write(document: &Document) -> String {
    let mut writer = Writer { pieces: Pieces::with_leaves(document), out: String::new(), deepest: None };
    writer.blocks(&document.blocks);
    let Writer { mut pieces, out, .. } = writer;
    let mut out = pieces.objects.written(&out);
    for (at, note) in document.notes.iter().enumerate() {
        let texts = grid::paragraphs(&note.blocks, &mut pieces);
        let texts: Vec<String> = texts.iter().map(|text| at_start(&tidied(text))).collect();
        let text = pieces.objects.written(&texts.join("\n\n")).replace('\n', "\n    ");
        out.push_str(&format!("[^{}]: {text}\n\n", at + 1));
    }
    out.truncate(out.trim_end().len());
    out
}

/// The number of a slide that begins here and has no title.
fn number_of_slide(paragraph: &Paragraph) -> Option<usize> {
    match paragraph.pieces.as_slice() {
        [Piece::Leaf(number)] if paragraph.heading.is_some() => Some(*number),
        _ => None,
    }
}

/// A text that is being written.
struct Writer<'a> {
    pieces: Pieces<'a>,
    out: String,
    /// How deep the next item of the list may stand; none outside of lists.
    deepest: Option<usize>,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            if self.out.len() > LONGEST {
                return;
            }
            match block {
                Block::Paragraph(paragraph) if number_of_slide(paragraph).is_some() => {
                    let number = number_of_slide(paragraph).unwrap_or_default();
                    self.deepest = None;
                    self.push(&format!("## {SLIDE} {number}"));
                }
                Block::Paragraph(paragraph) if paragraph.is_empty() => {}
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::Table(table) => self.table(table),
                Block::TextBox(blocks) => self.blocks(blocks),
                Block::PageBreak => {}
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        if let Some(label) = paragraph.label.as_ref().filter(|label| label.bullet) {
            let depth = usize::from(label.level).min(self.deepest.unwrap_or(0));
            let text = tidied(&self.pieces.text(&Paragraph { label: None, ..paragraph.clone() }));
            let margin = "  ".repeat(depth);
            let text = at_start(&text).replace('\n', &format!("\n{margin}  "));
            if self.deepest.is_some() {
                self.out.pop();
            }
            self.deepest = Some(depth + 1);
            return self.push(&format!("{margin}- {text}"));
        }
        self.deepest = None;
        if let Some((Piece::Leaf(page), rest)) = paragraph.pieces.split_first() {
            // What a paragraph begins with tells what it is: a number, a heading.
            self.push(&leaf::mark(*page));
            return self.paragraph(&Paragraph { pieces: rest.to_vec(), ..paragraph.clone() });
        }
        let text = tidied(&self.pieces.text(paragraph));
        let text = text.trim();
        match paragraph.heading {
            Some(level) => {
                let signs = "#".repeat((usize::from(level) + 1).clamp(2, DEEPEST));
                self.push(&format!("{signs} {}", inline(&text.replace('\n', " "))));
            }
            None => self.push(&at_start(text)),
        }
    }

    /// A table; one of a single cell only frames what stands in it.
    fn table(&mut self, table: &Table) {
        self.deepest = None;
        if let [row] = table.rows.as_slice()
            && let [cell] = row.cells.as_slice()
        {
            return self.blocks(&cell.blocks);
        }
        let written = grid::write(table, &mut self.pieces);
        self.push(&written);
    }

    /// Adds a block and the empty line after it.
    fn push(&mut self, text: &str) {
        if !text.is_empty() {
            self.out.push_str(text);
            self.out.push_str("\n\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use kabinet_documents::{Cell, Label, Piece, Row};

    use super::*;

    fn paragraph(label: Option<(&str, bool, u8)>, text: &str) -> Block {
        let label =
            label.map(|(text, bullet, level)| Label { text: text.to_owned(), bullet, level, tight: false });
        Block::Paragraph(Paragraph {
            label,
            pieces: vec![Piece::Text(text.to_owned())],
            ..Paragraph::default()
        })
    }

    #[test]
    fn what_is_printed_is_what_is_written() {
        let cell = |column: usize, text: &str| Cell {
            column,
            columns: 1,
            rows: 1,
            blocks: vec![paragraph(None, text)],
        };
        let row = |a: &str, b: &str| Row { header: false, cells: vec![cell(0, a), cell(1, b)] };
        let heading = |text: &str| match paragraph(None, text) {
            Block::Paragraph(one) => Block::Paragraph(Paragraph { heading: Some(1), ..one }),
            other => other,
        };
        let document = Document {
            blocks: vec![
                heading("О кабинете *"),
                paragraph(Some(("1.", false, 0)), "Кабинет ведёт:"),
                paragraph(Some(("•", true, 0)), "приём"),
                paragraph(Some(("•", true, 1)), "выдачу"),
                paragraph(Some(("а)", false, 0)), "учёт  книг"),
                Block::Table(Table {
                    rows: vec![row("День", "Часы"), row("вторник", "9|10")]
                }),
            ],
            ..Document::default()
        };
        assert_eq!(
            write(&document),
            "## О кабинете \\*\n\n1\\. Кабинет ведёт:\n\n- приём\n  - выдачу\n\nа) учёт книг\n\n\
             | День | Часы |\n| --- | --- |\n| вторник | 9\\|10 |"
        );
    }
}
