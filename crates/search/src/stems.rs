//! From a form to its stems: the exceptions that the bundle carries, and Snowball for the rest.

use crate::bytes::Reader;
#[cfg(feature = "build")]
use crate::bytes::push_number;
use crate::dictionary::Words;
use crate::text::{pieces, runs};
use frostem::{Algorithm, Stemmer};
use serde::Serialize;

/// The rule leaves no shorter stem: it takes abbreviations for inflected words, `ИОМ` for `и`, `ДОУ` for `до`.
/// Words that are as short inflect by the exceptions.
const SHORTEST: usize = 3;

/// Stems a folded form by rule; numbers, marks and Latin words stay as they are.
pub(crate) fn snowball(form: &str) -> String {
    if form.chars().all(|c| matches!(c, 'а'..='я' | '-')) {
        let stem = Stemmer::new(Algorithm::Russian).stem(form);
        if stem.chars().count() >= SHORTEST {
            return stem.into_owned();
        }
    }
    form.to_owned()
}

/// A word of a text with its stems.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordStems {
    /// The folded form.
    pub form: String,
    /// What is left of it by rule.
    pub stems: Vec<String>,
}

/// Takes a text apart and stems its words by rule alone, without a bundle: for queries to engines that hold what
/// `Stemmer::export_stems` made. Marks such as `273-фз` come whole and in parts.
#[must_use]
pub fn stems_by_rule(text: &str) -> Vec<WordStems> {
    let words = runs(text).flat_map(|run| pieces(&text[run.range], run.numbered));
    words.map(|piece| WordStems { stems: vec![snowball(&piece.form)], form: piece.form }).collect()
}

/// Knows the stems of every form of every word of the site.
pub(crate) struct Stems {
    exceptions: Words,
    /// The number of the target of each exception.
    numbers: Vec<u32>,
    targets: Vec<String>,
}

impl Stems {
    /// Reads what [`write()`] has written.
    pub(crate) fn read(exceptions: &[u8], targets: Vec<String>) -> Option<Self> {
        let mut reader = Reader::new(exceptions);
        let exceptions = Words::read(&mut reader)?;
        let mut numbers = Vec::with_capacity(exceptions.len());
        let mut next = 0;
        for _ in 0..exceptions.len() {
            let number = match reader.short()? {
                SAME => *numbers.last()?,
                NEXT => {
                    next += 1;
                    next - 1
                }
                number => number - KNOWN,
            };
            numbers.push(number);
        }
        Some(Self { exceptions, numbers, targets })
    }

    /// Returns the stems under which the site's words of this form are indexed.
    pub(crate) fn of(&self, form: &str) -> Vec<String> {
        match self.exception(form) {
            Some(targets) => targets.split(' ').map(str::to_owned).collect(),
            None => vec![snowball(form)],
        }
    }

    /// Returns the entry of the exceptions, if the form has one.
    pub(crate) fn exception(&self, form: &str) -> Option<&str> {
        let number = self.numbers.get(self.exceptions.find(form)?)?;
        self.targets.get(*number as usize).map(String::as_str)
    }

    /// Gives the exceptions to searches for words that are near.
    pub(crate) fn exceptions(&self) -> &Words {
        &self.exceptions
    }
}

/// How the number of a target is written: that of the exception before, one that was not there yet, any other.
const SAME: u32 = 0;
const NEXT: u32 = 1;
const KNOWN: u32 = 2;

/// Writes sorted forms with the numbers of their targets; a number is new where it is greater than all before.
#[cfg(feature = "build")]
pub(crate) fn write(exceptions: &[(&str, u32)]) -> Vec<u8> {
    let mut out = Vec::new();
    crate::dictionary::write_words(exceptions.iter().map(|(form, _)| *form), &mut out);
    let (mut before, mut next) = (None, 0);
    for &(_, number) in exceptions {
        let code = if before == Some(number) {
            SAME
        } else if number == next {
            NEXT
        } else {
            number + KNOWN
        };
        next = next.max(number + 1);
        before = Some(number);
        push_number(u64::from(code), &mut out);
    }
    out
}
