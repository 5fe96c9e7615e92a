//! The words of the site as a query sees them: what is known, how rare it is, what is near.

use crate::schema::Fields;
use crate::stems::Stems;
use fst::{IntoStreamer, Streamer};
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use std::collections::BTreeSet;
use std::io;
use std::sync::{Arc, OnceLock};
use tantivy::schema::Field;
use tantivy::{InvertedIndexReader, SegmentReader};

/// Unfinished words are completed to at most so many forms.
const COMPLETIONS: usize = 64;

/// Looks words up in the site's dictionaries; all of it is in memory once the engine is open.
pub(crate) struct Vocabulary {
    forms: Arc<InvertedIndexReader>,
    zones: Vec<(Field, Arc<InvertedIndexReader>)>,
    pub(crate) stems: Stems,
    pub(crate) pages: u32,
    builders: [OnceLock<LevenshteinAutomatonBuilder>; 2],
}

/// A word of the site near to what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Near {
    pub(crate) form: String,
    pub(crate) pages: u32,
}

impl Vocabulary {
    pub(crate) fn new(
        segment: Option<&SegmentReader>,
        fields: Fields,
        stems: Stems,
    ) -> tantivy::Result<Self> {
        let empty = || Arc::new(InvertedIndexReader::empty(tantivy::schema::IndexRecordOption::Basic));
        let open = |field| segment.map_or_else(|| Ok(empty()), |s| s.inverted_index(field));
        let zones = fields
            .zones()
            .iter()
            .map(|&(field, _)| Ok((field, open(field)?)))
            .collect::<tantivy::Result<_>>()?;
        let pages = segment.map_or(0, SegmentReader::max_doc);
        Ok(Self { forms: open(fields.forms)?, zones, stems, pages, builders: Default::default() })
    }

    /// Counts the pages that hold the form.
    pub(crate) fn form_pages(&self, form: &str) -> u32 {
        pages(&self.forms, form)
    }

    /// Counts the pages that hold the stem, in the zone that has it most.
    pub(crate) fn stem_pages(&self, stem: &str) -> u32 {
        self.zones.iter().map(|(_, zone)| pages(zone, stem)).max().unwrap_or(0)
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

    /// Returns stems of the forms that begin so, those of most pages first.
    pub(crate) fn completions(&self, prefix: &str) -> io::Result<BTreeSet<String>> {
        let mut found = Vec::new();
        let mut stream = self.forms.terms().range().ge(prefix).into_stream()?;
        while stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
            if let Ok(form) = std::str::from_utf8(stream.key()) {
                found.push((std::cmp::Reverse(stream.value().doc_freq), form.to_owned()));
            }
        }
        found.sort();
        found.truncate(COMPLETIONS);
        Ok(found.into_iter().flat_map(|(_, form)| self.stems.of(&form)).collect())
    }

    /// Returns the nearest words of the site within the distance, likeliest first.
    pub(crate) fn near(&self, word: &str, distance: u8) -> io::Result<Vec<Near>> {
        let dfa = self.dfa(word, distance);
        let mut forms: BTreeSet<String> = search(&self.forms, &dfa)?.into_iter().collect();
        let mut stream = self.stems.exceptions().search(Dfa(&dfa)).into_stream();
        while let Some((key, _)) = stream.next() {
            forms.extend(std::str::from_utf8(key).map(str::to_owned));
        }
        forms.extend(self.near_stems(word, distance)?);
        let near = |form: String| Near { pages: self.word_pages(&form).max(self.form_pages(&form)), form };
        let mut near: Vec<Near> = forms.into_iter().map(near).filter(|near| near.pages > 0).collect();
        near.sort_by(|a, b| (b.pages, &a.form).cmp(&(a.pages, &b.form)));
        Ok(near)
    }

    /// Guesses unseen forms: a near stem of the site with the ending that was typed.
    fn near_stems(&self, word: &str, distance: u8) -> io::Result<Vec<String>> {
        let stem = crate::stems::snowball(word);
        let Some(ending) = word.strip_prefix(stem.as_str()).filter(|_| stem.chars().count() >= 4) else {
            return Ok(Vec::new());
        };
        let dfa = self.dfa(&stem, distance);
        let mut forms = Vec::new();
        for (_, zone) in &self.zones {
            let stems = search(zone, &dfa)?;
            forms.extend(stems.iter().map(|stem| format!("{stem}{ending}")).filter(|form| self.knows(form)));
        }
        Ok(forms)
    }

    fn dfa(&self, word: &str, distance: u8) -> DFA {
        let builder = &self.builders[usize::from(distance.clamp(1, 2) - 1)];
        builder.get_or_init(|| LevenshteinAutomatonBuilder::new(distance.clamp(1, 2), true)).build_dfa(word)
    }
}

fn pages(index: &InvertedIndexReader, word: &str) -> u32 {
    // Dictionaries are in memory: the only fault could be a damaged bundle, which opening has excluded.
    index.terms().get(word.as_bytes()).ok().flatten().map_or(0, |info| info.doc_freq)
}

fn search(index: &InvertedIndexReader, dfa: &DFA) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut stream = index.terms().search(Dfa(dfa)).into_stream()?;
    while stream.advance() {
        found.extend(std::str::from_utf8(stream.key()).map(str::to_owned));
    }
    Ok(found)
}

/// Lets both kinds of dictionaries be searched by a Levenshtein automaton.
struct Dfa<'d>(&'d DFA);

macro_rules! automaton {
    ($($path:ident)::+) => {
        impl $($path)::+ for Dfa<'_> {
            type State = u32;

            fn start(&self) -> u32 {
                self.0.initial_state()
            }

            fn is_match(&self, state: &u32) -> bool {
                matches!(self.0.distance(*state), Distance::Exact(_))
            }

            fn can_match(&self, state: &u32) -> bool {
                *state != SINK_STATE
            }

            fn accept(&self, state: &u32, byte: u8) -> u32 {
                self.0.transition(*state, byte)
            }
        }
    };
}

automaton!(fst::Automaton);
automaton!(tantivy_fst::Automaton);
