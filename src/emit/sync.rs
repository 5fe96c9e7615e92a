//! Bringing what was written to the disk, before anybody relies on it.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::platform;

/// More files than this are flushed by one call for their whole file system. It waits for other programs' data
/// too, but a `fsync` for each of 10,000 files would be 10,000 commits of the journal; `syncfs` reports failed
/// writes since Linux 5.8 just as `fsync` does.
const FEW: usize = 64;

/// Brings files, and the entries of the folders above them up to `root`, to the disk.
pub(super) fn sync(disk: &Disk, root: &Path, files: &[PathBuf]) -> io::Result<()> {
    if files.len() > FEW && disk.sync_file_system(root)? {
        return Ok(());
    }
    let mut folders = BTreeSet::from([root]);
    for file in files {
        // A removed file has only its folder to be synced, and that may be gone as well.
        if std::fs::symlink_metadata(file).is_ok_and(|meta| meta.is_file()) {
            sync_file(disk, file)?;
        }
        folders.extend(file.ancestors().skip(1).take_while(|folder| folder.starts_with(root)));
    }
    folders.into_iter().rev().filter(|folder| folder.is_dir()).try_for_each(|folder| disk.sync_folder(folder))
}

fn sync_file(disk: &Disk, path: &Path) -> io::Result<()> {
    match platform::open_to_sync(path) {
        // A file carried over may be unreadable for us; what we wrote never is.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        file => disk.sync_file(&file?),
    }
}
