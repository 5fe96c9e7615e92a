//! A folder of what was made before, below `.kabinet/cache/`.
//!
//! A file has the key of what was asked for and the hash of its own bytes in its name. It is written beside and renamed,
//! so that two builds at once never see half of one. Only plain files are read, through no link, and none is believed:
//! whoever calls [`Cache::find`] gets bytes that have the hash of their name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::key::{Key, hash};
use super::lease::Lease;
use crate::artifact::Derived;
use crate::disk::{self, Links};

/// The path of made pictures from the root of the site.
pub(crate) const PATH: &str = ".kabinet/cache/pictures";
/// That of what was taken of documents.
pub(super) const DOCUMENTS: &str = ".kabinet/cache/documents";
/// Files of the cache are smaller, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;
/// How names of files begin that are being written.
const UNFINISHED: &str = ".new-";

/// What was made before.
#[derive(Debug)]
pub(super) struct Cache {
    root: PathBuf,
    /// The folder, from the root.
    path: &'static str,
    folder: OnceLock<Option<Folder>>,
    /// Held by a build, which publishes out of the folder.
    lease: OnceLock<Option<Lease>>,
    /// The names of what this build asked for.
    asked: Mutex<BTreeSet<String>>,
    /// The names of what this build made: the same picture often lies beside several pages.
    made: Mutex<BTreeMap<Key, String>>,
    written: AtomicUsize,
}

/// The folder, when it can be used.
#[derive(Debug)]
struct Folder {
    place: PathBuf,
    /// The names that were there, by their keys.
    names: BTreeMap<Key, Vec<String>>,
}

impl Cache {
    /// The cache of the site at a root in a folder of it. Nothing is looked at before it is used.
    pub(super) fn of(root: &Path, path: &'static str) -> Self {
        Self {
            root: root.to_owned(),
            path,
            folder: OnceLock::new(),
            lease: OnceLock::new(),
            asked: Mutex::default(),
            made: Mutex::default(),
            written: AtomicUsize::new(0),
        }
    }

    /// Keeps others from removing anything as long as this cache is used.
    pub(super) fn hold(&self) {
        self.lease.get_or_init(|| Lease::begin(&self.folder()?.place));
    }

    /// Finds what was made before: sound bytes that `fit`, and where they lie.
    pub(super) fn find(
        &self,
        key: &Key,
        ending: &str,
        fit: impl Fn(&[u8]) -> bool,
    ) -> Option<(Derived, Vec<u8>)> {
        let folder = self.folder()?;
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned();
        let names = folder.names.get(key).into_iter().flatten().cloned().chain(made);
        let found = names.into_iter().find_map(|name| {
            let file = folder.place.join(&name);
            let bytes = disk::read(&file, LARGEST, Links::Refused).ok()?;
            let sha256 = hash(&bytes);
            let sound = key.name(&sha256, ending) == name && fit(&bytes);
            sound.then_some((name, Derived { file, size: bytes.len() as u64, sha256 }, bytes))
        });
        let (name, derived, bytes) = found?;
        self.ask(name);
        Some((derived, bytes))
    }

    /// Keeps what was made; nothing where it cannot be kept.
    pub(super) fn keep(&self, key: &Key, ending: &str, bytes: &[u8]) -> Option<Derived> {
        let folder = self.folder()?;
        let sha256 = hash(bytes);
        let name = key.name(&sha256, ending);
        let file = folder.place.join(&name);
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        let beside = folder.place.join(format!("{UNFINISHED}{}-{number}", std::process::id()));
        let written = write_new(&beside, bytes).and_then(|()| std::fs::rename(&beside, &file));
        if written.is_err() {
            let _ = std::fs::remove_file(&beside);
            return None;
        }
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone(), name.clone());
        self.ask(name);
        Some(Derived { file, size: bytes.len() as u64, sha256 })
    }

    /// Removes what this build did not ask for, unless another one uses the cache; with `wait`, once no other does.
    ///
    /// # Errors
    /// When something stays that was to be removed. What another build uses is left to that.
    pub(super) fn prune(&self, wait: bool) -> io::Result<()> {
        let place = self.root.join(self.path);
        // A site without pictures gets no folder for them.
        if self.folder.get().is_none() && place.symlink_metadata().is_err() {
            return Ok(());
        }
        let Some(folder) = self.folder() else { return Ok(()) };
        self.hold();
        if !self.lease.get().and_then(Option::as_ref).is_some_and(|lease| lease.alone(wait)) {
            return if wait && !folder.names.is_empty() {
                Err(io::ErrorKind::WouldBlock.into())
            } else {
                Ok(())
            };
        }
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let ours = |name: &String| Key::in_name(name).is_some() || name.starts_with(UNFINISHED);
        names_in(&folder.place)
            .into_iter()
            .filter(|name| ours(name) && !asked.contains(name))
            .try_for_each(|name| std::fs::remove_file(folder.place.join(name)))
    }

    fn ask(&self, name: String) {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
    }

    fn folder(&self) -> Option<&Folder> {
        self.folder.get_or_init(|| Folder::open(&self.root, self.path)).as_ref()
    }
}

impl Folder {
    /// Opens the folder, or makes it. Nothing where a link or a file has its name or that of one above it.
    fn open(root: &Path, path: &str) -> Option<Self> {
        let mut place = root.to_owned();
        for name in path.split('/') {
            place.push(name);
            let _ = std::fs::create_dir(&place);
            if !place.symlink_metadata().is_ok_and(|data| data.is_dir()) {
                return None;
            }
        }
        let mut names: BTreeMap<Key, Vec<String>> = BTreeMap::new();
        for name in names_in(&place) {
            if let Some(key) = Key::in_name(&name) {
                names.entry(key).or_default().push(name);
            }
        }
        // The order in which a folder lists its files must decide nothing.
        names.values_mut().for_each(|names| names.sort_unstable());
        Some(Self { place, names })
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// Writes a file at a free name, and never through a link.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let open = || OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = match open() {
        // What a program left that had the same number.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            std::fs::remove_file(path)?;
            open()?
        }
        file => file?,
    };
    file.write_all(bytes)
}
