//! The record of one case: a folder of plain text files, and the published tree beside them for looking into.
//!
//! `files.txt` names each published file after its hash, as `sha256sum` does; `NAME.out.txt` and `NAME.err.txt` are
//! what a command said, the exit code last; `lock.txt` is the address lock afterwards; `answers/` has a file for each
//! question.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::answers;
use crate::files::{below, clear, copy_folder, put, sha256};

/// Where the published tree lies in a case's folder.
pub(super) const SITE: &str = "site";

/// The manifest of the published tree.
pub(super) const MANIFEST: &str = "files.txt";

/// A case at work.
pub(super) struct Bench {
    program: PathBuf,
    folder: PathBuf,
}

impl Bench {
    pub(super) fn new(program: &Path, folder: &Path) -> Self {
        Self { program: program.to_owned(), folder: folder.to_owned() }
    }

    fn root(&self) -> PathBuf {
        self.folder.join("work")
    }

    fn site(&self) -> PathBuf {
        self.folder.join(SITE)
    }

    /// Lays a fresh copy of the site, since builds write into it.
    pub(super) fn lay(&self, input: &Path) -> Result<()> {
        clear(&self.folder)?;
        copy_folder(input, &self.root())
    }

    /// Publishes the site; records the files and the lock.
    pub(super) fn build(&self, day: &str) -> Result<()> {
        self.said(
            "build",
            &["build", "--format", "json", "--today", day, "--out", &self.site().to_string_lossy()],
        )?;
        let manifest = manifest(&self.site())?;
        put(&self.folder.join(MANIFEST), manifest.as_bytes())?;
        let lock = std::fs::read(self.root().join("content/addresses.lock")).unwrap_or_default();
        put(&self.folder.join("lock.txt"), &lock)
    }

    /// Exports what search knows, for one of the servers.
    pub(super) fn export(&self, day: &str) -> Result<()> {
        let folder = self.folder.join("export");
        let out = folder.to_string_lossy().into_owned();
        self.said("export", &["export", "search", "--to", "opensearch", "--today", day, "--out", &out])?;
        put(&self.folder.join("export.txt"), manifest(&folder)?.as_bytes())?;
        Ok(std::fs::remove_dir_all(folder)?)
    }

    /// Asks the published search a question.
    pub(super) fn answer(&self, number: usize, question: &str) -> Result<()> {
        let site = self.site();
        let said =
            self.run(&["search", "--format", "json", "--out", &site.to_string_lossy(), "--", question])?;
        put(&self.folder.join(answers::file(number)), format!("{question}\n{}", said.0 + &said.1).as_bytes())
    }

    /// Runs a command on the site and records what it said.
    pub(super) fn said(&self, name: &str, words: &[&str]) -> Result<()> {
        let root = self.root().to_string_lossy().into_owned();
        let mut all = words.to_vec();
        all.extend(["--root", &root]);
        let (out, err) = self.run(&all)?;
        put(&self.folder.join(format!("{name}.out.txt")), out.as_bytes())?;
        put(&self.folder.join(format!("{name}.err.txt")), err.as_bytes())
    }

    /// Runs the program: what it printed, and its messages with the exit code. Folders of this machine are left out.
    fn run(&self, words: &[&str]) -> Result<(String, String)> {
        let mut command = Command::new(&self.program);
        for name in ["CI", "LC_ALL", "LC_MESSAGES", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command.args(words).env("LANG", "ru_RU.UTF-8").env("NO_COLOR", "1").current_dir(&self.folder);
        let done = command.output().with_context(|| format!("cannot start {}", self.program.display()))?;
        let folder = self.folder.to_string_lossy().into_owned();
        let clean = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&folder, "[case]");
        let code = done.status.code().map_or("killed".to_owned(), |code| code.to_string());
        Ok((clean(&done.stdout), format!("{}exit {code}\n", clean(&done.stderr))))
    }

    /// Takes away the copy of the site, so that only the record and the published tree stay.
    pub(super) fn clean(&self) -> Result<()> {
        Ok(std::fs::remove_dir_all(self.root())?)
    }
}

/// Names each file of a tree after its hash.
fn manifest(tree: &Path) -> Result<String> {
    let mut text = String::new();
    for file in below(tree)? {
        let bytes = std::fs::read(tree.join(&file))?;
        text += &format!("{}  {}\n", sha256(&bytes), file.to_string_lossy().replace('\\', "/"));
    }
    Ok(text)
}
