//! Publishing, seen from outside: what lies in the published folder after whatever happened to it.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "helpers of tests fail loudly and say what they skip"
)]

#[path = "../support/disk.rs"]
mod disk;
mod disk_full;
mod faults;
mod foreign;
mod forget;
mod hostile;
mod kill;
mod law;
mod newer;
mod publish;
mod rollback;
mod verify;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use kabinet::artifact::{Artifact, OutPath};
use kabinet::emit::{self, Publication, PublishError, PublishOptions, Published, Release, Strategy};
use tempfile::TempDir;

/// Every way of exchange, for tests that must hold for all.
const STRATEGIES: [Strategy; 3] = [Strategy::Exchange, Strategy::Renames, Strategy::FileByFile];

type Site = BTreeMap<String, Vec<u8>>;

/// A folder to publish into, with the fluent steps of the tests.
struct Desk {
    folder: TempDir,
    options: PublishOptions,
    /// What is published beside the artifacts: marks of purges, whether all is forgotten.
    release: Release,
}

/// Publishes a site as it is, with nothing beside it.
fn publish(site: &Site, target: &Path, options: &PublishOptions) -> Result<Published, PublishError> {
    Publication::begin(target, options)?.publish(Release { artifacts: artifacts(site), ..Release::default() })
}

impl Desk {
    fn new(strategy: Strategy) -> Self {
        let options = PublishOptions { strategy: Some(strategy), ..PublishOptions::default() };
        Self { folder: quick_folder(), options, release: Release::default() }
    }

    fn target(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    fn path(&self, path: &str) -> PathBuf {
        self.target().join(path)
    }

    fn try_publish(&self, site: &[(&str, &str)]) -> Result<Published, PublishError> {
        let release = Release { artifacts: artifacts(&texts(site)), ..self.release.clone() };
        Publication::begin(&self.target(), &self.options)?.publish(release)
    }

    #[track_caller]
    fn publish(&self, site: &[(&str, &str)]) -> Published {
        let published = self.try_publish(site).unwrap();
        assert_eq!(found(&self.target()), texts(site));
        published
    }

    fn rollback(&self) -> Result<Published, PublishError> {
        emit::rollback(&self.target(), &self.options)
    }

    fn store(&self, path: &str) -> PathBuf {
        self.folder.path().join(".kabinet/publish/public").join(path)
    }

    fn mark(&mut self, line: &str) {
        self.release.marks.insert(line.to_owned());
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        put(&path, text.as_bytes());
    }

    fn time(&self, path: &str) -> SystemTime {
        std::fs::metadata(self.path(path)).unwrap().modified().unwrap()
    }
}

/// A folder in memory where the system has one: these tests sync thousands of times.
fn quick_folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    folder.unwrap()
}

fn texts(site: &[(&str, &str)]) -> Site {
    site.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

fn artifacts(site: &Site) -> Vec<Artifact> {
    let artifact =
        |(path, bytes): (&String, &Vec<u8>)| Artifact::bytes(OutPath::new(path).unwrap(), bytes.clone());
    site.iter().map(artifact).collect()
}

/// All files of a published folder but for kabinet's own and superseded search files.
fn found(root: &Path) -> Site {
    let mut site = Site::new();
    if !root.exists() {
        return site;
    }
    for entry in walkdir::WalkDir::new(root).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        let reserved = path.starts_with(".kabinet") || path.starts_with("search/previous");
        if entry.file_type().is_file() && !reserved {
            site.insert(path, std::fs::read(entry.path()).unwrap());
        }
    }
    site
}

#[expect(clippy::disallowed_methods, reason = "a person's hand in the published folder")]
fn put(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap();
}
