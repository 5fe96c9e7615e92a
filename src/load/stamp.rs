//! Stamps of files: whether a file is the one that was read before, without reading it again.

use std::fs::Metadata;
use std::time::SystemTime;

/// What tells a file from what lay there before. Whoever saves twice within the tick of a file system's clock is named
/// by the watcher ([`Store::forget`](super::Store::forget)).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub(crate) struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    /// The file's number and the time of its last change in the system's own books, where there are some.
    inner: (u64, i64, i64),
}

impl Stamp {
    /// The stamp of a file.
    pub(super) fn of(data: &Metadata) -> Self {
        Self { size: data.len(), modified: data.modified().ok(), inner: inner(data) }
    }

    /// The size of the file in bytes.
    pub(crate) fn size(self) -> u64 {
        self.size
    }
}

#[cfg(unix)]
fn inner(data: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt as _;
    (data.ino(), data.ctime(), data.ctime_nsec())
}

#[cfg(not(unix))]
fn inner(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}
