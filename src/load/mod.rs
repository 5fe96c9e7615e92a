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
#[cfg(test)]
mod tests;
mod tree;
mod walk;

pub(crate) use document::{Body, Document};
pub(crate) use fingerprint::Fingerprint;
pub(crate) use tree::{Found, Tree};

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::schema::{self, Declarations, Schema};
use crate::source::{SourceId, Sources};
use crate::theme::Theme;
use crate::yaml::{Node, Yaml};

/// Everything read from disk for one build.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The texts.
    pub(crate) sources: Arc<Sources>,
    /// The site's settings.
    pub(crate) config: Config,
    /// Kinds and vocabularies.
    pub(crate) schema: Schema,
    /// The theme.
    pub(crate) theme: Theme,
    /// The documents, in the order of their paths.
    pub(crate) documents: Vec<Document>,
    /// Files beside documents.
    pub(crate) files: Vec<Found>,
    /// Files that are published as they are, below `content/static/`.
    pub(crate) statics: Vec<Found>,
    /// The text of `content/addresses.lock`, if there is one.
    pub(crate) addresses: Option<(SourceId, String)>,
    /// The text of `content/purge.lock`, if there is one.
    pub(crate) purges: Option<(SourceId, String)>,
}

/// Reads the site at `root`.
///
/// # Errors
/// When the folder itself cannot be read. What is wrong inside single files is a message.
pub(crate) fn load(root: &Path) -> anyhow::Result<(Loaded, Vec<Diagnostic>)> {
    let mut problems = Vec::new();
    let Opened { mut tree, mut reader, config, theme, schema } = open(root, &mut problems)?;
    reader.attachments(&mut tree);
    let texts = reader.texts(&tree.documents);
    let addresses = tree.addresses.as_ref().and_then(|found| reader.text(found));
    let purges = tree.purges.as_ref().and_then(|found| reader.text(found));
    let sources = Arc::new(reader.into_sources());
    let whole = |id: Option<SourceId>| id.map(|id| (id, sources.get(id).text().to_string()));
    let (addresses, purges) = (whole(addresses), whole(purges));
    let parsed: Vec<(Vec<Document>, Vec<Diagnostic>)> =
        texts.par_iter().map(|(found, id)| file::read(found, *id, &sources, &schema)).collect();
    let mut documents = Vec::with_capacity(parsed.len());
    for (some, messages) in parsed {
        documents.extend(some);
        problems.extend(messages);
    }
    let loaded = Loaded {
        sources,
        config,
        schema,
        theme,
        documents,
        files: tree.files,
        statics: tree.statics,
        addresses,
        purges,
    };
    Ok((loaded, problems))
}

/// Reads only what a site declares, for commands that need no documents.
///
/// # Errors
/// As [`load`].
pub(crate) fn declared(root: &Path) -> anyhow::Result<(Schema, Vec<Diagnostic>)> {
    let mut problems = Vec::new();
    let schema = open(root, &mut problems)?.schema;
    Ok((schema, problems))
}

/// A site whose documents are still to be read.
struct Opened<'a> {
    tree: Tree,
    reader: read::Reader<'a>,
    config: Config,
    theme: Theme,
    schema: Schema,
}

/// Finds the files and reads what the rest is read by.
fn open<'a>(root: &'a Path, problems: &'a mut Vec<Diagnostic>) -> anyhow::Result<Opened<'a>> {
    let tree = walk::walk(root, problems)?;
    let mut reader = read::Reader::new(root, problems);
    let config = reader.site_file(&tree);
    let theme = reader.theme(&config);
    let schema = declarations(&mut reader, &theme, &tree);
    Ok(Opened { tree, reader, config, theme, schema })
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
