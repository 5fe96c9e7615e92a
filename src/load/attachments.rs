//! The files that are published as they are, judged before anything is drawn.

use rayon::prelude::*;

use super::tree::Found;
use crate::diagnostic::{Diagnostic, Severity};
use crate::media::{self, Finding, Shelf};
use crate::source::Sources;

/// Lines longer than this are not shown in messages.
const LONGEST_LINE: usize = 2_000;

/// Judges files, measures pictures, marks those that an error keeps from being published, and returns what there is to say. What
/// harms nobody until the file is published stays with the file.
pub(super) fn check(files: &mut [Found], shelf: Shelf, sources: &mut Sources) -> Vec<Diagnostic> {
    let judged: Vec<Option<Finding>> = files
        .par_iter_mut()
        .map(|file| {
            if file.refused {
                return None;
            }
            file.picture = media::size(&file.path, &file.disk);
            media::judge(&file.path, &file.disk, shelf)
        })
        .collect();
    let mut messages = Vec::new();
    for (file, finding) in files.iter_mut().zip(judged) {
        let Some(finding) = finding else { continue };
        let mild = finding.is_mild() && shelf == Shelf::Beside;
        let message = placed(finding, file, sources);
        if mild {
            file.said = Some(message);
        } else {
            file.refused = message.severity == Severity::Error;
            messages.push(message);
        }
    }
    messages
}

/// Puts a message at its place in a text, or at the file.
fn placed(finding: Finding, file: &Found, sources: &mut Sources) -> Diagnostic {
    match finding.place {
        Some((text, place)) if line_of(&text, place.start).len() <= LONGEST_LINE => {
            let source = sources.add(&file.path, text);
            finding.message.at(source.span(place.start, place.end))
        }
        _ => finding.message.in_file(&file.path),
    }
}

fn line_of(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    text[start..].split('\n').next().unwrap_or_default()
}
