//! What is to be made.

use std::path::PathBuf;

use crate::artifact::OutPath;
use crate::picture::Operation;

/// What is to be made of one file.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    /// Where the file lies.
    pub(crate) source: PathBuf,
    /// How it is called in messages: its path from the site's root.
    pub(crate) name: String,
    /// Equal as long as the file and what is made of it are the same.
    pub(crate) mark: u64,
    /// What is made of it, and where that is published.
    pub(crate) wanted: Wanted,
}

/// What is made of a file.
#[derive(Clone, Debug, Hash)]
pub(crate) enum Wanted {
    /// Pictures.
    Pictures(Vec<(OutPath, Operation)>),
    /// The same document without the people whom it names where no reader looks.
    Nameless(OutPath),
}
