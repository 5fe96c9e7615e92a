//! The text of a paragraph on its way: pieces, open stretches, the boxes that hang on it.

use crate::model::{Block, Mark, Piece};

/// The text of a paragraph, and what hangs on it.
#[derive(Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) boxes: Vec<Vec<Block>>,
    /// A new page begins after it.
    pub(super) breaks: bool,
    /// How many stretches are open.
    pub(super) open: usize,
}

impl Line {
    /// Adds a text; soft hyphens are no signs, line ends and tabs inside are spaces, as Word shows them.
    pub(super) fn text(&mut self, text: &str) {
        let clean: String = text
            .chars()
            .filter(|c| *c != '\u{ad}')
            .map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c })
            .collect();
        if clean.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) => last.push_str(&clean),
            _ => self.pieces.push(Piece::Text(clean)),
        }
    }

    /// Something begins.
    pub(super) fn open(&mut self, mark: Mark) {
        self.open += 1;
        self.pieces.push(Piece::Open(mark));
    }

    /// The last that began ends.
    pub(super) fn close(&mut self) {
        if self.open > 0 {
            self.open -= 1;
            self.pieces.push(Piece::Close);
        }
    }

    /// A new page: after the paragraph, or as the end of a line when the paragraph goes on.
    pub(super) fn page(&mut self) {
        self.breaks = true;
        if !self.pieces.is_empty() {
            self.pieces.push(Piece::Break);
        }
    }
}
