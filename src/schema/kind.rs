//! Kinds: the types of documents.

use super::Fields;
use crate::behaviour::Behaviours;
use crate::legal::Due;
use crate::source::Span;

/// The place of a kind in its schema.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct KindIndex(pub(crate) usize);

/// One type of documents.
#[derive(Clone, Debug)]
pub(crate) struct Kind {
    /// The name in files and templates.
    pub(crate) id: String,
    /// What one document is called.
    pub(crate) label: String,
    /// What they are called together.
    pub(crate) title: String,
    /// What people call them besides, in commands.
    pub(crate) aliases: Vec<String>,
    /// Their folder below `content/`.
    pub(crate) folder: String,
    /// The one document that there may be, by its path below `content/` without an ending.
    pub(crate) document: Option<String>,
    /// For whom it is due.
    pub(crate) due: Due,
    /// The pattern of their addresses, with `{id}` and `{year}`.
    pub(crate) address: String,
    /// The template of a page.
    pub(crate) template: String,
    /// How they are listed, if they are.
    pub(crate) list: Option<Listing>,
    /// What the engine does for them beyond showing fields.
    pub(crate) behaviours: Behaviours,
    /// Names of the fields that cards carry.
    pub(crate) card: Vec<String>,
    /// Names of the fields that search offers to choose from.
    pub(crate) facets: Vec<String>,
    /// Whether the files of a document can be taken along in one archive.
    pub(crate) archive: bool,
    /// The fields, the common ones first.
    pub(crate) fields: Fields,
}

/// The list page of a kind.
#[derive(Clone, Debug)]
pub(crate) struct Listing {
    /// Its address.
    pub(crate) address: String,
    /// Where that is declared.
    pub(crate) span: Span,
    /// Its template.
    pub(crate) template: String,
    /// Field names; a leading `-` sorts downwards.
    pub(crate) sort: Vec<String>,
    /// Documents on one page of the list.
    pub(crate) per_page: usize,
    /// What the list is grouped by.
    pub(crate) group: Option<String>,
    /// Markdown shown above the list.
    pub(crate) intro: String,
    /// Place in the main menu.
    pub(crate) menu: Option<i64>,
    /// Whether each year of the list has pages of its own.
    pub(crate) years: bool,
    /// Whether the list has a feed of its own.
    pub(crate) feed: bool,
    /// Whether each of its pages has a feed of what belongs to it.
    pub(crate) page_feeds: bool,
    /// Whether the hours of all its pages are one calendar.
    pub(crate) hours: bool,
    /// The fields by whose pages and terms its events come into calendars of their own.
    pub(crate) calendars: Vec<String>,
}
