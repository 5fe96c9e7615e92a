//! The documents of all files one after another: put together anew only where files came, went or have others.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::document::{Documents, Read};
use crate::diagnostic::Diagnostic;

/// The documents of files, in the order of these.
#[derive(Debug)]
pub(super) struct Flat {
    /// All documents.
    pub(super) documents: Documents,
    /// Where those of each file begin.
    starts: Vec<usize>,
    /// The files of which there is something to say.
    told: BTreeSet<usize>,
}

impl Flat {
    /// Puts them together.
    pub(super) fn of(files: &[Option<Arc<Read>>]) -> Self {
        let mut flat = Self { documents: Documents::default(), starts: Vec::new(), told: BTreeSet::new() };
        for (at, read) in files.iter().enumerate() {
            flat.starts.push(flat.documents.len());
            let Some(read) = read else { continue };
            read.documents.iter().for_each(|one| flat.documents.push(Arc::clone(one)));
            flat.mark(at, read);
        }
        flat
    }

    /// Takes the documents of files that were read anew. False when one has more or fewer of them than before.
    pub(super) fn follow(&mut self, anew: &[usize], files: &[Option<Arc<Read>>]) -> bool {
        anew.iter().all(|at| {
            let (Some(Some(read)), Some(from)) = (files.get(*at), self.starts.get(*at)) else { return false };
            let until = self.starts.get(at + 1).copied().unwrap_or(self.documents.len());
            if until - from != read.documents.len() {
                return false;
            }
            let anew = read.documents.iter().enumerate();
            anew.for_each(|(within, one)| self.documents.put(from + within, Arc::clone(one)));
            self.mark(*at, read);
            true
        })
    }

    /// What there is to say of the files.
    pub(super) fn messages<'f>(
        &'f self,
        files: &'f [Option<Arc<Read>>],
    ) -> impl Iterator<Item = &'f Diagnostic> {
        self.told.iter().filter_map(|at| files[*at].as_ref()).flat_map(|read| &read.messages)
    }

    fn mark(&mut self, at: usize, read: &Read) {
        if read.messages.is_empty() {
            self.told.remove(&at);
        } else {
            self.told.insert(at);
        }
    }
}
