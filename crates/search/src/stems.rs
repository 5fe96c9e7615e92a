//! From a form to its stems: the exceptions that the bundle carries, and Snowball for the rest.

use crate::bytes::Reader;
#[cfg(feature = "build")]
use crate::bytes::push_number;
use crate::dictionary::Words;
use crate::text::{pieces, runs};
use frostem::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};
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

/// Some stems that are looked for in many words. Hardly a word has one of them, and most are let go by how they begin:
/// a rule takes letters from the end of a word and no others.
pub(crate) struct Sought<'s> {
    stems: &'s Stems,
    /// How the stems begin.
    beginnings: FxHashSet<&'s str>,
    /// The exceptions that have some of them, with all their stems.
    exceptions: FxHashMap<&'s str, &'s str>,
}

impl<'s> Sought<'s> {
    pub(crate) fn new(stems: &'s Stems, sought: impl Iterator<Item = &'s str>) -> Self {
        let sought: FxHashSet<&str> = sought.collect();
        let beginnings = sought.iter().map(|stem| beginning(stem)).collect();
        let has_one = |target: &String| target.split(' ').any(|stem| sought.contains(stem));
        let wanted: Vec<bool> = stems.targets.iter().map(has_one).collect();
        let exceptions = stems.numbers.iter().enumerate().filter_map(|(form, &number)| {
            let number = number as usize;
            wanted
                .get(number)
                .is_some_and(|wanted| *wanted)
                .then(|| stems.exceptions.word(form))
                .zip(stems.targets.get(number).map(String::as_str))
        });
        Self { stems, beginnings, exceptions: exceptions.collect() }
    }

    /// Returns the stems of a form as [`Stems::of`] does, or none where none of them is looked for.
    pub(crate) fn of(&self, form: &str) -> Vec<String> {
        match self.exceptions.get(form) {
            Some(targets) => targets.split(' ').map(str::to_owned).collect(),
            None if !self.beginnings.contains(beginning(form)) => Vec::new(),
            // It has others.
            None if self.stems.exception(form).is_some() => Vec::new(),
            None => vec![snowball(form)],
        }
    }
}

/// The first letters of a word, as many as its stem has at least.
fn beginning(word: &str) -> &str {
    word.char_indices().nth(SHORTEST).map_or(word, |(end, _)| &word[..end])
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

#[cfg(test)]
mod tests {
    use super::snowball;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_rule_takes_letters_from_the_end_alone(form in "[а-я]{1,14}(ейшая|нность|ывать|ившись|ями|ого|ется)?") {
            prop_assert!(form.starts_with(&snowball(&form)), "{form} {}", snowball(&form));
        }
    }
}
