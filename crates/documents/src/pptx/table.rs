//! Tables on slides.

use roxmltree::Node;

use super::looks::Levels;
use super::paragraphs;
use crate::limits;
use crate::model::{Cell, Row, Table};
use crate::package::{Local, Relations};

/// Reads a table. Cells that another covers stand in the file all the same, and say so.
pub(super) fn table(node: Node<'_, '_>, relations: &Relations) -> Table {
    let child = |name: &str| node.children().find(move |child| child.has_tag_name_local(name));
    let headed = child("tblPr").and_then(|own| own.attribute("firstRow")).is_some_and(is_on);
    let rows = node.children().filter(|child| child.has_tag_name_local("tr"));
    let row = |(at, row): (usize, Node<'_, '_>)| {
        let cells = row.children().filter(|child| child.has_tag_name_local("tc")).take(limits::COLUMNS);
        let shown = cells.enumerate().filter(|(_, cell)| {
            !["hMerge", "vMerge"].iter().any(|name| cell.attribute(*name).is_some_and(is_on))
        });
        Row {
            header: headed && at == 0,
            cells: shown.map(|(column, node)| cell(column, node, relations)).collect(),
        }
    };
    Table { rows: rows.enumerate().map(row).collect() }
}

fn cell(column: usize, node: Node<'_, '_>, relations: &Relations) -> Cell {
    let covers = |name: &str| node.attribute(name).and_then(|many| many.parse().ok()).unwrap_or(1usize);
    let text = node.children().find(|child| child.has_tag_name_local("txBody"));
    let blocks = text.map(|text| paragraphs::blocks(text, &Levels::default(), relations)).unwrap_or_default();
    Cell {
        column,
        columns: covers("gridSpan").clamp(1, limits::COLUMNS),
        rows: covers("rowSpan").clamp(1, limits::CELLS),
        blocks,
    }
}

fn is_on(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}
