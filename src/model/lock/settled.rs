//! What the lock comes to with the pages of a build.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry::Entry;
use super::first::FirstNames;
use crate::diagnostic::Diagnostic;
use crate::field::PageId;
use crate::model::{Pages, Redirect};

const HEADING: &str =
    "# Постоянные адреса страниц. Этот файл ведёт программа kabinet; храните его вместе с содержимым.\n";

/// What the lock has to say about a build.
#[derive(Debug)]
pub(crate) struct Settled {
    /// Of documents.
    pub(in crate::model) documents: Arc<OfDocuments>,
    /// Of what the site makes under addresses of its own.
    pub(super) made: Part,
}

/// What it has to say of documents.
#[derive(Debug, Default)]
pub(crate) struct OfDocuments {
    pub(super) part: Part,
    /// The names under which renamed documents were first published.
    pub(in crate::model) first_names: Arc<BTreeMap<PageId, String>>,
    /// Whether documents were sought by what they say, so that another text may make another lock.
    pub(in crate::model) by_text: bool,
}

/// What it has to say of some addresses.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Former addresses and where they lead.
    pub(super) redirects: Vec<Redirect>,
    /// Whether any address is new, moved or gone: an edited text alone changes none.
    pub(super) changed: bool,
    /// What there is to say of addresses.
    pub(super) problems: Vec<Diagnostic>,
    /// The lines of the lock after this build.
    pub(super) lines: Vec<Line>,
}

/// A line of the lock.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) name: String,
    pub(super) entry: Entry,
    /// The page whose fingerprint stands in the line, instead of that of the entry.
    pub(super) said: Option<PageId>,
    /// The name under which the document was first published, if that is another.
    pub(super) first: Option<String>,
}

impl Settled {
    fn parts(&self) -> [&Part; 2] {
        [&self.documents.part, &self.made]
    }

    /// Whether any address is new, moved or gone since the lock was written.
    pub(crate) fn is_news(&self) -> bool {
        self.parts().into_iter().any(|part| part.changed)
    }

    /// What there is to say of addresses.
    pub(in crate::model) fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.parts().into_iter().flat_map(|part| &part.problems)
    }

    /// Former addresses and where they lead.
    pub(in crate::model) fn redirects(&self) -> impl Iterator<Item = &Redirect> {
        self.parts().into_iter().flat_map(|part| &part.redirects)
    }

    /// The text of the lock after a build with these pages.
    pub(crate) fn text(&self, pages: &Pages) -> String {
        let mut text = HEADING.to_owned();
        for Line { name, entry, said, first } in self.parts().into_iter().flat_map(|part| &part.lines) {
            let fingerprint = said.map_or(entry.fingerprint.as_str(), |id| pages[id].fingerprint.as_str());
            text.push_str(&[name, fingerprint, &entry.address].join("\t"));
            for former in &entry.former {
                text.push('\t');
                text.push_str(former);
            }
            text.push('\n');
            first.iter().for_each(|first| FirstNames::write(&mut text, name, first));
        }
        text
    }
}
