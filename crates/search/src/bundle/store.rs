//! Unpacked files at hand, and a list of those that a query missed.

use super::files::{Files, ReadFault};
use super::pack::{prove, sha256, unpack};
use crate::bytes::Bytes;
use crate::error::SearchError;
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Reads files through [`Files`], keeps them unpacked, and remembers what was not there.
///
/// A file named by its content is read once, and proved before it is used.
#[derive(Clone)]
pub(crate) struct Store(Arc<Inner>);

struct Inner {
    files: Box<dyn Files>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    unpacked: HashMap<String, Bytes>,
    missing: BTreeSet<String>,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store")
    }
}

impl Store {
    pub(crate) fn new(files: impl Files) -> Self {
        Self(Arc::new(Inner { files: Box::new(files), state: Mutex::default() }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads a file as it lies on the host, without keeping it.
    pub(crate) fn raw(&self, path: &str) -> Result<Vec<u8>, SearchError> {
        self.0.files.read(path).map_err(|fault| self.note(path, fault))
    }

    /// Reads the core, which the engine keeps itself, and proves it by its whole hash.
    pub(crate) fn core(&self, path: &str, hash: &str) -> Result<Bytes, SearchError> {
        let bytes = unpack(self.raw(path)?)?;
        if sha256(&bytes) != hash {
            return Err(SearchError::Damaged(format!("{path} is not the core that the manifest names")));
        }
        Ok(Bytes::new(bytes))
    }

    /// Keeps a part of the core as the file that it is: the core was proved.
    pub(crate) fn keep(&self, path: String, bytes: Bytes) {
        self.state().unpacked.insert(path, bytes);
    }

    /// Reads a file, unpacks it, proves it and keeps it.
    pub(crate) fn unpacked(&self, path: &str) -> Result<Bytes, SearchError> {
        if let Some(bytes) = self.state().unpacked.get(path) {
            return Ok(bytes.clone());
        }
        let bytes = unpack(self.raw(path)?)?;
        prove(path, &bytes)?;
        let bytes = Bytes::new(bytes);
        self.state().unpacked.insert(path.to_owned(), bytes.clone());
        Ok(bytes)
    }

    /// Reads a file that a question can do without; `None` when the host cannot have it now, and says so by no bytes.
    pub(crate) fn optional(&self, path: &str) -> Result<Option<Bytes>, SearchError> {
        if let Some(bytes) = self.state().unpacked.get(path) {
            return Ok(Some(bytes.clone()).filter(|bytes| !bytes.is_empty()));
        }
        let bytes = unpack(self.raw(path)?)?;
        if !bytes.is_empty() {
            prove(path, &bytes)?;
        }
        let bytes = Bytes::new(bytes);
        self.state().unpacked.insert(path.to_owned(), bytes.clone());
        Ok(Some(bytes).filter(|bytes| !bytes.is_empty()))
    }

    fn note(&self, path: &str, fault: ReadFault) -> SearchError {
        match fault {
            ReadFault::NotYet => {
                self.state().missing.insert(path.to_owned());
                SearchError::Missing(vec![path.to_owned()])
            }
            ReadFault::Broken(reason) => SearchError::Unreadable(reason),
        }
    }

    /// Turns an error into the list of missing files, if some were missed since the last call.
    pub(crate) fn explain(&self, error: SearchError) -> SearchError {
        let missing = std::mem::take(&mut self.state().missing);
        if missing.is_empty() { error } else { SearchError::Missing(missing.into_iter().collect()) }
    }

    /// Tells whether files were missed since they were last listed.
    pub(crate) fn has_missed(&self) -> bool {
        !self.state().missing.is_empty()
    }
}
