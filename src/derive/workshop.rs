//! The workshop: jobs → derived files, each made once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

use kabinet_documents::archive;
use rayon::prelude::*;

use super::budget::Budget;
use super::bundle::{Bundle, Part};
use super::cache::{Cache, DOCUMENTS, PATH};
use super::job::{Job, Wanted};
use super::key::{Key, hash};
use crate::artifact::{Artifact, Content, Derived, OutPath};
use crate::diagnostic::Diagnostic;
use crate::disk::{self, Links};
use crate::media;
use crate::office::{self, Extract};
use crate::picture::Operation;

/// How much memory pictures may take that are being made at the same time, in bytes.
const MEMORY: u64 = 600 * 1000 * 1000;

/// A file that goes into an archive is smaller, in bytes.
const LARGEST: u64 = 256 * 1000 * 1000;

/// The ending of kept extracts.
const EXTRACT: &str = "json";
/// The ending of kept documents, whatever their format is.
const DOCUMENT: &str = "document";
/// The ending of kept archives.
const ARCHIVE: &str = "archive";
/// What an archive depends on besides its files; the number grows with every change of how it is put together.
const ARCHIVED: &str = "kabinet archive 1";
/// What a document without names depends on besides its source; the number grows with every change of how names are
/// taken out.
const NAMELESS: &str = "kabinet nameless 1";

/// Where derived files are made.
#[derive(Debug)]
pub(crate) struct Workshop {
    pictures: Cache,
    documents: Cache,
    budget: Budget,
    /// What was said of sources that were looked at before, by name, while they are the same.
    known: Mutex<HashMap<String, (u64, Option<Diagnostic>)>>,
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
        Self {
            pictures: Cache::of(root, PATH),
            documents: Cache::of(root, DOCUMENTS),
            budget: Budget::of(MEMORY),
            known: Mutex::default(),
        }
    }

    /// What is in a document whose name has an ending, taken once.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn extract(&self, source: &Path, ending: &str) -> Result<Extract, office::Fault> {
        let bytes = document(source)?;
        let key = Key::of(&Extract::words(ending), &hash(&bytes));
        let found = self.documents.find(&key, EXTRACT, |kept| Extract::kept(kept).is_some());
        if let Some(kept) = found.and_then(|(_, kept)| Extract::kept(&kept)) {
            return Ok(kept);
        }
        let extract = Extract::of(&bytes, ending)?;
        // Where it cannot be kept it is taken again the next time.
        let _ = self.documents.keep(&key, EXTRACT, &extract.bytes());
        Ok(extract)
    }

    /// Makes everything, by all processors; `done` is told how many jobs are.
    pub(crate) fn all(
        &self,
        jobs: &[Job],
        done: &(dyn Fn(usize) + Sync),
    ) -> (Vec<Artifact>, Vec<Diagnostic>) {
        if !jobs.is_empty() {
            self.pictures.hold();
            self.documents.hold();
        }
        let count = AtomicUsize::new(0);
        let made: Vec<Result<Vec<Artifact>, Diagnostic>> = jobs
            .par_iter()
            .map(|job| {
                let made = self.pieces(job);
                done(count.fetch_add(1, Ordering::Relaxed) + 1);
                Ok(made?.into_iter().map(published).collect())
            })
            .collect();
        let (mut artifacts, mut messages) = (Vec::new(), Vec::new());
        for made in made {
            match made {
                Ok(made) => artifacts.extend(made),
                Err(fault) => messages.push(fault),
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
            let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&job.name).cloned();
            let fault = match known.filter(|(mark, _)| *mark == job.mark) {
                Some((_, fault)) => fault,
                None => self.pieces(job).err(),
            };
            let mut all = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            all.insert(job.name.clone(), (job.mark, fault.clone()));
            messages.extend(fault);
        }
        Some(messages)
    }

    /// Puts archives together, by all processors.
    pub(crate) fn bundles(&self, bundles: &[Bundle]) -> (Vec<Artifact>, Vec<Diagnostic>) {
        self.documents.hold();
        let made: Vec<Result<Artifact, Diagnostic>> =
            bundles.par_iter().map(|bundle| self.archive(bundle).map(published)).collect();
        let (mut artifacts, mut messages) = (Vec::new(), Vec::new());
        for made in made {
            match made {
                Ok(made) => artifacts.push(made),
                Err(fault) => messages.push(fault),
            }
        }
        (artifacts, messages)
    }

    /// Puts one archive together; nothing where it cannot be.
    pub(crate) fn bundle(&self, bundle: &Bundle) -> Option<Vec<u8>> {
        Some(self.archive(bundle).ok()?.bytes)
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
        let pictures = self.pictures.prune(wait);
        pictures.and(self.documents.prune(wait))
    }

    /// What is wanted of a source, in the order in which it is wanted; else what is wrong with it.
    fn pieces(&self, job: &Job) -> Result<Vec<Piece>, Diagnostic> {
        let made = match &job.wanted {
            Wanted::Pictures(wanted) => self.of_picture(&job.source, wanted).map_err(|fault| fault.message()),
            Wanted::Nameless(path) => self.nameless(&job.source, path).map_err(|fault| {
                let gone = || Diagnostic::error(media::UNREADABLE).help("help");
                fault.message().unwrap_or_else(gone)
            }),
        };
        made.map_err(|message| message.in_file(&job.name))
    }

    /// Pictures of a picture.
    fn of_picture(&self, source: &Path, wanted: &[(OutPath, Operation)]) -> Result<Vec<Piece>, media::Fault> {
        let source = disk::read(source, media::SOURCE_LIMIT, Links::Refused);
        let source = source.map_err(|error| match error.kind() {
            std::io::ErrorKind::FileTooLarge => media::Fault::TooLarge,
            _ => media::Fault::Gone,
        })?;
        let source_hash = hash(&source);
        let keys: Vec<Key> =
            wanted.iter().map(|(_, operation)| Key::of(&operation.words(), &source_hash)).collect();
        let mut pieces: Vec<Option<Piece>> = Vec::with_capacity(wanted.len());
        for ((path, operation), key) in wanted.iter().zip(&keys) {
            let fit = |bytes: &[u8]| media::is_made_by(bytes, operation);
            let found = self.pictures.find(key, operation.encoding.ending(), fit);
            pieces.push(found.map(|found| piece(path, found)));
        }
        let missing: Vec<usize> = (0..wanted.len()).filter(|at| pieces[*at].is_none()).collect();
        if !missing.is_empty() {
            let operations: Vec<Operation> = missing.iter().map(|at| wanted[*at].1).collect();
            let part = self.budget.take(media::weight(&source));
            let made = media::make(&source, &operations)?;
            drop(part);
            for (at, bytes) in missing.into_iter().zip(made) {
                let (path, operation) = &wanted[at];
                let kept = self.pictures.keep(&keys[at], operation.encoding.ending(), &bytes);
                pieces[at] = Some(Piece { path: path.clone(), kept, bytes });
            }
        }
        Ok(pieces.into_iter().flatten().collect())
    }

    /// The files of an archive side by side. It is made in less time than it would take to look whether what lies there
    /// is it.
    fn archive(&self, bundle: &Bundle) -> Result<Piece, Diagnostic> {
        let size: u64 = bundle.parts.iter().map(|part| length(&part.content)).sum();
        // Its files, itself, and what lies there.
        let room = self.budget.take(size.saturating_mul(3));
        let gone = |part: &Part| Diagnostic::error(media::UNREADABLE).help("help").in_file(&part.source);
        let files = bundle
            .parts
            .iter()
            .map(|part| Ok((&*part.name, content(&part.content).ok_or_else(|| gone(part))?)));
        let files: Vec<(&str, Cow<'_, [u8]>)> = files.collect::<Result<_, Diagnostic>>()?;
        let bytes = archive(files.iter().map(|(name, bytes)| (*name, &**bytes)));
        let bytes = bytes
            .map_err(|_| bundle.parts.first().map_or_else(|| Diagnostic::error(media::UNREADABLE), gone))?;
        drop(files);
        let key = Key::of(ARCHIVED, &hash(&bytes));
        let found = self.documents.find(&key, ARCHIVE, |kept| kept == bytes).map(|(derived, _)| derived);
        let kept = found.or_else(|| self.documents.keep(&key, ARCHIVE, &bytes));
        drop(room);
        Ok(Piece { path: bundle.path.clone(), kept, bytes })
    }

    /// A document without the people whom it names where no reader looks.
    fn nameless(&self, source: &Path, path: &OutPath) -> Result<Vec<Piece>, office::Fault> {
        let source = document(source)?;
        let key = Key::of(NAMELESS, &hash(&source));
        let bytes = office::nameless(&source)?;
        // It is made in less time than it would take to look whether what lies there is it.
        let found = self.documents.find(&key, DOCUMENT, |kept| kept == bytes).map(|(derived, _)| derived);
        let kept = found.or_else(|| self.documents.keep(&key, DOCUMENT, &bytes));
        Ok(vec![Piece { path: path.clone(), kept, bytes }])
    }
}

/// The bytes of what is published. A file that was made is held to what it was found to be.
fn content(content: &Content) -> Option<Cow<'_, [u8]>> {
    let read = |file: &Path, limit| disk::read(file, limit, Links::Refused).ok();
    match content {
        Content::Bytes(bytes) => Some(Cow::Borrowed(bytes)),
        Content::File(file) => read(file, LARGEST).map(Cow::Owned),
        Content::Derived(made) => {
            read(&made.file, made.size).filter(|bytes| hash(bytes) == made.sha256).map(Cow::Owned)
        }
    }
}

/// How long that is, as far as it is known without opening it.
fn length(content: &Content) -> u64 {
    match content {
        Content::Bytes(bytes) => bytes.len() as u64,
        Content::File(file) => file.symlink_metadata().map_or(0, |data| data.len()),
        Content::Derived(made) => made.size,
    }
}

/// The bytes of a document.
fn document(source: &Path) -> Result<Vec<u8>, office::Fault> {
    disk::read(source, office::LIMIT, Links::Refused).map_err(|error| match error.kind() {
        std::io::ErrorKind::FileTooLarge => office::Fault::TooLarge,
        _ => office::Fault::Gone,
    })
}

fn piece(path: &OutPath, (kept, bytes): (Derived, Vec<u8>)) -> Piece {
    Piece { path: path.clone(), kept: Some(kept), bytes }
}

fn published(piece: Piece) -> Artifact {
    let content = piece.kept.map_or(Content::Bytes(piece.bytes), Content::Derived);
    Artifact { path: piece.path, content }
}
