//! Making units of a query: corrections, clause numbers, dates, synonyms, words that may be ignored.

use super::correct;
use super::parse::{Chunk, parse};
use super::unit::{Alternative, Slot, Unit};
use super::vocabulary::Vocabulary;
use super::words::{self, Word};
use crate::math::ln;
use crate::outcome::{Correction, CorrectionKind};
use crate::synonyms::{Found, Synonyms};
use crate::text::fold;

/// What is looked for.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) units: Vec<Unit>,
    pub(crate) minus: Vec<Unit>,
    pub(crate) corrections: Vec<Correction>,
    pub(crate) corrected: Option<String>,
    pub(crate) unknown: Vec<String>,
}

/// Makes plans with what the site knows.
pub(crate) struct Planner<'e> {
    pub(crate) vocabulary: &'e Vocabulary<'e>,
    pub(crate) synonyms: &'e Synonyms,
    /// Corrections are switched off.
    pub(crate) literal: bool,
}

impl Planner<'_> {
    /// Makes a plan for the query.
    pub(crate) fn plan(&self, query: &str) -> Plan {
        let mut plan = Plan::default();
        let mut words: Vec<Word> = Vec::new();
        let mut shown = Vec::new();
        for chunk in parse(query).into_iter().take(MAX_CHUNKS) {
            if chunk.minus {
                plan.minus.extend(self.phrase(&chunk));
                shown.push(as_typed(&chunk));
            } else if chunk.phrase || chunk.exact {
                plan.units.extend(self.phrase(&chunk));
                shown.push(as_typed(&chunk));
            } else {
                shown.push(self.read(&chunk, &mut words, &mut plan));
            }
        }
        self.units(words, &mut plan);
        self.weigh(&mut plan.units);
        self.weigh(&mut plan.minus);
        if plan.corrections.iter().any(|c| !matches!(c.kind, CorrectionKind::Also | CorrectionKind::Synonym))
        {
            plan.corrected = Some(shown.join(" "));
        }
        plan
    }

    /// Reads a chunk of plain words; returns it as understood.
    fn read(&self, chunk: &Chunk, words: &mut Vec<Word>, plan: &mut Plan) -> String {
        let reading = if self.literal {
            correct::Reading { text: chunk.text.clone(), ..Default::default() }
        } else {
            let is_synonym = |word: &str| self.synonyms.knows(&self.vocabulary.stems.of(word));
            correct::read(chunk, self.vocabulary, &is_synonym)
        };
        plan.corrections.extend(reading.correction);
        words.extend(words::words(&reading.text));
        if let Some(last) = words.last_mut() {
            last.unfinished = reading.unfinished;
            last.also = reading.also;
            last.related = reading.related;
        }
        reading.text
    }

    /// Makes one unit of a phrase or an exact word.
    fn phrase(&self, chunk: &Chunk) -> Option<Unit> {
        let words = words::words(&chunk.text);
        let atoms = words.iter().flat_map(Word::atoms);
        let mut slots: Vec<Slot> = atoms.map(|form| Slot { exact: chunk.exact, ..self.slot(form) }).collect();
        if slots.is_empty() {
            return None;
        }
        if chunk.last && !chunk.exact && !chunk.minus && !self.literal {
            self.finish(&mut slots);
        }
        let mut unit = Unit::new(vec![Alternative { slots, slop: 0, weight: 1.2 }]);
        unit.firm = true;
        Some(unit)
    }

    /// Lets an unknown last word of an unfinished phrase stand for the words that begin so.
    fn finish(&self, slots: &mut [Slot]) {
        if let Some(slot) = slots.last_mut()
            && slot.form.chars().count() >= 2
            && !self.vocabulary.knows_form(&slot.form)
        {
            slot.stems.extend(self.vocabulary.completions(&slot.form));
        }
    }

    fn slot(&self, form: &str) -> Slot {
        Slot {
            stems: self.vocabulary.stems.of(form).into_iter().collect(),
            form: form.to_owned(),
            exact: false,
        }
    }

    fn units(&self, words: Vec<Word>, plan: &mut Plan) {
        let words = words::significant(words);
        let mut units = Vec::with_capacity(words.len());
        for word in &words {
            units.push(Unit::new(self.alternatives(word)));
        }
        self.add_dates(&words, &mut units);
        if !self.literal {
            self.add_synonyms(&words, &mut units, &mut plan.corrections);
        }
        let leads = |unit: &Unit| unit.alternatives.iter().any(|alternative| self.pages(alternative) > 0);
        plan.unknown =
            words.iter().zip(&units).filter(|(_, u)| !leads(u)).map(|(w, _)| w.text.clone()).collect();
        plan.units.extend(units);
    }

    /// Lists what may stand for a word.
    fn alternatives(&self, word: &Word) -> Vec<Alternative> {
        let mut alternatives = Vec::new();
        for (form, weight) in word.wholes() {
            alternatives.push(Alternative::one(self.slot(&form), weight));
        }
        for sequence in word.sequences() {
            let slots: Vec<Slot> = sequence.iter().map(|form| self.slot(form)).collect();
            alternatives.push(Alternative { slots, slop: 0, weight: 1.0 });
        }
        if let Some(day) = word.date() {
            let slots = day.iter().map(|form| self.slot(form)).collect();
            alternatives.push(Alternative { slots, slop: 0, weight: 1.0 });
        }
        if let Some(joined) = words::unhyphenated(&word.text) {
            alternatives.push(Alternative::one(self.slot(&joined), 1.0));
        }
        if let Some(also) = &word.also {
            alternatives.push(Alternative::one(self.slot(also), 0.6));
        }
        if let Some(beginning) = &word.related {
            let stems = self.vocabulary.completions(beginning);
            let slot = Slot { stems, form: word.text.clone(), exact: false };
            alternatives.push(Alternative::one(slot, 0.5));
        }
        if word.unfinished
            && let Some(prefix) = word.atoms().last()
        {
            let stems = self.vocabulary.completions(prefix);
            let slot = Slot { stems, form: prefix.to_owned(), exact: false };
            let mut slots: Vec<Slot> = word.atoms().map(|form| self.slot(form)).collect();
            slots.pop();
            slots.push(slot);
            alternatives.push(Alternative { slots, slop: 0, weight: 0.7 });
        }
        alternatives
    }

    /// Lets `21 ноября 2026` be written in digits.
    fn add_dates(&self, words: &[Word], units: &mut [Unit]) {
        for start in 0..words.len().saturating_sub(2) {
            if let Some(date) = words::spelled_date(&words[start..start + 3]) {
                let digits = Alternative::one(self.slot(&date), 1.0);
                for unit in &mut units[start..start + 3] {
                    unit.alternatives.push(digits.clone());
                }
            }
        }
    }

    /// Lets every spelling of a group stand for the others; all words of a spelling may be replaced at once.
    fn add_synonyms(&self, words: &[Word], units: &mut [Unit], corrections: &mut Vec<Correction>) {
        let slots: Vec<Vec<Slot>> =
            words.iter().map(|word| word.atoms().map(|form| self.slot(form)).collect()).collect();
        for found in self.synonyms.find(&slots).into_iter().chain(self.turned_synonyms(words, &slots)) {
            for member in found.others {
                let alternative =
                    Alternative { slop: u32::from(member.slots.len() > 1), slots: member.slots, weight: 0.8 };
                if self.pages(&alternative) > 0 {
                    let typed: Vec<&str> =
                        words[found.words.clone()].iter().map(|word| word.text.as_str()).collect();
                    let (from, to) = (typed.join(" "), member.text);
                    let said = Correction { kind: CorrectionKind::Synonym, from, to };
                    if fold(&said.from) != fold(&said.to) && !corrections.contains(&said) {
                        corrections.push(said);
                    }
                }
                for unit in &mut units[found.words.clone()] {
                    unit.alternatives.push(alternative.clone());
                }
            }
        }
    }

    /// Finds members of groups that are marks typed the other way round: `ФЗ-273`.
    fn turned_synonyms(&self, words: &[Word], slots: &[Vec<Slot>]) -> Vec<Found> {
        let turned = |number: usize| words[number].sequences().len() > 1;
        if !(0..words.len()).any(turned) {
            return Vec::new();
        }
        let mut slots = slots.to_vec();
        let turning = slots.iter_mut().enumerate().filter(|(number, _)| turned(*number));
        turning.for_each(|(_, slots)| slots.reverse());
        let mut found = self.synonyms.find(&slots);
        found.retain(|found| found.words.clone().any(turned));
        found
    }

    /// Counts the pages that may satisfy an alternative.
    fn pages(&self, alternative: &Alternative) -> u32 {
        let slot = |slot: &Slot| {
            if slot.exact {
                return self.vocabulary.form_pages(&slot.form);
            }
            slot.stems.iter().map(|stem| self.vocabulary.stem_pages(stem)).max().unwrap_or(0)
        };
        alternative.slots.iter().map(slot).min().unwrap_or(0)
    }

    fn weigh(&self, units: &mut [Unit]) {
        let all = f64::from(self.vocabulary.pages().max(1));
        for unit in units {
            let pages =
                unit.alternatives.iter().map(|alternative| self.pages(alternative)).max().unwrap_or(0);
            unit.rarity = ln((1.0 + (all + 1.0) / (f64::from(pages) + 0.5)) as f32);
        }
    }
}

/// Longer queries are cut: nobody types them, and they must not be expensive.
const MAX_CHUNKS: usize = 24;

fn as_typed(chunk: &Chunk) -> String {
    let sign = |on: bool, sign: &'static str| if on { sign } else { "" };
    let (minus, exact) = (sign(chunk.minus, "-"), sign(chunk.exact, "="));
    let (open, close) = (sign(chunk.phrase, "«"), sign(chunk.phrase, "»"));
    format!("{minus}{exact}{open}{}{close}", chunk.text)
}
