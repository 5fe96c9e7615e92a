//! One sheet: its rows with what is merged, and the rows that are hidden.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

use super::values::Looks;
use crate::limits;
use crate::model::{Block, Cell, LeftOut, Paragraph, Piece, Reason, Row, Table};
use crate::package::Local;
use crate::refusal::Refusal;

/// What the cells of all sheets refer to.
pub(super) struct Reading<'a> {
    pub(super) strings: &'a [String],
    pub(super) looks: &'a Looks,
}

/// The cells of a sheet by row and column, from 0.
type Grid = BTreeMap<(usize, usize), String>;

impl Reading<'_> {
    /// Reads a sheet: its table and what of it is hidden; `None` for an empty one.
    pub(super) fn read(&self, root: Node<'_, '_>) -> Result<Option<(Table, Vec<LeftOut>)>, Refusal> {
        let mut grid = Grid::new();
        let mut hidden = BTreeSet::new();
        let mut row = 0;
        let mut length = 0;
        for node in root.descendants().filter(|node| node.has_tag_name_local("row")) {
            row = node
                .attribute("r")
                .and_then(|r| r.parse::<usize>().ok())
                .map_or(row, |r| r.saturating_sub(1));
            if matches!(node.attribute("hidden"), Some("1" | "true")) {
                hidden.insert(row);
            }
            let mut column = 0;
            for cell in node.children().filter(|cell| cell.has_tag_name_local("c")) {
                column = cell.attribute("r").and_then(place).map_or(column, |(_, column)| column);
                let text = self.value(cell);
                if column < limits::COLUMNS && !text.trim().is_empty() {
                    length += text.len();
                    if length > limits::TEXTS {
                        return Err(Refusal::Excessive("text"));
                    }
                    grid.insert((row, column), text);
                }
                column += 1;
            }
            row += 1;
        }
        if grid.is_empty() {
            return Ok(None);
        }
        let mut left = taken(&mut grid, &hidden_columns(root));
        let merged = root.descendants().filter(|node| node.has_tag_name_local("mergeCell"));
        let merged: BTreeMap<(usize, usize), (usize, usize)> =
            merged.filter_map(|node| range(node.attribute("ref")?)).collect();
        let (table, rows) = laid(grid, &merged, &hidden);
        left.extend(rows);
        Ok(Some((table, left)))
    }

    fn value(&self, cell: Node<'_, '_>) -> String {
        let child = |name: &str| cell.children().find(|node| node.has_tag_name_local(name));
        let written = child("v").and_then(|node| node.text()).unwrap_or_default();
        match cell.attribute("t").unwrap_or("n") {
            "s" => {
                written.parse::<usize>().ok().and_then(|at| self.strings.get(at)).cloned().unwrap_or_default()
            }
            "inlineStr" => child("is").map(text).unwrap_or_default(),
            "b" => if written == "1" { "да" } else { "нет" }.to_owned(),
            "n" => {
                let style = cell.attribute("s").and_then(|style| style.parse().ok()).unwrap_or(0);
                self.looks.show(style, written)
            }
            _ => written.to_owned(),
        }
    }
}

/// The columns that are hidden, from 0.
fn hidden_columns(root: Node<'_, '_>) -> BTreeSet<usize> {
    let hidden = root.descendants().filter(|node| {
        node.has_tag_name_local("col") && matches!(node.attribute("hidden"), Some("1" | "true"))
    });
    let columns = hidden.filter_map(|node| {
        let number = |name: &str| node.attribute(name)?.parse::<usize>().ok()?.checked_sub(1);
        Some(number("min")?..=number("max")?.min(limits::COLUMNS))
    });
    columns.flatten().collect()
}

/// Takes the words of hidden columns out of a sheet, column by column.
fn taken(grid: &mut Grid, columns: &BTreeSet<usize>) -> Vec<LeftOut> {
    let mut words: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    grid.retain(|(_, column), text| {
        let stays = !columns.contains(column);
        if !stays {
            words.entry(*column).or_default().push(std::mem::take(text));
        }
        stays
    });
    words.into_values().map(|words| LeftOut { reason: Reason::Hidden, text: words.join(" ") }).collect()
}

/// The text of a shared or inline string; what is spoken beside it is not shown.
pub(super) fn text(node: Node<'_, '_>) -> String {
    let mut out = String::new();
    for inner in node.children().filter(Node::is_element) {
        match inner.tag_name().name() {
            "t" => out.push_str(inner.text().unwrap_or_default()),
            "r" => out.push_str(&text(inner)),
            _ => {}
        }
    }
    out
}

/// Puts the cells into rows. Cells under a merged one do not stand for themselves.
fn laid(
    grid: Grid,
    merged: &BTreeMap<(usize, usize), (usize, usize)>,
    hidden: &BTreeSet<usize>,
) -> (Table, Vec<LeftOut>) {
    let width = grid.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
    let rows: BTreeSet<usize> = grid.keys().map(|(row, _)| *row).collect();
    let mut covered: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut table = Table::default();
    let mut left = Vec::new();
    for &row in &rows {
        let words = || {
            grid.range((row, 0)..(row + 1, 0)).map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ")
        };
        if hidden.contains(&row) {
            left.push(LeftOut { reason: Reason::Hidden, text: words() });
            continue;
        }
        let mut cells = Vec::new();
        for column in 0..width {
            if covered.contains(&(row, column)) {
                continue;
            }
            let (last_row, last_column) = merged.get(&(row, column)).copied().unwrap_or((row, column));
            let last_column = last_column.min(width - 1);
            // Empty rows are not shown, so they count for nothing in what is merged.
            let shown: Vec<usize> =
                rows.range(row..=last_row.max(row)).filter(|row| !hidden.contains(row)).copied().collect();
            for &other in &shown {
                covered.extend((column..=last_column).map(|column| (other, column)));
            }
            let blocks = grid.get(&(row, column)).map(|text| paragraphs(text)).unwrap_or_default();
            cells.push(Cell { column, columns: last_column + 1 - column, rows: shown.len().max(1), blocks });
        }
        table.rows.push(Row { header: false, cells });
    }
    (table, left)
}

fn paragraphs(text: &str) -> Vec<Block> {
    let line = |line: &str| {
        Block::Paragraph(Paragraph {
            pieces: vec![Piece::Text(line.trim().to_owned())],
            ..Paragraph::default()
        })
    };
    text.lines().filter(|line| !line.trim().is_empty()).map(line).collect()
}

/// `B3` → row 2, column 1.
fn place(reference: &str) -> Option<(usize, usize)> {
    let letters = reference.len() - reference.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (letters, digits) = reference.split_at(letters);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column =
        letters.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((digits.parse::<usize>().ok()?.checked_sub(1)?, column - 1))
}

/// `B3:D4` → where it begins, where it ends.
fn range(reference: &str) -> Option<((usize, usize), (usize, usize))> {
    let (first, last) = reference.split_once(':')?;
    Some((place(first)?, place(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("AB12"), Some((11, 27)));
        assert_eq!(place("12"), None);
        assert_eq!(range("B3:D4"), Some(((2, 1), (3, 3))));
    }
}
