//! Documents by their titles, for relations that name one by it.

use std::sync::OnceLock;

use super::PageId;
use super::names::{Directory, Entries};
use crate::load::Document;
use crate::schema::KindIndex;
use crate::text::key;

/// The pages in the order of their titles, sorted when somebody first asks.
pub(super) struct Titles<'d> {
    names: &'d Directory,
    documents: &'d Entries,
    sorted: OnceLock<Vec<(&'d str, PageId)>>,
}

impl<'d> Titles<'d> {
    /// The titles of documents that have these names.
    pub(super) fn new(names: &'d Directory, documents: &'d Entries) -> Self {
        Self { names, documents, sorted: OnceLock::new() }
    }

    /// The only page of a title whose kind fits, with its name.
    pub(super) fn find(
        &self,
        title: &str,
        fits: impl Fn(KindIndex) -> bool,
    ) -> Option<(&'d str, PageId, KindIndex)> {
        let (title, sorted) = (key(title), self.sorted.get_or_init(|| self.sort()));
        let first = sorted.partition_point(|(one, _)| *one < title.as_str());
        let called = sorted[first..].iter().take_while(|(one, _)| *one == title);
        let pages = called.map(|(_, page)| self.names.called(*page));
        let mut pages = pages.filter(|(_, _, kind)| fits(*kind));
        pages.next().filter(|_| pages.next().is_none())
    }

    fn sort(&self) -> Vec<(&'d str, PageId)> {
        let title = |document: &'d Document| document.called.title.as_deref();
        let all = self.documents.iter();
        let mut titled: Vec<_> = all.filter_map(|(id, document)| Some((title(document)?, id))).collect();
        titled.sort_unstable();
        titled
    }
}
