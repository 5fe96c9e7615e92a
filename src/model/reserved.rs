//! Outputs that the site makes of no document: who owns each, and what may not be put in its place.
//!
//! A worker or a search file of somebody else would be run or believed by every reader's browser, and a purge would
//! not reach it. So what is made by the program is listed here, before anything is drawn. Letter case does not
//! matter: some hosts and file systems know none.

use std::collections::{BTreeMap, BTreeSet};

use super::Site;
use crate::artifact::file_of;
use crate::schema::{Kind, Vocabulary, VocabularyIndex};

/// Who owns an output.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Owner<'a> {
    /// The home page.
    Home,
    /// The page for wrong addresses.
    Lost,
    /// The search page, the engine and its data.
    Search,
    /// The service worker.
    Worker,
    /// The map of the site.
    Map,
    /// Files for machines: feeds, `sitemap.xml`, `robots.txt`.
    Machines,
    /// The notices of others' licences.
    Licenses,
    /// What the program keeps for itself.
    Program,
    /// A list of a kind.
    List(&'a Kind),
    /// The pages of a vocabulary.
    Vocabulary(&'a Vocabulary),
}

impl Owner<'_> {
    /// The word that stands for it in translation files.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Lost => "lost",
            Self::Search => "search",
            Self::Worker => "worker",
            Self::Map => "map",
            Self::Machines => "machines",
            Self::Licenses => "licenses",
            Self::Program => "program",
            Self::List(_) => "list",
            Self::Vocabulary(_) => "vocabulary",
        }
    }

    /// What it is called by itself: the title of a list, the label of a vocabulary.
    pub(crate) fn title(&self) -> &str {
        match self {
            Self::List(kind) => &kind.title,
            Self::Vocabulary(vocabulary) => &vocabulary.label,
            _ => "",
        }
    }
}

/// The outputs of a site that no document has, by their paths in lower case.
#[derive(Debug)]
pub(crate) struct Reserved<'a> {
    files: BTreeMap<String, Owner<'a>>,
    /// Folders in which everything is owned.
    folders: BTreeMap<String, Owner<'a>>,
    /// Folders in which pages are owned, and other files are not: `map`, `events/page`.
    pages: BTreeMap<String, Owner<'a>>,
    /// The files as they are called: links are held against these.
    exact: BTreeSet<String>,
}

/// Files that every site has.
const FILES: [(&str, Owner<'static>); 7] = [
    ("index.html", Owner::Home),
    ("404.html", Owner::Lost),
    ("sw.js", Owner::Worker),
    ("feed.xml", Owner::Machines),
    ("sitemap.xml", Owner::Machines),
    ("robots.txt", Owner::Machines),
    ("licenses.txt", Owner::Licenses),
];

/// Folders that are the program's alone.
const FOLDERS: [(&str, Owner<'static>); 2] = [("search", Owner::Search), (".kabinet", Owner::Program)];

/// What a document may be in place of, and what a file of `content/static/` may be.
const GIVEN_UP: [(&str, &str); 2] = [("index.html", "document"), ("robots.txt", "file")];

impl<'a> Reserved<'a> {
    /// Lists the outputs of a site.
    pub(crate) fn of(site: &'a Site) -> Self {
        let mut all = Self {
            files: FILES.into_iter().map(|(path, owner)| (path.to_owned(), owner)).collect(),
            folders: FOLDERS.into_iter().map(|(path, owner)| (path.to_owned(), owner)).collect(),
            pages: BTreeMap::from([("map".to_owned(), Owner::Map)]),
            exact: FILES.into_iter().map(|(path, _)| path.to_owned()).collect(),
        };
        all.page("/search/", Owner::Search);
        all.page("/map/", Owner::Map);
        for kind in &site.schema.kinds {
            let Some(list) = &kind.list else { continue };
            all.page(&list.address, Owner::List(kind));
            all.pages_below(&format!("{}page/", list.address), Owner::List(kind));
            if list.feed {
                all.page(&format!("{}feed.xml", list.address), Owner::Machines);
            }
        }
        for (at, vocabulary) in site.schema.vocabularies.iter().enumerate() {
            all.vocabulary(site, VocabularyIndex(at), vocabulary);
        }
        all
    }

    fn vocabulary(&mut self, site: &Site, index: VocabularyIndex, vocabulary: &'a Vocabulary) {
        let Some(pattern) = &vocabulary.address else { return };
        let root = pattern.split("{id}").next().unwrap_or(pattern);
        if root != "/" {
            self.page(root, Owner::Vocabulary(vocabulary));
        }
        for term in site.by_term.keys().filter(|term| term.vocabulary == index) {
            let address = pattern.replace("{id}", &site.schema.term(*term).id);
            self.page(&address, Owner::Vocabulary(vocabulary));
            self.pages_below(&format!("{}page/", address), Owner::Vocabulary(vocabulary));
        }
    }

    fn page(&mut self, address: &str, owner: Owner<'a>) {
        let Some(path) = file_of(address) else { return };
        self.files.insert(path.as_str().to_lowercase(), owner);
        self.exact.insert(path.as_str().to_owned());
    }

    fn pages_below(&mut self, address: &str, owner: Owner<'a>) {
        self.pages.insert(address.trim_matches('/').to_lowercase(), owner);
    }

    /// Who owns the output at a path. `claimant` says what wants to be there: `document`, `file` or `alias`.
    pub(crate) fn owner(&self, path: &str, claimant: &'static str) -> Option<Owner<'a>> {
        let path = path.to_lowercase();
        if GIVEN_UP.contains(&(path.as_str(), claimant)) {
            return None;
        }
        let above: Vec<&str> = path.match_indices('/').map(|(at, _)| &path[..at]).collect();
        // A file cannot lie where a folder is: `feed.xml/a/index.html`.
        let all = || above.iter().copied().chain([path.as_str()]);
        let of_map = is_part_of_map(&path).then_some(&Owner::Machines);
        let page = || {
            above.iter().find_map(|folder| self.pages.get(*folder)).filter(|_| path.ends_with("/index.html"))
        };
        let file = all().find_map(|path| self.files.get(path)).or(of_map);
        file.or_else(|| all().find_map(|path| self.folders.get(path))).or_else(page).copied()
    }

    /// Whether an address, without the base path, is that of a page or file that is owned.
    pub(crate) fn is_address(&self, address: &str) -> bool {
        file_of(address).is_some_and(|path| self.exact.contains(path.as_str()))
    }
}

/// The parts into which the map for search engines of a very large site is cut: `sitemap-2.xml`.
fn is_part_of_map(path: &str) -> bool {
    let number = path.strip_prefix("sitemap-").and_then(|rest| rest.strip_suffix(".xml"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}
