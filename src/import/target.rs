//! What a kind of documents offers to an import: its fields, by the words that people have for them.

use super::field_names::{FieldNames, Terms};

/// One kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Target {
    /// What one document of it is called.
    pub(crate) label: String,
    /// The fields of an official paper, when it takes those.
    pub(crate) official: Option<FieldNames>,
    /// All fields, in their order.
    pub(crate) offers: Vec<Offer>,
    /// The fields in which something begins and ends, when its documents happen on days.
    pub(crate) period: Option<(String, String)>,
    /// Its place in the menu of the site: the first is meant where several would do.
    pub(crate) place: i64,
}

/// One field.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    /// Its name in files.
    pub(crate) name: String,
    /// What people call it.
    pub(crate) label: String,
    /// Name, label and other names, folded.
    pub(crate) words: Vec<String>,
    /// What it takes.
    pub(crate) sort: Sort,
    /// The fields inside a group, with the words for each.
    pub(crate) inside: Vec<(String, Vec<String>)>,
    /// Whether it takes several.
    pub(crate) list: bool,
    /// Whether a document must have it.
    pub(crate) required: bool,
}

/// What a field takes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Sort {
    /// Any words.
    Words,
    /// A day, perhaps with an hour.
    Day,
    /// Words of a list.
    Term(Terms),
    /// A number.
    Number,
    /// A group, whose first field takes any words.
    Group(String),
    /// What an import does not read.
    Other,
}

impl Target {
    /// The field of a name.
    pub(crate) fn offer(&self, name: &str) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.name == name)
    }

    /// The field that must have a word of a list and has none by itself: what the document is.
    pub(crate) fn main_term(&self) -> Option<(&Offer, &Terms)> {
        self.offers.iter().filter(|offer| offer.required).find_map(|offer| match &offer.sort {
            Sort::Term(terms) => Some((offer, terms)),
            _ => None,
        })
    }

    /// Whether its documents happen on days and may stand in a list.
    pub(crate) fn is_scheduled(&self) -> bool {
        self.period.is_some()
    }
}

/// Of the kinds that would do, the one that stands first in the menu of the site.
pub(crate) fn foremost(targets: &[Target], is: impl Fn(&Target) -> bool) -> Option<usize> {
    let fit = targets.iter().enumerate().filter(|(_, target)| is(target));
    fit.min_by_key(|(at, target)| (target.place, *at)).map(|(at, _)| at)
}
