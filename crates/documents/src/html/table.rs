//! A table on its way.

use super::tag::Tag;
use crate::limits;
use crate::model::{Block, Cell, Row, Table};

/// Rows that a cell covers at most.
const ROWS: usize = 10_000;

/// A table whose end has not come.
#[derive(Debug, Default)]
pub(super) struct Open {
    rows: Vec<Row>,
    row: Option<(Row, bool)>,
    cell: Option<Cell>,
    /// For how many more rows each column is covered by a cell above.
    covered: Vec<usize>,
    in_head: bool,
}

impl Open {
    /// The blocks of the open cell.
    pub(super) fn blocks(&mut self) -> Option<&mut Vec<Block>> {
        self.cell.as_mut().map(|cell| &mut cell.blocks)
    }

    /// The head of the table begins or ends.
    pub(super) fn head(&mut self, begins: bool) {
        self.in_head = begins;
    }

    /// A row begins.
    pub(super) fn start_row(&mut self) {
        self.end_row();
        let header = self.in_head;
        self.row = Some((Row { header, cells: Vec::new() }, true));
    }

    /// A cell begins.
    pub(super) fn start_cell(&mut self, tag: &Tag) {
        if self.row.is_none() {
            self.start_row();
        }
        self.end_cell();
        let span = |name: &str| tag.number(name).unwrap_or(1).max(1);
        let column = (0..limits::COLUMNS).find(|at| self.covered.get(*at).is_none_or(|rows| *rows == 0));
        let column = column.unwrap_or(limits::COLUMNS - 1);
        let columns = span("colspan").min(limits::COLUMNS - column);
        let rows = span("rowspan").min(ROWS);
        self.covered.resize(self.covered.len().max(column + columns), 0);
        self.covered[column..column + columns].fill(rows);
        if let Some((_, all_heads)) = &mut self.row {
            *all_heads &= tag.name == "th";
        }
        self.cell = Some(Cell { column, columns, rows, blocks: Vec::new() });
    }

    /// The open cell ends.
    pub(super) fn end_cell(&mut self) {
        if let (Some(cell), Some((row, _))) = (self.cell.take(), self.row.as_mut()) {
            row.cells.push(cell);
        }
    }

    /// The open row ends.
    pub(super) fn end_row(&mut self) {
        self.end_cell();
        let Some((mut row, all_heads)) = self.row.take() else { return };
        self.covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        if !row.cells.is_empty() {
            row.header |= all_heads;
            self.rows.push(row);
        }
    }

    /// The table; none without a cell.
    pub(super) fn end(mut self) -> Option<Table> {
        self.end_row();
        let count = self.rows.len();
        for (at, row) in self.rows.iter_mut().enumerate() {
            row.cells.iter_mut().for_each(|cell| cell.rows = cell.rows.min(count - at));
        }
        (count > 0).then_some(Table { rows: self.rows })
    }
}
