//! The list of published files that lies in the published folder itself, and the difference of two lists.
//!
//! It is what marks a folder as kabinet's, it moves with the tree when trees are exchanged, and it depends on
//! the output alone: size, SHA-256 and path of each file, sorted by path.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};

/// Kept for kabinet inside a published tree.
pub(super) const RESERVED: &str = ".kabinet";
/// Where the manifest lies in a tree.
pub(super) const PATH: &str = ".kabinet/manifest";
const HEADER: &str = "kabinet 1";

/// What identifies the bytes of a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Digest {
    /// Length in bytes.
    pub size: u64,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
}

/// The files of a tree by their paths.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Manifest {
    /// Sorted by path.
    pub files: BTreeMap<String, Digest>,
}

/// What a build changed in the published folder: all lists sorted, paths relative to it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Published {
    /// Files that were not there.
    pub added: Vec<String>,
    /// Files whose bytes changed.
    pub changed: Vec<String>,
    /// Files that are gone.
    pub removed: Vec<String>,
    /// Files published now.
    pub files: usize,
    /// Bytes published now.
    pub bytes: u64,
    /// Whether all that was published before was removed from the disk.
    pub forgotten: bool,
}

impl Digest {
    /// The digest of bytes in memory.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }

    /// The hash as text.
    pub(super) fn name(&self) -> String {
        let mut text = String::new();
        hex(&self.sha256, &mut text);
        text
    }
}

impl Manifest {
    /// Reads the manifest of a tree; `None` when the tree has none that can be read.
    pub(super) fn of_tree(root: &Path) -> Option<Self> {
        // The mark is a regular file in a real folder: a link could stand for somebody else's.
        let real = |path: &Path| std::fs::symlink_metadata(path).ok();
        let sound = real(&root.join(RESERVED))?.is_dir() && real(&root.join(PATH))?.is_file();
        sound
            .then(|| std::fs::read_to_string(root.join(PATH)).ok())
            .flatten()
            .and_then(|text| Self::parse(&text))
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        (lines.next()? == HEADER).then_some(())?;
        let files = lines.map(parse_line).collect::<Option<BTreeMap<_, _>>>()?;
        Some(Self { files })
    }

    /// The bytes of the manifest's file.
    pub(super) fn print(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for (path, digest) in &self.files {
            hex(&digest.sha256, &mut text);
            let _ = writeln!(text, " {} {path}", digest.size);
        }
        text
    }

    /// What names this output among all others.
    pub(super) fn identity(&self) -> String {
        Digest::of(self.print().as_bytes()).name()
    }
}

impl Published {
    /// The difference between what was published and what is now.
    pub(super) fn between(before: Option<&Manifest>, now: &Manifest) -> Self {
        let none = Manifest::default();
        let before = before.unwrap_or(&none);
        let mut published = Self { files: now.files.len(), ..Self::default() };
        for (path, digest) in &now.files {
            published.bytes += digest.size;
            match before.files.get(path) {
                None => published.added.push(path.clone()),
                Some(old) if old != digest => published.changed.push(path.clone()),
                Some(_) => {}
            }
        }
        let gone = before.files.keys().filter(|path| !now.files.contains_key(*path));
        published.removed = gone.cloned().collect();
        published
    }

    /// Whether the output is what was published already.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

fn parse_line(line: &str) -> Option<(String, Digest)> {
    let mut parts = line.splitn(3, ' ');
    let sha256 = unhex(parts.next()?)?;
    let size = parts.next()?.parse().ok()?;
    let path = parts.next()?;
    // The file may have been edited: a path that leaves the tree must never be believed.
    crate::artifact::OutPath::new(path)?;
    Some((path.to_owned(), Digest { size, sha256 }))
}

fn hex(bytes: &[u8], text: &mut String) {
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(files: &[(&str, &str)]) -> Manifest {
        Manifest { files: files.iter().map(|(p, b)| ((*p).to_owned(), Digest::of(b.as_bytes()))).collect() }
    }

    #[test]
    fn what_is_printed_is_read_back() {
        let manifest = manifest(&[("index.html", "дом"), ("файлы/план на год.pdf", "")]);
        assert_eq!(Manifest::parse(&manifest.print()), Some(manifest));
    }

    #[test]
    fn a_path_that_leaves_the_tree_spoils_the_manifest() {
        let text = manifest(&[("index.html", "")]).print().replace("index.html", "../index.html");
        assert_eq!(Manifest::parse(&text), None);
    }

    #[test]
    fn the_difference_names_every_path_once() {
        let before = manifest(&[("a", "1"), ("b", "1"), ("c", "1")]);
        let now = manifest(&[("a", "1"), ("b", "2"), ("d", "1")]);
        let published = Published::between(Some(&before), &now);
        assert_eq!((published.added, published.changed), (vec!["d".to_owned()], vec!["b".to_owned()]));
        assert_eq!((published.removed, published.files, published.bytes), (vec!["c".to_owned()], 3, 3));
    }
}
