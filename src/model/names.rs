//! Names: the id of each document, unique over the whole site, and which page each document becomes.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::numbers::Numbers;
use super::{ByPage, PageId};
use crate::diagnostic::suggest::Names;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::load::{Document, Documents};
use crate::schema::KindIndex;
use crate::source::Sources;

pub(crate) const ID_DUPLICATE: RuleId = RuleId("id-duplicate");
pub(crate) const ID_INVALID: RuleId = RuleId("id-invalid");

/// The documents of pages.
pub(super) type Entries = ByPage<Arc<Document>>;

/// Which page each document becomes, and how pages are found by what they and their files are called.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    /// The numbers of the pages.
    numbers: Numbers,
    /// The same in all directories in which a page of the same kind and name has the same number.
    numbering: Arc<()>,
    /// The kinds and names of the pages, so that nobody need look at a page for them.
    called: ByPage<(KindIndex, Arc<str>)>,
    pages: BTreeMap<Arc<str>, PageId>,
    /// The first page of each file, by its path.
    by_path: BTreeMap<Arc<str>, PageId>,
    /// The further pages of list files, by the first.
    further: BTreeMap<PageId, Vec<PageId>>,
    /// The pages that have a folder of their own.
    folders: BTreeMap<String, PageId>,
    near: OnceLock<Names>,
    /// Whether nothing was wrong with any name.
    sound: bool,
}

impl Directory {
    /// The pages in their order: by kind and name.
    pub(crate) fn ids(&self) -> &[PageId] {
        self.numbers.all()
    }

    /// Whether pages of one kind and name have the same number as in another directory.
    pub(crate) fn is_numbered_like(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.numbering, &other.numbering)
    }

    /// Whether the same pages have folders of their own.
    pub(super) fn has_folders_of(&self, other: &Self) -> bool {
        self.folders == other.folders
    }

    /// Whether a page has a folder of its own.
    pub(super) fn has_folder(&self, page: PageId) -> bool {
        self.folders.values().any(|one| *one == page)
    }

    /// The kind of a page.
    pub(crate) fn kind(&self, page: PageId) -> KindIndex {
        self.called[page].0
    }

    /// Whether nothing was wrong with any name, so that there is nothing to say of them.
    pub(super) fn is_sound(&self) -> bool {
        self.sound
    }

    /// The name and the kind of a page.
    pub(super) fn called(&self, page: PageId) -> (&str, PageId, KindIndex) {
        let (kind, name) = &self.called[page];
        (name, page, *kind)
    }

    /// The page of a name, with the name as it is kept.
    pub(super) fn find(&self, name: &str) -> Option<(&str, PageId, KindIndex)> {
        self.page(name).map(|page| self.called(page))
    }

    /// The page of a name.
    pub(crate) fn page(&self, name: &str) -> Option<PageId> {
        self.pages.get(name).copied()
    }

    /// All names, by the alphabet.
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
        self.pages.keys().map(|name| &**name)
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
        let near = self.near.get_or_init(|| Names::new(self.all().map(|name| (name, name))));
        let fits = |name: &str| self.page(name).is_some_and(|page| fits(self.kind(page)));
        near.nearest_where(written, fits).first().copied()
    }

    /// The same when some documents went and others came, a document with another place or name being one of each: a
    /// page that stays keeps its number. Nothing was wrong with any name. Where something is now, where a file has several
    /// documents and where there is no room for another number, all are better named anew, and this gives nothing.
    pub(super) fn followed(
        &self,
        (gone, came): (&[&Arc<Document>], &[&Arc<Document>]),
        sources: &Sources,
    ) -> Option<Self> {
        let mut next = Self {
            numbers: self.numbers.again(),
            numbering: Arc::clone(&self.numbering),
            called: self.called.clone(),
            pages: self.pages.clone(),
            by_path: self.by_path.clone(),
            further: self.further.clone(),
            folders: self.folders.clone(),
            near: OnceLock::new(),
            sound: true,
        };
        let path = |document: &Document| sources.get(document.source).path();
        let mut left = BTreeMap::new();
        for document in gone {
            let id = next.pages.remove(&*document.called.slug)?;
            if next.by_path.remove(path(document)) != Some(id) || next.further.contains_key(&id) {
                return None;
            }
            next.folders.retain(|_, page| *page != id);
            left.insert((document.kind, &document.called.slug), id);
        }
        for document in came {
            if unfit(document).is_some() || next.by_path.contains_key(path(document)) {
                return None;
            }
            let id = match left.remove(&(document.kind, &document.called.slug)) {
                Some(id) => id,
                None => next.give(document)?,
            };
            if next.pages.insert(document.called.slug.as_str().into(), id).is_some() {
                return None;
            }
            next.lies(id, document, path(document));
        }
        for id in left.into_values() {
            next.numbers.take(id);
            next.called.take(id);
        }
        Some(next)
    }

    /// Gives a number to the page of a document that came.
    fn give(&mut self, document: &Document) -> Option<PageId> {
        let (kind, slug) = (document.kind, &*document.called.slug);
        let stands_before = |id: &PageId| {
            let (of, name) = &self.called[*id];
            (*of, &**name) < (kind, slug)
        };
        let at = self.numbers.all().partition_point(stands_before);
        let id = self.numbers.give(at)?;
        self.called.put(id, (kind, slug.into()));
        Some(id)
    }

    /// Notes where the document of a page lies.
    fn lies(&mut self, id: PageId, document: &Document, path: &str) {
        let first = *self.by_path.entry(path.into()).or_insert(id);
        if first != id {
            self.further.entry(first).or_default().push(id);
        }
        if document.own_folder {
            self.folders.insert(document.folder.clone(), id);
        }
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
) -> (Directory, Entries) {
    let before = problems.len();
    problems.extend(documents.iter().filter_map(|document| unfit(document)));
    let mut order: Vec<&Arc<Document>> = documents.iter().collect();
    // Stable: of two documents of one name the first by path stays first.
    order.sort_by_key(|document| (document.kind, &document.called.slug));
    let mut first: BTreeMap<&str, &Document> = BTreeMap::new();
    order.retain(|document| match first.get(&*document.called.slug) {
        None => first.insert(&document.called.slug, document).is_none(),
        Some(other) => {
            problems.push(twice(&document.called.slug, document, other));
            false
        }
    });
    let mut directory = Directory {
        numbers: Numbers::of(order.len()),
        sound: problems.len() == before,
        ..Directory::default()
    };
    let numbers: Vec<PageId> = directory.ids().to_vec();
    for (id, document) in numbers.iter().zip(&order) {
        let name: Arc<str> = document.called.slug.as_str().into();
        directory.called.put(*id, (document.kind, Arc::clone(&name)));
        directory.pages.insert(name, *id);
        directory.lies(*id, document, sources.get(document.source).path());
    }
    let entries = numbers.into_iter().zip(order.into_iter().map(Arc::clone)).collect();
    (directory, entries)
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
