//! What an import goes by, whatever the format was: lines with what is known of them, and what hangs on them.

use std::sync::Arc;

use kabinet_documents::{Block, Document, Drawn, LeftOut, Paragraph, Table};

use super::line::{Line, Origin};
use super::{acts, header, lines};
use crate::office::{self, Objects, Pieces};

/// A source, read.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The text into which the places of lines and messages point.
    pub(crate) text: String,
    /// Its lines.
    pub(crate) lines: Vec<Line>,
    /// What stands in them and is no letter.
    pub(crate) objects: Objects,
    /// Footnotes as Markdown.
    pub(crate) notes: Vec<String>,
    /// Pictures, with the names under which they are kept.
    pub(crate) pictures: Vec<Kept>,
    /// What was left out.
    pub(crate) left_out: Vec<LeftOut>,
    /// All that the source prints, when a word processor wrote it.
    pub(crate) printed: Option<String>,
    /// Columns of the head of a paper were read one after the other.
    pub(crate) reordered: bool,
    /// What is known of a source that is printed pages.
    pub(crate) drawn: Option<Drawn>,
}

/// A picture of the source.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Kept {
    /// Its name beside the document; `None` when browsers do not show it.
    pub(crate) file: Option<String>,
    /// Its name in the source.
    pub(crate) name: String,
    /// Whether its author described it.
    pub(crate) described: bool,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

impl Reading {
    /// A plain text.
    pub(crate) fn of_text(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            lines: lines::split(text),
            objects: Objects::default(),
            notes: Vec::new(),
            pictures: Vec::new(),
            left_out: Vec::new(),
            printed: None,
            reordered: false,
            drawn: None,
        }
    }

    /// A document of a word processor.
    pub(crate) fn of_document(document: &Document) -> Self {
        let mut draft = Draft {
            pieces: Pieces::of(document),
            text: String::new(),
            lines: Vec::new(),
            gap: 0,
            reordered: false,
        };
        draft.blocks(&document.blocks);
        lines::mark_starred(&mut draft.lines);
        let notes = document.notes.iter().map(|note| {
            let texts = office::paragraphs(&note.blocks, &mut draft.pieces);
            let texts: Vec<String> = texts.iter().map(|text| office::at_start(text.trim())).collect();
            texts.join("\n\n").replace('\n', "\n    ")
        });
        let notes = notes.collect();
        let kept = document.pictures.iter().enumerate().map(|(number, picture)| Kept {
            file: office::file_name(number, picture),
            name: picture.name.clone(),
            described: !picture.description.trim().is_empty(),
            bytes: picture.bytes.clone(),
        });
        Self {
            text: draft.text,
            lines: draft.lines,
            objects: draft.pieces.objects,
            notes,
            pictures: kept.collect(),
            left_out: document.left_out.clone(),
            printed: Some(document.plain()),
            reordered: draft.reordered,
            drawn: document.drawn.clone(),
        }
    }

    /// Whether a person has to look at the page before readers do.
    pub(crate) fn is_draft(&self) -> bool {
        self.is_unresolved() || self.drawn.is_some()
    }

    /// Whether the author has yet to accept changes, answer comments or look at hidden text.
    pub(crate) fn is_unresolved(&self) -> bool {
        self.left_out.iter().any(|left| left.reason.is_unresolved())
    }
}

/// Lines that are being put together.
struct Draft<'a> {
    pieces: Pieces<'a>,
    text: String,
    lines: Vec<Line>,
    gap: u32,
    reordered: bool,
}

impl Draft<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::Table(table) => self.table(table),
                Block::TextBox(blocks) => {
                    self.gap += 1;
                    self.blocks(blocks);
                    self.gap += 1;
                }
                Block::PageBreak => self.gap += 1,
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        if paragraph.is_empty() {
            self.gap += 1;
            return;
        }
        let depth = paragraph.label.as_ref().map_or(0, |label| usize::from(label.level));
        let mut origin = Origin::Paragraph { heading: paragraph.heading, depth };
        let text = self.pieces.text(paragraph);
        for raw in text.split('\n') {
            if self.line(raw, origin.clone(), paragraph.contents) {
                origin = Origin::Continued;
            }
        }
    }

    /// Adds a line; one without anything on it is none.
    fn line(&mut self, raw: &str, origin: Origin, contents: bool) -> bool {
        let line = lines::clean(raw);
        if line.text.is_empty() && line.hidden.is_empty() {
            return false;
        }
        let start = self.text.len();
        self.text.push_str(&office::without(&line.text));
        let span = start..self.text.len();
        self.text.push('\n');
        self.lines.push(Line { span, gap: std::mem::take(&mut self.gap), origin, contents, ..line });
        true
    }

    /// A table, unless it only sets the parts of a paper apart: its head, its frame, a signature.
    fn table(&mut self, table: &Table) {
        let lone = table.rows.len() == 1 && table.rows[0].cells.len() == 1;
        if lone {
            return self.blocks(&table.rows[0].cells[0].blocks);
        }
        if self.is_head(table) {
            return self.columns(table);
        }
        if let Some(line) = self.as_line(table) {
            self.line(&line, Origin::Paragraph { heading: None, depth: 0 }, false);
            return;
        }
        let start = self.text.len();
        let written = office::table(table, &mut self.pieces);
        let plain = Document { blocks: vec![Block::Table(table.clone())], ..Document::default() }.plain();
        self.text.push_str(plain.trim_end());
        let span = start..self.text.len();
        self.text.push('\n');
        let origin = Origin::Table(Arc::from(written));
        self.lines.push(Line { span, gap: std::mem::take(&mut self.gap), origin, ..Line::default() });
    }

    /// Whether a table holds the marks of the head of a paper side by side: «СОГЛАСОВАНО» and «УТВЕРЖДАЮ».
    fn is_head(&self, table: &Table) -> bool {
        let first = |blocks: &[Block]| {
            let one = blocks.iter().find_map(|block| match block {
                Block::Paragraph(paragraph) if !paragraph.is_empty() => Some(paragraph.printed()),
                _ => None,
            });
            one.map(|text| lines::clean(text.split('\n').next().unwrap_or_default()).text)
        };
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let mut firsts = cells.filter_map(|cell| first(&cell.blocks));
        let marked = firsts.any(|text| {
            header::is_mark(&text)
                || (acts::is_dateline(&text) && text.contains(|c: char| c.is_ascii_digit() || c == '_'))
        });
        marked && table.rows.len() <= 8 && table.width() <= 3
    }

    /// Reads a table column by column.
    fn columns(&mut self, table: &Table) {
        self.reordered |= table.rows.len() > 1;
        for column in 0..table.width() {
            self.gap += 2;
            for cell in table.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.column == column) {
                self.blocks(&cell.blocks);
            }
        }
        self.gap += 2;
    }

    /// A row of short texts: «Директор», «(подпись)», «И.О. Фамилия».
    fn as_line(&mut self, table: &Table) -> Option<String> {
        let [row] = table.rows.as_slice() else { return None };
        let mut parts = Vec::new();
        for cell in &row.cells {
            let texts = office::paragraphs(&cell.blocks, &mut self.pieces);
            let short = texts.len() < 2 && texts.iter().all(|text| text.chars().count() <= 80);
            parts.extend(texts);
            if !short {
                return None;
            }
        }
        Some(parts.join("\t")).filter(|line| !line.is_empty())
    }
}
