//! A table with every place filled: what a merged cell says holds for all that it covers.

use kabinet_documents::{Block, Document, Table};

/// What stands at a place.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Place {
    /// The words, lines joined.
    pub(crate) text: String,
    /// The row and column where its cell begins.
    pub(crate) origin: (usize, usize),
}

/// The rows of a table, each with as many places as the table is wide.
pub(crate) fn rows(table: &Table) -> Vec<Vec<Place>> {
    let width = table.width();
    let mut rows: Vec<Vec<Place>> = (0..table.rows.len())
        .map(|row| (0..width).map(|column| Place { text: String::new(), origin: (row, column) }).collect())
        .collect();
    for (at, row) in table.rows.iter().enumerate() {
        for cell in &row.cells {
            let place = Place { text: text(&cell.blocks), origin: (at, cell.column) };
            for covered in rows.iter_mut().skip(at).take(cell.rows) {
                covered[cell.column..cell.column + cell.columns].fill(place.clone());
            }
        }
    }
    rows
}

/// The words of some blocks in one line.
fn text(blocks: &[Block]) -> String {
    let plain = Document { blocks: blocks.to_vec(), ..Document::default() }.plain();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The only words of a row, when all its places say the same or nothing: a heading.
pub(crate) fn heading(row: &[Place]) -> Option<&str> {
    let mut texts: Vec<&Place> = row.iter().filter(|place| !place.text.is_empty()).collect();
    texts.dedup_by_key(|place| place.origin);
    match texts.as_slice() {
        [only] => Some(&only.text),
        _ => None,
    }
}
