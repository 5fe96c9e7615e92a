//! From a form to its stems: the exceptions that the bundle carries, and Snowball for the rest.

use crate::text::{pieces, runs};
use frostem::{Algorithm, Stemmer};
use fst::Map;
use serde::{Deserialize, Serialize};
use tantivy::directory::OwnedBytes;

/// Stems a folded form by rule; numbers, marks and Latin words stay as they are.
pub(crate) fn snowball(form: &str) -> String {
    if form.chars().all(|c| matches!(c, 'а'..='я' | '-')) {
        Stemmer::new(Algorithm::Russian).stem(form).into_owned()
    } else {
        form.to_owned()
    }
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

/// Holds a folded form of a text and its stems by rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleStems {
    /// The folded form.
    pub form: String,
    /// The stems; of a compound word those of its parts are forms of their own.
    pub stems: Vec<String>,
}

/// Stems the words of a text without a bundle, by rule alone, each form once and in order.
#[must_use]
pub fn rule_stems(text: &str) -> Vec<RuleStems> {
    let mut found: Vec<RuleStems> = Vec::new();
    for run in runs(text) {
        for piece in pieces(&text[run.range.clone()], run.numbered) {
            if !found.iter().any(|known| known.form == piece.form) {
                let stems = vec![snowball(&piece.form)];
                found.push(RuleStems { form: piece.form, stems });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::rule_stems;

    #[test]
    fn words_are_stemmed_without_a_bundle() {
        let words = rule_stems("Стажировочные площадки, стажировочные");
        let pairs: Vec<(&str, &str)> = words.iter().map(|w| (w.form.as_str(), w.stems[0].as_str())).collect();
        assert_eq!(pairs, [("стажировочные", "стажировочн"), ("площадки", "площадк")]);
    }
}
