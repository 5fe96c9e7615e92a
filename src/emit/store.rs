//! Where the trees of a target lie. The store is believed no more than any other state on the disk: only plain
//! files and folders of our own are touched.
//!
//! ```text
//! site/public/                     the target
//! site/.kabinet/publish/public/    its store
//!     lock          held by the run that publishes
//!     tree/         the tree before; while staging, the tree to be
//!     undo/         what staging took out of tree/, until the exchange
//!     staging       names all that staging may put into tree/
//!     forgetting    a publication that keeps nothing of what was before has not ended
//!     switching     names the output that is about to be exchanged in
//!     retiring/     the old tree amid an exchange by renames
//!     file-by-file  the target was found not to be exchangeable
//!     live/         file by file only: the tree that the target is made equal to
//!     mirroring     file by file only: the target is not yet equal to live/
//! ```

use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::digest::Digest;
use super::disk::Disk;
use super::error::At;
use super::lock::Lock;
use super::manifest::Manifest;
use super::names;
use super::tree::{self, Tree};
use super::{PublishError, PublishOptions, Strategy, foreign, platform, write};
use crate::artifact::Content;
use crate::text::hex;

/// The folders of a store.
const FOLDERS: [&str; 5] = ["tree", "undo", "retiring", "live", "seed"];
/// The files of a store.
const FILES: [&str; 6] = ["lock", "staging", "switching", "forgetting", "file-by-file", "mirroring"];

/// A target and its store.
#[derive(Clone)]
pub(super) struct Place {
    /// The published folder, without links in its path.
    pub target: PathBuf,
    /// How trees are exchanged here.
    pub strategy: Strategy,
    /// Whether nothing that was published before is kept.
    pub forgets: bool,
    /// The way to the disk.
    pub disk: Disk,
    store: PathBuf,
}

impl Place {
    /// Finds the store of a target and the way to exchange. Nothing is created for a target that is not ours.
    pub(super) fn find(target: &Path, options: &PublishOptions) -> Result<Self, PublishError> {
        refuse_sources(target, &options.sources)?;
        let target = resolve(target)?;
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(PublishError::AmongSources { folder: target });
        };
        let store = path_of_store(name);
        if !parent.join(&store).is_dir() {
            foreign::look(&target, false)?;
        }
        let movable = platform::FOLDERS_MOVE && (!target.exists() || platform::is_movable(&target, parent));
        let by_itself = if movable { Strategy::Exchange } else { Strategy::FileByFile };
        let strategy = options.strategy.unwrap_or(by_itself);
        let disk = options.disk.clone();
        let beside = |strategy| open_store(&disk, parent, &store).map(|store| (store, strategy));
        let (store, strategy) = match options.fallback_store.as_ref() {
            Some(elsewhere) if !movable => (apart(&disk, elsewhere, &target)?, strategy),
            Some(elsewhere) => match beside(strategy) {
                // There is no room beside the target.
                Err(PublishError::NotWritable { .. } | PublishError::Failed { .. }) => {
                    (apart(&disk, elsewhere, &target)?, Strategy::FileByFile)
                }
                found => found?,
            },
            None => beside(strategy)?,
        };
        let known = store.join("file-by-file").exists();
        let strategy = if known { Strategy::FileByFile } else { strategy };
        Ok(Self { target, strategy, forgets: false, disk, store })
    }

    /// Whether something was ever published there: its store lies beside the target.
    pub(super) fn is_known(target: &Path) -> bool {
        let beside = resolve(target)
            .ok()
            .and_then(|target| Some(target.parent()?.join(path_of_store(target.file_name()?))));
        beside.is_some_and(|store| store.is_dir())
    }

    /// Takes the locks, or says who holds one: that of the store, and where trees are not exchanged that of the
    /// target too, since several stores may lead to it.
    pub(super) fn lock(&self) -> Result<Vec<Lock>, PublishError> {
        let mut locks = vec![Lock::take(&self.store.join("lock"))?];
        if !self.exchanges_target() && self.target.is_dir() {
            let folder = self.target.join(names::RESERVED);
            tree::keeps_our_names(&self.target)?;
            self.disk.create_folders(&folder).at(&folder)?;
            locks.push(Lock::take(&folder.join("lock"))?);
        }
        Ok(locks)
    }

    /// The same place with its files replaced one by one.
    pub(super) fn file_by_file(&self) -> Self {
        Self { strategy: Strategy::FileByFile, ..self.clone() }
    }

    /// Remembers that the target cannot be exchanged, so that later builds do not try in vain.
    pub(super) fn mark_file_by_file(&self) -> Result<(), PublishError> {
        let path = self.store.join("file-by-file");
        write::replace(&self.disk, &path, b"").at(&path)
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

    /// Names all that staging may put into the tree before.
    pub(super) fn staging(&self) -> PathBuf {
        self.store.join("staging")
    }

    /// Says that a publication which keeps nothing of what was before has begun and not ended.
    pub(super) fn forgetting(&self) -> PathBuf {
        self.store.join("forgetting")
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

    /// Makes the live tree of this strategy what the target is.
    pub(super) fn prepare(&self, target: &Tree) -> Result<(), PublishError> {
        let live = self.store.join("live");
        if self.exchanges_target() {
            return tree::remove_own(&self.disk, &live, Tree::lists);
        }
        let same = target.manifest.is_none() || Manifest::of_tree(&live) == target.manifest;
        if same { Ok(()) } else { self.seed(target, &live) }
    }

    /// Copies the target to be the live tree.
    fn seed(&self, target: &Tree, live: &Path) -> Result<(), PublishError> {
        let seed = self.seed_folder();
        tree::remove_own(&self.disk, &seed, Tree::lists)?;
        let listed: Vec<_> = target.manifest.iter().flat_map(|manifest| &manifest.files).collect();
        let whole: Vec<_> =
            listed.into_par_iter().filter(|(path, digest)| target.holds(path, digest)).collect();
        let files = whole.iter().map(|(path, digest)| ((*path).clone(), **digest)).collect();
        let marks = target.manifest.iter().flat_map(|manifest| manifest.marks.clone()).collect();
        // The list comes first: what it names may be removed again if this is cut short.
        let (list, manifest) = (seed.join(names::MANIFEST), Manifest { files, marks });
        write::replace(&self.disk, &list, manifest.print().as_bytes()).at(&list)?;
        whole.par_iter().try_for_each(|(path, digest)| {
            let content = Content::File(target.root.join(path));
            write::create(&self.disk, &seed.join(path), &content, digest, target.modified(path))
        })?;
        tree::remove_own(&self.disk, live, Tree::lists)?;
        self.disk.rename(&seed, live).at(live)
    }
}

/// Where the store of a target of this name lies beside it.
fn path_of_store(name: &std::ffi::OsStr) -> PathBuf {
    [names::RESERVED.as_ref(), "publish".as_ref(), name].iter().collect()
}

/// Opens the store at a path below a folder, and refuses what is not our own: a link in place of one of its folders
/// would have us write and remove somewhere else.
fn open_store(disk: &Disk, above: &Path, path: &Path) -> Result<PathBuf, PublishError> {
    let mut store = above.to_path_buf();
    disk.create_folders(&store).at(&store)?;
    for part in path {
        store.push(part);
        if !is(&store, true)? {
            disk.create_folders(&store).at(&store)?;
        }
    }
    for name in FOLDERS {
        let folder = store.join(name);
        if is(&folder, true)? {
            tree::keeps_our_names(&folder)?;
        }
    }
    FILES.iter().try_for_each(|name| is(&store.join(name), false).map(drop))?;
    Ok(store)
}

/// Whether a folder (or a plain file) is there; anything else of that name is refused.
fn is(path: &Path, folder: bool) -> Result<bool, PublishError> {
    match std::fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error).at(path),
        Ok(meta) if if folder { meta.is_dir() } else { meta.is_file() } => Ok(true),
        Ok(_) => Err(PublishError::NotOurs { path: path.to_owned() }),
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

/// The target without links in its path, whether it is there or not.
fn resolve(target: &Path) -> Result<PathBuf, PublishError> {
    let path = std::path::absolute(target).at(target)?;
    match std::fs::symlink_metadata(&path) {
        Ok(_) => {
            let real = path.canonicalize().at(&path)?;
            if real.is_dir() { Ok(real) } else { Err(PublishError::NotAFolder { path: real }) }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => real(&path).at(&path),
        Err(error) => Err(error).at(&path),
    }
}

/// The store of a target beside which there is no room for one.
fn apart(disk: &Disk, folder: &Path, target: &Path) -> Result<PathBuf, PublishError> {
    let identity = Digest::of(target.as_os_str().as_encoded_bytes()).sha256;
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let name = format!("{name}-{}", hex(&identity[..4]));
    let (above, own) = (folder.parent(), folder.file_name());
    let path: PathBuf = [own.unwrap_or_default(), "publish".as_ref(), name.as_ref()].iter().collect();
    open_store(disk, above.unwrap_or(Path::new("")), &path)
}
