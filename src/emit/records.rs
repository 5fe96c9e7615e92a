//! Files beside the site that must say the same as it does, such as the addresses that it keeps.

use std::path::{Path, PathBuf};

use super::PublishError;
use super::disk::Disk;
use super::error::At;
use super::write::{self, Before};

/// A file that is written just before the new site takes its place, and is what it was when it does not.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Record {
    /// The file.
    pub path: PathBuf,
    /// What it is to hold.
    pub bytes: Vec<u8>,
}

/// Writes one file of kabinet's own at once, so that it is whole at any instant, and synced.
///
/// # Errors
/// The disk refused, or something that kabinet did not make has its name or that of its folder.
pub fn record(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    let folder = path.parent().unwrap_or(Path::new(""));
    if std::fs::symlink_metadata(folder).is_ok_and(|meta| !meta.is_dir()) {
        return Err(PublishError::NotOurs { path: folder.to_owned() });
    }
    write::write_atomic(path, bytes).at(path)
}

/// The records of one publication, and what was there before them.
pub(super) struct Records<'a> {
    records: &'a [Record],
    written: Vec<(&'a Record, Before)>,
}

impl<'a> Records<'a> {
    /// Records of which none is written yet.
    pub(super) fn new(records: &'a [Record]) -> Self {
        Self { records, written: Vec::new() }
    }

    /// Writes them.
    pub(super) fn write(&mut self, disk: &Disk) -> Result<(), PublishError> {
        for record in self.records {
            let before = Before::of(&record.path).at(&record.path)?;
            if !before.is(&record.bytes) {
                // Noted first: a write that fails may have been one all the same.
                self.written.push((record, before));
                write::replace(disk, &record.path, &record.bytes).at(&record.path)?;
            }
        }
        Ok(())
    }

    /// Makes them what they were, as far as the disk lets it.
    pub(super) fn take_back(&self, disk: &Disk) {
        for (record, before) in &self.written {
            let _ = before.restore(disk, &record.path);
        }
    }
}
