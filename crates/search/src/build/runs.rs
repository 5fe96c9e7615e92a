//! Interning: each distinct run of the site is taken apart once, and texts become sequences of run numbers.

use super::lexicon::SiteForm;
use crate::text::{Surface, pieces, runs, width, written};
use rustc_hash::FxHashMap;

/// The number of the run that holds nothing and keeps phrases from crossing sections.
pub(super) const GAP: u32 = 0;
/// Positions that the gap spans.
const GAP_WIDTH: u32 = 16;

/// A run taken apart.
#[derive(Debug, Clone, Default)]
pub(super) struct RunEntry {
    /// Numbers of forms with their positions inside the run.
    pub(super) pieces: Vec<(u32, u32)>,
    pub(super) width: u32,
}

/// All distinct runs and forms of the site, numbered in the order of first appearance.
#[derive(Debug)]
pub(super) struct RunTable {
    numbers: [FxHashMap<Box<str>, u32>; 2],
    pub(super) entries: Vec<RunEntry>,
    form_numbers: FxHashMap<String, u32>,
    pub(super) forms: Vec<SiteForm>,
}

impl RunTable {
    pub(super) fn new() -> Self {
        let gap = RunEntry { pieces: Vec::new(), width: GAP_WIDTH };
        Self {
            numbers: Default::default(),
            entries: vec![gap],
            form_numbers: FxHashMap::default(),
            forms: Vec::new(),
        }
    }

    /// Appends the text's runs to the code.
    pub(super) fn encode(&mut self, text: &str, code: &mut String) {
        for run in runs(text) {
            let number = self.number(&text[run.range], run.numbered);
            push(number, code);
        }
    }

    /// Appends a mark that no text holds, such as `§3.2.5`.
    pub(super) fn encode_mark(&mut self, mark: &str, code: &mut String) {
        let number = match self.numbers[0].get(mark) {
            Some(&number) => number,
            None => {
                let form = self.form(mark.to_owned(), false);
                self.add(mark, 0, RunEntry { pieces: vec![(form, 0)], width: 1 })
            }
        };
        push(number, code);
    }

    fn number(&mut self, run: &str, numbered: bool) -> u32 {
        let kind = usize::from(numbered);
        if let Some(&number) = self.numbers[kind].get(run) {
            return number;
        }
        let pieces = pieces(run, numbered);
        let capitals = is_abbreviation(run);
        let width = width(&pieces);
        let atoms = written(run);
        let mut numbers = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let atom = atoms.get(piece.offset as usize).filter(|_| !piece.whole).map_or(run, String::as_str);
            let surface = Surface::of(atom, &piece.form);
            let form = self.form(piece.form, capitals);
            if let Some(surface) = surface {
                self.forms[form as usize].note(surface);
            }
            numbers.push((form, piece.offset));
        }
        self.add(run, kind, RunEntry { pieces: numbers, width })
    }

    fn add(&mut self, run: &str, kind: usize, entry: RunEntry) -> u32 {
        let number = self.entries.len() as u32;
        self.entries.push(entry);
        self.numbers[kind].insert(run.into(), number);
        number
    }

    /// Numbers a form; notes when it is ever written as an abbreviation.
    fn form(&mut self, form: String, capitals: bool) -> u32 {
        if let Some(&number) = self.form_numbers.get(&form) {
            self.forms[number as usize].capitals |= capitals;
            return number;
        }
        let number = self.forms.len() as u32;
        self.form_numbers.insert(form.clone(), number);
        self.forms.push(SiteForm { form, capitals, ..SiteForm::default() });
        number
    }
}

/// Tells whether the run is written as an abbreviation: short and in capitals, or with capitals inside.
pub(super) fn is_abbreviation(run: &str) -> bool {
    let letters = run.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = run.chars().filter(|c| c.is_uppercase()).count();
    let inner = run.chars().skip(1).filter(|c| c.is_uppercase()).count();
    (2..=12).contains(&letters)
        && if letters == capitals { letters <= 8 } else { inner >= 2 && capitals * 2 >= letters }
}

/// Digits of a run number in a code: two characters below the surrogates.
const BASE: u32 = 0x8000;
const FIRST: u32 = 0x20;

/// Appends a number to a code.
pub(super) fn push(number: u32, code: &mut String) {
    for digit in [number / BASE % BASE, number % BASE] {
        code.extend(char::from_u32(FIRST + digit));
    }
}

/// Appends the gap between sections.
pub(super) fn push_gap(code: &mut String) {
    push(GAP, code);
}

/// Reads the next run number of a code.
pub(super) fn pop(chars: &mut std::str::Chars<'_>) -> Option<u32> {
    let (high, low) = (chars.next()?, chars.next()?);
    Some((u32::from(high) - FIRST) * BASE + u32::from(low) - FIRST)
}
