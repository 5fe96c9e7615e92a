//! Content hashes in hexadecimal.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Returns the SHA-256 of the bytes.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
