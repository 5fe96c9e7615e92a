//! All that differs between systems: exchange of folders, mount points, change times, syncing.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

/// Exchanges two paths in one step.
#[cfg(target_os = "linux")]
pub(super) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

/// Exchanges two paths in one step.
#[cfg(not(target_os = "linux"))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether the system has no exchange, or not on this file system: renames may still work.
pub(super) fn no_exchange(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// Whether a folder cannot be renamed where it lies: a mount point, a lower layer of a container's disk.
pub(super) fn not_movable(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy)
}

/// Whether a folder with open files can be renamed at all.
pub(super) const FOLDERS_MOVE: bool = cfg!(unix);

/// Whether the target can be exchanged with a folder beside it: one device, and no mount point.
#[cfg(target_os = "linux")]
pub(super) fn is_movable(target: &Path, parent: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| std::fs::metadata(path).map(|meta| meta.dev()).ok();
    let stat = statx(CWD, target, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty());
    let is_mount = stat.is_ok_and(|stat| stat.stx_attributes.contains(StatxAttributes::MOUNT_ROOT));
    !is_mount && device(target) == device(parent)
}

/// Whether the target can be exchanged with a folder beside it: one device.
#[cfg(all(unix, not(target_os = "linux")))]
pub(super) fn is_movable(target: &Path, parent: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| std::fs::metadata(path).map(|meta| meta.dev()).ok();
    device(target) == device(parent)
}

/// Whether the target can be exchanged with a folder beside it.
#[cfg(not(unix))]
pub(super) fn is_movable(_: &Path, _: &Path) -> bool {
    false
}

/// When anything about the file last changed, in nanoseconds. A change time cannot be set by hand, so that a
/// file edited with its modification time put back is still noticed.
#[cfg(unix)]
pub(super) fn changed_at(meta: &Metadata) -> i128 {
    use std::os::unix::fs::MetadataExt;
    i128::from(meta.ctime()) * 1_000_000_000 + i128::from(meta.ctime_nsec())
}

/// When the file last changed, in nanoseconds.
#[cfg(not(unix))]
pub(super) fn changed_at(meta: &Metadata) -> i128 {
    let since = meta.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    since.map_or(i128::MAX, |since| i128::try_from(since.as_nanos()).unwrap_or(i128::MAX))
}

/// Whether two names stand for one file.
#[cfg(unix)]
pub(super) fn same_file(a: &Metadata, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

/// Whether an open file still has this name.
#[cfg(unix)]
pub(super) fn is_named(file: &File, path: &Path) -> bool {
    let (open, named) = (file.metadata(), std::fs::symlink_metadata(path));
    open.ok().zip(named.ok()).is_some_and(|(open, named)| same_file(&open, &named))
}

/// Whether an open file still has this name: an open file cannot be removed here.
#[cfg(not(unix))]
pub(super) fn is_named(_: &File, path: &Path) -> bool {
    path.is_file()
}

/// Whether two names stand for one file.
#[cfg(not(unix))]
pub(super) fn same_file(_: &Metadata, _: &Metadata) -> bool {
    false
}

/// Flushes all of a file system; `false` where that cannot be had.
#[cfg(target_os = "linux")]
pub(super) fn sync_file_system(root: &Path) -> io::Result<bool> {
    rustix::fs::syncfs(File::open(root)?)?;
    Ok(true)
}

/// Flushes all of a file system; `false` where that cannot be had.
#[cfg(not(target_os = "linux"))]
pub(super) fn sync_file_system(_: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Brings the entries of a folder to the disk.
#[cfg(unix)]
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    match File::open(path)?.sync_all() {
        // Some network file systems know no sync of folders; their server orders the entries itself.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        result => result,
    }
}

/// Folders have no handle to sync here; the journal of the file system orders their entries.
#[cfg(not(unix))]
pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// How a file is opened to be synced: Windows flushes only through a handle that may write.
pub(super) fn open_to_sync(path: &Path) -> io::Result<File> {
    File::options().read(true).write(cfg!(not(unix))).open(path)
}

/// Lets everybody read a new file, whatever the umask says.
#[cfg(unix)]
pub(super) fn open_to_readers(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(FILE_MODE))
}

/// Lets everybody read a new folder, whatever the umask says.
#[cfg(unix)]
pub(super) fn open_folder_to_readers(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))
}

/// Whether everybody may read a file, and only its owner write.
#[cfg(unix)]
pub(super) fn is_open_to_readers(meta: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    meta.mode() & 0o777 == FILE_MODE
}

#[cfg(unix)]
const FILE_MODE: u32 = 0o644;

/// Permissions are inherited from the folder here.
#[cfg(not(unix))]
pub(super) fn open_to_readers(_: &File) -> io::Result<()> {
    Ok(())
}

/// Permissions are inherited from the folder here.
#[cfg(not(unix))]
pub(super) fn open_folder_to_readers(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Permissions are inherited from the folder here.
#[cfg(not(unix))]
pub(super) fn is_open_to_readers(_: &Metadata) -> bool {
    true
}
