//! Slips of readers and what they meant. A word that the site knows is never corrected.

use super::keyboard::other_layout;
use super::loan;
use super::parse::Chunk;
use super::translit;
use super::vocabulary::{Near, Vocabulary};
use super::words::{is_idle, ordinal, unhyphenated};
use crate::outcome::{Correction, CorrectionKind};
use crate::text::{fold, runs, split};
use std::cell::RefCell;

/// From so many letters one slip is forgiven, and from so many two.
const ONE_SLIP: usize = 4;
const TWO_SLIPS: usize = 8;
/// From so many letters a beginning in the other layout is read as one: `IT` is not what `шёпот` begins with.
const TELLING: usize = 3;
/// From so many letters a Latin reading is tried with a slip as well: `stem` is not `семь`.
const READ_WITH_SLIP: usize = 6;
/// Longer words are not words.
const LONGEST: usize = 40;
/// From so many letters a likely word is looked for beside a doubtful one.
const DOUBTFUL: usize = 6;
/// From so many letters a stem finds words that begin with it.
const RELATED: usize = 5;
/// So many near words are offered for a word of the language.
const OFFERED: usize = 3;
/// Latin readings that are tried with a slip as well.
const READINGS_WITH_SLIP: usize = 6;

/// What a chunk was taken for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) text: String,
    pub(super) corrections: Vec<Correction>,
    /// A likely word to look for as well.
    pub(super) also: Option<String>,
    /// The last word is unfinished.
    pub(super) unfinished: bool,
    /// The beginning of related words: nothing else is known of the word.
    pub(super) related: Option<String>,
    /// What the chunk would be with near words: it is left alone, for it is of the language.
    pub(super) offers: Vec<String>,
}

/// Reads a chunk of words; `is_synonym` tells which words need no page to be known.
pub(super) fn read(chunk: &Chunk, vocabulary: &Vocabulary<'_>, is_synonym: &dyn Fn(&str) -> bool) -> Reading {
    let reader = Reader { vocabulary, is_synonym, last: chunk.last, offers: RefCell::default() };
    let reading = reader.read(chunk);
    Reading { offers: reader.offers.take(), ..reading }
}

impl Reader<'_> {
    fn read(&self, chunk: &Chunk) -> Reading {
        let (reader, vocabulary) = (self, self.vocabulary);
        let as_typed = Reading { text: chunk.text.clone(), ..Reading::default() };
        let words = words(&chunk.text);
        let joined = unhyphenated(&chunk.text).is_some_and(|word| vocabulary.knows(&word));
        if joined || words.iter().all(|word| reader.known(word)) {
            return reader.known_chunk(chunk, as_typed, &words);
        }
        let swapped = other_layout(&chunk.text);
        if let Some(text) = swapped.as_deref()
            && self::words(text).iter().any(|word| !is_number(word))
            && self::words(text).iter().all(|word| reader.known_well(word))
            && !words.iter().any(|word| vocabulary.tongue.has(word))
        {
            return reader.corrected(chunk, text.to_owned(), CorrectionKind::Layout);
        }
        if reader.unfinished(words.last()) {
            return Reading { unfinished: true, ..as_typed };
        }
        if let Some(reading) = reader.translit(chunk, &words) {
            return reading;
        }
        // What sounds like a foreign word may as well be a slip: then both are looked for.
        let slip = reader.typos(&chunk.text);
        // A word of an address or a file's name that only spells the mended word is no other one.
        let spells = |latin: &String| slip.iter().any(|text| translit::readings(latin).contains(text));
        let loan = reader.loan(&words).filter(|latin| !spells(latin));
        if slip.is_some() || loan.is_some() {
            let reading = slip.map_or(as_typed, |text| reader.corrected(chunk, text, CorrectionKind::Typo));
            return match loan {
                Some(latin) => reader.also(chunk, reading, latin),
                None => reading,
            };
        }
        if let Some(text) = swapped
            && text.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я'))
        {
            let words = self::words(&text);
            let telling = words.last().filter(|word| word.chars().count() >= TELLING);
            if reader.unfinished(telling) {
                return Reading { unfinished: true, ..reader.corrected(chunk, text, CorrectionKind::Layout) };
            }
            if let Some(text) = reader.typos(&text) {
                return reader.corrected(chunk, text, CorrectionKind::Layout);
            }
        }
        let related = match words.as_slice() {
            [word] => reader.related(word),
            _ => None,
        };
        Reading { related, ..as_typed }
    }

    /// Takes a chunk for another text, whose words are shown as readers write them.
    fn corrected(&self, chunk: &Chunk, text: String, kind: CorrectionKind) -> Reading {
        let text = if kind == CorrectionKind::Layout { fold(&text) } else { text };
        let mut written = text.clone();
        for word in words(&text) {
            written = written.replacen(&word, &self.vocabulary.written(&word), 1);
        }
        let corrections = vec![Correction { kind, from: chunk.text.clone(), to: written.clone() }];
        Reading { text: written, corrections, ..Reading::default() }
    }
}

/// Returns the folded words of a chunk: the parts of hyphenated ones, of an ordinal in digits the number alone.
fn words(text: &str) -> Vec<String> {
    let runs = runs(text).map(|run| &text[run.range]);
    let pieces = runs.flat_map(|run| split(ordinal(run).unwrap_or(run)));
    pieces.filter(|piece| !piece.whole).map(|piece| piece.form).collect()
}

struct Reader<'v> {
    vocabulary: &'v Vocabulary<'v>,
    is_synonym: &'v dyn Fn(&str) -> bool,
    last: bool,
    /// What the chunk would be with near words for words of the language.
    offers: RefCell<Vec<String>>,
}

impl Reader<'_> {
    fn known(&self, word: &str) -> bool {
        is_number(word)
            || is_format(word)
            || is_idle(word)
            || self.vocabulary.knows(word)
            || (self.is_synonym)(word)
    }

    /// Knows the word by more than a stem that could be a coincidence.
    fn known_well(&self, word: &str) -> bool {
        is_number(word)
            || self.vocabulary.knows_form(word)
            || (self.is_synonym)(word)
            || is_idle(word)
            || (word.chars().count() >= ONE_SLIP && self.vocabulary.knows(word))
    }

    /// A word known only by its stem may still be unfinished, or mean another word.
    fn known_chunk(&self, chunk: &Chunk, as_typed: Reading, words: &[String]) -> Reading {
        let [word] = words else { return as_typed };
        if is_format(word) {
            return as_typed;
        }
        if let Some(russian) = self.russian(word) {
            return self.also(chunk, as_typed, russian);
        }
        if is_number(word) || self.vocabulary.knows_form(word) || (self.is_synonym)(word) {
            return as_typed;
        }
        let unfinished = self.unfinished(Some(word));
        let stems = self.vocabulary.stems.of(word);
        if !unfinished && word.chars().count() >= DOUBTFUL {
            let near = self.vocabulary.near(word, 1);
            let same = |form: &str| self.vocabulary.stems.of(form).iter().any(|stem| stems.contains(stem));
            let alone = !near.iter().any(|near| same(&near.form));
            let mut near = near.into_iter().filter(|_| alone).map(|near| near.form);
            if let Some(other) = near.find(|form| self.vocabulary.form_pages(form) > 0)
                && !self.vocabulary.tongue.has(word)
            {
                return self.also(chunk, as_typed, other);
            }
        }
        Reading { unfinished, ..as_typed }
    }

    /// Takes the chunk for what it was read as, and looks for a likely word as well.
    fn also(&self, chunk: &Chunk, mut reading: Reading, other: String) -> Reading {
        let (from, to) = (chunk.text.clone(), self.vocabulary.written(&other));
        reading.corrections.push(Correction { kind: CorrectionKind::Also, from, to });
        Reading { also: Some(other), ..reading }
    }

    /// Looks for the Latin word that a Russian one sounds like: `флексбокс`.
    fn loan(&self, words: &[String]) -> Option<String> {
        let [word] = words else { return None };
        loan::is_telling(word).then(|| self.vocabulary.latin(word)).flatten()
    }

    /// Reads a Latin word that the site has, in an address or a name, as a Russian one that it has more often.
    fn russian(&self, word: &str) -> Option<String> {
        let latin = word.chars().count() >= ONE_SLIP && word.chars().all(|c| c.is_ascii_alphabetic());
        let often = |form: &String| self.vocabulary.form_pages(form) > self.vocabulary.form_pages(word);
        translit::readings(word).into_iter().filter(|_| latin).find(often)
    }

    fn unfinished(&self, word: Option<&String>) -> bool {
        let Some(word) = word.filter(|word| self.last && !is_number(word) && word.chars().count() >= 2)
        else {
            return false;
        };
        !self.vocabulary.completions(word).is_empty()
    }

    /// Finds what related words begin with: `Пестяки` has `пестяковский`.
    fn related(&self, word: &str) -> Option<String> {
        let stem = crate::stems::snowball(word);
        let long = stem.chars().count() >= RELATED;
        (long && !self.vocabulary.completions(&stem).is_empty() && !self.vocabulary.tongue.has(word))
            .then_some(stem)
    }

    fn translit(&self, chunk: &Chunk, words: &[String]) -> Option<Reading> {
        let [word] = words else { return None };
        let readings = translit::readings(word);
        let best = |well: bool| {
            readings.iter().find(|r| if well { self.vocabulary.knows_form(r) } else { self.known_well(r) })
        };
        if let Some(reading) = best(true).or_else(|| best(false)) {
            return Some(self.corrected(chunk, reading.clone(), CorrectionKind::Translit));
        }
        for reading in &readings {
            if self.unfinished(Some(reading)) {
                let found = self.corrected(chunk, reading.clone(), CorrectionKind::Translit);
                return Some(Reading { unfinished: true, ..found });
            }
        }
        let long = word.chars().count() >= READ_WITH_SLIP;
        for reading in readings.iter().filter(|_| long).take(READINGS_WITH_SLIP) {
            if let Some(text) = self.typo(reading) {
                return Some(self.corrected(chunk, text, CorrectionKind::Translit));
            }
        }
        None
    }

    /// Mends every unknown word of the text, or none.
    fn typos(&self, text: &str) -> Option<String> {
        let mut mended = fold(text);
        for word in words(text) {
            if self.known(&word) {
                continue;
            }
            let better = self.typo(&word)?;
            if self.vocabulary.tongue.has(&word) {
                self.offer(&mended, &word);
                return None;
            }
            mended = mended.replacen(&word, &better, 1);
        }
        Some(mended)
    }

    /// Notes what the text would be with the words of the site that are near to this one.
    fn offer(&self, text: &str, word: &str) {
        let near = self.near(word).into_iter().map(|near| near.form);
        let near = near.filter(|form| self.vocabulary.form_pages(form) > 0).take(OFFERED);
        let offers = near.map(|form| text.replacen(word, &self.vocabulary.written(&form), 1));
        self.offers.borrow_mut().extend(offers);
    }

    fn typo(&self, word: &str) -> Option<String> {
        self.near(word).into_iter().next().map(|near| near.form)
    }

    /// Returns the words of the site that a slip may have been made in, likeliest first.
    fn near(&self, word: &str) -> Vec<Near> {
        let letters = word.chars().count();
        if !(ONE_SLIP..=LONGEST).contains(&letters) || word.chars().any(char::is_numeric) {
            return Vec::new();
        }
        let first = word.chars().next();
        for distance in 1..=(if letters >= TWO_SLIPS { 2 } else { 1 }) {
            let mut near = self.vocabulary.near(word, distance);
            near.retain(|near| near.form.chars().count() > 2 && !near.form.chars().any(char::is_numeric));
            // Readers rarely miss the first letter.
            near.sort_by_key(|near| (near.strays, near.form.chars().next() != first));
            if !near.is_empty() {
                return near;
            }
        }
        Vec::new()
    }
}

/// Endings of files' names: whoever types one looks for files.
const FORMATS: &[&str] = &[
    "doc", "docx", "docm", "odt", "rtf", "txt", "pdf", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp",
    "zip", "rar", "7z", "jpg", "jpeg", "png", "gif", "svg", "webp", "mp3", "mp4", "avi", "epub", "djvu",
    "ics",
];

fn is_format(word: &str) -> bool {
    FORMATS.contains(&word)
}

fn is_number(word: &str) -> bool {
    word.chars().all(char::is_numeric)
}
