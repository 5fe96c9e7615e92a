//! What one instance holds: an input, an output, the files that the host brought, and the engine over them.

use kabinet_search::{Engine, Files, Outcome, ReadFault, Request, SearchError};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The one file that is read again at every try to open.
const MANIFEST: &str = "index.json";

/// Tells the host what the output holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(crate) enum Status {
    /// What was asked for.
    Done = 0,
    /// The files to fetch before asking again.
    Missing = 1,
    /// What went wrong.
    Fault = 2,
}

/// What opening answers.
#[derive(Serialize)]
struct Opened {
    pages: u32,
}

/// What went wrong, as a host hears it.
#[derive(Serialize)]
struct Fault<'f> {
    kind: &'f str,
    text: &'f str,
}

/// Holds the state of one instance.
#[derive(Debug, Default)]
pub(crate) struct Shell {
    input: Vec<u8>,
    output: Vec<u8>,
    brought: Brought,
    engine: Option<Engine>,
}

impl Shell {
    /// Makes the input that long, and gives it to be written.
    pub(crate) fn reserve(&mut self, len: usize) -> &mut [u8] {
        self.input.clear();
        self.input.resize(len, 0);
        &mut self.input
    }

    /// Returns what the last call answered.
    pub(crate) fn output(&self) -> &[u8] {
        &self.output
    }

    /// Takes a file from the input: a name of that length, then the bytes.
    pub(crate) fn put(&mut self, name_len: usize) -> Status {
        let mut bytes = std::mem::take(&mut self.input);
        let Some(name) = bytes.get(..name_len).and_then(|name| std::str::from_utf8(name).ok()) else {
            return self.fault("unreadable", "a file without a name");
        };
        let name = name.to_owned();
        bytes.drain(..name_len);
        self.brought.files().insert(name, bytes);
        self.output.clear();
        Status::Done
    }

    /// Opens the bundle from the files that were put.
    pub(crate) fn open(&mut self) -> Status {
        match Engine::open(self.brought.clone()) {
            Ok(engine) => {
                let pages = engine.pages();
                self.engine = Some(engine);
                self.done(&Opened { pages })
            }
            Err(error) => self.refuse(error),
        }
    }

    /// Answers the request in the input, which stays for another try.
    pub(crate) fn search(&mut self) -> Status {
        match self.answer() {
            Ok(outcome) => self.done(&outcome),
            Err(error) => self.refuse(error),
        }
    }

    fn answer(&self) -> Result<Outcome, SearchError> {
        let request: Request = serde_json::from_slice(&self.input)
            .map_err(|error| SearchError::Unreadable(format!("not a request: {error}")))?;
        let closed = || SearchError::Unreadable("no bundle is open".to_owned());
        self.engine.as_ref().ok_or_else(closed)?.search(&request)
    }

    /// Stems the words of the text in the input by rule.
    pub(crate) fn stems(&mut self) -> Status {
        let Ok(text) = std::str::from_utf8(&self.input) else {
            return self.fault("unreadable", "not a text");
        };
        let words = kabinet_search::stems_by_rule(text);
        self.done(&words)
    }

    fn done(&mut self, answer: &impl Serialize) -> Status {
        self.output.clear();
        match serde_json::to_writer(&mut self.output, answer) {
            Ok(()) => Status::Done,
            Err(error) => self.fault("unreadable", &error.to_string()),
        }
    }

    fn refuse(&mut self, error: SearchError) -> Status {
        match error {
            SearchError::Missing(files) => {
                self.done(&files);
                Status::Missing
            }
            SearchError::Format(_) => self.fault("format", &error.to_string()),
            SearchError::Damaged(_) => self.fault("damaged", &error.to_string()),
            _ => self.fault("unreadable", &error.to_string()),
        }
    }

    fn fault(&mut self, kind: &str, text: &str) -> Status {
        self.output.clear();
        // Two texts cannot fail to be written.
        drop(serde_json::to_writer(&mut self.output, &Fault { kind, text }));
        Status::Fault
    }
}

/// Holds the files that the host brought until the engine takes them.
///
/// The engine keeps what it has read, so that a file is given away instead of copied: memory that a module once
/// took it never gives back.
#[derive(Debug, Clone, Default)]
struct Brought(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

impl Brought {
    fn files(&self) -> MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Files for Brought {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        let mut files = self.files();
        let found = if path == MANIFEST { files.get(path).cloned() } else { files.remove(path) };
        found.ok_or(ReadFault::NotYet)
    }
}

#[cfg(test)]
mod tests;
