//! `kabinet verify`: the published tree held against its manifest, every byte read.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::manifest::Manifest;
use super::names::RESERVED;
use super::store::Place;
use super::tree::{self, Tree};
use super::{PublishError, foreign};

/// What a published tree is, next to what its manifest says. All lists sorted, paths relative to it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Verified {
    /// How many files the manifest lists.
    pub files: usize,
    /// Files that are listed and not there.
    pub missing: Vec<String>,
    /// Files that are there with other bytes, or are no plain files.
    pub changed: Vec<String>,
    /// Files that kabinet did not write.
    pub foreign: Vec<PathBuf>,
}

impl Verified {
    /// Whether all is what was published; files of others do not matter.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty()
    }
}

/// Holds the published tree against its manifest. Nothing is changed, and no lock is taken.
///
/// # Errors
/// Nothing is published there, the manifest is damaged, or the folder cannot be read.
pub fn verify(target: &Path) -> Result<Verified, PublishError> {
    tree::keeps_our_names(target)?;
    if Place::is_known(target) || target.join(RESERVED).is_dir() {
        foreign::look(target, true)?;
    }
    let nothing = || PublishError::NothingToVerify { folder: target.to_owned() };
    let manifest = Manifest::read(target)?.ok_or_else(nothing)?;
    let mut tree = Tree::open(target)?;
    tree.distrust();
    let files: Vec<_> = manifest.files.iter().collect();
    let wrong: Vec<&String> =
        files.par_iter().filter(|(path, digest)| !tree.holds(path, digest)).map(|(path, _)| *path).collect();
    let (changed, missing): (Vec<&String>, Vec<&String>) =
        wrong.into_iter().partition(|path| tree.files.contains_key(Path::new(path.as_str())));
    Ok(Verified {
        files: manifest.files.len(),
        missing: missing.into_iter().cloned().collect(),
        changed: changed.into_iter().cloned().collect(),
        foreign: tree.foreign_files().map(Path::to_path_buf).collect(),
    })
}
