//! Making units of a query: corrections, clause numbers, dates, synonyms, words that may be ignored.

use super::correct;
use super::days::{self, Days};
use super::parse::{Chunk, parse};
use super::relatives;
use super::roman;
use super::unit::{Alternative, Slot, Unit};
use super::vocabulary::Vocabulary;
use super::words::{self, Word};
use crate::columns::Columns;
use crate::math::ln;
use crate::outcome::{Correction, CorrectionKind, Offer};
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
    pub(crate) offers: Vec<Offer>,
    /// Pages that have a file are preferred; without other words they alone are wanted.
    pub(crate) with_file: bool,
}

/// Makes plans with what the site knows.
pub(crate) struct Planner<'e> {
    pub(crate) vocabulary: &'e Vocabulary<'e>,
    pub(crate) synonyms: &'e Synonyms,
    /// Says what happens when.
    pub(crate) columns: &'e Columns,
    /// Some page has a file.
    pub(crate) has_files: bool,
    /// The reader's day.
    pub(crate) today: Option<i32>,
    /// Corrections are switched off.
    pub(crate) literal: bool,
}

impl Planner<'_> {
    /// Makes a plan for the query.
    pub(crate) fn plan(&self, query: &str) -> Plan {
        let mut plan = Plan::default();
        let mut words: Vec<Word> = Vec::new();
        let mut shown = Vec::new();
        let mut offers = Vec::new();
        let mut chunks: Vec<Chunk> = parse(query).into_iter().take(MAX_CHUNKS).collect();
        if !self.literal {
            roman::read(&mut chunks);
        }
        let days = if self.literal { Vec::new() } else { days::find(&chunks, self.today) };
        for (number, chunk) in chunks.iter().enumerate() {
            if days.iter().any(|days| days.chunks.contains(&number)) {
                shown.push(as_typed(chunk));
            } else if self.asks_for_files(chunk) {
                plan.with_file = true;
                shown.push(as_typed(chunk));
            } else if chunk.minus {
                plan.minus.extend(self.phrase(chunk));
                shown.push(as_typed(chunk));
            } else if chunk.phrase || chunk.exact {
                plan.units.extend(self.phrase(chunk));
                shown.push(as_typed(chunk));
            } else {
                let (text, near) = self.read(chunk, &mut words, &mut plan);
                offers.extend(near.into_iter().map(|to| (number, to)));
                shown.push(text);
            }
        }
        self.units(words, &mut plan);
        days.iter().for_each(|days| self.add_days(days, &chunks, &mut plan));
        plan.offers = offers.into_iter().map(|(number, to)| offer(&chunks, &shown, number, to)).collect();
        self.weigh(&mut plan.units);
        self.weigh(&mut plan.minus);
        if plan.corrections.iter().any(|c| c.kind.replaces()) {
            plan.corrected = Some(shown.join(" "));
        }
        plan
    }

    /// Tells whether the word says that files are wanted: `скачать`.
    fn asks_for_files(&self, chunk: &Chunk) -> bool {
        let plain = !(chunk.phrase || chunk.exact || chunk.minus || self.literal);
        plain && self.has_files && DOWNLOADS.contains(&fold(&chunk.text).as_str())
    }

    /// Makes a unit of days: what happens on them, and texts that name them.
    fn add_days(&self, days: &Days, chunks: &[Chunk], plan: &mut Plan) {
        let mut alternatives = Vec::new();
        alternatives.extend(days.span.map(|span| Alternative::happening(span, 1.0)));
        for (text, weight) in &days.texts {
            let slots: Vec<Slot> = text.iter().map(|form| self.slot(form)).collect();
            alternatives.push(Alternative::sequence(slots, *weight));
        }
        let typed = &chunks[days.chunks.clone()];
        if days.ambiguous {
            alternatives.extend(
                typed.iter().flat_map(|chunk| words::words(&chunk.text)).flat_map(|w| self.alternatives(&w)),
            );
        } else if alternatives.len() < 2 {
            let words =
                words::significant(typed.iter().flat_map(|chunk| words::words(&chunk.text)).collect());
            let forms = words.iter().flat_map(Word::atoms);
            alternatives.push(Alternative::sequence(forms.map(|form| self.slot(form)).collect(), 0.15));
        }
        plan.units.push(Unit::new(alternatives));
        if let Some(to) = &days.said {
            let from: Vec<&str> = typed.iter().map(|chunk| chunk.text.as_str()).collect();
            plan.corrections.push(Correction {
                kind: CorrectionKind::Day,
                from: from.join(" "),
                to: to.clone(),
            });
        }
    }

    /// Reads a chunk of plain words; returns it as understood, and near words to ask about.
    fn read(&self, chunk: &Chunk, words: &mut Vec<Word>, plan: &mut Plan) -> (String, Vec<String>) {
        let reading = if self.literal {
            correct::Reading { text: chunk.text.clone(), ..Default::default() }
        } else {
            let is_synonym = |word: &str| self.synonyms.knows(&self.vocabulary.stems.of(word));
            correct::read(chunk, self.vocabulary, &is_synonym)
        };
        plan.corrections.extend(reading.corrections);
        words.extend(words::words(&reading.text));
        if let Some(last) = words.last_mut() {
            last.unfinished = reading.unfinished;
            last.also = reading.also;
            last.related = reading.related;
        }
        (reading.text, reading.offers)
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
        let mut unit = Unit::new(vec![Alternative::sequence(slots, 1.2)]);
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
        if !self.literal {
            words.iter().zip(&mut units).for_each(|(word, unit)| self.add_relatives(word, unit));
            if words.len() > 1 {
                words.iter().zip(&mut units).for_each(|(word, unit)| self.add_coming(word, unit));
            }
        }
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
            alternatives.push(Alternative::sequence(slots, 1.0));
        }
        if let Some(day) = word.date() {
            let slots = day.iter().map(|form| self.slot(form)).collect();
            alternatives.push(Alternative::sequence(slots, 1.0));
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
            alternatives.push(Alternative::sequence(slots, 0.7));
        }
        alternatives
    }

    /// Lets words of the same family stand for a word, unless they stand nearly everywhere and say nothing.
    fn add_relatives(&self, word: &Word, unit: &mut Unit) {
        let mut atoms = word.atoms();
        let (Some(form), None) = (atoms.next(), atoms.next()) else { return };
        let own: Vec<String> = self.vocabulary.stems.of(form);
        let most = (self.vocabulary.pages() / COMMON_SHARE).max(COMMON_LEAST);
        let telling =
            |stem: &String| (1..=most).contains(&self.vocabulary.common_pages(stem)) && !own.contains(stem);
        let stems = own.iter().flat_map(|stem| relatives::of(stem)).filter(telling).collect();
        let slot = Slot { stems, form: form.to_owned(), exact: false };
        if !slot.stems.is_empty() {
            unit.alternatives.push(Alternative::one(slot, RELATIVE));
        }
    }

    /// Lets what is to come answer for its timetable: `школа молодого педагога расписание`.
    fn add_coming(&self, word: &Word, unit: &mut Unit) {
        if let Some(today) = self.today.filter(|_| word.asks_when()) {
            unit.alternatives.push(Alternative::happening((today, today + AHEAD), COMING));
        }
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
        let turned =
            self.turned_synonyms(words, &slots).into_iter().chain(self.parted_synonyms(words, &slots));
        for found in self.synonyms.find(&slots).into_iter().chain(turned) {
            for member in found.others {
                let slop = u32::from(member.slots.len() > 1);
                let alternative = Alternative { slop, ..Alternative::sequence(member.slots, found.weight) };
                if self.pages(&alternative) > 0 {
                    let typed: Vec<&str> =
                        words[found.words.clone()].iter().map(|word| word.text.as_str()).collect();
                    let (from, to) = (typed.join(" "), member.text);
                    let said = Correction { kind: CorrectionKind::Synonym, from, to };
                    let before =
                        corrections.iter().filter(|one| one.kind == said.kind && one.from == said.from);
                    if fold(&said.from) != fold(&said.to)
                        && before.count() < SAID
                        && !corrections.contains(&said)
                    {
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

    /// Finds members of groups that are marks typed the other way round in two words: `ФЗ 273`.
    fn parted_synonyms(&self, words: &[Word], slots: &[Vec<Slot>]) -> Vec<Found> {
        let mut all = Vec::new();
        for at in 1..words.len() {
            if words[at - 1].is_mark_letters() && words[at].is_bare_number() {
                let mut slots = slots.to_vec();
                slots.swap(at - 1, at);
                let found = self.synonyms.find(&slots).into_iter();
                all.extend(found.filter(|found| found.words == (at - 1..at + 1)));
            }
        }
        all
    }

    /// Counts the pages that may satisfy an alternative.
    fn pages(&self, alternative: &Alternative) -> u32 {
        if let Some(days) = alternative.days {
            return self.columns.happening(days).count() as u32;
        }
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

/// What a word of the same family counts beside the one that was typed.
const RELATIVE: f32 = 0.35;
/// So many synonyms of one word are told; all are looked for.
const SAID: usize = 3;
/// Days ahead that a timetable has, and what an event on them counts beside the word itself.
const AHEAD: i32 = 180;
const COMING: f32 = 0.4;
/// A relative that stands on more than this share of the pages says nothing; on few pages it always does.
const COMMON_SHARE: u32 = 4;
const COMMON_LEAST: u32 = 8;
/// Words that ask for files.
const DOWNLOADS: &[&str] = &["скачать", "скачай", "скачивание", "download"];

/// Makes the offer of another text for a chunk.
fn offer(chunks: &[Chunk], shown: &[String], number: usize, to: String) -> Offer {
    let mut query = shown.to_vec();
    query[number].clone_from(&to);
    Offer { from: chunks[number].text.clone(), to, query: query.join(" ") }
}

/// Longer queries are cut: nobody types them, and they must not be expensive.
const MAX_CHUNKS: usize = 24;

fn as_typed(chunk: &Chunk) -> String {
    let sign = |on: bool, sign: &'static str| if on { sign } else { "" };
    let (minus, exact) = (sign(chunk.minus, "-"), sign(chunk.exact, "="));
    let (open, close) = (sign(chunk.phrase, "«"), sign(chunk.phrase, "»"));
    format!("{minus}{exact}{open}{}{close}", chunk.text)
}
