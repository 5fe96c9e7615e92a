//! Blocks on their way: paragraphs, the cells and rows of a table.

use crate::limits;
use crate::model::{Block, Cell, Label, Paragraph, Piece, Row, Table};

/// The blocks of a text or a note.
#[derive(Debug, Default)]
pub(super) struct Builder {
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    label: String,
    cell: Vec<Block>,
    cells: Vec<Vec<Block>>,
    rows: Vec<Row>,
    /// The paragraph stands in a cell.
    pub(super) in_table: bool,
}

impl Builder {
    /// Adds a letter; soft hyphens are none.
    pub(super) fn letter(&mut self, letter: char) {
        match self.pieces.last_mut() {
            _ if letter == '\u{ad}' => {}
            Some(Piece::Text(text)) => text.push(letter),
            _ => self.pieces.push(Piece::Text(letter.to_string())),
        }
    }

    /// Adds something that is no letter.
    pub(super) fn piece(&mut self, piece: Piece) {
        self.pieces.push(piece);
    }

    /// Adds a letter of the printed label.
    pub(super) fn label(&mut self, letter: char) {
        self.label.push(letter);
    }

    /// The paragraph ends.
    pub(super) fn paragraph(&mut self) {
        let text = crate::symbols::bullet(self.label.trim());
        self.label.clear();
        let bullet = !text.contains(char::is_alphanumeric);
        let label = (!text.is_empty()).then_some(Label { text, bullet, level: 0, tight: false });
        let paragraph = Block::Paragraph(Paragraph {
            label,
            pieces: std::mem::take(&mut self.pieces),
            ..Paragraph::default()
        });
        if self.in_table {
            self.cell.push(paragraph);
        } else {
            self.table();
            self.blocks.push(paragraph);
        }
    }

    /// The cell ends.
    pub(super) fn cell(&mut self) {
        self.in_table = true;
        self.paragraph();
        let cell = std::mem::take(&mut self.cell);
        if self.cells.len() < limits::COLUMNS {
            self.cells.push(cell);
        } else if let Some(last) = self.cells.last_mut() {
            last.extend(cell);
        }
    }

    /// The row ends.
    pub(super) fn row(&mut self) {
        let cells = std::mem::take(&mut self.cells).into_iter().enumerate();
        let cells = cells.map(|(column, blocks)| Cell { column, columns: 1, rows: 1, blocks });
        self.rows.push(Row { header: false, cells: cells.collect() });
    }

    /// The table ends, if there is one.
    fn table(&mut self) {
        if !self.cells.is_empty() {
            self.row();
        }
        let rows: Vec<Row> =
            std::mem::take(&mut self.rows).into_iter().filter(|row| !row.cells.is_empty()).collect();
        if !rows.is_empty() {
            self.blocks.push(Block::Table(Table { rows }));
        }
    }

    /// The blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        if !self.pieces.is_empty() || !self.label.is_empty() {
            self.paragraph();
        }
        if !self.cell.is_empty() {
            self.cells.push(std::mem::take(&mut self.cell));
        }
        self.table();
        self.blocks
    }
}
