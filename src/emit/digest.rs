//! What identifies the bytes of a file.

use sha2::{Digest as _, Sha256};

use crate::text::hex;

/// What identifies the bytes of a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Digest {
    /// Length in bytes.
    pub size: u64,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
}

impl Digest {
    /// The digest of bytes in memory.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }

    /// The hash as text.
    pub(super) fn name(&self) -> String {
        hex(&self.sha256)
    }
}
