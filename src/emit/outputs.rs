//! The artifacts of one build, checked, sorted and digested.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::PublishError;
use super::digest::Digest;
use super::manifest::Manifest;
use super::names::is_reserved;
use super::write;
use crate::artifact::{Artifact, Content, Derived};

/// What is to be published: contents sorted by path, and their manifest.
pub(super) struct Outputs {
    artifacts: Vec<Artifact>,
    /// The manifest of the artifacts.
    pub manifest: Manifest,
}

impl Outputs {
    /// Digests the artifacts in parallel.
    pub(super) fn new(mut artifacts: Vec<Artifact>, marks: BTreeSet<String>) -> Result<Self, PublishError> {
        artifacts.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
        check_paths(&artifacts)?;
        let digests: Vec<Digest> =
            artifacts.par_iter().map(|a| digest(&a.content)).collect::<Result<_, PublishError>>()?;
        let paths = artifacts.iter().map(|a| a.path.as_str().to_owned());
        let manifest = Manifest { files: paths.zip(digests).collect(), marks };
        Ok(Self { artifacts, manifest })
    }

    /// Every output: path, digest and content.
    pub(super) fn par_iter(&self) -> impl ParallelIterator<Item = (&str, &Digest, &Content)> {
        self.artifacts
            .par_iter()
            .map(|a| (a.path.as_str(), &self.manifest.files[a.path.as_str()], &a.content))
    }

    /// The content of a path of the manifest.
    pub(super) fn content(&self, path: &str) -> Option<&Content> {
        let found = self.artifacts.binary_search_by(|a| a.path.as_str().cmp(path));
        found.ok().map(|i| &self.artifacts[i].content)
    }
}

fn digest(content: &Content) -> Result<Digest, PublishError> {
    match content {
        Content::Bytes(bytes) => Ok(Digest::of(bytes)),
        Content::Derived(Derived { size, sha256, .. }) => Ok(Digest { size: *size, sha256: *sha256 }),
        Content::File(path) => write::digest_file(path)
            .map_err(|error| PublishError::SourceUnreadable { path: path.clone(), error }),
    }
}

/// Refuses two outputs at one path, a file that is also a folder, and the paths kept for kabinet.
fn check_paths(sorted: &[Artifact]) -> Result<(), PublishError> {
    let clash = |path: &str| Err(PublishError::PathClash { path: path.to_owned() });
    let mut known = BTreeSet::new();
    for artifact in sorted {
        let path = artifact.path.as_str();
        if is_reserved(Path::new(path)) || path.contains(char::is_control) || !known.insert(path) {
            return clash(path);
        }
    }
    for path in &known {
        let mut folders = path.match_indices('/').map(|(i, _)| &path[..i]);
        if let Some(folder) = folders.find(|folder| known.contains(folder)) {
            return clash(folder);
        }
    }
    Ok(())
}
