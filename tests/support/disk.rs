//! Small mounted disks, which only the administrator may mount: for disks that are full and folders that cannot move.

use std::path::Path;
use std::process::Command;

/// A mounted file system, unmounted when dropped.
pub(crate) struct Disk(tempfile::TempDir);

impl Disk {
    /// Mounts a file system of a kind in a new folder, or says that this was skipped.
    pub(crate) fn mount(kind: &str, option: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted =
            Command::new("mount").args(["-t", kind, "-o", option, kind]).arg(folder.path()).output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Some(Self(folder));
        }
        eprintln!("SKIPPED: {kind} may not be mounted here; publishing on it was not tried");
        None
    }

    /// Returns the folder that it is mounted on.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("-l").arg(self.0.path()).output());
    }
}
