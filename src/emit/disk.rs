//! Every call by which a publication changes the disk, in one room.
//!
//! Each of them can be made to fail, so that a test tries a publication with its first call failing, then its second,
//! and so on until a run passes ([`Disk::failing`]). What lies on the disk is read elsewhere; what is written has
//! one mode, whatever the umask of the run: a web server under another name must be able to read all of it.

use std::fs::{File, FileTimes, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use super::platform;

/// Removes a file or an empty folder, or nothing when it is not there.
pub(super) fn absent_is_fine(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// The way to the disk; the usual one never fails by itself.
#[derive(Clone, Debug, Default)]
pub struct Disk(Option<Arc<Fault>>);

/// A call that fails.
#[derive(Debug)]
struct Fault {
    /// How many calls are left until it, itself included.
    left: AtomicUsize,
    /// Whether all calls after it fail as well.
    lasting: bool,
    kind: io::ErrorKind,
}

impl Disk {
    /// A disk whose call number `at` (from 1) fails, and with `lasting` every later one.
    #[must_use]
    pub fn failing(at: usize, lasting: bool, kind: io::ErrorKind) -> Self {
        Self(Some(Arc::new(Fault { left: AtomicUsize::new(at), lasting, kind })))
    }

    /// Whether the call that was to fail has been made.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.0.as_ref().is_some_and(|fault| fault.left.load(Ordering::SeqCst) == 0)
    }

    fn call<T>(&self, call: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        if let Some(fault) = &self.0 {
            let left =
                fault.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
            if left == Ok(1) || (left.is_err() && fault.lasting) {
                return Err(fault.kind.into());
            }
        }
        call()
    }

    /// Creates a file at a free name, and the folders above it. Never follows a link at that name.
    pub(super) fn create_new(&self, path: &Path) -> io::Result<File> {
        let open = || self.call(|| OpenOptions::new().write(true).create_new(true).open(path));
        let file = match (open(), path.parent()) {
            (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
                self.create_folders(folder)?;
                open()?
            }
            (file, _) => file?,
        };
        platform::open_to_readers(&file)?;
        Ok(file)
    }

    /// Creates a folder and those above it that are missing.
    pub(super) fn create_folders(&self, path: &Path) -> io::Result<()> {
        if path.as_os_str().is_empty() || path.is_dir() {
            return Ok(());
        }
        if let Some(above) = path.parent() {
            self.create_folders(above)?;
        }
        match self.call(|| std::fs::create_dir(path)) {
            // Another thread was quicker.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
            Err(error) => Err(error),
            Ok(()) => platform::open_folder_to_readers(path),
        }
    }

    /// Writes all bytes into an open file.
    pub(super) fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        self.call(|| file.write_all(bytes))
    }

    /// Sets when a file was modified.
    pub(super) fn set_modified(&self, file: &File, time: SystemTime) -> io::Result<()> {
        self.call(|| file.set_times(FileTimes::new().set_modified(time)))
    }

    /// Brings the bytes of a file to the disk.
    pub(super) fn sync_file(&self, file: &File) -> io::Result<()> {
        self.call(|| file.sync_all())
    }

    /// Brings the entries of a folder to the disk.
    pub(super) fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.call(|| platform::sync_folder(path))
    }

    /// Brings all of a file system to the disk; `false` where that cannot be had.
    pub(super) fn sync_file_system(&self, root: &Path) -> io::Result<bool> {
        self.call(|| platform::sync_file_system(root))
    }

    /// Renames a file or a folder.
    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call(|| std::fs::rename(from, to))
    }

    /// Exchanges two paths in one step.
    pub(super) fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        self.call(|| platform::exchange(a, b))
    }

    /// Gives a file a second name.
    pub(super) fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call(|| std::fs::hard_link(from, to))
    }

    /// Removes a file or a link; nothing where there is none.
    pub(super) fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.call(|| absent_is_fine(std::fs::remove_file(path)))
    }

    /// Removes a folder when it is one and nothing is in it.
    pub(super) fn remove_if_empty(&self, folder: &Path) -> io::Result<()> {
        match self.call(|| std::fs::remove_dir(folder)) {
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::NotADirectory
                ) =>
            {
                Ok(())
            }
            result => absent_is_fine(result),
        }
    }

    /// Removes a folder with all that is in it; links in it are removed, not followed.
    pub(super) fn remove_tree(&self, folder: &Path) -> io::Result<()> {
        self.call(|| absent_is_fine(std::fs::remove_dir_all(folder)))
    }

    /// Gives a file or a folder the permissions of another.
    pub(super) fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        match std::fs::metadata(from) {
            Ok(meta) => self.call(|| std::fs::set_permissions(to, meta.permissions())),
            Err(_) => Ok(()),
        }
    }
}
