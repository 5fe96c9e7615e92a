//! The files that are published as they are, judged before anything is drawn.

use std::sync::Arc;

use rayon::prelude::*;

use super::store::{Store, Verdict};
use super::tree::{Files, Found};
use crate::diagnostic::{Diagnostic, Severity};
use crate::media::{self, Finding, Looked, Shelf};

/// Lines longer than this are not shown in messages.
const LONGEST_LINE: usize = 2_000;

/// Judges the files beside documents and those of `content/static/`. Those that are what they were before stay the same
/// value.
pub(super) fn judge(
    (mut beside, mut statics): (Vec<Found>, Vec<Found>),
    before: Option<&Files>,
    store: &mut Store,
) -> Files {
    let mut messages = check(&mut beside, Shelf::Beside, store);
    messages.extend(check(&mut statics, Shelf::Static, store));
    let same = before.filter(|before| *before.beside == beside && *before.statics == statics);
    match same {
        Some(before) => Files { messages, ..before.clone() },
        None => Files { beside: Arc::new(beside), statics: Arc::new(statics), messages },
    }
}

/// Judges files, measures pictures, marks those that an error keeps from being published, and returns what there is to
/// say. What harms nobody until the file is published stays with the file.
fn check(files: &mut [Found], shelf: Shelf, store: &mut Store) -> Vec<Diagnostic> {
    let known: Vec<Option<Verdict>> = files.iter().map(|file| store.verdict(file, shelf)).collect();
    let looked: Vec<Option<Looked>> = files
        .par_iter()
        .zip(&known)
        .map(|(file, known)| {
            (known.is_none() && !file.refused).then(|| media::look(&file.path, &file.disk, shelf))
        })
        .collect();
    let mut messages = Vec::new();
    for ((file, known), looked) in files.iter_mut().zip(known).zip(looked) {
        let verdict = known.unwrap_or_else(|| {
            let verdict = looked.map_or_else(Verdict::default, |looked| verdict(looked, file, shelf, store));
            store.judged(file, shelf, verdict.clone());
            verdict
        });
        file.picture = verdict.picture;
        file.said = verdict.said;
        // A link that was refused stays so.
        file.refused |= verdict.told.as_ref().is_some_and(|told| told.severity == Severity::Error);
        messages.extend(verdict.told);
    }
    messages
}

fn verdict(looked: Looked, file: &Found, shelf: Shelf, store: &mut Store) -> Verdict {
    let Looked { finding, picture } = looked;
    let mild = finding.as_ref().is_some_and(Finding::is_mild) && shelf == Shelf::Beside;
    let message = finding.map(|finding| placed(finding, file, store));
    let (told, said) = if mild { (None, message) } else { (message, None) };
    Verdict { told, said, picture }
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
