//! The documents of all files: what is not known yet is read in parallel.

use std::sync::Arc;

use rayon::prelude::*;

use super::document::Read;
use super::file;
use super::read::{Decode, decode, take};
use super::store::Store;
use super::tree::Found;
use crate::diagnostic::Diagnostic;
use crate::schema::Schema;
use crate::source::SourceId;

/// Fills the places of files whose documents are not known, and returns which they were.
pub(super) fn fill(
    places: &mut [Option<Arc<Read>>],
    files: &[Found],
    store: &mut Store,
    schema: &Schema,
) -> Vec<usize> {
    let empty: Vec<usize> = (0..places.len()).filter(|at| places[*at].is_none()).collect();
    let missing: Vec<&Found> = empty.iter().map(|at| &files[*at]).collect();
    texts(&missing, store);
    let known: Vec<Known> = missing.iter().map(|found| Known::of(found, store)).collect();
    let sources = &store.sources;
    let read = |(found, known): (&&Found, Known)| {
        known.read.unwrap_or_else(|| {
            let (documents, more) = match known.source {
                Some(source) => file::read(found, source, sources, schema),
                None => (file::unread(found, known.place, sources, schema), Vec::new()),
            };
            let mut messages = known.messages;
            messages.extend(more);
            Arc::new(Read { documents: documents.into_iter().map(Arc::new).collect(), messages })
        })
    };
    let read: Vec<Arc<Read>> = missing.par_iter().zip(known).map(read).collect();
    for ((at, found), read) in empty.iter().zip(missing).zip(read) {
        store.kept(found).into_iter().for_each(|kept| kept.read = Some(Arc::clone(&read)));
        places[*at] = Some(read);
    }
    empty
}

/// Reads the texts that the store does not hold.
fn texts(files: &[&Found], store: &mut Store) {
    let new: Vec<&Found> = files.iter().copied().filter(|found| store.kept(found).is_none()).collect();
    let read: Vec<Decode> = new.par_iter().map(|found| decode(found)).collect();
    for (found, read) in new.into_iter().zip(read) {
        take(store, found, read);
    }
}

/// What the store knows of a file.
struct Known {
    source: Option<SourceId>,
    /// Where it stands among the sources, read or not.
    place: Option<SourceId>,
    messages: Vec<Diagnostic>,
    read: Option<Arc<Read>>,
}

impl Known {
    fn of(found: &Found, store: &mut Store) -> Self {
        let place = store.place(&found.path);
        match store.kept(found) {
            Some(kept) => {
                Self { source: kept.source, place, messages: kept.messages.clone(), read: kept.read.clone() }
            }
            None => Self { source: None, place, messages: Vec::new(), read: None },
        }
    }
}
