//! Words of a query as the site would write them.

use super::idle;
use crate::calendar::MONTHS;
use crate::text::{CLAUSE, NUMBER, Piece, fold, is_hyphen, pieces, runs};
use std::ops::Range;

/// A run of the query with what is known about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pieces: Vec<Piece>,
    /// Stands for a clause of a document.
    clause: bool,
    pub(super) unfinished: bool,
    pub(super) also: Option<String>,
    /// What related words begin with.
    pub(super) related: Option<String>,
}

/// Takes a text apart.
pub(super) fn words(text: &str) -> Vec<Word> {
    runs(text)
        .map(|run| Word {
            pieces: pieces(&text[run.range.clone()], run.numbered),
            text: text[run.range].to_owned(),
            ..Word::default()
        })
        .collect()
}

impl Word {
    /// Returns the atoms in order.
    pub(super) fn atoms(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter(|piece| !piece.whole).map(|piece| piece.form.as_str())
    }

    /// Returns the forms that stand for the whole word, with their weights.
    pub(super) fn wholes(&self) -> Vec<(String, f32)> {
        let count = self.atoms().count();
        let mut wholes = Vec::new();
        for piece in self.pieces.iter().filter(|piece| piece.whole && piece.offset == 0) {
            wholes.push((piece.form.clone(), 1.2));
        }
        // The longest whole spans the word; shorter ones are its parts.
        wholes.truncate(if self.is_numbered() { 2 } else { 1 });
        if count == 1 {
            wholes.extend(self.atoms().map(|atom| (atom.to_owned(), 1.0)));
        }
        if count == 1 && self.starts_with_digit() && !self.is_numbered() {
            // A number alone most often is the number of a document.
            wholes.extend(self.atoms().map(|atom| (format!("{NUMBER}{atom}"), 1.15)));
        }
        if let Some(number) = ordinal(&self.text) {
            wholes.push((number.to_owned(), 1.0));
        }
        if let Some(number) = self.clause_number() {
            // Who types `3.2.5` looks for the clause, not for a page that cites it.
            wholes.push((format!("{CLAUSE}{number}"), 2.5));
        }
        wholes
    }

    fn is_numbered(&self) -> bool {
        self.pieces.first().is_some_and(|piece| piece.form.starts_with(NUMBER))
    }

    /// Returns the atoms as sequences to follow: as typed, and a mark like `273-ФЗ` also turned around.
    pub(super) fn sequences(&self) -> Vec<Vec<&str>> {
        let atoms: Vec<&str> = self.atoms().collect();
        let digits = |atom: &&str| atom.starts_with(|c: char| c.is_ascii_digit());
        if atoms.len() < 2 || atoms.iter().all(digits) {
            return Vec::new();
        }
        let mut sequences = vec![atoms.clone()];
        if atoms.len() == 2 && atoms.iter().any(digits) {
            sequences.push(atoms.into_iter().rev().collect());
        }
        sequences
    }

    /// Tells whether the word is the letters of a mark such as `ФЗ`.
    pub(super) fn is_mark_letters(&self) -> bool {
        self.text.chars().count() <= 4 && self.text.chars().all(char::is_alphabetic)
    }

    /// Tells whether the word is a number and nothing else.
    pub(super) fn is_bare_number(&self) -> bool {
        let mut atoms = self.atoms();
        atoms.next().is_some_and(|atom| atom.chars().all(|c| c.is_ascii_digit())) && atoms.next().is_none()
    }

    /// Returns the number when the word may name a clause: `3.2.5`, or any number after «пункт».
    fn clause_number(&self) -> Option<&str> {
        let whole = self.pieces.iter().find(|piece| piece.offset == 0)?;
        let dotted = whole.form.contains('.');
        let number = whole.form.chars().all(|c| c.is_ascii_digit() || c == '.');
        (number && whole.form.len() <= 12 && (dotted || self.clause)).then_some(whole.form.as_str())
    }

    /// Returns a date in digits as day, month and year in words.
    pub(super) fn date(&self) -> Option<Vec<String>> {
        let whole = self.pieces.iter().find(|piece| piece.whole)?.form.as_str();
        let mut parts = whole.split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let month = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
        (year.len() == 4)
            .then(|| vec![day.trim_start_matches('0').to_owned(), (*month).to_owned(), year.to_owned()])
    }

    fn is_one_of(&self, list: &[&str]) -> bool {
        self.is_only(|atom| list.contains(&atom))
    }

    fn is_only(&self, is: impl FnOnce(&str) -> bool) -> bool {
        let mut atoms = self.atoms();
        atoms.next().is_some_and(is) && atoms.next().is_none()
    }

    /// Tells whether the word asks when something is.
    pub(super) fn asks_when(&self) -> bool {
        self.is_one_of(TIMETABLES)
    }

    /// Tells whether the word says that a number follows: `п`, `пункт`, `п.п`.
    fn announces_clause(&self) -> bool {
        let mut atoms = self.atoms().peekable();
        atoms.peek().is_some() && atoms.all(|atom| CLAUSE_WORDS.contains(&atom))
    }

    /// Takes off what announces a clause when its number follows without a space: `п.3.2.5`.
    fn unglued(self) -> Self {
        let number = self.text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        let (announced, number) = self.text.split_at(number);
        let mut marks = announced.split('.').filter(|mark| !mark.is_empty()).peekable();
        if marks.peek().is_none() || !marks.all(|mark| CLAUSE_WORDS.contains(&fold(mark).as_str())) {
            return self;
        }
        Self { pieces: pieces(number, false), clause: true, ..self }
    }

    /// Tells whether the word is a year or a school year.
    fn is_year(&self) -> bool {
        let Some(piece) = self.pieces.first().filter(|piece| piece.offset == 0) else { return false };
        let mut years = piece.form.split('/').map(|year| year.parse::<u32>().ok());
        years.all(|year| year.is_some_and(|year| YEARS.contains(&year)))
    }

    fn starts_with_digit(&self) -> bool {
        self.atoms().next().is_some_and(|atom| atom.starts_with(|c: char| c.is_ascii_digit()))
    }
}

/// Numbers that are years.
const YEARS: Range<u32> = 1900..2200;

/// Words that add nothing to a year.
const YEAR_WORDS: &[&str] = &["год", "года", "году", "годом", "годы", "годов", "г", "гг"];

/// Words that ask for the days of what is to come.
const TIMETABLES: &[&str] =
    &["расписание", "расписания", "расписании", "расписанию", "график", "графика", "графике", "календарь"];

/// Endings of ordinal numbers that are written in digits.
const ORDINAL_ENDINGS: &[&str] =
    &["й", "я", "е", "ю", "х", "м", "го", "му", "ми", "ый", "ой", "ая", "ое", "ые", "ую", "ых", "ым", "ом"];

/// Returns the number of an ordinal in digits: of `5-й`, `11-х`.
pub(super) fn ordinal(run: &str) -> Option<&str> {
    let (number, ending) = run.split_once(is_hyphen)?;
    let digits = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    (digits && ORDINAL_ENDINGS.contains(&fold(ending).as_str())).then_some(number)
}

/// Returns a word that is written with hyphens as one without: `видео-урок`.
pub(super) fn unhyphenated(run: &str) -> Option<String> {
    let hyphenated = run.contains(is_hyphen) && run.chars().all(|c| c.is_alphabetic() || is_hyphen(c));
    hyphenated.then(|| fold(&run.replace(is_hyphen, "")))
}

/// Reads `21 ноября 2026` as a date in digits.
pub(super) fn spelled_date(words: &[Word]) -> Option<String> {
    let [day, month, year] = words else { return None };
    let month = MONTHS.iter().position(|name| month.is_one_of(&[name]))? + 1;
    let day: u32 = day.text.parse().ok().filter(|day| (1..=31).contains(day))?;
    let year: u32 = year.text.parse().ok().filter(|year| YEARS.contains(year))?;
    Some(format!("{day:02}.{month:02}.{year}"))
}

/// Words that say: a clause number follows.
const CLAUSE_WORDS: &[&str] = &[
    "п",
    "пп",
    "пункт",
    "пункта",
    "пункте",
    "пунктом",
    "пункту",
    "подпункт",
    "подпункта",
    "подпункте",
    "раздел",
    "раздела",
    "разделе",
    "разд",
    "часть",
    "части",
    "ч",
    "статья",
    "статьи",
    "статье",
    "ст",
    "глава",
    "главы",
    "гл",
];

/// Tells whether the word says that a clause number follows.
pub(super) fn is_clause_word(form: &str) -> bool {
    CLAUSE_WORDS.contains(&form)
}

/// Tells whether the word carries no meaning of its own.
pub(crate) fn is_idle(form: &str) -> bool {
    idle::has(form) || CLAUSE_WORDS.contains(&form)
}

/// Joins clause words to their numbers and drops words without meaning, unless nothing else is left.
pub(super) fn significant(words: Vec<Word>) -> Vec<Word> {
    let mut joined: Vec<Word> = Vec::with_capacity(words.len());
    for mut word in words.into_iter().map(Word::unglued) {
        if joined.last().is_some_and(Word::announces_clause) && word.starts_with_digit() {
            joined.pop();
            word.clause = true;
        }
        if joined.last().is_some_and(Word::is_year) && word.is_one_of(YEAR_WORDS) {
            continue;
        }
        joined.push(word);
    }
    let single = |word: &Word| word.text.chars().count() == 1 && !word.starts_with_digit();
    let idle = |word: &Word| (word.is_only(idle::has) || single(word)) && !word.unfinished;
    let meaning: Vec<Word> = joined.iter().filter(|word| !idle(word)).cloned().collect();
    if meaning.is_empty() { joined } else { meaning }
}
