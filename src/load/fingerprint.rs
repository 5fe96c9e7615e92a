//! What a document says, as a short number: `content/addresses.lock` knows a document by it whose file was renamed.

use sha2::{Digest, Sha256};

use crate::text::hex;

/// The fingerprint of a title and a text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Fingerprint {
    title: String,
    /// In hexadecimal.
    value: String,
}

impl Fingerprint {
    /// Makes it; the text is read whole.
    pub(crate) fn of(title: &str, text: &str) -> Self {
        let digest = Sha256::new().chain_update(title).chain_update([0]).chain_update(text.trim()).finalize();
        Self { title: title.to_owned(), value: hex(&digest[..8]) }
    }

    /// The fingerprint of the same text with the title that the document has at last: itself, unless that is another
    /// than the one that was written.
    pub(crate) fn titled<'t>(self, title: &str, text: impl FnOnce() -> &'t str) -> Self {
        if self.title == title { self } else { Self::of(title, text()) }
    }

    /// The number.
    pub(crate) fn as_str(&self) -> &str {
        &self.value
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn it_is_of_the_title_that_the_document_has_at_last() {
        let written = Fingerprint::of("План", "Текст.\n");
        assert_eq!(written.as_str(), "a83792140fd7d75a");
        assert_eq!(written.clone().titled("План", || unreachable!()), written);
        assert_eq!(written.titled("plan", || "Текст."), Fingerprint::of("plan", "Текст."));
    }
}
