//! The tokenizers of the writer: they expand codes of run numbers into stems or forms, without allocating.

use super::lexicon::Lexicon;
use super::runs::{RunTable, pop};
use std::str::Chars;
use std::sync::Arc;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// What each run expands to, flat: texts with positions, per run.
#[derive(Debug, Default)]
pub(super) struct Expansion {
    words: Vec<Box<str>>,
    /// Numbers of words with their positions, run after run.
    pieces: Vec<(u32, u32)>,
    /// Where each run's pieces begin, and its width.
    runs: Vec<(u32, u32)>,
}

impl Expansion {
    /// Expands runs to folded forms.
    pub(super) fn of_forms(table: &RunTable) -> Self {
        let words = table.forms.iter().map(|form| form.form.as_str().into()).collect();
        Self::expand(table, words, |form, out| out.push(form))
    }

    /// Expands runs to stems.
    pub(super) fn of_stems(table: &RunTable, lexicon: &Lexicon) -> Self {
        let mut words: Vec<Box<str>> = Vec::new();
        let mut starts = Vec::with_capacity(lexicon.stems.len() + 1);
        for stems in &lexicon.stems {
            starts.push(words.len() as u32);
            words.extend(stems.iter().map(|stem| stem.as_str().into()));
        }
        starts.push(words.len() as u32);
        Self::expand(table, words, |form, out| out.extend(starts[form as usize]..starts[form as usize + 1]))
    }

    fn expand(table: &RunTable, words: Vec<Box<str>>, stems: impl Fn(u32, &mut Vec<u32>)) -> Self {
        let mut expansion = Self { words, ..Self::default() };
        let mut numbers = Vec::new();
        for entry in &table.entries {
            expansion.runs.push((expansion.pieces.len() as u32, entry.width));
            for &(form, offset) in &entry.pieces {
                numbers.clear();
                stems(form, &mut numbers);
                expansion.pieces.extend(numbers.iter().map(|&number| (number, offset)));
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
