//! Writing one file so that nobody ever sees half of it, and digesting files.

use std::fs::{File, FileTimes, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use std::time::SystemTime;

use sha2::{Digest as _, Sha256};

use super::error::At;
use super::manifest::Digest;
use super::{PublishError, absent_is_fine, platform};
use crate::artifact::Content;

/// Writes a file through a neighbour and a rename, so that it is whole at any instant, and synced. A file that
/// already has these bytes is left alone.
///
/// # Errors
/// The disk refused; the file is then as it was.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if read_if_exists(path)?.is_some_and(|old| old == bytes) {
        return Ok(());
    }
    replace(path, bytes)
}

/// Reads a file; `None` when it is not there.
///
/// # Errors
/// The file is there and cannot be read.
pub fn read_if_exists(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match std::fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        result => result.map(Some),
    }
}

/// Writes a file anew through a neighbour and a rename, even when it has these bytes already.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_through(path, |file| file.write_all(bytes))
}

/// Writes a file bit by bit, so that it need not fit into memory; it is whole or as it was.
///
/// # Errors
/// The disk refused, or `write` did; the file is then as it was.
pub fn write_through(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_string_lossy();
    std::fs::create_dir_all(folder)?;
    // The number of the process keeps two programs apart, `create_new` all the rest.
    let beside =
        folder.join(format!(".{}.{}.new", name.chars().take(40).collect::<String>(), std::process::id()));
    absent_is_fine(std::fs::remove_file(&beside))?;
    let written = write_new(&beside, write).and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        absent_is_fine(std::fs::remove_file(&beside))?;
    }
    written?;
    platform::sync_folder(folder)
}

fn write_new(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let mut buffered = BufWriter::new(file);
    write(&mut buffered)?;
    buffered.into_inner()?.sync_all()
}

/// Creates a file that is not there, and the folders above it. Never follows a link: the name must be free.
fn create_new(path: &Path) -> io::Result<File> {
    let open = || OpenOptions::new().write(true).create_new(true).open(path);
    match (open(), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            std::fs::create_dir_all(folder)?;
            open()
        }
        (result, _) => result,
    }
}

/// Writes content to a free name; not synced. `modified` sets the time of modification.
pub(super) fn create(
    path: &Path,
    content: &Content,
    digest: &Digest,
    modified: Option<SystemTime>,
) -> Result<(), PublishError> {
    let mut file = create_new(path).at(path)?;
    match content {
        Content::Bytes(bytes) => file.write_all(bytes).at(path)?,
        Content::File(source) => copy_checked(source, &mut file, path, digest)?,
    }
    match modified {
        Some(modified) => file.set_times(FileTimes::new().set_modified(modified)).at(path),
        None => Ok(()),
    }
}

/// Copies a file and refuses when its bytes are no longer those that were digested.
fn copy_checked(source: &Path, to: &mut File, path: &Path, expected: &Digest) -> Result<(), PublishError> {
    let unreadable = |error| PublishError::SourceUnreadable { path: source.to_owned(), error };
    let from = File::open(source).map_err(unreadable)?;
    let copied = digest_reader(from, |bytes| to.write_all(bytes)).at(path)?;
    if copied == *expected { Ok(()) } else { Err(unreadable(io::ErrorKind::ResourceBusy.into())) }
}

/// The digest of a file, read in pieces.
pub(super) fn digest_file(path: &Path) -> io::Result<Digest> {
    digest_reader(File::open(path)?, |_| Ok(()))
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
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    match (std::fs::rename(from, to), to.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            std::fs::create_dir_all(folder)?;
            std::fs::rename(from, to)
        }
        (result, _) => result,
    }
}

/// Renames what is there.
pub(super) fn rename_if_there(from: &Path, to: &Path) -> io::Result<()> {
    if from.exists() { rename(from, to) } else { Ok(()) }
}

/// Gives a file a second name, or copies it with its time where that is not possible.
pub(super) fn link(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder)?;
    }
    absent_is_fine(std::fs::remove_file(to))?;
    if std::fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    let modified = std::fs::symlink_metadata(from)?.modified()?;
    std::fs::copy(from, to)?;
    File::options().append(true).open(to)?.set_times(FileTimes::new().set_modified(modified))
}
