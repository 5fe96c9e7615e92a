//! Opening files that this build did not make: plain files only, checked on the open file itself, under a limit.
//!
//! A pipe, a device or a folder in place of a file is an error of kind [`io::ErrorKind::InvalidInput`], never a
//! wait; a file past its limit is [`io::ErrorKind::FileTooLarge`], even one that grows or has no end.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _};
use std::path::Path;

/// Texts longer than this are not read: no document of a person is so long («Война и мир» has some 5 MB). What is
/// made of a text while it is read takes up to a hundred times its length. In bytes.
pub(crate) const TEXT_LIMIT: u64 = 4 * 1024 * 1024;

/// Lists that the program keeps (locks) and drawings longer than this are not read. In bytes.
pub(crate) const STATE_LIMIT: u64 = 16 * 1024 * 1024;

/// What becomes of a symbolic link that stands in place of a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Links {
    /// It is no plain file.
    Refused,
    /// It stands for its target: a person typed its name.
    Followed,
}

/// Opens a plain file for reading.
///
/// # Errors
/// When it is no plain file, or the disk refuses.
pub(crate) fn open(path: &Path, links: Links) -> io::Result<File> {
    let file = match open_quickly(path, links) {
        // What Linux says of a link that must not be followed, and of a socket.
        Err(error) if path.symlink_metadata().is_ok_and(|data| !data.is_file() && !data.is_dir()) => {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, error));
        }
        result => result?,
    };
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// Reads a plain file.
///
/// # Errors
/// As [`open`], and when the file is longer than `limit` bytes.
pub(crate) fn read(path: &Path, limit: u64, links: Links) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path, links)?.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// Reads at most the first `length` bytes of a plain file.
///
/// # Errors
/// As [`open`].
pub(crate) fn head(path: &Path, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path, Links::Refused)?.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn open_quickly(path: &Path, links: Links) -> io::Result<File> {
    let mut options = OpenOptions::new();
    if links == Links::Refused && cfg!(not(unix)) && path.symlink_metadata()?.is_symlink() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    carefully(options.read(true), links).open(path)
}

/// Options that do not wait for the other end of a pipe, and follow no link where that is asked.
#[cfg(unix)]
pub(crate) fn carefully(options: &mut OpenOptions, links: Links) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;

    use rustix::fs::OFlags;
    let follow = if links == Links::Refused { OFlags::NOFOLLOW } else { OFlags::empty() };
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY | follow).bits();
    options.custom_flags(flags.cast_signed())
}

/// Options that do not wait: there is nothing of the kind here.
#[cfg(not(unix))]
pub(crate) fn carefully(options: &mut OpenOptions, _: Links) -> &mut OpenOptions {
    options
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn only_plain_files_are_read_and_only_as_far_as_agreed() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        #[expect(clippy::disallowed_methods, reason = "a fixture")]
        std::fs::write(place("plain"), "текст").unwrap();
        std::os::unix::fs::symlink(place("plain"), place("link")).unwrap();
        std::os::unix::net::UnixListener::bind(place("socket")).unwrap();
        let kind = |path: &Path, limit| read(path, limit, Links::Refused).map_err(|error| error.kind());
        assert_eq!(kind(&place("plain"), 10), Ok("текст".as_bytes().to_vec()));
        assert_eq!(kind(&place("plain"), 9), Err(io::ErrorKind::FileTooLarge));
        for name in ["link", "socket", "."] {
            assert_eq!(kind(&place(name), 10), Err(io::ErrorKind::InvalidInput), "{name}");
        }
        assert_eq!(kind(Path::new("/dev/zero"), 10), Err(io::ErrorKind::InvalidInput));
        assert_eq!(kind(&place("absent"), 10), Err(io::ErrorKind::NotFound));
        assert!(read(&place("link"), 10, Links::Followed).is_ok());
    }
}
