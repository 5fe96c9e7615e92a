//! What publishing is told: what to publish, and how.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::disk::Disk;
use super::records::Record;
use crate::artifact::Artifact;

/// How the new output takes the place of the old one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Strategy {
    /// The two trees are exchanged by one system call.
    Exchange,
    /// The two trees are exchanged by renames; an interrupted exchange is finished at the next start.
    Renames,
    /// The target stays where it is and its files are replaced one by one.
    FileByFile,
}

/// Settings of publishing.
#[derive(Clone, Debug, Default)]
pub struct PublishOptions {
    /// Where the trees are kept when they cannot lie beside the target: the `.kabinet` folder of the site.
    pub fallback_store: Option<PathBuf>,
    /// What the site is made from: the target may neither lie in these folders nor hold them.
    pub sources: Vec<PathBuf>,
    /// Forces a way of exchange; `None` takes the best one that the target allows.
    pub strategy: Option<Strategy>,
    /// The way to the disk.
    pub disk: Disk,
}

/// What is published.
#[derive(Clone, Debug, Default)]
pub struct Release {
    /// The whole content of the target.
    pub artifacts: Vec<Artifact>,
    /// The purges that the content knows of, a line each. Of what was published without one of them nothing is kept:
    /// neither the tree before nor superseded files; and nothing without one of them is published over it.
    pub marks: BTreeSet<String>,
    /// Keeps nothing of what was published before, even with the same marks.
    pub forget: bool,
    /// Files elsewhere that must say the same as the site: written just before it takes its place.
    pub records: Vec<Record>,
}
