//! Values of fields with their places, and what a value answers, whatever its type.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::ops::Deref;

use super::{FileId, Moment, PageId};
use crate::source::Span;
use crate::vocabulary::{TermRef, Vocabulary, VocabularyIndex};

/// Tells how what a value points to is called.
pub(crate) trait Lookup {
    /// A vocabulary.
    fn vocabulary(&self, index: VocabularyIndex) -> &Vocabulary;
    /// The title of a page that readers see.
    fn title(&self, page: PageId) -> Option<&str>;
    /// The name of a file in its folder.
    fn file_name(&self, file: FileId) -> &str;
}

/// What values are sorted by.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
pub(crate) enum Order {
    /// Numbers, days, places in a vocabulary.
    Number(f64),
    /// Words, folded by [`crate::text::key`].
    Text(String),
}

/// What templates are given of a value. Drawing makes their values of it in one place; a type that is made of what is
/// here needs nothing there.
#[derive(Clone, Debug)]
pub(crate) enum Plain<'v> {
    /// Words.
    Text(Cow<'v, str>),
    /// Formatted text.
    Markdown(&'v str),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// A day or a moment.
    Moment(Moment),
    /// A link.
    Href(&'v str),
    /// A value of a vocabulary.
    Term(TermRef),
    /// A page of the site; nothing where readers do not see it.
    Page(PageId),
    /// What could have a page and has none.
    Named(&'v str),
    /// A file to load down.
    File(FileId),
    /// A picture.
    Picture {
        /// Its file.
        file: FileId,
        /// What it shows, for those who do not see it; empty for decoration.
        alt: &'v str,
        /// What stands under it for all; empty for nothing.
        caption: &'v str,
    },
    /// Parts with names.
    Map(Vec<(&'static str, Plain<'v>)>),
    /// Fields inside a field.
    Fields(&'v Values),
    /// Several values.
    List(&'v [Typed]),
}

/// A value of some type. What a type does not answer, it does not have.
pub(crate) trait Datum: Debug + Send + Sync {
    /// What templates are given.
    fn plain(&self) -> Plain<'_>;

    /// What it is sorted by; values without it stand with those that are missing.
    fn order(&self) -> Option<Order> {
        None
    }

    /// Whether it is the value that a template names.
    fn is(&self, _wanted: &str, _lookup: &dyn Lookup) -> bool {
        false
    }

    /// What readers call it, as one that search is narrowed by.
    fn label(&self, _lookup: &dyn Lookup) -> String {
        String::new()
    }

    /// What a group of pages that have it is called.
    fn heading(&self, lookup: &dyn Lookup) -> String {
        self.label(lookup)
    }

    /// The words on the page that it gives; none for the titles of other pages.
    fn words(&self, lookup: &dyn Lookup) -> String {
        self.label(lookup)
    }

    /// Words that lead to it without standing on the page.
    fn keywords(&self, _lookup: &dyn Lookup, _found: &mut Vec<String>) {}

    /// A number or a length for the declared bounds.
    fn size(&self) -> Option<f64> {
        None
    }

    /// Whether its size is that of a text.
    fn is_lengthy(&self) -> bool {
        false
    }

    /// It as words, where it is words.
    fn text(&self) -> Option<&str> {
        None
    }

    /// It as a yes or no.
    fn flag(&self) -> Option<bool> {
        None
    }

    /// It as a day or a moment.
    fn moment(&self) -> Option<Moment> {
        None
    }

    /// The school year that it is, by the year in which that begins.
    fn school_year(&self) -> Option<i16> {
        None
    }

    /// The term that it is.
    fn term(&self) -> Option<TermRef> {
        None
    }

    /// The page that it points to.
    fn page(&self) -> Option<PageId> {
        None
    }

    /// The file that it names.
    fn file(&self) -> Option<FileId> {
        None
    }

    /// Whether the file that it names is there to be loaded down.
    fn is_download(&self) -> bool {
        false
    }

    /// The values of its fields.
    fn fields(&self) -> Option<&Values> {
        None
    }

    /// Its items, where it is several.
    fn list(&self) -> Option<&[Typed]> {
        None
    }
}

/// A value of a field, typed by its declaration. It is asked ([`Datum`]), never taken apart.
#[derive(Debug)]
pub(crate) struct Value(Box<dyn Datum>);

/// A value and where it was written.
#[derive(Debug)]
pub(crate) struct Typed {
    /// The value.
    pub(crate) value: Value,
    /// Its place; for defaults, the place of the kind's declaration.
    pub(crate) span: Span,
}

/// The values of a document or a group by field name.
pub(crate) type Values = BTreeMap<String, Typed>;

impl Value {
    /// A value.
    pub(crate) fn new(datum: impl Datum + 'static) -> Self {
        Self(Box::new(datum))
    }

    /// The items of a list; any other value is a list of one.
    pub(crate) fn items(&self) -> impl Iterator<Item = &Self> {
        let items = self.list();
        let alone = items.is_none().then_some(self);
        items.unwrap_or_default().iter().map(|typed| &typed.value).chain(alone)
    }
}

impl Deref for Value {
    type Target = dyn Datum;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl Typed {
    /// Comes to every single value, however deep, with the way to it: `registration.closes`.
    pub(crate) fn leaves<'v>(&'v self, path: &str, see: &mut dyn FnMut(&str, &'v Self)) {
        if let Some(items) = self.value.list() {
            items.iter().for_each(|item| item.leaves(path, see));
        } else if let Some(fields) = self.value.fields() {
            for (name, inner) in fields {
                inner.leaves(&format!("{path}.{name}"), see);
            }
        } else {
            see(path, self);
        }
    }
}
