//! Where the files go: nothing that is there is written over.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Something lies where a file or a portal was to be made.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Taken(pub(crate) PathBuf);

/// Says whether a portal may be begun in a folder: it is not there, or nothing is in it but what version control and
/// the system keep (names that begin with a dot).
///
/// # Errors
/// When it cannot be looked into.
pub(crate) fn free_folder(folder: &Path) -> io::Result<Result<(), Taken>> {
    let entries = match folder.read_dir() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Ok(())),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let ours = [".gitignore", ".gitattributes"].iter().any(|own| name == *own);
        if ours || !name.to_string_lossy().starts_with('.') {
            return Ok(Err(Taken(entry.path())));
        }
    }
    Ok(Ok(()))
}

/// Says whether a page has its place already: a file of this name, or a folder as a page with files has one.
pub(crate) fn is_taken(page: &Path) -> bool {
    page.exists() || page.with_extension("").exists()
}

/// Writes a new file and its folders.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn create(path: &Path, text: &str) -> io::Result<Result<(), Taken>> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Made only if nothing is there, a link included.
    let mut file = match File::create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(Err(Taken(path.to_owned()))),
        file => file?,
    };
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(Ok(()))
}
