//! What the reading of values must know beside the values.

use jiff::tz::TimeZone;

use super::{FileTable, PageId};
use crate::source::Sources;
use crate::vocabulary::{TermIndex, TermRef, Vocabulary, VocabularyIndex};

/// A document as a relation finds it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    /// Its name as it is kept.
    pub(crate) name: &'a str,
    /// Its page.
    pub(crate) page: PageId,
    /// What its kind is called.
    pub(crate) kind: &'a str,
    /// Whether its kind is among those that were asked for.
    pub(crate) fits: bool,
}

/// The documents of a site, before there are pages.
pub(crate) trait Documents: Sync {
    /// A document by its name, by the name of its file, by words that make its name, or by its title where one
    /// document of the wanted kinds has it. All kinds are wanted when none is named.
    fn find(&self, written: &str, kinds: &[String]) -> Option<Named<'_>>;
    /// The name nearest to what was written, of a document of the wanted kinds.
    fn nearest(&self, written: &str, kinds: &[String]) -> Option<&str>;
    /// Where the documents of the wanted kinds lie.
    fn folders(&self, kinds: &[String]) -> String;
    /// What kinds are called.
    fn labels(&self, kinds: &[String]) -> String;
}

/// The vocabularies of a site.
pub(crate) trait Terms: Sync {
    /// The term of a vocabulary that is spelt so.
    fn find(&self, vocabulary: VocabularyIndex, written: &str) -> Option<TermIndex>;
    /// A vocabulary, for what is said of a value that it does not have.
    fn all(&self, vocabulary: VocabularyIndex) -> &Vocabulary;
    /// Whether a vocabulary takes values that nobody declared.
    fn is_open(&self, vocabulary: VocabularyIndex) -> bool;
    /// The id of a term that was found.
    fn id(&self, term: TermRef) -> &str;
}

/// What the reading of values must know beside the values.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The vocabularies.
    pub(crate) terms: &'a dyn Terms,
    /// Every document.
    pub(crate) documents: &'a dyn Documents,
    /// The files of the site.
    pub(crate) files: &'a FileTable,
    /// The folder of the document's file.
    pub(crate) folder: &'a str,
    /// The clock of the centre.
    pub(crate) zone: &'a TimeZone,
    /// The fields in which something begins and ends: a period written into the first fills both.
    pub(crate) period: Option<(&'a str, &'a str)>,
    /// The texts, for places inside values.
    pub(crate) sources: &'a Sources,
}
