//! Files → Documents: the walk over `content/`, decoding, front matter, YAML, and the outline of each text.
//!
//! Reads the disk and nothing else does before `render`. Knows what a document looks like on disk, not what
//! its fields mean.

mod attachments;
mod debris;
mod declare;
mod declared;
mod document;
mod documents;
mod file;
mod fingerprint;
mod flat;
mod front;
mod last;
mod links;
mod list;
mod loaded;
mod paper;
mod place;
mod published;
mod read;
pub(crate) mod signatures;
mod stamp;
mod store;
mod sums;
mod syntax;
#[cfg(test)]
mod tests;
mod tree;
mod walk;

pub(crate) use declared::Declared;
pub(crate) use document::{Body, Document, Documents};
pub(crate) use fingerprint::Fingerprint;
pub(crate) use loaded::Loaded;
pub(crate) use paper::Paper;
pub(crate) use published::of_published;
pub(crate) use stamp::Stamp;
pub(crate) use store::Store;
pub(crate) use tree::Found;

use std::path::Path;
use std::sync::Arc;

use crate::derive::Workshop;
use crate::diagnostic::Diagnostic;
use crate::ledger::Ledger;
use last::Last;
use tree::Files;

/// Reads the site at `root`, and only what the store does not hold.
///
/// # Errors
/// When the folder itself cannot be read. What is wrong inside single files is a message.
pub(crate) fn load(
    root: &Path,
    store: &mut Store,
    workshop: &Workshop,
) -> anyhow::Result<(Loaded, Vec<Diagnostic>)> {
    let mut last = store.begin(root)?;
    let declared = declarations(root, store, &mut last);
    let files = files(store, &mut last, workshop);
    let anew = documents::fill(&mut last.documents, &last.tree.documents, store, &declared.schema);
    let mut problems = last.problems.clone();
    problems.extend(declared.messages.iter().chain(&files.messages).cloned());
    told_once(&mut problems);
    let mut reader = read::Reader::new(root, store, &mut problems);
    let mut lock = |found: &Option<Found>| {
        let id = reader.text(found.as_ref()?)?;
        Some((id, reader.whole(id)))
    };
    let (addresses, purges) = (lock(&last.tree.addresses), lock(&last.tree.purges));
    let ledger = Arc::new(Ledger::read(lock(&last.tree.proofs).as_ref()));
    problems.extend(ledger.messages.iter().cloned());
    let sums = sums::of(&ledger, &files.beside, declared.config.keep_authors, store);
    let (documents, said) = last.all(&anew);
    problems.extend(said);
    store.end(last);
    let sources = Arc::new(store.sources.clone());
    let Files { beside, statics, .. } = files;
    Ok((
        Loaded { sources, declared, documents, files: beside, statics, addresses, purges, ledger, sums },
        problems,
    ))
}

/// Settings that are refused, since a link or a folder lies in their place, are not called missing as well.
fn told_once(problems: &mut Vec<Diagnostic>) {
    let missing = |said: &Diagnostic| said.rule == read::SITE_FILE_MISSING;
    let settings = |said: &&Diagnostic| said.path.as_deref() == Some(read::SITE_FILE);
    if problems.iter().filter(settings).any(|said| !missing(said)) {
        problems.retain(|said| !missing(said));
    }
}

/// What documents are read by: as it was, while nothing has touched it.
fn declarations(root: &Path, store: &mut Store, last: &mut Last) -> Arc<Declared> {
    if let Some(declared) = last.declared.as_ref().filter(|_| last.stands.declared) {
        return Arc::clone(declared);
    }
    let theme =
        last.declared.as_ref().filter(|_| last.stands.theme).map(|declared| Arc::clone(&declared.theme));
    let declared = declare::read(root, (&last.tree, theme), store, last.declared.as_ref());
    if !last.declared(&declared) {
        store.read_again();
    }
    declared
}

/// The files that are published as they are: as they were, while nothing has touched them.
fn files(store: &mut Store, last: &mut Last, workshop: &Workshop) -> Files {
    if let Some(files) = last.files.as_ref().filter(|_| last.stands.files) {
        return files.clone();
    }
    let tree = &mut last.tree;
    let found = match store.stays() {
        true => (tree.files.clone(), tree.statics.clone()),
        false => (std::mem::take(&mut tree.files), std::mem::take(&mut tree.statics)),
    };
    let files = attachments::judge(found, last.files.as_ref(), store, workshop);
    last.files = Some(files.clone());
    last.stands.files = true;
    files
}

/// Reads only what a site declares, for commands that need no documents.
///
/// # Errors
/// As [`load`].
pub(crate) fn declared(root: &Path) -> anyhow::Result<(Arc<Declared>, Vec<Diagnostic>)> {
    let mut store = Store::default();
    let mut last = store.begin(root)?;
    let declared = declarations(root, &mut store, &mut last);
    let problems = last.problems.iter().chain(&declared.messages).cloned().collect();
    Ok((declared, problems))
}
