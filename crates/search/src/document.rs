//! What the generator hands over: pages, their sections, synonyms.

use serde::{Deserialize, Serialize};

/// Says whether a page still stands: in force, over, or neither.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// A document in force, an event to come.
    Current,
    /// Nothing is known, or nothing applies.
    #[default]
    Neutral,
    /// A superseded document, an event that is over.
    Past,
}

impl Standing {
    /// Returns the standing of a code.
    pub(crate) fn of(code: u64) -> Self {
        match code {
            0 => Self::Past,
            2 => Self::Current,
            _ => Self::Neutral,
        }
    }

    #[cfg(feature = "build")]
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Past => 0,
            Self::Neutral => 1,
            Self::Current => 2,
        }
    }
}

/// Describes one page as search sees it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PageDocument {
    /// The root-relative address, beginning with `/`; unique.
    pub url: String,
    /// The title, shown and matched.
    pub title: String,
    /// The id of the kind, such as `regulation`.
    pub kind: String,
    /// The label of the kind as a reader sees it.
    pub kind_label: String,
    /// The date of the page in days since 1970-01-01.
    pub date: Option<i32>,
    /// Whether the page still stands.
    pub standing: Standing,
    /// How many pages of the site point to it: of pages that say the same, readers mostly want the hub.
    pub links: u32,
    /// When it happens, if it is something that happens.
    pub occasion: Option<Occasion>,
    /// Pairs of facet id and value label, for filters and counts.
    pub facets: Vec<(String, String)>,
    /// Words that lead to the page but are not shown: numbers, dates in digits and words, aliases.
    pub keywords: Vec<String>,
    /// Labels and values of the fields of the page: the values are found, and shown where no text has the words.
    pub fields: Vec<(String, String)>,
    /// The titles of the pages that it names: they weigh little, and there is no phrase in them.
    pub related: Vec<String>,
    /// The sections in the order of the page.
    pub sections: Vec<SectionDocument>,
}

/// Says when a page happens: an event, a term of a competition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    /// The first day, in days since 1970-01-01.
    pub from: i32,
    /// The last day; not before the first.
    pub until: i32,
    /// What it is, as readers call it: `семинар`. Suggestions find the title by it as well.
    pub form: String,
}

/// Describes a stretch of a page that search can link to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionDocument {
    /// The anchor without `#`; empty for the lead of the page. Of a text with an address of its own it is that address,
    /// with an anchor there or without: `/news/plan.docx.html#p-2`.
    pub anchor: String,
    /// The heading, or the printed number of a clause.
    pub heading: String,
    /// The plain text.
    pub text: String,
}

/// The root-relative address of a part of a page: see [`SectionDocument::anchor`].
#[must_use]
pub fn address_of(page: &str, anchor: &str) -> String {
    match anchor {
        "" => page.to_owned(),
        address if address.starts_with('/') => address.to_owned(),
        anchor => format!("{page}#{anchor}"),
    }
}

/// Holds words and phrases that mean the same; the first is the preferred one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SynonymGroup {
    /// Abbreviations, words and phrases of several words.
    pub members: Vec<String>,
    /// They are only close to each other, as `график` and `расписание`: one stands for the other at a lower weight.
    #[serde(default)]
    pub near: bool,
}
