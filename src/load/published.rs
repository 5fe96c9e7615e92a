//! The sum of what is published of a file, which of a document that names people where no reader looks is not the file
//! itself.

use std::path::Path;

use crate::disk::{self, Links};
use crate::office;
use crate::sum;

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
