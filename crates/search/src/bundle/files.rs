//! The one door to the published files: a folder natively, fetched chunks in the browser.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Component, Path, PathBuf};

/// Says why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadFault {
    /// The file is not here yet: fetch it and ask again.
    NotYet,
    /// The file cannot be had.
    Broken(String),
}

impl fmt::Display for ReadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotYet => f.write_str("not here yet"),
            Self::Broken(reason) => f.write_str(reason),
        }
    }
}

/// Provides the files of a bundle by their paths relative to `search/`.
pub trait Files: Send + Sync + 'static {
    /// Reads one file whole, without waiting for any network.
    ///
    /// # Errors
    /// [`ReadFault::NotYet`] asks the host to fetch the file and run the query again.
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault>;
}

/// Reads a bundle from a folder.
#[derive(Debug, Clone)]
pub struct FolderFiles {
    root: PathBuf,
}

impl FolderFiles {
    /// Takes the folder that holds `index.json`.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }
}

impl Files for FolderFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside {
            return Err(ReadFault::Broken(format!("{path}: leads out of the bundle")));
        }
        let path = self.root.join(path);
        std::fs::read(&path).map_err(|error| ReadFault::Broken(format!("{}: {error}", path.display())))
    }
}

/// Holds a bundle in memory.
#[derive(Debug, Clone, Default)]
pub struct MemoryFiles(
    /// The files by their paths relative to `search/`.
    pub BTreeMap<String, Vec<u8>>,
);

impl Files for MemoryFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.get(path).cloned().ok_or_else(|| ReadFault::Broken(format!("{path}: no such file")))
    }
}
