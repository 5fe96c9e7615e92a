//! Where a file of documents stands, and how a document is made of what was read there.

use std::sync::Arc;

use super::document::{Body, Called, Document};
use super::fingerprint::Fingerprint;
use crate::diagnostic::Diagnostic;
use crate::markup::{self, Features, Outline};
use crate::schema::known::{ID, TITLE};
use crate::schema::{KindIndex, Schema};
use crate::source::SourceId;
use crate::text::key;
use crate::yaml::{Entry, Node, Within, Yaml};

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
        let name = name.unwrap_or_else(|| self.name.clone());
        let written = title.and_then(|entry| entry.node.text()).map_or(name.as_str(), str::trim);
        let text = match &body {
            Body::None => "",
            Body::Part(span) => &self.text[span.range()],
            Body::Value(text, _) => text,
        };
        let fingerprint = Fingerprint::of(written, text);
        let called = self.called(&fields, &name);
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
            name,
            called,
            span,
            head,
            fields,
            body,
            outline: Arc::new(outline),
            fingerprint,
            broken: false,
        }
    }

    /// What others may call a document of this name.
    fn called(&self, fields: &Node, name: &str) -> Called {
        let id = self.entry(fields, ID).map(|entry| &entry.node);
        let given = id.and_then(|node| Some((node.text()?.to_owned(), node.span)));
        let slug = markup::slug(given.as_ref().map_or(name, |(given, _)| given));
        let title = self.entry(fields, TITLE).and_then(|entry| entry.node.text()).map(key);
        Called { given, slug, title }
    }

    /// Makes the document of a file whose fields could not be read.
    pub(super) fn broken(&self, body: Body, problems: &mut Vec<Diagnostic>) -> Document {
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

    /// Whether a key is that of a text, which may hold any signs, or of words that need to be in no list.
    pub(super) fn holds_words(&self, written: &str) -> bool {
        let field = self.schema.kind(self.kind).fields.find_key(&key(written));
        let is_open = |vocabulary| self.schema.vocabulary(vocabulary).open;
        field.is_none_or(|field| field.kind.is_wordy() || field.kind.vocabulary().is_some_and(is_open))
    }

    /// Whether words may be the value of a key that mostly names a page.
    pub(super) fn takes_words(&self, written: &str) -> bool {
        let field = self.schema.kind(self.kind).fields.find_key(&key(written));
        field.is_some_and(|field| field.kind.takes_words())
    }

    /// The entry of a field, under whatever of its names it was written.
    pub(super) fn entry<'f>(&self, fields: &'f Node, name: &str) -> Option<&'f Entry> {
        fields.entries().iter().find(|entry| self.field_name(&entry.key) == name)
    }
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
