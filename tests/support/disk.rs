//! Small mounted disks, which only the administrator may mount: for disks that are full and folders that cannot move.
#![allow(dead_code, reason = "not every suite of tests needs all of it")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// A mounted file system, unmounted when dropped.
pub(crate) struct Disk {
    folder: PathBuf,
    _own: Option<tempfile::TempDir>,
}

impl Disk {
    /// Mounts a file system of a kind in a new folder, or says that this was skipped.
    pub(crate) fn mount(kind: &str, option: &str) -> Option<Self> {
        let own = tempfile::tempdir().unwrap();
        let mut disk = Self::mount_at(kind, option, own.path())?;
        disk._own = Some(own);
        Some(disk)
    }

    /// Mounts a file system of a kind over a folder, or says that this was skipped.
    pub(crate) fn mount_at(kind: &str, option: &str, folder: &Path) -> Option<Self> {
        let mounted = Command::new("mount").args(["-t", kind, "-o", option, kind]).arg(folder).output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Some(Self { folder: folder.to_owned(), _own: None });
        }
        eprintln!("SKIPPED: {kind} may not be mounted here; publishing on it was not tried");
        None
    }

    /// Lets nobody write on it any more.
    pub(crate) fn only_read(&self) {
        let done = Command::new("mount").args(["-o", "remount,ro"]).arg(&self.folder).status();
        assert!(done.is_ok_and(|status| status.success()), "could not be mounted read-only");
    }

    /// Returns the folder that it is mounted on.
    pub(crate) fn path(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("-l").arg(&self.folder).output());
    }
}
