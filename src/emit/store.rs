//! Where the trees of a target lie, and the lock on them.
//!
//! ```text
//! site/public/                     the target
//! site/.kabinet/publish/public/    its store
//!     lock          held by the run that publishes
//!     tree/         the tree before; while staging, the tree to be
//!     undo/         what staging took out of tree/, until the exchange
//!     era           what the trees belong to; absent when to nothing in particular
//!     switching     names the output that is about to be exchanged in
//!     retiring/     the old tree amid an exchange by renames
//!     file-by-file  the target was found not to be exchangeable
//!     live/         file by file only: the tree that the target is made equal to
//!     mirroring     file by file only: the target is not yet equal to live/
//! ```

use std::fs::{File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::At;
use super::manifest::{self, Digest, Manifest};
use super::tree::{Tree, remove_tree};
use super::{PublishError, PublishOptions, Strategy, platform, write};
use crate::artifact::Content;

/// A target and its store.
#[derive(Clone)]
pub(super) struct Place {
    /// The published folder, without links in its path.
    pub target: PathBuf,
    /// How trees are exchanged here.
    pub strategy: Strategy,
    /// Whether nothing that was published before is kept.
    pub forgets: bool,
    store: PathBuf,
}

/// Held while publishing; the system releases it even when the process is killed.
pub(super) struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file would do, but for a program just being started by another thread, which shares it.
        let _ = self.0.unlock();
    }
}

impl Place {
    /// Finds the store of a target and the way to exchange.
    pub(super) fn find(target: &Path, options: &PublishOptions) -> Result<Self, PublishError> {
        refuse_sources(target, &options.sources)?;
        let target = resolve(target)?;
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(PublishError::AmongSources { folder: target });
        };
        let beside = parent.join(manifest::RESERVED).join("publish").join(name);
        let movable = platform::FOLDERS_MOVE && (!target.exists() || platform::is_movable(&target, parent));
        let strategy =
            options.strategy.unwrap_or(if movable { Strategy::Exchange } else { Strategy::FileByFile });
        let elsewhere = options.fallback_store.as_ref().map(|folder| apart(folder, &target));
        let store = match elsewhere {
            Some(elsewhere) if !movable => elsewhere,
            Some(elsewhere) if std::fs::create_dir_all(&beside).is_err() => {
                let place = Self { target, strategy: Strategy::FileByFile, forgets: false, store: elsewhere };
                return place.created();
            }
            _ => beside,
        };
        Self { target, strategy, forgets: false, store }.created()
    }

    fn created(mut self) -> Result<Self, PublishError> {
        std::fs::create_dir_all(&self.store).at(&self.store)?;
        if self.store.join("file-by-file").exists() {
            self.strategy = Strategy::FileByFile;
        }
        Ok(self)
    }

    /// The same place with its files replaced one by one.
    pub(super) fn file_by_file(&self) -> Self {
        Self { strategy: Strategy::FileByFile, ..self.clone() }
    }

    /// Remembers that the target cannot be exchanged, so that later builds do not try in vain.
    pub(super) fn mark_file_by_file(&self) -> Result<(), PublishError> {
        let path = self.store.join("file-by-file");
        write::replace(&path, b"").at(&path)
    }

    /// Whether the target itself takes part in the exchange.
    pub(super) fn exchanges_target(&self) -> bool {
        self.strategy != Strategy::FileByFile
    }

    /// The tree that is published.
    pub(super) fn live(&self) -> PathBuf {
        if self.exchanges_target() { self.target.clone() } else { self.store.join("live") }
    }

    /// The tree before.
    pub(super) fn other(&self) -> PathBuf {
        self.store.join("tree")
    }

    /// What staging took out of the tree before.
    pub(super) fn undo(&self) -> PathBuf {
        self.store.join("undo")
    }

    /// The old tree amid an exchange by renames.
    pub(super) fn retiring(&self) -> PathBuf {
        self.store.join("retiring")
    }

    /// Names the output that is about to be exchanged in.
    pub(super) fn journal(&self) -> PathBuf {
        self.store.join("switching")
    }

    /// Names what the trees belong to.
    pub(super) fn era(&self) -> PathBuf {
        self.store.join("era")
    }

    /// A copy of the target on its way to be the live tree.
    pub(super) fn seed_folder(&self) -> PathBuf {
        self.store.join("seed")
    }

    /// Says that the target is not yet equal to the live tree.
    pub(super) fn mirroring(&self) -> PathBuf {
        self.store.join("mirroring")
    }

    /// The folder of the store.
    pub(super) fn store(&self) -> &Path {
        &self.store
    }

    /// Takes the lock, or says who holds it.
    pub(super) fn lock(&self) -> Result<Lock, PublishError> {
        let path = self.store.join("lock");
        let open = File::options().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = open.at(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let pid = std::fs::read_to_string(&path).ok().and_then(|text| text.trim().parse().ok());
                return Err(PublishError::Locked { pid });
            }
            Err(TryLockError::Error(error)) => return Err(error).at(&path),
        }
        // The number only serves the message of the run that comes second: a full disk must not matter.
        let _ = file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id()));
        Ok(Lock(file))
    }

    /// Makes the live tree of this strategy what the target is.
    pub(super) fn prepare(&self, target: &Tree) -> Result<(), PublishError> {
        let live = self.store.join("live");
        if self.exchanges_target() {
            return remove_tree(&live);
        }
        let same = target.manifest.is_none() || Manifest::of_tree(&live) == target.manifest;
        if same { Ok(()) } else { self.seed(target, &live) }
    }

    /// Copies the target to be the live tree.
    fn seed(&self, target: &Tree, live: &Path) -> Result<(), PublishError> {
        let seed = self.seed_folder();
        remove_tree(&seed)?;
        let listed: Vec<_> = target.manifest.iter().flat_map(|manifest| &manifest.files).collect();
        let whole: Vec<_> =
            listed.into_par_iter().filter(|(path, digest)| target.holds(path, digest)).collect();
        whole.par_iter().try_for_each(|(path, digest)| {
            let content = Content::File(target.root.join(path));
            write::create(&seed.join(path), &content, digest, target.modified(path))
        })?;
        let files = whole.into_iter().map(|(path, digest)| (path.clone(), *digest)).collect();
        let list = seed.join(manifest::PATH);
        write::replace(&list, Manifest { files }.print().as_bytes()).at(&list)?;
        remove_tree(live)?;
        std::fs::rename(&seed, live).at(live)
    }
}

/// Refuses a target that is mixed up with what the site is made from, before anything is created for it.
pub(super) fn refuse_sources(target: &Path, sources: &[PathBuf]) -> Result<(), PublishError> {
    let folder = real(target).at(target)?;
    for source in sources {
        let source = real(source).at(source)?;
        if folder.starts_with(&source) || source.starts_with(&folder) {
            return Err(PublishError::AmongSources { folder });
        }
    }
    Ok(())
}

/// A path without links and dots, whether it is there already or not.
fn real(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let there = path.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    let Some((part, real)) = there else { return Ok(path) };
    let rest = path.strip_prefix(part).unwrap_or(Path::new(""));
    Ok(rest.components().fold(real, |mut found, part| {
        match part {
            std::path::Component::ParentDir => found.pop(),
            part => {
                found.push(part);
                true
            }
        };
        found
    }))
}

/// The target without links in its path. Its parent is created.
fn resolve(target: &Path) -> Result<PathBuf, PublishError> {
    let path = std::path::absolute(target).at(target)?;
    match std::fs::symlink_metadata(&path) {
        Ok(_) => {
            let real = path.canonicalize().at(&path)?;
            if real.is_dir() { Ok(real) } else { Err(PublishError::NotAFolder { path: real }) }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else { return Ok(path) };
            std::fs::create_dir_all(parent).at(parent)?;
            Ok(parent.canonicalize().at(parent)?.join(name))
        }
        Err(error) => Err(error).at(&path),
    }
}

/// The store of a target beside which there is no room for one.
fn apart(folder: &Path, target: &Path) -> PathBuf {
    let identity = Digest::of(target.as_os_str().as_encoded_bytes()).sha256;
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let [a, b, c, d, ..] = identity;
    folder.join("publish").join(format!("{name}-{a:02x}{b:02x}{c:02x}{d:02x}"))
}
