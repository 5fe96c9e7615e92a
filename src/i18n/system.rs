//! Words for what the operating system refuses.

use super::{Arg, Lang, text};
use std::io::{Error, ErrorKind};

/// What went wrong with a file or a folder, in a language; unknown troubles keep the system's own words.
#[must_use]
pub fn io_error(error: &Error, lang: Lang) -> String {
    key(error).map_or_else(|| error.to_string(), |key| text(lang, key, &[]))
}

/// The same as an argument of a message.
#[must_use]
pub fn io_cause(error: &Error) -> Arg {
    key(error).map_or_else(|| Arg::Text(error.to_string()), Arg::Key)
}

fn key(error: &Error) -> Option<&'static str> {
    Some(match error.kind() {
        ErrorKind::NotFound => "io-not-found",
        ErrorKind::PermissionDenied => "io-permission-denied",
        ErrorKind::AlreadyExists => "io-already-exists",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "io-storage-full",
        ErrorKind::ReadOnlyFilesystem => "io-read-only",
        ErrorKind::NotADirectory => "io-not-a-folder",
        ErrorKind::IsADirectory => "io-is-a-folder",
        ErrorKind::DirectoryNotEmpty => "io-folder-not-empty",
        ErrorKind::InvalidFilename => "io-invalid-name",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "io-busy",
        ErrorKind::AddrInUse => "io-address-in-use",
        ErrorKind::UnexpectedEof => "io-cut-short",
        ErrorKind::OutOfMemory => "io-out-of-memory",
        ErrorKind::FileTooLarge => "io-too-large",
        // The system says so of many things; we say it of what is no plain file.
        ErrorKind::InvalidInput if error.raw_os_error().is_none() => "io-not-plain",
        _ => return numbered(error.raw_os_error()?),
    })
}

/// What the library has no kind for, by the numbers that Linux, macOS and the BSDs share.
fn numbered(code: i32) -> Option<&'static str> {
    if !cfg!(unix) {
        return None;
    }
    match code {
        5 => Some("io-failing"),
        18 => Some("io-other-disk"),
        23 | 24 => Some("io-too-many-open"),
        _ => None,
    }
}

/// An error that is no mistake of an author (disk, network) with its causes: «не удалось …: нет прав».
#[must_use]
pub fn failure(error: &anyhow::Error, lang: Lang) -> String {
    let said = error.chain().map(|cause| match cause.downcast_ref::<Error>() {
        Some(io) => io_error(io, lang),
        None => cause.to_string(),
    });
    let mut parts: Vec<String> = said.collect();
    parts.dedup();
    parts.join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context as _;

    #[test]
    fn the_systems_refusals_are_said_in_russian() {
        let error = std::fs::read("/нет/такого").map(drop).context("Не удалось прочитать файл").unwrap_err();
        assert_eq!(failure(&error, Lang::Ru), "Не удалось прочитать файл: файл или папка не найдены");
        assert_eq!(io_error(&Error::from_raw_os_error(5), Lang::Ru), "диск или сеть отвечают ошибкой");
    }
}
