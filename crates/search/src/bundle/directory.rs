//! A read-only tantivy directory over chunk files and the hot ranges of the core. It never blocks.

use super::format::{Core, FileLayout};
use super::store::Store;
use crate::error::SearchError;
use std::fmt;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{DirectoryLock, FileHandle, Lock, OwnedBytes, WatchCallback, WatchHandle, WritePtr};
use tantivy::{Directory, HasLen};

/// Serves tantivy's files from the bundle.
#[derive(Clone)]
pub(crate) struct BundleDirectory {
    core: Arc<Core>,
    blobs: OwnedBytes,
    store: Store,
}

impl fmt::Debug for BundleDirectory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BundleDirectory")
    }
}

impl BundleDirectory {
    pub(crate) fn new(core: Arc<Core>, blobs: OwnedBytes, store: Store) -> Self {
        Self { core, blobs, store }
    }

    fn layout(&self, path: &Path) -> Result<&FileLayout, OpenReadError> {
        path.to_str()
            .and_then(|name| self.core.files.get(name))
            .ok_or_else(|| OpenReadError::FileDoesNotExist(path.to_owned()))
    }
}

impl Directory for BundleDirectory {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let layout = self.layout(path)?.clone();
        Ok(Arc::new(BundleFile { layout, blobs: self.blobs.clone(), store: self.store.clone() }))
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.layout(path).is_ok())
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        match path.to_str() {
            Some("meta.json") => Ok(self.core.meta.clone().into_bytes()),
            _ => Err(OpenReadError::FileDoesNotExist(path.to_owned())),
        }
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::FileDoesNotExist(path.to_owned()))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::wrap_io_error(read_only(), path.to_owned()))
    }

    fn atomic_write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(read_only())
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

fn read_only() -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, "a published bundle is read-only")
}

#[derive(Debug)]
struct BundleFile {
    layout: FileLayout,
    blobs: OwnedBytes,
    store: Store,
}

impl HasLen for BundleFile {
    fn len(&self) -> usize {
        self.layout.len
    }
}

impl FileHandle for BundleFile {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        if range.start >= range.end {
            return Ok(OwnedBytes::empty());
        }
        if range.end > self.layout.len {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "a read beyond the end of a file"));
        }
        self.hot(&range).map_or_else(|| self.cold(range), Ok)
    }
}

impl BundleFile {
    fn hot(&self, range: &Range<usize>) -> Option<OwnedBytes> {
        let hot = self.layout.hot.iter().find(|hot| hot.start <= range.start && range.end <= hot.end)?;
        let start = hot.blob + range.start - hot.start;
        let end = start + range.len();
        (end <= self.blobs.len()).then(|| self.blobs.slice(start..end))
    }

    /// Reads from the chunks; asks for all of them before it fails, so that one round fetches all.
    fn cold(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        let size = self.layout.chunk.max(1);
        let numbers = range.start / size..=(range.end - 1) / size;
        let mut parts = Vec::new();
        let mut fault = None;
        for number in numbers.clone() {
            let name = self.layout.chunks.get(number).ok_or(io::ErrorKind::InvalidData)?;
            match self.store.unpacked(name) {
                Ok(bytes) => parts.push(bytes),
                Err(error) => fault = Some(error),
            }
        }
        if let Some(fault) = fault {
            return Err(to_io(fault));
        }
        let base = numbers.start() * size;
        cut(&parts, range.start - base..range.end - base)
    }
}

/// Takes a range from successive chunks, without copying when it lies in one.
fn cut(parts: &[OwnedBytes], range: Range<usize>) -> io::Result<OwnedBytes> {
    let total: usize = parts.iter().map(|part| part.len()).sum();
    if range.end > total {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "a chunk is too short"));
    }
    if let [only] = parts {
        return Ok(only.slice(range));
    }
    let joined: Vec<u8> = parts.iter().flat_map(|part| part.iter().copied()).collect();
    Ok(OwnedBytes::new(joined).slice(range))
}

fn to_io(error: SearchError) -> io::Error {
    match error {
        SearchError::Missing(_) => io::Error::new(io::ErrorKind::WouldBlock, error),
        other => io::Error::other(other),
    }
}
