//! Files → Documents: the walk over `content/`, decoding, front matter, YAML, and the outline of each text.
//!
//! Reads the disk and nothing else does before `render`. Knows what a document looks like on disk, not what
//! its fields mean.

mod attachments;
mod debris;
mod document;
mod file;
mod fingerprint;
mod front;
mod links;
mod list;
mod place;
mod read;
mod stamp;
mod store;
#[cfg(test)]
mod tests;
mod tree;
mod walk;

pub(crate) use document::{Body, Document};
pub(crate) use fingerprint::Fingerprint;
pub(crate) use stamp::Stamp;
pub(crate) use store::Store;
pub(crate) use tree::{Found, Tree};

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::schema::{self, Declarations, Schema};
use crate::source::{SourceId, Sources};
use crate::theme::{LOOK, Theme};
use crate::yaml::{Node, Yaml};
use store::Read;

/// Everything read from disk for one build.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The texts.
    pub(crate) sources: Arc<Sources>,
    /// The site's settings.
    pub(crate) config: Config,
    /// Kinds and vocabularies.
    pub(crate) schema: Schema,
    /// Equal for equal texts of kinds and vocabularies.
    pub(crate) declared: u64,
    /// The theme.
    pub(crate) theme: Arc<Theme>,
    /// The documents, in the order of their paths.
    pub(crate) documents: Vec<Arc<Document>>,
    /// Files beside documents.
    pub(crate) files: Vec<Found>,
    /// Files that are published as they are, below `content/static/`.
    pub(crate) statics: Vec<Found>,
    /// The text of `content/addresses.lock`, if there is one.
    pub(crate) addresses: Option<(SourceId, String)>,
    /// The text of `content/purge.lock`, if there is one.
    pub(crate) purges: Option<(SourceId, String)>,
}

/// Reads the site at `root`, and only what the store does not hold.
///
/// # Errors
/// When the folder itself cannot be read. What is wrong inside single files is a message.
pub(crate) fn load(root: &Path, store: &mut Store) -> anyhow::Result<(Loaded, Vec<Diagnostic>)> {
    let mut problems = Vec::new();
    store.begin();
    let Opened { mut tree, mut reader, config, theme, schema, declared } = open(root, store, &mut problems)?;
    reader.attachments(&mut tree);
    let texts = reader.texts(&tree.documents);
    let addresses = tree.addresses.as_ref().and_then(|found| reader.text(found));
    let purges = tree.purges.as_ref().and_then(|found| reader.text(found));
    store.end();
    let sources = Arc::new(store.sources.clone());
    let whole = |id: Option<SourceId>| id.map(|id| (id, sources.get(id).text().to_string()));
    let (addresses, purges) = (whole(addresses), whole(purges));
    let documents = documents(&texts, &sources, &schema, store, &mut problems);
    let loaded = Loaded {
        sources,
        config,
        schema,
        declared,
        theme: Arc::new(theme),
        documents,
        files: tree.files,
        statics: tree.statics,
        addresses,
        purges,
    };
    Ok((loaded, problems))
}

/// The documents of all texts, in the order of their paths.
fn documents(
    texts: &[(&Found, SourceId)],
    sources: &Sources,
    schema: &Schema,
    store: &mut Store,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Arc<Document>> {
    let known: Vec<Option<Arc<Read>>> =
        texts.iter().map(|(found, _)| store.kept(found).and_then(|kept| kept.read.clone())).collect();
    let read = |((found, id), known): (&(&Found, SourceId), Option<Arc<Read>>)| {
        known.unwrap_or_else(|| {
            let (documents, messages) = file::read(found, *id, sources, schema);
            Arc::new(Read { documents: documents.into_iter().map(Arc::new).collect(), messages })
        })
    };
    let read: Vec<Arc<Read>> = texts.par_iter().zip(known).map(read).collect();
    let mut documents = Vec::with_capacity(read.len());
    for ((found, _), read) in texts.iter().zip(read) {
        documents.extend(read.documents.iter().cloned());
        problems.extend(read.messages.iter().cloned());
        if let Some(kept) = store.kept(found) {
            kept.read = Some(read);
        }
    }
    documents
}

/// Reads only what a site declares, for commands that need no documents.
///
/// # Errors
/// As [`load`].
pub(crate) fn declared(root: &Path) -> anyhow::Result<(Schema, Vec<Diagnostic>)> {
    let mut problems = Vec::new();
    let schema = open(root, &mut Store::default(), &mut problems)?.schema;
    Ok((schema, problems))
}

/// A site whose documents are still to be read.
struct Opened<'a> {
    tree: Tree,
    reader: read::Reader<'a>,
    config: Config,
    theme: Theme,
    schema: Schema,
    declared: u64,
}

/// Finds the files and reads what the rest is read by.
fn open<'a>(
    root: &'a Path,
    store: &'a mut Store,
    problems: &'a mut Vec<Diagnostic>,
) -> anyhow::Result<Opened<'a>> {
    let tree = store.tree(root, problems)?;
    let mut reader = read::Reader::new(root, store, problems);
    let config = reader.site_file(&tree);
    let theme = reader.theme(&config);
    let schema = declarations(&mut reader, &theme, &tree);
    let kinds = theme.files_under("kinds/").map(|(path, _)| theme.shown(path));
    reader.read_by(kinds.chain(tree.kinds.iter().map(|found| found.path.clone())));
    let vocabularies = theme.files_under("vocabularies/").map(|(path, _)| theme.shown(path));
    let vocabularies = vocabularies.chain(tree.vocabularies.iter().map(|found| found.path.clone()));
    let declared = reader.declared(vocabularies);
    Ok(Opened { tree, reader, config, theme, schema, declared })
}

/// Reads kinds and vocabularies: the theme's, then the site's.
fn declarations(reader: &mut read::Reader<'_>, theme: &Theme, tree: &Tree) -> Schema {
    let mut declared = Declarations::default();
    for (path, bytes) in theme.files_under("kinds/") {
        sort_kind(&mut declared, reader.theme_yaml(&theme.shown(path), bytes));
    }
    for found in &tree.kinds {
        sort_kind(&mut declared, reader.yaml(found));
    }
    for (path, bytes) in theme.files_under("vocabularies/") {
        sort_vocabulary(&mut declared, reader.theme_yaml(&theme.shown(path), bytes));
    }
    for found in &tree.vocabularies {
        sort_vocabulary(&mut declared, reader.yaml(found));
    }
    let look = theme.file(LOOK);
    declared.look = look.and_then(|bytes| reader.theme_yaml(&theme.shown(LOOK), bytes));
    let (schema, messages) = schema::read(&declared);
    reader.report(messages);
    schema
}

fn sort_kind(declared: &mut Declarations, node: Option<Node>) {
    let Some(node) = node else { return };
    match &node.value {
        Yaml::Map(_) if node.get("kind").is_none() => declared.common.push(node),
        _ => declared.kinds.push(node),
    }
}

fn sort_vocabulary(declared: &mut Declarations, node: Option<Node>) {
    let Some(node) = node else { return };
    if node.get("groups").is_some() || node.get("near").is_some() {
        declared.synonyms.push(node);
    } else {
        declared.vocabularies.push(node);
    }
}
