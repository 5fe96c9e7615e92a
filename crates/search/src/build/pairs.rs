//! Stems with their forms: each pair is one word to tantivy, so that its lists tell in which form a stem stands.
//!
//! Pairs are numbered in the order of their stems, and those of a stem in the order of their forms; what tantivy indexes
//! is the number, written so that words sort by it.

use super::lexicon::Lexicon;
use super::runs::{RunTable, pop, push};

/// A stem in one of the forms in which it stands on the site, by its number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) stem: &'a str,
    pub(super) form: u32,
    /// It is the first of the stems of the form.
    pub(super) first: bool,
}

/// All pairs of the site.
#[derive(Debug)]
pub(super) struct Pairs<'a> {
    pub(super) all: Vec<Pair<'a>>,
    /// The numbers of the pairs of each form.
    of_forms: Vec<Vec<u32>>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(table: &RunTable, lexicon: &'a Lexicon) -> Self {
        let mut all: Vec<Pair<'_>> = Vec::with_capacity(table.forms.len() * 3 / 2);
        for (form, stems) in (0_u32..).zip(&lexicon.stems) {
            let pairs = stems.iter().enumerate();
            all.extend(pairs.map(|(number, stem)| Pair { stem, form, first: number == 0 }));
        }
        let written = |form: u32| table.forms.get(form as usize).map(|form| form.form.as_str());
        all.sort_unstable_by(|a, b| a.stem.cmp(b.stem).then_with(|| written(a.form).cmp(&written(b.form))));
        let mut of_forms = vec![Vec::new(); table.forms.len()];
        for (number, pair) in (0_u32..).zip(&all) {
            of_forms[pair.form as usize].push(number);
        }
        Self { all, of_forms }
    }

    /// Returns the numbers of the pairs of a form.
    pub(super) fn of(&self, form: u32) -> &[u32] {
        &self.of_forms[form as usize]
    }
}

/// Writes the number of a pair as a word.
pub(super) fn word(number: u32) -> String {
    let mut word = String::new();
    push(number, &mut word);
    word
}

/// Reads the number of a pair.
pub(super) fn number(word: &[u8]) -> Option<usize> {
    Some(pop(&mut std::str::from_utf8(word).ok()?.chars())? as usize)
}
