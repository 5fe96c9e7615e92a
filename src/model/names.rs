//! Names: the id of each document, unique over the whole site, and which page each document becomes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::PageId;
use crate::diagnostic::suggest::Names;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::load::{Document, Documents};
use crate::schema::KindIndex;
use crate::source::Sources;

pub(crate) const ID_DUPLICATE: RuleId = RuleId("id-duplicate");
pub(crate) const ID_INVALID: RuleId = RuleId("id-invalid");

/// Which page each document becomes, and how pages are found by what they and their files are called.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    /// The documents of the pages, by their places among all.
    order: Vec<usize>,
    /// The kinds of the pages, so that nobody need look at a page for its kind.
    kinds: Vec<KindIndex>,
    pages: BTreeMap<String, (PageId, KindIndex)>,
    /// The first page of each file, by its path.
    by_path: BTreeMap<String, PageId>,
    /// The further pages of list files, by the first.
    further: BTreeMap<PageId, Vec<PageId>>,
    /// The pages that have a folder of their own.
    folders: BTreeMap<String, PageId>,
    near: OnceLock<Names>,
    /// Whether nothing was wrong with any name.
    sound: bool,
}

impl Directory {
    /// The documents of the pages, in the order of these.
    pub(super) fn documents<'d>(
        &self,
        all: &'d Documents,
    ) -> impl ExactSizeIterator<Item = &'d Arc<Document>> {
        self.order.iter().map(|at| &all[*at])
    }

    /// The document of a page.
    pub(super) fn document<'d>(&self, all: &'d Documents, page: PageId) -> &'d Arc<Document> {
        &all[self.order[page.0]]
    }

    /// The pages of the documents at some places.
    pub(super) fn pages_of(&self, places: &[usize]) -> impl Iterator<Item = PageId> {
        let places: BTreeSet<usize> = places.iter().copied().collect();
        let pages = self.order.iter().enumerate().filter(move |(_, place)| places.contains(place));
        pages.map(|(at, _)| PageId(at))
    }

    /// The kind of a page.
    pub(crate) fn kind(&self, page: PageId) -> KindIndex {
        self.kinds[page.0]
    }

    /// Whether nothing was wrong with any name, so that there is nothing to say of them.
    pub(super) fn is_sound(&self) -> bool {
        self.sound
    }

    /// The name and the kind of a page.
    pub(super) fn called<'d>(&self, all: &'d Documents, page: PageId) -> (&'d str, PageId, KindIndex) {
        let document = &all[self.order[page.0]];
        (&document.called.slug, page, document.kind)
    }

    /// The page of a name, with the name as it is kept.
    pub(super) fn find(&self, name: &str) -> Option<(&str, PageId, KindIndex)> {
        self.pages.get_key_value(name).map(|(name, (page, kind))| (name.as_str(), *page, *kind))
    }

    /// The page of a name.
    pub(crate) fn page(&self, name: &str) -> Option<PageId> {
        self.pages.get(name).map(|(page, _)| *page)
    }

    /// All names, by the alphabet.
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
        self.pages.keys().map(String::as_str)
    }

    /// The page of a file by its path; the first of a list file.
    pub(crate) fn of_path(&self, path: &str) -> Option<PageId> {
        self.by_path.get(path).copied()
    }

    /// All pages of a file by its path, in their order.
    pub(crate) fn all_of_path(&self, path: &str) -> impl Iterator<Item = PageId> {
        let first = self.of_path(path);
        let further = first.and_then(|first| self.further.get(&first)).into_iter().flatten();
        first.into_iter().chain(further.copied())
    }

    /// The page whose own folder this is.
    pub(super) fn of_folder(&self, folder: &str) -> Option<PageId> {
        self.folders.get(folder).copied()
    }

    /// The name nearest to what was written, of a page whose kind fits.
    pub(super) fn nearest(&self, written: &str, fits: impl Fn(KindIndex) -> bool) -> Option<&str> {
        let near = self
            .near
            .get_or_init(|| Names::new(self.pages.keys().map(|name| (name.as_str(), name.as_str()))));
        let fits = |name: &str| self.pages.get(name).is_some_and(|(_, kind)| fits(*kind));
        near.nearest_where(written, fits).first().copied()
    }
}

/// Whether two readings of a document come to the same in a directory.
pub(super) fn named_alike(a: &Document, b: &Document) -> bool {
    let place = |one: &Document| (one.kind, one.source, one.own_folder);
    place(a) == place(b) && a.called.slug == b.called.slug && a.folder == b.folder
}

/// Names the documents; pages are sorted by kind and name.
pub(super) fn directory(
    documents: &Documents,
    sources: &Sources,
    problems: &mut Vec<Diagnostic>,
) -> Directory {
    let before = problems.len();
    problems.extend(documents.iter().filter_map(|document| unfit(document)));
    let name = |at: &usize| documents[*at].called.slug.as_str();
    let mut order: Vec<usize> = (0..documents.len()).collect();
    // Stable: of two documents of one name the first by path stays first.
    order.sort_by_key(|at| (documents[*at].kind, name(at)));
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    order.retain(|at| match first.insert(name(at), *at) {
        None => true,
        Some(other) => {
            problems.push(twice(name(at), &documents[*at], &documents[other]));
            first.insert(name(at), other);
            false
        }
    });
    let (mut by_path, mut folders) = (BTreeMap::new(), BTreeMap::new());
    let mut further: BTreeMap<PageId, Vec<PageId>> = BTreeMap::new();
    for (at, document) in order.iter().map(|at| &documents[*at]).enumerate() {
        let first = *by_path.entry(sources.get(document.source).path().to_owned()).or_insert(PageId(at));
        if first != PageId(at) {
            further.entry(first).or_default().push(PageId(at));
        }
        if document.own_folder {
            folders.insert(document.folder.clone(), PageId(at));
        }
    }
    let pages = order.iter().enumerate();
    let pages = pages.map(|(i, at)| (name(at).to_owned(), (PageId(i), documents[*at].kind))).collect();
    let kinds = order.iter().map(|at| documents[*at].kind).collect();
    let sound = problems.len() == before;
    Directory { kinds, order, pages, by_path, further, folders, near: OnceLock::new(), sound }
}

fn twice(name: &str, document: &Document, other: &Document) -> Diagnostic {
    let help = if other.source == document.source { "help-items" } else { "help" };
    let twice = Diagnostic::error(ID_DUPLICATE).at(document.span);
    twice.label_key(other.span, "label-first").arg("id", name).help(help)
}

/// What is wrong with the id that a document gives itself, or with the name of its file of which one is made.
fn unfit(document: &Document) -> Option<Diagnostic> {
    let slug = &document.called.slug;
    match &document.called.given {
        None if slug.is_empty() => {
            let problem = Diagnostic::error(ID_INVALID).at(document.span).arg("id", &document.name);
            Some(problem.help("help-file"))
        }
        Some((given, span)) if slug != given => {
            let problem = Diagnostic::error(ID_INVALID).at(*span).arg("id", given);
            Some(match slug.as_str() {
                "" => problem.help("help-letters"),
                slug => problem.arg("slug", slug).help("help"),
            })
        }
        _ => None,
    }
}
