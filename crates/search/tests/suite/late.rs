//! Files that are there only after they were asked for, as in a browser.

use kabinet_search::{Files, MemoryFiles, ReadFault, SearchError};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

/// A host that has fetched nothing yet.
#[derive(Clone, Default)]
pub(crate) struct Late {
    all: Arc<MemoryFiles>,
    fetched: Arc<Mutex<BTreeSet<String>>>,
}

impl Files for Late {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        if self.fetched.lock().unwrap().contains(path) { self.all.read(path) } else { Err(ReadFault::NotYet) }
    }
}

impl Late {
    pub(crate) fn new(all: &Arc<MemoryFiles>) -> Self {
        Self { all: Arc::clone(all), ..Self::default() }
    }

    /// The bytes fetched so far, as they are sent.
    pub(crate) fn bytes(&self) -> usize {
        self.fetched.lock().unwrap().iter().map(|path| self.all.0[path].len()).sum()
    }

    /// The files fetched so far.
    pub(crate) fn fetched(&self) -> BTreeSet<String> {
        self.fetched.lock().unwrap().clone()
    }

    /// Runs until nothing is missing; counts the rounds.
    pub(crate) fn rounds<T>(&self, run: impl Fn() -> Result<T, SearchError>) -> (T, usize) {
        for round in 0..10 {
            match run() {
                Ok(value) => return (value, round),
                Err(SearchError::Missing(files)) => self.fetched.lock().unwrap().extend(files),
                Err(error) => panic!("{error}"),
            }
        }
        panic!("files are missed again and again");
    }
}
