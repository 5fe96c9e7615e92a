//! What the lock comes to with the pages of a build.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry::Entry;
use super::first::FirstNames;
use crate::diagnostic::Diagnostic;
use crate::field::PageId;
use crate::model::{Page, Redirect};

const HEADING: &str =
    "# Постоянные адреса страниц. Этот файл ведёт программа kabinet; храните его вместе с содержимым.\n";

/// What the lock has to say about a build.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    /// Former addresses and where they lead.
    pub(in crate::model) redirects: Vec<Redirect>,
    /// The names under which renamed documents were first published.
    pub(in crate::model) first_names: BTreeMap<PageId, String>,
    /// Whether any address is new, moved or gone: an edited text alone changes none.
    pub(super) changed: bool,
    /// What there is to say of addresses.
    pub(in crate::model) problems: Vec<Diagnostic>,
    /// Whether documents were sought by what they say, so that another text may make another lock.
    pub(in crate::model) by_text: bool,
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
    /// Whether any address is new, moved or gone since the lock was written.
    pub(crate) fn is_news(&self) -> bool {
        self.changed
    }

    /// The text of the lock after a build with these pages.
    pub(crate) fn text(&self, pages: &[Arc<Page>]) -> String {
        let mut text = HEADING.to_owned();
        for Line { name, entry, said, first } in &self.lines {
            let fingerprint = said.map_or(entry.fingerprint.as_str(), |id| pages[id.0].fingerprint.as_str());
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
