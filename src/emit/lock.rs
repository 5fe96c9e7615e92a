//! The lock of a publication: taken before anything of the site is read, so that what is published later was read
//! later.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::error::At;
use super::{PublishError, platform};
use crate::disk::{self as files, Links};

/// Held while publishing; the system releases it even when the process is killed.
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file would do, but for a program just being started by another thread, which shares it.
        let _ = self.file.unlock();
    }
}

impl Lock {
    /// Takes the lock, or says who holds it.
    pub(super) fn take(path: &Path) -> Result<Self, PublishError> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = files::carefully(&mut options, Links::Refused).open(path).at(path)?;
        if !file.metadata().at(path)?.is_file() {
            return Err(PublishError::NotOurs { path: path.to_owned() });
        }
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let text = files::read(path, 64, Links::Refused)
                    .ok()
                    .and_then(|bytes| String::from_utf8(bytes).ok());
                return Err(PublishError::Locked { pid: text.and_then(|text| text.trim().parse().ok()) });
            }
            Err(TryLockError::Error(error)) => return Err(error).at(path),
        }
        // The number only serves the message of the run that comes second: a full disk must not matter.
        let _ = file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id()));
        Ok(Self { file, path: path.to_owned() })
    }

    /// Refuses to go on when the file was removed or replaced meanwhile: another run may hold its successor.
    pub(super) fn still_held(&self) -> Result<(), PublishError> {
        let held = platform::is_named(&self.file, &self.path);
        if held { Ok(()) } else { Err(PublishError::LockLost { path: self.path.clone() }) }
    }
}
