//! The documents of one file: Markdown with fields before it, YAML fields, or a list of them.

use super::document::{Body, Document};
use super::front::{self, Words};
use super::place::{Place, take_body};
use super::tree::{self, Found};
use super::{debris, list};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::markup::Features;
use crate::schema::Schema;
use crate::schema::known::TITLE;
use crate::source::{SourceId, Sources};
use crate::yaml::{Entry, Node, Yaml};

pub(crate) const FOLDER_UNKNOWN: RuleId = RuleId("folder-unknown");
pub(crate) const DOCUMENT_UNKNOWN: RuleId = RuleId("document-unknown");
pub(crate) const FILE_EMPTY: RuleId = RuleId("file-empty");
pub(crate) const FIELDS_EXPECTED: RuleId = RuleId("fields-expected");

/// Reads the documents of one file.
pub(super) fn read(
    found: &Found,
    source: SourceId,
    sources: &Sources,
    schema: &Schema,
) -> (Vec<Document>, Vec<Diagnostic>) {
    let text = sources.get(source).text();
    let place = match place(&found.path, source, text, schema) {
        Ok(place) => place,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    if text.trim().is_empty() {
        let empty = Diagnostic::error(FILE_EMPTY).in_file(&found.path).help("help");
        return (vec![place.broken(Body::None, &mut Vec::new())], vec![empty]);
    }
    // Everything else in such a file may stand there twice: one message says it all.
    if let Some(merge) = debris::merge(text, source) {
        return (vec![place.broken(Body::None, &mut Vec::new())], vec![merge]);
    }
    if let Some(garbled) = debris::whole(text, source) {
        return (vec![place.broken(Body::None, &mut Vec::new())], vec![garbled]);
    }
    let (documents, mut problems) =
        if tree::ending(&found.path) == "md" { markdown(&place) } else { yaml(&place) };
    problems.extend(debris::find(text, source));
    (documents, problems)
}

/// The page of a file that cannot be read: links that lead to it are no mistakes of their own.
pub(super) fn unread(
    found: &Found,
    source: Option<SourceId>,
    sources: &Sources,
    schema: &Schema,
) -> Vec<Document> {
    let Some(source) = source.filter(|_| tree::ending(&found.path) == "md") else { return Vec::new() };
    let place = place(&found.path, source, sources.get(source).text(), schema);
    place.map(|place| place.broken(Body::None, &mut Vec::new())).into_iter().collect()
}

fn place<'a>(
    path: &str,
    source: SourceId,
    text: &'a str,
    schema: &'a Schema,
) -> Result<Place<'a>, Diagnostic> {
    let inner = path.strip_prefix("content/").unwrap_or(path);
    let first = inner.split('/').next().unwrap_or_default();
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let own_folder = stem.eq_ignore_ascii_case("index") && folder.matches('/').count() >= 2;
    let name = if own_folder { folder.rsplit('/').next().unwrap_or(stem) } else { stem };
    let (_, inside) = folder.split_once('/').unwrap_or_default();
    let only = if own_folder { inside.to_owned() } else { format!("{inside}/{stem}") };
    let (kind, name) = match (schema.kind_of_document(&only), schema.kind_of_folder(first)) {
        (Some(kind), _) => (kind, schema.kind(kind).id.as_str()),
        (None, Some(kind)) => (kind, name),
        (None, None) if schema.documents_in(first).next().is_some() => {
            return Err(unknown_document(path, (first, name), schema));
        }
        (None, None) => return Err(unknown_folder(first, schema)),
    };
    let features = Features { clauses: schema.kind(kind).behaviours.have_clauses() };
    Ok(Place {
        kind,
        source,
        folder: folder.to_owned(),
        own_folder,
        name: name.to_owned(),
        text,
        features,
        schema,
    })
}

/// A folder in which each document has its name.
fn unknown_document(path: &str, (folder, name): (&str, &str), schema: &Schema) -> Diagnostic {
    let known: Vec<&str> = schema.documents_in(folder).collect();
    let problem = Diagnostic::error(DOCUMENT_UNKNOWN).in_file(path).arg("name", name).arg("folder", folder);
    match nearest(name, known.iter().copied()).first() {
        Some(similar) => problem.arg("similar", *similar).help("help-similar"),
        None => problem.arg("known", known.join(", ")).help("help"),
    }
}

fn unknown_folder(folder: &str, schema: &Schema) -> Diagnostic {
    let mut known: Vec<&str> = schema.kinds.iter().map(|kind| kind.folder.as_str()).collect();
    known.dedup();
    let problem =
        Diagnostic::error(FOLDER_UNKNOWN).in_file(format!("content/{folder}")).arg("folder", folder);
    match nearest(folder, known.iter().copied()).first() {
        Some(similar) => problem.arg("similar", *similar).help("help-similar"),
        None => problem.arg("known", known.join(", ")).help("help"),
    }
}

/// A Markdown file: front matter and text.
fn markdown(place: &Place<'_>) -> (Vec<Document>, Vec<Diagnostic>) {
    let is_field = |word: &str| place.schema.is_field(word);
    let holds_words = |word: &str| place.holds_words(word);
    let takes_words = |word: &str| place.takes_words(word);
    let parts = match front::split(place.text, place.source, &is_field) {
        Ok(parts) => parts,
        Err(problem) => return (vec![place.broken(Body::None, &mut Vec::new())], vec![problem]),
    };
    let body = Body::Part(place.source.span(parts.body.start, parts.body.end));
    let (node, mut problems) = front::yaml(
        place.text,
        parts.front,
        place.source,
        &Words { is_field: &is_field, holds_words: &holds_words, takes_words: &takes_words },
    );
    let document = match node.filter(|node| holds_fields(node, &mut problems)) {
        Some(fields) => place.document(fields, body, None, &mut problems),
        None => place.broken(body, &mut problems),
    };
    (vec![document], problems)
}

/// A YAML file: one document, or a list of them.
fn yaml(place: &Place<'_>) -> (Vec<Document>, Vec<Diagnostic>) {
    let is_field = |word: &str| place.schema.is_field(word);
    let holds_words = |word: &str| place.holds_words(word);
    let takes_words = |word: &str| place.takes_words(word);
    let words = Words { is_field: &is_field, holds_words: &holds_words, takes_words: &takes_words };
    let (node, mut problems) = front::yaml(place.text, 0..front::end(place.text), place.source, &words);
    if let Some(list) = node.as_ref().filter(|node| matches!(node.value, Yaml::List(_))) {
        return list::read(place, list, problems);
    }
    let Some(mut node) = node.filter(|node| holds_fields(node, &mut problems)) else {
        return (vec![place.broken(Body::None, &mut problems)], problems);
    };
    let lone = |entry: &Entry| !place.knows(&entry.key) && place.entry(&node, TITLE).is_none();
    let is_list =
        |entry: &Entry| entry.key == "items" || matches!(entry.node.value, Yaml::List(_)) || lone(entry);
    if list::entry(place, &node).is_some_and(is_list) {
        return list::read(place, &node, problems);
    }
    let body = take_body(&mut node);
    let document = place.document(node, body, None, &mut problems);
    (vec![document], problems)
}

/// Whether a node is a mapping, or nothing at all; anything else is reported.
fn holds_fields(node: &Node, problems: &mut Vec<Diagnostic>) -> bool {
    let sound = matches!(node.value, Yaml::Map(_) | Yaml::Null);
    if !sound {
        problems.push(Diagnostic::error(FIELDS_EXPECTED).at(node.span).help("help"));
    }
    sound
}
