//! The command: reads the source, writes `content/<folder>/<id>/index.md` and the original beside it.
//!
//! A file that was edited by hand is never overwritten. Whether it was is found without any record: the
//! original that lies beside it is imported again, and the result is compared with the file.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::diagnostic::Diagnostic;
use crate::disk::{self, Links, TEXT_LIMIT};
use crate::encoding::{self, Decoded, Encoding};
use crate::source::Sources;
use crate::text::signs::is_debris;

use super::changes::{Change, changes};
use super::field_names::FieldNames;
use super::rules;
use super::text::{Imported, import_text};

/// What the command is told.
#[derive(Clone, Debug)]
pub(crate) struct RunOptions {
    /// The source.
    pub(crate) file: PathBuf,
    /// The folder of the kind: `content/regulations`.
    pub(crate) folder: PathBuf,
    /// The kind's fields; `None` when the kind has no behaviour that an import could serve.
    pub(crate) names: Option<FieldNames>,
    /// The id, when the person chose it.
    pub(crate) id: Option<String>,
    /// Overwrite a file that was edited by hand.
    pub(crate) force: bool,
}

/// What the command did.
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

/// What the command tells.
#[derive(Debug)]
pub(crate) struct Report {
    /// What was done.
    pub(crate) outcome: Outcome,
    /// The document's file, when there is one.
    pub(crate) target: Option<PathBuf>,
    /// What was read; absent when the file could not be imported.
    pub(crate) imported: Option<Imported>,
    /// Messages that stand before all others: the encoding, a file that is no text.
    pub(crate) messages: Vec<Diagnostic>,
    /// The texts that the messages point into.
    pub(crate) sources: Sources,
}

impl Report {
    /// Whether the person did not get what they asked for: exit code 1.
    #[must_use]
    pub(crate) fn is_failure(&self) -> bool {
        let mine = self.imported.iter().flat_map(|imported| &imported.notes);
        self.messages.iter().chain(mine).any(|message| message.severity == crate::diagnostic::Severity::Error)
    }
}

/// Runs the command. `Err` is for the disk only; what a person can mend is in the report.
pub(crate) fn run(options: &RunOptions) -> anyhow::Result<Report> {
    let shown = file_name(&options.file);
    let bytes = match disk::read(&options.file, TEXT_LIMIT, Links::Followed) {
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => {
            return Ok(failed(rules::NOT_PLAIN_FILE, &shown));
        }
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            return Ok(failed(rules::TOO_LARGE, &shown));
        }
        result => result.with_context(|| options.file.display().to_string())?,
    };
    let Some(names) = &options.names else { return Ok(failed(rules::KIND_WITHOUT_CLAUSES, &shown)) };
    let decoded = encoding::decode(&bytes);
    if !is_text(&bytes) || !decoded.is_text() {
        return Ok(failed(rules::NOT_TEXT, &shown));
    }
    if decoded.text.chars().all(|c| c.is_whitespace() || is_debris(c)) {
        return Ok(failed(rules::EMPTY, &shown));
    }
    let mut messages = about_encoding(&decoded, &shown);
    let mut sources = Sources::default();
    let source = sources.add(shown.clone(), decoded.text.as_str());
    let original = original_name(&options.file);
    let imported = import_text(&decoded.text, source, names, &original);
    let id = options.id.clone().unwrap_or_else(|| imported.id.clone());
    if options.id.is_none() && imported.requisites.title.is_none() {
        let message = Diagnostic::error(rules::TITLE_MISSING).in_file(&shown).arg("text", "none");
        return Ok(refused(message.help("help-id")));
    }
    if !is_id(&id) {
        return Ok(failed(rules::BAD_ID, &shown));
    }
    let target = options.folder.join(&id).join("index.md");
    if let Some(link) = linked(&options.folder, &target, &original) {
        return Ok(failed(rules::NOT_PLAIN_FILE, &link.display().to_string()));
    }
    let place = Place { target: &target, original: target.with_file_name(&original), names };
    let outcome = place.settle(&imported.markdown, &bytes, options.force)?;
    if matches!(outcome, Outcome::Refused(_)) {
        messages.push(Diagnostic::error(rules::EDITED).in_file(target.display().to_string()).help("help"));
    }
    Ok(Report { outcome, target: Some(target), imported: Some(imported), messages, sources })
}

/// The link in the place of what the command would read or write: it is not followed.
fn linked(folder: &Path, target: &Path, original: &str) -> Option<PathBuf> {
    let own = target.parent().unwrap_or(folder);
    let places = [folder.to_owned(), own.to_owned(), target.to_owned(), own.join(original)];
    places.into_iter().find(|place| place.is_symlink())
}

fn failed(rule: crate::diagnostic::RuleId, shown: &str) -> Report {
    refused(Diagnostic::error(rule).in_file(shown).arg("file", shown).help("help"))
}

fn refused(message: Diagnostic) -> Report {
    let sources = Sources::default();
    Report { outcome: Outcome::Failed, target: None, imported: None, messages: vec![message], sources }
}

fn about_encoding(decoded: &Decoded, shown: &str) -> Vec<Diagnostic> {
    let mut messages = Vec::new();
    if decoded.encoding != Encoding::Utf8 {
        let message = Diagnostic::note(rules::ENCODING).in_file(shown);
        messages.push(message.arg("encoding", decoded.encoding.name()));
    }
    if decoded.lossy {
        let message = Diagnostic::warning(rules::ENCODING_LOSSY).in_file(shown).help("help");
        messages.push(message.arg("encoding", decoded.encoding.name()));
    }
    messages
}

/// Word's old and new formats, PDF and pictures begin with marks of their own.
fn is_text(bytes: &[u8]) -> bool {
    const MARKS: [&[u8]; 6] =
        [b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff"];
    !MARKS.iter().any(|mark| bytes.starts_with(mark))
}

fn is_id(id: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !id.is_empty() && id.len() <= 100 && id.chars().all(fits) && !id.starts_with('-') && !id.ends_with('-')
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The original keeps its extension and gets a name that is safe in an address.
fn original_name(path: &Path) -> String {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("txt").to_lowercase();
    let safe = extension.len() <= 8 && extension.bytes().all(|b| b.is_ascii_alphanumeric());
    format!("original.{}", if safe { &extension } else { "txt" })
}

/// Where a document lies.
struct Place<'a> {
    target: &'a Path,
    original: PathBuf,
    names: &'a FieldNames,
}

impl Place<'_> {
    fn settle(&self, markdown: &str, source: &[u8], force: bool) -> anyhow::Result<Outcome> {
        let Some(existing) = read_if_there(self.target)? else {
            self.write(markdown, source)?;
            return Ok(Outcome::Written);
        };
        let existing = plain(&existing);
        let old_source = read_if_there(&self.original)?;
        let same_source = old_source.as_deref().is_some_and(|old| plain(old) == plain(source));
        if existing == markdown && same_source {
            return Ok(Outcome::Unchanged);
        }
        let before = old_source.map(|bytes| self.import_again(&bytes));
        let edited = before.as_deref() != Some(existing.as_str()) && existing != markdown;
        if edited && !force {
            let base = before.unwrap_or(existing);
            return Ok(if same_source {
                Outcome::KeptEdited
            } else {
                Outcome::Refused(changes(&base, markdown))
            });
        }
        self.write(markdown, source)?;
        Ok(Outcome::Updated(changes(&existing, markdown)))
    }

    fn import_again(&self, bytes: &[u8]) -> String {
        let text = encoding::decode(bytes).text;
        let source = Sources::default().add("original", text.as_str());
        import_text(&text, source, self.names, &file_name(&self.original)).markdown
    }

    fn write(&self, markdown: &str, source: &[u8]) -> anyhow::Result<()> {
        if let Some(folder) = self.target.parent() {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        // The original first: a document is never there without the text it was made from.
        write_whole(&self.original, source).with_context(|| self.original.display().to_string())?;
        write_whole(self.target, markdown.as_bytes()).with_context(|| self.target.display().to_string())
    }
}

/// The text of a file with plain line ends: git and Windows editors change them, and that is no edit.
fn plain(bytes: &[u8]) -> String {
    encoding::decode(bytes).text.replace("\r\n", "\n")
}

fn read_if_there(path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    match disk::read(path, TEXT_LIMIT, Links::Refused) {
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
