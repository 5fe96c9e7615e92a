//! The workshop: jobs → derived files, each made once.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::budget::Budget;
use super::cache::Cache;
use super::job::Job;
use super::key::{Key, hash};
use crate::artifact::{Artifact, Content, Derived, OutPath};
use crate::diagnostic::Diagnostic;
use crate::disk::{self, Links};
use crate::media::{self, Fault};
use crate::picture::Operation;

/// How much memory pictures may take that are being made at the same time, in bytes.
const MEMORY: u64 = 600 * 1000 * 1000;

/// Where derived files are made.
#[derive(Debug)]
pub(crate) struct Workshop {
    cache: Cache,
    budget: Budget,
    /// What was said of sources that were looked at before, by name, while they are the same.
    known: Mutex<HashMap<String, (u64, Option<Fault>)>>,
}

/// Something that was made, or lay in the cache.
struct Piece {
    path: OutPath,
    /// Where it is kept; nothing where it could not be.
    kept: Option<Derived>,
    bytes: Vec<u8>,
}

impl Workshop {
    /// The workshop of the site at a root.
    pub(crate) fn of(root: &Path) -> Self {
        Self { cache: Cache::of(root), budget: Budget::of(MEMORY), known: Mutex::default() }
    }

    /// Makes everything, by all processors; `done` is told how many jobs are.
    pub(crate) fn all(
        &self,
        jobs: &[Job],
        done: &(dyn Fn(usize) + Sync),
    ) -> (Vec<Artifact>, Vec<Diagnostic>) {
        if !jobs.is_empty() {
            self.cache.hold();
        }
        let count = AtomicUsize::new(0);
        let made: Vec<Result<Vec<Artifact>, Fault>> = jobs
            .par_iter()
            .map(|job| {
                let made = self.pieces(job);
                done(count.fetch_add(1, Ordering::Relaxed) + 1);
                Ok(made?.into_iter().map(published).collect())
            })
            .collect();
        let (mut artifacts, mut messages) = (Vec::new(), Vec::new());
        for (job, made) in jobs.iter().zip(made) {
            match made {
                Ok(made) => artifacts.extend(made),
                Err(fault) => messages.push(fault.message().in_file(&job.name)),
            }
        }
        (artifacts, messages)
    }

    /// Says what is wrong with sources, one after the other, and keeps what is made on the way; nothing when it was
    /// stopped. What was looked at before is not looked at again.
    pub(crate) fn faults(&self, jobs: &[Job], stop: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Diagnostic>> {
        let mut messages = Vec::new();
        for job in jobs {
            if stop() {
                return None;
            }
            let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&job.name).copied();
            let fault = match known.filter(|(mark, _)| *mark == job.mark) {
                Some((_, fault)) => fault,
                None => self.pieces(job).err(),
            };
            let mut all = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            all.insert(job.name.clone(), (job.mark, fault));
            messages.extend(fault.map(|fault| fault.message().in_file(&job.name)));
        }
        Some(messages)
    }

    /// Makes the one file of a job; nothing where it cannot be made.
    pub(crate) fn one(&self, job: &Job) -> Option<Vec<u8>> {
        Some(self.pieces(job).ok()?.pop()?.bytes)
    }

    /// Removes what was kept and nobody asked for, unless another build may need it; with `wait`, once no other does.
    ///
    /// # Errors
    /// When something stays that was to be removed.
    pub(crate) fn prune(&self, wait: bool) -> std::io::Result<()> {
        self.cache.prune(wait)
    }

    /// What is wanted of a source, in the order in which it is wanted.
    fn pieces(&self, job: &Job) -> Result<Vec<Piece>, Fault> {
        let wanted = &job.wanted;
        let source = disk::read(&job.source, media::SOURCE_LIMIT, Links::Refused);
        let source = source.map_err(|error| match error.kind() {
            std::io::ErrorKind::FileTooLarge => Fault::TooLarge,
            _ => Fault::Gone,
        })?;
        let source_hash = hash(&source);
        let keys: Vec<Key> = wanted.iter().map(|(_, operation)| Key::of(operation, &source_hash)).collect();
        let mut pieces: Vec<Option<Piece>> = Vec::with_capacity(wanted.len());
        for ((path, operation), key) in wanted.iter().zip(&keys) {
            let found = self.cache.find(key, operation, |bytes| media::is_made_by(bytes, operation));
            pieces.push(found.map(|(derived, bytes)| Piece {
                path: path.clone(),
                kept: Some(derived),
                bytes,
            }));
        }
        let missing: Vec<usize> = (0..wanted.len()).filter(|at| pieces[*at].is_none()).collect();
        if !missing.is_empty() {
            let operations: Vec<Operation> = missing.iter().map(|at| wanted[*at].1).collect();
            let part = self.budget.take(media::weight(&source));
            let made = media::make(&source, &operations)?;
            drop(part);
            for (at, bytes) in missing.into_iter().zip(made) {
                let (path, operation) = &wanted[at];
                let kept = self.cache.keep(&keys[at], operation, &bytes);
                pieces[at] = Some(Piece { path: path.clone(), kept, bytes });
            }
        }
        Ok(pieces.into_iter().flatten().collect())
    }
}

fn published(piece: Piece) -> Artifact {
    let content = piece.kept.map_or(Content::Bytes(piece.bytes), Content::Derived);
    Artifact { path: piece.path, content }
}
