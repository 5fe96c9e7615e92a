//! Reading what documents are read by, unless it is what was read before.

use std::path::Path;
use std::sync::Arc;

use super::declared::Declared;
use super::read::Reader;
use super::store::Store;
use super::tree::{Found, Tree};
use crate::diagnostic::Diagnostic;
use crate::schema::{self, Declarations, Schema};
use crate::source::SourceId;
use crate::theme::{LOOK, Theme};
use crate::yaml::{Node, Yaml, setting};

/// Reads it, unless it is what was read before; `theme` is the theme of before, if nothing touched its files.
pub(super) fn read(
    root: &Path,
    (tree, theme): (&Tree, Option<Arc<Theme>>),
    store: &mut Store,
    before: Option<&Arc<Declared>>,
) -> Arc<Declared> {
    let mut messages: Vec<Diagnostic> = Vec::new();
    let mut reader = Reader::new(root, store, &mut messages);
    let (config, site) = reader.site_file(tree);
    let theme = reader.theme(&config, theme);
    let kinds = sources(&mut reader, &theme, "kinds/", &tree.kinds);
    let vocabularies = sources(&mut reader, &theme, "vocabularies/", &tree.vocabularies);
    let look = theme.file(LOOK).map(|bytes| reader.theme_text(&theme.shown(LOOK), bytes));
    let of_site = reader.texts_of(std::iter::once(&site));
    let (of_kinds, of_vocabularies) =
        (reader.texts_of(kinds.iter().chain([&look])), reader.texts_of(vocabularies.iter()));
    // What is said of parsed texts comes after what is said of them as texts.
    let same = |before: &&Arc<Declared>| {
        let texts =
            before.kinds == of_kinds && before.vocabularies == of_vocabularies && before.site == of_site;
        texts && before.theme == theme && before.messages[..before.of_files] == *reader.said()
    };
    if let Some(before) = before.filter(same) {
        return Arc::clone(before);
    }
    let of_files = reader.said().len();
    let schema = declarations(&mut reader, &kinds, &vocabularies, look);
    Arc::new(Declared {
        config: Arc::new(config),
        theme,
        schema,
        messages,
        of_files,
        kinds: of_kinds,
        vocabularies: of_vocabularies,
        site: of_site,
    })
}

/// The texts in a folder of declarations: the theme's, then the site's.
fn sources(reader: &mut Reader<'_>, theme: &Theme, folder: &str, own: &[Found]) -> Vec<Option<SourceId>> {
    let of_theme = theme.files_under(folder);
    let mut all: Vec<_> =
        of_theme.map(|(path, bytes)| Some(reader.theme_text(&theme.shown(path), bytes))).collect();
    all.extend(own.iter().map(|found| reader.text(found)));
    all
}

/// Reads kinds, vocabularies, and what the theme declares beside these.
fn declarations(
    reader: &mut Reader<'_>,
    kinds: &[Option<SourceId>],
    vocabularies: &[Option<SourceId>],
    look: Option<SourceId>,
) -> Schema {
    let mut declared = Declarations::default();
    for source in kinds {
        sort_kind(&mut declared, source.and_then(|source| reader.parse(source)));
    }
    for source in vocabularies {
        sort_vocabulary(&mut declared, source.and_then(|source| reader.parse(source)));
    }
    declared.look = look.and_then(|source| reader.parse(source));
    let (schema, messages) = schema::read(&declared);
    reader.report(messages);
    schema
}

fn sort_kind(declared: &mut Declarations, node: Option<Arc<Node>>) {
    let Some(node) = node else { return };
    match &node.value {
        Yaml::Map(_) if is_common(&node) => declared.common.push(node),
        _ => declared.kinds.push(node),
    }
}

/// What is declared for all kinds: fields and facets, under no name of a kind.
fn is_common(node: &Node) -> bool {
    let known = ["fields", "facets"].iter().filter(|name| setting(node, name).is_some()).count();
    setting(node, "kind").is_none() && known == node.entries().len()
}

fn sort_vocabulary(declared: &mut Declarations, node: Option<Arc<Node>>) {
    let Some(node) = node else { return };
    if setting(&node, "groups").is_some() || setting(&node, "near").is_some() {
        declared.synonyms.push(node);
    } else {
        declared.vocabularies.push(node);
    }
}
