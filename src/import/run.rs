//! The command: reads the source, writes `content/<folder>/<id>/index.md`, and beside it the original and pictures.

use std::path::PathBuf;

use crate::diagnostic::{Diagnostic, RuleId, Severity};
use crate::source::{SourceId, Sources};

use super::place::{Made, Outcome, Place, is_taken, kept, linked};
use super::source::{self, Source};
use super::target::Target;
use super::text::{Imported, import};
use super::which::{self, Claimed, Marks, Stands};
use super::{page, reading::Reading, rules};

/// What the command is told.
#[derive(Clone, Debug)]
pub(crate) struct RunOptions<'a> {
    /// The source.
    pub(crate) file: PathBuf,
    /// The folder of the kind: `content/regulations`.
    pub(crate) folder: PathBuf,
    /// The kind.
    pub(crate) target: Target,
    /// The id, when the person chose it.
    pub(crate) id: Option<String>,
    /// Overwrite a file that was edited by hand.
    pub(crate) force: bool,
    /// The first year of the school year of today.
    pub(crate) now: i16,
    /// What other files of this call were made into.
    pub(crate) claimed: &'a Claimed,
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
    /// Whether a word processor wrote the source: its lines are paragraphs.
    pub(crate) paragraphs: bool,
}

impl Report {
    /// Whether the person did not get what they asked for: exit code 1.
    #[must_use]
    pub(crate) fn is_failure(&self) -> bool {
        let mine = self.imported.iter().flat_map(|imported| &imported.notes);
        self.messages.iter().chain(mine).any(|message| message.severity == Severity::Error)
    }
}

/// Runs the command. `Err` is for the disk only; what a person can mend is in the report.
pub(crate) fn run(options: &RunOptions<'_>) -> anyhow::Result<Report> {
    let shown = source::file_name(&options.file);
    let bytes = match source::load(&options.file)? {
        Ok(bytes) => bytes,
        Err(message) => return Ok(refused(message)),
    };
    let original = source::kept_name(&options.file, &bytes);
    let Source { reading, mut messages } = match source::read(&bytes, &shown) {
        Ok(source) => source,
        Err(message) => return Ok(refused(message)),
    };
    if !source::is_published(&original) {
        messages.push(Diagnostic::note(rules::PAGE_KEPT).in_file(&shown).arg("file", &original));
    }
    let mut sources = Sources::default();
    let id_of_source = sources.add(shown.clone(), reading.text.as_str());
    let paragraphs = reading.printed.is_some();
    let imported = made_of(reading, id_of_source, options, &original);
    let id = options.id.clone().unwrap_or_else(|| imported.id.clone());
    if options.id.is_none() && imported.requisites.title.is_none() {
        let message = Diagnostic::error(rules::TITLE_MISSING).in_file(&shown).arg("text", "none");
        return Ok(refused(message.help("help-id")));
    }
    if !is_id(&id) {
        return Ok(failed(rules::BAD_ID, &shown));
    }
    let wish = id;
    let id = settled(&wish, &imported, &bytes, options)?;
    let target = options.folder.join(&id).join("index.md");
    if let Some(link) = linked(&options.folder, &target, &original) {
        return Ok(failed(rules::NOT_PLAIN_FILE, &link.display().to_string()));
    }
    let made = Made { text: imported.markdown.clone(), pictures: imported.pictures.clone() };
    let place = Place { target: &target, original: target.with_file_name(&original), source: &bytes, made };
    let outcome = place.settle(options.force, |bytes| again(bytes, options, &original))?;
    if outcome == Outcome::Written && id != wish {
        let message = Diagnostic::note(rules::ANOTHER).in_file(&shown).arg("other", wish).arg("id", id);
        messages.push(message.help("help"));
    }
    if matches!(outcome, Outcome::Refused(_)) {
        messages.push(Diagnostic::error(rules::EDITED).in_file(target.display().to_string()).help("help"));
    }
    Ok(Report { outcome, target: Some(target), imported: Some(imported), messages, sources, paragraphs })
}

/// The name of the document: another one of its title keeps its own.
fn settled(
    wish: &str,
    imported: &Imported,
    bytes: &[u8],
    options: &RunOptions<'_>,
) -> anyhow::Result<String> {
    let marks = Marks::of(&imported.requisites);
    let chosen = options.id.is_some();
    let stands = |name: &str| {
        let folder = options.folder.join(name);
        let target = folder.join("index.md");
        if which::is_claimed(&target, &options.file, options.claimed) {
            return Ok(Stands::Other);
        }
        if !is_taken(&target) {
            return Ok(Stands::Nothing);
        }
        let Some((name, old)) = kept(&folder, &["original", ".original"]) else { return Ok(Stands::This(1)) };
        if chosen || old == bytes {
            return Ok(Stands::This(100));
        }
        let Some(before) =
            source::read(&old, &name).ok().map(|source| reimported(source.reading, options, &name))
        else {
            return Ok(Stands::This(1));
        };
        if Marks::of(&before.requisites).contradict(&marks) {
            return Ok(Stands::Other);
        }
        Ok(which::compared(body(&before.markdown), body(&imported.markdown)))
    };
    which::name(wish, &marks.endings(), stands)
}

/// What stands below the fields.
fn body(markdown: &str) -> &str {
    markdown.splitn(3, "---\n").nth(2).unwrap_or(markdown)
}

/// What an import makes of the bytes of an earlier original.
fn again(bytes: &[u8], options: &RunOptions<'_>, original: &str) -> Option<Made> {
    let imported = reimported(source::read(bytes, original).ok()?.reading, options, original);
    Some(Made { text: imported.markdown, pictures: imported.pictures })
}

fn reimported(reading: Reading, options: &RunOptions<'_>, original: &str) -> Imported {
    let id = Sources::default().add(original, reading.text.as_str());
    made_of(reading, id, options, original)
}

/// A paper by its head and its clauses, any other page by the fields of its kind.
fn made_of(reading: Reading, source: SourceId, options: &RunOptions<'_>, original: &str) -> Imported {
    match &options.target.official {
        Some(names) => import(reading, source, names, original),
        None => page::import(reading, source, &options.target, original, options.now),
    }
}

fn failed(rule: RuleId, shown: &str) -> Report {
    refused(source::fault(rule, shown))
}

fn refused(message: Diagnostic) -> Report {
    Report {
        outcome: Outcome::Failed,
        target: None,
        imported: None,
        messages: vec![message],
        sources: Sources::default(),
        paragraphs: false,
    }
}

fn is_id(id: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !id.is_empty() && id.len() <= 100 && id.chars().all(fits) && !id.starts_with('-') && !id.ends_with('-')
}
