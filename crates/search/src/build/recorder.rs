//! Watching which bytes tantivy reads when it opens an index, so that the core can carry just these.

use super::index::IndexFiles;
use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{DirectoryLock, FileHandle, Lock, OwnedBytes, WatchCallback, WatchHandle, WritePtr};
use tantivy::{Directory, HasLen, Index, ReloadPolicy};

type Reads = BTreeMap<String, Vec<Range<usize>>>;

/// Opens the index once and returns the ranges that were read of each file.
pub(super) fn opening_reads(index: &IndexFiles) -> anyhow::Result<Reads> {
    let files = index.files.clone();
    let recorder = Recorder { meta: index.meta.clone(), files: Arc::new(files), reads: Arc::default() };
    let opened = Index::open(recorder.clone())?;
    let reader = opened.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
    for segment in reader.searcher().segment_readers() {
        for (field, entry) in opened.schema().fields() {
            if entry.is_indexed() {
                segment.inverted_index(field)?;
            }
        }
    }
    let reads = std::mem::take(&mut *recorder.reads.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(reads)
}

#[derive(Clone)]
struct Recorder {
    meta: String,
    files: Arc<BTreeMap<String, OwnedBytes>>,
    reads: Arc<Mutex<Reads>>,
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recorder")
    }
}

impl Directory for Recorder {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let name = path.to_str().unwrap_or_default().to_owned();
        let bytes = self.files.get(&name).ok_or_else(|| OpenReadError::FileDoesNotExist(path.to_owned()))?;
        Ok(Arc::new(RecordedFile { name, bytes: bytes.clone(), reads: Arc::clone(&self.reads) }))
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(path.to_str().is_some_and(|name| self.files.contains_key(name)))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        match path.to_str() {
            Some("meta.json") => Ok(self.meta.clone().into_bytes()),
            _ => Err(OpenReadError::FileDoesNotExist(path.to_owned())),
        }
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::FileDoesNotExist(path.to_owned()))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::wrap_io_error(io::ErrorKind::Unsupported.into(), path.to_owned()))
    }

    fn atomic_write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}

struct RecordedFile {
    name: String,
    bytes: OwnedBytes,
    reads: Arc<Mutex<Reads>>,
}

impl fmt::Debug for RecordedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl HasLen for RecordedFile {
    fn len(&self) -> usize {
        self.bytes.len()
    }
}

impl FileHandle for RecordedFile {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        let mut reads = self.reads.lock().unwrap_or_else(PoisonError::into_inner);
        reads.entry(self.name.clone()).or_default().push(range.clone());
        Ok(self.bytes.slice(range))
    }
}
