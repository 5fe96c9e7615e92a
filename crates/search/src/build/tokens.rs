//! The tokenizer of the writer: it expands codes of run numbers into stems with their forms, without allocating.

use super::pairs::{Pairs, word};
use super::runs::{RunTable, pop};
use std::str::Chars;
use std::sync::Arc;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// What each run expands to, flat: words with positions, per run.
#[derive(Debug, Default)]
pub(super) struct Expansion {
    /// The words of all pairs, by their numbers.
    words: Vec<Box<str>>,
    /// Numbers of pairs with their positions, run after run.
    pieces: Vec<(u32, u32)>,
    /// Where each run's pieces begin, and its width.
    runs: Vec<(u32, u32)>,
}

impl Expansion {
    pub(super) fn new(table: &RunTable, pairs: &Pairs<'_>) -> Self {
        let words = (0_u32..).zip(&pairs.all).map(|(number, _)| word(number).into()).collect();
        let mut expansion = Self { words, ..Self::default() };
        for entry in &table.entries {
            expansion.runs.push((expansion.pieces.len() as u32, entry.width));
            for &(form, offset) in &entry.pieces {
                expansion.pieces.extend(pairs.of(form).iter().map(|&number| (number, offset)));
            }
        }
        expansion.runs.push((expansion.pieces.len() as u32, 0));
        expansion
    }
}

/// Makes token streams of codes.
#[derive(Clone)]
pub(super) struct Expander(pub(super) Arc<Expansion>);

impl Tokenizer for Expander {
    type TokenStream<'a> = Expanding<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Expanding<'a> {
        Expanding {
            expansion: &self.0,
            code: text.chars(),
            pending: 0..0,
            base: 0,
            next: 0,
            token: Token::default(),
        }
    }
}

/// Streams the tokens of one code.
pub(super) struct Expanding<'a> {
    expansion: &'a Expansion,
    code: Chars<'a>,
    pending: std::ops::Range<u32>,
    base: u32,
    next: u32,
    token: Token,
}

impl TokenStream for Expanding<'_> {
    fn advance(&mut self) -> bool {
        loop {
            if let Some(piece) = self.pending.next() {
                let (word, offset) = self.expansion.pieces[piece as usize];
                self.token.text.clear();
                self.token.text.push_str(&self.expansion.words[word as usize]);
                self.token.position = (self.base + offset) as usize;
                return true;
            }
            let Some(run) = pop(&mut self.code) else { return false };
            let (start, width) = self.expansion.runs[run as usize];
            self.pending = start..self.expansion.runs[run as usize + 1].0;
            self.base = self.next;
            self.next += width;
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
