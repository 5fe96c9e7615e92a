//! The list of published files that lies in the published folder itself, and the difference of two lists.
//!
//! It is what marks a folder as kabinet's, it moves with the tree when trees are exchanged, and it depends on
//! the output alone: the marks of purges that the output knows of, then size, SHA-256 and path of each file,
//! sorted by path. The last line has the SHA-256 of all before it: a line that is lost would leave its file published
//! for ever, by every later build and by a purge.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use super::PublishError;
use super::digest::Digest;
use super::names::{MANIFEST, RESERVED};
use super::write::read_if_exists;
use crate::text::unhex;

const HEADER: &str = "kabinet 3";
/// Manifests before they had an end, and before purges stood in them.
const FORMER: [&str; 2] = ["kabinet 2", "kabinet 1"];
const MARK: &str = "mark ";
const END: &str = "end ";

/// The files of a tree by their paths.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Manifest {
    /// Sorted by path.
    pub files: BTreeMap<String, Digest>,
    /// The purges that the output knows of: one line each.
    pub marks: BTreeSet<String>,
}

/// What a build changed in the published folder: all lists sorted, paths relative to it.
#[derive(Debug, Default)]
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
    /// What was refused once the new site was in its place: it is published, and something after that is not done.
    pub unfinished: Option<PublishError>,
}

impl Manifest {
    /// Reads the manifest of a tree; `None` when the tree has none that can be read.
    pub(super) fn of_tree(root: &Path) -> Option<Self> {
        Self::read(root).ok().flatten()
    }

    /// Reads the manifest of a tree; `None` when it has none.
    ///
    /// # Errors
    /// What is there is no manifest: its first line that is none, or no line when it cannot be read at all.
    pub(super) fn read(root: &Path) -> Result<Option<Self>, PublishError> {
        let damaged = |line| PublishError::ManifestDamaged { folder: root.to_owned(), line };
        match std::fs::symlink_metadata(root.join(RESERVED)) {
            Err(_) => return Ok(None),
            // The mark is a plain file in a real folder: a link could stand for somebody else's.
            Ok(meta) if !meta.is_dir() => return Err(damaged(None)),
            Ok(_) => {}
        }
        let Some(bytes) = read_if_exists(&root.join(MANIFEST)).map_err(|_| damaged(None))? else {
            return Ok(None);
        };
        let text = String::from_utf8(bytes).map_err(|_| damaged(None))?;
        Self::parse(&text).map(Some).map_err(|line| damaged(Some(line)))
    }

    /// Reads the text of a manifest; an error is the number of the first line that is none, from 1.
    fn parse(text: &str) -> Result<Self, usize> {
        let mut lines = text.split_inclusive('\n').zip(1..);
        let whole = |line: &'_ str, at| line.strip_suffix('\n').map(str::to_owned).ok_or(at);
        let (header, at) = lines.next().ok_or(1_usize)?;
        let header = whole(header, at)?;
        if header != HEADER && !FORMER.contains(&header.as_str()) {
            return Err(at);
        }
        let (mut manifest, mut ended, mut last, mut read) =
            (Self::default(), header != HEADER, at, header.len() + 1);
        for (line, at) in lines {
            let line = whole(line, at)?;
            let before = &text[..read];
            (last, read) = (at, read + line.len() + 1);
            if let Some(end) = line.strip_prefix(END).filter(|_| !ended && header == HEADER) {
                ended = end == Digest::of(before.as_bytes()).name();
                if !ended || read != text.len() {
                    return Err(at);
                }
            } else if let Some(mark) = line.strip_prefix(MARK) {
                manifest.marks.insert(mark.to_owned());
            } else {
                let (path, digest) = parse_line(&line).ok_or(at)?;
                manifest.files.insert(path, digest);
            }
        }
        if ended { Ok(manifest) } else { Err(last) }
    }

    /// The bytes of the manifest's file.
    pub(super) fn print(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for mark in &self.marks {
            let _ = writeln!(text, "{MARK}{mark}");
        }
        for (path, digest) in &self.files {
            let _ = writeln!(text, "{} {} {path}", digest.name(), digest.size);
        }
        let sum = Digest::of(text.as_bytes()).name();
        text + &format!("{END}{sum}\n")
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

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(files: &[(&str, &str)]) -> Manifest {
        let files = files.iter().map(|(p, b)| ((*p).to_owned(), Digest::of(b.as_bytes()))).collect();
        Manifest { files, marks: BTreeSet::new() }
    }

    #[test]
    fn what_is_printed_is_read_back() {
        let mut manifest = manifest(&[("index.html", "дом"), ("файлы/план на год.pdf", "")]);
        manifest.marks.insert("2026-11-21 0123456789abcdef".to_owned());
        assert_eq!(Manifest::parse(&manifest.print()), Ok(manifest));
    }

    #[test]
    fn a_cut_or_changed_manifest_is_told_by_its_line() {
        let text = manifest(&[("a", "1"), ("b", "2")]).print();
        assert_eq!(Manifest::parse(&text[..text.len() - 1]), Err(4));
        assert_eq!(Manifest::parse(&text.replace(" a\n", "")), Err(2));
        // A whole line that is lost, added, or stands behind the end.
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let of =
            |numbers: &[usize]| Manifest::parse(&numbers.iter().map(|at| lines[*at]).collect::<String>());
        assert_eq!((of(&[0, 1, 3]), of(&[0, 1, 2]), of(&[0])), (Err(3), Err(3), Err(1)));
        assert_eq!((of(&[0, 1, 2, 2, 3]), of(&[0, 1, 2, 3, 2])), (Err(5), Err(4)));
        assert_eq!(Manifest::parse(""), Err(1));
    }

    #[test]
    fn former_manifests_have_no_end() {
        let new = manifest(&[("a", "1")]);
        let text = new.print();
        let former = text[..text.rfind(END).unwrap()].replace(HEADER, FORMER[1]);
        assert_eq!(Manifest::parse(&former), Ok(new));
    }

    #[test]
    fn a_path_that_leaves_the_tree_spoils_the_manifest() {
        let text = manifest(&[("index.html", "")]).print().replace("index.html", "../index.html");
        assert_eq!(Manifest::parse(&text), Err(2));
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
