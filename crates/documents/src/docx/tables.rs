//! Tables: rows that are not deleted, cells with what they cover.

use roxmltree::Node;

use super::story::Story;
use super::word::{self, alternative, attribute, child, flag, is_alternative, name, value};
use crate::limits;
use crate::model::{Cell, Reason, Row, Table};

/// A cell on its way, with whether it goes on in the next row.
struct Placed {
    cell: Cell,
    continues: bool,
}

impl Story<'_, '_> {
    /// Reads a table; `None` when no row of it is left.
    pub(super) fn table(&mut self, node: Node<'_, '_>) -> Option<Table> {
        let mut table = Table::default();
        let mut rows = Vec::new();
        gather(node, "tr", &mut rows);
        for row in rows {
            let properties = child(row, "trPr");
            if properties.is_some_and(|own| child(own, "del").is_some()) {
                self.leave(Reason::Deleted, &word::all_text(row));
                continue;
            }
            if properties.and_then(|own| flag(own, "hidden")).unwrap_or(false) {
                self.leave(Reason::Hidden, &word::all_text(row));
                continue;
            }
            if properties.is_some_and(|own| child(own, "ins").is_some()) {
                self.leave(Reason::Inserted, &word::all_text(row));
            }
            let header = properties.and_then(|own| flag(own, "tblHeader")).unwrap_or(false);
            let placed = self.row(row);
            self.put(placed, header, &mut table);
        }
        (!table.rows.is_empty()).then_some(table)
    }

    fn row(&mut self, row: Node<'_, '_>) -> Vec<Placed> {
        let before = child(row, "trPr").and_then(|own| value(own, "gridBefore")?.parse().ok());
        let mut column = before.unwrap_or(0usize).min(limits::COLUMNS);
        let mut cells = Vec::new();
        gather(row, "tc", &mut cells);
        let mut placed = Vec::with_capacity(cells.len());
        for node in cells {
            let properties = child(node, "tcPr");
            if properties.is_some_and(|own| child(own, "cellDel").is_some()) {
                self.leave(Reason::Deleted, &word::all_text(node));
                continue;
            }
            let span = properties.and_then(|own| value(own, "gridSpan")?.parse().ok()).unwrap_or(1usize);
            let columns = span.clamp(1, limits::COLUMNS);
            let merge = properties.and_then(|own| child(own, "vMerge"));
            let continues = merge.is_some_and(|merge| attribute(merge, "val") != Some("restart"));
            let cell = Cell { column, columns, rows: 1, blocks: self.blocks(node) };
            placed.push(Placed { cell, continues });
            column += columns;
        }
        placed
    }

    /// Adds a row: cells that go on from above lengthen the one that they go on from.
    fn put(&mut self, placed: Vec<Placed>, header: bool, table: &mut Table) {
        let mut row = Row { header, cells: Vec::new() };
        let at = table.rows.len();
        for Placed { cell, continues } in placed {
            let above = if continues { covering(table, &cell, at) } else { None };
            match above {
                Some(above) => {
                    above.rows += 1;
                    // What stands in a covered cell is not printed by Word, which moves it up when it merges.
                    let text: String =
                        crate::model::Document { blocks: cell.blocks, ..Default::default() }.plain();
                    self.leave(Reason::Hidden, &text);
                }
                None => row.cells.push(cell),
            }
        }
        table.rows.push(row);
    }
}

/// The cell above that reaches down to a row.
fn covering<'t>(table: &'t mut Table, cell: &Cell, at: usize) -> Option<&'t mut Cell> {
    let rows = table.rows.iter_mut().enumerate().rev();
    for (index, row) in rows {
        let found = row.cells.iter_mut().find(|above| above.column == cell.column);
        if let Some(above) = found {
            return (index + above.rows == at && above.columns == cell.columns).then_some(above);
        }
    }
    None
}

/// Rows of a table or cells of a row, through content controls, insertions and alternatives.
fn gather<'a, 'i>(parent: Node<'a, 'i>, wanted: &str, out: &mut Vec<Node<'a, 'i>>) {
    for node in parent.children().filter(Node::is_element) {
        match name(node) {
            Some(found) if found == wanted => out.push(node),
            Some("sdt" | "sdtContent" | "customXml" | "ins" | "moveTo") => gather(node, wanted, out),
            None if is_alternative(node) => {
                if let Some(branch) = alternative(node) {
                    gather(branch, wanted, out);
                }
            }
            _ => {}
        }
    }
}
