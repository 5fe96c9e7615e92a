//! The sum of what is published of a file, which of a document that names people where no reader looks is not the file
//! itself.

use std::path::Path;

use crate::disk::{self, Links};
use crate::office;
use crate::sum;

/// Texts of formats that any editor opens. Git and editors write the ends of their lines in one way or the other, and
/// no reader sees which.
const TEXTS: [&str; 8] = ["csv", "tsv", "txt", "md", "svg", "xml", "json", "ics"];

/// The sums that stand for what is published of a file: that of its bytes, and of a text, those of the same text with
/// other ends of lines. A file that was taken from a repository on another machine is the same to its readers.
///
/// # Errors
/// When it cannot be read.
pub(super) fn of_alike(file: &Path, nameless: bool) -> anyhow::Result<Vec<String>> {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let mut sums = vec![of_published(file, nameless)?];
    if ending.is_some_and(|ending| TEXTS.contains(&&*ending)) {
        let bytes = disk::read(file, office::LIMIT, Links::Refused)?;
        let plain = with_ends(&bytes, b"\n");
        sums.push(sum::of(&plain));
        sums.push(sum::of(&with_ends(&plain, b"\r\n")));
    }
    Ok(sums)
}

/// A text with these ends of lines.
fn with_ends(text: &[u8], end: &[u8]) -> Vec<u8> {
    let mut written = Vec::with_capacity(text.len());
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_suffix(b"\n") {
            Some(line) => {
                written.extend_from_slice(line.strip_suffix(b"\r").unwrap_or(line));
                written.extend_from_slice(end);
            }
            None => written.extend_from_slice(line),
        }
    }
    written
}

/// The sum of what is published of a file; `nameless` when the people whom it names where no reader looks are taken out.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn of_published(file: &Path, nameless: bool) -> anyhow::Result<String> {
    if !nameless {
        return Ok(sum::of_file(file)?);
    }
    let bytes = disk::read(file, office::LIMIT, Links::Refused)?;
    // What cannot be read is told by whoever publishes it.
    Ok(sum::of(&office::nameless(&bytes).unwrap_or(bytes)))
}
