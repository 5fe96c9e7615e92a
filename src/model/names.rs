//! Names: the id of each document, unique over the whole site.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::PageId;
use crate::diagnostic::suggest::Names;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::load::Document;
use crate::schema::KindIndex;
use crate::text::key;

pub(crate) const ID_DUPLICATE: RuleId = RuleId("id-duplicate");
pub(crate) const ID_INVALID: RuleId = RuleId("id-invalid");

/// The documents in the order of their pages, and the pages by their names.
pub(super) struct Named {
    pub(super) documents: Vec<(String, Arc<Document>)>,
    pub(super) pages: Directory,
}

/// Pages and kinds by names.
pub(super) type Pages = BTreeMap<String, (PageId, KindIndex)>;
/// The names of the pages of each title, folded by [`key`].
pub(super) type Titles = BTreeMap<String, Vec<String>>;

/// The pages by their names.
#[derive(Debug, Default)]
pub(super) struct Directory {
    pages: Pages,
    titles: Titles,
    near: OnceLock<Names>,
}

impl Directory {
    /// The page of a name, with the name as it is kept.
    pub(super) fn find(&self, name: &str) -> Option<(&str, PageId, KindIndex)> {
        self.pages.get_key_value(name).map(|(name, (page, kind))| (name.as_str(), *page, *kind))
    }

    /// The only page of a title whose kind fits.
    pub(super) fn titled(
        &self,
        title: &str,
        fits: impl Fn(KindIndex) -> bool,
    ) -> Option<(&str, PageId, KindIndex)> {
        let mut pages = self.titles.get(&key(title))?.iter().filter_map(|name| self.find(name));
        let mut pages = pages.by_ref().filter(|(_, _, kind)| fits(*kind));
        pages.next().filter(|_| pages.next().is_none())
    }

    /// The pages by their titles, where no two share one.
    pub(super) fn by_title(&self) -> BTreeMap<String, PageId> {
        let alone = self.titles.iter().filter(|(_, names)| names.len() == 1);
        alone.filter_map(|(title, names)| Some((title.clone(), self.find(&names[0])?.1))).collect()
    }

    /// All names with their pages and kinds, and the names of each title.
    pub(super) fn known(&self) -> (&Pages, &Titles) {
        (&self.pages, &self.titles)
    }

    /// Every name with its page.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, PageId)> {
        self.pages.iter().map(|(name, (page, _))| (name.as_str(), *page))
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

/// Names the documents and sorts them by kind and name.
pub(super) fn name(documents: Vec<Arc<Document>>, problems: &mut Vec<Diagnostic>) -> Named {
    let mut named: Vec<(String, Arc<Document>)> =
        documents.into_iter().map(|document| (id(&document, problems), document)).collect();
    // Stable: of two documents of one name the first by path stays first.
    named.sort_by(|a, b| (a.1.kind, &a.0).cmp(&(b.1.kind, &b.0)));
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut keep = vec![true; named.len()];
    for (at, (name, document)) in named.iter().enumerate() {
        match first.get(name) {
            None => {
                first.insert(name.clone(), at);
            }
            Some(&other) => {
                let same_file = named[other].1.source == document.source;
                let help = if same_file { "help-items" } else { "help" };
                let twice = Diagnostic::error(ID_DUPLICATE).at(document.span);
                problems.push(twice.label_key(named[other].1.span, "label-first").arg("id", name).help(help));
                keep[at] = false;
            }
        }
    }
    let mut keep = keep.into_iter();
    named.retain(|_| keep.next().unwrap_or_default());
    let pages =
        named.iter().enumerate().map(|(i, (name, document))| (name.clone(), (PageId(i), document.kind)));
    let mut titles = Titles::new();
    for (name, document) in &named {
        if let Some(title) = &document.called.title {
            titles.entry(title.clone()).or_default().push(name.clone());
        }
    }
    let pages = Directory { pages: pages.collect(), titles, near: OnceLock::new() };
    Named { pages, documents: named }
}

/// The id a document gives itself, else one made of the name of its file.
fn id(document: &Document, problems: &mut Vec<Diagnostic>) -> String {
    let slug = &document.called.slug;
    match &document.called.given {
        None if slug.is_empty() => {
            let problem = Diagnostic::error(ID_INVALID).at(document.span).arg("id", &document.name);
            problems.push(problem.help("help-file"));
        }
        Some((given, span)) if slug != given => {
            let problem = Diagnostic::error(ID_INVALID).at(*span).arg("id", given);
            problems.push(match slug.as_str() {
                "" => problem.help("help-letters"),
                slug => problem.arg("slug", slug).help("help"),
            });
        }
        _ => {}
    }
    slug.clone()
}
