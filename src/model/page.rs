//! Pages: documents with everything about them decided.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::{Attached, ByPage, Moment};
use crate::address::UrlPath;
use crate::behaviour::State;
use crate::field::{FieldText, Typed, Values, typed_at};
use crate::load::{Body, Fingerprint};
use crate::markup::{Frame, Link, Outline};
use crate::schema::{KindIndex, known};
use crate::source::{SourceId, Span};

/// Whether a page is shown to readers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Visibility {
    /// It is.
    Published,
    /// Its author has not finished it.
    Draft,
    /// Not before this day.
    Scheduled(Date),
    /// Not since this day.
    Expired(Date),
    /// It holds personal data without consent.
    Withheld,
}

/// Pages by their numbers.
pub(crate) type Pages = ByPage<Arc<Page>>;

/// One document of the site.
#[derive(Debug)]
pub(crate) struct Page {
    /// The id by which relations and links name it.
    pub(crate) name: String,
    /// Its kind.
    pub(crate) kind: KindIndex,
    /// Its file.
    pub(crate) source: SourceId,
    /// The place to point at when the document as a whole is meant: its title, else its beginning.
    pub(crate) span: Span,
    /// The folder of its file relative to the site's root, for links to files beside it.
    pub(crate) folder: String,
    /// Its address without the base path, from `/` to `/`.
    pub(crate) url: String,
    /// Its title.
    pub(crate) title: String,
    /// Its title, folded for comparison.
    pub(crate) title_key: String,
    /// A sentence or two about it; empty when none was given.
    pub(crate) summary: String,
    /// The date by which it is sorted and shown.
    pub(crate) date: Option<Moment>,
    /// The school year it belongs to, by the year in which that begins.
    pub(crate) school_year: Option<i16>,
    /// Whether it is shown.
    pub(crate) visibility: Visibility,
    /// Its status on the day of the build.
    pub(crate) state: Option<State>,
    /// Its typed fields.
    pub(crate) fields: Values,
    /// Its Markdown text.
    pub(crate) body: Body,
    /// Whether it is kept at the end of lists.
    pub(crate) archived: bool,
    /// Headings, clauses, links and plain text of the body.
    pub(crate) outline: Arc<Outline>,
    /// What it says, as a short number.
    pub(crate) fingerprint: Fingerprint,
    /// What the formatted texts among its fields hold, in the order of the file.
    pub(crate) texts: Vec<FieldText>,
    /// Its former addresses, as far as they can be some, and where each is written.
    pub(crate) former: Vec<(UrlPath, Span)>,
    /// Files published with it.
    pub(crate) attachments: Vec<Attached>,
    /// Their anchors, once asked for ([`super::Site::attachment_anchors`]).
    pub(super) attachment_anchors: OnceLock<Vec<String>>,
    /// Whether its fields could not be read, so that only its name is known.
    pub(crate) broken: bool,
}

impl Page {
    /// The value of a field, or of a field in a group for `group.field`.
    pub(crate) fn field(&self, path: &str) -> Option<&Typed> {
        typed_at(&self.fields, path)
    }

    /// The day or moment that a field holds; of several the first.
    pub(crate) fn moment(&self, path: &str) -> Option<Moment> {
        match path {
            known::DATE => self.date,
            path => self.field(path)?.value.items().next()?.moment(),
        }
    }

    /// Whether it has a file to load down: an attachment, or one in a field.
    pub(crate) fn has_file(&self) -> bool {
        let mut values = self.fields.values().flat_map(|typed| typed.value.items());
        !self.attachments.is_empty() || values.any(|value| value.is_download())
    }

    /// All links and images of its texts: those of the body first, then those of fields.
    pub(crate) fn links(&self) -> impl Iterator<Item = &Link> {
        self.outline.links.iter().chain(self.texts.iter().flat_map(|text| &text.links))
    }

    /// All frames of other sites in its texts.
    pub(crate) fn frames(&self) -> impl Iterator<Item = &Frame> {
        self.outline.frames.iter().chain(self.texts.iter().flat_map(|text| &text.frames))
    }

    /// Whether the map for search engines may name it.
    pub(crate) fn is_listed(&self) -> bool {
        self.field(known::NOINDEX).and_then(|typed| typed.value.flag()) != Some(true)
    }

    /// Whether readers see it.
    pub(crate) fn is_published(&self) -> bool {
        self.visibility == Visibility::Published
    }
}
