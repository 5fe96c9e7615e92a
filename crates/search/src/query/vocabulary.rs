//! The words of the site as a query sees them: what is known, how rare it is, what is near.
//!
//! The common stems and the exceptions are at hand; the rare stems and all unstemmed forms lie in files of sorted
//! words. A query must not ask for files again and again, so it is planned twice: a glance with what is at hand notes
//! which files its words lie in, and these, all fetched in one round, are all that the plan itself may look into. So
//! the plan depends on the query and the bundle alone, not on what happens to be fetched already.

use super::loan;
use super::shelves::{Kind, Opened, Shelf};
use super::sound;
use super::tongue::Tongue;
use crate::bundle::{Blobs, Core, Store};
use crate::dictionary::{Form, FormBlock, StemBlock, WordLists};
use crate::error::SearchError;
use crate::stems::Stems;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// Unfinished words are completed to at most so many stems, with lists of at most so many bytes together.
const COMPLETIONS: usize = 64;
const COMPLETED_BYTES: usize = 40 << 10;
/// A query looks into at most so many files of words,
const MOST_FILES: usize = 12;
/// of them so many for the words that begin so, and so many before and behind a misspelt word.
const BEGINNING_FILES: usize = 4;
const NEIGHBOURS: usize = 2;
/// Stems of fewer letters resemble too much.
const SHORTEST: usize = 4;

/// All words of the site.
pub(crate) struct Lexis {
    pub(crate) stems: Stems,
    common: StemBlock,
    rare: Shelf,
    forms: Shelf,
    pub(crate) pages: u32,
    /// Files that some query has read: each is taken apart once.
    read: Mutex<Opened>,
}

impl Lexis {
    pub(crate) fn new(core: &Core, blobs: &Blobs, stems: Stems, pages: u32) -> Result<Self, SearchError> {
        let damaged = || SearchError::Damaged("the words of the core cannot be read".to_owned());
        let shelf = |shards: &crate::bundle::Shards| -> Result<Shelf, SearchError> {
            Ok(Shelf { files: blobs.files(shards)?, firsts: shards.firsts.clone() })
        };
        Ok(Self {
            common: StemBlock::read(&blobs.get(core.common)?).ok_or_else(damaged)?,
            rare: shelf(&core.stems)?,
            forms: shelf(&core.forms)?,
            stems,
            pages,
            read: Mutex::default(),
        })
    }

    /// Opens what is at hand, to note what else a query needs.
    pub(crate) fn glance(&self) -> Vocabulary<'_> {
        Vocabulary {
            lexis: self,
            stems: &self.stems,
            files: None,
            wanted: RefCell::default(),
            tongue: Tongue::default(),
        }
    }

    fn shelf(&self, kind: Kind) -> &Shelf {
        match kind {
            Kind::Rare => &self.rare,
            Kind::Forms => &self.forms,
        }
    }
}

/// Looks words up for one query.
pub(crate) struct Vocabulary<'e> {
    lexis: &'e Lexis,
    pub(crate) stems: &'e Stems,
    /// The files that the query may look into; none yet at a glance.
    files: Option<Opened>,
    wanted: RefCell<Wanted>,
    pub(crate) tongue: Tongue,
}

/// Files that a glance has noted: those of the words themselves before those of their neighbours.
#[derive(Debug, Default)]
struct Wanted {
    exact: Vec<(Kind, usize)>,
    wide: Vec<(Kind, usize)>,
}

/// A word of the site near to what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Near {
    pub(crate) form: String,
    pub(crate) pages: u32,
    /// It is guessed by its stem alone: its ending is not what was typed.
    pub(crate) strays: bool,
}

impl<'e> Vocabulary<'e> {
    /// Reads the files that the glance has noted; asks for all of them before it fails.
    pub(crate) fn opened(self, store: &Store) -> Result<Self, SearchError> {
        let damaged = || SearchError::Damaged("a file of words cannot be read".to_owned());
        let wanted = self.wanted.into_inner();
        let mut numbers: Vec<(Kind, usize)> = Vec::new();
        for wanted in wanted.exact.into_iter().chain(wanted.wide) {
            if numbers.len() < MOST_FILES && !numbers.contains(&wanted) {
                numbers.push(wanted);
            }
        }
        let mut read = self.lexis.read.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut files, mut fault) = (Opened::default(), None);
        for (kind, number) in numbers {
            let Some(path) = self.lexis.shelf(kind).files.get(number) else { continue };
            if !files.take(kind, number, &read) {
                match store.unpacked(path) {
                    Ok(bytes) => {
                        read.read(kind, number, bytes.get(1..).unwrap_or_default()).ok_or_else(damaged)?
                    }
                    Err(error) => fault = Some(error),
                }
                files.take(kind, number, &read);
            }
        }
        drop(read);
        match fault {
            Some(fault) => Err(fault),
            None => Ok(Self { files: Some(files), wanted: RefCell::default(), ..self }),
        }
    }

    pub(crate) fn pages(&self) -> u32 {
        self.lexis.pages
    }

    fn want(&self, kind: Kind, word: &str) {
        if self.files.is_none()
            && let Some(number) = self.lexis.shelf(kind).number(word)
        {
            let exact = &mut self.wanted.borrow_mut().exact;
            if !exact.contains(&(kind, number)) {
                exact.push((kind, number));
            }
        }
    }

    fn want_files(&self, numbers: impl Iterator<Item = usize>) {
        if self.files.is_none() {
            let wide = &mut self.wanted.borrow_mut().wide;
            for number in numbers.filter(|&number| number < self.lexis.forms.files.len()) {
                if !wide.contains(&(Kind::Forms, number)) {
                    wide.push((Kind::Forms, number));
                }
            }
        }
    }

    fn rare(&self, stem: &str) -> Option<WordLists<'_>> {
        let number = self.lexis.rare.number(stem)?;
        self.files.as_ref()?.rare.get(&number)?.find(stem)
    }

    fn found(&self, form: &str) -> Option<Form> {
        let number = self.lexis.forms.number(form)?;
        self.files.as_ref()?.forms.get(&number)?.find(form)
    }

    /// The stretches of forms at hand.
    fn forms(&self) -> impl Iterator<Item = &FormBlock> {
        self.files.iter().flat_map(|files| files.forms.values()).map(Arc::as_ref)
    }

    /// The forms at hand that begin so.
    fn forms_at_hand(&self, prefix: &str) -> impl Iterator<Item = (&str, Form)> {
        self.forms().flat_map(move |forms| {
            forms.words.beginning(prefix).map(move |index| (forms.words.word(index), forms.form(index)))
        })
    }

    /// Returns the lists of a stem.
    pub(crate) fn stem(&self, stem: &str) -> Option<WordLists<'_>> {
        if let Some(lists) = self.lexis.common.find(stem) {
            return Some(lists);
        }
        self.want(Kind::Rare, stem);
        self.rare(stem)
    }

    /// Returns what is known of an unstemmed form.
    pub(crate) fn form(&self, form: &str) -> Option<Form> {
        self.want(Kind::Forms, form);
        self.found(form)
    }

    /// Counts the pages that hold the form. A glance takes it for granted when the word is known.
    pub(crate) fn form_pages(&self, form: &str) -> u32 {
        self.want(Kind::Forms, form);
        match self.files {
            Some(_) => self.found(form).map_or(0, Form::pages),
            None => self.word_pages(form),
        }
    }

    /// Counts the pages that hold the stem, in the zone that has it most.
    pub(crate) fn stem_pages(&self, stem: &str) -> u32 {
        pages(self.stem(stem))
    }

    /// Counts the pages that hold any form of the word.
    pub(crate) fn word_pages(&self, form: &str) -> u32 {
        self.stems.of(form).iter().map(|stem| self.stem_pages(stem)).max().unwrap_or(0)
    }

    /// Tells whether the form stands on the site, or is a form of a word that does, beyond doubt.
    pub(crate) fn knows_form(&self, form: &str) -> bool {
        self.form_pages(form) > 0 || (self.stems.exception(form).is_some() && self.word_pages(form) > 0)
    }

    /// Tells whether the word leads to some page.
    pub(crate) fn knows(&self, form: &str) -> bool {
        self.knows_form(form) || self.word_pages(form) > 0
    }

    /// Counts the pages that hold a stem that is at hand: nothing is fetched for it.
    pub(crate) fn common_pages(&self, stem: &str) -> u32 {
        pages(self.lexis.common.find(stem))
    }

    /// Returns a form as readers write it; one that does not stand on the site, by another form of its word.
    pub(crate) fn written(&self, form: &str) -> String {
        let at_hand = |form: &str| self.forms().find_map(|forms| forms.surface(form));
        if let Some(surface) = at_hand(form) {
            return surface.write(form);
        }
        let stems = self.stems.of(form);
        let other = stems.iter().find_map(|stem| self.form_at_hand(stem));
        let surface = other.as_deref().and_then(|other| {
            let alike = form.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
            Some(at_hand(other)?.within(alike))
        });
        surface.unwrap_or_default().write(form)
    }

    /// Finds the Latin word of the site that a Russian spelling sounds like.
    pub(crate) fn latin(&self, word: &str) -> Option<String> {
        let beginnings = loan::beginnings(word);
        for letter in beginnings.iter().map(char::to_string) {
            let first = self.lexis.forms.number(&letter).unwrap_or(0);
            let after = self.lexis.forms.firsts.iter().skip(first + 1).take(BEGINNING_FILES - 1);
            let files = 1 + after.take_while(|first| first.starts_with(&letter)).count();
            self.want_files(first..first + files);
        }
        let letters: Vec<String> = beginnings.iter().map(char::to_string).collect();
        let words = letters.iter().flat_map(|letter| self.forms_at_hand(letter));
        let read =
            words.filter_map(|(latin, form)| Some((loan::cost(word, latin)?, Reverse(form.pages()), latin)));
        read.min().map(|(_, _, latin)| latin.to_owned())
    }

    /// Lists the forms that begin so, those of most pages first.
    pub(crate) fn forms_beginning(&self, prefix: &str) -> Vec<String> {
        let first = self.lexis.forms.number(prefix).unwrap_or(0);
        let more = self.lexis.forms.firsts.iter().skip(first + 1);
        let files = 1 + more.take(BEGINNING_FILES - 1).take_while(|first| first.starts_with(prefix)).count();
        self.want_files(first..first + files);
        let found = self.forms_at_hand(prefix);
        let mut found: Vec<(Reverse<u32>, &str)> =
            found.map(|(word, form)| (Reverse(form.pages()), word)).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, form)| form.to_owned()).collect()
    }

    /// Returns the stems of words that begin so, those of most pages first, as many as a query can afford.
    pub(crate) fn completions(&self, prefix: &str) -> BTreeSet<String> {
        let forms = self.forms_beginning(prefix);
        let mut stems: BTreeSet<String> = forms.iter().flat_map(|form| self.stems.of(form)).collect();
        let common = &self.lexis.common.words;
        stems.extend(common.beginning(prefix).map(|index| common.word(index).to_owned()));
        let known = |stem: String| {
            let lists = self.lexis.common.find(&stem).or_else(|| self.rare(&stem))?;
            let bytes: usize = lists.zones.iter().map(|list| list.postings.len()).sum();
            Some((Reverse(lists.pages()), stem, bytes))
        };
        let mut stems: Vec<_> = stems.into_iter().filter_map(known).collect();
        stems.sort_unstable();
        let mut bytes = 0;
        let affordable = stems.into_iter().filter(|(_, _, more)| {
            let fits = bytes == 0 || bytes + more <= COMPLETED_BYTES;
            bytes += if fits { *more } else { 0 };
            fits
        });
        affordable.take(COMPLETIONS).map(|(_, stem, _)| stem).collect()
    }

    /// Returns the nearest words of the site within the distance, likeliest first.
    pub(crate) fn near(&self, word: &str, distance: u8) -> Vec<Near> {
        self.want_neighbours(word);
        let stretches = self.forms().map(|forms| &forms.words).chain([self.stems.exceptions()]);
        let found = stretches.flat_map(|words| words.near(word, distance));
        let mut forms: BTreeSet<String> = found.map(str::to_owned).collect();
        let (unseen, astray) = self.near_stems(word, distance);
        forms.extend(unseen);
        let astray: Vec<String> = astray.into_iter().filter(|form| !forms.contains(form)).collect();
        let near = |form: String, strays: bool| Near { pages: self.at_hand(&form), form, strays };
        let straight = forms.into_iter().map(|form| near(form, false));
        let all = straight.chain(astray.into_iter().map(|form| near(form, true)));
        let mut near: Vec<Near> = all.filter(|near| near.pages > 0).collect();
        near.sort_by(|a, b| (a.strays, b.pages, &a.form).cmp(&(b.strays, a.pages, &b.form)));
        near
    }

    /// Notes the files around a word that begin with its first letter.
    fn want_neighbours(&self, word: &str) {
        let forms = &self.lexis.forms;
        let at = forms.number(word).unwrap_or(0);
        let letter = word.chars().next();
        let begins = |number: &usize| {
            let next = forms.firsts.get(number + 1);
            let first = forms.firsts.get(*number);
            // The letter may begin inside of the file before its first word.
            first.is_some_and(|first| first.chars().next() == letter)
                || next.is_some_and(|next| next.chars().next() == letter)
        };
        self.want_files((at.saturating_sub(NEIGHBOURS)..=at + NEIGHBOURS).filter(begins));
        // The slip may be in the first letter, made by ear: «алимпиада».
        let by_ear = sound::beginnings(word);
        self.want_files(by_ear.iter().filter_map(|other| forms.number(other)));
    }

    /// Guesses unseen forms: a near stem of the site with the ending that was typed.
    ///
    /// Where the slip is at the end of the stem, its ending is no ending, `квалефикац-ыя`: then any form of the near
    /// stem must do, and these come second.
    fn near_stems(&self, word: &str, distance: u8) -> (Vec<String>, Vec<String>) {
        let stem = crate::stems::snowball(word);
        let Some(ending) = word.strip_prefix(stem.as_str()).filter(|_| stem.chars().count() >= SHORTEST)
        else {
            return Default::default();
        };
        let rare = self.files.iter().flat_map(|files| files.rare.values()).map(Arc::as_ref);
        let blocks = std::iter::once(&self.lexis.common).chain(rare);
        let near = blocks
            .flat_map(|block| block.words.near(&stem, distance))
            .filter(|near| near.chars().count() >= SHORTEST);
        let near: BTreeSet<&str> = near.collect();
        let (same_end, others): (Vec<&str>, Vec<&str>) =
            near.into_iter().partition(|near| near.chars().last() == stem.chars().last());
        let unseen = same_end.into_iter().map(|near| format!("{near}{ending}"));
        let unseen = unseen.filter(|form| self.at_hand(form) > 0).collect();
        (unseen, others.into_iter().filter_map(|near| self.form_at_hand(near)).collect())
    }

    /// Returns the form that most pages have of a stem, among those that begin with it.
    fn form_at_hand(&self, stem: &str) -> Option<String> {
        let of_stem =
            self.forms_at_hand(stem).filter(|(form, _)| self.stems.of(form).iter().any(|of| of == stem));
        let best = of_stem.map(|(word, form)| (Reverse(form.pages()), word)).min();
        best.map(|(_, form)| form.to_owned())
    }

    /// Counts the pages of a form or its word without noting anything.
    fn at_hand(&self, form: &str) -> u32 {
        let stems = self.stems.of(form).into_iter();
        let word = stems.map(|stem| pages(self.lexis.common.find(&stem).or_else(|| self.rare(&stem))));
        word.max().unwrap_or(0).max(self.found(form).map_or(0, Form::pages))
    }
}

fn pages(lists: Option<WordLists<'_>>) -> u32 {
    lists.map_or(0, |lists| lists.pages())
}
