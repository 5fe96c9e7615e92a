//! Typed values of fields.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};

use super::{FileId, PageId};
use crate::schema::TermRef;
use crate::source::Span;

/// A day, with a time when one was given.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct Moment {
    /// The day.
    pub(crate) date: Date,
    /// The time of day at the centre.
    pub(crate) time: Option<Time>,
}

/// A value of a field, typed by its declaration.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// A line of text.
    Text(String),
    /// Formatted text, as written.
    Markdown(String),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// A day or a moment.
    Date(Moment),
    /// A web address, a mail address or a telephone number: what is read and where it leads.
    Link {
        /// What is read.
        text: String,
        /// Where it leads: `https:`, `mailto:` or `tel:`.
        href: String,
    },
    /// A value of a vocabulary.
    Term(TermRef),
    /// Another document.
    Relation(Relation),
    /// Fields inside a field.
    Group(Fields),
    /// Several values.
    List(Vec<Typed>),
    /// A file of the site.
    File(FileId),
    /// A picture.
    Image(Image),
    /// A school year by the calendar year it begins in.
    SchoolYear(i16),
}

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Typed {
    /// The value.
    pub(crate) value: Value,
    /// Its place; for defaults, the place of the kind's declaration.
    pub(crate) span: Span,
}

/// The values of a document or a group by field name.
pub(crate) type Fields = BTreeMap<String, Typed>;

/// A pointer to another document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Relation {
    /// The id as written.
    pub(crate) id: String,
    /// The page, once found.
    pub(crate) page: Option<PageId>,
}

/// A picture and what it shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Image {
    /// The file.
    pub(crate) file: FileId,
    /// The description for those who do not see it; empty for decoration.
    pub(crate) alt: String,
}

impl Value {
    /// The items of a list; any other value is a list of one.
    pub(crate) fn items<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Value> + 'a> {
        match self {
            Self::List(items) => Box::new(items.iter().map(|typed| &typed.value)),
            other => Box::new(std::iter::once(other)),
        }
    }
}
