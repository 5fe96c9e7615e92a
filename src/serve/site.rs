//! The files of a build by their addresses.

use std::path::PathBuf;
use std::sync::Arc;

use super::attachment::Attachment;
use super::message::Message;
use super::pages::{Lying, PageNote, Pages, Unpublished};
use crate::artifact::Content;

/// A site to look at.
pub(super) struct Site {
    pages: Arc<dyn Pages>,
    /// The only folders whose files are shown.
    folders: Vec<PathBuf>,
    /// Equal for equal sites.
    pub fingerprint: String,
}

/// What is shown of one output file.
pub(super) enum Held {
    /// Bytes made by the build.
    Bytes(Vec<u8>),
    /// A file of the site.
    File(Attachment),
    /// A file of the site that may not be shown any more.
    Gone,
    /// A page that cannot be drawn.
    Failed,
    /// A page that readers of the site do not see and that cannot be drawn, with what is wrong.
    Undrawn(Vec<Message>),
    /// Data of search that are still being made.
    Making,
}

/// What lies at an address.
pub(super) enum Found {
    /// A file, with its path.
    File(String, Held),
    /// A folder asked for without its closing slash.
    Folder,
    /// Nothing.
    Nothing,
}

impl Site {
    /// Takes over the output of a build. Files are shown out of these folders only.
    pub(super) fn new(pages: Arc<dyn Pages>, folders: &[PathBuf]) -> Self {
        Self { fingerprint: pages.fingerprint(), pages, folders: folders.to_vec() }
    }

    /// What is known of the page at a path.
    pub(super) fn note(&self, path: &str) -> Option<PageNote> {
        self.pages.note(path)
    }

    /// The address, below the base path, of the page that is written in a file; the first of several.
    pub(super) fn written_in(&self, source: &str) -> Option<String> {
        let path = self.pages.written_in(source)?;
        Some(path.strip_suffix("index.html").map(str::to_owned).unwrap_or(path))
    }

    /// What readers of the site do not see.
    pub(super) fn unpublished(&self) -> Vec<Unpublished> {
        self.pages.unpublished()
    }

    /// Looks an address up; `path` is decoded, below the base path, without its first slash.
    pub(super) fn find(&self, path: &str) -> Found {
        let is_folder = path.is_empty() || path.ends_with('/');
        let name = if is_folder { format!("{path}index.html") } else { path.to_owned() };
        match self.held(&name) {
            Some(held) => Found::File(name, held),
            None if !is_folder && self.pages.has(&format!("{path}/index.html")) => Found::Folder,
            None => Found::Nothing,
        }
    }

    /// The site's own page for addresses with nothing behind them.
    pub(super) fn not_found(&self) -> Option<Held> {
        self.held("404.html")
    }

    fn held(&self, path: &str) -> Option<Held> {
        Some(match self.pages.file(path)? {
            Lying::File(Content::Bytes(bytes)) => Held::Bytes(bytes),
            Lying::File(Content::File(path)) => {
                Attachment::find(&path, &self.folders).map_or(Held::Gone, Held::File)
            }
            // The preview is given bytes of what is made of a file.
            Lying::File(Content::Derived(_)) => Held::Gone,
            Lying::Failed => Held::Failed,
            Lying::Undrawn(why) => Held::Undrawn(why),
            Lying::Making => Held::Making,
        })
    }
}
