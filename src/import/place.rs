//! Where a document lies: it is written when nothing is there, and never over a person's edits.
//!
//! Whether it was edited is found without any record: the original that lies beside it is imported again, and the
//! result is compared with the file.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::changes::{Change, changes};
use super::reading::Kept;
use super::source;
use crate::disk::{self, Links};
use crate::encoding;

/// What became of a document.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    /// A new document was written.
    Written,
    /// The document is just what the source gives.
    Unchanged,
    /// The source is the same; the document was edited by hand and was left alone.
    KeptEdited,
    /// The document was written anew because the source changed.
    Updated(Vec<Change>),
    /// The source changed, but the document was edited by hand: nothing was written. The changes of the source.
    Refused(Vec<Change>),
    /// Nothing could be imported; the messages say why.
    Failed,
}

/// A document on its way to the disk.
pub(crate) struct Place<'a> {
    /// Its file.
    pub(crate) target: &'a Path,
    /// Where its original is kept.
    pub(crate) original: PathBuf,
    /// The bytes of the source.
    pub(crate) source: &'a [u8],
    /// What the source gives.
    pub(crate) made: Made,
}

/// What an import makes of the bytes of a source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Made {
    /// The document.
    pub(crate) text: String,
    /// The pictures beside it.
    pub(crate) pictures: Vec<Kept>,
}

impl Place<'_> {
    /// Writes the document, or says why not. `again` imports the bytes of an earlier original.
    pub(crate) fn settle(
        &self,
        force: bool,
        again: impl Fn(&[u8]) -> Option<Made>,
    ) -> anyhow::Result<Outcome> {
        let made = self.made.text.as_str();
        let Some(existing) = read_if_there(self.target)? else {
            self.write(None)?;
            return Ok(Outcome::Written);
        };
        let existing = plain(&existing);
        let old_source = read_if_there(&self.original)?;
        let same_source =
            old_source.as_deref().is_some_and(|old| old == self.source || same_text(old, self.source));
        if existing == made && same_source {
            return Ok(Outcome::Unchanged);
        }
        let before = old_source.and_then(|bytes| again(&bytes));
        let edited =
            before.as_ref().map(|before| before.text.as_str()) != Some(existing.as_str()) && existing != made;
        if edited && !force {
            let base = before.map_or(existing, |before| before.text);
            return Ok(if same_source {
                Outcome::KeptEdited
            } else {
                Outcome::Refused(changes(&base, made))
            });
        }
        self.write(before.as_ref())?;
        Ok(Outcome::Updated(changes(&existing, made)))
    }

    fn write(&self, before: Option<&Made>) -> anyhow::Result<()> {
        let folder = self.target.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        // The original first: a document is never there without the source that it was made from.
        write_whole(&self.original, self.source).with_context(|| self.original.display().to_string())?;
        for kept in &self.made.pictures {
            let Some(file) = &kept.file else { continue };
            let path = folder.join(file);
            if is_ours(&path, kept, before)? {
                write_whole(&path, &kept.bytes).with_context(|| path.display().to_string())?;
            }
        }
        write_whole(self.target, self.made.text.as_bytes()).with_context(|| self.target.display().to_string())
    }
}

/// Whether a picture may be written: nothing lies there, or what an import before put there.
fn is_ours(path: &Path, kept: &Kept, before: Option<&Made>) -> anyhow::Result<bool> {
    let Some(bytes) = read_if_there(path)? else { return Ok(true) };
    let known = |old: &Kept| old.file == kept.file && old.bytes == bytes;
    Ok(before.is_some_and(|before| before.pictures.iter().any(known)))
}

/// Whether anything lies in a place.
pub(crate) fn is_taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The first line of a file.
pub(crate) fn first_line(path: &Path) -> Option<String> {
    let bytes = read_if_there(path).ok()??;
    plain(&bytes).lines().next().map(str::to_owned)
}

/// The source that lies in a folder under one of some names, whatever its ending: its name and its bytes.
pub(crate) fn kept(folder: &Path, stems: &[&str]) -> Option<(String, Vec<u8>)> {
    let is = |name: &String| {
        let ending = stems.iter().find_map(|stem| name.strip_prefix(stem)?.strip_prefix('.'));
        ending.is_some_and(|ending| !ending.contains('.'))
    };
    let entries = folder.read_dir().ok()?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let name = names.filter(is).max()?;
    let bytes = read_if_there(&folder.join(&name)).ok()??;
    Some((name, bytes))
}

/// The link in the place of what an import would read or write: it is not followed.
pub(crate) fn linked(folder: &Path, target: &Path, original: &str) -> Option<PathBuf> {
    let own = target.parent().unwrap_or(folder);
    let places = [folder.to_owned(), own.to_owned(), target.to_owned(), own.join(original)];
    places.into_iter().find(|place| place.is_symlink())
}

/// Whether two texts differ in their line ends and encodings only.
fn same_text(one: &[u8], other: &[u8]) -> bool {
    kabinet_documents::Format::of(one).is_none() && plain(one) == plain(other)
}

/// The text of a file with plain line ends: git and Windows editors change them, and that is no edit.
fn plain(bytes: &[u8]) -> String {
    encoding::decode(bytes).text.replace("\r\n", "\n")
}

fn read_if_there(path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    match disk::read(path, source::LIMIT, Links::Refused) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| path.display().to_string()),
    }
}

/// Writes a file so that it is whole at every moment.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let fresh = path.with_file_name(name);
    // Whatever was left there, a link of somebody else's included, is not written through.
    if fresh.symlink_metadata().is_ok() {
        fs::remove_file(&fresh)?;
    }
    let mut file = fs::File::create_new(&fresh)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&fresh, path)
}
