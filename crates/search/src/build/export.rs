//! Stems for engines that know no Russian: a bank that outgrows the browser gives these to Quickwit or OpenSearch.
//!
//! Such an engine compares strings. So a text carries, for each of its words, the rule's stem of *every* form of
//! that word, and a query carries only the rule's stem of what was typed ([`crate::stems_by_rule`]): whatever form
//! the reader takes, its stem stands in the text.

use super::lexicon::{SiteForm, readings};
use super::runs::is_abbreviation;
use crate::stems::snowball;
use crate::text::{fold, pieces, runs};
use anyhow::Result;
use rumorph::{Dictionary, Source};
use std::collections::{BTreeSet, HashMap};

/// Finds the stems of all forms of the words of a text, with the dictionary.
///
/// Built once; it remembers the words that it has met.
#[derive(Debug)]
pub struct Stemmer {
    dictionary: Dictionary,
    known: HashMap<(String, bool), String>,
}

impl Stemmer {
    /// Opens the dictionary.
    ///
    /// # Errors
    /// Fails when the bundled dictionary cannot be read.
    pub fn new() -> Result<Self> {
        Ok(Self { dictionary: Dictionary::bundled()?, known: HashMap::new() })
    }

    /// Returns the stems of all forms of all words of the text, joined by spaces, in the order of the text.
    ///
    /// Numbers and marks stand as they are, whole and in parts.
    pub fn export_stems(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        for run in runs(text) {
            let capitals = is_abbreviation(&text[run.range.clone()]);
            for piece in pieces(&text[run.range], run.numbered) {
                if !out.is_empty() {
                    out.push(' ');
                }
                out.push_str(self.word(piece.form, capitals));
            }
        }
        out
    }

    /// Tells whether a word is one of the language, in any of its forms.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.dictionary.analyze(&fold(word)).iter().any(|reading| reading.source == Source::Dictionary)
    }

    fn word(&mut self, form: String, capitals: bool) -> &str {
        let Self { dictionary, known } = self;
        known.entry((form, capitals)).or_insert_with_key(|(form, capitals)| {
            let site = SiteForm { form: form.clone(), capitals: *capitals, ..SiteForm::default() };
            let mut stems = BTreeSet::from([snowball(form)]);
            for reading in readings(dictionary, &site) {
                stems.extend(dictionary.forms(&reading).iter().map(|form| snowball(&fold(&form.word))));
            }
            Vec::from_iter(stems).join(" ")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Stemmer;
    use crate::stems_by_rule;

    #[test]
    fn a_word_is_known_in_any_form() -> anyhow::Result<()> {
        let stemmer = Stemmer::new()?;
        assert!(["районного", "Методический", "ёлки"].iter().all(|word| stemmer.knows(word)));
        assert!(!["Ïîëîæåíèå", "учебнометодический", "ъъщ"].iter().any(|word| stemmer.knows(word)));
        Ok(())
    }

    #[test]
    fn whatever_form_is_typed_its_stem_stands_in_the_text() -> anyhow::Result<()> {
        let mut stemmer = Stemmer::new()?;
        let text = stemmer.export_stems("Районная площадка, 273-ФЗ: дети и РМО");
        let stems: Vec<&str> = text.split(' ').collect();
        for typed in ["площадок", "площадками", "ребёнка", "районному", "273-ФЗ", "273", "рмо", "детьми"]
        {
            for word in stems_by_rule(typed) {
                assert!(word.stems.iter().any(|stem| stems.contains(&stem.as_str())), "{typed}: {text}");
            }
        }
        Ok(())
    }
}
