//! Where pages begin, each once: what stands on a page in several places begins it at the first.

use crate::model::{Block, Piece};

/// Keeps of each page but the first the mark that comes first in the order of reading.
pub(super) fn once(blocks: &mut [Block]) {
    keep(blocks, &mut 1);
}

fn keep(blocks: &mut [Block], last: &mut usize) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => paragraph.pieces.retain(|piece| match piece {
                Piece::Leaf(page) if page <= last => false,
                Piece::Leaf(page) => {
                    *last = *page;
                    true
                }
                _ => true,
            }),
            Block::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.for_each(|cell| keep(&mut cell.blocks, last));
            }
            Block::TextBox(blocks) => keep(blocks, last),
            Block::PageBreak => {}
        }
    }
}
