//! Opening only plain files: never what a link at the last step of a path leads to, never a pipe or a device that
//! would keep the reader waiting.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _};
use std::path::Path;

/// Opens a plain file for reading.
///
/// # Errors
/// There is none ([`io::ErrorKind::NotFound`]), it cannot be read, or something else has its name
/// ([`io::ErrorKind::InvalidInput`]).
pub(crate) fn open(path: &Path) -> io::Result<File> {
    // What lies there is looked at before it is opened, since opening alone can wake a device, and after, since it
    // may have been exchanged meanwhile.
    plain(&std::fs::symlink_metadata(path)?)?;
    let file = without_waiting(OpenOptions::new().read(true)).open(path)?;
    plain(&file.metadata()?)?;
    Ok(file)
}

/// Reads a plain file of at most `limit` bytes.
///
/// # Errors
/// As [`open`], or it is longer ([`io::ErrorKind::FileTooLarge`]).
pub(crate) fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

fn plain(meta: &std::fs::Metadata) -> io::Result<()> {
    if meta.is_file() { Ok(()) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// Options that follow no link and do not wait for the other end of a pipe.
#[cfg(unix)]
pub(crate) fn without_waiting(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    options.custom_flags(flags.bits() as i32)
}

/// Options that follow no link and do not wait for the other end of a pipe.
#[cfg(not(unix))]
pub(crate) fn without_waiting(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}
