//! Vocabularies: controlled lists of values.

use std::collections::BTreeMap;

use crate::markup::slug;
use crate::text::key;

/// The place of a vocabulary in its schema.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct VocabularyIndex(pub(crate) usize);

/// The place of a term in its vocabulary.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct TermIndex(pub(crate) usize);

/// A term of a vocabulary.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct TermRef {
    /// The vocabulary.
    pub(crate) vocabulary: VocabularyIndex,
    /// The term in it.
    pub(crate) term: TermIndex,
}

/// One value.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    /// The name in addresses and templates.
    pub(crate) id: String,
    /// What people read.
    pub(crate) label: String,
    /// Other spellings.
    pub(crate) aliases: Vec<String>,
    /// What behaviours read from it.
    pub(crate) state: Option<TermState>,
}

/// What a status term means to the engine.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) enum TermState {
    /// Documents: not yet adopted. Publication: not shown.
    Draft,
    /// Documents: in force. Publication: shown.
    InForce,
    /// Documents: no longer in force.
    Ended,
    /// Documents: nobody knows.
    Unknown,
    /// Events: will be.
    Planned,
    /// Events: registration is open.
    Open,
    /// Documents: the day named as their last is past.
    Expired,
    /// Events: are going on.
    Running,
    /// Events: took place.
    Done,
    /// Events: will not take place.
    Cancelled,
    /// Events: at another time.
    Moved,
}

impl TermState {
    /// Reads the word used in vocabularies.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "draft" => Self::Draft,
            "in_force" => Self::InForce,
            "ended" => Self::Ended,
            "unknown" => Self::Unknown,
            "planned" => Self::Planned,
            "open" => Self::Open,
            "expired" => Self::Expired,
            "running" => Self::Running,
            "done" => Self::Done,
            "cancelled" => Self::Cancelled,
            "moved" => Self::Moved,
            _ => return None,
        })
    }

    /// The word used in vocabularies, templates and face texts.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InForce => "in_force",
            Self::Ended => "ended",
            Self::Unknown => "unknown",
            Self::Planned => "planned",
            Self::Open => "open",
            Self::Expired => "expired",
            Self::Running => "running",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Moved => "moved",
        }
    }
}

/// A controlled list of values.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    /// The name in files and templates.
    pub(crate) id: String,
    /// What people read.
    pub(crate) label: String,
    /// The pattern of its terms' addresses, if they have pages.
    pub(crate) address: Option<String>,
    /// Whether values beyond the listed ones are accepted.
    pub(crate) open: bool,
    /// The values, in their declared order.
    pub(crate) terms: Vec<Term>,
    by_id: BTreeMap<String, usize>,
    by_key: BTreeMap<String, TermIndex>,
}

impl Vocabulary {
    /// Makes an empty vocabulary.
    pub(crate) fn new(id: String, label: String) -> Self {
        Self {
            id,
            label,
            address: None,
            open: false,
            terms: Vec::new(),
            by_id: BTreeMap::new(),
            by_key: BTreeMap::new(),
        }
    }

    /// Adds a term; one of the same id is replaced in its place.
    pub(crate) fn put(&mut self, term: Term) -> TermIndex {
        let at = *self.by_id.entry(term.id.clone()).or_insert(self.terms.len());
        for name in [&term.id, &term.label].into_iter().chain(&term.aliases) {
            self.by_key.entry(key(name)).or_insert(TermIndex(at));
        }
        if at == self.terms.len() {
            self.terms.push(term);
        } else {
            self.terms[at] = term;
        }
        TermIndex(at)
    }

    /// Adds a value that documents use and nobody declared.
    pub(crate) fn open_term(&mut self, label: String) {
        let id = slug(&label);
        let id = if id.is_empty() { "term".to_owned() } else { id };
        let numbered = (2..).map(|n| format!("{id}-{n}"));
        // «C» and «C++» are two values, although their letters are the same.
        let free = std::iter::once(id.clone()).chain(numbered).find(|id| !self.by_id.contains_key(id));
        self.put(Term { id: free.unwrap_or(id), label, aliases: Vec::new(), state: None });
    }

    /// Finds a term by any of its spellings.
    pub(crate) fn find(&self, spelling: &str) -> Option<TermIndex> {
        self.by_key.get(&key(spelling)).copied()
    }
}
