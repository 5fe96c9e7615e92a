//! The stream of lists: postings and positions of all words, cut into chunk files, read through tantivy.
//!
//! tantivy opens a segment of one field without terms, the shell; the body of its postings file and of its positions
//! file is the stream. Which bytes belong to a word the dictionary says. A read never waits: what is missing is noted.

use super::format::{Blobs, INDEX_DIR, Shell};
use super::pack::Tables;
use super::store::Store;
use crate::dictionary::List;
use crate::error::SearchError;
use std::fmt;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{DirectoryLock, FileHandle, Lock, OwnedBytes, WatchCallback, WatchHandle, WritePtr};
use tantivy::postings::{SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Directory, HasLen, Index, InvertedIndexReader, SegmentReader};

/// Bytes of the postings file before the stream: tantivy's count of tokens.
pub(crate) const HEAD: usize = 8;

/// Reads lists.
pub(crate) struct Lists {
    reader: Arc<InvertedIndexReader>,
    stream: Arc<Stream>,
}

impl Lists {
    /// Opens the shell.
    pub(crate) fn open(
        shell: &Shell,
        tables: Tables,
        blobs: &Blobs,
        store: Store,
    ) -> Result<Self, SearchError> {
        let stream = Arc::new(Stream { tables, store });
        let directory =
            ShellDirectory { shell: Arc::new(shell.clone()), blobs: blobs.clone(), stream: stream.clone() };
        let index = Index::open(directory)?;
        let segments = index.searchable_segments()?;
        let segment =
            segments.first().ok_or_else(|| SearchError::Damaged("the index is empty".to_owned()))?;
        let reader = SegmentReader::open(segment)?.inverted_index(Field::from_field_id(0))?;
        Ok(Self { reader, stream })
    }

    /// Returns the table of the chunk files.
    pub(crate) fn tables(&self) -> &Tables {
        &self.stream.tables
    }

    /// Asks for a chunk without waiting for it.
    pub(crate) fn touch(&self, number: usize) {
        drop(self.stream.chunk(number));
    }

    /// Opens the pages of a list with their counts, and with positions when they are wanted.
    pub(crate) fn postings(&self, list: &List, positions: bool) -> Result<SegmentPostings, SearchError> {
        let info = TermInfo {
            doc_freq: list.pages,
            postings_range: list.postings.clone(),
            positions_range: list.positions.clone(),
        };
        let option =
            if positions { IndexRecordOption::WithFreqsAndPositions } else { IndexRecordOption::WithFreqs };
        let end = self.stream.tables.end();
        if list.postings.end > end || list.positions.end > end {
            return Err(SearchError::Damaged("a list lies outside of the index".to_owned()));
        }
        Ok(self.reader.read_postings_from_terminfo(&info, option)?)
    }
}

/// The lists one after another.
struct Stream {
    tables: Tables,
    store: Store,
}

impl Stream {
    /// Reads a chunk without its tag.
    fn chunk(&self, number: usize) -> Result<OwnedBytes, SearchError> {
        let bytes = self.store.unpacked(&self.tables.file(INDEX_DIR, number))?;
        let len = self.tables.start(number + 1) - self.tables.start(number);
        if bytes.len() != len + 1 {
            return Err(SearchError::Damaged("a chunk of the index has another length".to_owned()));
        }
        Ok(bytes.slice(1..bytes.len()))
    }

    /// Reads from the chunks; asks for all of them before it fails, so that one round fetches all.
    fn read(&self, range: &Range<usize>) -> Result<OwnedBytes, SearchError> {
        let numbers = self.tables.holding(range);
        let parts: Vec<_> = numbers.clone().map(|number| self.chunk(number)).collect();
        let parts = parts.into_iter().collect::<Result<Vec<_>, _>>()?;
        let base = self.tables.start(numbers.start);
        let within = range.start - base..range.end - base;
        if let [only] = parts.as_slice()
            && within.end <= only.len()
        {
            return Ok(only.slice(within));
        }
        let joined: Vec<u8> = parts.iter().flat_map(|part| part.iter().copied()).collect();
        if within.end > joined.len() {
            return Err(SearchError::Damaged("the index is cut short".to_owned()));
        }
        Ok(OwnedBytes::new(joined).slice(within))
    }
}

/// Shows tantivy the shell around the stream.
#[derive(Clone)]
struct ShellDirectory {
    shell: Arc<Shell>,
    blobs: Blobs,
    stream: Arc<Stream>,
}

impl fmt::Debug for ShellDirectory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShellDirectory")
    }
}

impl Directory for ShellDirectory {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let absent = || OpenReadError::FileDoesNotExist(path.to_owned());
        let name = path.to_str().ok_or_else(absent)?;
        let blob = |span| self.blobs.get(span).map_err(|_| absent());
        if let Some(&span) = self.shell.tails.get(name) {
            let head = if name.ends_with(".idx") { HEAD } else { 0 };
            return Ok(Arc::new(Lane { head, tail: blob(span)?, stream: Arc::clone(&self.stream) }));
        }
        Ok(Arc::new(blob(*self.shell.files.get(name).ok_or_else(absent)?)?))
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.get_file_handle(path).is_ok())
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        match path.to_str() {
            Some("meta.json") => Ok(self.shell.meta.clone().into_bytes()),
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

/// A file whose body is the stream.
struct Lane {
    head: usize,
    tail: OwnedBytes,
    stream: Arc<Stream>,
}

impl fmt::Debug for Lane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lane")
    }
}

impl HasLen for Lane {
    fn len(&self) -> usize {
        self.head + self.stream.tables.end() + self.tail.len()
    }
}

impl FileHandle for Lane {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        let body = self.head + self.stream.tables.end();
        if range.is_empty() {
            Ok(OwnedBytes::empty())
        } else if range.end > self.len() {
            Err(io::Error::new(io::ErrorKind::UnexpectedEof, "a read beyond the end of a file"))
        } else if range.end <= self.head {
            Ok(OwnedBytes::new(vec![0; range.len()]))
        } else if range.start >= body {
            Ok(self.tail.slice(range.start - body..range.end - body))
        } else if range.start >= self.head && range.end <= body {
            self.stream.read(&(range.start - self.head..range.end - self.head)).map_err(to_io)
        } else {
            Err(io::Error::new(io::ErrorKind::InvalidData, "a read across the parts of a file"))
        }
    }
}

fn to_io(error: SearchError) -> io::Error {
    match error {
        SearchError::Missing(_) => io::Error::new(io::ErrorKind::WouldBlock, error),
        other => io::Error::other(other),
    }
}
