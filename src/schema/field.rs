//! Fields: what may be written into a document of a kind.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::VocabularyIndex;
use crate::diagnostic::suggest::Names;
use crate::text::key;
use crate::yaml::Node;

/// One declared field.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// The name in files and templates.
    pub(crate) name: String,
    /// The Russian label, shown to people and accepted as a key.
    pub(crate) label: String,
    /// Other accepted names.
    pub(crate) aliases: Vec<String>,
    /// The type of the value, or of one item when `list` is set.
    pub(crate) kind: FieldType,
    /// Whether several values may be given.
    pub(crate) list: bool,
    /// Whether it must be there.
    pub(crate) need: Need,
    /// The least number, or the least length of a text in characters.
    pub(crate) min: Option<f64>,
    /// The greatest number, or the greatest length of a text in characters.
    pub(crate) max: Option<f64>,
    /// The value of documents that do not give one.
    pub(crate) default: Option<Node>,
    /// A value to show in messages.
    pub(crate) example: Option<String>,
    /// What the field is for, in Russian.
    pub(crate) help: Option<String>,
    /// The heading under which the target of a relation lists what points to it.
    pub(crate) reverse: Option<String>,
}

/// How much a field is wanted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Need {
    /// May be left out.
    Optional,
    /// Its absence is a warning.
    Recommended,
    /// Its absence is an error.
    Required,
}

/// The type of a value.
#[derive(Clone, Debug)]
pub(crate) enum FieldType {
    /// A line of text.
    Text,
    /// Formatted text.
    Markdown,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A day, or a day with a time when the flag is set.
    Date {
        /// Whether a time of day is expected.
        time: bool,
    },
    /// Yes or no.
    Boolean,
    /// A web address.
    Url,
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A value of a vocabulary.
    Term(VocabularyIndex),
    /// Another document.
    Relation {
        /// Ids of the kinds it may be of; any when empty.
        to: Vec<String>,
        /// Whether plain text is accepted where no document exists.
        or_text: bool,
    },
    /// Fields inside a field.
    Group(Fields),
    /// A file of the site.
    File,
    /// A picture with its description.
    Image,
    /// A school year, from September to August.
    SchoolYear,
}

impl FieldType {
    /// The name of the type as written in kinds, which is also the key of its name in messages.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Date { time: false } => "date",
            Self::Date { time: true } => "datetime",
            Self::Boolean => "boolean",
            Self::Url => "url",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Term(_) => "term",
            Self::Relation { .. } => "relation",
            Self::Group(_) => "group",
            Self::File => "file",
            Self::Image => "image",
            Self::SchoolYear => "school_year",
        }
    }
}

/// The fields of a kind or of a group, in their declared order, found by any of their names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields {
    list: Vec<Field>,
    by_name: BTreeMap<String, usize>,
    by_key: BTreeMap<String, usize>,
    near: OnceLock<Names>,
}

impl Fields {
    /// Adds a field; one of the same name is replaced in its place.
    pub(crate) fn put(&mut self, field: Field) {
        self.near = OnceLock::new();
        let at = *self.by_name.entry(field.name.clone()).or_insert(self.list.len());
        for name in [&field.name, &field.label].into_iter().chain(&field.aliases) {
            self.by_key.insert(key(name), at);
        }
        if at == self.list.len() {
            self.list.push(field);
        } else {
            self.list[at] = field;
        }
    }

    /// The fields in their declared order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Field> {
        self.list.iter()
    }

    /// Finds a field by its name.
    pub(crate) fn get(&self, name: &str) -> Option<&Field> {
        self.by_name.get(name).map(|&at| &self.list[at])
    }

    /// Gathers the names of the fields and of those in groups, folded by [`key`].
    pub(crate) fn words(&self, words: &mut BTreeSet<String>) {
        words.extend(self.by_key.keys().cloned());
        for field in &self.list {
            if let FieldType::Group(fields) = &field.kind {
                fields.words(words);
            }
        }
    }

    /// The field nearest to a name that is none of theirs.
    pub(crate) fn nearest(&self, written: &str) -> Option<&Field> {
        let ways = self.list.iter().flat_map(|field| {
            let ways = [field.name.as_str(), field.label.as_str()].into_iter();
            ways.chain(field.aliases.iter().map(String::as_str)).map(|way| (field.name.as_str(), way))
        });
        self.near.get_or_init(|| Names::new(ways)).nearest(written).first().and_then(|name| self.get(name))
    }

    /// The one field whose label begins with a word: «Название» of «Название файла». For groups, whose few fields
    /// leave no doubt.
    pub(crate) fn begun(&self, written: &str) -> Option<&Field> {
        let word = format!("{} ", key(written));
        let mut begun = self.list.iter().filter(|field| key(&field.label).starts_with(&word));
        begun.next().filter(|_| begun.next().is_none())
    }

    /// Finds a field by any of its names, folded by [`key`].
    pub(crate) fn find_key(&self, folded: &str) -> Option<&Field> {
        self.by_key.get(folded).map(|&at| &self.list[at])
    }
}
