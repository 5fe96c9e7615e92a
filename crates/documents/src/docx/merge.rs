//! Paragraphs whose mark was deleted: their text goes on in the next one.

use crate::model::{Block, Paragraph, Piece};

/// Blocks that are being put together.
#[derive(Default)]
pub(super) struct Draft {
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    boxes: Vec<Vec<Block>>,
}

impl Draft {
    /// A block that is no paragraph: text that waits for a paragraph ends before it.
    pub(super) fn push(&mut self, block: Block) {
        if !matches!(block, Block::PageBreak | Block::TextBox(_)) {
            self.flush();
        }
        self.blocks.push(block);
    }

    /// A paragraph with its mark.
    pub(super) fn paragraph(&mut self, paragraph: Paragraph) {
        self.blocks.push(Block::Paragraph(paragraph));
    }

    /// Keeps the text of a paragraph without a mark for the next one.
    pub(super) fn hold(&mut self, pieces: Vec<Piece>, boxes: Vec<Vec<Block>>) {
        self.pieces.extend(pieces);
        self.boxes.extend(boxes);
    }

    /// What waits.
    pub(super) fn take(&mut self) -> (Vec<Piece>, Vec<Vec<Block>>) {
        (std::mem::take(&mut self.pieces), std::mem::take(&mut self.boxes))
    }

    /// The blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.flush();
        self.blocks
    }

    fn flush(&mut self) {
        let (pieces, boxes) = self.take();
        if !pieces.is_empty() {
            self.paragraph(Paragraph { pieces, ..Paragraph::default() });
        }
        self.blocks.extend(boxes.into_iter().map(Block::TextBox));
    }
}
