//! Vocabularies: controlled lists of values.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::diagnostic::suggest::Names;
use crate::markup::slug;
use crate::source::Span;
use crate::text::{Taken, key};

/// The ids of values that nobody declared are not longer, in bytes: they are names of folders.
const LONGEST_ID: usize = 200;

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
#[derive(Clone, Debug, Eq, PartialEq)]
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
    /// Documents: the day named as their first is still to come.
    Awaited,
    /// Documents: the day named as their last is past.
    Expired,
    /// Events: registration has ended, and they are still to come.
    Closed,
    /// Events: take place on this one day; at which hour of it they do is not told between builds.
    Today,
    /// Events: are going on.
    Running,
    /// Events: took place.
    Done,
    /// Events: will not take place.
    Cancelled,
    /// Events: at another time.
    Moved,
    /// Deadlines: the last day is still to come, or it is today.
    Due,
    /// Deadlines: the last day is past.
    Overdue,
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
            "closed" => Self::Closed,
            "awaited" => Self::Awaited,
            "expired" => Self::Expired,
            "today" => Self::Today,
            "running" => Self::Running,
            "done" => Self::Done,
            "cancelled" => Self::Cancelled,
            "moved" => Self::Moved,
            "due" => Self::Due,
            "overdue" => Self::Overdue,
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
            Self::Closed => "closed",
            Self::Awaited => "awaited",
            Self::Expired => "expired",
            Self::Today => "today",
            Self::Running => "running",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Moved => "moved",
            Self::Due => "due",
            Self::Overdue => "overdue",
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
    /// Where that is declared.
    pub(crate) span: Option<Span>,
    /// Whether values beyond the listed ones are accepted.
    pub(crate) open: bool,
    /// The values, in their declared order.
    pub(crate) terms: Vec<Term>,
    by_id: BTreeMap<String, usize>,
    by_key: BTreeMap<String, TermIndex>,
    /// The ids that were given to terms which nobody declared.
    given: Taken,
    near: OnceLock<Names>,
}

impl Vocabulary {
    /// Makes an empty vocabulary.
    pub(crate) fn new(id: String, label: String) -> Self {
        Self {
            id,
            label,
            address: None,
            span: None,
            open: false,
            terms: Vec::new(),
            by_id: BTreeMap::new(),
            by_key: BTreeMap::new(),
            given: Taken::default(),
            near: OnceLock::new(),
        }
    }

    /// Adds a term; one of the same id is replaced in its place.
    pub(crate) fn put(&mut self, term: Term) -> TermIndex {
        self.near = OnceLock::new();
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

    /// Keeps an id for the value that was published under it.
    pub(crate) fn take(&mut self, id: &str) {
        self.given.claim(id, '-');
    }

    /// Adds a value that documents use and nobody declared, under the id that it was published with.
    pub(crate) fn open_term(&mut self, label: String, published: Option<&str>) {
        if let Some(id) = published.filter(|id| !self.by_id.contains_key(*id)) {
            self.put(Term { id: id.to_owned(), label, aliases: Vec::new(), state: None });
            return;
        }
        let mut id = slug(&label);
        // No folder may be called so: nothing can have been published under it.
        if id.len() > LONGEST_ID {
            id.truncate(id[..LONGEST_ID].rfind('-').unwrap_or(LONGEST_ID));
        }
        let id = if id.is_empty() { "term".to_owned() } else { id };
        // «C» and «C++» are two values, although their letters are the same.
        let mut free = self.given.claim(&id, '-');
        while self.by_id.contains_key(&free) {
            free = self.given.claim(&id, '-');
        }
        self.put(Term { id: free, label, aliases: Vec::new(), state: None });
    }

    /// The label of the term nearest to a spelling.
    pub(crate) fn nearest(&self, spelling: &str) -> Option<&str> {
        let ways = self.terms.iter().flat_map(|term| {
            let ways = [term.label.as_str(), term.id.as_str()].into_iter();
            ways.chain(term.aliases.iter().map(String::as_str)).map(|way| (term.label.as_str(), way))
        });
        self.near.get_or_init(|| Names::new(ways)).nearest(spelling).first().copied()
    }

    /// All spellings, folded, with what each means.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = (&str, TermIndex)> {
        self.by_key.iter().map(|(spelling, term)| (spelling.as_str(), *term))
    }

    /// Finds a term by any of its spellings.
    pub(crate) fn find(&self, spelling: &str) -> Option<TermIndex> {
        self.by_key.get(&key(spelling)).copied()
    }
}
