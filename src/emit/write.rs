//! Writing one file so that nobody ever sees half of it, and digesting files.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use std::time::SystemTime;

use sha2::{Digest as _, Sha256};

use super::PublishError;
use super::digest::Digest;
use super::disk::{Disk, absent_is_fine};
use super::error::At;
use crate::artifact::{Content, Derived};
use crate::disk::{self as files, Links};

/// More than any file of state grows to: a line for each of some millions of addresses.
const STATE_LIMIT: u64 = 1 << 30;

/// Writes a file through a neighbour and a rename, so that it is whole at any instant, and synced. A file that
/// already has these bytes is left alone.
///
/// # Errors
/// The disk refused, or something that is no plain file has this name; it is then as it was.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if Before::of(path)?.is(bytes) { Ok(()) } else { replace(&Disk::default(), path, bytes) }
}

/// What a file held, if it was there.
pub(super) struct Before(Option<Vec<u8>>);

impl Before {
    /// Reads what a file holds now.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        read_if_exists(path).map(Self)
    }

    /// Whether it was just this.
    pub(super) fn is(&self, bytes: &[u8]) -> bool {
        self.0.as_deref() == Some(bytes)
    }

    /// Makes the file what it was.
    pub(super) fn restore(&self, disk: &Disk, path: &Path) -> io::Result<()> {
        match &self.0 {
            Some(bytes) => replace(disk, path, bytes),
            None => disk.remove_file(path),
        }
    }
}

/// Reads a plain file of our own; `None` when it is not there.
///
/// # Errors
/// It cannot be read, or something else has its name.
pub fn read_if_exists(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match files::read(path, STATE_LIMIT, Links::Refused) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        result => result.map(Some),
    }
}

/// Writes a file anew through a neighbour and a rename, even when it has these bytes already.
pub(super) fn replace(disk: &Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    through(disk, path, |file| file.write_all(bytes))
}

/// Writes a file bit by bit, so that it need not fit into memory; it is whole or as it was.
///
/// # Errors
/// The disk refused, or `write` did; the file is then as it was.
pub fn write_through(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    through(&Disk::default(), path, write)
}

fn through(disk: &Disk, path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_string_lossy();
    // The number of the process keeps two programs apart, `create_new` all the rest.
    let beside =
        folder.join(format!(".{}.{}.new", name.chars().take(40).collect::<String>(), std::process::id()));
    disk.remove_file(&beside)?;
    let written = write_new(disk, &beside, write)
        .and_then(|()| disk.copy_permissions(path, &beside))
        .and_then(|()| disk.rename(&beside, path));
    if let Err(error) = written {
        // What was refused matters more than what is left of it.
        let _ = absent_is_fine(std::fs::remove_file(&beside));
        return Err(error);
    }
    disk.sync_folder(folder)
}

fn write_new(
    disk: &Disk,
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut buffered = BufWriter::new(Writer { disk, file: disk.create_new(path)? });
    write(&mut buffered)?;
    let writer = buffered.into_inner()?;
    disk.sync_file(&writer.file)
}

/// Writes through the disk's one door.
struct Writer<'a> {
    disk: &'a Disk,
    file: File,
}

impl Write for Writer<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.disk.write(&mut self.file, bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes content to a free name; not synced. `modified` sets the time of modification.
pub(super) fn create(
    disk: &Disk,
    path: &Path,
    content: &Content,
    digest: &Digest,
    modified: Option<SystemTime>,
) -> Result<(), PublishError> {
    let mut file = disk.create_new(path).at(path)?;
    match content {
        Content::Bytes(bytes) => disk.write(&mut file, bytes).at(path)?,
        Content::File(source) | Content::Derived(Derived { file: source, .. }) => {
            copy_checked(disk, source, &mut file, path, digest)?;
        }
    }
    match modified {
        Some(modified) => disk.set_modified(&file, modified).at(path),
        None => Ok(()),
    }
}

/// Copies a file and refuses when its bytes are no longer those that were digested.
fn copy_checked(
    disk: &Disk,
    source: &Path,
    to: &mut File,
    path: &Path,
    expected: &Digest,
) -> Result<(), PublishError> {
    let unreadable = |error| PublishError::SourceUnreadable { path: source.to_owned(), error };
    let from = files::open(source, Links::Refused).map_err(unreadable)?;
    let copied = digest_reader(from, |bytes| disk.write(to, bytes)).at(path)?;
    if copied == *expected { Ok(()) } else { Err(unreadable(io::ErrorKind::ResourceBusy.into())) }
}

/// The digest of a plain file, read in pieces.
pub(super) fn digest_file(path: &Path) -> io::Result<Digest> {
    digest_reader(files::open(path, Links::Refused)?, |_| Ok(()))
}

fn digest_reader(mut from: impl Read, mut each: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<Digest> {
    let (mut hash, mut size, mut buffer) = (Sha256::new(), 0, vec![0; 128 * 1024]);
    loop {
        let read = match from.read(&mut buffer) {
            Ok(0) => return Ok(Digest { size, sha256: hash.finalize().into() }),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        hash.update(&buffer[..read]);
        size += read as u64;
        each(&buffer[..read])?;
    }
}

/// Renames, creating the folders above the new name when they are missing.
pub(super) fn rename(disk: &Disk, from: &Path, to: &Path) -> io::Result<()> {
    match (disk.rename(from, to), to.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            disk.create_folders(folder)?;
            disk.rename(from, to)
        }
        (result, _) => result,
    }
}

/// Renames what is there.
pub(super) fn rename_if_there(disk: &Disk, from: &Path, to: &Path) -> io::Result<()> {
    if std::fs::symlink_metadata(from).is_ok() { rename(disk, from, to) } else { Ok(()) }
}

/// Gives a file a second name, or copies it with its time where that is not possible.
pub(super) fn link(disk: &Disk, from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        disk.create_folders(folder)?;
    }
    disk.remove_file(to)?;
    if disk.hard_link(from, to).is_ok() {
        return Ok(());
    }
    let modified = std::fs::symlink_metadata(from)?.modified()?;
    let mut file = disk.create_new(to)?;
    digest_reader(files::open(from, Links::Refused)?, |bytes| disk.write(&mut file, bytes))?;
    disk.copy_permissions(from, to)?;
    disk.set_modified(&file, modified)
}
