//! Files of the site that are shown as they lie on the disk: plain files in its own folders and nothing else,
//! whatever has been put in their place since the site was built.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

/// A file that is published as it is, by the real folder of the site and the way below it.
#[derive(Debug)]
pub(super) struct Attachment {
    folder: PathBuf,
    below: PathBuf,
}

/// An opened file with its length.
pub(super) struct Opened {
    /// It is plain, and was opened without a link on the way.
    pub file: File,
    /// In bytes.
    pub size: u64,
}

impl Attachment {
    /// Finds a file of a build in one of these real folders. None for what lies elsewhere or is hidden.
    pub(super) fn find(path: &Path, folders: &[PathBuf]) -> Option<Self> {
        folders.iter().find_map(|folder| {
            let below = path.strip_prefix(folder).ok()?.to_owned();
            below.components().all(is_shown).then(|| Self { folder: folder.clone(), below })
        })
    }

    /// Opens the file. A link, a pipe or a device that has taken its place is refused, and never waited for.
    pub(super) fn open(&self) -> io::Result<Opened> {
        let file = open(&self.folder, &self.below)?;
        let meta = file.metadata()?;
        if meta.is_file() {
            Ok(Opened { file, size: meta.len() })
        } else {
            Err(io::ErrorKind::NotFound.into())
        }
    }
}

impl Opened {
    /// The whole file.
    pub(super) fn read(self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.file.take(self.size).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

fn is_shown(part: Component<'_>) -> bool {
    matches!(part, Component::Normal(name) if !name.to_string_lossy().starts_with('.'))
}

/// Goes down folder by folder: the system follows no link in a name that is opened so.
#[cfg(unix)]
fn open(folder: &Path, below: &Path) -> io::Result<File> {
    use rustix::fs::{CWD, Mode, OFlags, openat};
    let plain = OFlags::RDONLY | OFlags::CLOEXEC;
    let mut at = openat(CWD, folder, plain | OFlags::DIRECTORY, Mode::empty())?;
    let mut parts = below.components().peekable();
    while let Some(part) = parts.next() {
        let kind = if parts.peek().is_some() { OFlags::DIRECTORY } else { OFlags::NONBLOCK | OFlags::NOCTTY };
        at = openat(&at, part.as_os_str(), plain | OFlags::NOFOLLOW | kind, Mode::empty())?;
    }
    Ok(at.into())
}

/// Here links need a right of their own, and pipes have names of their own: a look before opening must do.
#[cfg(not(unix))]
fn open(folder: &Path, below: &Path) -> io::Result<File> {
    let path = folder.join(below);
    let plain = std::fs::symlink_metadata(&path)?.is_file() && path.canonicalize()?.starts_with(folder);
    if plain { File::open(path) } else { Err(io::ErrorKind::NotFound.into()) }
}
