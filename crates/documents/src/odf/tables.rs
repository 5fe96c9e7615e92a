//! Tables of texts and spreadsheets.

use std::collections::BTreeSet;

use roxmltree::Node;

use super::attribute::attribute;
use super::story::{Story, all_text};
use crate::limits;
use crate::model::{Block, Cell, Document, Paragraph, Piece, Reason, Row, Table};

impl Story<'_> {
    /// The visible sheets of a spreadsheet, each under its name when there are several.
    pub(super) fn sheets(&mut self, body: Node<'_, '_>) -> Vec<Block> {
        let sheets: Vec<Node<'_, '_>> =
            body.children().filter(|node| node.tag_name().name() == "table").collect();
        let mut out = Vec::new();
        for sheet in &sheets {
            let name = attribute(*sheet, "name").unwrap_or_default();
            let Some(table) = self.table(*sheet) else { continue };
            if self.styles.hides(attribute(*sheet, "style-name")) {
                self.leave(Reason::Hidden, name);
                continue;
            }
            if sheets.len() > 1 {
                let pieces = vec![Piece::Text(name.to_owned())];
                out.push(Block::Paragraph(Paragraph { heading: Some(1), pieces, ..Paragraph::default() }));
            }
            out.push(Block::Table(table));
        }
        out
    }

    /// Reads a table; `None` when nothing stands in it.
    pub(super) fn table(&mut self, node: Node<'_, '_>) -> Option<Table> {
        let mut rows = Vec::new();
        gather(node, false, &mut rows);
        let mut table = Table::default();
        let hidden = hidden_columns(node);
        for (row, header) in rows {
            if self.cells > limits::CELLS {
                break;
            }
            if matches!(attribute(row, "visibility"), Some("collapse" | "filter")) {
                self.leave(Reason::Hidden, &all_text(row));
                continue;
            }
            let mut cells = self.cells(row);
            self.leave_columns(&mut cells, &hidden);
            let filled = cells.iter().any(|cell| !is_blank(cell));
            // Empty rows at the end of a sheet are repeated a million times.
            let repeated =
                attribute(row, "number-rows-repeated").and_then(|count| count.parse().ok()).unwrap_or(1usize);
            let times = if filled { repeated.min(1000) } else { 1 };
            self.cells = self.cells.saturating_add(cells.len().saturating_mul(times));
            if self.cells > limits::CELLS {
                break;
            }
            table.rows.extend(std::iter::repeat_n(Row { header, cells }, times));
        }
        while table.rows.last().is_some_and(|row| row.cells.iter().all(is_blank)) {
            table.rows.pop();
        }
        let width = table
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .filter(|cell| !is_blank(cell))
            .map(|cell| cell.column + cell.columns)
            .max()?;
        for row in &mut table.rows {
            row.cells.retain(|cell| cell.column < width);
        }
        Some(table)
    }

    /// Takes out what stands in hidden columns.
    fn leave_columns(&mut self, cells: &mut [Cell], hidden: &BTreeSet<usize>) {
        for cell in cells.iter_mut().filter(|cell| hidden.contains(&cell.column) && !is_blank(cell)) {
            let blocks = std::mem::take(&mut cell.blocks);
            let words = Document { blocks, ..Document::default() }.plain();
            self.leave(Reason::Hidden, words.trim());
        }
    }

    fn cells(&mut self, row: Node<'_, '_>) -> Vec<Cell> {
        let mut cells = Vec::new();
        let mut column = 0;
        for node in row.children().filter(Node::is_element) {
            let count = |name: &str| {
                attribute(node, name).and_then(|count| count.parse().ok()).unwrap_or(1usize).max(1)
            };
            let repeated = count("number-columns-repeated");
            if node.tag_name().name() == "table-cell" {
                let (columns, rows) = (count("number-columns-spanned"), count("number-rows-spanned"));
                let blocks = self.blocks(node);
                let shown = repeated.min(limits::COLUMNS.saturating_sub(column));
                for at in 0..shown {
                    let columns = columns.min(limits::COLUMNS - column);
                    let rows = rows.min(10_000);
                    cells.push(Cell { column: column + at, columns, rows, blocks: blocks.clone() });
                }
            }
            column = column.saturating_add(repeated).min(limits::COLUMNS);
        }
        cells
    }
}

/// The columns that are hidden, from 0.
fn hidden_columns(table: Node<'_, '_>) -> BTreeSet<usize> {
    let mut hidden = BTreeSet::new();
    let mut column = 0_usize;
    for node in table.descendants().filter(|node| node.tag_name().name() == "table-column") {
        let repeated = attribute(node, "number-columns-repeated").and_then(|count| count.parse().ok());
        let end = column.saturating_add(repeated.unwrap_or(1_usize).max(1)).min(limits::COLUMNS);
        if matches!(attribute(node, "visibility"), Some("collapse" | "filter")) {
            hidden.extend(column..end);
        }
        column = end;
    }
    hidden
}

fn is_blank(cell: &Cell) -> bool {
    let empty = |block: &Block| matches!(block, Block::Paragraph(paragraph) if paragraph.is_empty());
    cell.blocks.iter().all(empty)
}

/// The rows of a table, through its groups.
fn gather<'a, 'i>(parent: Node<'a, 'i>, header: bool, out: &mut Vec<(Node<'a, 'i>, bool)>) {
    for node in parent.children().filter(Node::is_element) {
        match node.tag_name().name() {
            "table-row" => out.push((node, header)),
            "table-header-rows" => gather(node, true, out),
            "table-rows" | "table-row-group" => gather(node, header, out),
            _ => {}
        }
    }
}
