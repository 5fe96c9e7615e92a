//! The files that are published as they are, judged before anything is drawn.

use std::sync::Arc;

use rayon::prelude::*;

use super::paper::Paper;
use super::signatures;
use super::store::{Store, Verdict};
use super::tree::{Files, Found, ending};
use crate::derive::Workshop;
use crate::diagnostic::{Diagnostic, Severity};
use crate::media::{self, Finding, Looked, Shelf};
use crate::office::{self, Authors};

/// Lines longer than this are not shown in messages.
const LONGEST_LINE: usize = 2_000;

/// Judges the files beside documents and those of `content/static/`. Those that are what they were before stay the same
/// value.
pub(super) fn judge(
    (mut beside, mut statics): (Vec<Found>, Vec<Found>),
    before: Option<&Files>,
    store: &mut Store,
    workshop: &Workshop,
) -> Files {
    let mut messages = check(&mut beside, Shelf::Beside, store, workshop);
    messages.extend(signatures::pair(&mut beside));
    messages.extend(check(&mut statics, Shelf::Static, store, workshop));
    let same = before.filter(|before| *before.beside == beside && *before.statics == statics);
    match same {
        Some(before) => Files { messages, ..before.clone() },
        None => Files { beside: Arc::new(beside), statics: Arc::new(statics), messages },
    }
}

/// Judges files, measures pictures, marks those that an error keeps from being published, and returns what there is to
/// say. What harms nobody until the file is published stays with the file.
fn check(files: &mut [Found], shelf: Shelf, store: &mut Store, workshop: &Workshop) -> Vec<Diagnostic> {
    let known: Vec<Option<Verdict>> = files.iter().map(|file| store.verdict(file, shelf)).collect();
    let looked: Vec<Option<Seen>> = files
        .par_iter()
        .zip(&known)
        .map(|(file, known)| (known.is_none() && !file.refused).then(|| look(file, shelf, workshop)))
        .collect();
    let mut messages = Vec::new();
    for ((file, known), looked) in files.iter_mut().zip(known).zip(looked) {
        let verdict = known.unwrap_or_else(|| {
            let verdict = looked.map_or_else(Verdict::default, |looked| verdict(looked, file, shelf, store));
            store.judged(file, shelf, verdict.clone());
            verdict
        });
        file.picture = verdict.picture;
        file.paper = verdict.paper;
        file.authors = verdict.authors;
        file.said = verdict.said;
        // A link that was refused stays so.
        file.refused |= verdict.told.as_ref().is_some_and(|told| told.severity == Severity::Error);
        messages.extend(verdict.told);
    }
    messages
}

/// What was seen in a file.
struct Seen {
    looked: Looked,
    paper: Option<Arc<Paper>>,
    authors: Authors,
}

/// Looks at a file, and reads it when it is a document that anybody may have sent: what the keeper put into
/// `content/static/` is published as it is.
fn look(file: &Found, shelf: Shelf, workshop: &Workshop) -> Seen {
    let looked = media::look(&file.path, &file.disk, shelf);
    let grave = |finding: &Finding| finding.message.severity == Severity::Error;
    // What is larger than documents are may be an archive that nobody need look into.
    let ending = ending(&file.path);
    let is_left = ending == office::PACKED && file.stamp.size() > office::LIMIT;
    if shelf == Shelf::Beside && office::is_closed(&ending) && looked.finding.is_none() {
        let finding = office::Fault::Closed.message().map(Finding::from);
        return Seen { looked: Looked { finding, ..looked }, paper: None, authors: Authors::Untold };
    }
    let is_read = shelf == Shelf::Beside && office::is_read(&ending) && !is_left;
    if !is_read || looked.finding.as_ref().is_some_and(grave) {
        return Seen { looked, paper: None, authors: Authors::Untold };
    }
    let (paper, authors, fault) = match workshop.extract(&file.disk, &ending) {
        Ok(extract) => (Paper::of(&extract), extract.authors, extract.fault()),
        Err(fault) => (None, Authors::Untold, Some(fault)),
    };
    let found = fault.and_then(|fault| fault.message()).map(Finding::from);
    // Of a warning and an error the error is told.
    let finding = match looked.finding {
        Some(known) if !found.as_ref().is_some_and(grave) => Some(known),
        _ => found,
    };
    Seen { looked: Looked { finding, ..looked }, paper, authors }
}

fn verdict(Seen { looked, paper, authors }: Seen, file: &Found, shelf: Shelf, store: &mut Store) -> Verdict {
    let Looked { finding, picture } = looked;
    let of_document = |finding: &Finding| office::speaks_of(finding.message.rule);
    let mild = |finding: &Finding| finding.is_mild() || of_document(finding);
    let mild = shelf == Shelf::Beside && finding.as_ref().is_some_and(mild);
    let message = finding.map(|finding| placed(finding, file, store));
    let (told, said) = if mild { (None, message) } else { (message, None) };
    Verdict { told, said, picture, paper, authors }
}

/// Puts a message at its place in a text, or at the file.
fn placed(finding: Finding, file: &Found, store: &mut Store) -> Diagnostic {
    match finding.place {
        Some((text, place)) if line_of(&text, place.start).len() <= LONGEST_LINE => {
            let source = store.add(&file.path, text);
            finding.message.at(source.span(place.start, place.end))
        }
        _ => finding.message.in_file(&file.path),
    }
}

fn line_of(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    text[start..].split('\n').next().unwrap_or_default()
}
