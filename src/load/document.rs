//! Documents: one entry of content as it is written.

use super::front::Words;
use super::walk::{self, Found};
use super::{debris, front, list};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::markup::{self, Features, Outline};
use crate::schema::known::TITLE;
use crate::schema::{CLAUSES, KindIndex, Schema};
use crate::source::{SourceId, Sources, Span};
use crate::text::key;
use crate::yaml::{Entry, Node, Within, Yaml};

pub(crate) const FOLDER_UNKNOWN: RuleId = RuleId("folder-unknown");
pub(crate) const FILE_EMPTY: RuleId = RuleId("file-empty");
pub(crate) const FIELDS_EXPECTED: RuleId = RuleId("fields-expected");

/// The Markdown text of a document.
#[derive(Clone, Debug, Default)]
pub(crate) enum Body {
    /// There is none.
    #[default]
    None,
    /// A stretch of the file.
    Part(Span),
    /// A value inside YAML, which may be indented or quoted there, and its place.
    Value(String, Span),
}

/// One entry of content: raw fields and a text.
#[derive(Debug)]
pub(crate) struct Document {
    /// Its kind, by its folder.
    pub(crate) kind: KindIndex,
    /// Its file.
    pub(crate) source: SourceId,
    /// The folder of its file, relative to the site's root.
    pub(crate) folder: String,
    /// Whether that folder is its own.
    pub(crate) own_folder: bool,
    /// The name of its file or folder, or what its list calls it.
    pub(crate) name: String,
    /// The place to point at when it is meant as a whole.
    pub(crate) span: Span,
    /// The place to point at for what its fields lack: the name of one of them.
    pub(crate) head: Span,
    /// Its fields: always a mapping.
    pub(crate) fields: Node,
    /// Its text.
    pub(crate) body: Body,
    /// Headings, clauses, links and plain text.
    pub(crate) outline: Outline,
    /// Whether its fields could not be read. It stands for its name, so that what points to it is not
    /// reported as well.
    pub(crate) broken: bool,
}

/// Where a file of documents stands.
pub(super) struct Place<'a> {
    pub(super) kind: KindIndex,
    pub(super) source: SourceId,
    pub(super) folder: String,
    pub(super) own_folder: bool,
    pub(super) name: String,
    pub(super) text: &'a str,
    pub(super) features: Features,
    pub(super) schema: &'a Schema,
}

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
    let (documents, mut problems) =
        if walk::ending(&found.path) == "md" { markdown(&place) } else { yaml(&place) };
    problems.extend(debris::find(text, source));
    (documents, problems)
}

fn place<'a>(
    path: &str,
    source: SourceId,
    text: &'a str,
    schema: &'a Schema,
) -> Result<Place<'a>, Diagnostic> {
    let inner = path.strip_prefix("content/").unwrap_or(path);
    let first = inner.split('/').next().unwrap_or_default();
    let Some(kind) = schema.kind_of_folder(first) else { return Err(unknown_folder(first, schema)) };
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let own_folder = stem.eq_ignore_ascii_case("index") && folder.matches('/').count() >= 2;
    let name = if own_folder { folder.rsplit('/').next().unwrap_or(stem) } else { stem };
    let features = Features { clauses: schema.kind(kind).behaviours.has(CLAUSES) };
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

fn unknown_folder(folder: &str, schema: &Schema) -> Diagnostic {
    let known: Vec<&str> = schema.kinds.iter().map(|kind| kind.folder.as_str()).collect();
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
    let parts = match front::split(place.text, place.source, &is_field) {
        Ok(parts) => parts,
        Err(problem) => return (vec![place.broken(Body::None, &mut Vec::new())], vec![problem]),
    };
    let body = Body::Part(place.source.span(parts.body.start, parts.body.end));
    let (node, mut problems) = front::yaml(
        place.text,
        parts.front,
        place.source,
        &Words { is_field: &is_field, holds_words: &holds_words },
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
    let words = Words { is_field: &is_field, holds_words: &holds_words };
    let (node, mut problems) = front::yaml(place.text, 0..place.text.len(), place.source, &words);
    if let Some(list) = node.as_ref().filter(|node| matches!(node.value, Yaml::List(_))) {
        return list::read(place, list, problems);
    }
    let Some(mut node) = node.filter(|node| holds_fields(node, &mut problems)) else {
        return (vec![place.broken(Body::None, &mut problems)], problems);
    };
    let holds_list = |node: &Node| matches!(node.value, Yaml::List(_));
    if node.get("items").is_some() || node.get_any(&list::ITEMS).is_some_and(holds_list) {
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

fn is_body(key: &str) -> bool {
    matches!(key.to_lowercase().as_str(), "body" | "текст")
}

/// Takes the text out of the fields of a YAML document.
pub(super) fn take_body(node: &mut Node) -> Body {
    let Yaml::Map(entries) = &mut node.value else { return Body::None };
    let Some(at) = entries.iter().position(|entry| is_body(&entry.key)) else { return Body::None };
    // Anything but a text stays among the fields, where it is reported.
    if !matches!(entries[at].node.value, Yaml::Text(_) | Yaml::Null) {
        return Body::None;
    }
    let entry = entries.remove(at);
    match entry.node.value {
        Yaml::Text(text) => Body::Value(text, entry.node.span),
        _ => Body::None,
    }
}

impl Place<'_> {
    /// Makes a document of this file; `name` is given for an item of a list.
    pub(super) fn document(
        &self,
        fields: Node,
        body: Body,
        name: Option<String>,
        problems: &mut Vec<Diagnostic>,
    ) -> Document {
        let mut outline = match &body {
            Body::None => Outline::default(),
            Body::Part(span) => {
                markup::outline(&self.text[span.range()], span.start as usize, self.source, self.features)
            }
            Body::Value(text, span) => {
                let mut outline = markup::outline(text, 0, self.source, self.features);
                let within = Within::new(text, &self.text[span.range()], *span);
                outline.moved(|range| within.place(range));
                outline
            }
        };
        problems.append(&mut outline.diagnostics);
        let title = self.entry(&fields, TITLE);
        let head = title.or(fields.entries().first()).map_or(fields.span, |entry| entry.key_span);
        let span = title.filter(|entry| entry.node.value != Yaml::Null).map_or(head, |entry| entry.node.span);
        let fields = match fields.value {
            Yaml::Map(_) => fields,
            _ => Node { value: Yaml::Map(Vec::new()), span: fields.span },
        };
        Document {
            kind: self.kind,
            source: self.source,
            folder: self.folder.clone(),
            own_folder: self.own_folder,
            name: name.unwrap_or_else(|| self.name.clone()),
            span,
            head,
            fields,
            body,
            outline,
            broken: false,
        }
    }

    /// Makes the document of a file whose fields could not be read.
    fn broken(&self, body: Body, problems: &mut Vec<Diagnostic>) -> Document {
        let nothing = Node { value: Yaml::Null, span: self.source.span(0, 0) };
        Document { broken: true, ..self.document(nothing, body, None, problems) }
    }

    /// The name of the field that a key stands for; the key itself when it stands for none.
    pub(super) fn field_name(&self, written: &str) -> String {
        let folded = key(written);
        let field = self.schema.kind(self.kind).fields.find_key(&folded);
        field.map_or(folded, |field| field.name.clone())
    }

    /// Whether a key may stand in a document.
    pub(super) fn knows(&self, written: &str) -> bool {
        is_body(written) || self.schema.kind(self.kind).fields.find_key(&key(written)).is_some()
    }

    /// Whether a key is that of a text, which may hold any signs.
    fn holds_words(&self, written: &str) -> bool {
        let field = self.schema.kind(self.kind).fields.find_key(&key(written));
        field.is_none_or(|field| field.kind.is_wordy())
    }

    /// The entry of a field, under whatever of its names it was written.
    pub(super) fn entry<'f>(&self, fields: &'f Node, name: &str) -> Option<&'f Entry> {
        fields.entries().iter().find(|entry| self.field_name(&entry.key) == name)
    }
}
