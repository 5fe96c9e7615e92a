//! Documents: one entry of content as it is written.

use std::sync::Arc;

use super::fingerprint::Fingerprint;
use crate::blocks::Blocks;
use crate::diagnostic::Diagnostic;
use crate::markup::Outline;
use crate::schema::KindIndex;
use crate::source::{SourceId, Sources, Span};
use crate::yaml::Node;

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

impl Body {
    /// The text; empty when there is none.
    pub(crate) fn text<'a>(&'a self, sources: &'a Sources) -> &'a str {
        match self {
            Self::None => "",
            Self::Part(span) => sources.slice(*span),
            Self::Value(text, _) => text,
        }
    }

    /// Where it stands in its file.
    pub(crate) fn place(&self) -> Option<Span> {
        match self {
            Self::None => None,
            Self::Part(span) | Self::Value(_, span) => Some(*span),
        }
    }
}

/// What a document may be called by others.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Called {
    /// The id that it gives itself, and where.
    pub(crate) given: Option<(String, Span)>,
    /// The id that is made of this, or of the name of its file; may be empty.
    pub(crate) slug: String,
    /// Its title, folded for comparison.
    pub(crate) title: Option<String>,
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
    /// What others may call it.
    pub(crate) called: Called,
    /// The place to point at when it is meant as a whole.
    pub(crate) span: Span,
    /// The place to point at for what its fields lack: the name of one of them.
    pub(crate) head: Span,
    /// Its fields: always a mapping.
    pub(crate) fields: Node,
    /// Its text.
    pub(crate) body: Body,
    /// Headings, clauses, links and plain text.
    pub(crate) outline: Arc<Outline>,
    /// What it says, as a short number.
    pub(crate) fingerprint: Fingerprint,
    /// Whether its fields could not be read. It stands for its name, so that what points to it is not
    /// reported as well.
    pub(crate) broken: bool,
}

/// Documents in the order of their paths.
pub(crate) type Documents = Blocks<Arc<Document>>;

impl Document {
    /// Whether another reading of the same document says the same but for its text.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        let place = |one: &Self| (one.kind, one.source, one.own_folder, one.span, one.head, one.broken);
        place(self) == place(other)
            && self.folder == other.folder
            && self.name == other.name
            && self.called == other.called
            && self.fields == other.fields
    }
}

/// The documents of a file, and what there is to say of them.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) documents: Vec<Arc<Document>>,
    pub(super) messages: Vec<Diagnostic>,
}
