//! The names of what is kept.

use sha2::{Digest as _, Sha256};

use crate::text::{hex, unhex};

/// What is asked for: something that is made of a source.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) struct Key(String);

/// The hash of bytes.
pub(super) fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

impl Key {
    /// The key of an operation, said in words, on a source of this hash.
    pub(super) fn of(words: &str, source: &[u8; 32]) -> Self {
        let mut hash = Sha256::new();
        hash.update(words);
        hash.update([0]);
        hash.update(source);
        Self(hex(&hash.finalize()))
    }

    /// The name of a file that has what was asked for, and this hash.
    pub(super) fn name(&self, made: &[u8; 32], ending: &str) -> String {
        format!("{}-{}.{ending}", self.0, hex(made))
    }

    /// The key in a name that [`Key::name`] has given.
    pub(super) fn in_name(name: &str) -> Option<Self> {
        let (key, rest) = name.split_once('-')?;
        let (made, ending) = rest.split_once('.')?;
        let sound = |text: &str| unhex::<32>(text).is_some();
        let known = matches!(ending, "webp" | "jpg" | "png" | "json" | "document" | "archive");
        (sound(key) && sound(made) && known).then(|| Self(key.to_owned()))
    }
}
