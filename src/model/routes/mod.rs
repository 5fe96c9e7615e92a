//! Routes: every address of the site, planned before anything is drawn, with who owns it and whether it is listed.
//!
//! The one room that knows addresses. Link check, collisions, drawing, map, feeds, lock, report and preview read the
//! plan; what is not in it (besides the data of search and the theme's hashed files) is not published. An address is
//! kept by the file that lies there, in lower case, since some hosts and file systems know no letter case.

mod claims;
mod letters;
mod own;
mod owner;
mod paging;
mod places;
mod plan;
mod route;

use std::sync::Arc;

use places::Places;

use super::Agenda;
use crate::artifact::{OutPath, file_of};
use crate::schema::{Kind, KindIndex, Listing, Schema, TermRef, Vocabulary, VocabularyIndex};

pub(crate) use claims::{SEARCH_DATA, is_search_data};
use letters::alone;
pub(crate) use letters::{Letter, anchor, first_letter};
pub(super) use letters::{are_found_alike, letters, letters_anew};
pub(crate) use own::{ARCHIVE, CHANGES};
pub(crate) use owner::{DataForm, Goal, Owner, System};
pub(crate) use paging::{Leaf, PER_TERM_PAGE, leaves};
pub(crate) use plan::{
    CALENDAR, IN_ONE_SITEMAP, MANIFEST, MINE, MONTH, OPEN_SEARCH, PROOFS, SUBSCRIBE, TWIN, VIEW, WEEK,
};
pub(crate) use route::{Clash, Route};

/// All addresses of a site. Plans share what is the same in them.
#[derive(Clone, Debug, Default)]
pub(crate) struct RoutePlan {
    /// What the site makes of itself.
    made: Arc<Places>,
    /// Its documents, with what lies below their addresses.
    pages: Arc<Places>,
    /// Files that are published as they are.
    files: Arc<Places>,
    /// Former addresses.
    former: Arc<Places>,
    letters: Arc<Vec<Letter>>,
}

impl RoutePlan {
    /// What lies at an address without the base path.
    pub(crate) fn at(&self, address: &str) -> Option<&Route> {
        self.at_path(&file_of(address)?)
    }

    /// What lies at a file of the output.
    pub(crate) fn at_path(&self, path: &OutPath) -> Option<&Route> {
        let file = path.as_str().to_lowercase();
        self.layers().into_iter().find_map(|layer| layer.at(&file)).filter(|route| route.path == *path)
    }

    /// The layers in the order of precedence.
    fn layers(&self) -> [&Places; 4] {
        [&self.made, &self.pages, &self.files, &self.former]
    }

    /// All routes: what the site makes of itself, then documents, files, former addresses.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Route> {
        self.layers().into_iter().flat_map(Places::all)
    }

    /// The routes that the map for search engines names.
    pub(crate) fn listed(&self) -> impl Iterator<Item = &Route> {
        self.all().filter(|route| route.listed)
    }

    /// The routes whose addresses are promises: further pages and what has a name of its own are none.
    pub(crate) fn permanent(&self) -> impl Iterator<Item = &Route> {
        self.all().filter(|route| route.owner.is_permanent())
    }

    /// The address of a page that the site makes of itself; none when it makes no such page.
    pub(crate) fn of(&self, owner: Owner) -> Option<&str> {
        self.layers().into_iter().find_map(|layer| layer.of(owner)).map(|route| route.address.as_str())
    }

    /// The address of a page of a list.
    pub(crate) fn list(&self, kind: KindIndex, number: usize) -> Option<&str> {
        self.of(Owner::List(kind, number))
    }

    /// The address of a page of a term, if documents bear it and its vocabulary has pages.
    pub(crate) fn term(&self, term: TermRef, number: usize) -> Option<&str> {
        self.of(Owner::Term(term, number))
    }

    /// The address of the page that lists the terms of a vocabulary.
    pub(crate) fn vocabulary(&self, vocabulary: VocabularyIndex) -> Option<&str> {
        self.of(Owner::Vocabulary(vocabulary))
    }

    /// The address of a feed: of a kind, or of everything.
    pub(crate) fn feed(&self, kind: Option<KindIndex>) -> Option<&str> {
        self.of(Owner::Feed(kind))
    }

    /// The address of the open data of a list.
    pub(crate) fn data(&self, kind: KindIndex, form: DataForm) -> Option<&str> {
        self.of(Owner::Data(kind, form))
    }

    /// The feeds, that of everything first.
    pub(crate) fn feeds(&self) -> impl Iterator<Item = (Option<KindIndex>, &str)> {
        self.all().filter_map(|route| match route.owner {
            Owner::Feed(kind) => Some((kind, route.address.as_str())),
            _ => None,
        })
    }

    /// The address of a calendar, if it has events.
    pub(crate) fn calendar(&self, agenda: Agenda) -> Option<&str> {
        self.of(Owner::Calendar(agenda))
    }

    /// Addresses that two want.
    pub(crate) fn clashes(&self) -> impl Iterator<Item = &Clash> {
        self.layers().into_iter().flat_map(Places::clashes)
    }

    /// The letters of the index of all pages.
    pub(crate) fn letters(&self) -> &[Letter] {
        &self.letters
    }

    /// The same, to be shared with another plan.
    pub(super) fn letters_of_all(&self) -> Arc<Vec<Letter>> {
        Arc::clone(&self.letters)
    }

    /// Whether each letter of the index has a page of its own.
    pub(crate) fn letters_alone(&self) -> bool {
        alone(&self.letters)
    }
}

/// The address of a list's feed: beside its first page.
fn feed_of(listing: &Listing) -> String {
    format!("{}feed.xml", listing.address)
}

/// The address of a year of a list: in a folder of its own, where no document lies.
fn year_of(listing: &Listing, year: Option<i16>) -> String {
    let year = year.map_or_else(|| "none".to_owned(), |year| year.to_string());
    format!("{}year/{year}/", listing.address)
}

/// The address of a list's open data: beside its first page, named so that files of several lists lie side by side.
fn data_of(kind: &Kind, form: DataForm) -> Option<String> {
    let root = match &kind.document {
        Some(_) => Some(&kind.address).filter(|address| !address.contains('{')),
        None => kind.list.as_ref().map(|list| &list.address),
    };
    Some(format!("{}{}.{}", root?, kind.id, form.ending()))
}

/// The page over the terms of a vocabulary: the folder in which their pages lie; none when that is the root.
fn vocabulary_root(vocabulary: &Vocabulary) -> Option<&str> {
    let pattern = vocabulary.address.as_deref()?;
    let before = pattern.split("{id}").next().unwrap_or(pattern);
    let root = &before[..=before.rfind('/')?];
    (root != "/").then_some(root)
}

/// The address that a term would have; none when its vocabulary has no pages.
pub(super) fn term_address(schema: &Schema, term: TermRef) -> Option<String> {
    let pattern = schema.vocabulary(term.vocabulary).address.as_deref()?;
    let address = pattern.replace("{id}", &schema.term(term).id);
    let last = address.rsplit('/').next().unwrap_or_default();
    Some(if last.is_empty() || last.contains('.') { address } else { format!("{address}/") })
}
