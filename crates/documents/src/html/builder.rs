//! Tags and texts → blocks.

use super::lists::Lists;
use super::skipped::Skipped;
use super::table::Open;
use super::tag::{Tag, is_block};
use crate::limits;
use crate::model::{Block, Document, Label, LeftOut, Mark, Paragraph, Piece, Reason};
use crate::refusal::Refusal;

/// No label is so long, in bytes.
const LONGEST_LABEL: usize = 120;

/// A document on its way.
#[derive(Debug, Default)]
pub(super) struct Builder {
    document: Document,
    paragraph: Paragraph,
    /// The names of the marks that are open in it.
    marks: Vec<&'static str>,
    lists: Lists,
    tables: Vec<Open>,
    /// The label of the item that has begun, until something stands in it.
    label: Option<Label>,
    /// The label that Word prints, while it is read, and how many elements are open in it.
    printed: Option<(String, usize)>,
    /// How deep in a list of Word's the paragraph stands.
    word_level: u8,
    heading: Option<u8>,
    skipped: Option<Skipped>,
    /// How many elements are open whose lines are kept.
    kept_lines: usize,
    seen: u32,
    refusal: Option<Refusal>,
}

impl Builder {
    /// The document.
    pub(super) fn finish(mut self) -> Result<Document, Refusal> {
        if let Some(refusal) = self.refusal {
            return Err(refusal);
        }
        let left = self.skipped.take().and_then(Skipped::told);
        self.document.left_out.extend(left);
        self.end_paragraph();
        while !self.tables.is_empty() {
            self.end_table();
        }
        Ok(self.document)
    }

    /// A text comes.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(skipped) = &mut self.skipped {
            return skipped.text(text);
        }
        if let Some((label, _)) = &mut self.printed {
            label.push_str(text);
            if label.len() > LONGEST_LABEL {
                // It is none: its end was forgotten.
                let (text, _) = self.printed.take().unwrap_or_default();
                self.word(&text);
            }
            return;
        }
        if self.kept_lines > 0 {
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    self.push(Piece::Break);
                }
                self.word(line);
            }
            return;
        }
        let mut words = String::with_capacity(text.len());
        for sign in text.chars() {
            let space = sign.is_ascii_whitespace();
            if !space {
                words.push(sign);
            } else if !words.ends_with(' ') {
                words.push(' ');
            }
        }
        let begins = self.paragraph.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Text(text) => Some(text.ends_with(' ')),
            Piece::Break => Some(true),
            _ => None,
        });
        let words = if begins.unwrap_or(true) { words.trim_start_matches(' ') } else { &words };
        self.word(words);
    }

    fn word(&mut self, text: &str) {
        if !text.is_empty() {
            self.push(Piece::Text(text.to_owned()));
        }
    }

    fn push(&mut self, piece: Piece) {
        self.paragraph.pieces.push(piece);
    }

    /// An element begins.
    pub(super) fn start(&mut self, tag: &Tag) {
        self.count();
        if self.refusal.is_some() {
            return;
        }
        if let Some(skipped) = &mut self.skipped {
            if !skipped.start(&tag.name) {
                return;
            }
            self.end_skipped();
        }
        if tag.is_block() {
            self.end_label();
        }
        if let Some((_, open)) = &mut self.printed {
            *open += usize::from(!tag.is_void());
            return;
        }
        if let Some(reason) = tag.skipped() {
            self.skipped = Some(Skipped::new(&tag.name, reason));
            return;
        }
        if tag.is_label() {
            self.printed = Some((String::new(), 1));
            return;
        }
        if tag.is_block() {
            self.end_paragraph();
            self.heading = tag.heading().or(self.heading);
            self.word_level = tag.word_level().unwrap_or_default();
        }
        self.open(tag);
    }

    fn open(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "br" => self.push(Piece::Break),
            "pre" => self.kept_lines += 1,
            "img" => self.picture(tag),
            "a" => {
                if let Some(address) = tag.get("href") {
                    self.mark("a", Mark::Link(address.to_owned()));
                }
            }
            "sup" => self.mark("sup", Mark::Raised),
            "sub" => self.mark("sub", Mark::Lowered),
            "ins" => self.leave(Reason::Inserted, "…"),
            "ul" | "ol" | "menu" => {
                self.end_paragraph();
                self.lists.start(tag);
            }
            "li" => {
                self.end_paragraph();
                self.label = Some(self.lists.item(tag));
            }
            "table" => {
                self.end_paragraph();
                self.tables.push(Open::default());
            }
            "thead" | "tr" | "td" | "th" => self.part_of_table(tag),
            _ => {}
        }
    }

    fn part_of_table(&mut self, tag: &Tag) {
        self.end_paragraph();
        let Some(table) = self.tables.last_mut() else { return };
        match tag.name.as_str() {
            "thead" => table.head(true),
            "tr" => table.start_row(),
            _ => table.start_cell(tag),
        }
    }

    /// An element ends.
    pub(super) fn end(&mut self, name: &str) {
        if let Some(skipped) = &mut self.skipped {
            if skipped.end(name) {
                self.end_skipped();
            }
            return;
        }
        if is_block(name) {
            self.end_label();
        }
        if let Some((_, open)) = &mut self.printed {
            *open -= 1;
            if *open == 0 {
                self.end_label();
            }
            return;
        }
        if is_block(name) {
            self.end_paragraph();
            self.heading = None;
        }
        match name {
            "pre" => self.kept_lines = self.kept_lines.saturating_sub(1),
            "a" | "sup" | "sub" => self.end_mark(name),
            "ul" | "ol" | "menu" => {
                self.end_paragraph();
                self.lists.end();
                self.label = None;
            }
            "li" => {
                self.end_paragraph();
                self.label = None;
            }
            "table" => {
                self.end_paragraph();
                self.end_table();
            }
            "thead" | "tr" | "td" | "th" => {
                self.end_paragraph();
                let Some(table) = self.tables.last_mut() else { return };
                match name {
                    "thead" => table.head(false),
                    "tr" => table.end_row(),
                    _ => table.end_cell(),
                }
            }
            _ => {}
        }
    }

    fn picture(&mut self, tag: &Tag) {
        let address = tag.get("src").unwrap_or_default();
        let name = address.rsplit(['/', '\\']).next().filter(|_| !address.starts_with("data:"));
        let told = tag.get("alt").filter(|alt| !alt.trim().is_empty()).or(name);
        self.leave(Reason::Object, told.unwrap_or("picture").trim());
    }

    fn mark(&mut self, name: &'static str, mark: Mark) {
        if self.marks.len() < limits::DEPTH {
            self.marks.push(name);
            self.push(Piece::Open(mark));
        }
    }

    /// Ends a mark, and those in it that were not closed.
    fn end_mark(&mut self, name: &str) {
        let Some(at) = self.marks.iter().rposition(|open| *open == name) else { return };
        for _ in at..self.marks.len() {
            self.push(Piece::Close);
        }
        self.marks.truncate(at);
    }

    /// The label that Word prints has ended: the paragraph behind it has it.
    fn end_label(&mut self) {
        let Some((text, _)) = self.printed.take() else { return };
        let text = text.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{a0}').to_owned();
        if !text.is_empty() {
            let bullet = !text.contains(char::is_alphanumeric) || matches!(text.as_str(), "o" | "§");
            self.label = Some(Label { text, bullet, level: self.word_level, tight: false });
        }
    }

    fn end_skipped(&mut self) {
        let left = self.skipped.take().and_then(Skipped::told);
        self.document.left_out.extend(left);
    }

    /// Ends a paragraph; one in which nothing stands is none.
    fn end_paragraph(&mut self) {
        let mut paragraph = std::mem::take(&mut self.paragraph);
        let open = std::mem::take(&mut self.marks).len();
        paragraph.pieces.extend(std::iter::repeat_n(Piece::Close, open));
        if let Some(Piece::Text(text)) = paragraph.pieces.last_mut() {
            text.truncate(text.trim_end().len());
        }
        if paragraph.is_empty() {
            return;
        }
        paragraph.label = self.label.take();
        paragraph.heading = self.heading;
        let block = Block::Paragraph(paragraph);
        self.blocks().push(block);
    }

    fn end_table(&mut self) {
        if let Some(table) = self.tables.pop().and_then(Open::end) {
            self.blocks().push(Block::Table(table));
        }
    }

    /// Where blocks go: into the innermost open cell, else into the document.
    fn blocks(&mut self) -> &mut Vec<Block> {
        let cell = self.tables.iter_mut().rev().find_map(Open::blocks);
        cell.unwrap_or(&mut self.document.blocks)
    }

    fn leave(&mut self, reason: Reason, text: &str) {
        self.document.left_out.push(LeftOut { reason, text: text.to_owned() });
    }

    /// Counts what has come, and refuses what no page is.
    fn count(&mut self) {
        self.seen += 1;
        if self.seen > limits::NODES {
            self.refusal = Some(Refusal::Excessive("elements"));
        }
        if self.tables.len() + self.lists.depth() > limits::DEPTH {
            self.refusal = Some(Refusal::Excessive("depth"));
        }
    }
}
