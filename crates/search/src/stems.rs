//! From a form to its stems: the exceptions that the bundle carries, and Snowball for the rest.

use crate::text::{pieces, runs};
use frostem::{Algorithm, Stemmer};
use fst::Map;
use serde::Serialize;
use tantivy::directory::OwnedBytes;

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
    exceptions: Map<OwnedBytes>,
    targets: Vec<String>,
}

impl Stems {
    pub(crate) fn new(exceptions: OwnedBytes, targets: Vec<String>) -> Result<Self, fst::Error> {
        Ok(Self { exceptions: Map::new(exceptions)?, targets })
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
        let number = usize::try_from(self.exceptions.get(form)?).ok()?;
        self.targets.get(number).map(String::as_str)
    }

    /// Gives the exceptions to searches by automaton.
    pub(crate) fn exceptions(&self) -> &Map<OwnedBytes> {
        &self.exceptions
    }
}
