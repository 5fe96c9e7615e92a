//! The text of a paragraph on its way.

use crate::model::{Block, Piece};

/// The pieces of a paragraph, and the boxes that hang on it.
#[derive(Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) boxes: Vec<Vec<Block>>,
}

impl Line {
    /// Adds a text: any white space is one space, and none at the beginning of a line.
    pub(super) fn text(&mut self, text: &str) {
        let mut clean = String::with_capacity(text.len());
        let mut blank = match self.pieces.last() {
            Some(Piece::Text(last)) => last.ends_with(' '),
            Some(Piece::Open(_) | Piece::Close | Piece::Note(_) | Piece::Picture(_)) => false,
            _ => true,
        };
        for c in text.chars().filter(|c| *c != '\u{ad}') {
            let space = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !(space && blank) {
                clean.push(if space { ' ' } else { c });
            }
            blank = space;
        }
        self.exact(&clean);
    }

    /// Adds a text as it is.
    pub(super) fn exact(&mut self, text: &str) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Text(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
    }
}
