//! SHA-256 as people compare it: sixty-four figures and letters, the same that `sha256sum` and `certutil` print.

use std::fmt::Write as _;
use std::io::{self, Read as _};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::disk::{self, Links};

/// The sum of bytes.
#[must_use]
pub(crate) fn of(bytes: &[u8]) -> String {
    written(&Sha256::digest(bytes))
}

/// The sum of a plain file.
///
/// # Errors
/// When it is none, or the disk refuses.
pub(crate) fn of_file(path: &Path) -> io::Result<String> {
    let mut file = disk::open(path, Links::Refused)?;
    let (mut hasher, mut part) = (Sha256::new(), vec![0; 64 * 1024]);
    loop {
        match file.read(&mut part)? {
            0 => return Ok(written(&hasher.finalize())),
            length => hasher.update(&part[..length]),
        }
    }
}

/// Whether a text is a sum.
#[must_use]
pub(crate) fn is_one(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn written(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}
